import type { ActionStamp, PayloadOf } from './actions/action';
import type { ActMark, FactRecord } from './dossier-records';
import type { ActLists, DossierFacts } from './dossier-shape';
import type { DossierKind } from './transition-table';

/** An act of one kind, checked, with its identity inside the dossier. */
export interface PlacedAct<K extends DossierKind> {
  readonly stamp: ActionStamp;
  readonly payload: PayloadOf<K>;
  readonly mark: ActMark;
}

/** Adds what an act of one kind says to the facts. Judges nothing: status and issues are `foldDossier`'s. */
export type Applier<K extends DossierKind> = (facts: DossierFacts, act: PlacedAct<K>) => DossierFacts;

/** Appliers of a family of kinds. */
export type Appliers<K extends DossierKind> = { readonly [Kind in K]: Applier<Kind> };

/** Payload plus who, where and when (legal time). */
export function toRecord<K extends DossierKind>({ stamp, payload }: PlacedAct<K>): FactRecord<K> {
  const { id, happenedAt, officerId, deviceId } = stamp;
  return { ...payload, actionId: id, at: happenedAt, officerId, deviceId };
}

/** One more act in the list of its kind. */
export function append<L extends keyof ActLists>(
  facts: DossierFacts,
  list: L,
  record: ActLists[L][number],
): DossierFacts {
  return { ...facts, [list]: [...facts[list], record] };
}
