import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDelegation, buildOfficer, createBuilders, MORNING } from '../../tests/support/builders';
import { shuffled, verdictArbitrary } from '../../tests/support/history-arbitrary';
import type { Action } from './actions/action';
import type { Role } from './officer';
import { canApplyUnitDay, foldUnitDay, type UnitDayState } from './unit-day';
import { uniqueReceipts } from './merge';

const subject = { type: 'unitDay', unitId: 'H41.26', day: '2026-11-20', counterId: 'c1' } as const;

function check(
  kind: string,
  actor = buildOfficer('supervisor'),
  { state = foldUnitDay([], new Map()), payload = {} }: { state?: UnitDayState; payload?: unknown } = {},
) {
  const times = { at: MORNING, happenedAt: MORNING };
  const result = canApplyUnitDay({ ...times, state, kind, payload, unitId: 'H41.26', actor });
  return result.ok ? 'ok' : result.error;
}

describe('foldUnitDay', () => {
  it('tells opening, voided codes and closing when the day has them', () => {
    const make = createBuilders();
    const opened = make.action('ShiftOpened', { subject });
    const voided = make.action('CodeVoided', { subject });
    const closed = make.action('RegisterClosed', { subject, officerId: 'demo-supervisor' });
    const state = foldUnitDay([closed, opened, voided], make.acceptAll([opened, voided]));
    expect(state.shiftOpened).toMatchObject({ cashFloat: 500_000, at: opened.happenedAt });
    expect(state.voidedCodes.map((record) => record.code)).toEqual(['H41.26-261121-0007']);
    expect(state.closing).toMatchObject({ rows: 31, officerId: 'demo-supervisor' });
    expect(state).toMatchObject({ pos: 2, waitingActionIds: [closed.id] });
  });

  it('keeps the first accepted closing when the register was closed twice', () => {
    const make = createBuilders();
    const mine = make.action('RegisterClosed', { subject }, { rows: 30 });
    const theirs = make.action('RegisterClosed', { subject, deviceId: 'M02' }, { rows: 31 });
    const state = foldUnitDay([mine, theirs], make.acceptAll([theirs]));
    expect(state.closing?.rows).toBe(31);
    expect(state.laterClosings.map((closing) => closing.rows)).toEqual([30]);
  });

  it('gives the same day whatever order and verdicts, and loses no record', () => {
    const kinds = fc.array(
      fc.tuple(
        fc.constantFrom('ShiftOpened', 'RegisterClosed', 'RegisterAddendumIssued', 'CodeVoided'),
        verdictArbitrary,
      ),
      {
        maxLength: 10,
      },
    );
    const cases = kinds.chain((steps) => {
      const make = createBuilders(9);
      const actions = steps.map(([kind]) => make.action(kind, { subject }));
      const receipts = uniqueReceipts(
        actions.flatMap((action, i) => {
          const verdict = steps[i]?.[1];
          return verdict ? [make.receipt(action, { pos: i + 1, verdict })] : [];
        }),
      );
      return fc.tuple(fc.constant({ actions, receipts }), shuffled(actions));
    });
    fc.assert(
      fc.property(cases, ([{ actions, receipts }, arrived]) => {
        const state = foldUnitDay(arrived, receipts);
        expect(state).toEqual(foldUnitDay(actions, receipts));
        expect(state.voidedCodes).toHaveLength(actions.filter((action) => action.kind === 'CodeVoided').length);
        expect(state.addenda).toHaveLength(actions.filter((action) => action.kind === 'RegisterAddendumIssued').length);
        const closings = (state.closing ? 1 : 0) + state.laterClosings.length;
        expect(closings).toBe(actions.filter((action) => action.kind === 'RegisterClosed').length);
      }),
    );
  });
});

describe('canApplyUnitDay', () => {
  it('leaves closing to the supervisor and opening to everybody at a counter', () => {
    expect(check('RegisterClosed')).toBe('ok');
    expect(check('RegisterClosed', buildOfficer('intakeOfficer'))).toEqual({
      kind: 'permission',
      role: 'intakeOfficer',
    });
    expect(check('ShiftOpened', buildOfficer('postalOfficer'))).toBe('ok');
  });

  it('refuses a second opening or closing', () => {
    const make = createBuilders();
    const state = foldUnitDay(
      [make.action('ShiftOpened', { subject }), make.action('RegisterClosed', { subject })],
      new Map(),
    );
    expect(check('ShiftOpened', buildOfficer('supervisor'), { state })).toEqual({ kind: 'alreadyDone' });
    expect(check('RegisterClosed', buildOfficer('supervisor'), { state })).toEqual({ kind: 'alreadyDone' });
    expect(check('CodeVoided', buildOfficer('supervisor'), { state })).toBe('ok');
  });

  it('numbers the addenda of a closing from 1, and takes none without it', () => {
    const make = createBuilders();
    const closing = make.action('RegisterClosed', { subject });
    const first = make.action('RegisterAddendumIssued', { subject }, { closingId: closing.id });
    const ask = (actions: readonly Action[], change = {}, role: Role = 'supervisor') =>
      check(first.kind, buildOfficer(role), {
        state: foldUnitDay(actions, new Map()),
        payload: { ...first.payload, ...change },
      });
    expect(ask([])).toEqual({ kind: 'registerOpen' });
    expect(ask([closing], { closingId: first.id })).toEqual({ kind: 'registerOpen' });
    expect(ask([closing], { day: '2026-11-21' })).toEqual({ kind: 'registerOpen' });
    expect(ask([closing], { number: 2 })).toEqual({ kind: 'alreadyDone' });
    expect(ask([closing])).toBe('ok');
    expect(ask([closing], {}, 'intakeOfficer')).toMatchObject({ kind: 'permission' });
    expect(ask([closing, first])).toEqual({ kind: 'alreadyDone' });
    expect(ask([closing, first], { number: 2 })).toBe('ok');
    const { addenda } = foldUnitDay([closing, first], new Map());
    expect(addenda.map(({ number, reason }) => [number, reason])).toEqual([[1, 'Quầy 2 gửi dữ liệu sau giờ chốt']]);
  });

  it('refuses a dossier kind and a delegation that has ended', () => {
    expect(check('DossierReceived')).toMatchObject({ kind: 'permission' });
    const ended = buildOfficer('postalOfficer', { delegation: buildDelegation({ validTo: '2026-11-19' }) });
    expect(check('ShiftOpened', ended)).toEqual({ kind: 'delegation', why: 'ended' });
  });
});
