import { describe, expect, it } from 'vitest';
import { fromLocal } from '../base/time';
import { buildWorkingCalendar } from '../domain/working-calendar';
import { sayVi } from './message';
import {
  describeDeadline,
  describeSyncMark,
  describeTimeLeft,
  workTimeText,
  type TimedDossier,
} from './worklist-sentences';

const sessions = [
  { from: '07:00', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const calendar = buildWorkingCalendar({ years: [2026], entries: [] }, sessions, sessions);
const monday = (time: string): number => fromLocal('2026-03-09', time);
const tuesday = (time: string): number => fromLocal('2026-03-10', time);

const open: TimedDossier = {
  status: 2,
  isOpen: true,
  submittedAt: null,
  legalDue: tuesday('16:00'),
  pausedSince: null,
  endedAt: null,
};

describe('workTimeText', () => {
  it.each([
    [0, '0 phút làm việc'],
    [59, '59 phút làm việc'],
    [60, '1 giờ làm việc'],
    [479, '7 giờ làm việc'],
    [480, '1 ngày làm việc'],
    [600, '1 ngày 2 giờ làm việc'],
    [3 * 480 + 120, '3 ngày làm việc'],
  ])('says %i minutes', (minutes, words) => {
    expect(sayVi(workTimeText(minutes))).toBe(words);
  });
});

describe('describeTimeLeft', () => {
  it('stays quiet when more than a working day is left', () => {
    const told = describeTimeLeft(calendar, monday('08:00'), tuesday('16:00'));
    expect(told.tone).toBe('neutral');
    expect(sayVi(told.message)).toBe('còn 1 ngày 6 giờ làm việc');
  });

  it('warns when a working day or less is left', () => {
    const told = describeTimeLeft(calendar, tuesday('10:00'), tuesday('16:00'));
    expect(told.tone).toBe('warn');
    expect(sayVi(told.message)).toBe('còn 4 giờ làm việc');
  });

  it('turns red and counts working time when the date has passed', () => {
    const told = describeTimeLeft(calendar, tuesday('16:30'), monday('16:00'));
    expect(told.tone).toBe('danger');
    expect(sayVi(told.message)).toBe('quá hạn 1 ngày làm việc');
  });

  it('says it is just past when no working time has gone by', () => {
    expect(sayVi(describeTimeLeft(calendar, monday('18:00'), monday('17:00')).message)).toBe('vừa quá hạn');
  });

  it('says there is no date when the procedure has no limit', () => {
    expect(sayVi(describeTimeLeft(calendar, monday('08:00'), null).message)).toBe('không có hẹn');
  });
});

describe('describeDeadline', () => {
  it('names the pause when the limit does not run', () => {
    const paused = { ...open, status: 5 as const, pausedSince: monday('09:00'), legalDue: monday('10:00') };
    const told = describeDeadline(paused, calendar, tuesday('16:00'));
    expect(told.tone).toBe('neutral');
    expect(sayVi(told.message)).toBe('tạm dừng từ 09/03/2026');
  });

  it('counts down to acceptance when a submission waits', () => {
    const submission = { ...open, status: 1 as const, submittedAt: monday('08:00'), legalDue: null };
    const told = describeDeadline(submission, calendar, monday('15:30'));
    expect(told.tone).toBe('warn');
    expect(sayVi(told.message)).toBe('còn 2 giờ làm việc để tiếp nhận');
  });

  it('turns red when a submission was not accepted in time', () => {
    const submission = { ...open, status: 1 as const, submittedAt: monday('08:00'), legalDue: null };
    expect(describeDeadline(submission, calendar, tuesday('09:00')).tone).toBe('danger');
  });

  it('compares the end with the date when the result is there', () => {
    const done = { ...open, status: 9 as const, endedAt: tuesday('15:00') };
    expect(sayVi(describeDeadline(done, calendar, tuesday('17:00')).message)).toBe('đúng hạn');
    const late = { ...open, status: 10 as const, isOpen: false, endedAt: tuesday('17:00') };
    expect(sayVi(describeDeadline(late, calendar, tuesday('17:00')).message)).toBe('trễ hạn 1 giờ làm việc');
  });

  it('says it is over when the citizen took the dossier back', () => {
    const gone = { ...open, status: 7 as const, isOpen: false, endedAt: monday('09:00') };
    expect(sayVi(describeDeadline(gone, calendar, tuesday('17:00')).message)).toBe('đã kết thúc');
  });
});

describe('describeSyncMark', () => {
  it('puts what somebody must look at before what waits', () => {
    expect(describeSyncMark({ waiting: 3, openIssues: 1 }).tone).toBe('warn');
    expect(sayVi(describeSyncMark({ waiting: 3, openIssues: 0 }).message)).toBe('Chờ nhận 3 việc');
    expect(sayVi(describeSyncMark({ waiting: 0, openIssues: 0 }).message)).toBe('Tỉnh đã nhận');
  });
});
