import { formatDay, formatInstant, type Instant, type LocalDay } from '../../../shared/base/time';
import type { DeadlineRules } from '../../../shared/domain/deadline-rules';
import { isDateUncounted, type DossierDates } from '../../../shared/domain/dossier-dates';
import type { DossierState } from '../../../shared/domain/dossier-state';
import { planInternalSteps } from '../../../shared/domain/internal-step';
import type { LegalDates } from '../../../shared/domain/legal-dates';
import { findWorkingStart, type WorkingCalendar } from '../../../shared/domain/working-calendar';
import {
  describeAppointmentTrace,
  describeLegalStep,
  pauseText,
  slipDateText,
} from '../../../shared/text/deadline-sentences';
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

type DatedStep = LegalDates['trace'][number];

/** "Giỗ Tổ 26/04/2026"; many names end with the day itself. */
function nameDay(name: string, day: LocalDay): string {
  const date = formatDay(day);
  const short = date.slice(0, -'/yyyy'.length);
  return name.endsWith(short) ? `${name}${date.slice(short.length)}` : `${name} ${date}`;
}

/** Names of the days in the trace that no official calendar confirms yet. */
function listProvisionalDays(trace: readonly DatedStep[]): readonly string[] {
  return trace.flatMap((step) =>
    (step.kind === 'daySkipped' || step.kind === 'swappedWorkingDay') && step.provisional
      ? [nameDay(step.name, step.day)]
      : [],
  );
}

/** What of the date is provisional, by name: days off, missing years, rules of pauses; else that it is. */
function listProvisional(state: DossierState, { legal }: DossierDates): readonly Message[] {
  if (state.appointment?.provisional !== true && legal?.provisional !== true) return [];
  const trace = legal?.trace ?? state.appointment?.trace ?? [];
  // A day can be skipped in more than one stage.
  const days = [...new Set(listProvisionalDays(trace))];
  const isRule = trace.some((step) => step.kind === 'paused' && step.provisional);
  const named: Message[] = [
    ...(days.length > 0 ? [{ key: 'dossiers.dates.provisionalDays' as const, values: { days: days.join('; ') } }] : []),
    ...(isRule ? [{ key: 'dossiers.dates.provisionalRules' as const }] : []),
  ];
  return named.length > 0 ? named : [{ key: 'dossiers.case.provisional' }];
}

/** Doubts about the dates that the officer should know before promising anything. */
export function listDateDoubts(state: DossierState, dates: DossierDates): readonly Message[] {
  return [
    ...listProvisional(state, dates),
    ...(isDateUncounted(state, dates) ? [{ key: 'dossiers.case.recount' as const }] : []),
    ...(state.clockDoubt ? [{ key: 'dossiers.case.clockDoubt' as const }] : []),
  ];
}

/** Every stretch the limit stood still, and the one that lasts. */
export function listPauses({ legal }: DossierDates): readonly Message[] {
  return (legal?.pauses ?? []).map(({ rule, from, to }) => {
    const values = { what: pauseText(rule.kind), from: formatInstant(from), law: rule.law };
    return to === null
      ? { key: 'dossiers.dates.pausedSince', values }
      : { key: 'dossiers.dates.paused', values: { ...values, to: formatInstant(to) } };
  });
}

/** One step of the internal process with its own due time; `isPast`: that has passed while the dossier is being handled. */
export interface CaseStep {
  readonly id: string;
  readonly name: string;
  readonly who: string;
  readonly due: Instant;
  readonly isPast: boolean;
}

/** The internal steps of a received dossier, none due after the legal date. While a pause lasts nobody is shown one. */
export function listSteps(
  state: Pick<DossierState, 'receivedAt' | 'endedAt'>,
  { legalDue, pausedSince }: Pick<DossierDates, 'legalDue' | 'pausedSince'>,
  around: { readonly rules: DeadlineRules | undefined; readonly now: Instant },
): readonly CaseStep[] {
  const { rules, now } = around;
  if (rules === undefined || state.receivedAt === null || pausedSince !== null) return [];
  const startsAt = findWorkingStart(rules.calendar, state.receivedAt).at;
  const planned = planInternalSteps({ steps: rules.steps, startsAt, legalDue, calendar: rules.calendar });
  return planned.map(({ step, due }) => ({
    id: step.id,
    name: step.name,
    who: `${step.role}, ${step.unit}`,
    due,
    isPast: state.endedAt === null && due < now,
  }));
}
