import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyInstant,
  at,
  buildDeadlineRules,
  days,
  officialCalendar as calendar,
  pauseRules,
} from '../../tests/support/deadline-kit';
import { fiveDays, ownUnits, received, typeHistory, type TypedAct } from '../../tests/support/overdue-kit';
import { formatInstant } from '../base/time';
import { decideApology, draftFrom, type ApologyInput } from './apology';
import { embeddedRules } from './rule-set';
import { describeDay } from './working-calendar';
import { toLocalDay } from '../base/time';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

const rules = buildDeadlineRules({
  pauses: pauseRules('addWorkingTime').filter((rule) => rule.kind !== 'publicPosting'),
});

function input(acts: readonly TypedAct[], now: string, changes: Partial<ApologyInput> = {}): ApologyInput {
  const { state } = typeHistory(acts);
  return { state, rules, ruleSet: embeddedRules, ownUnits, now: at(now), ...changes };
}

const decide = (acts: readonly TypedAct[], now: string, changes: Partial<ApologyInput> = {}) =>
  decideApology(input(acts, now, changes));

const landDossier: TypedAct = { ...received, payload: { appointment: fiveDays, handlingUnit: 'Chi nhánh đất đai' } };
const print = (time: string, form: string): TypedAct => ({ kind: 'FormPrinted', at: time, payload: { form } });
const sign = (time: string): TypedAct => ({
  kind: 'ApologyIssued',
  at: time,
  payload: { newPromise: at('2026-03-20T09:00') },
  name: 'apology',
});
const deliver = (time: string): TypedAct => ({ kind: 'ApologyDelivered', at: time, names: ['apologyId', 'apology'] });
const done = (time: string): TypedAct => ({ kind: 'OutcomeReady', at: time });
const ask = (time: string): TypedAct => ({ kind: 'SupplementRequested', at: time });

// Features 35: one working day before expiry; by hand from the calendar of domain notes §5.6.
describe('draftFrom', () => {
  it.each([
    ['ordinary', '2026-03-16T09:00', '2026-03-09T09:00', '07:00 13/03/2026'],
    ['due on a Thursday', '2026-03-19T09:00', '2026-03-09T09:00', '07:00 18/03/2026'],
    ['due right after Tết', '2026-02-23T09:00', '2026-02-09T09:00', '07:00 13/02/2026'],
    ['due after a swapped Saturday', '2026-08-24T09:00', '2026-08-10T09:00', '07:00 22/08/2026'],
    ['due after 30/4 and 1/5', '2026-05-04T09:00', '2026-04-20T09:00', '07:00 29/04/2026'],
    ['received at that opening: half of the limit', '2026-03-10T15:00', '2026-03-09T07:00', '16:00 09/03/2026'],
    ['received a minute before that opening', '2026-03-10T15:00', '2026-03-09T06:59', '16:00 09/03/2026'],
    ['received the day before it', '2026-03-11T15:00', '2026-03-09T16:59', '07:00 10/03/2026'],
    ['same day', '2026-03-09T17:00', '2026-03-09T09:00', '14:00 09/03/2026'],
    ['due when received', '2026-03-09T09:00', '2026-03-09T09:00', '09:00 09/03/2026'],
    ['due before it was received', '2026-03-06T09:00', '2026-03-09T09:00', '09:00 09/03/2026'],
  ])('%s', (_what, due, receivedAt, from) => {
    expect(formatInstant(draftFrom(at(due), at(receivedAt), calendar))).toBe(from);
  });

  it('opens a working day ahead of any longer limit', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 3, max: 40 }), (receivedAt, length) => {
        const due = receivedAt + length * 3 * 86_400_000;
        const from = draftFrom(due, receivedAt, calendar);
        expect(toLocalDay(from) < toLocalDay(due)).toBe(true);
        expect(describeDay(calendar, toLocalDay(from)).works).toBe(true);
      }),
      PROPERTY_RUNS,
    );
  });
});

describe('decideApology', () => {
  it.each([
    ['not received', [{ kind: 'GuidanceIssued', at: '2026-03-09T09:00' }], '2026-03-16T09:00', 'notReceived'],
    [
      'no date',
      [{ ...received, payload: { appointment: { ...fiveDays, limit: { unit: 'none' }, legalDue: null } } }],
      '2026-04-16T09:00',
      'noDate',
    ],
    ['two working days ahead', [received], '2026-03-13T06:59', 'notYet'],
    ['paused', [received, ask('2026-03-13T10:00')], '2026-03-31T09:00', 'paused'],
    ['paused at the very due time', [received, ask('2026-03-16T09:00')], '2026-03-31T09:00', 'paused'],
    [
      'payment awaited',
      [received, { kind: 'ObligationNotified', at: '2026-03-13T10:00' }],
      '2026-03-31T09:00',
      'paused',
    ],
    ['ended in time', [received, done('2026-03-16T09:00')], '2026-03-31T09:00', 'endedInTime'],
    ['withdrawn in time', [received, { kind: 'Withdrawn', at: '2026-03-12T09:00' }], '2026-03-31T09:00', 'endedInTime'],
    [
      'signed, then ended in time',
      [received, sign('2026-03-13T09:00'), done('2026-03-16T08:00')],
      '2026-03-31T09:00',
      'endedInTime',
    ],
  ] as const)('owes none: %s', (_what, acts, now, why) => {
    const wide = acts as readonly TypedAct[];
    const limitless = why === 'noDate' ? { rules: buildDeadlineRules({ limit: { unit: 'none' } }) } : {};
    expect(decide(wide, now, limitless)).toEqual({ kind: 'notNeeded', why });
  });

  it('drafts a letter a working day ahead, for the head of the handling unit', () => {
    const given = input(
      [received, { kind: 'HandedOver', at: '2026-03-09T10:00', payload: { to: 'Bộ phận hộ tịch' } }],
      '2026-03-13T07:00',
    );
    expect(decideApology(given)).toEqual({
      kind: 'dueToDraft',
      draft: {
        dossierId: given.state.dossierId,
        kind: 'letter',
        handlingUnit: 'UBND xã Hoa Sơn',
        due: at('2026-03-16T09:00'),
        reason: { group: 'own', who: 'Bộ phận hộ tịch' },
        proposedPromise: at('2026-03-19T09:00'),
        needsApprover: false,
      },
    });
    expect(decideApology({ ...given, now: at('2026-03-16T09:00') }).kind).toBe('dueToDraft');
  });

  it('drafts a reminder where another unit handles, with whoever has it as the reason', () => {
    const acts: TypedAct[] = [
      landDossier,
      { kind: 'HandedOver', at: '2026-03-10T09:00', payload: { to: 'Chi nhánh đất đai' } },
    ];
    expect(decide(acts, '2026-03-13T09:00')).toMatchObject({
      kind: 'dueToDraft',
      draft: {
        kind: 'reminder',
        handlingUnit: 'Chi nhánh đất đai',
        reason: { group: 'otherUnit', who: 'Chi nhánh đất đai' },
      },
    });
    const unpaused = { rules: buildDeadlineRules({ pauses: [] }) };
    expect(decide([received, ask('2026-03-10T09:00')], '2026-03-13T09:00', unpaused)).toMatchObject({
      draft: { reason: { group: 'citizen', who: '' } },
    });
  });

  it('proposes a promise behind due time and now, by the time asked for', () => {
    expect(decide([received], '2026-03-13T09:00', { extension: days(5) })).toMatchObject({
      draft: { proposedPromise: at('2026-03-23T09:00') },
    });
    expect(decide([received], '2026-03-18T10:00')).toMatchObject({
      draft: { proposedPromise: at('2026-03-23T10:00') },
    });
  });
});

describe('steps of an apology', () => {
  it('is drafted once the right paper was printed', () => {
    const printed = decide([received, print('2026-03-13T08:00', 'apology')], '2026-03-13T08:00');
    expect(printed).toMatchObject({ kind: 'drafted', printedAt: at('2026-03-13T08:00'), draft: { kind: 'letter' } });
    expect(decide([received, print('2026-03-13T08:00', 'apology')], '2026-03-13T07:59').kind).toBe('dueToDraft');
    expect(decide([received, print('2026-03-13T08:00', 'handlingReminder')], '2026-03-13T09:00').kind).toBe(
      'dueToDraft',
    );
    expect(decide([landDossier, print('2026-03-13T08:00', 'handlingReminder')], '2026-03-13T09:00').kind).toBe(
      'drafted',
    );
    expect(decide([landDossier, print('2026-03-13T08:00', 'apology')], '2026-03-13T09:00').kind).toBe('dueToDraft');
    const twice = [received, print('2026-03-12T08:00', 'apology'), print('2026-03-13T08:00', 'apology')];
    expect(decide(twice, '2026-03-13T09:00')).toMatchObject({ printedAt: at('2026-03-13T08:00') });
  });

  it('is signed, and counts only when delivered', () => {
    const acts = [received, sign('2026-03-13T09:00'), deliver('2026-03-13T15:00')];
    const given = input(acts, '2026-03-13T14:59');
    expect(decideApology(given)).toEqual({
      kind: 'signed',
      due: at('2026-03-16T09:00'),
      apology: given.state.apologies[0],
    });
    expect(decideApology({ ...given, now: at('2026-03-13T15:00') })).toEqual({
      kind: 'delivered',
      due: at('2026-03-16T09:00'),
      apology: given.state.apologies[0],
      deliveredAt: at('2026-03-13T15:00'),
      beforeDue: true,
      promiseBroken: false,
    });
    expect(decideApology({ ...given, now: at('2026-03-13T08:59') }).kind).toBe('dueToDraft');
  });

  it('tells whether it came before the date, and whether the new promise held', () => {
    const acts = (time: string) => [received, sign('2026-03-13T09:00'), deliver(time)];
    expect(decide(acts('2026-03-16T09:00'), '2026-03-20T09:00')).toMatchObject({
      beforeDue: true,
      promiseBroken: false,
    });
    expect(decide(acts('2026-03-16T09:01'), '2026-03-20T09:01')).toMatchObject({
      beforeDue: false,
      promiseBroken: true,
    });
    expect(decide([...acts('2026-03-16T09:00'), done('2026-03-20T10:00')], '2026-03-31T09:00')).toMatchObject({
      kind: 'delivered',
      promiseBroken: false,
    });
  });

  it('takes the last delivered letter', () => {
    const second: TypedAct = {
      ...sign('2026-03-19T09:00'),
      payload: { newPromise: at('2026-03-27T09:00') },
      name: 'second',
    };
    const delivered: TypedAct = { kind: 'ApologyDelivered', at: '2026-03-19T10:00', names: ['apologyId', 'second'] };
    const acts = [received, sign('2026-03-13T09:00'), deliver('2026-03-13T10:00'), second, delivered];
    expect(decide(acts, '2026-03-23T09:00')).toMatchObject({
      apology: { newPromise: at('2026-03-27T09:00') },
      promiseBroken: false,
    });
  });

  it('is late without an apology, however far it came', () => {
    const late = (acts: readonly TypedAct[], now = '2026-03-16T09:01') => decide(acts, now);
    expect(late([received])).toMatchObject({
      kind: 'lateWithoutApology',
      due: at('2026-03-16T09:00'),
      reached: 'nothing',
      apology: null,
      draft: { kind: 'letter' },
    });
    expect(late([received, print('2026-03-13T08:00', 'apology')])).toMatchObject({ reached: 'drafted', apology: null });
    expect(late([received, sign('2026-03-13T09:00')])).toMatchObject({
      reached: 'signed',
      apology: { number: '12/XL' },
    });
  });

  it('has no draft for what ended late or is paused now', () => {
    expect(decide([received, done('2026-03-17T09:00')], '2026-03-31T09:00')).toMatchObject({
      kind: 'lateWithoutApology',
      draft: null,
    });
    expect(decide([received, ask('2026-03-16T09:01')], '2026-03-31T09:00')).toMatchObject({
      kind: 'lateWithoutApology',
      draft: null,
    });
  });

  it('asks for an approver from the second promise on', () => {
    const extend = (time: string, promise: string): TypedAct => ({
      kind: 'DeadlineExtended',
      at: time,
      payload: { newPromise: at(promise) },
    });
    const needs = (acts: readonly TypedAct[], allowed = 1, now = '2026-03-17T09:00') => {
      const standing = decide([received, ...acts], now, { ruleSet: { extensionsAllowed: allowed } });
      return 'draft' in standing ? standing.draft?.needsApprover : standing.kind;
    };
    expect(needs([])).toBe(false);
    expect(needs([], 0)).toBe(true);
    expect(needs([extend('2026-03-13T09:00', '2026-03-18T09:00')])).toBe(true);
    expect(needs([extend('2026-03-13T09:00', '2026-03-18T09:00')], 2)).toBe(false);
    expect(needs([extend('2026-03-17T09:01', '2026-03-18T09:00')])).toBe(false);
    expect(needs([sign('2026-03-13T09:00')])).toBe(false);
  });
});
