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

/**
 * Stage 2 of Form 01 (field 8): the date counted anew once the tax was paid, with the way it was counted. The same paper for a
 * date that moved otherwise (papers brought, a decision to extend, a closure), then without the words of stage 2.
 */
export const redatedSlipForm: FormDefinition = {
  form: 'redatedSlip',
  title: '{{title}}',
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
    { kind: 'line', label: own.movedBy, value: 'movedBy' },
    { kind: 'line', label: own.movedTo, value: 'movedTo', bold: true },
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
  /** The date in force is not that of the first slip (`SlipDate` of the legal dates). */
  readonly redated?: boolean;
  /** Sentences of the trace from the payment on. */
  readonly trace: readonly string[];
}

/** What made the newest date: a payment, a decision to extend, papers that were brought, or only the calendar. */
type DateCause =
  | { readonly kind: 'paid'; readonly act: DossierState['obligationPayments'][number] }
  | { readonly kind: 'extended'; readonly act: DossierState['extensions'][number] }
  | { readonly kind: 'brought'; readonly act: { readonly at: Instant; readonly officerId: string } };

/** The act the newest date comes from; `undefined`: no act moved it. */
export function findDateCause(state: DossierState): DateCause | undefined {
  const paid = state.obligationPayments.at(-1);
  const extended = state.extensions.at(-1);
  const answer = state.supplements.findLast(({ receivedAt }) => receivedAt !== null);
  const answeredBy = state.timeline.find(({ action }) => action.id === answer?.answerId)?.action.officerId;
  const at = answer?.receivedAt ?? null;
  const brought = answer && at !== null ? { at, officerId: answeredBy ?? answer.officerId } : undefined;
  const causes: readonly DateCause[] = [
    ...(paid ? [{ kind: 'paid', act: paid } as const] : []),
    ...(extended ? [{ kind: 'extended', act: extended } as const] : []),
    ...(brought ? [{ kind: 'brought', act: brought } as const] : []),
  ];
  return causes.toSorted((a, b) => a.act.at - b.act.at).at(-1);
}

const nothingSaid = { notice: '', paid: '', restartAt: '', newDate: '', movedBy: '', movedTo: '' };

function stageTwo(state: DossierState, { act }: Extract<DateCause, { kind: 'paid' }>): FormFill['values'] {
  const notice = state.obligations.findLast(({ fulfilled }) => fulfilled?.actionId === act.actionId);
  const { noticeNo = '', issuedBy = '', amount = 0 } = notice ?? {};
  const noticeWords = { number: noticeNo, issuer: issuedBy, amount: formatDong(amount) };
  return {
    title: own.title,
    notice: notice === undefined ? '' : fillText(own.noticeValue, noticeWords),
    paid: fillText(own.paidValue, { day: formatDay(act.paidOn), voucher: act.voucherNo }),
    restartAt: timeInWords(act.at),
  };
}

function movedOtherwise(cause: Exclude<DateCause, { kind: 'paid' }> | undefined): FormFill['values'] {
  const title = own.titleMoved;
  if (cause === undefined) return { title, movedBy: own.byCalendar };
  if (cause.kind === 'brought') return { title, movedBy: fillText(own.byPapers, { time: timeInWords(cause.act.at) }) };
  return { title, movedBy: fillText(own.byExtension, { reason: cause.act.reason }) };
}

/**
 * The re-dated slip. `undefined` before reception, and while nothing was paid, extended or brought and the date is that of the
 * first slip (`date.redated` tells that the calendar moved it).
 */
export function buildRedatedSlip(state: DossierState, around: DossierAround, date: RedatedDate): FormFill | undefined {
  const cause = findDateCause(state);
  if (state.receivedAt === null || (cause?.kind !== 'paid' && cause?.kind !== 'extended' && date.redated !== true)) {
    return undefined;
  }
  const since = cause === undefined ? {} : { since: cause.act.at };
  const copyNo = around.copyNo ?? countFormCopies(state.prints, 'redatedSlip', since);
  const fill = startDossierFill('redatedSlip', state, { ...around, copyNo });
  const newDate = date.newDate === null ? own.noDate : timeInWords(date.newDate);
  const moved = cause?.kind === 'paid' ? { ...stageTwo(state, cause), newDate } : movedOtherwise(cause);
  return {
    ...fill,
    marks: date.provisional ? [words.provisionalDate] : [],
    values: {
      ...fill.values,
      ...nothingSaid,
      ...moved,
      ...(cause?.kind === 'paid' ? {} : { movedTo: newDate }),
      hasTrace: date.trace.length === 0 ? '' : words.yes,
      officerName: cause === undefined ? '' : around.officerName(cause.act.officerId),
    },
    lists: { trace: [...date.trace] },
  };
}
