import { formatDong } from '../../../shared/base/money';
import type { FeeLine } from '../../../shared/domain/actions/action-parts';
import { decideFees, isFeeUndecided, listUncounted, sumFees } from '../../../shared/domain/fees';
import type { Officer } from '../../../shared/domain/officer';
import type { Procedure, ProcedureCase } from '../../../shared/domain/procedure';
import type { FeeRule } from '../../../shared/domain/procedure-fee';
import { sayVi, type Message } from '../../../shared/text/message';
import { feeFreeText } from '../../../shared/text/rule-sentences';
import type { IntakeDraft } from './intake-draft';

/** Fee of a dossier: lines, sum and the rule behind them. Amounts in đồng. */
export interface IntakeFee {
  readonly lines: readonly FeeLine[];
  readonly total: number;
  /** No rate is known: no sum may be named. */
  readonly isUnknown: boolean;
  /** The rate is not confirmed by an official text yet. */
  readonly isProvisional: boolean;
  /** What must be counted before a sum may be named; no money is taken before. */
  readonly uncounted: readonly ('pages' | 'copies')[];
  readonly ground: Message;
  /** A postal employee whose delegation does not cover money takes none. */
  readonly mayCollect: boolean;
  /** How the money comes; `later` when there is none or it may not be taken here. */
  readonly payment: IntakeDraft['payment'];
}

function describeRule(rule: Exclude<FeeRule, { basis: 'free' }>): string {
  const amount = formatDong(rule.amount);
  if (rule.basis !== 'perPage') return sayVi({ key: `intake.fee.${rule.basis}`, values: { amount } });
  const values = {
    amount,
    after: rule.threshold + 1,
    amountAfter: formatDong(rule.amountAfter),
    max: formatDong(rule.max),
  };
  return sayVi({ key: 'intake.fee.perPage', values });
}

/** Whether no official text has confirmed the fee of this channel yet. */
export function isFeeProvisional(
  { provisional }: Pick<Procedure, 'provisional'>,
  channel: IntakeDraft['channel'],
): boolean {
  return ['cases.fees', `cases.fees.${channel}`].some((field) => provisional.includes(field));
}

/** Why this fee and no other. */
export function describeFeeRule(rule: FeeRule): Message {
  if (rule.basis === 'free') {
    // "Không thu" would be a promise: an undecided fee gives its ground alone.
    return isFeeUndecided(rule)
      ? { key: 'intake.fee.unknownGround', values: { ground: rule.ground } }
      : feeFreeText(rule);
  }
  return { key: 'intake.fee.ground', values: { name: rule.name, detail: describeRule(rule) } };
}

/** Counted things as the rules take them: what was not typed is absent. */
export function readQuantities(
  draft: Pick<IntakeDraft, 'quantities'>,
  asked: readonly ('pages' | 'copies')[],
): { pages?: number; copies?: number } {
  const given = asked.filter((quantity) => draft.quantities[quantity] > 0);
  return Object.fromEntries(given.map((quantity) => [quantity, draft.quantities[quantity]]));
}

/** Fee of the chosen case and channel. */
export function decideIntakeFee(
  draft: IntakeDraft,
  { procedure, procedureCase }: { readonly procedure: Procedure; readonly procedureCase: ProcedureCase },
  officer: Officer,
): IntakeFee {
  const rule = procedureCase.fees[draft.channel];
  const quantities = readQuantities(draft, procedure.quantities);
  const uncounted = listUncounted(rule, procedure.quantities, quantities);
  const lines = uncounted.length > 0 ? [] : decideFees(rule, quantities).filter((line) => line.amount > 0);
  const total = sumFees(lines, 'stateFee');
  const mayCollect = officer.delegation?.mayCollectFees ?? true;
  const payment = total > 0 && mayCollect ? draft.payment : 'later';
  const isProvisional = isFeeProvisional(procedure, draft.channel);
  const isUnknown = isFeeUndecided(rule);
  return { lines, total, isUnknown, isProvisional, uncounted, ground: describeFeeRule(rule), mayCollect, payment };
}
