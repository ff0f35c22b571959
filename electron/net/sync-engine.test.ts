import { describe, expect, it } from 'vitest';
import { err, ok } from '../../shared/base/result';
import type { Hello } from '../../shared/sync/protocol';
import type { SyncEnginePorts } from './sync-cycle';
import { createSyncEngine } from './sync-engine';

const hello: Hello = {
  product: 'quay-mot-cua',
  protocol: { min: 1, max: 1 },
  serverTime: 1,
  serverEpoch: 'e1',
  durable: false,
  device: { serverKeys: [], packages: [], feedHead: 0, incarnations: [], revoked: false },
};

function setUp(changes: Partial<SyncEnginePorts> = {}) {
  const done: string[] = [];
  const step = (name: string) => () => {
    done.push(name);
    return Promise.resolve(ok(0));
  };
  const engine = createSyncEngine({
    client: {
      hello: () => Promise.resolve(ok(hello)),
      enrol: () => Promise.resolve(ok({ deviceId: 'd1', serverKeys: [{ keyId: 'k', jwk: {} }] })),
    },
    pendingEnrolment: () => null,
    completeEnrolment: () => Promise.resolve(),
    noteHello: () => Promise.resolve(),
    push: step('push'),
    keepLeases: step('leases'),
    keepPackages: step('packages'),
    pull: step('pull'),
    hasWaiting: () => false,
    checkpointN: () => 0,
    now: () => 5,
    random: () => 0.5,
    onFault: () => undefined,
    ...changes,
  });
  return { engine, done };
}

describe('createSyncEngine', () => {
  it('sends before it receives when one exchange is asked for', async () => {
    const { engine, done } = setUp();
    expect(await engine.now()).toEqual(ok(null));
    expect(done).toEqual(['push', 'leases', 'packages', 'pull']);
    expect(engine.status()).toMatchObject({
      line: 'up',
      activity: 'idle',
      failure: null,
      serverDurable: false,
      lastContactAt: 5,
    });
  });

  it('says down and why when the province does not answer', async () => {
    const { engine, done } = setUp({
      client: {
        hello: () => Promise.resolve(err({ kind: 'captivePortal' })),
        enrol: () => Promise.resolve(err({ kind: 'network' })),
      },
    });
    expect(await engine.now()).toEqual(err({ kind: 'captivePortal' }));
    expect(engine.status()).toMatchObject({ line: 'down', failure: { kind: 'captivePortal' } });
    expect(done).toEqual([]);
  });

  it('enrols once before its first exchange when a code is pending', async () => {
    let pending: ReturnType<SyncEnginePorts['pendingEnrolment']> = {
      code: 'MA-123',
      deviceName: 'Quầy 1',
      unitId: 'H41.26',
      counterId: 'q1',
    };
    let enrolments = 0;
    const { engine } = setUp({
      pendingEnrolment: () => pending,
      completeEnrolment: () => {
        pending = null;
        enrolments += 1;
        return Promise.resolve();
      },
    });
    await engine.now();
    await engine.now();
    expect(enrolments).toBe(1);
  });

  it('reports a fault of ours and goes on when a step throws', async () => {
    const faults: unknown[] = [];
    let broken = true;
    const { engine } = setUp({
      pull: () => (broken ? Promise.reject(new Error('bug')) : Promise.resolve(ok(0))),
      onFault: (fault) => faults.push(fault),
    });
    expect((await engine.now()).ok).toBe(false);
    broken = false;
    expect((await engine.now()).ok).toBe(true);
    expect(faults).toHaveLength(1);
  });

  it('ends its rest at once when new work is kicked in or it is stopped', async () => {
    let open = 0;
    const { engine, done } = setUp({
      client: {
        enrol: () => Promise.resolve(err({ kind: 'network' })),
        hello: (wake) =>
          wake === undefined
            ? Promise.resolve(ok(hello))
            : new Promise((resolve) => {
                open += 1;
                wake.signal.addEventListener('abort', () => {
                  resolve(err({ kind: 'network' }));
                });
              }),
      },
    });
    engine.start();
    await engine.now();
    await engine.now();
    await engine.stop();
    expect(open).toBeGreaterThanOrEqual(1);
    expect(done.filter((name) => name === 'push').length).toBeGreaterThanOrEqual(2);
  });
});
