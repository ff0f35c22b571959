import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatInstant, fromLocal, type Instant } from '../base/time';
import { decideAppointment } from './appointment';
import { appointmentSchema } from './appointment-schema';
import { calendarSchema } from './calendar-rows';
import type { TimeLimit } from './procedure-limit';
import type { LimitRules } from './time-limit';
import type { UnitHours } from './unit';
import { buildUnitCalendar } from './working-calendar';

const url = new URL('../../build/packages/calendar.json', import.meta.url);
const rows = calendarSchema.parse((JSON.parse(readFileSync(url, 'utf8')) as { rows: unknown }).rows);
const sessions = [
  { from: '07:00', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const morning = [{ from: '07:00', to: '11:30' }];

/** Eight hours Monday to Friday (domain notes §5.1); reception on Saturday mornings; two days by decision of the unit. */
const unit: UnitHours = {
  workingTime: sessions,
  openingHours: sessions,
  weekly: [{ weekday: 'saturday', workingTime: [], openingHours: morning }],
  localDays: [
    { day: '2026-10-07', name: 'Tránh bão', decisionNo: '12/QĐ-UBND', workingTime: [], openingHours: [] },
    { day: '2026-10-14', name: 'Đại hội', decisionNo: '15/QĐ-UBND', workingTime: morning, openingHours: morning },
  ],
};
const calendar = buildUnitCalendar(rows, unit);

const instant = (text: string): Instant => fromLocal(text.slice(0, 10), text.slice(11));
const days = (amount: number): TimeLimit => ({ unit: 'workingDays', amount });
const hours = (amount: number): TimeLimit => ({ unit: 'workingHours', amount });
const plain = (amount: number): TimeLimit => ({ unit: 'calendarDays', amount });
const months = (amount: number): TimeLimit => ({ unit: 'months', amount });
const sameDay: TimeLimit = { unit: 'sameDay' };

type Golden = [source: string, limit: TimeLimit, received: string, due: string, provisional: boolean];

/** Worked out by hand on a paper calendar; §: domain notes, CR: counter notes. */
const golden: Golden[] = [
  // Tết
  ['§5.6 Tết 2024 8–14/2: 7/2 + 1', days(1), '2024-02-07T09:00', '09:00 15/02/2024', false],
  ['§5.6 Tết 2024: 6/2 + 5', days(5), '2024-02-06T10:15', '10:15 20/02/2024', false],
  [
    '§5.6 Tết 2024, received on the last afternoon after closing',
    days(1),
    '2024-02-07T17:20',
    '07:00 16/02/2024',
    false,
  ],
  ['§5.6 Tết 2024, same day after 15:00', sameDay, '2024-02-07T15:30', '17:00 15/02/2024', false],
  ['§5.6 Tết 2024 in hours: 2 h left on 7/2', hours(8), '2024-02-07T15:00', '15:00 15/02/2024', false],
  ['§5.6 Tết 2024 in calendar days ending on mùng 3', plain(7), '2024-02-05T08:00', '07:00 15/02/2024', false],
  ['§5.6 Tết 2025 27–31/1: 24/1 + 1', days(1), '2025-01-24T14:00', '14:00 03/02/2025', false],
  ['§5.6 Tết 2025: 23/1 + 3', days(3), '2025-01-23T07:00', '07:00 04/02/2025', false],
  ['§5.6 Tết 2025, received on mùng 1', days(2), '2025-01-29T09:00', '07:00 05/02/2025', false],
  ['§5.6 Tết 2025 in calendar days ending on 1/2', plain(10), '2025-01-22T16:00', '07:00 03/02/2025', false],
  ['§5.6 Tết 2026 16–20/2: 13/2 + 1', days(1), '2026-02-13T08:30', '08:30 23/02/2026', false],
  ['§5.6 Tết 2026: 12/2 + 10', days(10), '2026-02-12T13:30', '13:30 05/03/2026', false],
  ['§5.6 Tết 2026, received on Saturday 14/2 (duty)', sameDay, '2026-02-14T08:00', '17:00 23/02/2026', false],
  ['§5.6 Tết 2026 in hours over the whole week', hours(12), '2026-02-12T15:00', '09:00 23/02/2026', false],
  ['§5.6 Tết 2027 5–11/2 expected: 4/2 + 1', days(1), '2027-02-04T10:00', '10:00 12/02/2027', true],
  ['§5.6 Tết 2027 expected: 3/2 + 3', days(3), '2027-02-03T11:00', '11:00 15/02/2027', true],
  // Swapped working days
  ['§5.6 29/4/2024 off, 4/5/2024 worked: 26/4 + 2', days(2), '2024-04-26T09:00', '09:00 03/05/2024', false],
  ['§5.6 Sat 4/5/2024 worked: 3/5 + 1', days(1), '2024-05-03T09:00', '09:00 04/05/2024', false],
  ['§5.6 Sat 4/5/2024 worked, received on it', days(1), '2024-05-04T16:00', '16:00 06/05/2024', false],
  ['§5.6 Sat 4/5/2024 worked, same day on it in the afternoon', sameDay, '2024-05-04T14:00', '17:00 04/05/2024', false],
  ['§5.6 Sat 26/4/2025 worked: 24/4 + 2', days(2), '2025-04-24T07:30', '07:30 26/04/2025', false],
  ['§5.6 26/4 worked, 30/4–2/5/2025 off: 25/4 + 4', days(4), '2025-04-25T15:00', '15:00 05/05/2025', false],
  ['§5.6 Sat 22/8/2026 worked: 20/8 + 2', days(2), '2026-08-20T09:00', '09:00 22/08/2026', false],
  ['§5.6 22/8 worked, 31/8–2/9/2026 off: 21/8 + 7', days(7), '2026-08-21T10:00', '10:00 03/09/2026', false],
  ['CR §5 1: 16 hours end on the swapped Saturday', hours(16), '2026-08-21T07:00', '17:00 22/08/2026', false],
  ['§5.6 Sat 10/1/2026 worked, unconfirmed: 8/1 + 2', days(2), '2026-01-08T09:00', '09:00 10/01/2026', true],
  ['§5.6 Fri 2/1/2026 off, unconfirmed: 31/12 + 2', days(2), '2025-12-31T16:00', '16:00 06/01/2026', true],
  // Other holidays
  ['§5.6 Giỗ Tổ Thu 18/4/2024', days(1), '2024-04-17T09:00', '09:00 19/04/2024', false],
  ['§5.6 Giỗ Tổ Mon 7/4/2025', days(2), '2025-04-03T09:00', '09:00 08/04/2025', false],
  ['§5.6 Giỗ Tổ Sun 26/4/2026 taken on Mon 27/4', days(1), '2026-04-24T11:00', '11:00 28/04/2026', false],
  ['§5.6 Quốc khánh 2–3/9/2024', days(2), '2024-08-30T08:00', '08:00 05/09/2024', false],
  ['§5.6 Quốc khánh 1–2/9/2025', days(1), '2025-08-29T16:30', '16:30 03/09/2025', false],
  ['§5.6 24/11/2026 unconfirmed', days(2), '2026-11-23T13:30', '13:30 26/11/2026', true],
  ['§5.6 24/11/2026 unconfirmed, same day after 15:00', sameDay, '2026-11-23T15:10', '17:00 25/11/2026', true],
  ['§5.6 30/4, 1/5 and 3/5/2027 expected', days(1), '2027-04-29T09:00', '09:00 04/05/2027', true],
  ['§5.6 Quốc khánh 2–3/9/2027 expected', days(1), '2027-09-01T09:00', '09:00 06/09/2027', true],
  // Year ends
  ['§5.6 over 1/1/2025 (Wed)', days(3), '2024-12-30T09:00', '09:00 03/01/2025', false],
  ['§5.6 same day after 15:00 on 31/12/2024', sameDay, '2024-12-31T15:01', '17:00 02/01/2025', false],
  ['§5.6 over 1–2/1/2026, unconfirmed', days(1), '2025-12-31T14:00', '14:00 05/01/2026', true],
  ['§5.6 over 1/1/2027 (Fri), provisional year', days(2), '2026-12-31T09:00', '09:00 05/01/2027', true],
  ['§5.1 pitfall: a limit that leaves the loaded years', days(3), '2027-12-30T09:00', '09:00 04/01/2028', true],
  ['§5.6 in hours over 1/1/2025', hours(4), '2024-12-31T15:00', '09:00 02/01/2025', false],
  ['§5.6 calendar days ending on 1/1/2025', plain(5), '2024-12-27T10:00', '07:00 02/01/2025', false],
  // 15:00 sharp
  ['CR §5 12: 14:59', sameDay, '2026-03-10T14:59', '17:00 10/03/2026', false],
  ['CR §5 12: 15:00 sharp counts as before', sameDay, '2026-03-10T15:00', '17:00 10/03/2026', false],
  ['§5.2: 15:01 is after', sameDay, '2026-03-10T15:01', '17:00 11/03/2026', false],
  ['§5.2: after 15:00 on a Friday', sameDay, '2026-03-13T15:01', '17:00 16/03/2026', false],
  ['§5.2: after 15:00 before Quốc khánh 2026', sameDay, '2026-08-28T16:59', '17:00 03/09/2026', false],
  ['§5.1: at closing sharp it is the next day', sameDay, '2026-03-10T17:00', '17:00 11/03/2026', false],
  // Before opening, lunch, after closing
  ['§5.1 before opening', days(2), '2026-03-10T06:59', '07:00 12/03/2026', false],
  ['§5.1 at opening sharp', days(2), '2026-03-10T07:00', '07:00 12/03/2026', false],
  ['§5.1 last minute of the morning', days(1), '2026-03-10T11:29', '11:29 11/03/2026', false],
  ['§5.1 lunch from 11:30 sharp', days(1), '2026-03-10T11:30', '13:30 11/03/2026', false],
  ['§5.1 lunch', hours(2), '2026-03-10T12:45', '15:30 10/03/2026', false],
  ['§5.1 same day at lunch', sameDay, '2026-03-10T12:45', '17:00 10/03/2026', false],
  ['§5.1 after closing', hours(8), '2026-03-10T18:00', '17:00 11/03/2026', false],
  ['§5.1 after closing on Friday', days(1), '2026-03-13T17:05', '07:00 17/03/2026', false],
  [
    'CR §5 1: hours used up at noon end at 11:30, not at 13:30',
    hours(8),
    '2026-03-10T13:30',
    '11:30 11/03/2026',
    false,
  ],
  // Saturday duty, local days
  ['CR §5 5: Saturday duty receives, limit starts on Monday', days(1), '2026-03-14T08:00', '07:00 17/03/2026', false],
  ['CR §5 5: same day received on Saturday duty', sameDay, '2026-03-14T08:00', '17:00 16/03/2026', false],
  ['CR §5 5: hours received on Saturday duty', hours(4), '2026-03-14T10:00', '11:00 16/03/2026', false],
  ['CR §5 5: duty on a swapped Saturday is a full working day', days(1), '2026-08-22T14:00', '14:00 24/08/2026', false],
  ['CR §5 6: closed by decision on 7/10/2026', days(1), '2026-10-06T09:00', '09:00 08/10/2026', false],
  ['CR §5 6: closed by decision, same day after 15:00', sameDay, '2026-10-06T15:30', '17:00 08/10/2026', false],
  ['half day 14/10/2026 counts; hour kept in the morning', days(1), '2026-10-13T09:00', '09:00 14/10/2026', false],
  ['half day: an afternoon hour moves to the next session', days(1), '2026-10-13T14:00', '07:00 15/10/2026', false],
  ['half day: same day is due at its closing', sameDay, '2026-10-14T08:00', '11:30 14/10/2026', false],
  ['half day in hours', hours(6), '2026-10-14T10:00', '11:30 15/10/2026', false],
  // Calendar days and months
  ['§5.1 calendar days keep the hour', plain(15), '2026-03-02T09:40', '09:40 17/03/2026', false],
  ['§5.1 calendar days ending on a Sunday', plain(5), '2026-03-10T09:40', '07:00 16/03/2026', false],
  ['§5.1 calendar days ending on 30/4/2026', plain(30), '2026-03-31T09:40', '07:00 04/05/2026', false],
  ['BLDS 2015 art. 147: one month', months(1), '2026-03-10T14:20', '14:20 10/04/2026', false],
  [
    'BLDS 2015 art. 147: 30/1 + 1 month is 28/2, a Saturday, then Monday',
    months(1),
    '2026-01-30T09:00',
    '07:00 02/03/2026',
    false,
  ],
  ['BLDS 2015 art. 147: 31/3 + 1 month is 30/4, a holiday', months(1), '2026-03-31T09:00', '07:00 04/05/2026', false],
  ['BLDS 2015 art. 147: 31/5 + 1 month ends with 30/6', months(1), '2024-05-31T09:00', '07:00 01/07/2024', false],
  [
    'BLDS 2015 art. 147: 29/2/2024 + 12 months ends with 28/2/2025',
    months(12),
    '2024-02-29T09:00',
    '17:00 28/02/2025',
    false,
  ],
  ['months over the year end', months(2), '2025-11-12T10:00', '10:00 12/01/2026', false],
];

describe('golden deadlines', () => {
  it('are at least sixty', () => {
    expect(golden.length).toBeGreaterThanOrEqual(60);
    expect(new Set(golden.map(([, limit, received]) => JSON.stringify([limit, received]))).size).toBe(golden.length);
  });

  it.each(golden)('%s', (_source, limit, received, due, provisional) => {
    const appointment = decideAppointment({ limit, receivedAt: instant(received), calendar });
    expect(appointmentSchema.parse(appointment)).toEqual(appointment);
    expect([formatInstant(appointment.legalDue ?? 0), appointment.provisional]).toEqual([due, provisional]);
    expect(appointment.promisedAt).toBe(appointment.legalDue);
  });
});

/** Counter notes §5, 2: hour of a promise by the unit's rule; the day is never another. */
const dueTimes: [rule: LimitRules['dueTime'], limit: TimeLimit, received: string, due: string][] = [
  ['keepHour', days(3), '2026-03-09T09:10', '09:10 12/03/2026'],
  ['endOfSession', days(3), '2026-03-09T09:10', '11:30 12/03/2026'],
  ['endOfSession', days(3), '2026-03-09T14:00', '17:00 12/03/2026'],
  ['endOfDay', days(3), '2026-03-09T09:10', '17:00 12/03/2026'],
  ['endOfDay', days(1), '2026-10-13T09:00', '11:30 14/10/2026'],
  ['endOfSession', plain(15), '2026-03-02T09:40', '11:30 17/03/2026'],
  ['endOfDay', months(1), '2026-03-10T14:20', '17:00 10/04/2026'],
  ['endOfDay', hours(4), '2026-03-09T09:10', '15:10 09/03/2026'],
  ['endOfSession', sameDay, '2026-03-09T09:10', '17:00 09/03/2026'],
];

describe('due time of a unit', () => {
  it.each(dueTimes)('%s with %o received %s is due %s', (dueTime, limit, received, due) => {
    const rules: LimitRules = { dueTime, sameDayCutoff: '15:00' };
    const { legalDue, promisedAt } = decideAppointment({ limit, receivedAt: instant(received), calendar, rules });
    expect(formatInstant(legalDue ?? 0)).toBe(due);
    expect(promisedAt).toBe(legalDue);
  });

  it('takes the cut-off of the rules when another hour is set', () => {
    const rules: LimitRules = { dueTime: 'keepHour', sameDayCutoff: '16:00' };
    const due = (at: string) =>
      formatInstant(decideAppointment({ limit: sameDay, receivedAt: instant(at), calendar, rules }).legalDue ?? 0);
    expect([due('2026-03-09T16:00'), due('2026-03-09T16:01')]).toEqual(['17:00 09/03/2026', '17:00 10/03/2026']);
  });
});
