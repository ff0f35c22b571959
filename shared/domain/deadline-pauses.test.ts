import { describe, expect, it } from 'vitest';
import { at, buildDeadlineHistory, buildDeadlineRules, days, pauseRules } from '../../tests/support/deadline-kit';
import { formatInstant, type Instant } from '../base/time';
import { emptyHistory } from './deadline-history';
import { findPauses } from './deadline-pauses';
import type { DeadlineRules } from './deadline-rules';
import { decideLegalDates } from './legal-dates';
import type { PauseMode } from './pause-rule';

const supplement = (from: string, to: string | null) => ({
  requestedAt: at(from),
  receivedAt: to === null ? null : at(to),
});
const obligation = (from: string, to: string | null) => ({
  notifiedAt: at(from),
  fulfilledAt: to === null ? null : at(to),
});
const text = (instant: Instant | null) => (instant === null ? null : formatInstant(instant));
const rulesFor = (mode: PauseMode, changes: Partial<DeadlineRules> = {}) =>
  buildDeadlineRules({ pauses: pauseRules(mode), ...changes });

describe('posting, overlaps and ends', () => {
  it('add the days of a posting that begins at the hand-over', () => {
    const history = buildDeadlineHistory({ handedOverAt: at('2026-03-10T09:00') });
    const dates = decideLegalDates(history, buildDeadlineRules());
    expect(dates.pauses.map((pause) => [text(pause.from), text(pause.to), pause.completed])).toEqual([
      ['09:00 10/03/2026', '09:00 25/03/2026', true],
    ]);
    // Eleven working days (10/3 09:00 to 25/3 09:00).
    expect(text(dates.legalDue)).toBe('09:00 31/03/2026');
  });

  it('have a posting from the reception on in the first date, not as a pause', () => {
    const law = { mode: 'addWorkingTime' as const, law: 'NĐ 2', provisional: false };
    const posting = {
      kind: 'publicPosting',
      starts: 'DossierReceived',
      ends: 'period',
      whose: 'public',
      days: 15,
    } as const;
    const rules = buildDeadlineRules({ pauses: [...pauseRules('restart').slice(0, 1), { ...posting, ...law }] });
    const history = buildDeadlineHistory({ firstDue: at('2026-03-31T09:00'), handedOverAt: at('2026-03-10T09:00') });
    const dates = decideLegalDates(history, rules);
    expect([text(dates.legalDue), dates.pauses]).toEqual(['09:00 31/03/2026', []]);
    const asked = { ...history, supplements: [supplement('2026-03-11T09:00', '2026-03-12T09:00')] };
    // Brought during the posting: the limit still starts behind it.
    expect(text(decideLegalDates(asked, rules).legalDue)).toBe('09:00 31/03/2026');
  });

  it('count overlapping pauses once', () => {
    const history = buildDeadlineHistory({
      supplements: [supplement('2026-03-10T09:00', '2026-03-12T09:00')],
      obligations: [obligation('2026-03-11T09:00', '2026-03-13T09:00')],
    });
    const dates = decideLegalDates(history, buildDeadlineRules());
    expect(text(dates.legalDue)).toBe('09:00 19/03/2026');
    const inside = { ...history, supplements: [supplement('2026-03-11T10:00', '2026-03-12T09:00')] };
    expect(text(decideLegalDates(inside, buildDeadlineRules()).legalDue)).toBe('09:00 18/03/2026');
    expect(decideLegalDates(inside, buildDeadlineRules()).moves).toHaveLength(1);
  });

  it('restart behind a longer pause around it', () => {
    const pauses = pauseRules('addWorkingTime').map((rule) =>
      rule.kind === 'supplement' ? { ...rule, mode: 'restart' as const } : rule,
    );
    const history = buildDeadlineHistory({
      supplements: [supplement('2026-03-11T10:00', '2026-03-12T09:00')],
      obligations: [obligation('2026-03-10T09:00', '2026-03-13T09:00')],
    });
    expect(text(decideLegalDates(history, buildDeadlineRules({ pauses })).legalDue)).toBe('09:00 20/03/2026');
  });

  it('stop with the end of handling, without a restart', () => {
    const history = buildDeadlineHistory({
      supplements: [supplement('2026-03-11T10:00', null)],
      end: { at: at('2026-03-13T15:00'), kind: 'withdrawn' },
    });
    const dates = decideLegalDates(history, rulesFor('restart'));
    expect([text(dates.legalDue), dates.waitingFor]).toEqual(['14:00 18/03/2026', null]);
    expect(dates.pauses).toMatchObject([{ to: at('2026-03-13T15:00'), completed: false }]);
    const after = { ...history, supplements: [supplement('2026-03-13T15:00', '2026-03-16T09:00')] };
    expect(decideLegalDates(after, rulesFor('restart')).pauses).toEqual([]);
    const sharp = { ...history, supplements: [supplement('2026-03-11T10:00', '2026-03-13T15:00')] };
    expect(text(decideLegalDates(sharp, rulesFor('restart')).legalDue)).toBe('15:00 20/03/2026');
    const late = { ...history, supplements: [supplement('2026-03-11T10:00', '2026-03-13T15:01')] };
    expect(text(decideLegalDates(late, rulesFor('restart')).legalDue)).toBe('14:00 18/03/2026');
    const unpaid = { ...history, supplements: [], obligations: [obligation('2026-03-11T10:00', null)] };
    expect(decideLegalDates(unpaid, buildDeadlineRules({ secondStage: days(2) })).stage).toBe(1);
  });

  it('take an answer before its question as a wrong clock: nothing was paused, though it counts', () => {
    const history = buildDeadlineHistory({ supplements: [supplement('2026-03-12T10:00', '2026-03-11T10:00')] });
    expect(text(decideLegalDates(history, rulesFor('addWorkingTime')).legalDue)).toBe('09:00 16/03/2026');
    expect(text(decideLegalDates(history, rulesFor('addCalendarDays')).legalDue)).toBe('09:00 16/03/2026');
    expect(text(decideLegalDates(history, rulesFor('restart')).legalDue)).toBe('10:00 19/03/2026');
  });

  it('count from the request itself when it came before the limit began', () => {
    const history = buildDeadlineHistory({
      receivedAt: at('2026-03-06T17:30'),
      firstDue: at('2026-03-16T07:00'),
      supplements: [supplement('2026-03-06T17:40', '2026-03-09T08:00')],
    });
    expect(text(decideLegalDates(history, rulesFor('addCalendarDays')).legalDue)).toBe('07:00 19/03/2026');
    expect(text(decideLegalDates(history, rulesFor('addWorkingTime')).legalDue)).toBe('08:00 16/03/2026');
  });

  it('do not move a date that had passed before, unless the limit is counted anew', () => {
    const late = buildDeadlineHistory({ supplements: [supplement('2026-03-16T09:01', '2026-03-18T09:00')] });
    for (const mode of ['addWorkingTime', 'addCalendarDays'] as const) {
      const dates = decideLegalDates(late, rulesFor(mode));
      expect([text(dates.legalDue), dates.moves]).toEqual(['09:00 16/03/2026', []]);
      expect(dates.trace.at(-1)).toEqual({ kind: 'duePassed', at: at('2026-03-16T09:00') });
    }
    expect(text(decideLegalDates(late, rulesFor('restart')).legalDue)).toBe('09:00 25/03/2026');
    const sharp = buildDeadlineHistory({ supplements: [supplement('2026-03-16T09:00', '2026-03-18T09:00')] });
    expect(text(decideLegalDates(sharp, rulesFor('addWorkingTime')).legalDue)).toBe('09:00 18/03/2026');
  });

  it('make nothing due before the pause is over', () => {
    const asked = buildDeadlineHistory({ supplements: [supplement('2026-03-16T09:00', '2026-03-18T19:00')] });
    const dates = decideLegalDates(asked, rulesFor('addCalendarDays'));
    expect(text(dates.legalDue)).toBe('07:00 19/03/2026');
    expect(dates.trace.slice(-3)).toEqual([
      { kind: 'calendarDaysAdded', days: 2 },
      { kind: 'notBeforeResuming', at: at('2026-03-19T07:00') },
      { kind: 'dueMoved', from: at('2026-03-16T09:00'), to: at('2026-03-19T07:00') },
    ]);
    const sameDay = buildDeadlineHistory({ supplements: [supplement('2026-03-16T08:00', '2026-03-16T14:00')] });
    expect(text(decideLegalDates(sameDay, rulesFor('addCalendarDays')).legalDue)).toBe('14:00 16/03/2026');
    const closing = buildDeadlineHistory({
      limit: { unit: 'workingHours', amount: 7 },
      firstDue: at('2026-03-09T17:00'),
      receivedAt: at('2026-03-09T08:00'),
      supplements: [supplement('2026-03-09T17:00', '2026-03-10T06:00')],
    });
    expect(text(decideLegalDates(closing, rulesFor('addWorkingTime')).legalDue)).toBe('07:00 10/03/2026');
  });

  it.each([
    ['2026-03-09T14:00', '17:00 09/03/2026'],
    ['2026-03-09T15:00', '17:00 09/03/2026'],
    ['2026-03-09T15:01', '17:00 10/03/2026'],
    ['2026-03-10T08:00', '17:00 10/03/2026'],
  ])('make a same-day result due by the day of the answer at %s', (answered, due) => {
    const history = buildDeadlineHistory({
      limit: { unit: 'sameDay' },
      firstDue: at('2026-03-09T17:00'),
      supplements: [supplement('2026-03-09T10:00', answered)],
    });
    for (const mode of ['restart', 'addWorkingTime', 'addCalendarDays'] as const) {
      const dates = decideLegalDates(history, rulesFor(mode));
      expect(text(dates.legalDue)).toBe(due);
      expect(dates.trace).toContainEqual({ kind: 'countedAnew', at: at(answered) });
    }
    const kept = { ...history, firstDue: at('2026-03-12T17:00') };
    expect(text(decideLegalDates(kept, rulesFor('addWorkingTime')).legalDue)).toBe('17:00 12/03/2026');
    const ended = { ...history, end: { at: at('2026-03-09T11:00'), kind: 'withdrawn' as const } };
    expect(text(decideLegalDates(ended, rulesFor('addWorkingTime')).legalDue)).toBe('08:00 10/03/2026');
  });

  it('wait for the first open pause only', () => {
    const history = buildDeadlineHistory({
      supplements: [supplement('2026-03-11T10:00', null)],
      obligations: [obligation('2026-03-12T10:00', null)],
    });
    expect(decideLegalDates(history, buildDeadlineRules()).waitingFor?.pause).toBe('supplement');
  });

  it('take pauses by their start, then by their end', () => {
    const history = buildDeadlineHistory({
      obligations: [obligation('2026-03-10T09:00', null), obligation('2026-03-11T09:00', '2026-03-12T09:00')],
      supplements: [supplement('2026-03-10T09:00', '2026-03-10T10:00')],
    });
    const dates = decideLegalDates(history, buildDeadlineRules());
    expect(dates.pauses.map((pause) => [pause.rule.kind, text(pause.to)])).toEqual([
      ['supplement', '10:00 10/03/2026'],
      ['payment', null],
      ['payment', '09:00 12/03/2026'],
    ]);
  });
});

describe('findPauses', () => {
  it('finds none before reception', () => {
    const asked = { ...emptyHistory, supplements: [supplement('2026-03-11T10:00', null)] };
    expect(findPauses(asked, pauseRules('restart'))).toEqual([]);
  });

  it('never counts what was asked before reception, though it was brought after it', () => {
    const early = buildDeadlineHistory({ supplements: [supplement('2026-03-06T10:00', '2026-03-11T09:00')] });
    expect(findPauses(early, pauseRules('restart'))).toEqual([]);
    expect(text(decideLegalDates(early, rulesFor('restart')).legalDue)).toBe('09:00 16/03/2026');
  });

  it('finds no posting before the hand-over', () => {
    expect(findPauses(buildDeadlineHistory({ handedOverAt: null }), pauseRules('restart'))).toEqual([]);
  });

  it('takes the shorter of two that begin together first, and an open one last', () => {
    const from = '2026-03-10T09:00';
    const requests = [
      supplement(from, null),
      supplement(from, '2026-03-12T09:00'),
      supplement(from, '2026-03-11T09:00'),
    ];
    const found = findPauses(buildDeadlineHistory({ supplements: requests }), pauseRules('restart'));
    expect(found.map((pause) => [text(pause.to), pause.completed])).toEqual([
      ['09:00 11/03/2026', true],
      ['09:00 12/03/2026', true],
      [null, false],
    ]);
  });
});
