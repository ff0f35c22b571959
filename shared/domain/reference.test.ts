import { describe, expect, it } from 'vitest';
import type { CalendarRows } from './calendar-rows';
import type { Procedure } from './procedure';
import type { ReferencePackage } from './reference-package';
import type { Unit } from './unit';
import { buildReference, findFormOverrides } from './reference';
import { embeddedRules } from './rule-set';

const meta = { version: '2026.01.01', validFrom: '2026-01-01', origin: 'installer' as const, note: '' };
const sessions = [{ from: '07:00', to: '17:00' }];

function procedure(code: string, validFrom: string, name = code): Procedure {
  const limit = { unit: 'none' as const };
  const fee = { basis: 'free' as const, ground: '' };
  return {
    code,
    name,
    shortName: name,
    abbreviations: [],
    field: { code: 'x', name: 'x' },
    handlingSystem: '',
    cases: [
      {
        id: 'a',
        name: 'a',
        papers: [],
        limits: { counter: limit, online: limit, post: limit },
        fees: { counter: fee, online: fee, post: fee },
      },
    ],
    resultName: '',
    duplicateRule: 'none',
    applicantIs: 'submitter',
    identityRequired: true,
    quantities: [],
    validFrom,
    provisional: [],
    source: '',
  };
}

function unit(id: string, changes: Partial<Unit> = {}): Unit {
  return {
    id,
    name: id,
    parentName: '',
    place: '',
    address: '',
    phone: '',
    kind: 'communeCentre',
    workingTime: sessions,
    openingHours: sessions,
    counters: [{ id: 'q1', name: 'Quầy 1', book: 'Q1' }],
    validFrom: '2025-07-01',
    ...changes,
  };
}

function year(value: number, ...days: string[]): CalendarRows {
  const entries = days.map((day) => ({ day, type: 'off' as const, name: '', provisional: false }));
  return { years: [value], entries };
}

const procedures: ReferencePackage = { ...meta, kind: 'procedures', rows: [procedure('2.000815', '2025-07-01')] };
const units: ReferencePackage = { ...meta, kind: 'units', rows: [unit('H41.26')] };
const calendar: ReferencePackage = { ...meta, kind: 'calendar', rows: year(2026, '2026-01-01') };
const base = [procedures, units, calendar];

function built(packages: readonly ReferencePackage[], day = '2026-03-09') {
  const result = buildReference(packages, day);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('buildReference', () => {
  it('gives rows and versions in force when one package of each kind is there', () => {
    const reference = built(base);
    expect([...reference.procedures.keys()]).toEqual(['2.000815']);
    expect([...reference.units.keys()]).toEqual(['H41.26']);
    expect(reference.versions).toEqual({
      procedures: '2026.01.01',
      calendar: '2026.01.01',
      units: '2026.01.01',
      rules: 'embedded',
    });
    expect(reference.provisional).toBe(true);
  });

  it.each(['procedures', 'units', 'calendar'] as const)(
    'names the package when %s is missing or not yet in force',
    (kind) => {
      const error = { ok: false, error: { kind: 'missingPackage', package: kind } };
      expect(
        buildReference(
          base.filter((item) => item.kind !== kind),
          '2026-03-09',
        ),
      ).toEqual(error);
      const later = base.map((item) => (item.kind === kind ? { ...item, validFrom: '2026-03-10' } : item));
      expect(buildReference(later, '2026-03-09')).toEqual(error);
      expect(buildReference(later, '2026-03-10').ok).toBe(true);
    },
  );

  it('believes the province before a newer installer and is sure only when nothing comes from the installer', () => {
    const own: ReferencePackage = { ...procedures, origin: 'province', version: '2025.12.01', validFrom: '2025-12-01' };
    const newer: ReferencePackage = { ...procedures, version: '2026.03.01', validFrom: '2026-03-01' };
    const mixed = built([newer, own, units, calendar]);
    expect([mixed.versions.procedures, mixed.provisional]).toEqual(['2025.12.01', true]);
    const all = base.map((item) => ({ ...item, origin: 'province' as const }));
    expect(built([...base, ...all]).provisional).toBe(false);
  });

  it('takes the later start, then the higher version, when one origin sent several', () => {
    const second: ReferencePackage = { ...procedures, version: '2026.01.01-2' };
    const tenth: ReferencePackage = { ...procedures, version: '2026.01.01-10' };
    const future: ReferencePackage = { ...procedures, version: '2026.05.01', validFrom: '2026-05-01' };
    expect(built([tenth, procedures, second, future, units, calendar]).versions.procedures).toBe('2026.01.01-10');
    expect(built([tenth, future, units, calendar], '2026-05-01').versions.procedures).toBe('2026.05.01');
  });

  it('takes the row in force when a procedure changes inside one package', () => {
    const rows = [
      procedure('2.000815', '2026-04-01', 'mới'),
      procedure('2.000815', '2025-07-01', 'cũ'),
      procedure('1.000001', '2027-01-01'),
    ];
    const packages: ReferencePackage[] = [{ ...procedures, rows }, units, calendar];
    expect(built(packages).procedures.get('2.000815')?.name).toBe('cũ');
    expect(built(packages, '2026-04-01').procedures.get('2.000815')?.name).toBe('mới');
    expect(built(packages).procedures.has('1.000001')).toBe(false);
  });

  it('keeps this year when the province sends only the next one', () => {
    const next: ReferencePackage = {
      ...calendar,
      origin: 'province',
      version: '2026.02.01',
      rows: {
        ...year(2027, '2027-01-01'),
        entries: [...year(2027, '2027-01-01').entries, ...year(2026, '2026-05-05').entries],
      },
    };
    const reference = built([...base, next]);
    expect(reference.calendar.years).toEqual([2026, 2027]);
    expect(reference.calendar.entries.map((entry) => entry.day)).toEqual(['2027-01-01', '2026-01-01']);
    expect(reference.versions.calendar).toBe('2026.02.01+2026.01.01');
  });

  it('refuses a unit when its hours leave no working time', () => {
    const broken: ReferencePackage = {
      ...units,
      rows: [unit('H41.26', { workingTime: [{ from: '17:00', to: '07:00' }] })],
    };
    expect(buildReference([procedures, broken, calendar], '2026-03-09')).toEqual({
      ok: false,
      error: { kind: 'noWorkingTime', unitId: 'H41.26' },
    });
  });
});

describe('rules of a reference', () => {
  const pack = (version: string, origin: 'installer' | 'province', ...starts: string[]): ReferencePackage => ({
    ...{ version, validFrom: '2026-01-01', origin, note: '', kind: 'rules' },
    rows: starts.map((validFrom) => ({ ...embeddedRules, validFrom, source: version })),
  });

  it('are the defaults inside the program when no package brought any', () => {
    expect([built(base).rules, built(base).versions.rules]).toEqual([embeddedRules, 'embedded']);
    const later = [...base, pack('2026.01.01', 'province', '2026-06-01')];
    expect(built(later).versions.rules).toBe('embedded');
  });

  it('are those of the province before those of the installer, as far as they are in force', () => {
    const packages = [
      ...base,
      pack('2026.01.05', 'installer', '2026-01-01'),
      pack('2026.01.02', 'province', '2026-06-01', '2026-07-01'),
    ];
    expect(built(packages).versions.rules).toBe('2026.01.05');
    expect(built(packages, '2026-06-30').rules.validFrom).toBe('2026-06-01');
    expect([built(packages, '2026-07-01').rules.validFrom, built(packages, '2026-07-01').versions.rules]).toEqual([
      '2026-07-01',
      '2026.01.02',
    ]);
  });

  it('make the reference provisional when they are the installer’s', () => {
    const province = base.map((item) => ({ ...item, origin: 'province' as const }));
    expect(built(province).provisional).toBe(false);
    expect(built([...province, pack('2026.01.05', 'province', '2026-01-01')]).provisional).toBe(false);
    expect(built([...province, pack('2026.01.05', 'installer', '2026-01-01')]).provisional).toBe(true);
  });
});

describe('findFormOverrides', () => {
  const row = (title: string) => ({ form: 'receipt' as const, validFrom: '2026-01-01', title });
  const pack = (version: string, validFrom: string, title: string): ReferencePackage => ({
    ...{ kind: 'forms', version, validFrom, origin: 'province', note: '' },
    rows: [row(title)],
  });
  const titles = (packages: readonly ReferencePackage[], day: string) =>
    findFormOverrides(packages, day).map(({ title }) => title);

  it('takes the rows of the package in force on the day, and none where there is no package', () => {
    const packages = [pack('2026.01.01', '2026-01-01', 'first'), pack('2026.06.01', '2026-06-01', 'second')];
    expect(titles(packages, '2026-03-09')).toEqual(['first']);
    expect(titles(packages, '2026-06-01')).toEqual(['second']);
    expect(titles(packages, '2025-12-31')).toEqual([]);
    expect(titles([], '2026-03-09')).toEqual([]);
  });
});
