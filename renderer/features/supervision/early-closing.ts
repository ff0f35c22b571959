import { toLocalDay, type Instant, type LocalDay } from '../../../shared/base/time';
import { receptionEnd, type WorkingCalendar } from '../../../shared/domain/working-calendar';

/**
 * When the counter stops receiving on `day`, as long as that lies ahead: closing before it is early. Days off are held
 * to the same hour, because a counter that closes a register on such a day has been open.
 */
export function findEarlyEnd(calendar: WorkingCalendar, day: LocalDay, now: Instant): Instant | null {
  const end = receptionEnd(calendar, day);
  return day === toLocalDay(now) && now < end ? end : null;
}
