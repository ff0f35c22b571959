import type { PayloadOf } from './actions/action';
import type { ActMark, CorrectableField, DossierFacts, FieldConflict } from './dossier-shape';

const fields: readonly CorrectableField[] = ['parties', 'summary', 'returnMethod', 'returnAddress'];

/** Whether the writer of `later` had `earlier` before its eyes: its own earlier act, or one accepted by then. */
export function hasSeen(later: ActMark, earlier: ActMark): boolean {
  const sameWriter = later.deviceId === earlier.deviceId && later.incarnation === earlier.incarnation;
  if (sameWriter) return earlier.seq < later.seq;
  return earlier.pos !== null && earlier.pos <= later.base;
}

function settle(conflicts: readonly FieldConflict[], field: CorrectableField, by: ActMark): readonly FieldConflict[] {
  return conflicts.map((conflict) =>
    conflict.field === field && hasSeen(by, conflict.kept) && hasSeen(by, conflict.other)
      ? { ...conflict, resolved: true }
      : conflict,
  );
}

/**
 * Applies a correction field by field. Corrections of different fields merge. Of two corrections of one field that had
 * not seen each other the first in order counts, the other is kept as a conflict.
 */
export function applyCorrection(
  facts: DossierFacts,
  mark: ActMark,
  payload: PayloadOf<'DetailsCorrected'>,
): DossierFacts {
  let changed = facts;
  for (const field of fields) {
    const value = payload.changes[field];
    if (value === undefined) continue;
    const source = changed.fieldSources[field];
    if (source && !hasSeen(mark, source)) {
      const conflict: FieldConflict = { field, kept: source, other: mark, otherValue: value, resolved: false };
      changed = { ...changed, fieldConflicts: [...changed.fieldConflicts, conflict] };
      continue;
    }
    changed = {
      ...changed,
      [field]: value,
      fieldSources: { ...changed.fieldSources, [field]: mark },
      fieldConflicts: settle(changed.fieldConflicts, field, mark),
    };
  }
  return changed;
}
