import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { referencePackageSchema } from '../shared/domain/reference-package';
import type { SessionStatus } from '../shared/ipc/messages';
import { createFakeDesktop, type FakeDesktop } from '../tests/support/fake-desktop';
import { createPlace, hostProjection } from '../tests/support/open-store';
import { closeRecords, findRecords } from './records/open-records';
import { setReference, useReference } from './records/reference.store';
import type { PageSurroundings } from './page-surroundings';
import { connectSession, lock, startPractice, unlock, unlockWithPin } from './session';
import { onLeaving, useSession } from './session.store';
import { useSyncStatus } from './sync/sync-status.store';

const packages = (['procedures', 'calendar', 'units'] as const).map((kind) =>
  referencePackageSchema.parse(JSON.parse(readFileSync(`build/packages/${kind}.json`, 'utf8'))),
);

let fake: FakeDesktop;
let page: PageSurroundings;
let now: number;
let disconnect: () => void;

beforeEach(async () => {
  fake = createFakeDesktop();
  fake.rig.packages = packages;
  now = Date.parse('2026-11-20T01:30:00Z');
  const records = { place: createPlace('session'), startProjection: hostProjection };
  page = { desktop: fake.bridge, now: () => now, records };
  const connected = await connectSession(page);
  if (!connected.ok) throw new Error('not connected');
  disconnect = connected.value;
});
afterEach(async () => {
  disconnect();
  await closeRecords();
  // The next page starts anew.
  useSession.setState(useSession.getInitialState(), true);
  setReference({ reference: null, packages: [], day: null, problem: null });
});

const secret = { officerId: 'demo-intakeOfficer', password: 'x' };

function statusOf(phase: SessionStatus['phase']): SessionStatus {
  return { ...fake.rig.status, phase };
}

function countLeft(): number {
  return fake.calls.filter((call) => call === 'left').length;
}

describe('connectSession', () => {
  test('knows the phase and the sync status when the page was loaded', async () => {
    expect(useSession.getState()).toMatchObject({ phase: 'cold', officer: null });
    await expect.poll(() => useSyncStatus.getState().status).toEqual(fake.rig.sync);
    fake.emit('syncChanged', { ...fake.rig.sync, waiting: 3 });
    expect(useSyncStatus.getState().status?.waiting).toBe(3);
  });

  test('shows a locked page when main is still unlocked but the page holds no keys', () => {
    fake.emit('sessionChanged', statusOf('unlocked'));
    expect(useSession.getState().phase).toBe('locked');
  });

  test('hears nothing more when disconnected', () => {
    disconnect();
    fake.emit('syncChanged', { ...fake.rig.sync, waiting: 9 });
    expect(useSyncStatus.getState().status?.waiting).not.toBe(9);
  });
});

/** A bridge on which something happens while the store is being opened. */
function whileOpening(happen: () => void): PageSurroundings {
  const { records } = fake.bridge;
  const handshake: typeof records.handshake = (input) => {
    happen();
    return records.handshake(input);
  };
  return { ...page, desktop: { ...fake.bridge, records: { ...records, handshake } } };
}

describe('while the store is being opened', () => {
  test('new rules are taken in', async () => {
    const newer = packages.map((pack) => ({ ...pack, version: `${pack.version}-new` }));
    const opening = whileOpening(() => {
      fake.rig.packages = newer;
      fake.emit('referenceChanged', { kinds: ['procedures'] });
    });
    expect(await unlock(opening, secret)).toMatchObject({ ok: true });
    await expect
      .poll(() => useReference.getState().packages.map(({ version }) => version))
      .toEqual(newer.map(({ version }) => version));
  });

  test('what the journal took in is taken in too', async () => {
    const opening = whileOpening(() => {
      fake.emit('journalGrew', { lastLine: 1 });
    });
    expect(await unlock(opening, secret)).toMatchObject({ ok: true });
    expect(useSession.getState().phase).toBe('unlocked');
  });

  test('a lock wins: nobody works, the store is shut and the page may go at once', async () => {
    const opening = whileOpening(() => {
      fake.emit('sessionChanged', statusOf('locked'));
    });
    expect(await unlock(opening, secret)).toEqual({ ok: false, error: { kind: 'locked' } });
    expect(useSession.getState()).toMatchObject({ phase: 'leaving', officer: null, isEntering: false });
    await expect.poll(countLeft).toBe(1);
    expect(findRecords()).toBeUndefined();
  });

  test('the status of main alone, unlocked for us, ends nothing', async () => {
    const opening = whileOpening(() => {
      fake.emit('sessionChanged', statusOf('unlocked'));
    });
    expect(await unlock(opening, secret)).toMatchObject({ ok: true });
    expect(useSession.getState().phase).toBe('unlocked');
    expect(countLeft()).toBe(0);
  });
});

describe('unlock', () => {
  test('opens the store and the rules and says who works here', async () => {
    expect(await unlock(page, secret)).toMatchObject({ ok: true, value: { verdict: 'firstRun' } });
    expect(useSession.getState()).toMatchObject({
      phase: 'unlocked',
      officer: { officerId: secret.officerId },
      counter: { book: 'Q1' },
    });
    expect(findRecords()).toBeDefined();
    expect(useReference.getState().reference?.procedures.size).toBeGreaterThan(0);
  });

  test('keeps no raw key bytes when the store is open', async () => {
    const handedOver = new Set<Uint8Array>();
    const unlocked = fake.bridge.session.unlock;
    const watching: PageSurroundings = {
      ...page,
      desktop: {
        ...fake.bridge,
        session: {
          ...fake.bridge.session,
          unlock: async (input) => {
            const answer = await unlocked(input);
            if (answer.ok) handedOver.add(answer.value.keys.records).add(answer.value.keys.index);
            return answer;
          },
        },
      },
    };
    await unlock(watching, secret);
    expect([...handedOver].flatMap((bytes) => [...bytes])).toEqual(Array.from({ length: 64 }, () => 0));
    expect(JSON.stringify(useSession.getState())).not.toContain('keys');
  });

  test('changes nothing when the password is wrong', async () => {
    const wrong = { ok: false, error: { kind: 'wrongSecret', triesLeft: 3 } } as const;
    const refusing = { ...fake.bridge, session: { ...fake.bridge.session, unlock: () => Promise.resolve(wrong) } };
    expect(await unlock({ ...page, desktop: refusing }, secret)).toEqual(wrong);
    expect(useSession.getState()).toMatchObject({ phase: 'cold', officer: null });
    expect(findRecords()).toBeUndefined();
  });
});

describe('lock', () => {
  test('leaves nobody and no store and loads the page once when the officer locks', async () => {
    await unlock(page, secret);
    expect(await lock(page)).toEqual({ ok: true, value: null });
    expect(useSession.getState()).toMatchObject({ phase: 'leaving', officer: null, unit: null });
    await expect.poll(countLeft).toBe(1);
    expect(findRecords()).toBeUndefined();
  });

  test('happens by itself, once, when main locks', async () => {
    await unlock(page, secret);
    fake.emit('sessionChanged', statusOf('locked'));
    fake.emit('sessionChanged', statusOf('locked'));
    expect(useSession.getState().officer).toBeNull();
    await expect.poll(countLeft).toBe(1);
    expect(findRecords()).toBeUndefined();
    expect(countLeft()).toBe(1);
  });

  test('offers nothing to type into until main has thrown the page away', async () => {
    await unlock(page, secret);
    fake.emit('sessionChanged', statusOf('locked'));
    fake.emit('sessionChanged', statusOf('locked'));
    expect(useSession.getState().phase).toBe('leaving');
  });

  test('keeps what was typed before the store closes and main is told', async () => {
    await unlock(page, secret);
    const order: string[] = [];
    const stop = onLeaving(async () => {
      // Asked at once, while the screen still stands; written while the store is still open.
      order.push(useSession.getState().phase);
      await Promise.resolve();
      order.push(findRecords() === undefined ? 'closed' : 'open', String(countLeft()));
    });
    fake.emit('sessionChanged', statusOf('locked'));
    await expect.poll(countLeft).toBe(1);
    stop();
    expect(order).toEqual(['unlocked', 'open', '0']);
  });

  test('is held up by nothing that cannot be kept', async () => {
    await unlock(page, secret);
    const stop = onLeaving(() => Promise.reject(new Error('full disk')));
    fake.emit('sessionChanged', statusOf('locked'));
    await expect.poll(countLeft).toBe(1);
    stop();
  });

  test('is left again by a PIN', async () => {
    await unlock(page, secret);
    await lock(page);
    expect(await unlockWithPin(page, { officerId: secret.officerId, pin: '123456' })).toMatchObject({
      ok: true,
      value: { verdict: 'ready' },
    });
    expect(useSession.getState().phase).toBe('unlocked');
  });
});

describe('startPractice', () => {
  test('shows the practice unit when main has set it up', async () => {
    expect(await startPractice(page)).toMatchObject({ ok: true });
    expect(useSession.getState()).toMatchObject({ phase: 'cold', practice: true });
  });
});
