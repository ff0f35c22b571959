import { onTestFinished, describe, expect, it } from 'vitest';
import { hashAction } from '../../electron/net/server-signature';
import { proposePlain, proposeReception, record } from '../support/door-kit';
import { findEngines } from '../support/server-engines';
import { startServerProcess, type ServerProcess } from '../support/server-process';
import { startFaultyLine, type FaultyLine } from './kit/faulty-line';
import { idsOf, readJournal } from './kit/journal-reading';
import { createOfficePc, type OfficePc } from './kit/office-pc';
import { makeServerPlace, readServerContent, type ServerPlace } from './kit/province-server';

const engines = await findEngines();
const SAMPLE_CODE = 'DEMO-QUAY-1';

/** The server as a process, killed like a power cut ends it and started again on the same data and port. */
async function startMortal(place: ServerPlace): Promise<{
  readonly line: FaultyLine;
  readonly kill: () => Promise<void>;
  readonly revive: () => Promise<void>;
  readonly stop: () => Promise<void>;
}> {
  let process: ServerProcess = await startServerProcess(place);
  const { port } = process;
  onTestFinished(() => process.stop());
  return {
    line: await startFaultyLine(process.url),
    kill: () => process.kill(),
    revive: async () => {
      process = await startServerProcess({ ...place, port });
    },
    stop: () => process.stop(),
  };
}

async function killIn(milliseconds: number, kill: () => Promise<void>): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await kill();
}

/** Receptions with a fee each, recorded while there is no line. */
async function recordOffline(pc: OfficePc, count: number): Promise<void> {
  pc.online = false;
  const { books } = pc.desk();
  for (let done = 0; done < count; done += 50) {
    const received = await record(books, ...Array.from({ length: 50 }, () => proposeReception()));
    await record(books, ...received.map(({ subject }) => proposePlain(subject, 'FeeCollected')));
  }
  await pc.exchange();
  pc.online = true;
}

describe.each(engines)('a province on $name that is killed in mid-push', (engine) => {
  it('holds everything exactly once at unchanged positions after the next exchange', { timeout: 180_000 }, async () => {
    const place = await makeServerPlace(engine);
    const province = await startMortal(place);
    const pc = await createOfficePc({ serverUrl: province.line.url, enrolCode: SAMPLE_CODE, wall: Date.now });
    await pc.open();
    await pc.exchange();
    await recordOffline(pc, 350);
    const positionsTold = new Map<string, number | null>();
    const noteTold = async (): Promise<void> => {
      for (const [id, { pos }] of (await readJournal(pc.desk())).receipts) positionsTold.set(id, pos);
    };

    // Killed while it works on a push, twice, and with the answer on its way back.
    for (const [trick, afterMs] of [
      ['pass', 10],
      ['pass', 40],
      ['loseAnswer', null],
    ] as const) {
      let killed: Promise<void> | undefined;
      province.line.trick = trick;
      province.line.beforePush = () => {
        if (afterMs !== null) killed ??= killIn(afterMs, province.kill);
      };
      const status = await pc.exchange();
      pc.online = false;
      expect([trick, status.failure?.kind]).toEqual([trick, 'network']);
      expect(status.waiting).toBeGreaterThan(0);
      await killed;
      await province.kill();
      await noteTold();
      province.line.beforePush = () => undefined;
      province.line.trick = 'pass';
      await province.revive();
      pc.online = true;
    }
    expect(await pc.exchange()).toMatchObject({ failure: null, waiting: 0, accepted: 350, queue: [] });
    await province.stop();

    const here = await readJournal(pc.desk());
    const { rows, quarantined } = await readServerContent(place);
    const there = rows.filter((row) => row.deviceId === pc.desk().deviceId);
    expect(here.own).toHaveLength(700);
    expect(idsOf(there.map((row) => row.action))).toEqual(idsOf(here.own));
    expect(new Set(there.map((row) => row.action.id)).size).toBe(there.length);
    expect(quarantined).toBe(0);
    expect(positionsTold.size).toBeGreaterThan(0);
    for (const { action, pos, receipt } of there) {
      expect(receipt.actionHash).toBe(hashAction(action));
      expect(here.receipts.get(action.id)?.pos).toBe(pos);
      expect(positionsTold.get(action.id) ?? pos).toBe(pos);
    }
    expect(pc.faults).toEqual([]);
  });
});
