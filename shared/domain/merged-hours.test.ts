import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { joinMergedHours } from './merged-hours';
import { buildReference } from './reference';
import { referencePackageSchema } from './reference-package';
import type { Unit } from './unit';
import { buildUnitCalendar, workingStretches } from './working-calendar';

const D = '2026-11-23';
const packages = ['procedures', 'calendar', 'units'].map((name) =>
  referencePackageSchema.parse(
    JSON.parse(readFileSync(new URL(`../../build/packages/${name}.json`, import.meta.url), 'utf8')),
  ),
);
const built = buildReference(packages, '2026-11-20');
if (!built.ok) throw new Error(built.error.kind);
const reference = built.value;
const base = reference.units.get('H41.26');
if (!base) throw new Error('no unit');

const morning = [{ from: '07:00', to: '11:00' }];
const unit = (id: string, changes: Partial<Unit>): Unit => ({ ...base, id, name: id, ...changes });
const whole = base.workingTime;

function worked(units: readonly Unit[], id: string, day: string): number {
  const joined = joinMergedHours({ ...reference, units: new Map(units.map((one) => [one.id, one])) });
  const own = joined.units.get(id);
  if (!own) throw new Error('no unit');
  return workingStretches(buildUnitCalendar(joined.calendar, own), day).reduce(
    (sum, { from, to }) => sum + to - from,
    0,
  );
}

describe('joinMergedHours', () => {
  const a = unit('A', { workingTime: morning, succession: { unitId: 'B', from: D, act: 'NQ 1' } });
  const b = unit('B', { workingTime: whole });
  const half = worked([unit('A', { workingTime: morning })], 'A', D);
  const full = worked([b], 'B', D);

  it('counts a merged unit by its own hours to the day before, by the successor’s from then on', () => {
    expect(half).toBeLessThan(full);
    expect([worked([a, b], 'A', '2026-11-20'), worked([a, b], 'A', D)]).toEqual([half, full]);
  });

  it('follows a second merger', () => {
    const c = unit('C', { workingTime: morning });
    const next = { ...b, succession: { unitId: 'C', from: '2026-12-01', act: 'NQ 2' } };
    const units = [a, next, c];
    expect(['2026-11-20', D, '2026-12-01'].map((day) => worked(units, 'A', day))).toEqual([half, full, half]);
  });

  it('leaves other units, an unknown successor and a ring as they are', () => {
    const ring = { ...b, succession: { unitId: 'A', from: D, act: 'NQ 2' } };
    expect(worked([a, b], 'B', '2026-11-20')).toBe(full);
    expect(worked([a], 'A', D)).toBe(half);
    expect(worked([a, ring], 'A', D)).toBe(full);
  });
});
