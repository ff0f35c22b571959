import type { ReceiptSeries } from './receipt-series';
import type { Unit } from './unit';
import { findUnitInCharge } from './unit-succession';

/** A fault of the units of a package that the schema of a row cannot see. */
export type UnitFault =
  | { readonly kind: 'counterTwice' | 'bookTwice'; readonly unitId: string; readonly id: string }
  /** `foreign`: of another unit; `counter`: held by a counter that is not there; `overlap`: shares numbers with another. */
  | {
      readonly kind: 'receiptSeries';
      readonly unitId: string;
      readonly id: string;
      readonly why: 'foreign' | 'counter' | 'overlap';
    }
  | {
      readonly kind: 'succession';
      readonly unitId: string;
      readonly why: 'unknown' | 'ring' | 'beforeStart' | 'successorLater' | 'successorEnded' | 'counter';
    };

function findTwice(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function checkCounters(unit: Unit): readonly UnitFault[] {
  const { id: unitId, counters } = unit;
  const fault = (kind: 'counterTwice' | 'bookTwice') => (id: string) => ({ kind, unitId, id });
  return [
    ...findTwice(counters.map((counter) => counter.id)).map(fault('counterTwice')),
    ...findTwice(counters.map((counter) => counter.book)).map(fault('bookTwice')),
  ];
}

function sharesNumbers(a: ReceiptSeries, b: ReceiptSeries): boolean {
  return a.formNo === b.formNo && a.symbol === b.symbol && a.from <= b.to && b.from <= a.to;
}

/** A number of a series may be given out by one counter only: two would hand it to two citizens. */
function checkSeries({ id: unitId, counters, receiptSeries = [] }: Unit): readonly UnitFault[] {
  const there = new Set(counters.map((counter) => counter.id));
  return receiptSeries.flatMap((series, index) => {
    const fault = (why: Extract<UnitFault, { kind: 'receiptSeries' }>['why']) => ({
      ...{ kind: 'receiptSeries' as const, unitId, id: series.id, why },
    });
    return [
      ...(series.unitId === unitId ? [] : [fault('foreign')]),
      ...(there.has(series.counterId) ? [] : [fault('counter')]),
      ...(receiptSeries.slice(0, index).some((other) => sharesNumbers(series, other)) ? [fault('overlap')] : []),
    ];
  });
}

/** Ids under which the counters of a merged unit go on. */
function listFollowing(unit: Unit): readonly string[] {
  const renamed = new Map((unit.succession?.counters ?? []).map((pair) => [pair.from, pair.to]));
  return unit.counters.map((counter) => renamed.get(counter.id) ?? counter.id);
}

function checkSuccession(unit: Unit, units: ReadonlyMap<string, Unit>): readonly UnitFault[] {
  const { id: unitId, succession } = unit;
  if (!succession) return [];
  const fault = (why: Extract<UnitFault, { kind: 'succession' }>['why']) => [
    { kind: 'succession' as const, unitId, why },
  ];
  const successor = units.get(succession.unitId);
  if (!successor) return fault('unknown');
  if (findUnitInCharge(units, unitId, '9999-12-31') === unitId) return fault('ring');
  const end = successor.succession?.from;
  const there = new Set(successor.counters.map((counter) => counter.id));
  return [
    ...(succession.from <= unit.validFrom ? fault('beforeStart') : []),
    ...(successor.validFrom > succession.from ? fault('successorLater') : []),
    ...(end !== undefined && end < succession.from ? fault('successorEnded') : []),
    ...(listFollowing(unit).every((id) => there.has(id)) ? [] : fault('counter')),
  ];
}

/**
 * Every fault of a package's units, the newest version of each row: counters twice, and mergers that lead nowhere, in a ring,
 * or to a counter that the successor does not have, so that a PC would stand nowhere.
 */
export function findUnitFaults(rows: readonly Unit[]): readonly UnitFault[] {
  const newest = new Map<string, Unit>();
  for (const unit of [...rows].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) newest.set(unit.id, unit);
  return [...newest.values()].flatMap((unit) => [
    ...checkCounters(unit),
    ...checkSeries(unit),
    ...checkSuccession(unit, newest),
  ]);
}
