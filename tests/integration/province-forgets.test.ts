import { describe, expect, it } from 'vitest';
import type { Subject } from '../../shared/domain/actions/action';
import { proposePlain, proposeReception, record } from '../support/door-kit';
import { findEngines, type TestEngine } from '../support/server-engines';
import { copyDatabase, emptyServer } from './kit/database-copy';
import { foldFromJournal, idsOf, readJournal } from './kit/journal-reading';
import { createOfficeClock } from './kit/office-clock';
import { createOfficePc, type OfficePc } from './kit/office-pc';
import { startProvinceServer, type ProvinceServer } from './kit/province-server';

const engines = await findEngines();

interface Office {
  readonly province: ProvinceServer;
  readonly first: OfficePc;
  readonly second: OfficePc;
}

async function openOffice(engine: TestEngine): Promise<Office> {
  const clock = createOfficeClock();
  const province = await startProvinceServer(engine, clock);
  const set = { serverUrl: province.line.url, wall: clock.now };
  const first = await createOfficePc({ ...set, enrolCode: await province.newCode('quay-1') });
  const second = await createOfficePc({ ...set, enrolCode: await province.newCode('quay-2'), counterNo: 1 });
  for (const pc of [first, second]) {
    await pc.open();
    await pc.exchange();
  }
  return { province, first, second };
}

async function receive(pc: OfficePc, count: number): Promise<readonly Subject[]> {
  const done = await record(pc.desk().books, ...Array.from({ length: count }, () => proposeReception()));
  return done.map((action) => action.subject);
}

/** Each PC adds an act to dossiers of the other, so that positions come from both. */
async function actOnEachOther(
  { first, second }: Office,
  ofFirst: readonly Subject[],
  ofSecond: readonly Subject[],
): Promise<void> {
  for (const pc of [first, second, first]) await pc.exchange();
  await record(second.desk().books, ...ofFirst.map((subject) => proposePlain(subject, 'FeeCollected')));
  await record(first.desk().books, ...ofSecond.map((subject) => proposePlain(subject, 'PaperAttached')));
  for (const pc of [first, second, first]) await pc.exchange();
}

function hold(...pcs: readonly OfficePc[]): void {
  for (const pc of pcs) pc.online = false;
}

/** Both PCs hold every act with the receipts the database holds, and fold to the same dossiers. */
async function expectOneTruth({ province, first, second }: Office, subjects: readonly Subject[]): Promise<void> {
  const journals = [await readJournal(first.desk()), await readJournal(second.desk())] as const;
  const { rows } = await province.content();
  const own = journals.flatMap((journal) => journal.own);
  const there = rows.filter((row) => row.deviceId !== 'server');
  expect(idsOf(there.map((row) => row.action))).toEqual(idsOf(own));
  for (const { receipts } of journals) {
    expect(rows.map((row) => [row.action.id, receipts.get(row.action.id)?.pos])).toEqual(
      rows.map((row) => [row.action.id, row.pos]),
    );
  }
  for (const subject of subjects) {
    if (subject.type !== 'dossier') throw new Error('a dossier was expected');
    const told = await foldFromJournal(first.desk(), subject.id);
    expect(await foldFromJournal(second.desk(), subject.id)).toEqual(told);
    expect(told.waitingActionIds).toEqual([]);
  }
  expect([...first.faults, ...second.faults]).toEqual([]);
}

describe.each(engines)('a province on $name that lost its memory', (engine) => {
  it('is told again what its copy of last night does not hold', async () => {
    const office = await openOffice(engine);
    const { province, first, second } = office;
    const kept = [...(await receive(first, 3)), ...(await receive(second, 3))];
    for (const pc of [first, second]) await pc.exchange();
    const { serverEpoch } = province.server();
    await province.stop();
    const copy = await copyDatabase(province.place);
    await province.start();

    const [ofFirst, ofSecond] = [await receive(first, 4), await receive(second, 4)];
    await actOnEachOther(office, ofFirst, ofSecond);
    expect(first.desk().sync.status()).toMatchObject({ waiting: 0, failure: null });
    hold(first, second);
    await province.cutPower();
    await copy.putBack();
    await province.start(engine.durable ? { restored: true } : {});
    expect(province.server().serverEpoch).not.toBe(serverEpoch);

    for (const pc of [first, second]) pc.online = true;
    for (const pc of [first, second, first]) expect(await pc.exchange()).toMatchObject({ failure: null, waiting: 0 });
    hold(first, second);
    await expectOneTruth(office, [...kept, ...ofFirst, ...ofSecond]);
  });

  it('is told everything again when nothing is left of it and the PCs were enrolled anew', async () => {
    const office = await openOffice(engine);
    const { province, first, second } = office;
    const [ofFirst, ofSecond] = [await receive(first, 4), await receive(second, 4)];
    await actOnEachOther(office, ofFirst, ofSecond);
    hold(first, second);
    await province.stop();
    await emptyServer(province.place);
    await province.start();

    first.online = true;
    const late = await receive(first, 2);
    // Unknown device: nothing more is sent, nothing is forgotten, and the desk says why.
    expect(await first.exchange()).toMatchObject({ failure: { kind: 'auth' }, waiting: 2 });
    for (const [pc, counterId] of [
      [first, 'quay-1'],
      [second, 'quay-2'],
    ] as const) {
      const place = pc.place.find();
      if (place === undefined) throw new Error('the PC has no place');
      await pc.place.save({ ...place, enrolCode: await province.newCode(counterId) });
      pc.online = true;
      expect(await pc.exchange()).toMatchObject({ failure: null, waiting: 0 });
    }
    for (const pc of [first, second]) await pc.exchange();
    hold(first, second);
    await expectOneTruth(office, [...ofFirst, ...ofSecond, ...late]);
  });
});
