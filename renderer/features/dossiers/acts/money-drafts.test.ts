import { describe, expect, it } from 'vitest';
import { payloadSchemas, type KnownKind, type PayloadOf } from '../../../../shared/domain/actions/action';
import { foldDossier, type DossierState } from '../../../../shared/domain/dossier-state';
import type { FeeWaiverRule } from '../../../../shared/domain/procedure-fee';
import type { ReceiptSeries } from '../../../../shared/domain/receipt-series';
import { canApply } from '../../../../shared/domain/transitions';
import { buildOfficer, createBuilders, MORNING } from '../../../../tests/support/builders';
import { listApprovers, needsApproval, noApprover, readApprover } from './approver-draft';
import {
  chooseAnnounced,
  chooseMethod,
  chooseWaiver,
  type FeeDraft,
  listAnnounced,
  listOwed,
  listWaivers,
  owesNothing,
  readFee,
  startFee,
} from './fee-draft';
import { describeReceiptPlan, findSeries } from './receipt-plan';
import {
  findUndoPath,
  listCancellable,
  listRefundable,
  readCancel,
  readRefund,
  startCancel,
  startRefund,
} from './undo-drafts';
import { listCashDays } from './use-hand-ins';

type Step = { readonly [K in KnownKind]: readonly [K, Partial<PayloadOf<K>>?] }[KnownKind];

const officer = buildOfficer();
const leader = buildOfficer('supervisor');
const fees = [
  { ledger: 'stateFee' as const, name: 'Lệ phí', amount: 8_000 },
  { ledger: 'postalCharge' as const, name: 'Cước', amount: 30_000 },
];

function stateAfter(...steps: readonly Step[]): DossierState {
  const builders = createBuilders(11);
  const dossierId = builders.id();
  const subject = { type: 'dossier', id: dossierId } as const;
  const actions = steps.map(([kind, payload]) => builders.action(kind, { subject }, payload as never));
  return foldDossier({ dossierId, actions, receipts: new Map() });
}

const received = (...more: readonly Step[]): DossierState => stateAfter(['DossierReceived', { fees }], ...more);

/** Whatever a form gives fits its kind, and the door lets it pass. */
function expectAllowed(kind: KnownKind, state: DossierState, read: { readonly ok: boolean; readonly value?: unknown }) {
  expect(read).toMatchObject({ ok: true });
  expect(payloadSchemas[kind].safeParse(read.value).error).toBeUndefined();
  const at = MORNING + 3_600_000;
  expect(canApply({ state, kind, payload: read.value, actor: officer, at, happenedAt: at })).toEqual({
    ok: true,
    value: null,
  });
}

const errorsOf = (read: { readonly ok: boolean; readonly error?: object }): string[] =>
  read.ok ? [] : Object.keys(read.error ?? {}).sort();
const around = (state: DossierState) => ({ state, actor: officer, waivers: [], book: undefined });

describe('fee', () => {
  it('asks for what is still owed, ledger by ledger, after money and waivers', () => {
    const collected = { stateFee: 5_000, postalCharge: 0 };
    const owed = (waived: number) =>
      listOwed({ fees, collected, waived: { stateFee: waived, postalCharge: 0 } }).map((line) => line.amount);
    expect(owed(0)).toEqual([3_000, 30_000]);
    expect(owed(1_000)).toEqual([2_000, 30_000]);
    expect(owed(9_000)).toEqual([0, 30_000]);
  });

  it('is nothing when nothing was taken', () => {
    const state = received();
    const draft = startFee(state);
    expectAllowed('FeeCollected', state, readFee(draft, around(state)));
    const none = { ...draft, lines: draft.lines.map((line) => ({ ...line, amount: 0 })) };
    expect(errorsOf(readFee(none, around(state)))).toEqual(['amount']);
    expect(startFee(stateAfter(['HandedOver'])).lines).toHaveLength(1);
  });

  it('says that nothing is owed only where that is known', () => {
    const state = { ...received(), fees: [] };
    expect(owesNothing(state)).toBe(true);
    expect(owesNothing({ ...state, feeUndecided: true })).toBe(false);
    expect(owesNothing({ ...state, stub: true })).toBe(false);
    expect(owesNothing(received())).toBe(false);
  });

  it('waits for the bank, and is confirmed under the same reference', () => {
    const state = received();
    const draft: FeeDraft = { ...startFee(state), method: 'transfer' };
    const told = readFee(draft, around(state));
    expectAllowed('FeeCollected', state, told);
    expect(told.ok && told.value).toMatchObject({ confirmed: false, reference: state.code });
    expect(errorsOf(readFee({ ...draft, reference: ' ' }, around(state)))).toEqual(['reference']);
    const waiting = received([
      'FeeCollected',
      { lines: fees, method: 'transfer', confirmed: false, reference: 'QR 7' },
    ]);
    expect(waiting.feesCollected).toBe(0);
    const [announced] = listAnnounced(waiting);
    const chosen = chooseAnnounced(startFee(waiting), waiting, announced?.actionId ?? '');
    const read = readFee(chosen, around(waiting));
    expectAllowed('FeeCollected', waiting, read);
    expect(read.ok && read.value).toMatchObject({ confirmed: true, reference: 'QR 7', lines: fees });
    expect(chooseAnnounced(chosen, waiting, null)).toMatchObject({ announcedId: null, method: 'cash' });
  });

  it('takes the number of a pre-printed sheet within its book only', () => {
    const state = received();
    const book: ReceiptSeries = {
      ...{ id: 's', unitId: 'H41.26', counterId: 'quay-1', ledger: 'stateFee', kind: 'book' },
      ...{ formNo: '01BLP', symbol: 'XA', from: 10, to: 19, validFrom: '2026-01-01' },
    };
    const read = (receiptNo: string) => readFee({ ...startFee(state), receiptNo }, { ...around(state), book });
    const good = read(' 012');
    expectAllowed('FeeCollected', state, good);
    expect(good.ok && good.value.receipt).toEqual({ kind: 'series', formNo: '01BLP', symbol: 'XA', number: 12 });
    expect(read('')).not.toHaveProperty('value.receipt');
    for (const wrong of ['9', '20', '1a']) expect(errorsOf(read(wrong))).toEqual(['receiptNo']);
    const place = { unitId: 'H41.26', counterId: 'quay-1', day: '2026-11-20' };
    const [stateFee, postal] = fees;
    expect(
      findSeries(
        [book],
        place,
        [postal ?? fees[0]].filter((one) => one !== undefined),
      ),
    ).toBeUndefined();
    expect(findSeries([book], place, fees)).toBe(book);
    expect(
      findSeries(
        [book],
        { ...place, counterId: 'quay-2' },
        [stateFee ?? fees[1]].flatMap((one) => one ?? []),
      ),
    ).toBeUndefined();
    const draft = startFee(state);
    expect(describeReceiptPlan(draft, book)).toMatchObject({ key: 'caseMoney.receipt.book' });
    expect(describeReceiptPlan(draft, undefined)).toEqual({ key: 'caseMoney.receipt.none' });
    expect(describeReceiptPlan({ ...draft, method: 'transfer' }, book)).toEqual({ key: 'caseMoney.receipt.waits' });
    expect(describeReceiptPlan({ ...draft, method: 'waived' }, book)).toBeUndefined();
  });
});

describe('waiver', () => {
  const poor: FeeWaiverRule = {
    ...{ id: 'ho-ngheo', name: 'Hộ nghèo', ground: 'Điều 10 NQ 12', percent: 33, needsProof: true },
  };
  const typed = (state: DossierState, change: Partial<FeeDraft['waiver']> = {}): FeeDraft => {
    const draft = chooseMethod(startFee(state), state, 'waived');
    const approver = { approverId: '', reason: 'một người trực' };
    return { ...draft, waiver: { ...draft.waiver, ground: 'Điều 10', approver, ...change } };
  };

  it('asks about state fees only, needs its law, and goes on the leader’s list', () => {
    const state = received();
    const draft = typed(state);
    expect(draft.lines).toEqual([fees[0]]);
    const read = readFee(draft, around(state));
    expectAllowed('FeeCollected', state, read);
    expect(read.ok && read.value).toMatchObject({ method: 'waived', approval: { kind: 'deferred' } });
    expect(errorsOf(readFee(typed(state, { ground: ' ', approver: noApprover }), around(state)))).toEqual([
      'approvalReason',
      'ground',
    ]);
    expect(chooseMethod(draft, state, 'cash').lines).toEqual(fees);
  });

  it('is no more than is owed', () => {
    const state = received(['FeeCollected', { lines: [{ ledger: 'stateFee', name: 'Lệ phí', amount: 5_000 }] }]);
    const draft = typed(state);
    expect(draft.lines.map((line) => line.amount)).toEqual([3_000]);
    const more = { ...draft, lines: draft.lines.map((line) => ({ ...line, amount: 3_001 })) };
    expect(errorsOf(readFee(more, around(state)))).toEqual(['amount']);
  });

  it('takes ground and part from the rule, rounded down, and asks for the proof the rule wants', () => {
    const state = received();
    const chosen = chooseWaiver(typed(state), state, poor);
    expect(chosen.lines.map((line) => line.amount)).toEqual([2_640]);
    const rule = { ...around(state), waivers: [poor] };
    expect(errorsOf(readFee(chosen, rule))).toEqual(['proof']);
    const read = readFee({ ...chosen, waiver: { ...chosen.waiver, proof: 'Sổ 5' } }, rule);
    expectAllowed('FeeCollected', state, read);
    expect(read.ok && read.value.waiver).toEqual({ ground: poor.ground, proof: 'Sổ 5', waiverId: poor.id });
    expect(listWaivers({ basis: 'free', ground: 'x' })).toEqual([]);
  });
});

describe('approver', () => {
  it('is asked of nobody who may approve, and never the one who acts', () => {
    expect(needsApproval({ act: 'refund', actor: leader })).toBe(false);
    expect(needsApproval({ act: 'refund', actor: officer })).toBe(true);
    expect(needsApproval({ act: 'reprint', actor: officer })).toBe(false);
    const people = [officer, leader, { ...leader, officerId: 'khac' }];
    expect(listApprovers(people, leader).map((one) => one.officerId)).toEqual(['khac']);
    expect(listApprovers(people, officer)).toHaveLength(2);
  });

  it('may be put off to the close only where the rules let it', () => {
    const put = { approverId: '', reason: 'một mình' };
    expect(readApprover(put, { act: 'refund', actor: officer })).toMatchObject({ ok: true });
    expect(errorsOf(readApprover(put, { act: 'cancelAfterHandIn', actor: officer }))).toEqual(['approver']);
    expect(readApprover({ ...put, approverId: 'x' }, { act: 'cancelAfterHandIn', actor: officer })).toEqual({
      ok: true,
      value: { approval: { kind: 'immediate', approverId: 'x' } },
    });
  });
});

describe('cancellation', () => {
  const paid = () => received(['FeeCollected', { lines: fees, method: 'cash' }]);

  it('is of the last collection, with a reason', () => {
    const state = paid();
    const draft = startCancel(state);
    expect(draft.collectionId).toBe(state.collections[0]?.actionId);
    const asked = { path: 'cancel', actor: officer } as const;
    expect(errorsOf(readCancel(draft, asked))).toEqual(['reason']);
    expectAllowed('FeeCancelled', state, readCancel({ ...draft, reason: 'gõ nhầm' }, asked));
    expect(startCancel(received()).collectionId).toBe('');
  });

  it('needs somebody here once the cash was handed in, and shows the leader’s own word', () => {
    const state = paid();
    const [collection] = state.collections;
    if (collection === undefined) throw new Error('nothing collected');
    const at = collection.at + 1;
    const builders = createBuilders(5);
    const payload = builders.payload('CashHandedIn');
    const handIns = [{ cashHandIns: [{ ...payload, actionId: builders.id(), at, officerId: 'x' }] }];
    expect(findUndoPath(collection, [], at + 1)).toBe('cancel');
    expect(findUndoPath(collection, handIns, at + 1)).toBe('cancelWithApproval');
    const draft = { ...startCancel(state), reason: 'gõ nhầm' };
    expect(errorsOf(readCancel(draft, { path: 'cancelWithApproval', actor: officer }))).toEqual(['approver']);
    expect(readCancel(draft, { path: 'cancelWithApproval', actor: leader })).toMatchObject({
      value: { approval: { kind: 'immediate', approverId: leader.officerId } },
    });
    expect(listCashDays(state, collection.at + 86_400_000)).toEqual(['2026-11-21', '2026-11-20']);
    expect(listCashDays(received(), at)).toEqual([]);
  });

  it('is offered for a waiver, and for nothing that was cancelled or given back', () => {
    const waiver = { ground: 'Điều 10' };
    expect(listCancellable(received(['FeeCollected', { lines: fees, method: 'waived', waiver }]))).toHaveLength(1);
    const state = paid();
    const cancelled = {
      ...state,
      collections: state.collections.map((one) => ({ ...one, state: 'cancelled' as const })),
    };
    expect(listCancellable(cancelled)).toEqual([]);
  });
});

describe('refund', () => {
  it('gives all back after a withdrawal, no more than is left, to somebody, on a word', () => {
    const state = received(['FeeCollected', { lines: fees, method: 'cash' }], ['Withdrawn']);
    const draft = startRefund(state);
    expect(draft.amounts).toEqual({ stateFee: 8_000, postalCharge: 30_000 });
    expect(draft.reason).toBe('Công dân rút hồ sơ');
    const approver = { approverId: '', reason: 'một mình' };
    expectAllowed('FeeRefunded', state, readRefund({ ...draft, approver }, { state, actor: officer }));
    expect(errorsOf(readRefund(draft, { state, actor: officer }))).toEqual(['approvalReason']);
    const over = { ...draft, approver, payee: ' ', amounts: { stateFee: 8_001, postalCharge: 0 } };
    expect(errorsOf(readRefund(over, { state, actor: officer }))).toEqual(['payee', 'stateFee']);
    const none = { ...draft, amounts: { stateFee: 0, postalCharge: 0 } };
    expect(errorsOf(readRefund(none, { state, actor: leader }))).toEqual(['stateFee']);
  });

  it('puts nothing up where the dossier goes on and no more was taken than is due', () => {
    const state = received(['FeeCollected', { lines: fees, method: 'cash' }]);
    expect(startRefund(state)).toMatchObject({ amounts: { stateFee: 0, postalCharge: 0 }, reason: '' });
    expect(listRefundable(state)).toEqual([
      { ledger: 'stateFee', most: 8_000 },
      { ledger: 'postalCharge', most: 30_000 },
    ]);
    expect(listRefundable(received())).toEqual([]);
  });
});
