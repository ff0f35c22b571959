import { describe, expect, it } from 'vitest';
import { buildCase, buildProcedure, buildRequiredPaper } from '../../tests/support/procedures';
import { eightHours, officialDays } from '../../tests/support/deadline-kit';
import { findPackageFaults } from './package-check';
import type { PauseRule } from './pause-rule';
import { findProcedureFaults, limitHours } from './procedure-check';
import type { Procedure, ProcedureCase } from './procedure';
import { listUnconfirmed, provisionalFields, provisionalTopics } from './provisional-fields';
import type { ReferencePackage } from './reference-package';
import { embeddedRules } from './rule-set';
import type { Unit, UnitSuccession } from './unit';
import { findUnitFaults } from './unit-check';

const head = { version: '2026.11.20', validFrom: '2025-07-01', origin: 'installer', note: '' } as const;
const step = (id: string, hours: number) => ({ id, name: id, unit: 'u', role: 'r', hours });

function faultsOf(changes: Partial<ProcedureCase>, procedure: Partial<Procedure> = {}) {
  return findProcedureFaults(buildProcedure({ cases: [buildCase('a', changes)], ...procedure }));
}

describe('findProcedureFaults', () => {
  it('finds none in a sound row', () => {
    expect(faultsOf({ papers: [buildRequiredPaper('x')], steps: [step('s', 8), step('t', 8)] })).toEqual([]);
  });

  it('finds ids twice, each once', () => {
    const papers = ['x', 'y', 'x', 'x'].map((id) => buildRequiredPaper(id));
    expect(faultsOf({ papers, steps: [step('s', 1), step('s', 1)] })).toEqual([
      { kind: 'paperTwice', caseId: 'a', id: 'x' },
      { kind: 'stepTwice', caseId: 'a', id: 's' },
    ]);
    expect(findProcedureFaults(buildProcedure({ cases: [buildCase('a'), buildCase('a')] }))).toEqual([
      { kind: 'caseTwice', caseId: 'a' },
    ]);
  });

  it('holds the steps against the limit of every channel', () => {
    const days = (amount: number) => ({ unit: 'workingDays' as const, amount });
    const limits = { counter: days(2), online: days(1), post: { unit: 'sameDay' as const } };
    expect(faultsOf({ limits, steps: [step('s', 8), step('t', 8)] })).toEqual([
      { kind: 'stepsTooLong', caseId: 'a', channel: 'online', hours: 16, limit: 8 },
      { kind: 'stepsTooLong', caseId: 'a', channel: 'post', hours: 16, limit: 8 },
    ]);
    expect(faultsOf({ limits, steps: [step('s', 8)] })).toEqual([]);
  });

  it.each([
    [{ unit: 'workingDays', amount: 3 }, 24],
    [{ unit: 'workingHours', amount: 12 }, 12],
    [{ unit: 'sameDay' }, 8],
    [{ unit: 'calendarDays', amount: 3 }, null],
    [{ unit: 'months', amount: 1 }, null],
    [{ unit: 'none' }, null],
  ] as const)('reads %j as %s working hours', (limit, hours) => {
    expect(limitHours(limit)).toBe(hours);
  });

  it('cannot hold steps against calendar days', () => {
    const limit = { unit: 'calendarDays' as const, amount: 1 };
    expect(faultsOf({ limits: { counter: limit, online: limit, post: limit }, steps: [step('s', 99)] })).toEqual([]);
  });

  it('finds papers that contradict themselves', () => {
    const none = { original: 0, certifiedCopy: 0, photocopy: 0 };
    const papers = [
      buildRequiredPaper('empty', { counts: none }),
      buildRequiredPaper('certified', { counts: { ...none, certifiedCopy: 1 } }),
      buildRequiredPaper('photo', { counts: { ...none, photocopy: 1 } }),
      buildRequiredPaper('balanced', { counts: { original: 1, certifiedCopy: 1, photocopy: 2 } }),
      buildRequiredPaper('twoCopies', { counts: { original: 1, certifiedCopy: 2, photocopy: 1 } }),
      buildRequiredPaper('shown', { mode: 'present' }),
      buildRequiredPaper('found', { mode: 'lookup', counts: none, digitise: { duty: 'exempt', reason: 'tra cứu' } }),
      buildRequiredPaper('silent', { required: false }),
      buildRequiredPaper('blank', { required: false, when: '' }),
      buildRequiredPaper('said', { required: false, when: 'nếu có' }),
      buildRequiredPaper('past', { validFrom: '2026-02-02', validTo: '2026-02-01' }),
      buildRequiredPaper('day', { validFrom: '2026-02-01', validTo: '2026-02-01' }),
      buildRequiredPaper('open', { validTo: '2026-02-01' }),
      buildRequiredPaper('reused', { validity: { kind: 'forever' } }),
      buildRequiredPaper('typed', { validity: { kind: 'forever' }, typeCode: 'T' }),
    ];
    expect(faultsOf({ papers })).toEqual([
      { kind: 'paper', caseId: 'a', paperId: 'empty', why: 'sheets' },
      { kind: 'paper', caseId: 'a', paperId: 'shown', why: 'exempt' },
      { kind: 'paper', caseId: 'a', paperId: 'silent', why: 'when' },
      { kind: 'paper', caseId: 'a', paperId: 'blank', why: 'when' },
      { kind: 'paper', caseId: 'a', paperId: 'past', why: 'dates' },
      { kind: 'paper', caseId: 'a', paperId: 'reused', why: 'validityWithoutType' },
    ]);
  });

  it('finds conditions without a question, a second stage that nothing starts, and pauses twice', () => {
    const supplement: PauseRule = {
      ...{ kind: 'supplement', starts: 'SupplementRequested', ends: 'SupplementReceived', whose: 'citizen' },
      ...{ mode: 'restart', law: 'NĐ', provisional: true },
    };
    const only = (field: string): PauseRule => ({ ...supplement, onlyFields: [field] });
    const secondStage = { unit: 'workingDays', amount: 1 } as const;
    expect(faultsOf({ secondStage })).toEqual([]);
    expect(faultsOf({ secondStage }, { pauses: [supplement, supplement] })).toEqual([
      { kind: 'secondStageWithoutPayment', caseId: 'a' },
      { kind: 'pauseTwice', pause: 'supplement' },
    ]);
    expect(faultsOf({}, { pauses: [only('a'), only('b')] })).toEqual([]);
    expect(faultsOf({}, { pauses: [only('a'), only('a')] })).toEqual([{ kind: 'pauseTwice', pause: 'supplement a' }]);
    const payment: PauseRule = {
      ...{ kind: 'payment', starts: 'ObligationNotified', ends: 'ObligationFulfilled', whose: 'citizen' },
      ...{ mode: 'restart', law: 'NĐ', provisional: true },
    };
    expect(faultsOf({ secondStage }, { pauses: [payment] })).toEqual([]);
    expect(faultsOf({ condition: { all: [{ question: 'q', is: true }] } })).toEqual([
      { kind: 'unknownQuestion', questionId: 'q' },
    ]);
  });

  it('finds names no field has, and a result that is reused without a type', () => {
    expect(faultsOf({}, { provisional: ['cases.fees', 'fees', 'toString'] })).toEqual([
      { kind: 'unknownProvisional', field: 'fees' },
      { kind: 'unknownProvisional', field: 'toString' },
    ]);
    expect(faultsOf({}, { resultValidity: { kind: 'forever' } })).toEqual([{ kind: 'resultValidityWithoutType' }]);
    expect(faultsOf({}, { resultValidity: { kind: 'forever' }, resultTypeCode: 'T' })).toEqual([]);
  });
});

function unit(id: string, changes: Partial<Unit> = {}): Unit {
  return {
    ...{ id, name: id, parentName: '', place: '', address: '', phone: '', kind: 'communeCentre' },
    ...{ workingTime: eightHours, openingHours: eightHours, validFrom: '2025-07-01' },
    counters: [{ id: 'q1', name: 'Quầy 1', book: 'Q1' }],
    ...changes,
  };
}

function merged(changes: Partial<UnitSuccession> = {}): Unit {
  return unit('A', { succession: { unitId: 'B', from: '2026-07-01', act: 'NQ', ...changes } });
}

describe('findUnitFaults', () => {
  const why = (rows: readonly Unit[]) => findUnitFaults(rows).map((fault) => ('why' in fault ? fault.why : fault.kind));

  it('finds none where a merger leads to a counter that is there', () => {
    expect(why([merged(), unit('B')])).toEqual([]);
    const other = unit('B', { counters: [{ id: 'q9', name: '', book: 'Q9' }] });
    expect(why([merged({ counters: [{ from: 'q1', to: 'q9' }] }), other])).toEqual([]);
    expect(findUnitFaults([merged(), other])).toEqual([{ kind: 'succession', unitId: 'A', why: 'counter' }]);
  });

  it.each([
    ['unknown', [merged()]],
    ['ring', [merged({ unitId: 'A' })]],
    ['beforeStart', [merged({ from: '2025-07-01' }), unit('B')]],
    ['successorLater', [merged(), unit('B', { validFrom: '2026-07-02' })]],
    [
      'successorEnded',
      [merged(), unit('B', { succession: { unitId: 'C', from: '2026-06-30', act: 'NQ' } }), unit('C')],
    ],
  ])('finds %s', (fault, rows) => {
    expect(why(rows)).toEqual([fault]);
  });

  it('takes a successor that starts, or goes on into a third, on the very day', () => {
    expect(why([merged(), unit('B', { validFrom: '2026-07-01' })])).toEqual([]);
    const chain = [merged(), unit('B', { succession: { unitId: 'C', from: '2026-07-01', act: 'NQ' } }), unit('C')];
    expect(why(chain)).toEqual([]);
  });

  it('asks for every counter of the merged unit', () => {
    const two = [
      { id: 'q1', name: '', book: 'Q1' },
      { id: 'q2', name: '', book: 'Q2' },
    ];
    expect(why([{ ...merged(), counters: two }, unit('B')])).toEqual(['counter']);
    expect(why([{ ...merged(), counters: two }, unit('B', { counters: two })])).toEqual([]);
  });

  it('looks at the newest version of a row, and finds counters and books twice', () => {
    const broken = merged({ unitId: 'X' });
    expect(why([{ ...broken, validFrom: '2025-01-01' }, unit('A')])).toEqual([]);
    expect(why([unit('A'), { ...broken, validFrom: '2025-01-01' }])).toEqual([]);
    const counters = [
      { id: 'q', name: '', book: 'Q' },
      { id: 'q', name: '', book: 'R' },
      { id: 'r', name: '', book: 'R' },
    ];
    expect(findUnitFaults([unit('A', { counters })])).toEqual([
      { kind: 'counterTwice', unitId: 'A', id: 'q' },
      { kind: 'bookTwice', unitId: 'A', id: 'R' },
    ]);
  });
});

describe('findUnitFaults of receipt series', () => {
  const series = {
    ...({ id: 's1', unitId: 'A', counterId: 'q1', ledger: 'stateFee', kind: 'own' } as const),
    ...{ formNo: '01BLP', symbol: 'XA-26P', from: 1, to: 500, validFrom: '2026-01-01' },
  };
  const faults = (...receiptSeries: NonNullable<Unit['receiptSeries']>) =>
    findUnitFaults([unit('A', { receiptSeries })]);

  it('finds none where each counter holds numbers of its own', () => {
    expect(faults(series, { ...series, id: 's2', from: 501, to: 900 }, { ...series, symbol: 'XA-26Q' })).toEqual([]);
  });

  it('finds a series of another unit, of no counter, and one that shares a number', () => {
    const fault = { kind: 'receiptSeries', unitId: 'A', id: 's1' };
    expect(faults({ ...series, unitId: 'B' })).toEqual([{ ...fault, why: 'foreign' }]);
    expect(faults({ ...series, counterId: 'q7' })).toEqual([{ ...fault, why: 'counter' }]);
    expect(faults({ ...series, id: 's0' }, { ...series, from: 500, to: 900 })).toEqual([{ ...fault, why: 'overlap' }]);
  });
});

describe('findPackageFaults', () => {
  it('finds rows twice, shared abbreviations and faults of rows in procedures', () => {
    const one = buildProcedure({ code: '1.000001', abbreviations: ['ks', 'x'] });
    const two = buildProcedure({ code: '1.000002', abbreviations: ['ks'], provisional: ['y'] });
    const later = { ...one, validFrom: '2026-08-01' };
    const pack: ReferencePackage = { ...head, kind: 'procedures', rows: [two, one, later, later] };
    expect(findPackageFaults(pack)).toEqual([
      { kind: 'rowTwice', key: '1.000001 2026-08-01' },
      { kind: 'abbreviationTwice', abbreviation: 'ks', codes: ['1.000001', '1.000002'] },
      { kind: 'procedure', code: '1.000002', fault: { kind: 'unknownProvisional', field: 'y' } },
    ]);
  });

  it('finds what is wrong in the other kinds', () => {
    const [entry] = officialDays.entries;
    if (!entry) throw new Error('no entry');
    const units: ReferencePackage = { ...head, kind: 'units', rows: [merged(), merged()] };
    expect(findPackageFaults(units)).toEqual([
      { kind: 'rowTwice', key: 'A 2025-07-01' },
      { kind: 'unit', fault: { kind: 'succession', unitId: 'A', why: 'unknown' } },
    ]);
    const calendar: ReferencePackage = { ...head, kind: 'calendar', rows: { years: [2025], entries: [entry, entry] } };
    expect(findPackageFaults(calendar).map((fault) => fault.kind)).toEqual([
      'rowTwice',
      'dayOutsideYears',
      'dayOutsideYears',
    ]);
    const rules: ReferencePackage = { ...head, kind: 'rules', rows: [embeddedRules, embeddedRules] };
    expect(findPackageFaults(rules)).toEqual([{ kind: 'rowTwice', key: '2018-06-21' }]);
    const rights = { role: 'unitAdmin' as const, permissions: [], validFrom: '2026-01-01' };
    const level = { act: 'refund' as const, level: 'block' as const, validFrom: '2026-01-01' };
    const later = { ...rights, validFrom: '2026-02-01' };
    const twice = { ...embeddedRules, permissions: [rights, later, rights], approvals: [level, level] };
    expect(findPackageFaults({ ...head, kind: 'rules', rows: [twice] })).toEqual([
      { kind: 'rowTwice', key: 'unitAdmin 2026-01-01' },
      { kind: 'rowTwice', key: 'refund 2026-01-01' },
    ]);
    const address = { id: 't', code: '01', level: 'province' as const, name: 'T', validFrom: '2024-01-01' };
    const addresses: ReferencePackage = {
      ...{ ...head, kind: 'addresses' },
      rows: { provisional: true, units: [address, address], changes: [] },
    };
    expect(findPackageFaults(addresses)).toEqual([{ kind: 'rowTwice', key: 't' }]);
    const override = { form: 'receipt' as const, validFrom: '2026-01-01', title: 'GIẤY HẸN' };
    const forms: ReferencePackage = {
      ...{ ...head, kind: 'forms' },
      rows: [override, { ...override, title: 'X' }, { ...override, unitIds: ['H41.26'] }],
    };
    expect(findPackageFaults(forms)).toEqual([{ kind: 'rowTwice', key: 'receipt * * 2026-01-01' }]);
  });
});

describe('listUnconfirmed', () => {
  it('names each topic once, in their order, for the channel asked', () => {
    const provisional = [
      'cases.fees.online',
      'cases.papers.mode',
      'cases.limits',
      'cases.papers',
      'code',
      'cases.steps',
    ];
    expect(listUnconfirmed({ provisional }, 'counter')).toEqual(['code', 'papers', 'limits', 'steps']);
    expect(listUnconfirmed({ provisional }, 'online')).toEqual(['code', 'papers', 'limits', 'fees', 'steps']);
    expect(listUnconfirmed({ provisional: [] }, 'post')).toEqual([]);
    expect(listUnconfirmed({ provisional: ['newer', 'toString'] }, 'post')).toEqual(['other']);
  });

  it('has a topic for every field, and a field for every topic', () => {
    expect(new Set(Object.values(provisionalFields))).toEqual(new Set(provisionalTopics));
  });
});
