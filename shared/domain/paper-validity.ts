import type { LocalDay } from '../base/time';
import type { PaperValidity } from './procedure-paper';
import { addDays } from './working-calendar-days';

/** Why a paper at hand proves nothing on a day. `noIssueDay`: a limit in days cannot be counted. */
export type InvalidReason = 'noRule' | 'noIssueDay' | 'expired' | 'replaced' | 'notYet';

/** A paper's rule and days, and the issue days of all papers of its person and type. */
export interface ValidityQuestion {
  readonly validity: PaperValidity | undefined;
  /** Day on the paper; null when nobody wrote it down. */
  readonly issuedOn: LocalDay | null;
  /** Day it was digitised or signed here: it cannot be reused for earlier days. */
  readonly knownOn: LocalDay;
  /** A newer paper of the same person and type is known. */
  readonly replaced: boolean;
}

/** Last day (inclusive) a paper with a limit in days may be used: issue day plus the days of the rule. */
export function lastValidDay(issuedOn: LocalDay, days: number): LocalDay {
  return addDays(issuedOn, days);
}

/** Why a paper may not be reused on a day; null when it may. Validity rules are data, provisional until confirmed. */
export function findInvalidity(question: ValidityQuestion, day: LocalDay): InvalidReason | null {
  const { validity, issuedOn, knownOn, replaced } = question;
  if (validity === undefined) return 'noRule';
  if (day < knownOn || (issuedOn !== null && day < issuedOn)) return 'notYet';
  switch (validity.kind) {
    case 'forever':
      return null;
    case 'untilReplaced':
      return replaced ? 'replaced' : null;
    default:
      if (issuedOn === null) return 'noIssueDay';
      return day <= lastValidDay(issuedOn, validity.days) ? null : 'expired';
  }
}
