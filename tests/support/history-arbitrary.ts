import fc from 'fast-check';
import type { Action, KnownKind } from '../../shared/domain/actions/action';
import { transitionTable } from '../../shared/domain/transition-table';
import type { Receipt, Verdict } from '../../shared/domain/verdict';
import { createBuilders } from './builders';

/** A generated history of one dossier: actions of several devices and what the province said to some of them. */
export interface GeneratedHistory {
  readonly dossierId: string;
  readonly actions: readonly Action[];
  readonly receipts: ReadonlyMap<string, Receipt>;
}

const kinds = Object.keys(transitionTable) as readonly (keyof typeof transitionTable & KnownKind)[];
const writers = [
  { deviceId: 'M01', incarnation: 'inc-1' },
  { deviceId: 'M01', incarnation: 'inc-2' },
  { deviceId: 'M02', incarnation: 'inc-1' },
] as const;

/** Every verdict the province can speak, and silence (`undefined`: the act is still waiting). */
export const verdictArbitrary: fc.Arbitrary<Verdict | undefined> = fc.constantFrom<(Verdict | undefined)[]>(
  undefined,
  { type: 'accepted' },
  { type: 'acceptedWithIssue', cause: 'transition', whoActs: 'officer' },
  { type: 'refused', cause: 'permission', whoActs: 'supervisor' },
  { type: 'quarantined', cause: 'deviceRevoked', whoActs: 'unitAdmin' },
);

const stepArbitrary = fc.record({
  kind: fc.constantFrom(...kinds),
  writer: fc.constantFrom(...writers),
  verdict: verdictArbitrary,
  field: fc.constantFrom('summary', 'returnAddress'),
  base: fc.nat(4),
  /** Which earlier act of the right kind it names, when its kind names one. */
  named: fc.nat(9),
});

type Step = typeof stepArbitrary extends fc.Arbitrary<infer S> ? S : never;

/** What a kind names of an earlier act, and by which field. */
const names: Readonly<Partial<Record<KnownKind, { readonly kind: KnownKind; readonly field: string }>>> = {
  FeeCancelled: { kind: 'FeeCollected', field: 'collectionId' },
  FeeRefunded: { kind: 'FeeCollected', field: 'collectionId' },
  ObligationFulfilled: { kind: 'ObligationNotified', field: 'notificationId' },
  HandoverConfirmed: { kind: 'HandedOver', field: 'handoverId' },
  ApologyDelivered: { kind: 'ApologyIssued', field: 'apologyId' },
  DeliveryFailed: { kind: 'OutcomeDispatched', field: 'waybill' },
};

function nameEarlier(earlier: readonly Action[], { kind, named }: Step): Record<string, unknown> {
  const naming = names[kind];
  const candidates = earlier.filter((action) => action.kind === naming?.kind);
  const action = candidates[named % Math.max(1, candidates.length)];
  if (!naming || !action) return {};
  return { [naming.field]: naming.field === 'waybill' ? action.payload['waybill'] : action.id };
}

function buildPayload(make: ReturnType<typeof createBuilders>, earlier: readonly Action[], step: Step) {
  if (step.kind !== 'DetailsCorrected') return nameEarlier(earlier, step);
  const changes =
    step.field === 'summary'
      ? { summary: `tóm tắt ${make.random.digits(3)}` }
      : { returnAddress: `Xóm ${make.random.digits(2)}` };
  return { changes };
}

function buildHistory(seed: number, steps: readonly Step[], first: KnownKind | undefined): GeneratedHistory {
  const make = createBuilders(seed);
  const dossierId = make.id();
  const subject = { type: 'dossier', id: dossierId } as const;
  const opened = { writer: writers[0], verdict: { type: 'accepted' }, field: 'summary', base: 0, named: 0 } as const;
  const opening: Step[] = first ? [{ ...opened, kind: first as Step['kind'] }] : [];
  const receipts = new Map<string, Receipt>();
  let pos = 0;
  const actions: Action[] = [];
  for (const step of [...opening, ...steps]) {
    const payload = buildPayload(make, actions, step);
    const action = make.action(step.kind, { subject, ...step.writer, base: step.base }, payload);
    actions.push(action);
    if (step.verdict) {
      if (step.verdict.type !== 'quarantined') pos += 1;
      receipts.set(action.id, make.receipt(action, { pos, verdict: step.verdict }));
    }
  }
  return { dossierId, actions, receipts };
}

/** Any history. With `first`, the dossier opens with an accepted action of that kind; else it may well be a stub. */
export function historyArbitrary(first?: KnownKind): fc.Arbitrary<GeneratedHistory> {
  return fc
    .tuple(fc.integer({ min: 0, max: 2 ** 31 }), fc.array(stepArbitrary, { maxLength: 20 }))
    .map(([seed, steps]) => buildHistory(seed, steps, first));
}

/** The same items in another order, chosen by the test run. */
export function shuffled<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}
