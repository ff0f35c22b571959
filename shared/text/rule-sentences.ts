import { formatDong, dongInWords } from '../base/money';
import { assertNever } from '../base/result';
import { formatDay } from '../base/time';
import type { FeeLine } from '../domain/actions/action-parts';
import type { CardDoubt, CardError } from '../domain/citizen-card';
import type { IntakeRefusal, IntakeWarning } from '../domain/intake';
import type { PersonWarning } from '../domain/person-checks';
import type { FeeRule } from '../domain/procedure-fee';
import type { TimeLimit } from '../domain/procedure-limit';
import type { ReferenceError } from '../domain/reference';
import type { PaperQr } from '../domain/paper-qr';
import type { SlipQrError } from '../domain/slip-qr';
import type { Message } from './message';

/** A time limit in words, as printed on the slip: "3 ngày làm việc", "trong ngày làm việc". */
export function limitText(limit: TimeLimit): Message {
  if (limit.unit === 'sameDay') return { key: 'rules.limit.sameDay' };
  if (limit.unit === 'none') return { key: 'rules.limit.none' };
  return { key: `rules.limit.${limit.unit}`, values: { amount: limit.amount } };
}

/** One fee line: "Phí chứng thực: 8.000 đ". */
export function feeLineText(line: FeeLine): Message {
  return { key: 'rules.fee.line', values: { name: line.name, amount: formatDong(line.amount) } };
}

/** Why nothing is collected: "Không thu (căn cứ)". */
export function feeFreeText(rule: Extract<FeeRule, { basis: 'free' }>): Message {
  return { key: 'rules.fee.free', values: { ground: rule.ground } };
}

/** A sum of money with its words, for slips and cash sheets. */
export function feeTotalText(amount: number): Message {
  return { key: 'rules.fee.total', values: { amount: formatDong(amount), words: dongInWords(amount) } };
}

/** Why a reception is impossible, and what to do. */
export function describeIntakeRefusal(refusal: IntakeRefusal): Message {
  switch (refusal.kind) {
    case 'unknownProcedure':
      return { key: 'rules.refusal.unknownProcedure', values: { code: refusal.code } };
    case 'unknownCase':
      return { key: 'rules.refusal.unknownCase', values: { code: refusal.code } };
    case 'unknownUnit':
      return { key: 'rules.refusal.unknownUnit', values: { unitId: refusal.unitId } };
    default:
      return assertNever(refusal, 'describeIntakeRefusal');
  }
}

/** Why there are no rules to work under. */
export function describeReferenceError(error: ReferenceError): Message {
  if (error.kind === 'missingPackage') return { key: `rules.reference.missing.${error.package}` };
  return { key: 'rules.reference.noWorkingTime', values: { unitId: error.unitId } };
}

/** A doubt about a person's data. */
export function describePersonWarning(warning: PersonWarning): Message {
  switch (warning.kind) {
    case 'idYear':
      return { key: 'rules.person.idYear', values: { idYear: warning.idYear, birthYear: warning.birthYear } };
    case 'idSex':
      return { key: warning.idSex === 'male' ? 'rules.person.idMale' : 'rules.person.idFemale' };
    case 'idPlace':
      return { key: 'rules.person.idPlace', values: { place: warning.place } };
    case 'oldIdEnded':
      return { key: 'rules.person.oldIdEnded', values: { since: formatDay(warning.since) } };
    case 'birthLongAgo':
    case 'notNewborn':
      return { key: `rules.person.${warning.kind}`, values: { years: warning.years } };
    case 'birthInFuture':
    case 'nameHasDigits':
      return { key: `rules.person.${warning.kind}` };
    default:
      return assertNever(warning, 'describePersonWarning');
  }
}

/** A doubt about an intake as a whole. */
export function describeIntakeWarning(warning: IntakeWarning): Message {
  switch (warning.kind) {
    case 'person':
      return describePersonWarning(warning.warning);
    case 'missingPaper':
    case 'extraPaper':
    case 'notDigitised':
      return { key: `rules.intake.${warning.kind}`, values: { name: warning.name } };
    case 'quantityMissing':
      return { key: warning.quantity === 'pages' ? 'rules.intake.pagesMissing' : 'rules.intake.copiesMissing' };
    case 'feeDiffers':
      return {
        key: 'rules.intake.feeDiffers',
        values: { expected: formatDong(warning.expected), entered: formatDong(warning.entered) },
      };
    case 'noApplicant':
    case 'identityMissing':
    case 'returnAddressMissing':
    case 'outsideOpeningHours':
      return { key: `rules.intake.${warning.kind}` };
    default:
      return assertNever(warning, 'describeIntakeWarning');
  }
}

const nameErrorKeys = {
  empty: 'rules.card.nameEmpty',
  tooLong: 'rules.card.nameTooLong',
  letters: 'rules.card.nameLetters',
} as const;

const mrzErrorKeys = {
  number: 'rules.card.mrzNumber',
  birth: 'rules.card.mrzBirth',
  expiry: 'rules.card.mrzExpiry',
  name: 'rules.card.mrzName',
} as const;

/** Why a card could not be used, and what to do. Control characters are named by their Unicode number. */
export function describeCardError(error: CardError): Message {
  switch (error.kind) {
    case 'tooLong':
      return { key: 'rules.card.tooLong', values: { length: error.length, max: error.max } };
    case 'controlCharacter': {
      const code = error.code.toString(16).toUpperCase().padStart(4, '0');
      return { key: 'rules.card.controlCharacter', values: { code: `U+${code}` } };
    }
    case 'fieldCount':
      return { key: 'rules.card.fieldCount', values: { count: error.count } };
    case 'idLength':
      return { key: 'rules.card.idLength', values: { length: error.length } };
    case 'name':
      return { key: nameErrorKeys[error.why] };
    case 'date':
      return { key: `rules.card.${error.field}`, values: { text: error.text } };
    case 'addressTooLong':
      return { key: 'rules.card.addressTooLong', values: { max: error.max } };
    case 'mrzLength':
      return { key: 'rules.card.mrzLength', values: { length: error.length } };
    case 'mrzCheck':
      return { key: mrzErrorKeys[error.part] };
    case 'empty':
    case 'twoCards':
    case 'vietnameseKeyboard':
    case 'idNotDigits':
    case 'oldId':
    case 'sex':
      return { key: `rules.card.${error.kind}` };
    default:
      return assertNever(error, 'describeCardError');
  }
}

/** What to compare with the card although it could be read. */
export function describeCardDoubt(doubt: CardDoubt): Message {
  return { key: `rules.doubt.${doubt}` };
}

/** What was scanned when it is a paper that opens nothing here, and where it belongs. */
export function describePaperQr(paper: Exclude<PaperQr, { readonly kind: 'folder' }>): Message {
  switch (paper.kind) {
    case 'bag':
      return {
        key: 'rules.paperQr.bag',
        values: { sealNo: paper.sealNo, dossiers: paper.dossiers, originals: paper.originals },
      };
    case 'kitSlip':
      return { key: 'rules.paperQr.kitSlip', values: { slipNo: paper.slipNo, code: paper.code } };
    case 'unreadable':
      return { key: `rules.paperQr.unreadable.${paper.paper}` };
    default:
      return assertNever(paper, 'describePaperQr');
  }
}

/** Why a slip's QR could not be used, and what to do. */
export function describeSlipQrError(error: SlipQrError): Message {
  return { key: `rules.slip.${error.kind}` };
}
