import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDelegation, buildOfficer, createBuilders, MORNING } from '../../tests/support/builders';
import { shuffled, verdictArbitrary } from '../../tests/support/history-arbitrary';
import type { Action } from './actions/action';
import { unitDayPayloads } from './actions/unit-day-actions';
import type { Officer } from './officer';
import { canApplyUnitDay, foldUnitDay, type UnitDayKind, type UnitDayState } from './unit-day';
import { uniqueReceipts } from './merge';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

const subject = { type: 'unitDay', unitId: 'H41.26', day: '2026-11-20', counterId: 'c1' } as const;

interface Asked {
  readonly actor?: Officer;
  readonly state?: UnitDayState;
  readonly payload?: unknown;
}

function ask(kind: string, { actor = buildOfficer('supervisor'), state, payload }: Asked) {
  const day = state ?? foldUnitDay([], new Map());
  const act = { kind, unitId: 'H41.26', actor, at: MORNING, happenedAt: MORNING, payload };
  const result = canApplyUnitDay({ ...act, state: day });
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
    const known = Object.keys(unitDayPayloads) as UnitDayKind[];
    const kinds = fc.array(fc.tuple(fc.constantFrom(...known), verdictArbitrary), { maxLength: 16 });
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
        const countOf = (kind: UnitDayKind) => actions.filter((action) => action.kind === kind).length;
        const closings = (state.closing ? 1 : 0) + state.laterClosings.length;
        expect({
          ShiftOpened: state.shifts.filter((shift) => shift.opened !== null).length,
          ShiftClosed: state.shifts.filter((shift) => shift.closed !== null).length,
          BagSealed: state.bagsSealed.length,
          BagReceived: state.bagsReceived.length,
          CashCounted: state.cashCounts.length,
          CashHandedIn: state.cashHandIns.length,
          RegisterClosed: closings,
          RegisterAddendumIssued: state.addenda.length,
          PaperKitIssued: state.paperKits.length,
          CodeVoided: state.voidedCodes.length,
          SlipNumberVoided: state.voidedSlips.length,
          ReceiptNumberVoided: state.voidedReceipts.length,
        }).toEqual(Object.fromEntries(known.map((kind) => [kind, countOf(kind)])));
      }),
      PROPERTY_RUNS,
    );
  });
});

describe('canApplyUnitDay', () => {
  it('leaves closing to the supervisor and opening to everybody at a counter', () => {
    expect(ask('RegisterClosed', {})).toBe('ok');
    expect(ask('RegisterClosed', { actor: buildOfficer('intakeOfficer') })).toEqual({
      kind: 'permission',
      role: 'intakeOfficer',
    });
    expect(ask('ShiftOpened', { actor: buildOfficer('postalOfficer') })).toBe('ok');
  });

  it('refuses a second opening or closing', () => {
    const make = createBuilders();
    const state = foldUnitDay(
      [make.action('ShiftOpened', { subject }), make.action('RegisterClosed', { subject })],
      new Map(),
    );
    expect(ask('ShiftOpened', { actor: buildOfficer(), state: state })).toEqual({ kind: 'alreadyDone' });
    expect(ask('ShiftOpened', { actor: buildOfficer('supervisor'), state: state })).toBe('ok');
    expect(ask('RegisterClosed', { actor: buildOfficer('supervisor'), state: state })).toEqual({ kind: 'alreadyDone' });
    expect(ask('CodeVoided', { actor: buildOfficer('supervisor'), state: state })).toBe('ok');
  });

  it('numbers the addenda of a closing from 1, and takes none without it', () => {
    const make = createBuilders();
    const closing = make.action('RegisterClosed', { subject });
    const first = make.action('RegisterAddendumIssued', { subject }, { closingId: closing.id });
    const askFor = (actions: readonly Action[], change = {}, actor = buildOfficer('supervisor')) =>
      ask(first.kind, { actor, state: foldUnitDay(actions, new Map()), payload: { ...first.payload, ...change } });
    expect(askFor([])).toEqual({ kind: 'registerOpen' });
    expect(askFor([closing], { closingId: first.id })).toEqual({ kind: 'registerOpen' });
    expect(askFor([closing], { day: '2026-11-21' })).toEqual({ kind: 'registerOpen' });
    expect(askFor([closing], { number: 2 })).toEqual({ kind: 'alreadyDone' });
    expect(askFor([closing])).toBe('ok');
    expect(askFor([closing], {}, buildOfficer())).toMatchObject({ kind: 'permission' });
    expect(askFor([closing, first])).toEqual({ kind: 'alreadyDone' });
    expect(askFor([closing, first], { number: 2 })).toBe('ok');
    const { addenda } = foldUnitDay([closing, first], new Map());
    expect(addenda.map(({ number, reason }) => [number, reason])).toEqual([[1, 'Quầy 2 gửi dữ liệu sau giờ chốt']]);
  });

  it('refuses a dossier kind and a delegation that has ended', () => {
    expect(ask('DossierReceived', {})).toMatchObject({ kind: 'permission' });
    const ended = buildOfficer('postalOfficer', { delegation: buildDelegation({ validTo: '2026-11-19' }) });
    expect(ask('ShiftOpened', { actor: ended })).toEqual({ kind: 'delegation', why: 'ended' });
  });

  it('asks a permission of every kind', () => {
    const asked: readonly (readonly [UnitDayKind, boolean])[] = [
      ['ShiftOpened', true],
      ['BagSealed', true],
      ['BagReceived', true],
      ['CashCounted', true],
      ['CashHandedIn', true],
      ['PaperKitIssued', true],
      ['CodeVoided', true],
      ['SlipNumberVoided', true],
      ['ReceiptNumberVoided', true],
      ['RegisterClosed', false],
    ];
    for (const [kind, allowed] of asked) {
      expect([kind, ask(kind, { actor: buildOfficer() })]).toEqual([
        kind,
        allowed ? 'ok' : { kind: 'permission', role: 'intakeOfficer' },
      ]);
    }
    expect(ask('toString', {})).toMatchObject({ kind: 'permission' });
  });

  it('lets an officer open and close as often as the day needs, one shift at a time', () => {
    const make = createBuilders();
    const [open, close] = ['ShiftOpened', 'ShiftClosed'].map((kind) => make.action(kind as UnitDayKind, { subject }));
    const after = (...actions: (typeof open)[]) =>
      foldUnitDay(
        actions.filter((one) => one !== undefined),
        new Map(),
      );
    const officer = buildOfficer();
    expect(ask('ShiftClosed', { actor: officer })).toEqual({ kind: 'notFound', what: 'shift' });
    expect(ask('ShiftClosed', { actor: officer, state: after(open) })).toBe('ok');
    expect(ask('ShiftClosed', { actor: buildOfficer('supervisor'), state: after(open) })).toEqual({
      kind: 'notFound',
      what: 'shift',
    });
    expect(ask('ShiftOpened', { actor: officer, state: after(open) })).toEqual({ kind: 'alreadyDone' });
    expect(ask('ShiftOpened', { actor: officer, state: after(open, close) })).toBe('ok');
    expect(ask('ShiftClosed', { actor: officer, state: after(open, close) })).toEqual({
      kind: 'notFound',
      what: 'shift',
    });
  });

  it('does a bag, a kit and a void once, and wants every difference named', () => {
    const make = createBuilders();
    const officer = buildOfficer();
    const done = { kind: 'alreadyDone' };
    const mismatch = { kind: 'missing', what: 'mismatch' };
    const voids = ['CodeVoided', 'SlipNumberVoided', 'ReceiptNumberVoided'] as const;
    for (const kind of ['BagSealed', 'BagReceived', 'PaperKitIssued', ...voids] as const) {
      const action = make.action(kind, { subject });
      const state = foldUnitDay([action], new Map());
      expect([kind, ask(kind, { actor: officer, state: state, payload: action.payload })]).toEqual([kind, done]);
      expect([kind, ask(kind, { actor: officer, state: state })]).toEqual([kind, 'ok']);
    }
    const other = {
      CodeVoided: { code: 'H41.26-261121-0008' },
      SlipNumberVoided: { slipNo: 'Q1/2026/0008' },
      ReceiptNumberVoided: { symbol: 'XA-26Q' },
    };
    for (const kind of voids) {
      const state = foldUnitDay([make.action(kind, { subject })], new Map());
      expect(ask(kind, { actor: officer, state: state, payload: make.payload(kind, other[kind]) })).toBe('ok');
    }
    const kit = make.action('PaperKitIssued', { subject }, { codes: ['A', 'B'], slipNumbers: ['1', '2'] });
    const kits = foldUnitDay([kit], new Map());
    const issue = (codes: string[], slipNumbers: string[]) =>
      ask('PaperKitIssued', {
        actor: officer,
        state: kits,
        payload: make.payload('PaperKitIssued', { codes, slipNumbers }),
      });
    expect(issue(['C'], ['3'])).toBe('ok');
    expect(issue(['C', 'B'], ['3'])).toEqual(done);
    expect(issue(['C'], ['3', '2'])).toEqual(done);
    const none = foldUnitDay([], new Map());
    const bag = (told: object) =>
      ask('BagReceived', { actor: officer, state: none, payload: { ...make.payload('BagReceived'), ...told } });
    expect(bag({ sealIntact: false })).toEqual(mismatch);
    expect(bag({ sealIntact: false, discrepancy: 'rách niêm phong' })).toBe('ok');
    const count = (told: object) =>
      ask('CashCounted', { actor: officer, state: none, payload: { ...make.payload('CashCounted'), ...told } });
    expect(count({})).toBe('ok');
    expect(count({ counted: 508_001 })).toEqual(mismatch);
    expect(count({ counted: 1, denominations: {} })).toBe('ok');
    const handIn = (told: object) =>
      ask('CashHandedIn', { actor: officer, state: none, payload: { ...make.payload('CashHandedIn'), ...told } });
    expect(handIn({})).toBe('ok');
    expect(handIn({ difference: -1 })).toEqual(mismatch);
    expect(handIn({ difference: -1, reason: 'thối nhầm' })).toBe('ok');
  });

  it('refuses what lies in the future', () => {
    const act = { kind: 'ShiftOpened', unitId: 'H41.26', actor: buildOfficer(), at: MORNING, happenedAt: MORNING + 1 };
    expect(canApplyUnitDay({ ...act, state: foldUnitDay([], new Map()) })).toEqual({
      ok: false,
      error: { kind: 'future' },
    });
  });
});

describe('foldUnitDay money and shifts', () => {
  it('keeps the shifts of several officers apart', () => {
    const make = createBuilders();
    const act = (kind: 'ShiftOpened' | 'ShiftClosed', officerId: string) => make.action(kind, { subject, officerId });
    const a1 = act('ShiftOpened', 'a');
    const b1 = act('ShiftOpened', 'b');
    const a2 = act('ShiftClosed', 'a');
    const a3 = act('ShiftOpened', 'a');
    const c1 = act('ShiftClosed', 'c');
    const state = foldUnitDay([a1, b1, a2, a3, c1], new Map());
    expect(
      state.shifts.map((shift) => [shift.officerId, shift.opened?.actionId ?? null, shift.closed?.actionId ?? null]),
    ).toEqual([
      ['a', a1.id, a2.id],
      ['b', b1.id, null],
      ['a', a3.id, null],
      ['c', null, c1.id],
    ]);
    expect(state.shiftOpened?.actionId).toBe(a1.id);
  });

  it('counts cash and hand-ins by ledger', () => {
    const make = createBuilders();
    const actions = [
      make.action('CashCounted', { subject }, { counted: 500 }),
      make.action('CashCounted', { subject }, { counted: 400 }),
      make.action('CashHandedIn', { subject, at: 2_000 }, { amount: 300, difference: -100 }),
      make.action('CashHandedIn', { subject, at: 1_000 }, { amount: 50, difference: 20 }),
      make.action('CashHandedIn', { subject, at: 500 }, { ledger: 'postalCharge', amount: 7 }),
    ];
    expect(foldUnitDay(actions, new Map()).cash).toEqual({
      stateFee: { counted: 400, handedIn: 350, difference: -80, handedInAt: 2_000 },
      postalCharge: { counted: null, handedIn: 7, difference: 0, handedInAt: 500 },
    });
    expect(foldUnitDay([], new Map()).cash.stateFee).toEqual({
      ...{ counted: null, handedIn: 0, difference: 0, handedInAt: null },
    });
  });

  it('passes over dossier kinds and kinds of a newer version', () => {
    const make = createBuilders();
    const opened = make.action('ShiftOpened', { subject });
    const newer = { ...make.action('ShiftOpened', { subject }), kind: 'ShiftPaused' };
    const misplaced = make.action('FormPrinted', { subject });
    const state = foldUnitDay([opened, newer, misplaced], new Map());
    expect(state.shifts).toHaveLength(1);
    expect(state.waitingActionIds).toEqual([opened.id, newer.id, misplaced.id]);
  });
});
