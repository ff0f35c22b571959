import type { Transaction } from 'kysely';
import { err, ok, type Result } from '../../shared/base/result';
import type { Receipt } from '../../shared/domain/verdict';
import type { Tables } from '../database/tables';
import type { Device } from '../devices';
import { readOffices } from '../offices';
import type { ServerContext } from '../server-context';
import { acceptItem, quarantineItem } from './accept-item';
import type { PushItem } from './push-item';
import { loadPushWork, type PushWork } from './push-work';
import { assignOfficialCode } from './server-action';
import { ensureCounters, findSubjectUnits, lockUnits, planUnits } from './unit-locks';
import { writePushWork } from './write-push';

/** A subject came to be seen by more units while the push waited for its locks: lock those too and begin again. */
interface UnitsGrew {
  readonly kind: 'unitsGrew';
  readonly units: readonly string[];
}

/** What a push came to: its receipts in order and the units with something new in their feed. */
interface PushOutcome {
  readonly receipts: readonly Receipt[];
  readonly units: readonly string[];
}

/** Takes the items one by one and collects receipts in `work`. */
type TakeItems = (db: Transaction<Tables>, work: PushWork) => Promise<readonly Receipt[]>;

const RETRIES = 8;

function findSqlState(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Deadlock, serialisation failure, or a row that somebody else made in the same instant: the same again will do. */
function isWorthRepeating(error: unknown): boolean {
  return ['40P01', '40001', '23505'].includes(findSqlState(error));
}

/** The database refuses the data itself (class 22: data exception, 23: constraint). */
function isRefusedData(error: unknown): boolean {
  return /^2[23]/.test(findSqlState(error));
}

/** Runs work on units' subjects under their counter locks, in one transaction. All or none. */
export async function runUnderUnitLocks(
  context: ServerContext,
  input: { readonly device: Device; readonly items: readonly PushItem[]; readonly take: TakeItems },
): Promise<PushOutcome> {
  const { device, items, take } = input;
  const { serverEpoch } = context;
  const units = planUnits(items, device, { offices: await readOffices(context.db, context), serverEpoch });
  for (const unit of await findSubjectUnits(context.db, items)) units.add(unit);
  for (let attempt = 1; ; attempt += 1) {
    await ensureCounters(context.db, units);
    try {
      const outcome = await context.db
        .transaction()
        .execute((db) => runOnce(db, { context, device, items, take, units }));
      if (outcome.ok) return outcome.value;
      for (const unit of outcome.error.units) units.add(unit);
    } catch (error) {
      if (attempt >= RETRIES || !isWorthRepeating(error)) throw error;
    }
  }
}

interface Run {
  readonly context: ServerContext;
  readonly device: Device;
  readonly items: readonly PushItem[];
  readonly take: TakeItems;
  readonly units: ReadonlySet<string>;
}

async function runOnce(db: Transaction<Tables>, run: Run): Promise<Result<PushOutcome, UnitsGrew>> {
  const heads = await lockUnits(db, run.units);
  // Read again under the locks: a feed may have joined the office while this push waited.
  const offices = await readOffices(db, run.context);
  const work = await loadPushWork(db, { ...run, offices }, new Map(heads));
  const planned = planUnits(run.items, run.device, { offices, serverEpoch: run.context.serverEpoch });
  const seen = [...work.subjects.values()].flatMap((subject) => [...subject.units]);
  const missing = [...planned, ...seen].filter((unit) => !heads.has(unit));
  if (missing.length > 0) return err({ kind: 'unitsGrew', units: missing });
  const receipts = await run.take(db, work);
  await writePushWork(db, work, heads);
  return ok({ receipts, units: [...new Set(work.newFeed.map((row) => row.unitId))] });
}

async function acceptTogether(
  context: ServerContext,
  device: Device,
  items: readonly PushItem[],
): Promise<PushOutcome> {
  const take: TakeItems = async (db, work) => {
    const receipts: Receipt[] = [];
    for (const item of items) {
      const known = work.newActions.length;
      receipts.push(acceptItem(context, work, item));
      if (item.sound && work.newActions.length > known) await assignOfficialCode(context, db, { work, item });
    }
    return receipts;
  };
  return runUnderUnitLocks(context, { device, items, take });
}

async function putAside(context: ServerContext, device: Device, item: PushItem): Promise<PushOutcome> {
  const take: TakeItems = (_db, work) => Promise.resolve([quarantineItem(context, work, { item, cause: 'malformed' })]);
  return runUnderUnitLocks(context, { device, items: [item], take });
}

/** One by one, when the database refused something in the batch: only the item it refuses is put aside. */
async function acceptApart(context: ServerContext, device: Device, items: readonly PushItem[]): Promise<PushOutcome> {
  const outcomes: PushOutcome[] = [];
  for (const item of items) {
    try {
      outcomes.push(await acceptTogether(context, device, [item]));
    } catch (error) {
      if (!isRefusedData(error)) throw error;
      outcomes.push(await putAside(context, device, item));
    }
  }
  return {
    receipts: outcomes.flatMap((outcome) => outcome.receipts),
    units: outcomes.flatMap((outcome) => outcome.units),
  };
}

/**
 * Takes a push: exactly one signed receipt per item, in the same order, the same again for a repeat. A bad item never
 * blocks the others. Throws only when the database is not there; nothing was taken then, or a repeat tells what was.
 */
export async function acceptPush(
  context: ServerContext,
  device: Device,
  items: readonly PushItem[],
): Promise<readonly Receipt[]> {
  let outcome: PushOutcome;
  try {
    outcome = await acceptTogether(context, device, items);
  } catch (error) {
    if (!isRefusedData(error)) throw error;
    outcome = await acceptApart(context, device, items);
  }
  context.wakeUp.ring(outcome.units);
  return outcome.receipts;
}
