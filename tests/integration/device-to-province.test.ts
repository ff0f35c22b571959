import { describe, expect, it } from 'vitest';
import { isReceiptGenuine, readServerKeys } from '../../electron/net/server-signature';
import { subjectKey } from '../../shared/domain/actions/action';
import { proposePlain, proposeReception, record } from '../support/door-kit';
import { findEngines } from '../support/server-engines';
import { foldFromJournal, idsOf, readJournal } from './kit/journal-reading';
import { createOfficeClock } from './kit/office-clock';
import { createOfficePc, type OfficePc } from './kit/office-pc';
import { startProvinceServer } from './kit/province-server';

const engines = await findEngines();

/** One dossier with acts of every sort the slice knows at a counter. */
async function receiveWithActs(pc: OfficePc): Promise<string> {
  const { books } = pc.desk();
  const [reception] = await record(books, proposeReception());
  if (reception?.subject.type !== 'dossier') throw new Error('nothing was received');
  const { subject } = reception;
  await record(
    books,
    proposePlain(subject, 'FormPrinted'),
    proposePlain(subject, 'FeeCollected'),
    proposePlain(subject, 'PaperAttached'),
  );
  await record(books, proposePlain(subject, 'SupplementRequested'));
  return subject.id;
}

describe.each(engines)('a dossier on its way to a province on $name', (engine) => {
  it('lies there with its receipts, and tells a second counter the same', async () => {
    const clock = createOfficeClock();
    const province = await startProvinceServer(engine, clock);
    const { url } = province.line;
    const wall = clock.now;
    const first = await createOfficePc({ serverUrl: url, enrolCode: await province.newCode('quay-1'), wall });
    const second = await createOfficePc({
      ...{ serverUrl: url, enrolCode: await province.newCode('quay-2'), wall, counterNo: 1 },
    });
    await first.open();
    await first.exchange();
    const dossierId = await receiveWithActs(first);
    const status = await first.exchange();
    expect(status).toMatchObject({ line: 'up', failure: null, saved: 1, accepted: 1, waiting: 0, queue: [] });
    expect(status.serverDurable).toBe(engine.durable);

    const here = await readJournal(first.desk());
    const keys = readServerKeys(first.place.find()?.serverKeys ?? []);
    expect(here.own).toHaveLength(5);
    for (const action of here.own) {
      const receipt = here.receipts.get(action.id);
      expect(receipt !== undefined && isReceiptGenuine(receipt, action, keys)).toBe(true);
      expect(receipt?.verdict).toEqual({ type: 'accepted' });
    }

    await second.open();
    await second.exchange();
    const there = await readJournal(second.desk());
    expect(idsOf(there.pulled)).toEqual(idsOf(here.own));
    const told = await foldFromJournal(first.desk(), dossierId);
    expect(await foldFromJournal(second.desk(), dossierId)).toEqual(told);
    expect(told).toMatchObject({ status: 5, pos: 5, stub: false, issues: [], waitingActionIds: [] });
    expect(told.code).toMatch(/^H41\.26-261120-\d{4}$/);

    const { rows, codes, quarantined } = await province.content();
    expect(rows.map((row) => row.action)).toEqual(here.own);
    expect(rows.map((row) => [row.subjectKey, row.pos])).toEqual(
      here.own.map((action, index) => [subjectKey(action.subject), index + 1]),
    );
    expect(new Map(rows.map((row) => [row.action.id, row.receipt]))).toEqual(here.receipts);
    expect(codes.map(({ code, state }) => [code, state])).toEqual([[told.code, 'used']]);
    expect(quarantined).toBe(0);
    expect([...first.faults, ...second.faults]).toEqual([]);
    // The rules are fetched once by each PC, however often they exchange.
    expect(province.line.asked.filter((call) => call.startsWith('GET /v1/packages/'))).toHaveLength(10);
  });

  it('comes back to the first counter when the second one goes on with it', async () => {
    const clock = createOfficeClock();
    const province = await startProvinceServer(engine, clock);
    const { url } = province.line;
    const wall = clock.now;
    const first = await createOfficePc({ serverUrl: url, enrolCode: await province.newCode('quay-1'), wall });
    const second = await createOfficePc({
      ...{ serverUrl: url, enrolCode: await province.newCode('quay-2'), wall, counterNo: 1 },
    });
    await Promise.all([first.open(), second.open()]);
    await first.exchange();
    const dossierId = await receiveWithActs(first);
    await first.exchange();
    await second.exchange();

    const subject = { type: 'dossier', id: dossierId } as const;
    const { pos } = await foldFromJournal(second.desk(), dossierId);
    await record(second.desk().books, { ...proposePlain(subject, 'SupplementReceived'), base: pos });
    first.online = false;
    await record(first.desk().books, { ...proposePlain(subject, 'FeeCollected'), base: pos });
    await second.exchange();
    first.online = true;
    await first.exchange();
    await second.exchange();

    const told = await foldFromJournal(first.desk(), dossierId);
    expect(told).toMatchObject({ status: 2, pos: 7, waitingActionIds: [], issues: [] });
    expect(told.timeline.map((entry) => entry.action.kind).slice(-2)).toEqual(['SupplementReceived', 'FeeCollected']);
    expect(await foldFromJournal(second.desk(), dossierId)).toEqual(told);
  });

  it('is pushed as it stands in the sealed journal when the PC was off in between', async () => {
    const clock = createOfficeClock();
    const province = await startProvinceServer(engine, clock);
    const enrolCode = await province.newCode('quay-1');
    const pc = await createOfficePc({ serverUrl: province.line.url, enrolCode, wall: clock.now });
    pc.online = false;
    await pc.open();
    const dossierId = await receiveWithActs(pc);
    expect((await pc.exchange()).failure).toEqual({ kind: 'network' });
    await pc.close();
    await pc.open();
    const before = await readJournal(pc.desk());
    expect(pc.desk().sync.status()).toMatchObject({ saved: 1, accepted: 0, waiting: 1 });
    pc.online = true;
    expect(await pc.exchange()).toMatchObject({ failure: null, waiting: 0 });
    const { rows } = await province.content();
    expect(idsOf(rows.flatMap(({ action, deviceId }) => (deviceId === 'server' ? [] : [action])))).toEqual(
      idsOf(before.own),
    );
    // Received before the first line ever: without a lease it had a temporary number, which the province paired.
    const told = await foldFromJournal(pc.desk(), dossierId);
    expect(told.temporaryCode).toMatch(/^TAM-/);
    expect(told.code).toMatch(/^H41\.26-261120-9\d{5}$/);
  });
});
