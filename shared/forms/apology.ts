import type { DossierState } from '../domain/dossier-shape';
import { circular } from '../text/vi/forms-circular';
import { papers as words } from '../text/vi/forms-papers';
import { fillText } from '../text/message';
import { fromLocal } from '../base/time';
import { countFormCopies, startDossierFill, type DossierAround } from './fill-parts';
import type { FormBlock, FormDefinition } from './form-definition';
import type { FormFill } from './form-fill';
import { timeInWords } from './form-layout';

const own = circular.apology;

const letter: readonly FormBlock[] = [
  { kind: 'text', text: own.to, style: 'centre' },
  { kind: 'text', text: own.toAddress, style: 'centre' },
  { kind: 'text', text: own.toPhone, style: 'centre' },
  { kind: 'text', text: own.received },
  { kind: 'text', text: own.late },
  { kind: 'text', text: own.remedy },
  { kind: 'text', text: own.sorry },
  { kind: 'text', text: own.newDate },
  { kind: 'text', text: own.place },
];

const closing: readonly FormBlock[] = [
  { kind: 'text', text: own.thanks },
  { kind: 'signatures', signers: [{ title: own.leaderSigns, name: 'signedBy', hint: words.sign.stamp }] },
  { kind: 'text', text: own.recipients, style: 'note' },
  { kind: 'list', items: 'recipients', mark: 'dash', small: true },
];

/**
 * Form 04: Phiếu xin lỗi và hẹn lại ngày trả kết quả; since TT 03/2025 Văn bản xin lỗi và đề nghị gia hạn, with the
 * citizen's answer. Signed by the head of the handling unit.
 */
export const apologyForm: FormDefinition = {
  form: 'apology',
  title: own.title,
  head: 'unit',
  headLines: [words.numberApology],
  barcode: false,
  page: 'letter',
  parts: [],
  blocks: {
    'TT01-2018': [...letter, ...closing],
    'TT03-2025': [...letter, { kind: 'text', text: own.agreement }, ...closing],
  },
  source: 'domain notes §2.6; page NĐ 30/2020/NĐ-CP (not verified); wording provisional',
};

/** Words of a letter that is not signed yet; the leader may change all of them. */
export interface ApologyDraft {
  readonly reason: string;
  readonly remedy: string;
  readonly newPromise: number;
  readonly signedBy: string;
}

/** Form 04: of a draft, else of the newest apology issued. `undefined` when there is neither. */
export function buildApology(state: DossierState, around: DossierAround, draft?: ApologyDraft): FormFill | undefined {
  const issued = state.apologies.at(-1);
  const text = draft ?? issued;
  if (text === undefined) return undefined;
  const at = draft === undefined && issued !== undefined ? fromLocal(issued.signedOn, '00:00') : around.at;
  const number = draft === undefined && issued !== undefined && issued.number !== '' ? { number: issued.number } : {};
  const since = draft === undefined && issued !== undefined ? { since: issued.at } : { since: Infinity };
  const copyNo = around.copyNo ?? countFormCopies(state.prints, 'apology', since);
  const fill = startDossierFill('apology', state, { ...around, at, copyNo, ...number });
  const { reason, remedy, newPromise, signedBy } = text;
  return {
    ...fill,
    marks: [],
    values: { ...fill.values, reason, remedy, signedBy, newPromise: timeInWords(newPromise) },
    lists: {
      recipients: [own.recipientCitizen, fillText(own.recipientUnit, { unit: around.unit.name }), own.recipientFile],
    },
  };
}
