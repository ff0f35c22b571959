import type { LocalDay } from '../base/time';
import { canonicalCode } from './code-search';
import { parseDossierCode } from './dossier-code';

/** What is odd about an official code that the province paired with a temporary number. The pairing itself is a fact. */
export type PairingDoubt =
  | { readonly kind: 'notTemporary' }
  | { readonly kind: 'notOfficial' }
  | { readonly kind: 'otherAgency'; readonly expected: string; readonly found: string }
  | { readonly kind: 'otherDay'; readonly expected: LocalDay; readonly found: LocalDay };

/**
 * Compares a pairing with the dossier it belongs to: the official code carries the receiving agency and the legal day of
 * reception (domain notes §3.2). The temporary number's own day is not compared: it may come from a doubtful clock.
 */
export function checkPairing(pairing: {
  readonly temporary: string;
  readonly official: string;
  readonly agencyId: string;
  readonly receivedDay: LocalDay;
}): readonly PairingDoubt[] {
  const doubts: PairingDoubt[] = [];
  const temporary = parseDossierCode(pairing.temporary);
  if (!temporary.ok || temporary.value.kind !== 'temporary') doubts.push({ kind: 'notTemporary' });
  const official = parseDossierCode(pairing.official);
  if (!official.ok || official.value.kind !== 'official') return [...doubts, { kind: 'notOfficial' }];
  const { agencyId, day } = official.value;
  const expected = canonicalCode(pairing.agencyId);
  if (agencyId !== expected) doubts.push({ kind: 'otherAgency', expected, found: agencyId });
  if (day !== pairing.receivedDay) doubts.push({ kind: 'otherDay', expected: pairing.receivedDay, found: day });
  return doubts;
}

/** A dossier as far as its codes go; `DossierState` fits. */
export interface CodedDossier {
  readonly dossierId: string;
  readonly code: string | null;
  readonly temporaryCode: string | null;
}

/** Every temporary number with the code that took its place (null while none came), and faults to show somebody. */
export interface PairingTable {
  readonly rows: readonly {
    readonly temporary: string;
    readonly official: string | null;
    readonly dossierId: string;
  }[];
  /** Temporary numbers on more than one dossier: two devices under one name, or a restored disk. */
  readonly repeated: readonly string[];
  /** Codes that more than one temporary number was paired with. */
  readonly shared: readonly string[];
}

function repeatsOf(codes: readonly string[]): string[] {
  const keys = codes.map(canonicalCode);
  return [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))].sort();
}

/** Puts temporary numbers and official codes side by side, sorted by temporary number. Both stay searchable for ever. */
export function buildPairingTable(dossiers: readonly CodedDossier[]): PairingTable {
  const rows = dossiers
    .flatMap(({ dossierId, code, temporaryCode }) =>
      temporaryCode === null ? [] : [{ temporary: temporaryCode, official: code, dossierId }],
    )
    .sort((a, b) => (a.temporary < b.temporary ? -1 : 1));
  return {
    rows,
    repeated: repeatsOf(rows.map((row) => row.temporary)),
    shared: repeatsOf(rows.flatMap((row) => (row.official === null ? [] : [row.official]))),
  };
}
