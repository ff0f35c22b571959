import type { Instant } from '../../../shared/base/time';
import { isDateUncounted, type DossierDates } from '../../../shared/domain/dossier-dates';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { WorkingCalendar } from '../../../shared/domain/working-calendar';
import { describeAppointmentTrace, describeLegalStep, slipDateText } from '../../../shared/text/deadline-sentences';
import type { Message, TextKey } from '../../../shared/text/message';
import { describeDeadline, type TonedMessage } from '../../../shared/text/worklist-sentences';

/** One of the dates of a dossier. `left`: working time left, on the one date that is the on-time test. */
export interface CaseDate {
  readonly id: 'promised' | 'legalDue' | 'apology' | 'firstDue' | 'submitted';
  readonly label: TextKey;
  readonly at: Instant | null;
  /** Said in place of the time: a date that is to be counted anew must not be shown. */
  readonly instead: Message | null;
  readonly left: TonedMessage | null;
}

/** What the dates are listed from. */
export interface CaseDatesInput {
  readonly state: DossierState;
  readonly dates: DossierDates;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
}

function plain(id: CaseDate['id'], label: TextKey, at: Instant | null): CaseDate {
  return { id, label, at, instead: null, left: null };
}

/** The date in force. While a pause lasts nobody is shown the one before it. */
function legalDate({ legalDue, legal }: DossierDates, left: TonedMessage): CaseDate {
  const waiting = legal?.slip.kind === 'recountedAfter';
  const date = { ...plain('legalDue', 'dossiers.case.legalDue', waiting ? null : legalDue), left };
  return waiting ? { ...date, instead: slipDateText(legal.slip) } : date;
}

/**
 * The dates of a dossier: what the first slip promises, the legal one that is tested, the promise of an apology, and the one
 * given at reception, which never changes. A submission has the time it was sent instead.
 */
export function listDates({ state, dates, calendar, now }: CaseDatesInput): readonly CaseDate[] {
  const submittedAt = state.submission?.submittedAt ?? null;
  const left = describeDeadline({ ...state, ...dates, submittedAt }, calendar, now);
  if (state.reception === null) {
    return submittedAt === null ? [] : [{ ...plain('submitted', 'dossiers.case.submitted', submittedAt), left }];
  }
  // "Trên giấy" is true only once the citizen's slip was printed.
  const hasSlip = state.prints.some((print) => print.form === 'receipt');
  const label = hasSlip ? 'dossiers.case.promised' : 'dossiers.case.appointed';
  const noPromise = state.channel === 'online' && state.promisedAt === null;
  const apology = dates.legal?.promisedAfterApology ?? null;
  return [
    ...(noPromise ? [] : [plain('promised', label, state.promisedAt)]),
    legalDate(dates, left),
    ...(apology === null ? [] : [plain('apology', 'dossiers.case.apology', apology)]),
    plain('firstDue', 'dossiers.case.firstDue', state.firstDue),
  ];
}

/** Why the date in force is what it is, step by step; without rules for the dossier, why the first one was. */
export function listDateSteps(state: DossierState, { legal }: DossierDates): readonly Message[] {
  if (legal !== null && state.reception !== null) return legal.trace.map(describeLegalStep);
  return state.appointment === null ? [] : describeAppointmentTrace(state.appointment);
}

/** Doubts about the dates that the officer should know before promising anything. */
export function listDateDoubts(state: DossierState, dates: DossierDates): readonly TextKey[] {
  const isProvisional = state.appointment?.provisional === true || dates.legal?.provisional === true;
  return [
    ...(isProvisional ? ['dossiers.case.provisional' as const] : []),
    ...(isDateUncounted(state, dates) ? ['dossiers.case.recount' as const] : []),
    ...(state.clockDoubt ? ['dossiers.case.clockDoubt' as const] : []),
  ];
}
