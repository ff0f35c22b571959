import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorAnswerSchema } from '../shared/sync/protocol';
import { createServerDevice } from '../tests/support/server-device';
import { findEngines, openTestServer } from '../tests/support/server-engines';
import { startServer } from './http';

describe.each(await findEngines())('startServer on $name', (engine) => {
  it('stops at once and leaves its mark while a device sleeps in a long poll', { timeout: 60_000 }, async () => {
    const place = await openTestServer(engine);
    const device = await place.addDevice();
    const started = Date.now();
    const sleeping = device.hello('?since=99&wait=25');
    // The answer to a second request proves that the first is being waited for, not still on its way.
    await device.hello();
    await place.server.stop();
    expect((await sleeping).status).toBe(200);
    expect(Date.now() - started).toBeLessThan(15_000);
    const mark = await stat(join(place.dataDir, 'clean-stop'));
    const key = await stat(join(place.dataDir, 'server-key.json'));
    expect([mark.mode & 0o777, key.mode & 0o777]).toEqual([0o600, 0o600]);
    await place.close();
  });
});

describe.each((await findEngines()).filter((engine) => engine.durable))('startServer without its $name', (engine) => {
  it('answers a fault id and lives on when the database is gone', { timeout: 60_000 }, async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'qmc-gone-'));
    const { databaseUrl, drop } = await engine.open();
    const lines: string[] = [];
    const logStream = { write: (line: string) => void lines.push(line) };
    const server = await startServer({
      ...{ host: '127.0.0.1', port: 0, dataDir, databaseUrl, logStream },
      ...{ sampleData: true, now: () => Date.now() },
    });
    const device = createServerDevice(server.url);
    await device.enrol('DEMO-QUAY-1', { unitId: 'H41.26', counterId: 'quay-1' });
    await drop();
    const answer = await device.pull(null, 1);
    expect([answer.status, errorAnswerSchema.parse(answer.body)]).toEqual([
      500,
      { error: 'server', detail: expect.stringMatching(/^[A-Z]{4}$/) as unknown },
    ]);
    const { detail } = errorAnswerSchema.parse(answer.body);
    expect(lines.some((line) => line.includes(`"errorId":"${String(detail)}"`))).toBe(true);
    expect((await fetch(`${server.url}/v1/hello`)).status).toBe(200);
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('does not start when the database cannot be reached', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'qmc-none-'));
    const options = { host: '127.0.0.1', port: 0, dataDir, sampleData: false, now: () => Date.now() };
    const starting = startServer({ ...options, databaseUrl: 'postgres://nobody@127.0.0.1:1/none' });
    await expect(starting).rejects.toThrow();
    await rm(dataDir, { recursive: true, force: true });
  });
});
