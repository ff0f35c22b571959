import { err, ok, type Result } from '../../../../shared/base/result';
import type { PayloadOf } from '../../../../shared/domain/actions/action';
import type { FeeLine } from '../../../../shared/domain/actions/action-parts';
import { shownCode } from '../../../../shared/domain/dossier-codes';
import type { CollectionRecord } from '../../../../shared/domain/dossier-records';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import type { Officer } from '../../../../shared/domain/officer';
import type { FeeRule, FeeWaiverRule } from '../../../../shared/domain/procedure-fee';
import type { ReceiptSeries } from '../../../../shared/domain/receipt-series';
import { sayVi } from '../../../../shared/text/message';
import { type ApproverDraft, noApprover, readApprover } from './approver-draft';
import { findMissing, given, type FieldErrors } from './field-errors';

type Collection = PayloadOf<'FeeCollected'>;

/** Stands for a ground that is no waiver of the procedure's rule. */
export const OTHER_WAIVER = 'khac';

/** Why a fee is not asked, as typed. `choice`: a waiver of the rule, or {@link OTHER_WAIVER}. */
export interface WaiverDraft {
  readonly choice: string;
  readonly ground: string;
  readonly proof: string;
  readonly approver: ApproverDraft;
}

/** Money as typed: a line a fee. */
export interface FeeDraft {
  readonly lines: readonly FeeLine[];
  readonly method: Collection['method'];
  /** The announced transfer whose money has come; null: a collection of its own. */
  readonly announcedId: string | null;
  readonly reference: string;
  /** The bank has shown the transfer. */
  readonly hasArrived: boolean;
  /** Number read off a pre-printed sheet; empty: the next one. */
  readonly receiptNo: string;
  readonly waiver: WaiverDraft;
}

type Owing = Pick<DossierState, 'fees' | 'collected' | 'waived'>;

/** What is still owed, fee by fee: money taken and fees waived are taken off within their own ledger, first fee first. */
export function listOwed(state: Owing): readonly FeeLine[] {
  const settled = {
    stateFee: state.collected.stateFee + state.waived.stateFee,
    postalCharge: state.collected.postalCharge + state.waived.postalCharge,
  };
  return state.fees.map((line) => {
    const off = Math.min(line.amount, settled[line.ledger]);
    settled[line.ledger] -= off;
    return { ...line, amount: line.amount - off };
  });
}

/** Everything due is known here and nothing of it is left. Of a stub, or where no rate is known, that cannot be said. */
export function owesNothing(state: DossierState): boolean {
  return !state.stub && !state.feeUndecided && listOwed(state).every((line) => line.amount === 0);
}

/** Transfers the bank has not shown yet. */
export function listAnnounced({ collections }: Pick<DossierState, 'collections'>): readonly CollectionRecord[] {
  return collections.filter((one) => one.state === 'announced' && one.reference !== undefined);
}

/** What is owed, in cash. Where no fee is known (a stub) one empty line stands ready. */
export function startFee(state: DossierState): FeeDraft {
  const owed = listOwed(state);
  const blank: FeeLine = { ledger: 'stateFee', name: sayVi({ key: 'caseMoney.ledger.stateFee' }), amount: 0 };
  return {
    lines: owed.length > 0 ? owed : [blank],
    method: 'cash',
    announcedId: null,
    reference: shownCode(state),
    hasArrived: false,
    receiptNo: '',
    waiver: { choice: OTHER_WAIVER, ground: '', proof: '', approver: noApprover },
  };
}

/** The draft for the money of an announced transfer; null goes back to a collection of its own. */
export function chooseAnnounced(draft: FeeDraft, state: DossierState, announcedId: string | null): FeeDraft {
  const announced = listAnnounced(state).find((one) => one.actionId === announcedId);
  if (announced === undefined) return { ...startFee(state), waiver: draft.waiver };
  const { lines, method, reference = '' } = announced;
  return { ...draft, lines, method, reference, announcedId, hasArrived: true };
}

/** Another way of paying. Only state fees can be waived, so that only they are asked about then. */
export function chooseMethod(draft: FeeDraft, state: DossierState, method: Collection['method']): FeeDraft {
  if (method === draft.method) return draft;
  const fresh = startFee(state).lines;
  if (method === 'waived') return { ...draft, method, lines: fresh.filter((line) => line.ledger === 'stateFee') };
  return { ...draft, method, lines: draft.method === 'waived' ? fresh : draft.lines };
}

/** Waivers of the procedure's fee rule, as the officer may choose them. */
export function listWaivers(rule: FeeRule | undefined): readonly FeeWaiverRule[] {
  return rule === undefined || rule.basis === 'free' ? [] : (rule.waivers ?? []);
}

/** Takes a waiver of the rule: its ground, and its part of what is owed (rounded down: the state loses nothing). */
export function chooseWaiver(draft: FeeDraft, state: DossierState, waiver: FeeWaiverRule | undefined): FeeDraft {
  if (waiver === undefined) return { ...draft, waiver: { ...draft.waiver, choice: OTHER_WAIVER, ground: '' } };
  const owed = startFee(state).lines.filter((line) => line.ledger === 'stateFee');
  const lines = owed.map((line) => ({ ...line, amount: Math.floor((line.amount * waiver.percent) / 100) }));
  return { ...draft, lines, waiver: { ...draft.waiver, choice: waiver.id, ground: waiver.ground } };
}

/** What a form of money is read with. */
export interface FeeAround {
  readonly state: Owing;
  readonly actor: Pick<Officer, 'officerId' | 'role'>;
  readonly waivers: readonly FeeWaiverRule[];
  /** Series whose pre-printed sheets this counter holds; undefined: none. */
  readonly book: ReceiptSeries | undefined;
}

function readWaiver(draft: FeeDraft, lines: readonly FeeLine[], around: FeeAround): Result<Collection, FieldErrors> {
  const { choice, approver, ...words } = draft.waiver;
  const rule = around.waivers.find((one) => one.id === choice);
  const missing = findMissing(words, rule?.needsProof === true ? ['ground', 'proof'] : ['ground']);
  const approval = readApprover(approver, { act: 'feeWaiver', actor: around.actor });
  const left = listOwed(around.state)
    .filter((line) => line.ledger === 'stateFee')
    .reduce((sum, line) => sum + line.amount, 0);
  const over = lines.reduce((sum, line) => sum + line.amount, 0) > left;
  if (missing || !approval.ok || over) {
    const amount: FieldErrors = over ? { amount: { key: 'caseMoney.overWaived' } } : {};
    return err({ ...amount, ...missing, ...(approval.ok ? {} : approval.error) });
  }
  const waiver = {
    ground: words.ground.trim(),
    ...given('proof', words.proof),
    ...(rule === undefined ? {} : { waiverId: rule.id }),
  };
  return ok({ v: 1, lines: [...lines], method: 'waived', waiver, ...approval.value });
}

function readSheetNumber(
  text: string,
  book: ReceiptSeries | undefined,
): Result<Pick<Collection, 'receipt'>, FieldErrors> {
  const digits = text.replaceAll(/\s/g, '');
  if (book === undefined || digits === '') return ok({});
  const { formNo, symbol, from, to } = book;
  const number = Number(digits);
  const fits = /^\d{1,9}$/.test(digits) && number >= from && number <= to;
  if (!fits) return err({ receiptNo: { key: 'caseMoney.receipt.badNumber', values: { from, to } } });
  return ok({ receipt: { kind: 'series', formNo, symbol, number } });
}

/** A transfer counts when the bank has shown it; until then its reference is what the bank's money is known by. */
function readTransfer({ method, reference, hasArrived }: FeeDraft): Result<Partial<Collection>, FieldErrors> {
  if (method === 'cash') return ok({});
  const missing = method === 'transfer' && !hasArrived ? findMissing({ reference }, ['reference']) : undefined;
  if (missing) return err(missing);
  return ok({ ...given('reference', reference), ...(method === 'transfer' ? { confirmed: hasArrived } : {}) });
}

/** Lines with an amount; nothing is no collection. */
export function readFee(draft: FeeDraft, around: FeeAround): Result<Collection, FieldErrors> {
  const lines = draft.lines.filter((line) => line.amount > 0);
  if (lines.length === 0) return err({ amount: { key: 'dossiers.act.noAmount' } });
  if (draft.method === 'waived') return readWaiver(draft, lines, around);
  const transfer = readTransfer(draft);
  const sheet = readSheetNumber(draft.receiptNo, around.book);
  if (!transfer.ok || !sheet.ok) {
    return err({ ...(transfer.ok ? {} : transfer.error), ...(sheet.ok ? {} : sheet.error) });
  }
  return ok({ v: 1, lines, method: draft.method, ...transfer.value, ...sheet.value });
}
