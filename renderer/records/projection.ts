import { foldVietnamese } from '../../shared/base/vietnamese';
import type { ProjectionRow } from './dossier-row';
import { newFactTable, putFact, saveFacts, type FactTable } from './fact-table';
import { newSearchText, putSearchLine, searchLines, searchText, type SearchText } from './search-text';

/** Everything the worker holds. Rebuildable: the store is the source, the journal the source of that. */
export interface Projection {
  readonly facts: FactTable;
  readonly lines: SearchText;
}

/** What a snapshot was made from; one of another journal or shape is worth nothing. */
export interface SnapshotHead {
  readonly generation: string;
  readonly shape: number;
  /** Every change up to this journal line is in it. */
  readonly appliedLine: number;
}

interface SavedProjection extends SnapshotHead {
  readonly ids: readonly string[];
  readonly words: readonly string[];
  readonly lines: readonly (readonly [id: string, line: string])[];
}

const LENGTH_BYTES = 4;

/** An empty projection. */
export function newProjection(): Projection {
  return { facts: newFactTable(), lines: newSearchText() };
}

/** Adds or replaces a dossier; an older row than the known one is passed over. */
export function putRow({ facts, lines }: Projection, { fact, line }: ProjectionRow): void {
  if (putFact(facts, fact)) putSearchLine(lines, fact.id, line);
}

/** Ids of dossiers that match what was typed, newest change first. */
export function search(projection: Projection, query: string, limit: number): string[] {
  return searchText(projection.lines, foldVietnamese(query), limit);
}

/** Everything as bytes: length of the text part, the text part as JSON, the fact cells. To be sealed before it is kept. */
export function encodeProjection({ facts, lines }: Projection, head: SnapshotHead): Uint8Array<ArrayBuffer> {
  const { ids, words, cells } = saveFacts(facts);
  const saved: SavedProjection = { ...head, ids, words, lines: [...searchLines(lines)] };
  const text = new TextEncoder().encode(JSON.stringify(saved));
  const bytes = new Uint8Array(LENGTH_BYTES + text.length + cells.byteLength);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(text, LENGTH_BYTES);
  bytes.set(new Uint8Array(cells.buffer), LENGTH_BYTES + text.length);
  return bytes;
}

/** Reads what {@link encodeProjection} made; `undefined` when it belongs to another journal or shape. */
export function findProjection(
  bytes: Uint8Array<ArrayBuffer>,
  { generation, shape }: Omit<SnapshotHead, 'appliedLine'>,
): { readonly projection: Projection; readonly appliedLine: number } | undefined {
  const textEnd = LENGTH_BYTES + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const saved = JSON.parse(new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, textEnd))) as SavedProjection;
  if (saved.generation !== generation || saved.shape !== shape) return undefined;
  const cells = new Float64Array(bytes.slice(textEnd).buffer);
  const lines = newSearchText();
  for (const [id, line] of saved.lines) putSearchLine(lines, id, line);
  const facts = newFactTable({ ids: saved.ids, words: saved.words, cells });
  return { projection: { facts, lines }, appliedLine: saved.appliedLine };
}
