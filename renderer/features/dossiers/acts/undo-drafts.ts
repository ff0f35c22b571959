import { err, ok, type Result } from '../../../../shared/base/result';
import { formatDong } from '../../../../shared/base/money';
import { formatInstant, type Instant } from '../../../../shared/base/time';
import type { PayloadOf } from '../../../../shared/domain/actions/action';
import type { Ledger } from '../../../../shared/domain/actions/action-parts';
import { findLastHandIn } from '../../../../shared/domain/cash-hand-in';
import { findRefundable } from '../../../../shared/domain/dossier-money';
import type { CollectionRecord } from '../../../../shared/domain/dossier-records';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import type { Officer } from '../../../../shared/domain/officer';
import { decideUndo, findRefundCases, type UndoPath } from '../../../../shared/domain/refund';
import type { UnitDayState } from '../../../../shared/domain/unit-day';
import { sayVi, type Message } from '../../../../shared/text/message';
import { type ApproverDraft, noApprover, readApprover } from './approver-draft';
import { findMissing, given, type FieldErrors } from './field-errors';

type Actor = Pick<Officer, 'officerId' | 'role'>;
type HandIns = readonly Pick<UnitDayState, 'cashHandIns'>[];

/** The cancelling of a collection as typed. */
export interface CancelDraft {
  readonly collectionId: string;
  readonly reason: string;
  readonly approver: ApproverDraft;
}

/** How a collection that was entered by mistake is undone, by the hand-ins of this counter. */
export function findUndoPath(collection: CollectionRecord, handIns: HandIns, now: Instant): UndoPath {
  const cashHandedInAt = collection.method === 'cash' ? findLastHandIn(collection, handIns, now) : null;
  return decideUndo({ collection, reason: 'mistake', cashHandedInAt });
}

/** Collections that may be cancelled, the newest first. */
export function listCancellable({ collections }: Pick<DossierState, 'collections'>): readonly CollectionRecord[] {
  return collections
    .filter((one) => decideUndo({ collection: one, reason: 'mistake', cashHandedInAt: null }) !== 'nothing')
    .toReversed();
}

/** A collection in one line: how much, how, when, which receipt. */
export function describeCollection({ lines, method, at, receipt }: CollectionRecord): Message {
  const amount = formatDong(lines.reduce((sum, line) => sum + line.amount, 0));
  const values = { amount, method: { key: `caseMoney.methodOf.${method}` } as const, at: formatInstant(at) };
  if (receipt === undefined) return { key: 'caseMoney.cancel.line', values };
  const said: Message | string =
    receipt.kind === 'series'
      ? { key: 'caseMoney.receipt.series', values: { symbol: receipt.symbol, number: receipt.number } }
      : receipt.number;
  return { key: 'caseMoney.cancel.lineReceipt', values: { ...values, receipt: said } };
}

/** The last collection is the one that was just mistyped. */
export function startCancel(state: Pick<DossierState, 'collections'>): CancelDraft {
  return { collectionId: listCancellable(state)[0]?.actionId ?? '', reason: '', approver: noApprover };
}

/** `path` of the chosen collection: behind a hand-in somebody has to approve on the spot. */
export function readCancel(
  draft: CancelDraft,
  { path, actor }: { readonly path: UndoPath; readonly actor: Actor },
): Result<PayloadOf<'FeeCancelled'>, FieldErrors> {
  const missing = findMissing(draft, ['collectionId', 'reason']);
  const needed = path === 'cancelWithApproval';
  const approval: ReturnType<typeof readApprover> = needed
    ? readApprover(draft.approver, { act: 'cancelAfterHandIn', actor })
    : ok({});
  if (missing || !approval.ok) return err({ ...missing, ...(approval.ok ? {} : approval.error) });
  // The leader's own word is one as well, and the record has to show it.
  const own = { approval: { kind: 'immediate' as const, approverId: actor.officerId } };
  const said = needed && approval.value.approval === undefined ? own : approval.value;
  return ok({ v: 1, collectionId: draft.collectionId, reason: draft.reason.trim(), ...said });
}

const ledgers = ['stateFee', 'postalCharge'] as const;

/** Money given back, as typed. */
export interface RefundDraft {
  readonly amounts: Readonly<Record<Ledger, number>>;
  readonly method: 'cash' | 'transfer';
  readonly payee: string;
  readonly voucherNo: string;
  readonly reason: string;
  readonly approver: ApproverDraft;
}

/** Ledgers that still hold money of the dossier, with the most that may go back. */
export function listRefundable(state: DossierState): readonly { readonly ledger: Ledger; readonly most: number }[] {
  const left = findRefundable(state);
  return ledgers.flatMap((ledger) => (left[ledger] > 0 ? [{ ledger, most: left[ledger] }] : []));
}

/** What the rules put up for decision: its sums, and its ground for a reason. Paid back to whoever stood at the counter. */
export function startRefund(state: DossierState): RefundDraft {
  const cases = findRefundCases(state);
  const amountOf = (ledger: Ledger) => cases.find((one) => one.ledger === ledger)?.amount ?? 0;
  const ground = cases[0]?.ground;
  return {
    amounts: { stateFee: amountOf('stateFee'), postalCharge: amountOf('postalCharge') },
    method: 'cash',
    payee: state.submitter?.name ?? '',
    voucherNo: '',
    reason: ground === undefined ? '' : sayVi({ key: `caseMoney.refund.ground.${ground}` }),
    approver: noApprover,
  };
}

/** Sums within what is left of each ledger; the names of lines are the ledgers', because fees are not split back. */
export function readRefund(
  draft: RefundDraft,
  { state, actor }: { readonly state: DossierState; readonly actor: Actor },
): Result<PayloadOf<'FeeRefunded'>, FieldErrors> {
  const left = findRefundable(state);
  const over = ledgers.filter((ledger) => draft.amounts[ledger] > left[ledger]);
  const overs: FieldErrors = Object.fromEntries(
    over.map((ledger): [string, Message] => [
      ledger,
      { key: 'caseMoney.refund.tooMuch', values: { amount: formatDong(left[ledger]) } },
    ]),
  );
  const lines = ledgers.flatMap((ledger) =>
    draft.amounts[ledger] > 0
      ? [{ ledger, name: sayVi({ key: `caseMoney.ledger.${ledger}` }), amount: draft.amounts[ledger] }]
      : [],
  );
  const none: FieldErrors =
    lines.length === 0 ? { [listRefundable(state)[0]?.ledger ?? 'stateFee']: { key: 'dossiers.act.noAmount' } } : {};
  const missing = findMissing(draft, ['reason', 'payee']);
  const approval = readApprover(draft.approver, { act: 'refund', actor });
  const errors = { ...none, ...overs, ...missing, ...(approval.ok ? {} : approval.error) };
  if (!approval.ok || Object.keys(errors).length > 0) return err(errors);
  const { method, reason, payee, voucherNo } = draft;
  return ok({
    ...{ v: 1, lines, method, reason: reason.trim() },
    ...given('payee', payee),
    ...given('voucherNo', voucherNo),
    ...approval.value,
  });
}
