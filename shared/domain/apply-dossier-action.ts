import type { KnownAction } from './actions/action';
import type { Approval } from './actions/action-parts';
import type { Applier, Appliers } from './act-appliers';
import { handlingAppliers } from './apply-handling';
import { moneyAppliers } from './apply-money';
import { outcomeAppliers } from './apply-outcome';
import { paperAppliers } from './apply-papers';
import { receptionAppliers } from './apply-reception';
import { recordAppliers } from './apply-record';
import type { ActMark } from './dossier-records';
import type { DossierFacts } from './dossier-shape';
import type { DossierKind } from './transition-table';

/** A known action about a dossier with its accepted position, if any. */
export interface PlacedAction {
  readonly action: Extract<KnownAction, { readonly kind: DossierKind }>;
  readonly pos: number | null;
}

const appliers: Appliers<DossierKind> = {
  ...receptionAppliers,
  ...paperAppliers,
  ...moneyAppliers,
  ...handlingAppliers,
  ...outcomeAppliers,
  ...recordAppliers,
};

/** Identity of an action inside the dossier. */
export function markOf({ action, pos }: PlacedAction): ActMark {
  const { id, deviceId, incarnation, seq, base } = action;
  return { actionId: id, deviceId, incarnation, seq, base, pos };
}

/** An act that waits for the leader's word goes on the list for the day's close (counter reality §1.13). */
function noteDeferred(facts: DossierFacts, { action }: PlacedAction): DossierFacts {
  const approval: Approval | undefined = 'approval' in action.payload ? action.payload.approval : undefined;
  if (approval?.kind !== 'deferred') return facts;
  const { id, kind, happenedAt, officerId, deviceId } = action;
  const entry = { actionId: id, kind, at: happenedAt, officerId, deviceId, reason: approval.reason };
  return { ...facts, deferredApprovals: [...facts.deferredApprovals, entry] };
}

/** Adds what an action says to the facts. Nothing is judged here: status and issues are `foldDossier`'s. */
export function applyDossierAction(facts: DossierFacts, placed: PlacedAction): DossierFacts {
  const { action } = placed;
  // The table of appliers is keyed by kind, which the compiler cannot follow through the union.
  const apply = appliers[action.kind] as Applier<DossierKind>;
  return noteDeferred(apply(facts, { stamp: action, payload: action.payload, mark: markOf(placed) }), placed);
}
