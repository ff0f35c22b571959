import { err, ok, type Result } from '../base/result';
import type { FeeLine } from './actions/action-parts';
import type { Intake } from './actions/intake-payload';
import { decideCondition, type Answers } from './case-question';
import { listGrossLines, type FeeQuantities } from './fees';
import type { FeeRule, FeeWaiverRule } from './procedure-fee';

/** What is asked of the citizen and what is not, with its ground. Amounts in đồng. */
export interface FeeQuote {
  readonly lines: readonly FeeLine[];
  /** Sum before any waiver. */
  readonly gross: number;
  readonly due: number;
  readonly waived: number;
  /** Why less than the full fee is asked: the free rule's ground, or the waiver's; null when all is asked. */
  readonly ground: string | null;
  /** To be written into the reception; null unless something was waived. */
  readonly waiver: NonNullable<Intake['feeWaiver']> | null;
}

/** Why a waiver cannot be applied. */
export type WaiverFault = { readonly kind: 'unknownWaiver' } | { readonly kind: 'proofMissing' };

/** A waiver somebody chose, with the paper that shows it. */
export interface ChosenWaiver {
  readonly waiverId: string;
  readonly proof?: string;
}

function sum(lines: readonly { readonly amount: number }[]): number {
  return lines.reduce((total, line) => total + line.amount, 0);
}

/** Waivers whose condition the answers fulfil, in the order of the rule; the officer is offered the first. */
export function findWaivers(rule: FeeRule, answers: Answers): readonly FeeWaiverRule[] {
  const waivers = rule.basis === 'free' ? [] : (rule.waivers ?? []);
  return waivers.filter((one) => one.condition !== undefined && decideCondition(one.condition, answers) === 'holds');
}

/** Part of an amount that is not asked, in whole đồng rounded down: the state never loses by rounding. */
function waivedPart(amount: number, percent: number): number {
  return Math.floor((amount * percent) / 100);
}

/**
 * Quotes the state fees of a dossier, with the waiver somebody chose. A waived line stays on the slip with what remains of
 * it; a line fully waived goes. One waiver applies, as the law gives the most favourable one (provisional).
 */
export function quoteFees(
  rule: FeeRule,
  quantities: FeeQuantities,
  chosen?: ChosenWaiver,
): Result<FeeQuote, WaiverFault> {
  const gross = listGrossLines(rule, quantities);
  const total = sum(gross);
  const plain = { lines: gross.map(({ ledger, name, amount }) => ({ ledger, name, amount })), gross: total };
  if (rule.basis === 'free') return ok({ ...plain, due: 0, waived: 0, ground: rule.ground, waiver: null });
  if (!chosen) return ok({ ...plain, due: total, waived: 0, ground: null, waiver: null });
  const waiver = rule.waivers?.find((one) => one.id === chosen.waiverId);
  if (!waiver) return err({ kind: 'unknownWaiver' });
  const proof = (chosen.proof ?? '').trim();
  if (waiver.needsProof && proof === '') return err({ kind: 'proofMissing' });
  const lines = gross
    .map(({ waivable, amount, ...line }) => ({
      ...line,
      amount: amount - (waivable ? waivedPart(amount, waiver.percent) : 0),
    }))
    .filter((line) => line.amount > 0);
  const due = sum(lines);
  const { ground, id: waiverId } = waiver;
  return ok({
    lines,
    gross: total,
    due,
    waived: total - due,
    ground,
    waiver: { ground, waiverId, amount: total - due, ...(proof === '' ? {} : { proof }) },
  });
}
