import type { Instant } from '../../../shared/base/time';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { WorkingCalendar } from '../../../shared/domain/working-calendar';
import type { TextKey } from '../../../shared/text/message';
import { describeDeadline, type TonedMessage } from '../../../shared/text/worklist-sentences';

/** One of the dates of a dossier. `left`: working time left, on the one date that is the on-time test. */
export interface CaseDate {
  readonly id: 'promised' | 'legalDue' | 'firstDue' | 'submitted';
  readonly label: TextKey;
  readonly at: Instant | null;
  readonly left: TonedMessage | null;
}

/**
 * The dates of a dossier: what the slip promises, the legal one that is tested, and the one given at reception, which never
 * changes. A submission has the time it was sent instead.
 */
export function listDates(state: DossierState, calendar: WorkingCalendar, now: Instant): readonly CaseDate[] {
  const submittedAt = state.submission?.submittedAt ?? null;
  const left = describeDeadline({ ...state, submittedAt }, calendar, now);
  if (state.reception === null) {
    return submittedAt === null ? [] : [{ id: 'submitted', label: 'dossiers.case.submitted', at: submittedAt, left }];
  }
  // "Trên giấy" is true only once the citizen's slip was printed.
  const hasSlip = state.prints.some((print) => print.form === 'receipt');
  const label = hasSlip ? 'dossiers.case.promised' : 'dossiers.case.appointed';
  return [
    ...(state.channel === 'online' && state.promisedAt === null
      ? []
      : [{ id: 'promised' as const, label, at: state.promisedAt, left: null } as const]),
    { id: 'legalDue', label: 'dossiers.case.legalDue', at: state.legalDue, left },
    { id: 'firstDue', label: 'dossiers.case.firstDue', at: state.firstDue, left: null },
  ];
}

/** Doubts about the dates that the officer should know before promising anything. */
export function listDateDoubts(state: DossierState): readonly TextKey[] {
  return [
    ...(state.appointment?.provisional ? ['dossiers.case.provisional' as const] : []),
    ...(state.dueNeedsRecount ? ['dossiers.case.recount' as const] : []),
    ...(state.clockDoubt ? ['dossiers.case.clockDoubt' as const] : []),
  ];
}
