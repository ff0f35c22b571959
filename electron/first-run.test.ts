import { randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Unit } from '../shared/domain/unit';
import { setUpUnit, type FirstRunPorts } from './first-run';
import { openKeyVault } from './keys/key-vault';
import { openPlace } from './place';
import { findPracticeUnit } from './practice-unit';

const unit = {
  id: 'H41.26',
  kind: 'communeCentre',
  counters: [{ id: 'quay-1', name: 'Quầy 1', book: 'Q1' }],
} as unknown as Unit;
const units = new Map([[unit.id, unit]]);
const TODAY = '2026-11-20';
const cheap = { memoryKiB: 8, passes: 1, lanes: 1 };

let folder: string;
let journalFolder: string;

async function openPorts(): Promise<FirstRunPorts> {
  const vault = await openKeyVault({
    folder,
    deviceSecret: null,
    now: Date.now,
    randomBytes,
    argon: { password: cheap, pin: cheap },
  });
  const place = await openPlace(folder);
  if (!vault.ok || !place.ok) throw new Error('not opened');
  return { vault: vault.value, place: place.value, units: () => units, today: () => TODAY, journalFolder };
}

function getPractice(): NonNullable<ReturnType<typeof findPracticeUnit>> {
  const practice = findPracticeUnit(units, TODAY);
  if (practice === undefined) throw new Error('no practice unit');
  return practice;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'first-'));
  journalFolder = await mkdtemp(join(tmpdir(), 'journal-'));
});

describe('setUpUnit', () => {
  it('sets up the practice unit with a counter officer, a delegated postal officer and a supervisor', async () => {
    expect(await setUpUnit(await openPorts(), getPractice())).toEqual({ ok: true, value: null });
    const { vault, place } = await openPorts();
    expect(place.find()).toMatchObject({ unitId: 'H41.26', counterId: 'quay-1', practice: true, serverUrl: null });
    const { officers } = vault.status();
    expect(officers.map(({ role }) => role)).toEqual(['intakeOfficer', 'postalOfficer', 'supervisor']);
    expect(officers[1]?.delegation).toMatchObject({ unitId: 'H41.26', mayCollectFees: true });
    expect((await vault.unlock('th-can-bo', 'thuchanh2025')).ok).toBe(true);
  });

  it('never touches a unit that is there', async () => {
    await setUpUnit(await openPorts(), getPractice());
    const again = await setUpUnit(await openPorts(), { ...getPractice(), counterId: 'quay-9' });
    expect(again).toEqual({ ok: false, error: { kind: 'exists' } });
    expect((await openPorts()).place.find()?.counterId).toBe('quay-1');
  });

  it('makes no keys beside records whose keys are gone', async () => {
    await writeFile(join(journalFolder, '00000001.qmj'), 'x');
    expect(await setUpUnit(await openPorts(), getPractice())).toEqual({
      ok: false,
      error: { kind: 'recordsWithoutKeys' },
    });
    expect((await openPorts()).vault.status().exists).toBe(false);
  });

  it('begins anew when it was interrupted between place and keys', async () => {
    const ports = await openPorts();
    const cut = { ...ports, vault: { ...ports.vault, create: () => Promise.reject(new Error('power cut')) } };
    await expect(setUpUnit(cut, getPractice())).rejects.toThrow('power cut');
    expect(await setUpUnit(await openPorts(), getPractice())).toEqual({ ok: true, value: null });
  });

  it('refuses a counter the unit does not have', async () => {
    const wrong = await setUpUnit(await openPorts(), { ...getPractice(), counterId: 'quay-9' });
    expect(wrong).toEqual({ ok: false, error: { kind: 'badProvision', field: 'counterId' } });
    expect((await openPorts()).place.find()).toBeUndefined();
  });
});

describe('findPracticeUnit', () => {
  it('finds none when the packages hold no commune centre', () => {
    expect(findPracticeUnit(new Map(), TODAY)).toBeUndefined();
    const ended = { ...unit, succession: { unitId: 'H41.32', from: TODAY, act: 'NQ 1' } };
    const next = { ...unit, id: 'H41.32' };
    const merging = new Map([ended, next].map((one) => [one.id, one]));
    expect(findPracticeUnit(merging, '2026-11-19')?.unitId).toBe('H41.26');
    expect(findPracticeUnit(merging, TODAY)?.unitId).toBe('H41.32');
  });
});
