import { describe, expect, it } from 'vitest';
import { at } from '../../tests/support/deadline-kit';
import {
  buildFinding,
  groupOf,
  overdueCauses,
  sumShares,
  type LateStretch,
  type OverdueCause,
  type OverdueEvidence,
} from './overdue-causes';

const MINUTE = 60_000;
const row = (cause: OverdueCause, actionId: string): OverdueEvidence => ({
  cause,
  fact: { kind: 'submissionWaited' },
  actionId,
  from: 1,
  to: 2,
  workingMinutes: 3,
});
const stretch = (cause: OverdueCause, ms: number, officerId: string | null = null): LateStretch => ({
  cause,
  ms,
  officerId,
  evidence: [row(cause, `${cause}-${ms}`)],
});

describe('groupOf', () => {
  // Features 3-5: the 61/39 table keeps sync, others and people apart; unknown is never merged into staff.
  it('keeps data, others, people and the unknown apart', () => {
    expect(overdueCauses.map((cause) => [cause, groupOf(cause)])).toEqual([
      ['syncRefused', 'record'],
      ['syncLate', 'record'],
      ['catalogue', 'record'],
      ['clock', 'record'],
      ['backEntry', 'record'],
      ['secondSupplement', 'rule'],
      ['waitingTax', 'others'],
      ['waitingOtherUnit', 'others'],
      ['waitingCitizen', 'others'],
      ['unknown', 'unknown'],
      ['acceptedLate', 'office'],
      ['staff', 'office'],
    ]);
  });
});

describe('sumShares', () => {
  it('sums a cause over its stretches, largest first, minutes rounded down', () => {
    const shares = sumShares([
      stretch('staff', 10 * MINUTE, 'an'),
      stretch('waitingTax', 20 * MINUTE),
      stretch('staff', 20 * MINUTE + 59_999, 'binh'),
    ]);
    expect(shares.map(({ cause, workingMinutes, officerId }) => [cause, workingMinutes, officerId])).toEqual([
      ['staff', 30, 'an'],
      ['waitingTax', 20, null],
    ]);
    expect(shares[0]?.share).toBeCloseTo(0.6079, 3);
    expect(shares[0]?.evidence.map((one) => one.actionId)).toEqual(['staff-600000', 'staff-1259999']);
  });

  it('names the earlier cause of the list when two are equal: a person last', () => {
    const shares = sumShares([stretch('staff', MINUTE), stretch('unknown', MINUTE), stretch('syncLate', MINUTE)]);
    expect(shares.map((share) => share.cause)).toEqual(['syncLate', 'unknown', 'staff']);
  });

  it('leaves out causes without working time, unless there is no other', () => {
    expect(sumShares([stretch('staff', 0), stretch('clock', MINUTE)]).map((share) => share.cause)).toEqual(['clock']);
    expect(sumShares([stretch('staff', 0), stretch('clock', 0)])).toEqual([
      { cause: 'clock', workingMinutes: 0, share: 1, officerId: null, evidence: [row('clock', 'clock-0')] },
    ]);
    expect(sumShares([])).toEqual([]);
  });
});

describe('buildFinding', () => {
  const about = { stage: 'handling', lateness: 'legal', due: at('2026-03-16T09:00'), doneAt: null } as const;

  it('adds up the lateness and names the largest cause', () => {
    const finding = buildFinding(about, [stretch('staff', 90_000), stretch('waitingTax', 150_000)]);
    expect(finding).toMatchObject({ ...about, workingMinutes: 4, main: 'waitingTax' });
    expect(finding?.causes.map((share) => share.share)).toEqual([0.625, 0.375]);
  });

  it('is nothing without a stretch', () => {
    expect(buildFinding(about, [])).toBeNull();
  });
});
