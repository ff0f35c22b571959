import { err, ok, type Result } from '../../../shared/base/result';
import { fromLocal, toLocalDay, type Instant } from '../../../shared/base/time';
import { checkActTime } from '../../../shared/domain/act-time';
import type { Action } from '../../../shared/domain/actions/action';
import type { Officer } from '../../../shared/domain/officer';
import { describeNotAllowed } from '../../../shared/text/domain-sentences';
import type { IntakeDraft } from './intake-draft';
import type { FieldProblem } from './person-form';
import { findDate } from './typed-date';

/** Legal time of the reception, and the mark of a back entry when it lies before the typing. */
export interface LegalTime {
  readonly at: Instant;
  readonly backEntry?: NonNullable<Action['backEntry']>;
}

const SLIP_NO_MAX = 40;

/** `HH:mm`, `H:mm` or `HHmm`; `undefined` when there is no such time. */
export function findTime(text: string): string | undefined {
  const parts = /^(\d{1,2})[:hg. ]?(\d{2})$/i.exec(text.trim());
  if (!parts) return undefined;
  const [, hour = '', minute = ''] = parts;
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}

/** When the dossier was really received: now, or what the collapsed back-entry line says. */
export function readLegalTime(
  draft: IntakeDraft,
  around: { readonly officer: Officer; readonly now: Instant },
): Result<LegalTime, readonly FieldProblem[]> {
  const { isOn, reason, slipNo, ...typed } = draft.backEntry;
  const { officer, now } = around;
  if (!isOn) return ok({ at: now });
  const day = findDate(typed.day, false);
  const time = findTime(typed.time);
  const problems: FieldProblem[] = [];
  if (day === undefined) problems.push({ field: 'backEntry.day', message: { key: 'intake.problem.backDay' } });
  if (time === undefined) problems.push({ field: 'backEntry.time', message: { key: 'intake.problem.backTime' } });
  const paperSlipNo = slipNo.trim();
  if (paperSlipNo.length > SLIP_NO_MAX) {
    const values = { length: paperSlipNo.length, max: SLIP_NO_MAX };
    problems.push({ field: 'backEntry.slipNo', message: { key: 'intake.problem.textTooLong', values } });
  }
  if (day === undefined || time === undefined || problems.length > 0) return err(problems);
  const backEntry = { reason, ...(paperSlipNo === '' ? {} : { paperSlipNo }) };
  const at = fromLocal(day, time);
  const allowed = checkActTime({ actor: officer, at: now, happenedAt: at, backEntry });
  if (allowed.ok) return ok({ at, backEntry });
  // Today is right and only the clock is ahead: the time is what has to be typed again.
  const isTimeAhead = allowed.error.kind === 'future' && day === toLocalDay(now);
  const field = isTimeAhead ? 'backEntry.time' : 'backEntry.day';
  return err([{ field, message: describeNotAllowed(allowed.error) }]);
}
