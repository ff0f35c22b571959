import { describe, expect, it } from 'vitest';
import { at, buildDeadlineHistory, buildDeadlineRules, days, pauseRules } from '../../tests/support/deadline-kit';
import { emptyHistory, type DeadlineHistory, type EndKind } from './deadline-history';
import { judgeEnd, readOnTime, type NationalReason, type Punctuality } from './on-time';
import type { TimeLimit } from './procedure-limit';

const NOW = '2026-04-01T09:00';
const rules = buildDeadlineRules({ pauses: pauseRules('restart') });
const supplement = (from: string, to: string | null) => ({
  requestedAt: at(from),
  receivedAt: to === null ? null : at(to),
});
const end = (when: string, kind: EndKind = 'done') => ({ at: at(when), kind });

function read(changes: Partial<DeadlineHistory>, asOf = NOW) {
  return readOnTime({ history: buildDeadlineHistory(changes), rules, asOf: at(asOf) });
}

describe('judgeEnd', () => {
  // Counter notes §2 (c): early = an earlier date, on time = on the due date, not after the due time.
  it.each([
    ['2026-03-13T17:00', 'earlierDay', 'early'],
    ['2026-03-16T08:59', 'earlierDay', 'onTime'],
    ['2026-03-16T09:00', 'earlierDay', 'onTime'],
    ['2026-03-16T09:01', 'earlierDay', 'late'],
    ['2026-03-16T08:59', 'earlierInstant', 'early'],
    ['2026-03-16T09:00', 'earlierInstant', 'onTime'],
    ['2026-03-16T09:01', 'earlierInstant', 'late'],
  ] as const)('finished %s under %s is %s when due 16/3 09:00', (finished, early, judged) => {
    expect(judgeEnd(at(finished), at('2026-03-16T09:00'), early)).toBe(judged);
  });
});

type Case = [
  what: string,
  changes: Partial<DeadlineHistory>,
  asOf: string,
  legal: Punctuality,
  national: Punctuality,
  reasons: NationalReason[],
];

/** Received 9/3 09:00, due 16/3 09:00; supplements restart the limit. Domain notes §5.3, §5.4. */
const cases: Case[] = [
  ['done early', { end: end('2026-03-13T16:00') }, NOW, 'early', 'early', []],
  ['done on the day', { end: end('2026-03-16T08:00') }, NOW, 'onTime', 'onTime', []],
  ['done late', { end: end('2026-03-16T09:01') }, NOW, 'late', 'late', []],
  ['stopped late', { end: end('2026-03-20T09:00', 'stopped') }, NOW, 'late', 'late', []],
  ['withdrawn in time', { end: end('2026-03-10T09:00', 'withdrawn') }, NOW, 'early', 'early', []],
  ['open before the due time', {}, '2026-03-16T09:00', 'running', 'running', []],
  ['open after the due time', {}, '2026-03-16T09:01', 'overdue', 'overdue', []],
  ['ended after the report', { end: end('2026-03-13T16:00') }, '2026-03-12T09:00', 'running', 'running', []],
  [
    'supplement brought, done within the new limit',
    { supplements: [supplement('2026-03-11T10:00', '2026-03-13T15:00')], end: end('2026-03-20T10:00') },
    NOW,
    'onTime',
    'onTime',
    [],
  ],
  [
    'supplement never brought',
    { supplements: [supplement('2026-03-11T10:00', null)] },
    NOW,
    'paused',
    'early',
    ['unansweredSupplement'],
  ],
  [
    'supplement brought after the report',
    { supplements: [supplement('2026-03-11T10:00', '2026-03-25T10:00')] },
    '2026-03-20T10:00',
    'paused',
    'early',
    ['unansweredSupplement'],
  ],
  [
    'supplement asked when already late, never brought',
    { supplements: [supplement('2026-03-17T10:00', null)] },
    NOW,
    'overdue',
    'late',
    ['unansweredSupplement'],
  ],
  [
    'second supplement, done in time by law',
    {
      supplements: [
        supplement('2026-03-11T10:00', '2026-03-12T10:00'),
        supplement('2026-03-13T10:00', '2026-03-16T10:00'),
      ],
      end: end('2026-03-20T10:00'),
    },
    NOW,
    'early',
    'late',
    ['secondSupplement'],
  ],
  [
    'two supplements, the first asked in the minute of reception',
    {
      supplements: [
        supplement('2026-03-09T09:00', '2026-03-09T10:00'),
        supplement('2026-03-10T10:00', '2026-03-11T10:00'),
      ],
    },
    '2026-03-12T10:00',
    'running',
    'overdue',
    ['secondSupplement'],
  ],
  [
    'one supplement, brought, still open and late',
    { supplements: [supplement('2026-03-09T10:00', '2026-03-10T10:00')] },
    NOW,
    'overdue',
    'overdue',
    [],
  ],
  [
    'second supplement, still open',
    { supplements: [supplement('2026-03-11T10:00', '2026-03-12T10:00'), supplement('2026-03-13T10:00', null)] },
    NOW,
    'paused',
    'overdue',
    ['secondSupplement'],
  ],
  [
    'one before reception, one after: never a second one',
    {
      supplements: [
        supplement('2026-03-06T10:00', '2026-03-09T08:00'),
        supplement('2026-03-11T10:00', '2026-03-12T10:00'),
      ],
      end: end('2026-03-18T10:00'),
    },
    NOW,
    'early',
    'early',
    [],
  ],
  [
    'waiting for payment: the law pauses, the portal looks at the date',
    { obligations: [{ notifiedAt: at('2026-03-11T10:00'), fulfilledAt: null }] },
    NOW,
    'paused',
    'overdue',
    [],
  ],
  [
    'paused exactly when due',
    { obligations: [{ notifiedAt: at('2026-03-16T09:00'), fulfilledAt: null }] },
    NOW,
    'paused',
    'overdue',
    [],
  ],
];

describe('readOnTime', () => {
  it.each(cases)('%s', (_what, changes, asOf, legal, national, reasons) => {
    const readings = read(changes, asOf);
    expect([readings.legal, readings.national, readings.nationalReasons]).toEqual([legal, national, reasons]);
  });

  it('tells which end the portal takes', () => {
    expect(read({ end: end('2026-03-13T16:00', 'returned') }).nationalEnd).toEqual(end('2026-03-13T16:00', 'returned'));
    expect(read({ supplements: [supplement('2026-03-11T10:00', null)] }).nationalEnd).toEqual({
      ...{ at: at('2026-03-11T10:00'), kind: 'supplementRequest' },
    });
    const both = { supplements: [supplement('2026-03-11T10:00', null)], end: end('2026-03-20T09:00', 'stopped') };
    expect(read(both).nationalEnd).toEqual(end('2026-03-20T09:00', 'stopped'));
    expect(read({}).nationalEnd).toBeNull();
  });

  it('does not count what was never received', () => {
    const nothing = { legal: 'notCounted', national: 'notCounted', nationalReasons: [], nationalEnd: null };
    expect(readOnTime({ history: emptyHistory, rules, asOf: at(NOW) })).toEqual(nothing);
    expect(read({}, '2026-03-09T08:59')).toEqual(nothing);
  });
});

/** No date on the slip (limit `none`), so the duration is held against the limit of the procedure. */
function withoutDate(limit: TimeLimit, changes: Partial<DeadlineHistory>, asOf = NOW) {
  const history = buildDeadlineHistory({ firstDue: null, limit: { unit: 'none' }, ...changes });
  return readOnTime({ history, rules: buildDeadlineRules({ ...rules, limit }), asOf: at(asOf) }).national;
}

describe('readOnTime without NgayHenTra', () => {
  it.each<[TimeLimit, string, Punctuality]>([
    [days(5), '2026-03-16T17:00', 'onTime'],
    [days(5), '2026-03-17T08:00', 'late'],
    [{ unit: 'workingHours', amount: 8 }, '2026-03-10T09:00', 'onTime'],
    [{ unit: 'workingHours', amount: 8 }, '2026-03-10T09:01', 'late'],
    [{ unit: 'calendarDays', amount: 5 }, '2026-03-14T17:00', 'onTime'],
    [{ unit: 'calendarDays', amount: 5 }, '2026-03-15T07:00', 'late'],
    [{ unit: 'months', amount: 1 }, '2026-04-09T09:00', 'onTime'],
    [{ unit: 'months', amount: 1 }, '2026-04-10T09:00', 'late'],
    [{ unit: 'sameDay' }, '2026-03-10T17:00', 'onTime'],
    [{ unit: 'sameDay' }, '2026-03-11T07:00', 'late'],
    [{ unit: 'none' }, '2026-03-20T07:00', 'notCounted'],
  ])('holds %o, done %s: %s', (limit, done, standing) => {
    expect(withoutDate(limit, { end: end(done) }, '2026-04-30T09:00')).toBe(standing);
  });

  it('takes the report date as the end of what is open, less the supplement time', () => {
    expect(withoutDate(days(5), {}, '2026-03-16T17:00')).toBe('running');
    expect(withoutDate(days(5), {}, '2026-03-17T07:00')).toBe('overdue');
    const asked = { supplements: [supplement('2026-03-11T10:00', '2026-03-13T15:00')] };
    expect(withoutDate(days(5), { ...asked, end: end('2026-03-18T08:00') })).toBe('onTime');
    expect(withoutDate(days(5), { ...asked, end: end('2026-03-19T08:00') })).toBe('late');
    const twice = [...asked.supplements, supplement('2026-03-16T08:00', '2026-03-17T08:00')];
    expect(withoutDate(days(50), { supplements: twice, end: end('2026-03-19T08:00') })).toBe('late');
  });

  it('judges by law a slip that forgot its date, and by duration as the portal does', () => {
    const forgot = buildDeadlineHistory({ firstDue: null, end: end('2026-03-16T16:00') });
    const readings = readOnTime({ history: forgot, rules, asOf: at(NOW) });
    expect([readings.legal, readings.national, readings.nationalReasons]).toEqual(['late', 'onTime', ['noDueDate']]);
    const redated = { ...forgot, supplements: [supplement('2026-03-11T10:00', '2026-03-13T15:00')] };
    expect(readOnTime({ history: redated, rules, asOf: at(NOW) })).toMatchObject({
      national: 'early',
      nationalReasons: [],
    });
    const noLimit = buildDeadlineHistory({ firstDue: null, limit: null, end: end('2026-03-16T16:00') });
    const three = { ...rules, limit: days(3) };
    expect(readOnTime({ history: noLimit, rules: three, asOf: at(NOW) }).national).toBe('late');
    expect(readOnTime({ history: forgot, rules: three, asOf: at(NOW) }).national).toBe('onTime');
  });

  it('ends with the request when the supplement was never brought', () => {
    const asked = { supplements: [supplement('2026-03-16T10:00', null)] };
    expect(withoutDate(days(5), asked)).toBe('onTime');
    expect(withoutDate(days(4), asked)).toBe('late');
    const paper = buildDeadlineHistory({ firstDue: null, limit: { unit: 'none' }, ...asked });
    expect(
      readOnTime({ history: paper, rules: buildDeadlineRules({ ...rules, limit: days(5) }), asOf: at(NOW) }),
    ).toEqual({
      legal: 'notCounted',
      national: 'onTime',
      nationalReasons: ['unansweredSupplement', 'noDueDate'],
      nationalEnd: { at: at('2026-03-16T10:00'), kind: 'supplementRequest' },
    });
  });
});
