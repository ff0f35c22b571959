import type { FeeLine } from './actions/action-parts';
import type { Intake } from './actions/intake-payload';
import type { FeeRule } from './procedure-fee';

/** Counted things a fee depends on; what is not given counts once. */
export type FeeQuantities = Intake['quantities'];

type PricedRule = Exclude<FeeRule, { basis: 'free' }>;
/** Whether no rate is known yet: "free" is then no promise that nothing is due. */
export function isFeeUndecided(rule: FeeRule): boolean {
  return rule.basis === 'free' && rule.undecided === true;
}

const countedBy = { free: [], fixed: [], perCopy: ['copies'], perPage: ['pages', 'copies'] } as const;

/** What must be counted before the fee can be: asked by the procedure, needed by the rule, and not given. */
export function listUncounted(
  rule: FeeRule,
  asked: readonly ('pages' | 'copies')[],
  quantities: FeeQuantities,
): readonly ('pages' | 'copies')[] {
  return countedBy[rule.basis].filter((one) => asked.includes(one) && quantities[one] === undefined);
}

function amountPerCopy(rule: Extract<FeeRule, { basis: 'perPage' }>, pages: number): number {
  const first = Math.min(pages, rule.threshold) * rule.amount;
  const beyond = Math.max(0, pages - rule.threshold) * rule.amountAfter;
  return Math.min(rule.max, first + beyond);
}

function mainAmount(rule: PricedRule, { pages = 1, copies = 1 }: FeeQuantities): number {
  if (rule.basis === 'fixed') return rule.amount;
  return (rule.basis === 'perPage' ? amountPerCopy(rule, pages) : rule.amount) * copies;
}

/** A line before any waiver. */
export interface GrossLine extends FeeLine {
  readonly waivable: boolean;
}

/** State fee lines of a rule before any waiver, amounts in đồng; none when the procedure is free. */
export function listGrossLines(rule: FeeRule, quantities: FeeQuantities): readonly GrossLine[] {
  if (rule.basis === 'free') return [];
  const { copies = 1 } = quantities;
  const further = (rule.further ?? []).map(({ name, amount, per, notWaived }) => ({
    ledger: 'stateFee' as const,
    name,
    amount: per === 'copy' ? amount * copies : amount,
    waivable: notWaived !== true,
  }));
  return [{ ledger: 'stateFee', name: rule.name, amount: mainAmount(rule, quantities), waivable: true }, ...further];
}

/**
 * State fee lines of a dossier, amounts in đồng; none when the procedure is free. `perPage` counts the pages of one copy
 * and multiplies by the copies, each copy at most `max`. Postal charges are another ledger and never come from here.
 */
export function decideFees(rule: FeeRule, quantities: FeeQuantities): FeeLine[] {
  return listGrossLines(rule, quantities).map(({ ledger, name, amount }) => ({ ledger, name, amount }));
}

/** Sum of fee lines of one ledger, in đồng. */
export function sumFees(lines: readonly FeeLine[], ledger: FeeLine['ledger']): number {
  return lines.filter((line) => line.ledger === ledger).reduce((sum, line) => sum + line.amount, 0);
}
