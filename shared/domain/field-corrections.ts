import type { PayloadOf } from './actions/action';
import type { ActMark, ClaimedField, FieldConflict } from './dossier-records';
import type { DossierFacts } from './dossier-shape';

const fields = ['parties', 'summary', 'returnMethod', 'returnAddress'] as const;

/** Whether the writer of `later` had `earlier` before its eyes: its own earlier act, or one accepted by then. */
export function hasSeen(later: ActMark, earlier: ActMark): boolean {
  const sameWriter = later.deviceId === earlier.deviceId && later.incarnation === earlier.incarnation;
  if (sameWriter) return earlier.seq < later.seq;
  return earlier.pos !== null && earlier.pos <= later.base;
}

function settle(conflicts: readonly FieldConflict[], field: ClaimedField, by: ActMark): readonly FieldConflict[] {
  return conflicts.map((conflict) =>
    conflict.field === field && hasSeen(by, conflict.kept) && hasSeen(by, conflict.other)
      ? { ...conflict, resolved: true }
      : conflict,
  );
}

/** A decision that wants to set a field. */
export interface FieldClaim {
  readonly field: ClaimedField;
  readonly mark: ActMark;
  readonly value: unknown;
}

/**
 * Asks whether a decision may set a field. Of two decisions about one field that had not seen each other the first in order
 * counts and the other is kept as a conflict; a decision that saw both settles it.
 */
export function claimField(
  facts: DossierFacts,
  { field, mark, value }: FieldClaim,
): { readonly facts: DossierFacts; readonly granted: boolean } {
  const source = facts.fieldSources[field];
  if (source && !hasSeen(mark, source)) {
    const conflict: FieldConflict = { field, kept: source, other: mark, otherValue: value, resolved: false };
    return { facts: { ...facts, fieldConflicts: [...facts.fieldConflicts, conflict] }, granted: false };
  }
  const fieldSources = { ...facts.fieldSources, [field]: mark };
  return {
    facts: { ...facts, fieldSources, fieldConflicts: settle(facts.fieldConflicts, field, mark) },
    granted: true,
  };
}

/** Applies a correction field by field. Corrections of different fields merge; see {@link claimField} for the same one. */
export function applyCorrection(
  facts: DossierFacts,
  mark: ActMark,
  payload: PayloadOf<'DetailsCorrected'>,
): DossierFacts {
  let changed = facts;
  for (const field of fields) {
    const value = payload.changes[field];
    if (value === undefined) continue;
    const claim = claimField(changed, { field, mark, value });
    changed = claim.granted ? { ...claim.facts, [field]: value } : claim.facts;
  }
  return changed;
}
