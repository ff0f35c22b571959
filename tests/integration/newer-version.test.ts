import { describe, expect, it } from 'vitest';
import { getDossierState } from '../../renderer/records/dossier-queries';
import { closeRecords } from '../../renderer/records/open-records';
import type { Action } from '../../shared/domain/actions/action';
import { createBuilders } from '../support/builders';
import { proposePlain, proposeReception, record } from '../support/door-kit';
import { createPlace } from '../support/open-store';
import { findEngines } from '../support/server-engines';
import { foldFromJournal, readJournal } from './kit/journal-reading';
import { createOfficeClock } from './kit/office-clock';
import { createOfficePc, type OfficePc } from './kit/office-pc';
import { openPage } from './kit/page-bridge';
import { startProvinceServer } from './kit/province-server';

const engines = await findEngines();
const builders = createBuilders(9);

/** An act as a newer version of the app would have recorded it on this PC before somebody went back to this one. */
async function recordAsNewer(pc: OfficePc, like: Action, act: Pick<Action, 'kind' | 'payload'>): Promise<Action> {
  const { journal, index } = pc.desk().books;
  const { backEntry: _late, ...stamp } = like;
  const action: Action = {
    ...stamp,
    id: builders.id(),
    seq: index.nextSeq(),
    at: pc.wall(),
    happenedAt: pc.wall(),
    ...act,
  };
  const written = await journal.append({ kind: 'actions', actions: [{ ...action, happenedAt: action.at }] });
  if (!written.ok) throw new Error('the line was not written');
  await pc.open();
  return { ...action, happenedAt: action.at };
}

describe.each(engines)('acts of a newer version, with a province on $name', (engine) => {
  it('survive journal, push, pull and fold whole, and keep nothing else from working', async () => {
    const clock = createOfficeClock();
    const province = await startProvinceServer(engine, clock);
    const set = { serverUrl: province.line.url, wall: clock.now };
    const first = await createOfficePc({ ...set, enrolCode: await province.newCode('quay-1') });
    const second = await createOfficePc({ ...set, enrolCode: await province.newCode('quay-2'), counterNo: 1 });
    for (const pc of [first, second]) {
      await pc.open();
      await pc.exchange();
    }
    first.online = false;
    const [reception] = await record(first.desk().books, proposeReception());
    if (reception?.subject.type !== 'dossier') throw new Error('nothing was received');
    const newer = [
      await recordAsNewer(first, reception, {
        kind: 'PaperScannedInSpace',
        payload: { v: 1, 'đối tượng': { sâu: [1, { hơn: null }] }, n: 0.25, '': 'rỗng' },
      }),
      await recordAsNewer(first, reception, {
        kind: 'FeeCollected',
        payload: { v: 7, lines: 'no list any more', method: 'crypto' },
      }),
    ];
    await record(first.desk().books, proposePlain(reception.subject, 'FeeCollected'));
    first.online = true;
    expect(await first.exchange()).toMatchObject({ failure: null, waiting: 0 });
    await second.exchange();

    const { pulled, receipts } = await readJournal(second.desk());
    for (const act of newer) {
      expect(pulled.find((action) => action.id === act.id)).toEqual(act);
      expect(receipts.get(act.id)?.verdict).toEqual({
        ...{ type: 'acceptedWithIssue', cause: 'unknownKind', whoActs: 'province' },
      });
    }
    const state = await foldFromJournal(second.desk(), reception.subject.id);
    expect(state.timeline.map((entry) => entry.effect)).toEqual(['applied', 'unknownKind', 'unknownKind', 'applied']);
    expect(state).toMatchObject({ stub: false, feesCollected: 8_000, pos: 4, waitingActionIds: [] });
    expect(await foldFromJournal(first.desk(), reception.subject.id)).toEqual(state);

    await openPage(second, createPlace('newer'));
    expect(await getDossierState(reception.subject.id)).toEqual({ ok: true, value: state });
    await closeRecords();
    first.online = second.online = false;
    const { rows } = await province.content();
    for (const act of newer) expect(rows.find((row) => row.action.id === act.id)?.action).toEqual(act);
  });
});
