import { describe, expect, it } from 'vitest';
import {
  at,
  buildDeadlineHistory,
  buildDeadlineRules,
  days,
  eightHours,
  officialDays,
  pauseRules,
} from '../../tests/support/deadline-kit';
import { formatInstant, type Instant } from '../base/time';
import type { CalendarEntry } from './calendar-rows';
import { emptyHistory } from './deadline-history';
import type { DeadlineRules } from './deadline-rules';
import { decideLegalDates } from './legal-dates';
import type { LegalStep } from './legal-steps';
import type { PauseMode } from './pause-rule';
import type { TimeLimit } from './procedure-limit';
import { buildWorkingCalendar } from './working-calendar';

const supplement = (from: string, to: string | null) => ({
  requestedAt: at(from),
  receivedAt: to === null ? null : at(to),
});
const obligation = (from: string, to: string | null) => ({
  notifiedAt: at(from),
  fulfilledAt: to === null ? null : at(to),
});
const text = (instant: Instant | null) => (instant === null ? null : formatInstant(instant));
const kinds = (steps: readonly LegalStep[]) => steps.map((step) => step.kind);
const rulesFor = (mode: PauseMode, changes: Partial<DeadlineRules> = {}) =>
  buildDeadlineRules({ pauses: pauseRules(mode), ...changes });

/** Counter notes §5, 3: three modes, three dates. Received 9/3 09:00, 5 working days, first due 16/3 09:00; by hand. */
const modes: [what: string, mode: PauseMode, from: string, to: string, due: string][] = [
  ['counted anew from the answer', 'restart', '2026-03-11T10:00', '2026-03-13T15:00', '15:00 20/03/2026'],
  ['19 working hours', 'addWorkingTime', '2026-03-11T10:00', '2026-03-13T15:00', '14:00 18/03/2026'],
  ['two days', 'addCalendarDays', '2026-03-11T10:00', '2026-03-13T15:00', '09:00 18/03/2026'],
  ['answered after closing', 'restart', '2026-03-11T10:00', '2026-03-13T17:30', '07:00 23/03/2026'],
  ['asked and answered at lunch', 'addWorkingTime', '2026-03-11T11:30', '2026-03-11T13:30', '09:00 16/03/2026'],
  ['within an hour', 'addWorkingTime', '2026-03-11T10:00', '2026-03-11T10:20', '09:20 16/03/2026'],
  ['within a day', 'addCalendarDays', '2026-03-11T10:00', '2026-03-11T16:00', '09:00 16/03/2026'],
  ['five days end on a Saturday', 'addCalendarDays', '2026-03-12T10:00', '2026-03-17T08:00', '07:00 23/03/2026'],
  ['over a weekend', 'addWorkingTime', '2026-03-13T16:00', '2026-03-16T08:00', '11:00 16/03/2026'],
  ['answered on Saturday', 'restart', '2026-03-12T10:00', '2026-03-14T09:00', '07:00 23/03/2026'],
];

/** The same over Tết 2026: received 9/2 09:00, first due 23/2 09:00; asked 12/2 09:00, answered 24/2 09:00. */
const overTet: [mode: PauseMode, due: string][] = [
  ['restart', '09:00 03/03/2026'],
  ['addWorkingTime', '09:00 26/02/2026'],
  ['addCalendarDays', '07:00 09/03/2026'],
];

describe('the three modes of a supplement', () => {
  it.each(modes)('%s (%s): asked %s, answered %s, due %s', (_what, mode, from, to, due) => {
    const dates = decideLegalDates(buildDeadlineHistory({ supplements: [supplement(from, to)] }), rulesFor(mode));
    expect([text(dates.legalDue), text(dates.firstDue)]).toEqual([due, '09:00 16/03/2026']);
    expect(dates.waitingFor).toBeNull();
  });

  it.each(overTet)('over Tết 2026 with %s due %s', (mode, due) => {
    const history = buildDeadlineHistory({
      receivedAt: at('2026-02-09T09:00'),
      firstDue: at('2026-02-23T09:00'),
      supplements: [supplement('2026-02-12T09:00', '2026-02-24T09:00')],
    });
    expect(text(decideLegalDates(history, rulesFor(mode)).legalDue)).toBe(due);
  });

  it('count pauses of calendar-day limits in days when working time is to be added', () => {
    const limit: TimeLimit = { unit: 'calendarDays', amount: 10 };
    const history = buildDeadlineHistory({
      limit,
      firstDue: at('2026-03-19T09:00'),
      supplements: [supplement('2026-03-11T10:00', '2026-03-13T15:00')],
    });
    expect(text(decideLegalDates(history, rulesFor('addWorkingTime')).legalDue)).toBe('07:00 23/03/2026');
    const month = { ...history, limit: { unit: 'months', amount: 1 } as const, firstDue: at('2026-04-09T09:00') };
    expect(text(decideLegalDates(month, rulesFor('addWorkingTime')).legalDue)).toBe('07:00 13/04/2026');
  });

  it('give no date when the procedure has no limit', () => {
    for (const mode of ['restart', 'addWorkingTime', 'addCalendarDays'] as const) {
      const history = buildDeadlineHistory({
        limit: { unit: 'none' },
        firstDue: null,
        supplements: [supplement('2026-03-11T10:00', '2026-03-13T15:00')],
      });
      const dates = decideLegalDates(history, rulesFor(mode));
      expect([dates.firstDue, dates.legalDue, dates.slip, dates.moves]).toEqual([null, null, { kind: 'noDate' }, []]);
    }
  });
});

describe('what a slip may say', () => {
  it('is nothing before reception, whatever was asked', () => {
    const dates = decideLegalDates(
      { ...emptyHistory, supplements: [supplement('2026-03-05T10:00', null)] },
      buildDeadlineRules({ secondStage: days(3) }),
    );
    expect(dates).toEqual({
      ...{ firstDue: null, legalDue: null, promisedAfterApology: null, waitingFor: null, stage: 1 },
      ...{ secondStagePending: false, moves: [], pauses: [], provisional: false, slip: { kind: 'notReceived' } },
      trace: [{ kind: 'beforeReception', at: at('2026-03-05T10:00') }],
    });
  });

  it('is the first date while nothing happened', () => {
    const dates = decideLegalDates(buildDeadlineHistory(), buildDeadlineRules());
    expect(dates.slip).toEqual({ kind: 'date', at: at('2026-03-16T09:00'), redated: false });
    expect([dates.moves, dates.pauses, dates.provisional, dates.stage]).toEqual([[], [], false, 1]);
    expect(kinds(dates.trace).at(-1)).toBe('due');
  });

  it('is the whole minute of the law when seconds are there', () => {
    const receivedAt = at('2026-03-09T09:00') + 31_000;
    const dates = decideLegalDates(buildDeadlineHistory({ receivedAt, firstDue: null }), buildDeadlineRules());
    expect(dates.legalDue).toBe(at('2026-03-16T09:00') + 31_000);
    expect(dates.slip).toEqual({ kind: 'date', at: at('2026-03-16T09:00'), redated: false });
    expect(dates.firstDue).toBeNull();
  });

  it('is no date while a pause lasts, and the date before it stays known', () => {
    const history = buildDeadlineHistory({ supplements: [supplement('2026-03-11T10:00', null)] });
    const dates = decideLegalDates(history, buildDeadlineRules());
    expect(dates.slip).toEqual({ kind: 'recountedAfter', pause: 'supplement' });
    expect(dates.waitingFor).toEqual({ pause: 'supplement', since: at('2026-03-11T10:00') });
    expect([text(dates.legalDue), dates.moves]).toEqual(['09:00 16/03/2026', []]);
    expect(dates.trace.at(-1)).toEqual({
      ...{ kind: 'waiting', pause: 'supplement', since: at('2026-03-11T10:00'), law: 'NĐ 1' },
    });
  });

  it('is the new date once the pause is over, with its cause', () => {
    const history = buildDeadlineHistory({ supplements: [supplement('2026-03-11T10:00', '2026-03-13T15:00')] });
    const dates = decideLegalDates(history, rulesFor('restart'));
    expect(dates.slip).toEqual({ kind: 'date', at: at('2026-03-20T15:00'), redated: true });
    expect(dates.moves).toEqual([{ cause: 'supplement', from: at('2026-03-16T09:00'), to: at('2026-03-20T15:00') }]);
    expect(kinds(dates.trace)).toEqual([
      ...['received', 'limit', 'dayCounted', 'dayCounted', 'dayCounted', 'dayCounted', 'daySkipped', 'daySkipped'],
      ...['dayCounted', 'due', 'paused', 'countedAnew', 'limit', 'daySkipped', 'daySkipped', 'dayCounted'],
      ...['dayCounted', 'dayCounted', 'dayCounted', 'dayCounted', 'dueMoved'],
    ]);
    expect(dates.trace[10]).toEqual({
      ...{ kind: 'paused', pause: 'supplement', law: 'NĐ 1', provisional: false },
      ...{ from: at('2026-03-11T10:00'), to: at('2026-03-13T15:00') },
    });
    expect(dates.trace[11]).toEqual({ kind: 'countedAnew', at: at('2026-03-13T15:00') });
  });

  it('ignores a supplement asked before reception, and says so', () => {
    const early = supplement('2026-03-06T10:00', '2026-03-09T09:00');
    const dates = decideLegalDates(buildDeadlineHistory({ supplements: [early] }), rulesFor('restart'));
    expect(text(dates.legalDue)).toBe('09:00 16/03/2026');
    expect(dates.trace[0]).toEqual({ kind: 'beforeReception', at: at('2026-03-06T10:00') });
    expect(kinds(dates.trace).filter((kind) => kind === 'beforeReception')).toHaveLength(1);
    const sharp = supplement('2026-03-09T09:00', '2026-03-10T09:00');
    const asked = decideLegalDates(buildDeadlineHistory({ supplements: [sharp] }), rulesFor('restart'));
    expect(text(asked.legalDue)).toBe('09:00 17/03/2026');
    expect(kinds(asked.trace)).not.toContain('beforeReception');
  });
});

describe('payment and tax', () => {
  const rules = buildDeadlineRules({ secondStage: days(3) });
  const taxed = buildDeadlineHistory({
    taxForwardings: [{ from: at('2026-03-10T09:00'), to: at('2026-03-12T09:00') }],
    obligations: [obligation('2026-03-12T09:00', '2026-03-18T14:00')],
  });

  it('begin the second stage at once when the obligation is fulfilled', () => {
    const dates = decideLegalDates(taxed, rules);
    expect([text(dates.legalDue), dates.stage, dates.secondStagePending]).toEqual(['14:00 23/03/2026', 2, false]);
    expect(dates.slip).toEqual({ kind: 'date', at: at('2026-03-23T14:00'), redated: true });
    expect(dates.moves.map((move) => [move.cause, text(move.to)])).toEqual([
      ['taxDetermination', '09:00 18/03/2026'],
      ['payment', '14:00 23/03/2026'],
    ]);
    expect(dates.trace).toContainEqual({ kind: 'secondStage', at: at('2026-03-18T14:00') });
    expect(text(dates.firstDue)).toBe('09:00 16/03/2026');
  });

  it('leave the slip without a date while the citizen has to pay', () => {
    const [notice] = taxed.obligations;
    const waiting = { ...taxed, obligations: [{ notifiedAt: notice?.notifiedAt ?? 0, fulfilledAt: null }] };
    const dates = decideLegalDates(waiting, rules);
    expect(dates.slip).toEqual({ kind: 'recountedAfter', pause: 'payment' });
    expect([dates.stage, dates.secondStagePending]).toEqual([1, true]);
  });

  it('only stop the limit in a procedure of one stage', () => {
    const dates = decideLegalDates(taxed, buildDeadlineRules());
    // 10/3 09:00 to 18/3 14:00: six days and three hours of working time, counted once.
    expect([text(dates.legalDue), dates.stage]).toEqual(['14:00 24/03/2026', 1]);
    expect(dates.secondStagePending).toBe(false);
  });

  it('count the limit of the second stage anew when a supplement restarts it', () => {
    const history = { ...taxed, supplements: [supplement('2026-03-19T09:00', '2026-03-20T09:00')] };
    const dates = decideLegalDates(history, rulesFor('restart', { secondStage: days(3) }));
    expect([text(dates.legalDue), dates.stage]).toEqual(['09:00 25/03/2026', 2]);
  });

  it('pause nothing where the rules do not name them', () => {
    const dates = decideLegalDates(taxed, buildDeadlineRules({ pauses: [] }));
    expect([text(dates.legalDue), dates.pauses]).toEqual(['09:00 16/03/2026', []]);
  });
});

describe('the slip and the calendar in force', () => {
  const storm: CalendarEntry = { day: '2026-03-12', type: 'off', name: 'bão', provisional: false };
  const stormy = buildWorkingCalendar(
    { ...officialDays, entries: [...officialDays.entries, storm] },
    eightHours,
    eightHours,
  );

  it('move the legal date, never the first, when a closure is decided later', () => {
    const dates = decideLegalDates(buildDeadlineHistory(), buildDeadlineRules({ calendar: stormy }));
    expect([text(dates.firstDue), text(dates.legalDue)]).toEqual(['09:00 16/03/2026', '09:00 17/03/2026']);
    expect(dates.moves).toEqual([{ cause: 'calendar', from: at('2026-03-16T09:00'), to: at('2026-03-17T09:00') }]);
    expect(dates.trace.at(-1)).toEqual({
      ...{ kind: 'laterThanSlip', slip: at('2026-03-16T09:00'), counted: at('2026-03-17T09:00') },
    });
    expect(dates.slip).toEqual({ kind: 'date', at: at('2026-03-17T09:00'), redated: true });
  });

  it('keep what the slip promised when the rules give an earlier date', () => {
    const dates = decideLegalDates(buildDeadlineHistory({ firstDue: at('2026-03-18T09:00') }), buildDeadlineRules());
    expect([text(dates.legalDue), dates.moves]).toEqual(['09:00 18/03/2026', []]);
    expect(dates.trace.at(-1)).toEqual({
      ...{ kind: 'slipKept', slip: at('2026-03-18T09:00'), counted: at('2026-03-16T09:00') },
    });
  });

  it('take the slip where the rules give no date, and the rules where the slip has none', () => {
    const none = buildDeadlineHistory({ limit: { unit: 'none' } });
    expect(text(decideLegalDates(none, buildDeadlineRules()).legalDue)).toBe('09:00 16/03/2026');
    const paper = buildDeadlineHistory({ firstDue: null, limit: null });
    const dates = decideLegalDates(paper, buildDeadlineRules({ limit: days(2) }));
    expect([dates.firstDue, text(dates.legalDue)]).toEqual([null, '09:00 11/03/2026']);
    const restarted = { ...paper, supplements: [supplement('2026-03-10T10:00', '2026-03-12T10:00')] };
    expect(text(decideLegalDates(restarted, rulesFor('restart', { limit: days(2) })).legalDue)).toBe(
      '10:00 16/03/2026',
    );
  });

  it('set a date for the first time when a second stage follows a first one without limit', () => {
    const history = buildDeadlineHistory({
      limit: { unit: 'none' },
      firstDue: null,
      obligations: [obligation('2026-03-10T09:00', '2026-03-12T09:00')],
    });
    const dates = decideLegalDates(history, buildDeadlineRules({ secondStage: days(1) }));
    expect(text(dates.legalDue)).toBe('09:00 13/03/2026');
    expect(dates.trace.at(-1)).toEqual({ kind: 'dueMoved', from: null, to: at('2026-03-13T09:00') });
  });
});

describe('promise and provisional marks', () => {
  it('move nothing with an apology', () => {
    const extensions = [
      { at: at('2026-03-13T09:00'), newPromise: at('2026-03-18T09:00') },
      { at: at('2026-03-17T09:00'), newPromise: at('2026-03-20T09:00') },
    ];
    const dates = decideLegalDates(buildDeadlineHistory({ extensions }), buildDeadlineRules());
    expect([text(dates.promisedAfterApology), text(dates.legalDue), text(dates.firstDue)]).toEqual([
      '09:00 20/03/2026',
      '09:00 16/03/2026',
      '09:00 16/03/2026',
    ]);
    expect(dates.trace.at(-1)).toEqual({ kind: 'newPromise', at: at('2026-03-20T09:00') });
    expect(dates.slip).toEqual({ kind: 'date', at: at('2026-03-16T09:00'), redated: false });
  });

  it('mark a date provisional that was moved under an unconfirmed rule', () => {
    const pauses = pauseRules('addWorkingTime').map((rule) => ({ ...rule, provisional: true }));
    const moved = buildDeadlineHistory({ supplements: [supplement('2026-03-11T10:00', '2026-03-12T10:00')] });
    const still = buildDeadlineHistory({ supplements: [supplement('2026-03-11T10:00', '2026-03-11T10:00')] });
    expect(decideLegalDates(moved, buildDeadlineRules({ pauses })).provisional).toBe(true);
    expect(decideLegalDates(still, buildDeadlineRules({ pauses })).provisional).toBe(false);
    expect(decideLegalDates(moved, buildDeadlineRules()).provisional).toBe(false);
  });

  it.each([
    ['addWorkingTime', '2026-11-23T09:00', '2026-11-25T09:00', '09:00 26/11/2026'],
    ['addCalendarDays', '2026-11-20T09:00', '2026-11-21T10:00', '07:00 25/11/2026'],
  ] as const)('mark a date provisional when an unconfirmed day lies in it (%s)', (mode, from, to, due) => {
    const first = mode === 'addWorkingTime' ? at('2026-11-25T09:00') : at('2026-11-23T07:00');
    const history = buildDeadlineHistory({
      receivedAt: mode === 'addWorkingTime' ? at('2026-11-19T09:00') : at('2026-11-18T09:00'),
      limit: days(3),
      firstDue: first,
      supplements: [supplement(from, to)],
    });
    const dates = decideLegalDates(history, rulesFor(mode));
    expect(dates.provisional).toBe(true);
    expect(text(dates.legalDue)).toBe(due);
  });

  it('name the days off that the length of the pause, or its new end, rests on', () => {
    const history = buildDeadlineHistory({
      receivedAt: at('2026-11-17T09:00'),
      limit: days(8),
      firstDue: at('2026-11-30T09:00'),
      supplements: [supplement('2026-11-23T09:00', '2026-11-25T09:00')],
    });
    const dates = decideLegalDates(history, rulesFor('addWorkingTime'));
    const from = kinds(dates.trace).indexOf('paused');
    expect(dates.trace.slice(from + 1)).toEqual([
      { kind: 'daySkipped', day: '2026-11-24', name: 'Ngày Văn hóa Việt Nam 24/11', provisional: true },
      { kind: 'workingTimeAdded', minutes: 480 },
      { kind: 'dueMoved', from: at('2026-11-30T09:00'), to: at('2026-12-01T09:00') },
    ]);
    const byDays = buildDeadlineHistory({ supplements: [supplement('2026-03-12T10:00', '2026-03-17T08:00')] });
    const moved = decideLegalDates(byDays, rulesFor('addCalendarDays'));
    expect(moved.trace.slice(kinds(moved.trace).indexOf('paused') + 1)).toEqual([
      { kind: 'calendarDaysAdded', days: 5 },
      { kind: 'daySkipped', day: '2026-03-21', name: 'Thứ bảy', provisional: false },
      { kind: 'daySkipped', day: '2026-03-22', name: 'Chủ nhật', provisional: false },
      { kind: 'endMoved', from: '2026-03-21', to: '2026-03-23' },
      { kind: 'dueMoved', from: at('2026-03-16T09:00'), to: at('2026-03-23T07:00') },
    ]);
    expect(moved.provisional).toBe(false);
  });
});
