import { describe, expect, it } from 'vitest';
import { at, buildDeadlineRules, days, pauseRules } from '../../tests/support/deadline-kit';
import {
  doubted,
  oldSlip,
  overdueInput,
  received,
  versionsInForce,
  type TypedAct,
} from '../../tests/support/overdue-kit';
import { formatInstant } from '../base/time';
import { decideOverdueCause } from './overdue-cause';
import type { OverdueInput } from './overdue-case';

const noPosting = (mode: Parameters<typeof pauseRules>[0]) =>
  pauseRules(mode).filter((rule) => rule.kind !== 'publicPosting');

const done = (time: string, more: Partial<TypedAct> = {}): TypedAct => ({ kind: 'OutcomeReady', at: time, ...more });

function find(acts: readonly TypedAct[], changes: Partial<OverdueInput> = {}) {
  const { handling, main, acceptance } = decideOverdueCause(overdueInput(acts, changes));
  expect(acceptance).toBeNull();
  expect(handling?.lateness).toBe('legal');
  expect(main).toBe(handling?.main);
  return handling;
}

describe('evidence of lateness by law', () => {
  const evidenceOf = (acts: readonly TypedAct[], changes: Partial<OverdueInput> = {}) =>
    find(acts, changes)?.causes.flatMap((share) =>
      share.evidence.map(({ cause, fact, from, to, workingMinutes }) => [
        cause,
        fact,
        `${formatInstant(from)} – ${formatInstant(to)}`,
        workingMinutes,
      ]),
    );

  it('shows who had it, without the pauses', () => {
    const acts: TypedAct[] = [
      received,
      { kind: 'SupplementRequested', at: '2026-03-10T09:00' },
      { kind: 'SupplementReceived', at: '2026-03-12T09:00' },
      done('2026-03-19T09:00'),
    ];
    expect(evidenceOf(acts)).toEqual([
      ['staff', { kind: 'held', who: '' }, '09:00 09/03/2026 – 09:00 10/03/2026', 480],
      ['staff', { kind: 'held', who: '' }, '09:00 12/03/2026 – 09:00 19/03/2026', 2400],
    ]);
  });

  it('begins with the restart when the limit was counted anew', () => {
    const acts: TypedAct[] = [
      received,
      { kind: 'SupplementRequested', at: '2026-03-13T09:00' },
      { kind: 'SupplementReceived', at: '2026-03-16T09:00' },
      done('2026-03-24T09:00'),
    ];
    expect(evidenceOf(acts, { rules: buildDeadlineRules({ pauses: noPosting('restart') }) })).toEqual([
      ['staff', { kind: 'held', who: '' }, '09:00 16/03/2026 – 09:00 24/03/2026', 2880],
    ]);
  });

  it('begins with the second stage', () => {
    const acts: TypedAct[] = [
      received,
      { kind: 'ObligationNotified', at: '2026-03-13T09:00', name: 'notice' },
      { kind: 'ObligationFulfilled', at: '2026-03-16T09:00', names: ['notificationId', 'notice'] },
      done('2026-03-19T09:00'),
    ];
    const rules = buildDeadlineRules({ secondStage: days(2), pauses: noPosting('addWorkingTime') });
    expect(evidenceOf(acts, { rules })).toEqual([
      ['staff', { kind: 'held', who: '' }, '09:00 16/03/2026 – 09:00 19/03/2026', 1440],
    ]);
  });

  it('begins behind a posting in front of the limit', () => {
    const posting = {
      kind: 'publicPosting',
      starts: 'DossierReceived',
      ends: 'period',
      whose: 'public',
      days: 15,
    } as const;
    const rules = buildDeadlineRules({ pauses: [{ ...posting, mode: 'restart', law: 'NĐ 1', provisional: false }] });
    // Posted until 24/3 09:00, five days from there: 31/3 09:00.
    expect(evidenceOf([received, done('2026-04-01T09:00')], { rules, asOf: at('2026-04-02T09:00') })).toEqual([
      ['staff', { kind: 'held', who: '' }, '09:00 24/03/2026 – 09:00 01/04/2026', 2880],
    ]);
  });

  it('says why nobody can be judged before it says who had it', () => {
    const blind = ['unknown', { kind: 'noReadyTime' }, '09:00 16/03/2026 – 09:00 18/03/2026', 960];
    expect(evidenceOf([received, { kind: 'OutcomeReturned', at: '2026-03-18T09:00' }])).toEqual([
      blind,
      ['unknown', { kind: 'held', who: '' }, '09:00 09/03/2026 – 09:00 18/03/2026', 3360],
    ]);
    const gap = evidenceOf([received, done('2026-03-18T09:00', { pos: 4 })]);
    expect(gap?.[0]?.[1]).toEqual({ kind: 'actsMissing' });
  });

  it('names the doubted act and both versions', () => {
    expect(evidenceOf([received, doubted({ parts: { base: 1 } }, done('2026-03-18T09:00'))])).toEqual([
      ['clock', { kind: 'clockDoubt', actKind: 'OutcomeReady' }, '09:00 16/03/2026 – 09:00 18/03/2026', 960],
    ]);
    expect(evidenceOf([doubted({ arrival: null }, received), done('2026-03-18T09:00')])?.[0]?.[1]).toEqual({
      kind: 'clockDoubt',
      actKind: 'DossierReceived',
    });
    const rules = buildDeadlineRules({ limit: days(7) });
    const versions = { ...versionsInForce, units: '2026.02.01' };
    expect(evidenceOf([oldSlip, done('2026-03-17T09:00')], { rules, versions })).toEqual([
      [
        'catalogue',
        { kind: 'versionsDiffer', frozen: '2025.07.01, 2026.01.01', inForce: '2026.01.01, 2026.02.01' },
        '09:00 09/03/2026 – 09:00 18/03/2026',
        3360,
      ],
    ]);
  });
});
