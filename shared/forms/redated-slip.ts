import { formatDong } from '../base/money';
import { formatDay, type Instant } from '../base/time';
import type { DossierState } from '../domain/dossier-shape';
import { fillText } from '../text/message';
import { circular } from '../text/vi/forms-circular';
import { papers as words } from '../text/vi/forms-papers';
import { countFormCopies, startDossierFill, type DossierAround } from './fill-parts';
import type { FormDefinition } from './form-definition';
import type { FormFill } from './form-fill';
import { timeInWords } from './form-layout';
import { requestBlock } from './form-parts';

const own = circular.redated;

/** Stage 2 of Form 01 (field 8): the date counted anew once the tax was paid, with the way it was counted. */
export const redatedSlipForm: FormDefinition = {
  form: 'redatedSlip',
  title: own.title,
  head: 'unit',
  headLines: ['{{codeLine}}', '{{bookLine}}'],
  barcode: true,
  page: 'paper',
  parts: [words.part.citizen, words.part.office],
  sharedSheetRows: 6,
  blocks: [
    { kind: 'line', label: words.label.applicant, value: 'applicant', bold: true },
    { kind: 'line', label: words.label.submitter, value: 'submitter', bold: true },
    { kind: 'line', label: words.label.address, value: 'address' },
    { kind: 'line', label: words.label.contact, value: 'contact' },
    requestBlock,
    { kind: 'text', text: own.intro },
    { kind: 'line', label: own.firstDue, value: 'promisedAt' },
    { kind: 'line', label: own.notice, value: 'notice' },
    { kind: 'line', label: own.paid, value: 'paid' },
    { kind: 'line', label: own.restart, value: 'restartAt' },
    { kind: 'line', label: own.newDate, value: 'newDate', bold: true },
    { kind: 'text', text: own.why, style: 'heading', when: 'hasTrace' },
    { kind: 'list', items: 'trace', mark: 'dash' },
    { kind: 'notes', lines: [own.note, words.askOffice], caption: words.scan },
    {
      kind: 'signatures',
      signers: [
        { title: words.sign.submitter, name: 'submitterSigns' },
        { title: words.sign.officer, name: 'officerName' },
      ],
    },
  ],
  source: 'domain notes §2.3 row 8; counter needs §1.11; wording provisional',
};

/** The new date and how it was found (`decideLegalDates`, said by the caller). */
export interface RedatedDate {
  readonly newDate: Instant | null;
  readonly provisional: boolean;
  /** Sentences of the trace from the payment on. */
  readonly trace: readonly string[];
}

/** The re-dated slip after the newest payment; `undefined` while nothing was paid. */
export function buildRedatedSlip(state: DossierState, around: DossierAround, date: RedatedDate): FormFill | undefined {
  const paid = state.obligationPayments.at(-1);
  if (paid === undefined || state.receivedAt === null) return undefined;
  const notice = state.obligations.findLast(({ fulfilled }) => fulfilled?.actionId === paid.actionId);
  const copyNo = around.copyNo ?? countFormCopies(state.prints, 'redatedSlip', { since: paid.at });
  const fill = startDossierFill('redatedSlip', state, { ...around, copyNo });
  const { noticeNo = '', issuedBy = '', amount = 0 } = notice ?? {};
  const noticeWords = { number: noticeNo, issuer: issuedBy, amount: formatDong(amount) };
  return {
    ...fill,
    marks: date.provisional ? [words.provisionalDate] : [],
    values: {
      ...fill.values,
      notice: notice === undefined ? '' : fillText(own.noticeValue, noticeWords),
      paid: fillText(own.paidValue, { day: formatDay(paid.paidOn), voucher: paid.voucherNo }),
      restartAt: timeInWords(paid.at),
      newDate: date.newDate === null ? own.noDate : timeInWords(date.newDate),
      hasTrace: date.trace.length === 0 ? '' : words.yes,
      officerName: around.officerName(paid.officerId),
    },
    lists: { trace: [...date.trace] },
  };
}
