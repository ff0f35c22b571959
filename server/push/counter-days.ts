import { toLocalDay } from '../../shared/base/time';
import { subjectKey, type KnownAction } from '../../shared/domain/actions/action';
import { followPlace, type MergingUnits } from '../../shared/domain/unit-succession';
import { foldUnitDay, type UnitDayState } from '../../shared/domain/unit-day';
import { addDays } from '../../shared/domain/working-calendar-days';
import type { Device } from '../devices';
import type { SubjectWork } from './subject-work';

/** Days before a cancellation that its hand-in is looked for: cash never lies in a box so long. */
const DAYS_BACK = 31;

/** Keys of the counter's days that a push must know to judge its acts: those before the cancellation of a collection. */
export function listCounterDays(
  actions: readonly KnownAction[],
  { unitId, counterId }: Device,
  units: MergingUnits,
): readonly string[] {
  const days = actions
    .filter((action) => action.kind === 'FeeCancelled')
    .flatMap(({ happenedAt }) =>
      Array.from({ length: DAYS_BACK + 1 }, (_, back) => addDays(toLocalDay(happenedAt), -back)),
    );
  // After a merger the counter goes on at the successor's, its cash from before lies in days of the old one.
  return [...new Set(days)].map((day) => {
    const place = followPlace(units, { unitId, counterId }, day);
    return subjectKey({ type: 'unitDay', ...place, day });
  });
}

/** The days of the device's counter among the subjects of a push, acts of this push included. */
export function foldCounterDays(
  subjects: ReadonlyMap<string, SubjectWork>,
  action: KnownAction,
  by: { readonly device: Device; readonly units: MergingUnits },
): readonly UnitDayState[] {
  return listCounterDays([action], by.device, by.units).flatMap((key) => {
    const day = subjects.get(key);
    return day === undefined ? [] : [foldUnitDay(day.actions, day.receipts)];
  });
}
