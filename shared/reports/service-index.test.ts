import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFacts, buildReceived, frame, judgeRules, march, procedureOf } from '../../tests/support/report-kit';
import { at } from '../../tests/support/deadline-kit';
import { embeddedIndexRules, indexElementIds, serviceIndexRulesSchema } from '../domain/service-index-rules';
import { buildAverageTimes } from './average-times';
import { countIndexElements } from './index-elements';
import { buildIndexReport, indexElementText } from './index-report';
import { periodOfDays } from './report-period';
import { estimateIndex, simulateIndex, type IndexChange } from './service-index';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

const inTime = { received: '2026-03-02T09:00', due: '2026-03-09T09:00', ended: '2026-03-06T10:00' };
const withFile = { outcomeForm: 'scanned', hasOutcomeFile: true } as const;
const paper = { submitted: 2, digitised: 0, reused: 0, fromNationalStore: 0 };

const facts = [
  buildReceived('d1', inTime, { ...withFile, channel: 'online', stateFeeDue: 8_000, paidOnline: true }),
  buildReceived('d2', inTime, { ...withFile, papers: { ...paper, digitised: 1, reused: 1, fromNationalStore: 1 } }),
  buildReceived('d3', inTime, { outcomeForm: 'paperOnly', hasOutcomeFile: true, channel: 'online', papers: paper }),
  buildReceived(
    'd4',
    { received: '2026-03-03T09:00', due: '2026-03-10T09:00' },
    { receptionSynced: false, stateFeeDue: 8_000, papers: { ...paper, submitted: 0 }, channel: 'online' },
  ),
  buildReceived('d5', { received: '2026-03-02T09:00', due: '2026-03-09T09:00' }, { papers: paper }),
].map((fact, index) =>
  index < 4
    ? { ...fact, surveys: [{ at: at('2026-03-06T11:00'), score: index === 0 ? 2 : 5, topics: ['time'] }] }
    : { ...fact, surveys: [{ at: at('2026-04-06T11:00'), score: 1, topics: [] }] },
);

const rules = { ...judgeRules, catalogue: { onlineProcedures: ['1.001193', '2.000815'] }, index: embeddedIndexRules };
const counts = countIndexElements(facts, march, rules);

describe('countIndexElements', () => {
  it('counts what local dossiers show, with the dossiers behind it', () => {
    expect(counts.get('1.4')).toEqual({ good: ['d1', 'd2', 'd3', 'd5'], bad: ['d4'], rate: 0.8 });
    expect(counts.get('2.1')).toEqual({ good: ['d1', 'd2', 'd3'], bad: ['d4', 'd5'], rate: 0.6 });
    expect(counts.get('3.2')).toEqual({ good: ['d1', 'd3', 'd4'], bad: [], rate: 0.5 });
    // d3 has a result on paper only.
    expect(counts.get('3.3')).toEqual({ good: ['d1', 'd4'], bad: ['d2', 'd3', 'd5'], rate: 0.4 });
    expect(counts.get('3.6')).toEqual({ good: ['d1'], bad: ['d4'], rate: 0.5 });
    expect(counts.get('4.1')).toEqual({ good: ['d1', 'd2'], bad: ['d3'], rate: 2 / 3 });
    expect(counts.get('4.2')).toEqual({ good: ['d2'], bad: ['d1', 'd3'], rate: 1 / 3 });
    expect(counts.get('4.3')).toEqual({ good: ['d2'], bad: ['d1', 'd3', 'd5'], rate: 0.25 });
    expect(counts.get('4.4')?.rate).toBe(0.25);
    // 60 % on time less one dissatisfied of four.
    expect(counts.get('5.4')?.rate).toBeCloseTo(0.35, 10);
    expect([...counts.keys()]).toEqual(['1.4', '2.1', '3.2', '3.3', '3.6', '4.1', '4.2', '4.3', '4.4', '5.4']);
  });

  it('knows no rate where there is nothing to rate', () => {
    const none = countIndexElements([], march, { ...rules, catalogue: { onlineProcedures: [] } });
    expect([...none.values()].map(({ rate }) => rate)).toEqual(Array.from({ length: 10 }, () => null));
  });

  it('never falls below nothing', () => {
    const [first] = facts;
    const bad = first ? [{ ...first, history: { ...first.history, end: null } }] : [];
    expect(countIndexElements(bad, march, rules).get('5.4')?.rate).toBe(0);
  });
});

describe('estimateIndex', () => {
  const estimate = estimateIndex(counts, {}, embeddedIndexRules);

  it('gives points by share up to the full mark', () => {
    const points = Object.fromEntries(
      estimate.groups.flatMap(({ lines }) => lines).map(({ id, points: own }) => [id, own]),
    );
    expect(points).toMatchObject({ '1.4': 3.6, '2.1': 12, '3.2': 2, '3.3': 3.2, '3.6': 2.5 });
    expect(points).toMatchObject({ '4.1': 2.93, '4.2': 1.83, '4.3': 1.38, '4.4': 1.1, '5.4': 1.75 });
    expect(points['1.1']).toBeNull();
    expect(estimate.points).toBe(32.29);
  });

  it('keeps what is unknown apart instead of counting it as nothing', () => {
    expect(estimate.maximum).toBe(100);
    // 4.5 + 20 + 8 + 5 + 17.6 + 4.5
    expect(estimate.knownMaximum).toBe(59.6);
    expect(estimate.lowest).toBe(32.29);
    expect(estimate.highest).toBe(72.69);
    expect(estimate.groups.map(({ id, maximum }) => [id, maximum])).toEqual([
      ['transparency', 18],
      ['progress', 20],
      ['online', 12],
      ['payment', 10],
      ['digitisation', 22],
      ['satisfaction', 18],
    ]);
  });

  it('lets an assumption go before the count and says so', () => {
    const assumed = estimateIndex(counts, { '2.1': 1, '1.1': 0.5 }, embeddedIndexRules);
    const lines = assumed.groups.flatMap((group) => group.lines);
    expect(lines.find(({ id }) => id === '2.1')).toMatchObject({ source: 'assumed', points: 20, rate: 1 });
    expect(lines.find(({ id }) => id === '1.1')).toMatchObject({ source: 'assumed', points: 2.25 });
    expect(lines.find(({ id }) => id === '1.2')).toMatchObject({ source: 'unknown', rate: null, points: null });
    expect(assumed.knownMaximum).toBe(64.1);
  });

  it('has rules that fit their schema and name every element once', () => {
    expect(serviceIndexRulesSchema.parse(embeddedIndexRules)).toEqual(embeddedIndexRules);
    const ids = embeddedIndexRules.groups.flatMap(({ elements }) => elements.map(({ id }) => id));
    expect(ids).toEqual([...indexElementIds]);
    expect(embeddedIndexRules).toMatchObject({ provisional: true, dissatisfiedUpTo: 2 });
  });
});

describe('simulateIndex', () => {
  const input = { counts, assumptions: {}, rules: embeddedIndexRules };

  it('says what two dossiers more in time would bring', () => {
    const { gain, changed, after } = simulateIndex(input, [{ kind: 'putRight', id: '2.1', dossiers: 2 }]);
    expect(gain).toBe(8);
    expect(changed).toEqual([{ id: '2.1', gain: 8 }]);
    expect(after.points).toBe(40.29);
  });

  it('puts no more right than there are, and nothing where nothing is counted', () => {
    expect(simulateIndex(input, [{ kind: 'putRight', id: '2.1', dossiers: 99 }]).gain).toBe(8);
    expect(simulateIndex(input, [{ kind: 'putRight', id: '2.1', dossiers: -5 }]).gain).toBe(0);
    expect(simulateIndex(input, [{ kind: 'putRight', id: '5.1', dossiers: 3 }])).toMatchObject({
      gain: 0,
      changed: [],
    });
  });

  it('takes a rate as typed, the later change before the earlier', () => {
    const changes: IndexChange[] = [
      { kind: 'rate', id: '1.1', rate: 0.5 },
      { kind: 'rate', id: '1.1', rate: 1 },
    ];
    expect(simulateIndex(input, changes)).toMatchObject({ gain: 4.5, changed: [{ id: '1.1', gain: 4.5 }] });
  });

  it('stays between nothing and the maximum and never loses by putting right, whatever the dossiers', () => {
    const change = fc.record({
      kind: fc.constant('putRight' as const),
      id: fc.constantFrom(...indexElementIds),
      dossiers: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(anyFacts, fc.array(change, { maxLength: 4 }), (drawn, changes) => {
        const own = countIndexElements(drawn, march, rules);
        const whatIf = simulateIndex({ ...input, counts: own }, changes);
        // 5.4 is counted by another rate than its dossiers' share, so it alone may move either way.
        if (changes.every(({ id }) => id !== '5.4' && id !== '3.2')) expect(whatIf.gain).toBeGreaterThanOrEqual(0);
        for (const { points, maximum, highest, knownMaximum } of [whatIf.before, whatIf.after]) {
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(knownMaximum + 0.05);
          expect(highest).toBeLessThanOrEqual(maximum + 0.05);
        }
      }),
      PROPERTY_RUNS,
    );
  });
});

describe('buildIndexReport', () => {
  it('names every element and leaves unknown ones empty', () => {
    expect(indexElementText('4.2')).toBe('4.2 Hồ sơ số hóa cả giấy tờ và kết quả');
    const estimate = estimateIndex(counts, {}, embeddedIndexRules);
    const whatIf = simulateIndex({ counts, assumptions: {}, rules: embeddedIndexRules }, [
      { kind: 'putRight', id: '2.1', dossiers: 1 },
    ]);
    const averages = buildAverageTimes(facts, march);
    const report = buildIndexReport(
      { estimate, averages, whatIf },
      { frame, period: periodOfDays('2026-02-15', '2026-03-14'), procedureOf },
    );
    const [index, changes, times] = report.tables;
    expect(index?.rows[1]?.cells.map(({ value }) => value)).toEqual([
      '1.1 Thủ tục công bố đúng hạn',
      'Chưa có số liệu',
      null,
      null,
      null,
      1,
      null,
      4.5,
    ]);
    const first = index?.rows[0]?.cells.map(({ value }) => value);
    expect(first).toEqual(['Công khai, minh bạch', null, null, null, null, null, 3.6, 18]);
    const progress = index?.rows.find(({ cells }) => cells[0]?.value === '2.1 Hồ sơ đúng hạn');
    expect(progress?.cells[2]).toEqual({ value: 3, dossierIds: ['d1', 'd2', 'd3'] });
    expect(progress?.cells[3]).toEqual({ value: 2, dossierIds: ['d4', 'd5'] });
    expect(index?.notes[0]).toBe(
      'Điểm ước tính 32,29/59,60 trên phần có số liệu; toàn bộ nằm giữa 32,29 và 72,69 trên 100,00.',
    );
    const unknown = buildIndexReport(
      { estimate: estimateIndex(new Map(), {}, embeddedIndexRules), averages: [], whatIf: null },
      { frame, period: periodOfDays('2026-02-15', '2026-03-14'), procedureOf },
    );
    // A group of which nothing is known has no points, which is not a zero.
    expect(unknown.tables[0]?.rows[0]?.cells.map(({ value }) => value)[6]).toBeNull();
    expect(changes?.notes[0]).toBe('Nếu các giả định đúng: 32,29 điểm thành 36,29 điểm (+4,00).');
    // Monday 2 March 09:00 to Friday 6 March 10:00: four days of eight hours and one hour.
    expect(times?.rows[0]?.cells.map(({ value }) => value)).toEqual(['Đăng ký khai sinh', 3, 33]);
  });
});
