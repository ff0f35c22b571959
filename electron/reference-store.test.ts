import { cp, mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ReferencePackage } from '../shared/domain/reference-package';
import { findFormOverrides } from '../shared/domain/reference';
import { replaceFile } from './durable-file';
import { openReferenceStore, type ReferenceStore, type ReferenceStoreError } from './reference-store';
import type { Result } from '../shared/base/result';

let installerFolder: string;
let savedFolder: string;
let faults: number;

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reference-'));
  installerFolder = join(folder, 'installed');
  savedFolder = join(folder, 'saved');
  faults = 0;
  await mkdir(savedFolder);
  await cp(join(import.meta.dirname, '..', 'build', 'packages'), installerFolder, { recursive: true });
});

function open(): Promise<Result<ReferenceStore, ReferenceStoreError>> {
  return openReferenceStore({
    installerFolder,
    savedFolder,
    today: () => '2026-03-09',
    replaceFile,
    onFault: () => (faults += 1),
  });
}

async function openOk(): Promise<ReferenceStore> {
  const store = await open();
  if (!store.ok) throw new Error(store.error.kind);
  return store.value;
}

function unitsOf(store: ReferenceStore, change: Partial<ReferencePackage>): ReferencePackage {
  const units = store.packages().find((pack) => pack.kind === 'units');
  if (units === undefined) throw new Error('no units');
  return { ...units, origin: 'province', version: '2026.03.01', ...change } as ReferencePackage;
}

const signed = (pack: ReferencePackage): string =>
  JSON.stringify({ package: pack, keyId: 'k', signature: 'A'.repeat(86) });

describe('reference store', () => {
  it('builds rules from the packages of the installer', async () => {
    const store = await openOk();
    const rules = store.reference('2026-03-09');
    expect(rules.procedures.size).toBeGreaterThanOrEqual(14);
    expect(rules.provisional).toBe(true);
    expect(store.reference('2026-03-09')).toBe(rules);
  });

  it('keeps a package of the province, believes it before the installer and finds it again after a restart', async () => {
    const store = await openOk();
    const changed: (readonly string[])[] = [];
    store.onChange((kinds) => changed.push(kinds));
    const pack = unitsOf(store, {});
    expect(await store.save(pack, signed(pack))).toEqual({ ok: true, value: null });
    expect(changed).toEqual([['units']]);
    expect(store.reference('2026-03-09').versions.units).toBe('2026.03.01');
    expect((await openOk()).reference('2026-03-09').versions.units).toBe('2026.03.01');
    expect(await readdir(savedFolder)).toEqual(['units-2026.03.01.json']);
  });

  it('keeps what the province prints differently, beside the rules', async () => {
    const store = await openOk();
    const head = { version: '2026.03.02', validFrom: '2026-03-01', origin: 'province', note: '' } as const;
    const rows = [{ form: 'receipt' as const, validFrom: '2026-03-01', title: 'GIẤY HẸN' }];
    const pack: ReferencePackage = { ...head, kind: 'forms', rows };
    expect(await store.save(pack, signed(pack))).toEqual({ ok: true, value: null });
    const reopened = await openOk();
    expect(findFormOverrides(reopened.packages(), '2026-03-09')).toEqual(rows);
    expect(findFormOverrides(reopened.packages(), '2026-02-28')).toEqual([]);
    expect(reopened.reference('2026-03-09').units.size).toBeGreaterThan(0);
  });

  it('refuses a package under which nobody could receive anything', async () => {
    const store = await openOk();
    const { rows } = unitsOf(store, {}) as Extract<ReferencePackage, { kind: 'units' }>;
    const broken = unitsOf(store, {
      rows: rows.map((row) => ({ ...row, workingTime: [{ from: '10:00', to: '09:00' }] })),
    });
    expect((await store.save(broken, signed(broken))).ok).toBe(false);
    expect(await readdir(savedFolder)).toEqual([]);
    expect(store.reference('2026-03-09').versions.units).not.toBe('2026.03.01');
  });

  it('goes on with the installer when a kept package was damaged', async () => {
    await writeFile(join(savedFolder, 'units-2026.03.01.json'), '{"package":');
    const store = await openOk();
    expect(faults).toBe(1);
    expect(store.reference('2026-03-09').units.size).toBeGreaterThan(0);
  });

  it('says which file of the installer is damaged', async () => {
    await writeFile(join(installerFolder, 'units.json'), '{}');
    expect(await open()).toEqual({ ok: false, error: { kind: 'badPackages', file: 'units.json' } });
  });
});
