import type { Instant } from '../../../shared/base/time';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { Unit } from '../../../shared/domain/unit';
import type { Register } from '../../../shared/reports/register-data';

/** Until when the data of each counter is here; null: nothing of the day came from it. */
export type CounterData = Register['counters'][number];

/** Something known of a counter: its slip book and a time at which it had told us. */
export interface Heard {
  readonly book: string;
  readonly at: Instant;
}

/**
 * What was heard of the counters in a day's dossiers: for each, the latest act of the PC that received it. Acts of others on
 * the same dossier say nothing of that counter.
 */
export function listHeard(states: readonly DossierState[]): readonly Heard[] {
  return states.flatMap(({ reception, timeline }) => {
    if (reception === null) return [];
    const own = timeline.filter((entry) => entry.action.deviceId === reception.deviceId);
    return own.map((entry) => ({ book: reception.slip.book, at: entry.action.at }));
  });
}

/** Every counter of the unit with the time until which its data is here; this PC's own is complete until `until`. */
export function decideCounterData(input: {
  readonly unit: Pick<Unit, 'counters'>;
  readonly ownCounterId: string;
  readonly heard: readonly Heard[];
  readonly until: Instant;
}): readonly CounterData[] {
  return input.unit.counters.map(({ id, name, book }) => {
    const times = input.heard.filter((one) => one.book === book).map((one) => one.at);
    const dataUntil = id === input.ownCounterId ? input.until : times.length > 0 ? Math.max(...times) : null;
    return { counterId: id, name, dataUntil };
  });
}
