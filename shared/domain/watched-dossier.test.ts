import { describe, expect, it } from 'vitest';
import { at } from '../../tests/support/deadline-kit';
import {
  fiveDays,
  overdueInput,
  received,
  typeHistory,
  versionsInForce,
  type TypedAct,
} from '../../tests/support/overdue-kit';
import { embeddedRules } from './rule-set';
import type { Reference } from './reference-package';
import { watchDossier, type FoundRules } from './watched-dossier';

const base = overdueInput([received]);
const reference: Reference = {
  procedures: new Map(),
  units: new Map(),
  calendar: { years: [2026], entries: [] },
  rules: embeddedRules,
  versions: versionsInForce,
  provisional: false,
};

function watch(acts: readonly TypedAct[], now: string, changes: Partial<FoundRules['rules']> = {}) {
  const { state } = typeHistory(acts);
  const found: FoundRules = { rules: { ...base.rules, ...changes }, reference, listed: new Set() };
  return watchDossier(state, { ownUnits: ['UBND xã Hoa Sơn'] }, { now: at(now), find: () => found });
}

describe('watchDossier', () => {
  it('is silent while there is time, and turns when the draft is due', () => {
    expect(watch([received], '2026-03-10T09:00')).toMatchObject({
      ...{ isJudged: true, legalDue: at('2026-03-16T09:00'), apology: null, acceptBy: null, pausedSince: null },
      late: { toAccept: null, toProcess: null },
      turnsAt: at('2026-03-13T07:00') + 1,
    });
  });

  it('has a letter to draft a working day ahead, and is late from the due time on', () => {
    expect(watch([received], '2026-03-13T08:00')?.apology?.list).toBe('toDraft');
    const late = watch([received], '2026-03-16T10:00');
    expect(late?.late.toProcess?.row).toMatchObject({ main: 'staff', lateness: 'legal', doneAt: null });
    expect(late?.apology?.list).toBe('lateWithout');
    expect(late?.turnsAt).toBe(at('2026-03-16T11:00') + 1);
  });

  it('turns no more once handling has ended', () => {
    const done: TypedAct = { kind: 'OutcomeReady', at: '2026-03-12T09:00' };
    expect(watch([received, done], '2026-03-20T09:00')).toMatchObject({ turnsAt: null, apology: null });
  });

  it('names until when a submission must be accepted', () => {
    const sent: TypedAct = {
      kind: 'OnlineSubmissionArrived',
      at: '2026-03-09T09:00',
      payload: { submittedAt: at('2026-03-09T09:00') },
    };
    expect(watch([sent], '2026-03-09T10:00')).toMatchObject({
      acceptBy: at('2026-03-10T09:00'),
      turnsAt: at('2026-03-10T09:00') + 1,
    });
    expect(watch([sent], '2026-03-11T10:00')?.late.toAccept?.row?.main).toBe('acceptedLate');
  });

  it('knows the internal step by the last hand-over, and none once a pause moved the date', () => {
    const steps = [
      { id: 'a', name: 'Kiểm tra', unit: 'Tư pháp', role: 'công chức', hours: 8 },
      { id: 'b', name: 'Ký', unit: 'UBND xã', role: 'lãnh đạo', hours: 8 },
    ];
    const handed: TypedAct = { kind: 'HandedOver', at: '2026-03-10T09:00', payload: { to: 'UBND xã', stepId: 'b' } };
    expect(watch([received], '2026-03-09T10:00', { steps })?.step).toEqual({
      ...{ name: 'Kiểm tra', unit: 'Tư pháp', due: at('2026-03-10T09:00') },
    });
    expect(watch([received, handed], '2026-03-10T10:00', { steps })?.step?.name).toBe('Ký');
    const asked: TypedAct = { kind: 'SupplementRequested', at: '2026-03-10T09:00' };
    expect(watch([received, asked], '2026-03-10T10:00', { steps })?.step).toBeNull();
  });

  it('judges nothing without rules, and is no stub', () => {
    const { state } = typeHistory([received]);
    const at2 = { now: at('2026-03-20T09:00'), find: () => undefined };
    expect(watchDossier(state, { ownUnits: [] }, at2)).toMatchObject({
      ...{ isJudged: false, legalDue: fiveDays.legalDue, apology: null, turnsAt: null },
    });
    const { state: stub } = typeHistory([{ kind: 'HandedOver', at: '2026-03-10T09:00' }]);
    expect(watchDossier(stub, { ownUnits: [] }, at2)).toBeUndefined();
  });
});
