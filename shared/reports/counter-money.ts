import { toLocalDay, type LocalDay } from '../base/time';
import type { MoneyAct } from '../domain/money-acts';
import type { Unit } from '../domain/unit';
import type { CounterDayOf } from './report-order';

/** A movement of money with the slip book of the PC it was recorded on; null: that PC has received nothing known here. */
export interface PlacedMoney {
  readonly act: MoneyAct;
  readonly book: string | null;
}

/**
 * Movements of a day that a counter answers for: those of its own PC; of a PC nobody knows those of people who had a shift
 * there. What neither tells belongs to every counter's list of loose movements: better explained twice than never.
 */
export function selectCounterMoney(
  money: readonly PlacedMoney[],
  wanted: {
    readonly day: LocalDay;
    readonly counterId: string;
    readonly counters: Unit['counters'];
    readonly days: readonly CounterDayOf[];
  },
): readonly MoneyAct[] {
  const { day, counterId, counters, days } = wanted;
  const shiftsAt = (id: string): ReadonlySet<string> =>
    new Set(
      days.filter((one) => one.counterId === id).flatMap(({ state }) => state.shifts.map((one) => one.officerId)),
    );
  const own = shiftsAt(counterId);
  const others = new Set(counters.flatMap(({ id }) => (id === counterId ? [] : [...shiftsAt(id)])));
  const counterOf = (book: string | null) => counters.find((counter) => counter.book === book)?.id;
  return money
    .filter(({ act }) => toLocalDay(act.at) === day)
    .filter(({ act, book }) => {
      const placed = counterOf(book);
      if (placed !== undefined) return placed === counterId;
      return own.has(act.officerId) || !others.has(act.officerId);
    })
    .map(({ act }) => act);
}
