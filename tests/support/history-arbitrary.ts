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
});

type Step = typeof stepArbitrary extends fc.Arbitrary<infer S> ? S : never;

function buildHistory(seed: number, steps: readonly Step[], first: KnownKind | undefined): GeneratedHistory {
  const make = createBuilders(seed);
  const dossierId = make.id();
  const subject = { type: 'dossier', id: dossierId } as const;
  const opening: Step[] = first
    ? [{ kind: first as Step['kind'], writer: writers[0], verdict: { type: 'accepted' }, field: 'summary', base: 0 }]
    : [];
  const receipts = new Map<string, Receipt>();
  let pos = 0;
  const actions = [...opening, ...steps].map((step) => {
    const changes =
      step.field === 'summary'
        ? { summary: `tóm tắt ${make.random.digits(3)}` }
        : { returnAddress: `Xóm ${make.random.digits(2)}` };
    const payload = step.kind === 'DetailsCorrected' ? { changes } : {};
    const action = make.action(step.kind, { subject, ...step.writer, base: step.base }, payload);
    if (step.verdict) {
      if (step.verdict.type !== 'quarantined') pos += 1;
      receipts.set(action.id, make.receipt(action, { pos, verdict: step.verdict }));
    }
    return action;
  });
  return { dossierId, actions, receipts };
}

/** Any history. With `first`, the dossier opens with an accepted action of that kind; else it may well be a stub. */
export function historyArbitrary(first?: KnownKind): fc.Arbitrary<GeneratedHistory> {
  return fc
    .tuple(fc.integer({ min: 0, max: 2 ** 31 }), fc.array(stepArbitrary, { maxLength: 14 }))
    .map(([seed, steps]) => buildHistory(seed, steps, first));
}

/** The same items in another order, chosen by the test run. */
export function shuffled<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}
