import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildUuidV7 } from '../shared/base/ids';
import type { Officer } from '../shared/domain/officer';
import type { Unit } from '../shared/domain/unit';
import type { SessionStatus } from '../shared/ipc/messages';
import { makeDataFolder, resolveDataFolder, type DataFolder } from './data-folder';
import { openDesk, type Desk } from './desk';
import { openKeyVault, type KeyVault } from './keys/key-vault';
import { findStanding, type Place } from './place';
import { createSession, type Session } from './session';

const officers: Officer[] = [
  { officerId: 'a', name: 'Lê Thị Thu Hà', role: 'intakeOfficer', unitId: 'H41.26' },
  { officerId: 'b', name: 'Trần Quốc Bình', role: 'supervisor', unitId: 'H41.26' },
];
const unit = {
  id: 'H41.26',
  name: 'Xã Thanh Bình',
  counters: [{ id: 'quay-1', name: 'Quầy 1', book: 'Q1' }],
} as unknown as Unit;
const place: Place = {
  unitId: 'H41.26',
  counterId: 'quay-1',
  deviceName: 'x',
  practice: true,
  serverUrl: null,
  enrolCode: null,
  serverKeys: [],
};
const cheap = { memoryKiB: 8, passes: 1, lanes: 1 };

let folder: DataFolder;
let vault: KeyVault;
let session: Session;
let told: SessionStatus['phase'][];
let reloads: number;
let busy: () => boolean;
let stopped: number;
/** Longest time main waits for the page; over when a test says so. */
let pageLimit: Promise<void>;
let letTimePass: () => void;

/** A desk on real files whose line leads nowhere. */
async function openRealDesk(dataKey: Parameters<typeof openDesk>[1]): ReturnType<typeof openDesk> {
  return openDesk(
    {
      folder,
      ids: { next: (at) => buildUuidV7(at, randomBytes(10)) },
      reference: () => {
        throw new Error('no rules are needed here');
      },
      session: () => session.signedIn(),
      reportFault: () => 'ABCD',
      reportUnreadable: () => 'HKLM',
      later: () => undefined,
      wall: () => 1_773_000_000_000,
      monotonic: () => 0,
      onGrow: () => undefined,
      startSync: () => ({
        status: () => {
          throw new Error('no status is needed here');
        },
        now: () => Promise.resolve(),
        stop: () => Promise.resolve(void (stopped += 1)),
      }),
    },
    dataKey,
  );
}

async function start(): Promise<void> {
  const opened = await openKeyVault({
    folder: folder.keys,
    deviceSecret: null,
    now: () => 1_773_000_000_000,
    randomBytes,
    argon: { password: cheap, pin: cheap },
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  vault = opened.value;
  session = createSession({
    vault,
    place: () => place,
    standing: () => findStanding(new Map([[unit.id, unit]]), place, '2026-11-20'),
    openDesk: openRealDesk,
    isBusy: () => busy(),
    wait: (ms) => (ms > 1000 ? pageLimit : Promise.resolve()),
    reloadPage: () => (reloads += 1),
    onChange: (status) => told.push(status.phase),
  });
}

beforeEach(async () => {
  const root = mkdtempSync(join(tmpdir(), 'session-'));
  folder = resolveDataFolder({ platform: 'linux', homeFolder: '/', env: {} }, { practice: false, override: root });
  makeDataFolder(folder);
  [told, reloads, stopped, busy] = [[], 0, 0, () => false];
  pageLimit = new Promise((resolve) => (letTimePass = resolve));
  await start();
  await vault.create({ officers: officers.map((officer) => ({ officer, password: `password-${officer.officerId}` })) });
});

/** Locks, and the page does its part. */
async function lockPage(): Promise<void> {
  await session.lock();
  session.notePageLeft();
}

async function unlock(officerId = 'a'): Promise<Desk> {
  const unlocked = await session.unlock(officerId, `password-${officerId}`);
  const desk = session.desk();
  if (!unlocked.ok || desk === null) throw new Error('not unlocked');
  return desk;
}

describe('session', () => {
  it('is a first run only while there is no vault', async () => {
    expect(session.status()).toMatchObject({
      phase: 'cold',
      unitName: 'Xã Thanh Bình',
      counterName: 'Quầy 1',
      practice: true,
    });
    folder = { ...folder, keys: mkdtempSync(join(tmpdir(), 'keys-')) };
    await start();
    expect(session.status()).toMatchObject({ phase: 'firstRun', unitName: '', officers: [] });
  });

  it('gives the page who signed in and two keys, and main the desk', async () => {
    const unlocked = await session.unlock('a', 'password-a');
    if (!unlocked.ok) throw new Error(unlocked.error.kind);
    expect(unlocked.value).toMatchObject({ officer: officers[0], counter: { id: 'quay-1' }, practice: true });
    expect(unlocked.value.officer).not.toHaveProperty('hasPin');
    expect(unlocked.value.deviceId).toMatch(/^[2-9A-Z]{8}$/);
    const { records, index } = unlocked.value.keys;
    expect([records.length, index.length, Buffer.from(records).equals(Buffer.from(index))]).toEqual([32, 32, false]);
    expect(session.signedIn()?.officer).toEqual(officers[0]);
    expect(told).toEqual(['unlocked']);
  });

  it('stays cold after a wrong password and for an unknown officer', async () => {
    expect(await session.unlock('a', 'wrong')).toMatchObject({ ok: false, error: { kind: 'wrongSecret' } });
    expect(await session.unlock('x', 'password-a')).toMatchObject({ ok: false, error: { kind: 'unknownOfficer' } });
    expect([session.status().phase, session.desk()]).toEqual(['cold', null]);
  });

  it('locks the page but keeps the desk, so that sending goes on, and opens again with the same keys', async () => {
    const desk = await unlock();
    const first = await session.unlock('a', 'password-a');
    await session.lock();
    expect([session.status().phase, session.signedIn(), session.desk() === desk, stopped]).toEqual([
      'locked',
      null,
      true,
      0,
    ]);
    session.notePageLeft();
    const again = await session.unlock('b', 'password-b');
    expect(reloads).toBe(1);
    expect(again.ok && first.ok && again.value.keys.records).toEqual(first.ok && first.value.keys.records);
    expect(session.desk()).toBe(desk);
  });

  it('waits for a running scan or print before it locks', async () => {
    await unlock();
    let polls = 0;
    busy = () => (polls += 1) < 4;
    await session.lock();
    session.notePageLeft();
    expect([polls, session.status().phase]).toEqual([4, 'locked']);
  });

  it('throws the page away once, and not before it has kept what was typed', async () => {
    await unlock();
    await Promise.all([session.lock(), session.lock()]);
    let isOpen = false;
    const again = session.unlock('a', 'password-a').then(() => (isOpen = true));
    await vault.unlock('a', 'password-a');
    expect([reloads, isOpen]).toEqual([0, false]);
    session.notePageLeft();
    session.notePageLeft();
    await again;
    expect([reloads, isOpen]).toEqual([1, true]);
  });

  it('throws a page away that does not answer', async () => {
    await unlock();
    await session.lock();
    letTimePass();
    await unlock();
    expect(reloads).toBe(1);
  });

  it('does not load a page again that went by itself while locking', async () => {
    await unlock();
    await session.lock();
    session.notePageGone();
    await unlock();
    expect(reloads).toBe(0);
  });

  it('needs another unlock when the page was lost, without loading it a second time', async () => {
    await unlock();
    session.notePageGone();
    session.notePageGone();
    expect([session.status().phase, reloads]).toEqual(['locked', 0]);
    expect(told).toEqual(['unlocked', 'locked']);
  });

  it('re-unlocks with a PIN, and meets three wrong ones like a restart', async () => {
    await unlock();
    await session.setPin('123456');
    await lockPage();
    expect(session.status().officers.map((officer) => officer.hasPin)).toEqual([true, false]);
    expect((await session.unlockWithPin('a', '123456')).ok).toBe(true);
    await lockPage();
    const kinds = [];
    for (let i = 0; i < 3; i += 1) {
      const tried = await session.unlockWithPin('a', '000000');
      kinds.push(tried.ok ? 'ok' : tried.error.kind);
    }
    expect(kinds).toEqual(['wrongSecret', 'wrongSecret', 'needsPassword']);
    expect([session.status().phase, session.desk(), stopped]).toEqual(['cold', null, 1]);
    expect((await session.unlock('a', 'password-a')).ok).toBe(true);
  });

  it('keeps the desk when a PIN is tried for somebody who has none', async () => {
    const desk = await unlock();
    await lockPage();
    expect(await session.unlockWithPin('b', '123456')).toMatchObject({ ok: false, error: { kind: 'needsPassword' } });
    expect(session.desk()).toBe(desk);
  });

  it('is as after a restart when everything was dropped', async () => {
    const desk = await unlock();
    await session.setPin('123456');
    await session.dropAll();
    expect([session.status().phase, session.desk(), stopped]).toEqual(['cold', null, 1]);
    expect(session.status().officers.some((officer) => officer.hasPin)).toBe(false);
    expect((await desk.books.journal.append({ kind: 'access', entries: [] }).catch(() => ({ ok: false }))).ok).toBe(
      false,
    );
    const reopened = await unlock();
    expect(reopened.deviceId).toBe(desk.deviceId);
  });

  it('opens the journal once when two unlock at the same moment', async () => {
    const [first, second] = await Promise.all([session.unlock('a', 'password-a'), session.unlock('b', 'password-b')]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(session.signedIn()?.officer.officerId).toBe('b');
  });

  it('records who unlocked, failed and locked', async () => {
    const desk = await unlock();
    await session.unlock('b', 'wrong');
    await session.lock();
    await desk.books.door.flushAccess();
    const entries = (await desk.books.journal.read(0, 10)).flatMap(({ body }) =>
      body.kind === 'access' ? body.entries : [],
    );
    expect(entries.map(({ what, officerId }) => [what, officerId])).toEqual([
      ['unlocked', 'a'],
      ['unlockFailed', 'b'],
      ['locked', 'a'],
    ]);
  });
});
