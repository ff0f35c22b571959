import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyCalendarRows,
  anyInstant,
  anyLimit,
  buildDeadlineHistory,
  buildDeadlineRules,
  eightHours,
  pauseRules,
} from '../../tests/support/deadline-kit';
import type { Instant } from '../base/time';
import { decideAppointment } from './appointment';
import type { CalendarEntry } from './calendar-rows';
import { workingTimeBetween } from './deadline-clock';
import type { DeadlineHistory } from './deadline-history';
import type { DeadlineRules } from './deadline-rules';
import { decideLegalDates } from './legal-dates';
import type { PauseMode } from './pause-rule';
import type { TimeLimit } from './procedure-limit';
import { buildWorkingCalendar, settleInWorkingTime } from './working-calendar';
import { addDays } from './working-calendar-days';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

interface Drawn {
  readonly history: DeadlineHistory;
  readonly rules: DeadlineRules;
}

/** A dossier with one closed supplement, its slip made by the same calendar. */
const drawn = (mode: PauseMode): fc.Arbitrary<Drawn> =>
  fc
    .tuple(anyCalendarRows, anyLimit, anyInstant, fc.nat(2_000_000_000), fc.nat(3_000_000_000))
    .map(([rows, limit, receivedAt, later, length]) => {
      const calendar = buildWorkingCalendar(rows, eightHours, eightHours);
      const rules = buildDeadlineRules({ limit, calendar, pauses: pauseRules(mode) });
      const firstDue = decideAppointment({ limit, receivedAt, calendar }).legalDue;
      // Asked while the limit runs: a date that has passed is not moved.
      const requestedAt = Math.min(receivedAt + later, firstDue ?? 0);
      const supplements = [{ requestedAt, receivedAt: requestedAt + length }];
      return { history: buildDeadlineHistory({ receivedAt, limit, firstDue, supplements }), rules };
    });

function pauseOf({ history }: Drawn): { from: Instant; to: Instant } {
  const [request] = history.supplements;
  return { from: request?.requestedAt ?? 0, to: request?.receivedAt ?? 0 };
}

const inWorkingTime = (limit: TimeLimit | null) => limit?.unit === 'workingDays' || limit?.unit === 'workingHours';

describe('pause and resume, whatever the calendar', () => {
  it('add exactly the working time of the pause', () => {
    fc.assert(
      fc.property(
        drawn('addWorkingTime').filter(({ history }) => inWorkingTime(history.limit)),
        (one) => {
          const { calendar } = one.rules;
          const { from, to } = pauseOf(one);
          const due = decideLegalDates(one.history, one.rules).legalDue ?? 0;
          const added = workingTimeBetween(calendar, one.history.firstDue ?? 0, due);
          expect(added).toBe(workingTimeBetween(calendar, from, to));
        },
      ),
      PROPERTY_RUNS,
    );
  });

  it('add exactly the days of the pause, then go on to working time', () => {
    fc.assert(
      fc.property(
        drawn('addCalendarDays').filter(({ history }) => history.limit?.unit !== 'sameDay'),
        (one) => {
          const { from, to } = pauseOf(one);
          const count = Math.floor((to + 25_200_000) / 86_400_000) - Math.floor((from + 25_200_000) / 86_400_000);
          const plain = (one.history.firstDue ?? 0) + count * 86_400_000;
          const { calendar } = one.rules;
          const added = count === 0 ? plain : settleInWorkingTime(calendar, plain);
          const expected = Math.max(added, settleInWorkingTime(calendar, to));
          expect(decideLegalDates(one.history, one.rules).legalDue).toBe(expected);
        },
      ),
      PROPERTY_RUNS,
    );
  });

  it('leave exactly the whole limit after the answer when it is counted anew', () => {
    fc.assert(
      fc.property(drawn('restart'), (one) => {
        const { limit } = one.rules;
        const anew = decideAppointment({ limit, receivedAt: pauseOf(one).to, calendar: one.rules.calendar });
        expect(decideLegalDates(one.history, one.rules).legalDue).toBe(anew.legalDue);
      }),
      PROPERTY_RUNS,
    );
  });

  it.each(['restart', 'addWorkingTime', 'addCalendarDays'] as const)(
    'never give an earlier date when a day off is added (%s)',
    (mode) => {
      fc.assert(
        fc.property(drawn(mode), fc.nat(90), fc.option(anyLimit, { nil: null }), (one, later, secondStage) => {
          const { history } = one;
          const rules = { ...one.rules, secondStage };
          const day = addDays(new Date((history.receivedAt ?? 0) + 25_200_000).toISOString().slice(0, 10), later);
          const { entries, years } = rules.calendar;
          const off: CalendarEntry = { day, type: 'off', name: 'bão', provisional: false };
          const rows = { years: [...years], entries: [...entries.values(), off] };
          const calendar = buildWorkingCalendar(rows, eightHours, eightHours);
          const paid = { notifiedAt: pauseOf(one).to + 1, fulfilledAt: pauseOf(one).to + 90_000_000 };
          for (const obligations of [[], [paid]]) {
            const before = decideLegalDates({ ...history, obligations }, rules).legalDue ?? 0;
            const after = decideLegalDates({ ...history, obligations }, { ...rules, calendar }).legalDue ?? 0;
            expect(after).toBeGreaterThanOrEqual(before);
          }
        }),
        PROPERTY_RUNS,
      );
    },
  );

  it('never touch the first date, and are the same whatever comes first in the lists', () => {
    fc.assert(
      fc.property(drawn('addWorkingTime'), fc.nat(500_000_000), (one, gap) => {
        const second = { requestedAt: pauseOf(one).to + gap, receivedAt: pauseOf(one).to + 2 * gap };
        const supplements = [...one.history.supplements, second];
        const dates = decideLegalDates({ ...one.history, supplements }, one.rules);
        const turned = decideLegalDates({ ...one.history, supplements: [...supplements].reverse() }, one.rules);
        expect(dates.firstDue).toBe(one.history.firstDue);
        expect(turned.legalDue).toBe(dates.legalDue);
      }),
      PROPERTY_RUNS,
    );
  });
});
