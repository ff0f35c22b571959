import { err, ok, type Result } from '../../../../shared/base/result';
import { fromLocal, localTimeSchema, toLocalDay, type Instant } from '../../../../shared/base/time';
import type { Action } from '../../../../shared/domain/actions/action';
import type { Message } from '../../../../shared/text/message';
import { required, type FieldErrors } from './field-errors';

/** The fields of "nhập bù" as typed. */
export interface BackEntryDraft {
  readonly isOne: boolean;
  readonly day: string;
  readonly time: string;
  readonly reason: NonNullable<Action['backEntry']>['reason'];
  readonly paperSlipNo: string;
}

/** Legal time of an act that is typed later than it happened. */
export interface BackEntry {
  readonly happenedAt: Instant;
  readonly backEntry: NonNullable<Action['backEntry']>;
}

/** Nothing is entered late; when it is, today and a power cut are the usual case. */
export function startBackEntry(now: Instant): BackEntryDraft {
  return { isOne: false, day: toLocalDay(now), time: '', reason: 'power', paperSlipNo: '' };
}

/** A time as typed: `16:30`, `1630` and `16h30` are the same; `undefined` when it is none. */
export function readTime(text: string): string | undefined {
  const parts = /^(\d{1,2})[:hg. ]?(\d{2})$/i.exec(text.trim());
  const time = parts ? `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? ''}` : '';
  return localTimeSchema.safeParse(time).success ? time : undefined;
}

/** The legal time, `null` when the act happens now. How far back is allowed is the rule of the act, not of this form. */
export function readBackEntry(draft: BackEntryDraft, now: Instant): Result<BackEntry | null, FieldErrors> {
  if (!draft.isOne) return ok(null);
  const time = readTime(draft.time);
  const badTime: Message = { key: 'dossiers.act.backEntry.badTime' };
  if (draft.day === '' || time === undefined) {
    return err({ ...(draft.day === '' ? { day: required } : {}), ...(time === undefined ? { time: badTime } : {}) });
  }
  const happenedAt = fromLocal(draft.day, time);
  if (happenedAt > now) return err({ time: { key: 'dossiers.act.backEntry.future' } });
  const paperSlipNo = draft.paperSlipNo.trim();
  return ok({ happenedAt, backEntry: { reason: draft.reason, ...(paperSlipNo === '' ? {} : { paperSlipNo }) } });
}
