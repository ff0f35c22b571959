import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toLocalDay } from '../shared/base/time';
import type { Action } from '../shared/domain/actions/action';
import { formatOfficialCode } from '../shared/domain/dossier-code';
import type { Receipt } from '../shared/domain/verdict';
import { createBuilders } from '../tests/support/builders';
import { createServerDevice, type ServerDevice } from '../tests/support/server-device';
import { findEngines } from '../tests/support/server-engines';
import { startServerProcess, type ServerProcess } from '../tests/support/server-process';
import { startServer, type RunningServer } from './http';

const BATCH = 20;
const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'qmc-restart-'));
  cleanUps.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Receptions of one device with lawful codes, written now: the server process runs on the real clock. */
async function writeReceptions(device: ServerDevice, count: number): Promise<Action[]> {
  const builders = createBuilders(11);
  const day = toLocalDay(Date.now());
  const { leases } = (await device.leases({ agencyId: 'H41.26', days: [day], size: count })).body;
  const [lease] = leases;
  if (!lease) throw new Error('no lease');
  return Array.from({ length: count }, (_, index) => {
    const value = formatOfficialCode({ agencyId: 'H41.26', day, number: lease.from + index });
    const at = Date.now();
    const parts = {
      subject: { type: 'dossier' as const, id: builders.id() },
      deviceId: device.deviceId(),
      at,
      happenedAt: at,
    };
    return builders.action('DossierReceived', parts, { code: { kind: 'official', value, leaseId: lease.leaseId } });
  });
}

/** Pushes batches one after the other and kills the server once `killAfter` were answered and the next is on its way. */
async function pushUntilKilled(
  device: ServerDevice,
  server: ServerProcess,
  plan: { batches: readonly Action[][]; killAfter: number },
): Promise<Receipt[]> {
  const heard: Receipt[] = [];
  let killed: Promise<void> | undefined;
  for (const [index, batch] of plan.batches.entries()) {
    if (index === plan.killAfter) killed = server.kill();
    const answer = await device.push(batch).catch(() => undefined);
    if (answer?.status !== 200) break;
    heard.push(...answer.body.receipts);
  }
  await killed;
  return heard;
}

function split(actions: readonly Action[], size: number): Action[][] {
  return Array.from({ length: Math.ceil(actions.length / size) }, (_, index) =>
    actions.slice(index * size, (index + 1) * size),
  );
}

describe.each(await findEngines())('server process on $name', (engine) => {
  it('changes nothing by a repeat when it was killed in mid-push', { timeout: 120_000 }, async () => {
    const dataDir = await newFolder();
    const database = await engine.open();
    cleanUps.push(database.drop);
    const settings = engine.name === 'pglite' ? { dataDir } : { dataDir, databaseUrl: database.databaseUrl };
    let server = await startServerProcess(settings);
    cleanUps.push(() => server.stop());
    const device = createServerDevice(server.url);
    const enrolled = await device.enrol('DEMO-QUAY-1', { unitId: 'H41.26', counterId: 'quay-1' });
    expect(enrolled.status).toBe(200);
    const first = (await device.hello()).body;
    // More batches than the last kill leaves time for.
    const actions = await writeReceptions(device, 12 * BATCH);
    const batches = split(actions, BATCH);
    const heard: Receipt[] = [];
    for (const killAfter of [3, 7]) {
      const answered = await pushUntilKilled(device, server, { batches, killAfter });
      expect(answered.length).toBeGreaterThanOrEqual(killAfter * BATCH);
      expect(answered.length).toBeLessThan(actions.length);
      heard.push(...answered);
      server = await startServerProcess(settings);
      device.moveTo(server.url);
    }
    const after = (await device.hello()).body;
    expect(after.serverEpoch === first.serverEpoch).toBe(engine.durable);
    const receipts: Receipt[] = [];
    for (const batch of batches) receipts.push(...(await device.push(batch)).body.receipts);
    expect(receipts.map((receipt) => [receipt.pos, receipt.verdict.type])).toEqual(actions.map(() => [1, 'accepted']));
    const again: Receipt[] = [];
    for (const batch of batches) again.push(...(await device.push(batch)).body.receipts);
    expect(again).toEqual(receipts);
    // What was promised before the kill still stands word for word: a kill is no power cut.
    const byId = new Map(receipts.map((receipt) => [receipt.actionId, receipt]));
    for (const receipt of heard) expect(byId.get(receipt.actionId)).toEqual(receipt);
    const feed = (await device.pull(null, 500)).body.items.filter((item) => item.action.deviceId === device.deviceId());
    expect(feed.map((item) => item.action.id).sort()).toEqual(actions.map((action) => action.id).sort());
  });
});

describe('server start and stop', () => {
  // One folder for all: making an embedded database anew is most of a first start.
  let dataDir: string;
  let server: RunningServer;

  const start = (more: { readonly restored?: boolean } = {}): Promise<RunningServer> =>
    startServer({ ...{ host: '127.0.0.1', port: 0, dataDir, sampleData: false, now: () => Date.now() }, ...more });

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'qmc-restart-'));
    server = await start();
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  /** Stops it in order and starts it again on the same data; gives the one before. */
  async function restart(
    between?: () => Promise<void>,
    more?: { readonly restored?: boolean },
  ): Promise<RunningServer> {
    const before = server;
    await before.stop();
    await between?.();
    server = await start(more);
    return before;
  }

  it('refuses a data folder that another server uses', async () => {
    await expect(start()).rejects.toThrow('another server');
  });

  it('keeps epoch and key after a clean stop', { timeout: 60_000 }, async () => {
    const before = await restart();
    expect([server.serverEpoch, server.keyId]).toEqual([before.serverEpoch, before.keyId]);
  });

  it('begins an epoch under the same key after a restore', { timeout: 60_000 }, async () => {
    const before = await restart(undefined, { restored: true });
    expect(server.serverEpoch).not.toBe(before.serverEpoch);
    expect(server.keyId).toBe(before.keyId);
  });

  it('begins an epoch when the mark of the clean stop is missing', { timeout: 60_000 }, async () => {
    const before = await restart(() => rm(join(dataDir, 'clean-stop')));
    expect(server.serverEpoch).not.toBe(before.serverEpoch);
  });
});
