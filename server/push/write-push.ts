import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables';
import type { PushWork } from './push-work';

async function writeSubjects(db: Transaction<Tables>, work: PushWork): Promise<void> {
  const touched = new Set(work.newActions.map((action) => action.receipt.subjectKey));
  const subjects = [...work.subjects.values()].filter((subject) => touched.has(subject.key));
  if (subjects.length === 0) return;
  const rows = subjects.map(({ key, homeUnit, lastPos, received }) => ({
    subject_key: key,
    home_unit: homeUnit,
    last_pos: lastPos,
    received,
  }));
  await db
    .insertInto('subjects')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('subject_key').doUpdateSet((row) => ({
        home_unit: row.ref('excluded.home_unit'),
        last_pos: row.ref('excluded.last_pos'),
        received: row.ref('excluded.received'),
      })),
    )
    .execute();
  const units = subjects.flatMap(({ key, units: all, storedUnits }) =>
    [...all].filter((unit) => !storedUnits.has(unit)).map((unit_id) => ({ subject_key: key, unit_id })),
  );
  if (units.length > 0) await db.insertInto('subject_units').values(units).execute();
}

async function writeActions(db: Transaction<Tables>, work: PushWork): Promise<void> {
  if (work.newActions.length === 0) return;
  const rows = work.newActions.map(({ item, receipt, pos }) => ({
    action_id: item.action.id,
    subject_key: receipt.subjectKey,
    pos,
    kind: item.action.kind,
    device_id: item.action.deviceId,
    incarnation: item.action.incarnation,
    seq: item.action.seq,
    action_hash: item.name.hash,
    action_json: item.json,
    verdict: receipt.verdict.type,
    receipt_json: JSON.stringify(receipt),
    received_at: receipt.at,
  }));
  await db.insertInto('actions').values(rows).execute();
}

async function writeFeed(db: Transaction<Tables>, work: PushWork): Promise<void> {
  if (work.newFeed.length === 0) return;
  const rows = work.newFeed.map(({ unitId, subjectKey, pos }) => {
    const n = (work.feedHeads.get(unitId) ?? 0) + 1;
    work.feedHeads.set(unitId, n);
    return { unit_id: unitId, n, subject_key: subjectKey, pos };
  });
  await db.insertInto('feed').values(rows).execute();
}

async function writeCounters(
  db: Transaction<Tables>,
  work: PushWork,
  before: ReadonlyMap<string, number>,
): Promise<void> {
  for (const [unit_id, feed_n] of work.feedHeads) {
    if (before.get(unit_id) !== feed_n) {
      await db.updateTable('unit_counters').set({ feed_n }).where('unit_id', '=', unit_id).execute();
    }
  }
}

/** Writes what a push collected, in few statements: subjects, actions, feed, codes, quarantine, counters. */
export async function writePushWork(
  db: Transaction<Tables>,
  work: PushWork,
  headsBefore: ReadonlyMap<string, number>,
): Promise<void> {
  await writeSubjects(db, work);
  await writeActions(db, work);
  await writeFeed(db, work);
  if (work.codes.added.length > 0) await db.insertInto('dossier_codes').values(work.codes.added).execute();
  if (work.codes.kits.length > 0) {
    await db
      .insertInto('kit_codes')
      .values(work.codes.kits)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  if (work.newQuarantine.length > 0) await db.insertInto('quarantine').values(work.newQuarantine).execute();
  await writeCounters(db, work, headsBefore);
}
