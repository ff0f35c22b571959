import { describe, expect, it } from 'vitest';
import { at, officialCalendar as calendar } from '../../tests/support/deadline-kit';
import { formatInstant } from '../base/time';
import { acceptanceState, decideAcceptanceDue } from './acceptance-clock';
import { embeddedRules } from './rule-set';

const rules = embeddedRules;

// 8 working hours from the submission: features 8 (nld 4/11/2025), domain notes §5.2; by hand.
describe('decideAcceptanceDue', () => {
  it.each([
    ['2026-03-09T09:10', '09:10 10/03/2026', false],
    ['2026-03-09T07:00', '17:00 09/03/2026', false],
    ['2026-03-09T22:30', '17:00 10/03/2026', false],
    ['2026-03-13T16:00', '16:00 16/03/2026', false],
    ['2026-02-14T20:00', '17:00 23/02/2026', false],
    ['2026-11-23T16:00', '16:00 25/11/2026', true],
    ['2026-11-24T09:00', '17:00 25/11/2026', true],
    ['2028-03-06T07:00', '17:00 06/03/2028', true],
  ])('of a submission at %s is %s', (submittedAt, due, provisional) => {
    const decided = decideAcceptanceDue(at(submittedAt), calendar, rules);
    expect([formatInstant(decided.due), decided.provisional]).toEqual([due, provisional]);
  });

  it('is explained', () => {
    expect(decideAcceptanceDue(at('2026-03-13T18:00'), calendar, rules).trace).toEqual([
      { kind: 'received', at: at('2026-03-13T18:00') },
      { kind: 'daySkipped', day: '2026-03-14', name: 'Thứ bảy', provisional: false },
      { kind: 'daySkipped', day: '2026-03-15', name: 'Chủ nhật', provisional: false },
      { kind: 'movedToOpening', from: at('2026-03-13T18:00'), to: at('2026-03-16T07:00'), why: 'afterClosing' },
      { kind: 'limit', limit: { unit: 'workingHours', amount: 8 } },
      { kind: 'dayCounted', day: '2026-03-16', count: 1 },
      { kind: 'due', at: at('2026-03-16T17:00') },
    ]);
    expect(decideAcceptanceDue(at('2026-03-16T08:00'), calendar, rules).trace[1]?.kind).toBe('limit');
  });

  it('follows the hours of the rules', () => {
    const decided = decideAcceptanceDue(at('2026-03-09T09:10'), calendar, { acceptanceHours: 4 });
    expect(formatInstant(decided.due)).toBe('15:10 09/03/2026');
  });
});

describe('acceptanceState', () => {
  const submittedAt = at('2026-03-09T09:00');
  const state = (now: string, answeredAt: string | null = null) =>
    acceptanceState({
      submittedAt,
      answeredAt: answeredAt === null ? null : at(answeredAt),
      now: at(now),
      calendar,
      rules,
    });

  it.each([
    ['2026-03-09T14:59', 'waiting'],
    ['2026-03-09T15:00', 'soon'],
    ['2026-03-10T09:00', 'soon'],
    ['2026-03-10T09:01', 'late'],
  ])('at %s is %s while it waits', (now, expected) => {
    expect(state(now)).toBe(expected);
  });

  it('is judged by the time of the answer, not of the look', () => {
    expect(state('2026-03-20T09:00', '2026-03-10T09:00')).toBe('accepted');
    expect(state('2026-03-20T09:00', '2026-03-10T09:01')).toBe('acceptedLate');
  });
});
