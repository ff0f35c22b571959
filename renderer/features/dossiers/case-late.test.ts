import { describe, expect, it } from 'vitest';
import { decideDossierDates } from '../../../shared/domain/dossier-dates';
import { sayVi } from '../../../shared/text/message';
import { describeFinding } from '../../../shared/text/overdue-sentences';
import { at, buildDeadlineRules, days } from '../../../tests/support/deadline-kit';
import { loadReference } from '../../../tests/support/door-kit';
import { ownUnits, received, typeHistory, type TypedAct } from '../../../tests/support/overdue-kit';
import { listDateDoubts, listSteps } from './case-dates';
import { explainLateness } from './case-late';

const reference = loadReference('2026-03-09');
const deadlineRules = buildDeadlineRules({ limit: days(5) });
const rules = { now: reference, onDay: () => reference };

function explain(acts: readonly TypedAct[], now: string) {
  const { state } = typeHistory(acts);
  return explainLateness(state, { rules, deadlineRules, ownUnits, now: at(now) });
}

describe('lateness of a dossier', () => {
  it('is not there while the limit runs', () => {
    expect(explain([received], '2026-03-10T09:00')).toEqual({ findings: [], apology: null });
  });

  it('has a cause with its rows, and asks for an apology, once the date has passed', () => {
    const { findings, apology } = explain([received], '2026-03-20T09:00');
    expect(findings).toHaveLength(1);
    expect(findings[0]?.causes[0]?.evidence.length).toBeGreaterThan(0);
    expect(findings.map((finding) => sayVi(describeFinding(finding))).join()).toMatch(/^Quá hạn .*: /u);
    expect(apology?.kind).toBe('lateWithoutApology');
  });

  it('is not judged where the rules of the dossier are not here', () => {
    const { state } = typeHistory([received]);
    const unknown = { rules, deadlineRules: undefined, ownUnits, now: at('2026-03-20T09:00') };
    expect(explainLateness(state, unknown)).toEqual({ findings: [], apology: null });
    expect(explainLateness(state, { ...unknown, deadlineRules, rules: undefined }).findings).toEqual([]);
  });
});

describe('internal steps', () => {
  const steps = [
    { id: 'b1', name: 'Thẩm tra', unit: 'Bộ phận hộ tịch', role: 'công chức', hours: 8 },
    { id: 'b2', name: 'Ký', unit: 'UBND xã Hoa Sơn', role: 'lãnh đạo', hours: 400 },
  ];
  const { state } = typeHistory([received]);
  const dates = { legalDue: at('2026-03-16T09:00'), pausedSince: null };
  const list = (now: string, changed = dates) =>
    listSteps(state, changed, { rules: buildDeadlineRules({ steps }), now: at(now) });

  it('have a due time each, none after the legal date, and say which has passed', () => {
    const [first, second] = list('2026-03-12T09:00');
    expect(first).toMatchObject({ name: 'Thẩm tra', who: 'công chức, Bộ phận hộ tịch', isPast: true });
    expect(second).toMatchObject({ due: dates.legalDue, isPast: false });
  });

  it('are not shown while the limit stands still, nor without rules', () => {
    expect(listSteps(state, { ...dates, pausedSince: 1 }, { rules: buildDeadlineRules({ steps }), now: 2 })).toEqual(
      [],
    );
    expect(listSteps(state, dates, { rules: undefined, now: 2 })).toEqual([]);
  });
});

describe('a provisional date', () => {
  it('says which day off is not confirmed', () => {
    const { state } = typeHistory([{ ...received, at: '2026-03-09T09:00' }]);
    const dates = decideDossierDates(state, undefined);
    const legal = {
      provisional: true,
      trace: [
        { kind: 'daySkipped', day: '2026-11-24', name: 'Ngày Văn hóa Việt Nam 24/11', provisional: true },
        { kind: 'daySkipped', day: '2027-04-16', name: 'Giỗ Tổ', provisional: true },
        { kind: 'daySkipped', day: '2027-04-17', name: 'Thứ Bảy' },
      ],
    };
    const said = listDateDoubts(state, { ...dates, legal: legal as never }).map(sayVi);
    expect(said).toContain('Tạm tính: Ngày Văn hóa Việt Nam 24/11/2026; Giỗ Tổ 16/04/2027 chưa có lịch chính thức.');
  });
});
