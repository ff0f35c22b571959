import { err, ok, type Result } from '../../shared/base/result';
import { mergeHistory, type History } from '../../shared/domain/merge';
import { foldUnitDay, type UnitDayState } from '../../shared/domain/unit-day';
import { openHistory, sealHistory } from './dossier-content';
import type { Addition } from './journal-additions';
import type { UnitDayRow } from './local-db';
import { guardStore, type StoreFailure, type Stores } from './open-stores';
import type { RecordKeys, SealError } from './sealing';

interface UnitDayTarget {
  readonly stores: Stores;
  readonly keys: RecordKeys;
}

type UnitDayFailure = StoreFailure | SealError;

/** A unit's day at one counter. */
export interface CounterDay {
  readonly counterId: string;
  readonly state: UnitDayState;
}

function findDay(history: History): { unitId: string; day: string } | undefined {
  const subject = history.actions.map((action) => action.subject).find((found) => found.type === 'unitDay');
  return subject === undefined ? undefined : { unitId: subject.unitId, day: subject.day };
}

async function buildRow(
  keys: RecordKeys,
  [id, addition]: readonly [string, Addition],
  known: UnitDayRow | undefined,
): Promise<Result<UnitDayRow | undefined, SealError>> {
  const binding = { kind: 'unitDay', id } as const;
  const content = known === undefined ? undefined : await openHistory(keys, binding, known.sealed);
  if (content?.ok === false) return content;
  const history = content === undefined ? addition.history : mergeHistory(content.value, addition.history);
  const day = known ?? findDay(history);
  // A receipt for an act that is not in the journal: nothing to hang it on.
  if (day === undefined) return ok(undefined);
  return ok({ id, unitId: day.unitId, day: day.day, sealed: await sealHistory(keys, binding, history) });
}

/** Unites additions with the stored unit-days and writes them. */
export async function applyUnitDays(
  { stores, keys }: UnitDayTarget,
  additions: ReadonlyMap<string, Addition>,
): Promise<Result<null, UnitDayFailure>> {
  if (additions.size === 0) return ok(null);
  const entries = [...additions];
  const known = await guardStore(() => stores.local.unitDays.bulkGet(entries.map(([id]) => id)));
  if (!known.ok) return known;
  const built = await Promise.all(entries.map((entry, no) => buildRow(keys, entry, known.value[no])));
  const rows: UnitDayRow[] = [];
  for (const row of built) {
    if (!row.ok) return row;
    if (row.value !== undefined) rows.push(row.value);
  }
  const saved = await guardStore(() => stores.local.unitDays.bulkPut(rows));
  return saved.ok ? ok(null) : saved;
}

/** The day of a unit at each counter that has acts on it; without a day every day of the unit that has any. */
export async function readUnitDays(
  { stores, keys }: UnitDayTarget,
  { unitId, day }: { readonly unitId: string; readonly day?: string },
): Promise<Result<readonly CounterDay[], UnitDayFailure>> {
  const rows = await guardStore(() =>
    day === undefined
      ? stores.local.unitDays.filter((row) => row.unitId === unitId).toArray()
      : stores.local.unitDays.where({ unitId, day }).toArray(),
  );
  if (!rows.ok) return rows;
  const days: CounterDay[] = [];
  for (const { id, sealed } of rows.value) {
    const history = await openHistory(keys, { kind: 'unitDay', id }, sealed);
    if (!history.ok) return err(history.error);
    const counterId = id.split(':').slice(3).join(':');
    days.push({ counterId, state: foldUnitDay(history.value.actions, history.value.receipts) });
  }
  return ok(days);
}
