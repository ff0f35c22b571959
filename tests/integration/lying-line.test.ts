import { describe, expect, it } from 'vitest';
import type { Action } from '../../shared/domain/actions/action';
import { proposePlain, proposeReception, record } from '../support/door-kit';
import { createRandom } from '../support/random';
import { findEngines } from '../support/server-engines';
import type { Trick } from './kit/faulty-line';
import { idsOf, readJournal } from './kit/journal-reading';
import { createOfficeClock } from './kit/office-clock';
import { createOfficePc, openClient, type OfficePc } from './kit/office-pc';
import { startProvinceServer, type ProvinceServer } from './kit/province-server';

const engines = await findEngines();

/** Tricks after which nothing may count as sent, and what the status bar makes of each. */
const lies: readonly (readonly [Trick, string])[] = [
  ['loseRequest', 'network'],
  ['loseAnswer', 'network'],
  ['cutAnswer', 'network'],
  ['emptyList', 'protocol'],
  ['emptyObject', 'protocol'],
  ['noReceipts', 'protocol'],
  ['halfTheReceipts', 'protocol'],
  ['loginPage', 'captivePortal'],
  ['redirect', 'captivePortal'],
  ['reversedReceipts', 'untrusted'],
  ['forgedPositions', 'untrusted'],
];

async function openOffice(engine: (typeof engines)[number]): Promise<{ pc: OfficePc; province: ProvinceServer }> {
  const clock = createOfficeClock();
  const province = await startProvinceServer(engine, clock);
  const enrolCode = await province.newCode('quay-1');
  const pc = await createOfficePc({ serverUrl: province.line.url, enrolCode, wall: clock.now });
  await pc.open();
  await pc.exchange();
  return { pc, province };
}

/** Records without a cable, so that the first try at sending is the test's own. */
async function recordOffline(pc: OfficePc, receptions: number): Promise<readonly Action[]> {
  pc.online = false;
  const { books } = pc.desk();
  const received = await record(books, ...Array.from({ length: receptions }, () => proposeReception()));
  const fees = await record(books, ...received.map(({ subject }) => proposePlain(subject, 'FeeCollected')));
  await pc.exchange();
  pc.online = true;
  return [...received, ...fees];
}

/** Journal and database hold the same acts, each once, at the positions the journal's receipts name. */
async function expectAgreement(pc: OfficePc, province: ProvinceServer): Promise<void> {
  const here = await readJournal(pc.desk());
  const { rows, quarantined } = await province.content();
  const there = rows.filter((row) => row.deviceId !== 'server');
  expect(idsOf(there.map((row) => row.action))).toEqual(idsOf(here.own));
  expect(there.map((row) => row.pos)).toEqual(there.map((row) => here.receipts.get(row.action.id)?.pos));
  expect(quarantined).toBe(0);
  const places = rows.map((row) => `${row.subjectKey} ${String(row.pos)}`);
  expect(new Set(places).size).toBe(places.length);
  expect(pc.faults).toEqual([]);
}

describe.each(engines)('a line that lies, to a province on $name', (engine) => {
  it('never makes an act count as sent before its genuine and complete answer lies in the journal', async () => {
    const { pc, province } = await openOffice(engine);
    for (const [trick, failure] of lies) {
      const acts = await recordOffline(pc, 3);
      const before = (await readJournal(pc.desk())).receipts.size;
      province.line.trick = trick;
      const status = await pc.exchange();
      expect([trick, status.failure?.kind, status.line]).toEqual([trick, failure, 'down']);
      expect([trick, status.waiting]).toEqual([trick, 3]);
      expect((await readJournal(pc.desk())).receipts.size).toBe(before);
      province.line.trick = 'pass';
      expect([trick, (await pc.exchange()).waiting]).toEqual([trick, 0]);
      const { receipts } = await readJournal(pc.desk());
      expect(acts.filter((act) => receipts.get(act.id)?.verdict.type !== 'accepted')).toEqual([]);
    }
    await expectAgreement(pc, province);
  });

  it('cannot pass off the answer of one push as that of another', async () => {
    const { pc, province } = await openOffice(engine);
    await recordOffline(pc, 2);
    expect((await pc.exchange()).waiting).toBe(0);
    await recordOffline(pc, 2);
    province.line.trick = 'earlierAnswer';
    expect(await pc.exchange()).toMatchObject({ waiting: 2, failure: { kind: 'untrusted' } });
    province.line.trick = 'pass';
    expect((await pc.exchange()).waiting).toBe(0);
    await expectAgreement(pc, province);
  });

  it('changes nothing by delivering a request twice', async () => {
    const { pc, province } = await openOffice(engine);
    province.line.trick = 'repeat';
    for (let round = 0; round < 3; round += 1) {
      await recordOffline(pc, 2);
      expect(await pc.exchange()).toMatchObject({ waiting: 0, failure: null });
    }
    await expectAgreement(pc, province);
  });

  it('changes nothing by delivering batches in another order than they were written', async () => {
    const { pc, province } = await openOffice(engine);
    const acts = await recordOffline(pc, 6);
    const client = openClient(pc, province.line.url);
    // The fees arrive before the receptions they belong to, the last batch first.
    for (const batch of [acts.slice(9), acts.slice(6, 9), acts.slice(3, 6)]) {
      expect((await client.push(batch)).ok).toBe(true);
    }
    expect(pc.desk().sync.status().waiting).toBe(6);
    expect(await pc.exchange()).toMatchObject({ waiting: 0, failure: null, issues: [] });
    await expectAgreement(pc, province);
  });

  it('ends in agreement after any sequence of its tricks', async () => {
    const { pc, province } = await openOffice(engine);
    const random = createRandom(20_261_120);
    const tricks = [...lies.map(([trick]) => trick), 'repeat', 'earlierAnswer', 'pass'] as const;
    let written = 0;
    for (let round = 0; round < 30; round += 1) {
      const receptions = random.int(1, 3);
      await recordOffline(pc, receptions);
      written += 2 * receptions;
      province.line.trick = tricks[random.int(0, tricks.length - 1)] ?? 'pass';
      await pc.exchange();
    }
    province.line.trick = 'pass';
    expect(await pc.exchange()).toMatchObject({ waiting: 0, failure: null });
    expect((await readJournal(pc.desk())).own).toHaveLength(written);
    await expectAgreement(pc, province);
  });
});
