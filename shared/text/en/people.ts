/** English about people; what is missing appears in Vietnamese. */
export const people = {
  collect: {
    may: 'May collect the result',
    withAuthorisation: 'May collect with a written authority of the applicant only',
    mayNot: 'May not collect this result',
  },
  duplicate: {
    found: 'Possibly the same request as {{code}}{{received}}: {{why}}',
    received: ', received {{day}}',
    why: {
      samePersonSameDay: 'same person, procedure and day',
      sameSubject: 'same person and procedure',
      sameChild: 'same child',
      siblings: 'same parents and day of birth, another name (twins, or a new name?)',
      sameParcel: 'same parcel, the other is still open',
      sameCertificate: 'same certificate number, the other is still open',
    },
  },
} as const;
