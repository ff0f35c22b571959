import { describe, expect, it } from 'vitest';
import { at, officialCalendar as calendar } from '../../tests/support/deadline-kit';
import { formatInstant } from '../base/time';
import { planInternalSteps, type InternalStep } from './internal-step';

const step = (id: string, hours: number): InternalStep => ({ id, name: id, unit: 'UBND xã', role: 'Công chức', hours });
const plan = (legalDue: string | null, ...hours: number[]) =>
  planInternalSteps({
    steps: hours.map((amount, index) => step(String(index + 1), amount)),
    startsAt: at('2026-03-09T08:00'),
    legalDue: legalDue === null ? null : at(legalDue),
    calendar,
  }).map(({ step: one, due, cut }) => [one.id, formatInstant(due), cut]);

describe('planInternalSteps', () => {
  // Domain notes §5.1, §3.4 row 3: 2 + 3 + 2 + 1 hours of a same-day procedure.
  it('gives each step its due time inside the day', () => {
    expect(plan('2026-03-09T17:00', 2, 3, 2, 1)).toEqual([
      ['1', '10:00 09/03/2026', false],
      ['2', '15:00 09/03/2026', false],
      ['3', '17:00 09/03/2026', false],
      ['4', '17:00 09/03/2026', true],
    ]);
  });

  it('never goes beyond the limit of the whole, and runs on without one', () => {
    expect(plan('2026-03-09T14:00', 2, 3, 20)).toEqual([
      ['1', '10:00 09/03/2026', false],
      ['2', '14:00 09/03/2026', true],
      ['3', '14:00 09/03/2026', true],
    ]);
    expect(plan(null, 8, 8)).toEqual([
      ['1', '08:00 10/03/2026', false],
      ['2', '08:00 11/03/2026', false],
    ]);
    expect(plan('2026-03-09T17:00')).toEqual([]);
  });
});
