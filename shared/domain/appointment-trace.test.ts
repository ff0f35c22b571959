import { describe, expect, it } from 'vitest';
import {
  at as instant,
  days,
  eightHours as sessions,
  officialCalendar as calendar,
  officialDays as rows,
} from '../../tests/support/deadline-kit';
import { formatInstant } from '../base/time';
import { decideAppointment, type Posting } from './appointment';
import type { TraceStep } from './appointment-schema';
import type { TimeLimit } from './procedure-limit';
import { buildUnitCalendar } from './working-calendar';

const plain = (amount: number): TimeLimit => ({ unit: 'calendarDays', amount });

describe('decideAppointment, what a trace must name', () => {
  const kinds = (trace: readonly TraceStep[]): string[] => trace.map((step) => step.kind);

  it('says once that a year is not loaded, where the limit enters it', () => {
    const { trace, provisional } = decideAppointment({
      limit: days(5),
      receivedAt: instant('2027-12-30T09:00'),
      calendar,
    });
    expect(kinds(trace)).toEqual([
      ...['received', 'limit', 'dayCounted', 'yearMissing', 'daySkipped', 'daySkipped'],
      ...['dayCounted', 'dayCounted', 'dayCounted', 'dayCounted', 'due'],
    ]);
    expect(trace[3]).toEqual({ kind: 'yearMissing', year: 2028 });
    expect(provisional).toBe(true);
  });

  it('says that a year is not loaded when the limit only starts in it', () => {
    const { trace, provisional } = decideAppointment({
      limit: { unit: 'workingHours', amount: 2 },
      receivedAt: instant('2028-03-06T09:00'),
      calendar,
    });
    expect(trace.filter((step) => step.kind === 'yearMissing')).toEqual([{ kind: 'yearMissing', year: 2028 }]);
    expect(provisional).toBe(true);
    const days1 = decideAppointment({ limit: days(1), receivedAt: instant('2028-03-06T09:00'), calendar });
    expect(kinds(days1.trace)).toEqual(['received', 'limit', 'yearMissing', 'dayCounted', 'due']);
    const overYear = decideAppointment({ limit: days(1), receivedAt: instant('2028-12-29T09:00'), calendar });
    expect(kinds(overYear.trace).filter((kind) => kind === 'yearMissing')).toHaveLength(2);
    const none = decideAppointment({ limit: { unit: 'none' }, receivedAt: instant('2028-03-06T09:00'), calendar });
    expect(kinds(none.trace)).toEqual(['received', 'limit', 'noAppointment']);
  });

  it('names the decision of a local closure', () => {
    const decisionNo = '12/QĐ-UBND';
    const closed = { day: '2026-03-10', name: 'Tránh bão', decisionNo, workingTime: [], openingHours: [] };
    const on = buildUnitCalendar(rows, { workingTime: sessions, openingHours: sessions, localDays: [closed] });
    const { trace, provisional } = decideAppointment({
      limit: days(1),
      receivedAt: instant('2026-03-09T09:10'),
      calendar: on,
    });
    expect(trace[2]).toEqual({
      ...{ kind: 'daySkipped', day: '2026-03-10', name: 'Tránh bão' },
      ...{ provisional: false, decisionNo },
    });
    expect(provisional).toBe(false);
  });

  it('says that the hour was rounded by the unit, and only then', () => {
    const rules = { dueTime: 'endOfSession', sameDayCutoff: '15:00' } as const;
    const decide = (at: string) =>
      decideAppointment({ limit: days(1), receivedAt: instant(at), calendar, rules }).trace.filter(
        (step) => step.kind === 'dueTime',
      );
    expect(decide('2026-03-09T09:10')).toEqual([
      { kind: 'dueTime', rule: 'endOfSession', from: instant('2026-03-10T09:10') },
    ]);
    const wholeDay = { dueTime: 'endOfDay', sameDayCutoff: '15:00' } as const;
    const noon = [{ from: '07:00', to: '11:30' }];
    const half = { day: '2026-03-10', name: 'x', decisionNo: 'y', workingTime: noon, openingHours: noon };
    const on = buildUnitCalendar(rows, { workingTime: sessions, openingHours: sessions, localDays: [half] });
    const moved = decideAppointment({
      limit: days(1),
      receivedAt: instant('2026-03-09T14:00'),
      calendar: on,
      rules: wholeDay,
    });
    expect(moved.trace.slice(-3)).toEqual([
      { kind: 'endMoved', from: '2026-03-10', to: '2026-03-11' },
      { kind: 'dueTime', rule: 'endOfDay', from: instant('2026-03-11T07:00') },
      { kind: 'due', at: instant('2026-03-11T17:00') },
    ]);
  });

  it('keeps an hour that is exactly the end of a half day', () => {
    const noon = [{ from: '07:00', to: '09:10' }];
    const half = { day: '2026-03-10', name: 'x', decisionNo: 'y', workingTime: noon, openingHours: noon };
    const on = buildUnitCalendar(rows, { workingTime: sessions, openingHours: sessions, localDays: [half] });
    const due = (at: string) =>
      formatInstant(decideAppointment({ limit: days(1), receivedAt: instant(at), calendar: on }).legalDue ?? 0);
    expect([due('2026-03-09T09:10'), due('2026-03-09T09:11')]).toEqual(['09:10 10/03/2026', '07:00 11/03/2026']);
  });

  it('tells a month without that day, and where its end moved', () => {
    const month: TimeLimit = { unit: 'months', amount: 1 };
    const short = decideAppointment({ limit: month, receivedAt: instant('2026-01-30T09:00'), calendar });
    expect(short.trace.slice(1)).toEqual<TraceStep[]>([
      { kind: 'limit', limit: month },
      { kind: 'monthShortened', day: '2026-02-28' },
      { kind: 'daySkipped', day: '2026-02-28', name: 'Thứ bảy', provisional: false },
      { kind: 'daySkipped', day: '2026-03-01', name: 'Chủ nhật', provisional: false },
      { kind: 'endMoved', from: '2026-02-28', to: '2026-03-02' },
      { kind: 'due', at: instant('2026-03-02T07:00') },
    ]);
    const whole = decideAppointment({ limit: month, receivedAt: instant('2026-03-10T09:00'), calendar });
    expect(whole.trace.slice(2)).toEqual<TraceStep[]>([
      { kind: 'dayCounted', day: '2026-04-10', count: 1 },
      { kind: 'due', at: instant('2026-04-10T09:00') },
    ]);
  });

  it('is provisional when the end moves over an unconfirmed day off', () => {
    const { provisional, trace } = decideAppointment({
      limit: plain(4),
      receivedAt: instant('2026-11-20T09:00'),
      calendar,
    });
    expect(provisional).toBe(true);
    expect(trace.slice(2)).toEqual<TraceStep[]>([
      { kind: 'dayCounted', day: '2026-11-24', count: 4 },
      { kind: 'daySkipped', day: '2026-11-24', name: 'Ngày Văn hóa Việt Nam 24/11', provisional: true },
      { kind: 'endMoved', from: '2026-11-24', to: '2026-11-25' },
      { kind: 'due', at: instant('2026-11-25T07:00') },
    ]);
  });
});

describe('decideAppointment with public posting', () => {
  const posting: Posting = {
    kind: 'publicPosting',
    starts: 'DossierReceived',
    ends: 'period',
    whose: 'public',
    days: 15,
    mode: 'addWorkingTime',
    law: 'NĐ 101/2024/NĐ-CP',
    provisional: false,
  };

  it('counts the limit behind the posting', () => {
    const found = decideAppointment({ limit: days(2), receivedAt: instant('2026-03-06T17:30'), calendar, posting });
    expect(found.trace.slice(0, 7)).toEqual<TraceStep[]>([
      { kind: 'received', at: instant('2026-03-06T17:30') },
      { kind: 'daySkipped', day: '2026-03-07', name: 'Thứ bảy', provisional: false },
      { kind: 'daySkipped', day: '2026-03-08', name: 'Chủ nhật', provisional: false },
      {
        kind: 'movedToOpening',
        from: instant('2026-03-06T17:30'),
        to: instant('2026-03-09T07:00'),
        why: 'afterClosing',
      },
      { kind: 'posting', days: 15, until: instant('2026-03-24T07:00'), law: 'NĐ 101/2024/NĐ-CP' },
      { kind: 'limit', limit: days(2) },
      { kind: 'dayCounted', day: '2026-03-25', count: 1 },
    ]);
    expect([found.startsAt, found.legalDue]).toEqual([instant('2026-03-24T07:00'), instant('2026-03-26T07:00')]);
    expect(found.provisional).toBe(false);
  });

  it('starts the limit on a working day when the posting ends on a day off, and is as sure as its parts', () => {
    const found = decideAppointment({
      limit: days(1),
      receivedAt: instant('2026-03-06T09:00'),
      calendar,
      posting: { ...posting, days: 8 },
    });
    expect(found.legalDue).toBe(instant('2026-03-17T07:00'));
    expect(found.trace[2]?.kind).toBe('daySkipped');
    const unsure = decideAppointment({
      limit: days(1),
      receivedAt: instant('2026-03-06T09:00'),
      calendar,
      posting: { ...posting, provisional: true },
    });
    expect(unsure.provisional).toBe(true);
    const overUnsureDay = (at: string, count: number) =>
      decideAppointment({ limit: days(1), receivedAt: instant(at), calendar, posting: { ...posting, days: count } });
    expect(overUnsureDay('2026-11-20T09:00', 4).provisional).toBe(true);
    expect(overUnsureDay('2026-11-23T17:30', 10).provisional).toBe(true);
    expect(overUnsureDay('2026-11-19T09:00', 8).provisional).toBe(false);
  });
});
