import { fromLocal, toLocalDay, toLocalTime } from '../../../shared/base/time';
import type { Appointment } from '../../../shared/domain/appointment-schema';
import { decideIntake } from '../../../shared/domain/intake';
import type { IntakeSurroundings, IntakeView } from './intake-form';

/** Minutes before the cutoff from which the screen says what comes after it. */
const NOTICE_MINUTES = 15;

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/**
 * What a same-day procedure will promise once the cutoff of the rules has passed, told a quarter of an hour ahead; undefined
 * at any other time and for any other limit. A back entry has its time already.
 */
export function decideAfterCutoff(view: IntakeView, around: IntakeSurroundings): Appointment | undefined {
  const { appointment, legalTime, typed, receivingUnit } = view;
  if (appointment?.limit.unit !== 'sameDay' || !typed || !legalTime || legalTime.backEntry) return undefined;
  const { now, reference } = around;
  const cutoff = reference.rules.sameDayCutoff;
  const left = minutesOf(cutoff) - minutesOf(toLocalTime(now));
  if (left < 0 || left > NOTICE_MINUTES) return undefined;
  const at = fromLocal(toLocalDay(now), cutoff) + 60_000;
  const decided = decideIntake({ intake: typed, at, reference, unitId: receivingUnit.id });
  if (!decided.ok) return undefined;
  // Outside opening hours the later day is promised already: nothing is about to change.
  const next = decided.value.appointment;
  return next.promisedAt === appointment.promisedAt ? undefined : next;
}
