import { describe, expect, it } from 'vitest';
import type { UnitDayRecord } from '../../../shared/domain/unit-day';
import { findClosing } from './day-register';

function closingOf(actionId: string, at: number): UnitDayRecord<'RegisterClosed'> {
  const hash = 'ab'.repeat(32);
  return {
    v: 1,
    day: '2026-11-20',
    asOfLine: 1,
    rows: 0,
    registerHash: hash,
    chainHead: hash,
    closedAt: at,
    missingCounters: [],
    actionId,
    at,
    officerId: 'o',
  };
}

describe('findClosing', () => {
  it('finds none when no counter closed the day', () => {
    expect(findClosing([{ counterId: 'q1', state: { closing: null, laterClosings: [] } }])).toBeNull();
  });

  it('takes the first closing of all counters and counts the others', () => {
    const found = findClosing([
      { counterId: 'q1', state: { closing: closingOf('b', 200), laterClosings: [closingOf('c', 300)] } },
      { counterId: 'q2', state: { closing: closingOf('a', 100), laterClosings: [] } },
    ]);
    expect(found).toMatchObject({ counterId: 'q2', later: 2, record: { actionId: 'a' } });
  });
});
