import { describe, expect, it } from 'vitest';
import { buildFact, buildReceived, judgeRules, march, procedureOf } from '../../tests/support/report-kit';
import { at, buildDeadlineRules } from '../../tests/support/deadline-kit';
import { embeddedReportRules } from '../domain/report-rules';
import { dueAt, endOf, judgeAt, judgeNationalAt, standIn } from './fact-standing';
import { buildProcedureResults, type ResultColumns } from './procedure-results';

/**
 * A period by hand, 15/02 to 14/03/2026, five working days each. Tết is 16–20 February (domain notes §5.6), so a dossier of
 * 10 February 09:00 is due on the 24th at 09:00: 11, 12, 13, 23, 24.
 */
const facts = [
  buildReceived('early', { received: '2026-03-02T09:00', due: '2026-03-09T09:00', ended: '2026-03-06T10:00' }),
  buildReceived(
    'onTime',
    { received: '2026-03-02T09:00', due: '2026-03-09T09:00', ended: '2026-03-09T08:30' },
    { channel: 'online' },
  ),
  buildReceived(
    'late',
    { received: '2026-03-03T09:00', due: '2026-03-10T09:00', ended: '2026-03-10T10:00' },
    { channel: 'post', procedureCode: '1.004873' },
  ),
  buildReceived('carriedEarly', { received: '2026-02-10T09:00', due: '2026-02-24T09:00', ended: '2026-02-23T10:00' }),
  buildReceived('running', { received: '2026-03-11T09:00', due: '2026-03-18T09:00' }),
  buildReceived('overdue', { received: '2026-03-04T09:00', due: '2026-03-11T09:00' }),
  buildReceived('before', { received: '2026-02-10T09:00', due: '2026-02-24T09:00', ended: '2026-02-13T16:00' }),
  buildReceived('after', { received: '2026-03-15T09:00', due: '2026-03-20T09:00' }),
  buildReceived('withdrawn', {
    ...{ received: '2026-02-09T09:00', due: '2026-02-23T09:00', ended: '2026-03-05T10:00' },
    how: 'withdrawn',
  }),
  buildReceived(
    'noLimitDone',
    { received: '2026-03-05T09:00', ended: '2026-03-06T09:00' },
    { procedureCode: '2.000815', rules: null },
  ),
  buildReceived(
    'noLimitOpen',
    { received: '2026-03-05T09:00' },
    { procedureCode: '2.000815', channel: 'online', rules: null },
  ),
  buildReceived('paused', {
    ...{ received: '2026-03-02T09:00', due: '2026-03-09T09:00' },
    supplements: [{ requestedAt: at('2026-03-04T09:00'), receivedAt: null }],
  }),
  buildFact({ dossierId: 'talk', guidedAt: [at('2026-03-04T09:00')] }),
];

const counts = (columns: ResultColumns) => Object.values(columns).map((ids: readonly string[]) => ids.length);

describe('buildProcedureResults', () => {
  it('gives the columns counted by hand', () => {
    const { rows, total } = buildProcedureResults(facts, march, { ...judgeRules, procedureOf });
    // Columns 3 to 13.
    expect(counts(total)).toEqual([10, 2, 6, 2, 6, 2, 2, 2, 4, 3, 1]);
    expect(total).toMatchObject({
      online: ['onTime', 'noLimitOpen'],
      carried: ['carriedEarly', 'withdrawn'],
      early: ['early', 'carriedEarly'],
      onTime: ['onTime', 'noLimitDone'],
      late: ['late', 'withdrawn'],
      inTime: ['running', 'noLimitOpen', 'paused'],
      overdue: ['overdue'],
    });
    expect(rows.map(({ kind, name, columns }) => [kind, name, ...counts(columns)])).toEqual([
      ['field', 'Chứng thực', 2, 1, 1, 0, 1, 0, 1, 0, 1, 1, 0],
      ['procedure', 'Chứng thực bản sao', 2, 1, 1, 0, 1, 0, 1, 0, 1, 1, 0],
      ['field', 'Hộ tịch', 8, 1, 5, 2, 5, 2, 1, 2, 3, 2, 1],
      ['procedure', 'Đăng ký khai sinh', 7, 1, 4, 2, 4, 2, 1, 1, 3, 2, 1],
      ['procedure', 'Xác nhận tình trạng hôn nhân', 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0],
    ]);
  });

  it('counts a withdrawn dossier as on time where the province does', () => {
    const wanted = { ...judgeRules, endedWithoutResult: 'onTime', procedureOf } as const;
    const { total } = buildProcedureResults(facts, march, wanted);
    expect(total.onTime).toEqual(['onTime', 'withdrawn', 'noLimitDone']);
    expect(total.late).toEqual(['late']);
  });

  it('keeps a result late under that rule: only endings without a result are spared', () => {
    const rules = { ...judgeRules, endedWithoutResult: 'onTime' } as const;
    const life = { received: '2026-03-03T09:00', due: '2026-03-10T09:00', ended: '2026-03-10T10:00' };
    expect(standIn(buildReceived('a', { ...life, how: 'returned' }), march, rules)?.result).toBe('late');
    expect(standIn(buildReceived('a', { ...life, how: 'stopped' }), march, rules)?.result).toBe('onTime');
    expect(standIn(buildReceived('a', { ...life, how: 'refused' }), march, rules)?.result).toBe('onTime');
  });

  it('shows a procedure without a name by its code, under a field without a name', () => {
    const odd = buildReceived('x', { received: '2026-03-02T09:00' }, { procedureCode: '9.999999' });
    const { rows } = buildProcedureResults([odd], march, { ...judgeRules, procedureOf });
    expect(rows.map(({ kind, name }) => [kind, name])).toEqual([
      ['field', ''],
      ['procedure', '9.999999'],
    ]);
  });

  it('has a total of zeros when nothing belongs to the period', () => {
    const { rows, total } = buildProcedureResults([], march, { ...judgeRules, procedureOf });
    expect(rows).toEqual([]);
    expect(counts(total)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('standIn', () => {
  it('includes both ends of the period to the millisecond', () => {
    const edge = (received: number) => {
      const fact = buildReceived('a', { received: '2026-03-02T09:00' });
      return standIn({ ...fact, history: { ...fact.history, receivedAt: received } }, march, judgeRules)?.inflow;
    };
    expect(edge(march.start - 1)).toBe('carried');
    expect(edge(march.start)).toBe('direct');
    expect(edge(march.end)).toBe('direct');
    expect(edge(march.end + 1)).toBeUndefined();
  });

  it('keeps what ended at the first instant of the period and drops what ended just before', () => {
    const ended = (end: number) => {
      const fact = buildReceived('a', { received: '2026-02-02T09:00', due: '2026-02-09T09:00' });
      return standIn({ ...fact, history: { ...fact.history, end: { at: end, kind: 'done' } } }, march, judgeRules);
    };
    expect(ended(march.start)).toEqual({ inflow: 'carried', result: 'late' });
    expect(ended(march.start - 1)).toBeNull();
  });

  it('never lets a dossier end before it was received', () => {
    const fact = buildReceived('a', {
      received: '2026-03-02T09:00',
      due: '2026-03-09T09:00',
      ended: '2026-02-20T09:00',
    });
    expect(endOf(fact)).toBe(at('2026-03-02T09:00'));
    expect(standIn(fact, march, judgeRules)).toEqual({ inflow: 'direct', result: 'early' });
  });
});

describe('a dossier whose rules are not held here', () => {
  const slip = { received: '2026-03-02T09:00', due: '2026-03-09T09:00' };
  const judge = (life: Partial<Parameters<typeof buildReceived>[1]>, now: string) =>
    judgeAt(buildReceived('a', { ...slip, ...life }, { rules: null }), at(now), 'earlierDay');

  it('is judged by the date on its slip', () => {
    expect(judge({}, '2026-03-09T09:00')).toBe('running');
    expect(judge({}, '2026-03-09T09:01')).toBe('overdue');
    expect(judge({ ended: '2026-03-09T09:00' }, '2026-03-10T09:00')).toBe('onTime');
    expect(judge({ ended: '2026-03-09T09:01' }, '2026-03-10T09:00')).toBe('late');
    expect(judge({ ended: '2026-03-08T09:00' }, '2026-03-10T09:00')).toBe('early');
  });

  it('is paused by a request made in time, not by one made too late or before reception', () => {
    const open = (requested: string) => ({ supplements: [{ requestedAt: at(requested), receivedAt: null }] });
    expect(judge(open('2026-03-09T09:00'), '2026-03-20T09:00')).toBe('paused');
    expect(judge(open('2026-03-09T09:01'), '2026-03-20T09:00')).toBe('overdue');
    expect(judge(open('2026-03-01T09:00'), '2026-03-20T09:00')).toBe('overdue');
  });

  it('is paused by an open payment', () => {
    const fact = buildReceived('a', slip, { rules: null });
    const obligations = [{ notifiedAt: at('2026-03-05T09:00'), fulfilledAt: null }];
    const paying = { ...fact, history: { ...fact.history, obligations } };
    expect(judgeAt(paying, at('2026-03-20T09:00'), 'earlierDay')).toBe('paused');
    expect(judgeNationalAt(paying, at('2026-03-20T09:00'), 'earlierDay')).toBe('paused');
  });

  it('has the slip as its due date, as of the day asked', () => {
    const fact = buildReceived('a', slip, { rules: null });
    expect(dueAt(fact, at('2026-03-20T09:00'))).toBe(at('2026-03-09T09:00'));
    expect(dueAt(fact, at('2026-03-01T09:00'))).toBeNull();
  });

  it('is not counted before its reception or without a limit', () => {
    expect(judge({}, '2026-03-01T09:00')).toBe('notCounted');
    const unlimited = buildReceived('a', { received: '2026-03-02T09:00' }, { rules: null });
    expect(judgeAt(unlimited, at('2026-03-20T09:00'), 'earlierDay')).toBe('notCounted');
  });
});

describe('the early definition', () => {
  it('follows the rule set of the dossier', () => {
    const life = { received: '2026-03-02T09:00', due: '2026-03-09T09:00', ended: '2026-03-09T08:30' };
    const rules = buildDeadlineRules({ early: 'earlierInstant' });
    expect(standIn(buildReceived('a', life), march, judgeRules)?.result).toBe('onTime');
    expect(standIn(buildReceived('a', life, { rules }), march, judgeRules)?.result).toBe('early');
  });

  it('has provisional rules inside the program', () => {
    expect(embeddedReportRules).toMatchObject({ periodStartDay: 15, endedWithoutResult: 'byDate' });
    expect(embeddedReportRules.provisional).toEqual(['periodStartDay', 'endedWithoutResult']);
  });
});
