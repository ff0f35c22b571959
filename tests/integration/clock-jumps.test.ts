import { describe, expect, it } from 'vitest';
import { subjectKey, type Action } from '../../shared/domain/actions/action';
import { proposePlain, proposeReception, record } from '../support/door-kit';
import { findEngines } from '../support/server-engines';
import { idsOf, readJournal } from './kit/journal-reading';
import { createOfficeClock } from './kit/office-clock';
import { createOfficePc, type OfficePc } from './kit/office-pc';
import { startProvinceServer } from './kit/province-server';

// Clocks mean the same to every engine; the last one found is the quicker one.
const engines = (await findEngines()).slice(-1);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How far the PC's clock is off in each session; between two sessions the PC is off. */
const stories: readonly (readonly [what: string, offsets: readonly number[]])[] = [
  ['10 minutes ahead, then corrected', [10 * MINUTE, 0]],
  ['a day ahead, then corrected', [DAY, 0]],
  ['an hour behind, then corrected', [-60 * MINUTE, 0]],
  ['back in 2010, then corrected', [-16 * 365 * DAY, 0]],
  ['40 days ahead, then back, then ahead again', [40 * DAY, -DAY, 0, 40 * DAY]],
];

async function receiveAndAct(pc: OfficePc, earlier: Action | undefined): Promise<Action> {
  const { books } = pc.desk();
  const [reception] = await record(books, proposeReception());
  if (reception === undefined) throw new Error('nothing was received');
  await record(books, proposePlain(reception.subject, 'FormPrinted'), proposePlain(reception.subject, 'FeeCollected'));
  if (earlier !== undefined) await record(books, proposePlain(earlier.subject, 'PaperAttached'));
  return reception;
}

describe.each(engines)('a PC whose clock jumps, with a province on $name', (engine) => {
  it.each(stories)('keeps order and sends everything when it is %s', async (_what, offsets) => {
    const clock = createOfficeClock();
    const province = await startProvinceServer(engine, clock);
    const enrolCode = await province.newCode('quay-1');
    const pc = await createOfficePc({ serverUrl: province.line.url, enrolCode, wall: clock.now });
    await pc.open();
    await pc.exchange();
    let last = await receiveAndAct(pc, undefined);
    expect(await pc.exchange()).toMatchObject({ failure: null, waiting: 0 });

    // Work without a line in each session: edits of what was sent as well as new dossiers.
    for (const offset of offsets) {
      await pc.close();
      pc.online = false;
      pc.wall = () => clock.now() + offset;
      clock.pass(30 * MINUTE);
      await pc.open();
      last = await receiveAndAct(pc, last);
      // The clock is set while the app runs, and back again.
      pc.wall = () => clock.now() - 3 * DAY;
      last = await receiveAndAct(pc, last);
      pc.wall = () => clock.now() + offset;
      last = await receiveAndAct(pc, last);
    }
    pc.wall = clock.now;
    pc.online = true;
    expect(await pc.exchange()).toMatchObject({ failure: null, waiting: 0, queue: [], clockDoubt: false });

    const { own, receipts } = await readJournal(pc.desk());
    expect(own).toHaveLength(3 + offsets.length * 12);
    expect(own.map((action) => action.seq)).toEqual(own.map((_action, index) => index + 1));
    expect(own.filter((action) => !receipts.has(action.id))).toEqual([]);
    const { rows } = await province.content();
    const there = rows.filter((row) => row.deviceId === pc.desk().deviceId);
    expect(idsOf(there.map((row) => row.action))).toEqual(idsOf(own));
    // Wall time plays no part: inside each dossier the province's order is the order of the keyboard.
    for (const key of new Set(own.map((action) => subjectKey(action.subject)))) {
      const placed = there.filter((row) => row.subjectKey === key).map((row) => row.action.seq);
      expect(placed).toEqual(placed.toSorted((a, b) => a - b));
    }
    const verdicts = new Set(there.map((row) => row.receipt.verdict.type));
    expect([...verdicts].filter((type) => type === 'refused' || type === 'quarantined')).toEqual([]);
    expect(pc.faults).toEqual([]);
  });

  it('gives no official code of a doubtful day when the clock is set while the app runs', async () => {
    const clock = createOfficeClock();
    const province = await startProvinceServer(engine, clock);
    const enrolCode = await province.newCode('quay-1');
    const pc = await createOfficePc({ serverUrl: province.line.url, enrolCode, wall: clock.now });
    await pc.open();
    await pc.exchange();
    pc.online = false;
    pc.wall = () => clock.now() + DAY;
    const doubtful = await receiveAndAct(pc, undefined);
    expect(doubtful).toMatchObject({
      clockDoubt: true,
      payload: { code: { kind: 'temporary', reason: 'clockDoubt' } },
    });
    expect(pc.desk().sync.status().clockDoubt).toBe(true);
    pc.wall = clock.now;
    const sure = await receiveAndAct(pc, doubtful);
    expect(sure.clockDoubt).toBeUndefined();
    expect(sure).toMatchObject({ payload: { code: { kind: 'official' } } });
    pc.online = true;
    expect(await pc.exchange()).toMatchObject({ failure: null, waiting: 0 });
  });
});
