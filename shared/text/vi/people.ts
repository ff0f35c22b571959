/** Words about the people of a dossier as a whole, who may fetch its result, and dossiers that may be the same request. */
export const people = {
  party: {
    samePersonTwice: '{{name}} đứng hai lần trong hồ sơ',
    oneSideOnly: {
      transferor: 'Chưa có bên chuyển quyền',
      transferee: 'Chưa có bên nhận chuyển quyền',
    },
    sideMissing: 'Chưa rõ {{name}} là bên chuyển hay bên nhận',
    groundMissing: '{{name}} nộp thay nhưng chưa ghi căn cứ (giấy ủy quyền, quan hệ)',
    submitterTwice: '{{name}} là người nộp thứ hai; một hồ sơ chỉ có một người nộp',
    nameless: 'Người thứ {{number}}',
  },
  collect: {
    may: 'Được nhận kết quả',
    withAuthorisation: 'Chỉ nhận kết quả khi có giấy ủy quyền của chủ hồ sơ',
    mayNot: 'Không được nhận kết quả hồ sơ này',
  },
  collectRule: {
    anyApplicant: 'Một trong các chủ hồ sơ nhận kết quả, hoặc người được ủy quyền',
    transferee: 'Bên nhận chuyển quyền nhận kết quả, hoặc người được bên đó ủy quyền',
    applicantInPerson: 'Chủ hồ sơ phải tự nhận kết quả, không nhận thay',
  },
  duplicate: {
    found: 'Có thể trùng hồ sơ {{code}}{{received}}: {{why}}',
    received: ', nhận {{day}}',
    why: {
      samePersonSameDay: 'cùng người, cùng thủ tục, cùng ngày',
      sameSubject: 'cùng người, cùng thủ tục',
      sameChild: 'cùng một trẻ',
      siblings: 'cùng cha mẹ, cùng ngày sinh, khác tên (sinh đôi hoặc đổi tên?)',
      sameParcel: 'cùng thửa đất, hồ sơ kia chưa xong',
      sameCertificate: 'cùng số giấy chứng nhận, hồ sơ kia chưa xong',
    },
  },
} as const;
