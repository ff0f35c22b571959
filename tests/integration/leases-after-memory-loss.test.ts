import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proposeReception, record } from '../support/door-kit';
import { findEngines, type TestEngine } from '../support/server-engines';
import { copyDatabase, type DatabaseCopy } from './kit/database-copy';
import { idsOf, readJournal } from './kit/journal-reading';
import { createOfficeClock } from './kit/office-clock';
import { createOfficePc, openClient, type OfficePc } from './kit/office-pc';
import { startProvinceServer, type ProvinceServer } from './kit/province-server';

const engines = await findEngines();
const DAY = '2026-11-20';
const AGENCY = 'H41.26';

interface Office {
  readonly province: ProvinceServer;
  readonly first: OfficePc;
  readonly second: OfficePc;
  /** The province's database as it was before codes were taken. */
  readonly copy: DatabaseCopy;
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
    pc.online = false;
  }
  await province.stop();
  const copy = await copyDatabase(province.place);
  await province.start();
  return { province, first, second, copy };
}

/** Takes codes beside the engine, as for a day of fair. */
async function takeCodes({ province }: Office, pc: OfficePc, size: number): Promise<void> {
  const answer = await openClient(pc, province.line.url).leases({ agencyId: AGENCY, days: [DAY], size });
  if (!answer.ok) throw new Error(`no leases: ${answer.error.kind}`);
  await pc.desk().books.door.appendLeases(answer.value.leases);
}

function numbersOf(pc: OfficePc): readonly number[] {
  const { leases } = pc.desk().books.index.codeSupply(AGENCY, DAY);
  return leases
    .filter((lease) => lease.day === DAY)
    .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

/** The power fails, and what the database kept is an older state. */
async function loseMemory({ province, copy }: Office, engine: TestEngine): Promise<void> {
  await province.cutPower();
  await copy.putBack();
  await province.start(engine.durable ? { restored: true } : {});
}

async function exchange(pc: OfficePc): Promise<void> {
  pc.online = true;
  expect(await pc.exchange()).toMatchObject({ failure: null, waiting: 0 });
  pc.online = false;
}

async function receive(pc: OfficePc, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await record(pc.desk().books, proposeReception());
}

function expectNoNumberTwice({ first, second }: Office): void {
  const numbers = [...numbersOf(first), ...numbersOf(second)];
  expect(new Set(numbers).size).toBe(numbers.length);
}

describe.each(engines)('codes of a province on $name that lost its memory', (engine) => {
  it('do not repeat when a counter that holds some has not called yet', async () => {
    const office = await openOffice(engine);
    const { first, second } = office;
    await takeCodes(office, first, 100);
    await takeCodes(office, second, 250);
    await loseMemory(office, engine);

    await exchange(first);
    await takeCodes(office, first, 400);
    expectNoNumberTwice(office);
    await exchange(second);
    await takeCodes(office, second, 400);
    expectNoNumberTwice(office);
  });

  it('are told by the counters when the note beside the database is gone too, and stay theirs', async () => {
    const office = await openOffice(engine);
    const { first, second, province } = office;
    await takeCodes(office, second, 250);
    await receive(second, 3);
    await exchange(second);
    await receive(first, 3);
    await province.cutPower();
    await office.copy.putBack();
    await rm(join(province.place.dataDir, 'given-numbers.json'));
    await province.start(engine.durable ? { restored: true } : {});

    await exchange(second);
    await takeCodes(office, first, 400);
    expectNoNumberTwice(office);
    await exchange(first);
    const { rows, leases } = await province.content();
    expect(rows.map((row) => row.receipt.verdict.type)).toEqual(rows.map(() => 'accepted'));
    expect(rows).toHaveLength(6);
    const held = leases.filter((lease) => lease.deviceId === second.desk().deviceId && lease.day === DAY);
    expect(held.map(({ from, to }) => to - from + 1).reduce((sum, count) => sum + count)).toBe(
      numbersOf(second).length,
    );
  });

  it('and acts are told again when the database was set back without a word to the server', async () => {
    const office = await openOffice(engine);
    const { first, second, province, copy } = office;
    for (const pc of [first, second]) {
      await receive(pc, 4);
      await exchange(pc);
    }
    const { serverEpoch } = province.server();
    await province.stop();
    await copy.putBack();
    await province.start();
    expect(province.server().serverEpoch).toBe(serverEpoch);

    for (const pc of [first, second, first]) await exchange(pc);
    const journals = [await readJournal(first.desk()), await readJournal(second.desk())] as const;
    const { rows } = await province.content();
    expect(idsOf(rows.map((row) => row.action))).toEqual(idsOf(journals.flatMap(({ own }) => own)));
    expect(rows.map((row) => row.receipt.verdict.type)).toEqual(rows.map(() => 'accepted'));
    for (const { receipts } of journals) {
      expect(rows.map((row) => receipts.get(row.action.id)?.pos)).toEqual(rows.map((row) => row.pos));
    }
    expect([...first.faults, ...second.faults]).toEqual([]);
  });
});
