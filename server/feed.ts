import type { Kysely } from 'kysely';
import type { Action } from '../shared/domain/actions/action';
import type { Checkpoint } from '../shared/domain/journal-entry';
import { receiptSchema } from '../shared/domain/verdict';
import type { PullAnswer } from '../shared/sync/protocol';
import type { Tables } from './database/tables';

/** Last number of a unit's feed; 0 when nothing was ever in it. */
export async function readFeedHead(db: Kysely<Tables>, unitId: string): Promise<number> {
  const row = await db.selectFrom('unit_counters').select('feed_n').where('unit_id', '=', unitId).executeTakeFirst();
  return row?.feed_n ?? 0;
}

/** Checked when it was stored. */
function readAction(json: string): Action {
  return JSON.parse(json) as Action;
}

/** A request for a stretch of a unit's feed. */
export interface FeedQuery {
  readonly unitId: string;
  readonly serverEpoch: string;
  readonly since: Checkpoint | null;
  readonly limit: number;
}

/**
 * The unit's feed after a checkpoint, exactly `limit` items while there are that many. A checkpoint of another epoch, or
 * ahead of the feed (the database was set back), starts from the beginning: a pull is a union, so that harms nothing.
 */
export async function readFeed(db: Kysely<Tables>, query: FeedQuery): Promise<PullAnswer> {
  const { unitId, serverEpoch, since, limit } = query;
  const head = await readFeedHead(db, unitId);
  const start = since?.serverEpoch === serverEpoch && since.n <= head ? since.n : 0;
  const rows = await db
    .selectFrom('feed')
    .innerJoin('actions', (join) =>
      join.onRef('actions.subject_key', '=', 'feed.subject_key').onRef('actions.pos', '=', 'feed.pos'),
    )
    .select(['feed.n', 'actions.action_json', 'actions.receipt_json'])
    .where('feed.unit_id', '=', unitId)
    .where('feed.n', '>', start)
    .orderBy('feed.n')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return {
    items: page.map((row) => ({
      action: readAction(row.action_json),
      receipt: receiptSchema.parse(JSON.parse(row.receipt_json)),
    })),
    checkpoint: { serverEpoch, n: page.at(-1)?.n ?? start },
    more: rows.length > limit,
  };
}

/** Highest sequence the server holds of each incarnation of a device, quarantined items included. */
export async function readIncarnations(
  db: Kysely<Tables>,
  deviceId: string,
): Promise<readonly { incarnation: string; highestSeq: number }[]> {
  const ofActions = db
    .selectFrom('actions')
    .select(['incarnation', (row) => row.fn.max('seq').as('seq')])
    .where('device_id', '=', deviceId)
    .groupBy('incarnation');
  const ofQuarantine = db
    .selectFrom('quarantine')
    .select(['incarnation', (row) => row.fn.max('seq').as('seq')])
    .where('device_id', '=', deviceId)
    .where('incarnation', 'is not', null)
    .groupBy('incarnation');
  const highest = new Map<string, number>();
  for (const { incarnation, seq } of [...(await ofActions.execute()), ...(await ofQuarantine.execute())]) {
    if (incarnation !== null) highest.set(incarnation, Math.max(highest.get(incarnation) ?? 0, seq ?? 0));
  }
  return [...highest].map(([incarnation, highestSeq]) => ({ incarnation, highestSeq }));
}
