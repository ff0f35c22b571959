import { err, ok, type Result } from '../../../../shared/base/result';
import { fromLocal, toLocalDay, toLocalTime, type Instant } from '../../../../shared/base/time';
import { readTime } from './back-entry';
import { required, type FieldErrors } from './field-errors';

/** A new promise as typed. */
export interface PromiseDraft {
  readonly promiseDay: string;
  readonly promiseTime: string;
}

/** The instant proposed; empty when there is none. */
export function startPromise(proposed: Instant | null): PromiseDraft {
  if (proposed === null) return { promiseDay: '', promiseTime: '' };
  return { promiseDay: toLocalDay(proposed), promiseTime: toLocalTime(proposed) };
}

/** The instant typed. Whether it lies late enough is the rule of the act, not of the field. */
export function readPromise({ promiseDay, promiseTime }: PromiseDraft): Result<Instant, FieldErrors> {
  const time = readTime(promiseTime);
  if (promiseDay !== '' && time !== undefined) return ok(fromLocal(promiseDay, time));
  return err({
    ...(promiseDay === '' ? { promiseDay: required } : {}),
    ...(time === undefined ? { promiseTime: { key: 'dossiers.act.backEntry.badTime' } } : {}),
  });
}
