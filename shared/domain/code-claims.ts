import { findKnownAction, type Action } from './actions/action';
import type { CodeClaims } from './code-accounting';

/** Claims that actions make, without ranges given back (those are journal lines of their own). */
export type ActionClaims = Omit<CodeClaims, 'returned'>;

/**
 * Reads from actions what became of official codes: receptions, voided codes and paper kits. A refused or quarantined action
 * counts all the same: its slip is out. Portal codes and temporary numbers are of no lease.
 */
export function collectCodeClaims(actions: Iterable<Action>): ActionClaims {
  const used: { code: string; dossierId: string }[] = [];
  const voided: { code: string; reason: string }[] = [];
  const kits: { kitId: string; codes: readonly string[] }[] = [];
  for (const action of actions) {
    const known = findKnownAction(action);
    if (known?.kind === 'CodeVoided') voided.push(known.payload);
    if (known?.kind === 'PaperKitIssued') kits.push(known.payload);
    if (known?.kind !== 'DossierReceived' || known.subject.type !== 'dossier') continue;
    const { code } = known.payload;
    if (code.kind === 'official') used.push({ code: code.value, dossierId: known.subject.id });
  }
  return {
    used,
    voided: voided.map(({ code, reason }) => ({ code, reason })),
    kits: kits.map(({ kitId, codes }) => ({ kitId, codes })),
  };
}
