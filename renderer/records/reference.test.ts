import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { referencePackageSchema, type ReferencePackage } from '../../shared/domain/reference-package';
import { createFakeDesktop, type FakeDesktop } from '../../tests/support/fake-desktop';
import { createPlace, openTestRecords } from '../../tests/support/open-store';
import { closeRecords } from './open-records';
import { findFrozenProcedure, loadReference } from './reference';
import { setReference, useReference } from './reference.store';

const DAY = '2026-11-20';
const packages = (['procedures', 'calendar', 'units'] as const).map((kind) =>
  referencePackageSchema.parse(JSON.parse(readFileSync(`build/packages/${kind}.json`, 'utf8'))),
);

let fake: FakeDesktop;

beforeEach(() => {
  setReference({ reference: null, packages: [], day: null, problem: null });
  fake = createFakeDesktop();
  fake.rig.packages = packages;
});
afterEach(closeRecords);

/** The procedures package one version later, its first procedure renamed. */
function renamed(): { old: string; pack: ReferencePackage; code: string } {
  const found = packages.find((pack) => pack.kind === 'procedures');
  if (found?.kind !== 'procedures') throw new Error('no procedures');
  const [first, ...rest] = found.rows;
  if (first === undefined) throw new Error('empty package');
  const rows = [{ ...first, name: 'Tên mới' }, ...rest];
  return { old: found.version, code: first.code, pack: { ...found, version: '2026.11.19', rows } };
}

describe('loadReference', () => {
  test('gives the rules in force when main has the packages', async () => {
    await loadReference(fake.bridge, DAY);
    const { reference, day, problem } = useReference.getState();
    expect(problem).toBeNull();
    expect(day).toBe(DAY);
    expect(reference?.procedures.size).toBeGreaterThanOrEqual(12);
  });

  test('says which package is missing when there is none', async () => {
    fake.rig.packages = packages.filter((pack) => pack.kind !== 'calendar');
    await loadReference(fake.bridge, DAY);
    expect(useReference.getState()).toMatchObject({
      reference: null,
      problem: { kind: 'missingPackage', package: 'calendar' },
    });
  });

  test('keeps the rules it had when main does not answer', async () => {
    await loadReference(fake.bridge, DAY);
    const before = useReference.getState();
    const silent = {
      ...fake.bridge,
      reference: { current: () => Promise.resolve({ ok: false, error: { kind: 'locked' } } as const) },
    };
    await loadReference(silent, DAY);
    expect(useReference.getState()).toEqual({ ...before, day: DAY, problem: { kind: 'locked' } });
  });
});

describe('findFrozenProcedure', () => {
  test('gives a procedure as it stood in each version when a newer package came', async () => {
    const place = createPlace('reference');
    await openTestRecords(fake, place);
    await loadReference(fake.bridge, DAY);
    const { pack, code, old } = renamed();
    fake.rig.packages = [...packages.filter((known) => known.kind !== 'procedures'), pack];
    await loadReference(fake.bridge, DAY);
    await closeRecords();
    await openTestRecords(fake, place);
    expect((await findFrozenProcedure({ version: pack.version, code, day: DAY }))?.name).toBe('Tên mới');
    const former = await findFrozenProcedure({ version: old, code, day: DAY });
    expect(former?.code).toBe(code);
    expect(former?.name).not.toBe('Tên mới');
  });

  test('gives nothing when version or code is not known here', async () => {
    await openTestRecords(fake, createPlace('reference'));
    await loadReference(fake.bridge, DAY);
    expect(await findFrozenProcedure({ version: '1999.01.01', code: renamed().code, day: DAY })).toBeUndefined();
    expect(await findFrozenProcedure({ version: renamed().old, code: '9.999999', day: DAY })).toBeUndefined();
  });
});
