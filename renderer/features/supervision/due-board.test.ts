import { describe, expect, it } from 'vitest';
import { fromLocal } from '../../../shared/base/time';
import { dueState } from '../../../shared/domain/deadline-clock';
import { foldDossier } from '../../../shared/domain/dossier-state';
import { buildWorkingCalendar } from '../../../shared/domain/working-calendar';
import { sayVi } from '../../../shared/text/message';
import { createBuilders } from '../../../tests/support/builders';
import { decideDossierDates } from '../../../shared/domain/dossier-dates';
import { buildDossierRow, type DossierRow } from '../../records/dossier-row';
import { buildDueFilters, buildDueRows, findSoonBound } from './due-board';

const sessions = [
  { from: '07:00', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const calendar = buildWorkingCalendar(
  { years: [2026], entries: [{ day: '2026-11-24', type: 'off', name: 'Ngày nghỉ', provisional: false }] },
  sessions,
  sessions,
);
const friday = (time: string): number => fromLocal('2026-11-20', time);

describe('findSoonBound', () => {
  it('ends where the clock of a deadline says that soon ends', () => {
    const now = friday('16:00');
    const bound = findSoonBound(calendar, now);
    expect(dueState({ calendar, now, due: bound })).toBe('dueSoon');
    expect(dueState({ calendar, now, due: bound + 60_000 })).toBe('onTime');
    // One working day after Friday 16:00 is Monday 16:00: the weekend counts nothing.
    expect(bound).toBe(fromLocal('2026-11-23', '16:00'));
  });

  it('reaches over a holiday when the working day ends on its eve', () => {
    expect(findSoonBound(calendar, fromLocal('2026-11-23', '07:00'))).toBe(fromLocal('2026-11-25', '07:00'));
  });
});

describe('buildDueFilters', () => {
  it('puts each running deadline into one of overdue, today and soon', () => {
    const now = friday('10:00');
    const { overdue, today, soon } = buildDueFilters(calendar, now);
    const inside = (due: number) =>
      [overdue, today, soon].map(
        (filter) => filter.due !== undefined && due >= filter.due.from && due < filter.due.before,
      );
    expect(inside(friday('09:59'))).toEqual([true, false, false]);
    expect(inside(now)).toEqual([false, true, false]);
    expect(inside(friday('17:00'))).toEqual([false, true, false]);
    expect(inside(fromLocal('2026-11-23', '10:00'))).toEqual([false, false, true]);
    expect(inside(fromLocal('2026-11-23', '11:00'))).toEqual([false, false, false]);
  });
});

function rowOf(seed: number, change: Partial<DossierRow>): DossierRow {
  const builders = createBuilders(seed);
  const dossierId = builders.id();
  const action = builders.action('DossierReceived', { subject: { type: 'dossier', id: dossierId } });
  const state = foldDossier({ dossierId, actions: [action], receipts: new Map() });
  return { ...buildDossierRow(state, decideDossierDates(state, undefined)), ...change };
}

describe('buildDueRows', () => {
  it('puts the least time first, the paused behind, those without a limit last', () => {
    const rows = [
      rowOf(1, { legalDue: null, applicantName: 'không hẹn' }),
      rowOf(2, { status: 5, legalDue: friday('08:00'), pausedSince: friday('07:30'), applicantName: 'tạm dừng' }),
      rowOf(3, { legalDue: friday('16:00'), applicantName: 'sau' }),
      rowOf(4, { legalDue: friday('09:00'), applicantName: 'quá hạn' }),
    ];
    const around = {
      now: friday('10:00'),
      calendar,
      procedureName: (code: string) => code,
      counterName: (book: string) => `Quầy ${book}`,
    };
    const built = buildDueRows(rows, around);
    expect(built.map((row) => row.person)).toEqual(['quá hạn', 'sau', 'tạm dừng', 'không hẹn']);
    expect(built.map((row) => row.due)).toEqual(['09:00 20/11/2026', '16:00 20/11/2026', '', '']);
    expect(built.map((row) => row.left.tone)).toEqual(['danger', 'warn', 'neutral', 'neutral']);
    expect(sayVi(built[0]?.left.message ?? { key: 'dossiers.left.none' })).toBe('quá hạn 1 giờ làm việc');
    expect(built[0]?.counter).toBe('Quầy Q1');
  });
});
