import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toLocalDay } from '../base/time';
import { fromLocal, type LocalDay } from '../base/time';
import { findActRules } from './act-rules';
import { approvalLevels } from './approval-levels';
import { decideIntake } from './intake';
import type { CalendarEntry } from './calendar-rows';
import type { Procedure } from './procedure';
import { findPackageFaults } from './package-check';
import { permissionSets } from './permissions';
import { referencePackageSchema, type Reference, type ReferencePackage } from './reference-package';
import { buildReference } from './reference';
import { embeddedRules } from './rule-set';
import { unitKindSchema } from './unit';
import { addDays, toDayNumber, weekdayOf } from './working-calendar-days';

function readPackage(name: string): ReferencePackage {
  const url = new URL(`../../build/packages/${name}.json`, import.meta.url);
  return referencePackageSchema.parse(JSON.parse(readFileSync(url, 'utf8')));
}

const packages = ['procedures', 'calendar', 'units', 'rules', 'addresses'].map(readPackage);

function referenceOn(day: LocalDay): Reference {
  const built = buildReference(packages, day);
  if (!built.ok) throw new Error(built.error.kind);
  return built.value;
}

const reference = referenceOn('2026-03-09');
const procedures = [...reference.procedures.values()];

function entriesOf(year: number): readonly CalendarEntry[] {
  return reference.calendar.entries.filter((entry) => entry.day.startsWith(String(year)));
}

function promise(procedureCode: string, caseId: string, at: number): string | undefined {
  const decided = decideIntake({
    intake: { procedureCode, caseId, channel: 'counter' },
    at,
    reference,
    unitId: 'H41.26',
  });
  const due = decided.ok ? decided.value.appointment.promisedAt : undefined;
  return due === undefined || due === null
    ? undefined
    : `${toLocalDay(due)} ${new Date(due + 25_200_000).toISOString().slice(11, 16)}`;
}

describe('base packages', () => {
  it('come from the installer and make the rules provisional when nothing else is there', () => {
    expect(packages.every((item) => item.origin === 'installer')).toBe(true);
    expect(reference.provisional).toBe(true);
  });

  it('hold at least fourteen procedures with different codes when read', () => {
    expect(procedures.length).toBeGreaterThanOrEqual(14);
    const rows = packages.flatMap((item) => (item.kind === 'procedures' ? item.rows : []));
    expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length);
  });

  it.each(packages.map((pack) => [pack.kind, pack] as const))('have no fault when %s are checked', (_kind, pack) => {
    expect(findPackageFaults(pack)).toEqual([]);
  });

  it.each(procedures.map((procedure) => [procedure.code, procedure] as const))(
    'say what is missing when %s is looked at',
    (_code, procedure: Procedure) => {
      expect(procedure.provisional).toContain('field.code');
      // A fee that nobody set must never look like a decision of the state.
      const unset = procedure.cases.some(
        (item) => item.fees.counter.basis === 'free' && /gói dữ liệu tạm/.test(item.fees.counter.ground),
      );
      if (unset) expect(procedure.provisional).toContain('cases.fees');
      for (const rule of procedure.cases.flatMap(({ fees }) => Object.values(fees))) {
        if (rule.basis === 'free') expect(rule.undecided === true).toBe(rule.ground.startsWith('Chưa có mức thu'));
      }
    },
  );

  it('use every mode of a paper when all procedures are taken together', () => {
    const modes = procedures.flatMap((item) => item.cases.flatMap((one) => one.papers.map((paper) => paper.mode)));
    expect(new Set(modes)).toEqual(new Set(['submit', 'present', 'lookup']));
  });

  // Holidays that fall on a weekend move no limit, but no counter with Saturday duty opens on them.
  const weekendHolidays = ['2024-02-10', '2024-02-11', '2026-04-26', '2027-02-06', '2027-02-07', '2027-05-01'];

  it('list only weekdays off, weekend days worked and weekend holidays when a calendar day is listed', () => {
    for (const entry of reference.calendar.entries) {
      const worked = weekdayOf(toDayNumber(entry.day)) >= 5 && !weekendHolidays.includes(entry.day);
      expect(`${entry.day} ${entry.type}`).toBe(`${entry.day} ${worked ? 'working' : 'off'}`);
      expect(addDays(entry.day, 0)).toBe(entry.day);
    }
    expect(new Set(reference.calendar.entries.map((entry) => entry.day)).size).toBe(reference.calendar.entries.length);
  });

  // Domain notes §5.6, holidays 2024–2027: days off on weekdays, swapped Saturdays.
  it.each([
    [2024, '01-01 02-08 02-09 02-10 02-11 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03', '05-04'],
    [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02', '04-26'],
    [2026, '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-26 04-27 04-30 05-01 08-31 09-01 09-02 11-24', '01-10 08-22'],
    [2027, '01-01 02-05 02-06 02-07 02-08 02-09 02-10 02-11 04-16 04-30 05-01 05-03 09-02 09-03 11-24', ''],
  ])('hold the days off and swapped days when the year is %d', (year, off, working) => {
    const days = (type: string) =>
      entriesOf(year)
        .filter((entry) => entry.type === type)
        .map((entry) => entry.day.slice(5));
    expect(days('off').join(' ')).toBe(off);
    expect(days('working').join(' ')).toBe(working);
  });

  it('flag 2/1, 10/1 and 24/11/2026 and the whole of 2027 when asked what is provisional', () => {
    const flagged = reference.calendar.entries.filter((entry) => entry.provisional).map((entry) => entry.day);
    expect(flagged.filter((day) => day < '2027')).toEqual(['2026-01-02', '2026-01-10', '2026-11-24']);
    expect(entriesOf(2027).every((entry) => entry.provisional)).toBe(true);
  });

  it.each([
    ['2.000815', 'thuong', '2026-03-09T14:50', '2026-03-09 17:00'],
    ['2.000815', 'thuong', '2026-03-09T15:20', '2026-03-10 17:00'],
    ['1.001193', 'dung-han', '2026-03-09T15:00', '2026-03-09 17:00'],
    ['1.004873', 'thuong', '2026-03-09T09:10', '2026-03-12 09:10'],
    ['1.004222', 'thuong', '2026-04-24T10:00', '2026-05-08 10:00'],
  ])('lead to the promised date when %s is received', (code, caseId, at, due) => {
    expect(promise(code, caseId, fromLocal(at.slice(0, 10), at.slice(11)))).toBe(due);
  });

  it('put the practice unit first and hold every kind of unit, old and new, when read', () => {
    const units = [...reference.units.values()];
    expect(units[0]?.id).toBe('H41.26');
    expect(units[0]?.counters.map((counter) => counter.name)).toEqual(['Quầy 1', 'Quầy 2']);
    expect(new Set(units.map((unit) => unit.kind))).toEqual(new Set(unitKindSchema.options));
    // A counter id is what a one-time code of the practice server is made of.
    const counters = units.flatMap((unit) => unit.counters.map((counter) => counter.id));
    expect(new Set(counters).size).toBe(counters.length);
  });

  it('say what the program would do without them when the rules are read', () => {
    const { source, permissions, approvals, provisional, ...rules } = reference.rules;
    const { source: embedded, provisional: unsure, ...defaults } = embeddedRules;
    expect(rules).toEqual(defaults);
    expect(provisional).toEqual([...unsure, 'permissions', 'approvals']);
    expect([reference.versions.rules, source === embedded]).toEqual(['2026.11.22', false]);
    expect(source).toContain('chưa đối chiếu');
    const acts = findActRules(reference, '2026-03-09');
    expect([permissions?.length, approvals?.length]).toEqual([
      Object.keys(permissionSets).length,
      Object.keys(approvalLevels).length,
    ]);
    expect([acts.sets, acts.levels]).toEqual([permissionSets, approvalLevels]);
  });
});
