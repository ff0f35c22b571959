import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eightHours } from '../../tests/support/deadline-kit';
import { buildCase, buildProcedure, buildRequiredPaper } from '../../tests/support/procedures';
import { diffPackages, type RowDiff } from './package-diff';
import type { PauseRule } from './pause-rule';
import { diffProcedures } from './procedure-diff';
import type { Procedure, ProcedureCase } from './procedure';
import { referencePackageSchema, type ReferencePackage } from './reference-package';
import { pairVersions } from './row-versions';
import { embeddedRules } from './rule-set';
import type { Unit } from './unit';

const head = { version: '2026.01.15', validFrom: '2025-07-01', origin: 'installer', note: '' } as const;
const days = (amount: number) => ({ unit: 'workingDays' as const, amount });
const same = <T>(value: T) => ({ counter: value, online: value, post: value });

function change(before: Partial<ProcedureCase>, after: Partial<ProcedureCase>) {
  const build = (one: Partial<ProcedureCase>) =>
    buildProcedure({ cases: [buildCase('a', { name: 'Thường', ...one })] });
  return diffProcedures(build(before), build(after));
}

describe('diffProcedures', () => {
  const caseName = 'Thường';

  it('finds nothing between equals, whatever the order of members', () => {
    const procedure = buildProcedure();
    const turned = Object.fromEntries(Object.entries(procedure).reverse()) as Procedure;
    expect(diffProcedures(procedure, turned)).toEqual([]);
  });

  it('joins channels whose limit changed alike', () => {
    expect(change({ limits: same(days(3)) }, { limits: same(days(5)) })).toEqual([
      { kind: 'limit', caseName, channels: ['counter', 'online', 'post'], before: days(3), after: days(5) },
    ]);
    expect(change({ limits: same(days(3)) }, { limits: { ...same(days(5)), online: days(2) } })).toEqual([
      { kind: 'limit', caseName, channels: ['counter', 'post'], before: days(3), after: days(5) },
      { kind: 'limit', caseName, channels: ['online'], before: days(3), after: days(2) },
    ]);
    // Two channels that come to the same value from different ones are two changes.
    expect(change({ limits: { ...same(days(3)), post: days(4) } }, { limits: same(days(5)) })).toHaveLength(2);
  });

  it('tells fees, the second stage, steps and the question of a case', () => {
    const free = { basis: 'free', ground: 'HĐND' } as const;
    const fee = { basis: 'fixed', name: 'Lệ phí', amount: 8000 } as const;
    const step = { id: 's', name: 's', unit: 'u', role: 'r', hours: 2 };
    const condition = { all: [{ question: 'q', is: true }] };
    expect(
      change(
        { fees: same(free), secondStage: days(2) },
        { fees: { ...same(free), counter: fee }, steps: [step], condition, name: 'Khác' },
      ),
    ).toEqual([
      { kind: 'caseName', before: 'Thường', after: 'Khác' },
      { kind: 'caseCondition', caseName: 'Khác' },
      { kind: 'secondStage', caseName: 'Khác', before: days(2), after: null },
      { kind: 'fee', caseName: 'Khác', channels: ['counter'], before: free, after: fee },
      { kind: 'steps', caseName: 'Khác' },
    ]);
    expect(change({}, { secondStage: days(2) })).toEqual([
      { kind: 'secondStage', caseName, before: null, after: days(2) },
    ]);
  });

  it('tells papers that came, went and changed, and what of them', () => {
    const old = buildRequiredPaper('x');
    const papers = [
      buildRequiredPaper('x', {
        ...{ name: 'Tên mới', mode: 'present', required: false, when: 'nếu có', typeCode: 'T', validTo: '2026-12-31' },
        condition: { any: [{ question: 'q', is: true }] },
        counts: { original: 0, certifiedCopy: 1, photocopy: 0 },
        digitise: { duty: 'optional' },
      }),
      buildRequiredPaper('new'),
    ];
    const parts = ['name', 'mode', 'required', 'condition', 'dates', 'type', 'counts', 'digitise'];
    expect(change({ papers: [old, buildRequiredPaper('gone')] }, { papers })).toEqual([
      { kind: 'paperAdded', caseName, paper: 'Giấy new' },
      { kind: 'paperRemoved', caseName, paper: 'Giấy gone' },
      { kind: 'paper', caseName, paper: 'Tên mới', parts },
    ]);
    const only = (changes: Partial<typeof old>) => change({ papers: [old] }, { papers: [{ ...old, ...changes }] });
    expect(only({ validFrom: '2026-01-01' })).toEqual([{ kind: 'paper', caseName, paper: 'Giấy x', parts: ['dates'] }]);
    expect(only({ validity: { kind: 'forever' } })).toMatchObject([{ parts: ['type'] }]);
    expect(only({ belongsTo: 'submitter' })).toMatchObject([{ parts: ['type'] }]);
    expect(only({ when: 'khi cần' })).toMatchObject([{ parts: ['required'] }]);
  });

  it('tells cases that came and went', () => {
    const before = buildProcedure({ cases: [buildCase('a'), buildCase('b')] });
    const after = buildProcedure({ cases: [buildCase('b'), buildCase('c')] });
    expect(diffProcedures(before, after)).toEqual([
      { kind: 'caseAdded', caseName: 'Trường hợp c' },
      { kind: 'caseRemoved', caseName: 'Trường hợp a' },
    ]);
  });

  it('tells texts with both values, other fields by name, pauses by kind, and what was confirmed', () => {
    const supplement: PauseRule = {
      ...{ kind: 'supplement', starts: 'SupplementRequested', ends: 'SupplementReceived', whose: 'citizen' },
      ...{ mode: 'restart', law: 'NĐ', provisional: true },
    };
    const before = buildProcedure({ provisional: ['cases.fees', 'code'] });
    const after = buildProcedure({
      ...{ name: 'Tên', source: 'QĐ 1', abbreviations: ['z'], identityRequired: false, resultTypeCode: 'T' },
      ...{ pauses: [supplement], provisional: ['code', 'name'] },
    });
    expect(diffProcedures(before, after)).toEqual([
      { kind: 'text', field: 'name', before: 'Đăng ký khai sinh', after: 'Tên' },
      { kind: 'text', field: 'source', before: 'thử', after: 'QĐ 1' },
      { kind: 'pauses', before: null, after: ['supplement'] },
      { kind: 'field', field: 'abbreviations' },
      { kind: 'field', field: 'result' },
      { kind: 'field', field: 'identityRequired' },
      { kind: 'confirmed', fields: ['cases.fees'] },
      { kind: 'unconfirmed', fields: ['name'] },
    ]);
    const softer = buildProcedure({ pauses: [{ ...supplement, mode: 'addWorkingTime' }] });
    expect(diffProcedures(buildProcedure({ pauses: [supplement] }), softer)).toEqual([
      { kind: 'pauses', before: ['supplement'], after: ['supplement'] },
    ]);
    const validity = buildProcedure({ resultTypeCode: 'T', resultValidity: { kind: 'forever' } });
    expect(diffProcedures(buildProcedure({ resultTypeCode: 'T' }), validity)).toEqual([
      { kind: 'field', field: 'result' },
    ]);
  });
});

describe('pairVersions', () => {
  const row = (key: string, validFrom: string, text = '') => ({ key, validFrom, text });
  const pair = (before: ReturnType<typeof row>[], after: ReturnType<typeof row>[]) =>
    pairVersions(before, after, ({ key }) => key).map((one) =>
      one.kind === 'kept'
        ? `${one.before.text}>${one.after.text}${one.since === null ? '' : ` since ${one.since}`}`
        : `${one.kind} ${one.row.text}`,
    );

  it('compares the same day with the same day, a new version with the one before it', () => {
    const before = [row('k', '2025', 'a')];
    expect(pair(before, [row('k', '2025', 'b')])).toEqual(['a>b']);
    expect(pair(before, [row('k', '2026', 'c'), row('k', '2025', 'b')])).toEqual(['a>b', 'b>c since 2026']);
    expect(pair(before, [row('k', '2026', 'c')])).toEqual(['a>c since 2026']);
    expect(pair([row('k', '2026', 'a')], [row('k', '2025', 'b')])).toEqual(['a>b since 2025']);
    expect(pair([row('k', '2025', 'a'), row('k', '2026', 'b')], [row('k', '2027', 'c')])).toEqual([
      'b>c since 2027',
      'versionDropped a',
    ]);
  });

  it('tells keys that came and went', () => {
    expect(pair([row('a', '1', 'a')], [row('b', '1', 'b')])).toEqual(['added b', 'removed a']);
    expect(pair([], [row('b', '2', 'y'), row('b', '1', 'x')])).toEqual(['added x', 'x>y since 2']);
  });
});

function diff(before: ReferencePackage, after: ReferencePackage): readonly RowDiff[] {
  const found = diffPackages(before, after);
  if (!found.ok) throw new Error(found.error.kind);
  return found.value.rows;
}

describe('diffPackages', () => {
  const procedures = (...rows: Procedure[]): ReferencePackage => ({ ...head, kind: 'procedures', rows });

  it('says what becomes different on a day to come', () => {
    const now = buildProcedure();
    const later = { ...now, validFrom: '2026-08-01', resultName: 'Bản điện tử' };
    const changes = [{ kind: 'text', field: 'resultName', before: 'Giấy khai sinh', after: 'Bản điện tử' }];
    expect(diff(procedures(now), procedures(now, later))).toEqual([
      { key: '1.001193', name: 'Khai sinh', kind: 'changed', since: '2026-08-01', changes },
    ]);
    expect(diff(procedures(now), procedures({ ...now, validFrom: '2026-08-01' }))).toEqual([
      { key: '1.001193', name: 'Khai sinh', kind: 'changed', since: '2026-08-01', changes: [] },
    ]);
    expect(diff(procedures(now, later), procedures(now))).toEqual([
      { key: '1.001193', name: 'Khai sinh', kind: 'versionDropped', since: '2026-08-01', changes: [] },
    ]);
    expect(diff(procedures(now), procedures(now))).toEqual([]);
    expect(diff(procedures(), procedures(now))).toMatchObject([{ kind: 'added', since: '2025-07-01' }]);
    expect(diff(procedures(now), procedures())).toMatchObject([{ kind: 'removed', since: null }]);
  });

  it('tells a merger, and members of a unit by name', () => {
    const unit: Unit = {
      ...{ id: 'H41.31', name: 'An Sơn', parentName: '', place: '', address: '', phone: '', kind: 'communeCentre' },
      ...{ workingTime: eightHours, openingHours: eightHours, validFrom: '2025-07-01' },
      counters: [{ id: 'q1', name: 'Quầy 1', book: 'Q1' }],
    };
    const succession = { unitId: 'H41.32', from: '2026-07-01', act: 'NQ 1' };
    const units = (...rows: Unit[]): ReferencePackage => ({ ...head, kind: 'units', rows });
    const of = { key: 'H41.31', name: 'An Sơn', kind: 'changed', since: null };
    expect(diff(units(unit), units({ ...unit, succession, phone: '1', dueTime: 'endOfDay' }))).toEqual([
      {
        ...of,
        changes: [
          { kind: 'succession', after: succession },
          { kind: 'members', fields: ['dueTime', 'phone'] },
        ],
      },
    ]);
    expect(diff(units({ ...unit, succession }), units(unit))).toEqual([
      { ...of, changes: [{ kind: 'succession', after: null }] },
    ]);
  });

  it('tells members of the rule set', () => {
    const rules = (changes: Partial<typeof embeddedRules>): ReferencePackage => ({
      ...{ ...head, kind: 'rules' },
      rows: [{ ...embeddedRules, ...changes }],
    });
    expect(diff(rules({}), rules({ acceptanceHours: 4, early: 'earlierInstant' }))).toEqual([
      {
        ...{ key: 'rules', name: '', kind: 'changed', since: null },
        changes: [{ kind: 'members', fields: ['acceptanceHours', 'early'] }],
      },
    ]);
  });

  it('tells years and days of the calendar, in order', () => {
    const entry = (day: string, name: string) => ({ day, name, type: 'off' as const, provisional: false });
    const calendar = (years: number[], ...entries: ReturnType<typeof entry>[]): ReferencePackage => ({
      ...{ ...head, kind: 'calendar' },
      rows: { years, entries },
    });
    const [tet, old, reunification] = [
      entry('2026-02-16', 'Tết'),
      entry('2026-01-02', 'Nghỉ'),
      entry('2026-04-30', '30/4'),
    ];
    const named = { ...reunification, name: 'Ngày Chiến thắng' };
    const rows = diff(calendar([2025, 2026], old, reunification), calendar([2026, 2027], tet, named));
    expect(rows.map((row) => `${row.kind} ${row.key}`)).toEqual([
      'added 2027',
      'removed 2025',
      'removed 2026-01-02',
      'added 2026-02-16',
      'changed 2026-04-30',
    ]);
    expect(rows.at(-1)?.changes).toEqual([{ kind: 'day', before: reunification, after: named }]);
    expect(diff(calendar([2026], tet), calendar([2026], tet))).toEqual([]);
  });

  it('tells rows of forms by form, set and units', () => {
    const row = { form: 'receipt' as const, validFrom: '2026-01-01', title: 'GIẤY HẸN' };
    const forms = (...rows: (typeof row & { unitIds?: string[] })[]): ReferencePackage => ({
      ...{ ...head, kind: 'forms' },
      rows,
    });
    const other = { ...row, unitIds: ['H41.26'] };
    const told = { name: 'X', since: null };
    expect(diff(forms(row), forms({ ...row, title: 'X' }, { ...other, title: 'X' }))).toEqual([
      expect.objectContaining({
        ...{ ...told, key: 'receipt * *', kind: 'changed' },
        changes: [{ kind: 'members', fields: ['title'] }],
      }),
      expect.objectContaining({ name: 'X', key: 'receipt * H41.26', kind: 'added' }),
    ]);
  });

  it('tells address units by row', () => {
    const unit = (name: string) => ({ id: 'x', code: '1', level: 'province' as const, name, validFrom: '2024-01-01' });
    const addresses = (name: string): ReferencePackage => ({
      ...{ ...head, kind: 'addresses' },
      rows: { provisional: true, units: [unit(name)], changes: [] },
    });
    expect(diff(addresses('A'), addresses('B'))).toEqual([
      { key: 'x', name: 'B', kind: 'changed', since: null, changes: [{ kind: 'members', fields: ['name'] }] },
    ]);
  });

  it('does not compare two kinds, and names both versions', () => {
    const rules: ReferencePackage = { ...head, kind: 'rules', rows: [embeddedRules] };
    expect(diffPackages(rules, procedures())).toEqual({ ok: false, error: { kind: 'otherKind' } });
    expect(diffPackages(rules, { ...rules, version: '2026.02.01' })).toEqual({
      ok: true,
      value: { kind: 'rules', before: '2026.01.15', after: '2026.02.01', rows: [] },
    });
  });

  it.each(['procedures', 'calendar', 'units', 'rules', 'addresses'])('finds nothing between %s and itself', (kind) => {
    const url = new URL(`../../build/packages/${kind}.json`, import.meta.url);
    const read = () => referencePackageSchema.parse(JSON.parse(readFileSync(url, 'utf8')));
    expect(diff(read(), read())).toEqual([]);
  });
});
