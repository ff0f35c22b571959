import type { rules as vi } from '../vi/rules';
import type { WordsLike } from './words-like';

/** See the Vietnamese words. */
export const rules: WordsLike<typeof vi> = {
  limit: {
    workingDays: '{{amount}} working days',
    workingHours: '{{amount}} working hours',
    calendarDays: '{{amount}} days',
    months: '{{amount}} months',
    sameDay: 'within the working day',
    none: 'no time limit',
  },
  fee: {
    line: '{{name}}: {{amount}}',
    free: 'No fee ({{ground}})',
    total: 'Total {{amount}} ({{words}})',
  },
  refusal: {
    unknownProcedure: 'Procedure {{code}} is not in the list in use. Choose another one or update the list.',
    unknownCase: 'Procedure {{code}} has no such case. Choose the case again.',
    unknownUnit: 'There is no data of unit {{unitId}}. Tell the administrator of the unit.',
  },
  reference: {
    missing: {
      procedures: 'There are no procedures in force. Nothing can be received; tell the administrator of the unit.',
      calendar: 'There is no working calendar in force. Nothing can be received; tell the administrator of the unit.',
      units: 'There is no unit data in force. Nothing can be received; tell the administrator of the unit.',
    },
    noWorkingTime: 'Unit {{unitId}} has no working hours. Tell the administrator of the unit.',
  },
  person: {
    idYear: 'The personal number says born in {{idYear}}, entered is {{birthYear}}. Compare with the card.',
    idMale: 'The personal number is of a man, entered is female. Compare with the card.',
    idFemale: 'The personal number is of a woman, entered is male. Compare with the card.',
    idPlace: 'The personal number begins with {{place}}, which is no province code. Compare with the card.',
    oldIdEnded: 'The 9-digit identity card is no longer valid since {{since}}. Ask for the citizen card.',
    birthInFuture: 'The date of birth lies in the future. Check it.',
    birthLongAgo: 'That makes {{years}} years of age. Check the year of birth.',
    notNewborn: 'Entered as a newborn without a number, but that makes {{years}} years of age. Check it.',
    nameHasDigits: 'The name has digits. Check it.',
  },
  intake: {
    noApplicant: 'No applicant yet.',
    identityMissing: 'This procedure needs an identity paper; no number was entered.',
    missingPaper: 'Missing: {{name}}.',
    extraPaper: 'Not in the published list: {{name}}. May only be asked for on a legal ground.',
    notDigitised: 'Not digitised: {{name}}.',
    pagesMissing: 'No number of pages yet.',
    copiesMissing: 'No number of copies yet.',
    feeDiffers: 'The fee by the rules is {{expected}}, entered is {{entered}}.',
    returnAddressMissing: 'The result goes by post but there is no address.',
    outsideOpeningHours: 'It is outside the opening hours of the unit.',
  },
  card: {
    empty: 'Nothing was read from the card. Scan again or type it in.',
    tooLong: 'The scanned code has {{length}} characters, more than {{max}}. It is not the code of a citizen card.',
    controlCharacter: 'The scanned code has a control character ({{code}}). Scan again; if it stays, type it in.',
    twoCards: 'Two cards were read at once. Scan them one by one.',
    vietnameseKeyboard:
      'The scanner types through a Vietnamese keyboard, so digits are wrong. Switch the keyboard to English, turn the input method off and scan again.',
    fieldCount: 'The scanned code has {{count}} items; a citizen card has 7, or 10 and more. Scan again or type it in.',
    idLength: 'The personal number in the code has {{length}} digits, not 12. Scan again or type it in.',
    idNotDigits: 'The personal number in the code is not all digits. Scan again or type it in.',
    oldId: 'The old identity number in the code does not have 9 digits. Scan again or type it in.',
    nameEmpty: 'The scanned code has no name. Scan again or type it in.',
    nameTooLong: 'The name in the code is too long. Scan again or type it in.',
    nameLetters: 'The name in the code has wrong letters (scanner encoding). Type it as on the card.',
    birth: 'The date of birth in the code does not exist: {{text}}. Type it as on the card.',
    issuedOn: 'The date of issue in the code does not exist: {{text}}. Scan again or type it in.',
    sex: 'The sex in the code cannot be read. Type it as on the card.',
    mrzLength: 'The lines on the back of the card have {{length}} characters, not 90. Scan again or type it in.',
    mrzNumber: 'The number in the lines on the back was read wrongly. Scan again or type it in.',
    mrzBirth: 'The date of birth in the lines on the back was read wrongly. Scan again or type it in.',
    mrzExpiry: 'The expiry date in the lines on the back was read wrongly. Scan again or type it in.',
    mrzName: 'The name in the lines on the back was read wrongly. Scan again or type it in.',
    addressTooLong: 'The address in the code is longer than {{max}} characters. Type it as on the card.',
  },
  doubt: {
    marksLost: 'The scanner may have lost Vietnamese accents. Compare the name with the card.',
    encodingRepaired: 'The scanned code had a wrong encoding and was repaired. Compare the name with the card.',
    numberRepaired: 'The scanner sent the first digits twice; they were dropped. Compare the number with the card.',
    junkDropped: 'Strange characters behind the date of issue were dropped. Compare it with the card.',
    backSide: 'Read from the back of the card: no accents, no address. Complete it from the card.',
    backUnproven: 'The overall check digit on the back does not fit. Compare with the card.',
    fieldMissing: 'The scanned code lacks an item. Compare with the card.',
  },
  slip: {
    notASlip: 'This is not the code of a slip.',
    newerVersion: 'A newer version printed this slip. Find the dossier by the code on the paper.',
    damaged: 'The code of the slip was not read whole. Scan again or find it by the code on the paper.',
  },
  paperQr: {
    bag: 'This is the label of a bag, seal {{sealNo}}: {{dossiers}} dossiers, {{originals}} originals. Bag codes are for handing bags over; none opens a dossier here.',
    kitSlip:
      'This is paper slip {{slipNo}} of the kit, code {{code}}. Open Intake and scan it again to enter it afterwards; what is being typed stays.',
    kitSlipTaken: 'Paper slip {{slipNo}} is noted as entered afterwards. Type the day and time written on the slip.',
    unreadable: {
      bag: 'The code of the bag was not read whole, or a newer version printed it. Scan again, or type the seal number when the bag is received.',
      folder:
        'The code of the folder was not read whole, or a newer version printed it. Scan again, or find it by the code on the cover.',
      kitSlip:
        'The code of the paper slip was not read whole, or a newer version printed it. Scan again, or type its number.',
    },
  },
};
