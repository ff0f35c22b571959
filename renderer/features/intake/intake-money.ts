import { formatDong } from '../../../shared/base/money';
import type { FeeLine } from '../../../shared/domain/actions/action-parts';
import { findWaivers, quoteFees, type FeeQuote } from '../../../shared/domain/fee-waiver';
import { isFeeUndecided, listUncounted, sumFees } from '../../../shared/domain/fees';
import type { Officer } from '../../../shared/domain/officer';
import type { Procedure, ProcedureCase } from '../../../shared/domain/procedure';
import type { FeeRule, FeeWaiverRule } from '../../../shared/domain/procedure-fee';
import { sayVi, type Message } from '../../../shared/text/message';
import { feeFreeText } from '../../../shared/text/rule-sentences';
import type { IntakeDraft } from './intake-draft';

/** Fee of a dossier: lines, sum and the rule behind them. Amounts in đồng. */
export interface IntakeFee {
  readonly lines: readonly FeeLine[];
  /** State fee and postal charge together: what the citizen pays. */
  readonly total: number;
  /** State fee before any waiver. */
  readonly gross: number;
  /** State fee that is not asked. */
  readonly waived: number;
  readonly waiver: FeeQuote['waiver'];
  /** Why the chosen waiver does not hold yet. */
  readonly waiverFault: Message | null;
  /** Waivers of the rule, those the answers call for first. */
  readonly waivers: readonly FeeWaiverRule[];
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

function describeRule(rule: Exclude<FeeRule, { basis: 'free' }>): Message {
  const amount = formatDong(rule.amount);
  if (rule.basis !== 'perPage') return { key: `intake.fee.${rule.basis}`, values: { amount } };
  const values = {
    amount,
    after: rule.threshold + 1,
    amountAfter: formatDong(rule.amountAfter),
    max: formatDong(rule.max),
  };
  return { key: 'intake.fee.perPage', values };
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

/** Id of a waiver that stands in no rule: typed by the officer with its ground. */
export const HAND_WAIVER = '';

/** The rule with the waiver typed by hand in it, so that both are quoted alike. Its proof is always asked. */
function addHandWaiver(rule: FeeRule, waiver: IntakeDraft['waiver']): FeeRule {
  const ground = (waiver?.ground ?? '').normalize('NFC').trim();
  if (rule.basis === 'free' || waiver?.waiverId !== HAND_WAIVER || ground === '') return rule;
  const { percent } = waiver;
  return { ...rule, waivers: [{ id: HAND_WAIVER, name: ground, ground, percent, needsProof: true }] };
}

interface Quoted {
  readonly quote: FeeQuote | null;
  readonly fault: Message | null;
}

function quote(rule: FeeRule, quantities: ReturnType<typeof readQuantities>, waiver: IntakeDraft['waiver']): Quoted {
  const plain = quoteFees(rule, quantities);
  const full = { quote: plain.ok ? plain.value : null, fault: null };
  if (waiver === null || rule.basis === 'free') return full;
  const { waiverId, proof } = waiver;
  const quoted = quoteFees(addHandWaiver(rule, waiver), quantities, { waiverId, proof: proof.normalize('NFC') });
  if (quoted.ok) return { quote: quoted.value, fault: null };
  const isUngrounded = quoted.error.kind === 'unknownWaiver';
  return {
    ...full,
    fault: { key: isUngrounded ? 'intakeRules.waiver.groundMissing' : 'intakeRules.waiver.proofMissing' },
  };
}

/** A hand-typed waiver is no waiver of the rule: it is written down without an id. */
function readWaiver(waiver: FeeQuote['waiver']): FeeQuote['waiver'] {
  if (waiver?.waiverId !== HAND_WAIVER) return waiver;
  const { waiverId: _none, ...typed } = waiver;
  return typed;
}

function listWaivers(rule: FeeRule, answers: IntakeDraft['answers']): readonly FeeWaiverRule[] {
  const all = rule.basis === 'free' ? [] : (rule.waivers ?? []);
  const called = findWaivers(rule, answers);
  return [...called, ...all.filter((one) => !called.includes(one))];
}

function postalLines({ postalCharge }: IntakeDraft): readonly FeeLine[] {
  return postalCharge === 0
    ? []
    : [{ ledger: 'postalCharge', name: sayVi({ key: 'intakeRules.money.postalLine' }), amount: postalCharge }];
}

/** Fee of the chosen case and channel, less what is waived; the postal charge stands on its own ledger. */
export function decideIntakeFee(
  draft: IntakeDraft,
  { procedure, procedureCase }: { readonly procedure: Procedure; readonly procedureCase: ProcedureCase },
  officer: Officer,
): IntakeFee {
  const rule = procedureCase.fees[draft.channel];
  const quantities = readQuantities(draft, procedure.quantities);
  const uncounted = listUncounted(rule, procedure.quantities, quantities);
  const { quote: found, fault } = quote(rule, quantities, draft.waiver);
  const stateLines = uncounted.length > 0 ? [] : (found?.lines ?? []).filter((line) => line.amount > 0);
  const lines = [...stateLines, ...postalLines(draft)];
  const total = sumFees(lines, 'stateFee') + sumFees(lines, 'postalCharge');
  const mayCollect = officer.delegation?.mayCollectFees ?? true;
  return {
    ...{ lines, total, uncounted, mayCollect },
    gross: uncounted.length > 0 ? 0 : (found?.gross ?? 0),
    waived: uncounted.length > 0 ? 0 : (found?.waived ?? 0),
    waiver: uncounted.length > 0 ? null : readWaiver(found?.waiver ?? null),
    waiverFault: fault,
    waivers: listWaivers(rule, draft.answers),
    isUnknown: isFeeUndecided(rule),
    isProvisional: isFeeProvisional(procedure, draft.channel),
    ground: describeFeeRule(rule),
    payment: total > 0 && mayCollect ? draft.payment : 'later',
  };
}
