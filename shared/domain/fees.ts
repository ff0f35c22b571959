import { assertNever } from '../base/result';
import type { FeeLine, Intake } from './actions/dossier-actions';
import type { FeeRule } from './procedure';

/** Counted things a fee depends on; what is not given counts once. */
export type FeeQuantities = Intake['quantities'];

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

/**
 * State fee lines of a dossier, amounts in đồng; none when the procedure is free. `perPage` counts the pages of one copy
 * and multiplies by the copies, each copy at most `max`. Postal charges are another ledger and never come from here.
 */
export function decideFees(rule: FeeRule, quantities: FeeQuantities): FeeLine[] {
  const copies = quantities.copies ?? 1;
  switch (rule.basis) {
    case 'free':
      return [];
    case 'fixed':
      return [{ ledger: 'stateFee', name: rule.name, amount: rule.amount }];
    case 'perCopy':
      return [{ ledger: 'stateFee', name: rule.name, amount: rule.amount * copies }];
    case 'perPage':
      return [{ ledger: 'stateFee', name: rule.name, amount: amountPerCopy(rule, quantities.pages ?? 1) * copies }];
    default:
      return assertNever(rule, 'decideFees');
  }
}

/** Sum of fee lines of one ledger, in đồng. */
export function sumFees(lines: readonly FeeLine[], ledger: FeeLine['ledger']): number {
  return lines.filter((line) => line.ledger === ledger).reduce((sum, line) => sum + line.amount, 0);
}
