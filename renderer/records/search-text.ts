const CHUNK_ROWS = 1024;
// Beyond these a query is no longer typed by a person.
const MAX_TOKENS = 12;
const MAX_QUERY = 200;

/**
 * One folded line per dossier, held in chunks of plain text: a scan with `indexOf` is flat in time whatever is typed,
 * needs no index to build or store, and finds any word order.
 */
export interface SearchText {
  readonly chunks: Chunk[];
  /** Serial number of the living row of each dossier; older rows of it are dead. */
  readonly serials: Map<string, number>;
  nextSerial: number;
}

interface Chunk {
  /** Lines, each ended by `\n`. */
  text: string;
  readonly starts: number[];
  readonly ids: string[];
  readonly firstSerial: number;
}

/** Words match from their beginning, numbers and codes anywhere (a tail of a phone number is typed more often than its head). */
function buildNeedles(foldedQuery: string): string[] {
  const tokens = foldedQuery
    .slice(0, MAX_QUERY)
    .split(/\s+/)
    .filter((token) => token !== '');
  return [...new Set(tokens.slice(0, MAX_TOKENS).map((token) => (/\d/.test(token) ? token : ` ${token}`)))];
}

function countHits(text: string, needle: string): number {
  let hits = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) hits += 1;
  return hits;
}

/** Rarest needle first, judged by one chunk: scanning for it leaves the fewest lines to look at. */
function orderByRarity(needles: readonly string[], sample: string): string[] {
  const weighed = needles.map((needle) => ({ needle, hits: countHits(sample, needle) }));
  return weighed.sort((a, b) => a.hits - b.hits || b.needle.length - a.needle.length).map(({ needle }) => needle);
}

/** Index of the row that holds a text position. */
function rowAt(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lineOf(chunk: Chunk, row: number): string {
  return chunk.text.slice(chunk.starts[row] ?? 0, (chunk.starts[row + 1] ?? chunk.text.length) - 1);
}

/** Rows of a chunk that hold all needles, oldest first. */
function scanChunk(chunk: Chunk, needles: readonly string[]): number[] {
  const [rarest = '', ...others] = needles;
  const rows: number[] = [];
  let at = chunk.text.indexOf(rarest);
  while (at >= 0) {
    const row = rowAt(chunk.starts, at);
    const line = lineOf(chunk, row);
    if (others.every((needle) => line.includes(needle))) rows.push(row);
    const next = chunk.starts[row + 1];
    if (next === undefined) break;
    at = chunk.text.indexOf(rarest, next);
  }
  return rows;
}

function appendLine(lines: SearchText, id: string, line: string): void {
  let last = lines.chunks.at(-1);
  if (last === undefined || last.ids.length >= CHUNK_ROWS) {
    last = { text: '', starts: [], ids: [], firstSerial: lines.nextSerial };
    lines.chunks.push(last);
  }
  last.starts.push(last.text.length);
  last.ids.push(id);
  last.text += `${line.replaceAll('\n', ' ')}\n`;
  lines.serials.set(id, lines.nextSerial);
  lines.nextSerial += 1;
}

function compact(lines: SearchText): void {
  const living = [...searchLines(lines)];
  lines.chunks.length = 0;
  lines.nextSerial = 0;
  for (const [id, line] of living) appendLine(lines, id, line);
}

/** An empty text. */
export function newSearchText(): SearchText {
  return { chunks: [], serials: new Map(), nextSerial: 0 };
}

/** Adds or replaces the line of a dossier. A line is folded words, each preceded by one space. */
export function putSearchLine(lines: SearchText, id: string, line: string): void {
  appendLine(lines, id, line);
  if (lines.nextSerial > lines.serials.size * 1.25 + CHUNK_ROWS) compact(lines);
}

/** All living lines, oldest change first. */
export function* searchLines(lines: SearchText): IterableIterator<readonly [id: string, line: string]> {
  for (const chunk of lines.chunks) {
    for (const [row, id] of chunk.ids.entries()) {
      if (lines.serials.get(id) === chunk.firstSerial + row) yield [id, lineOf(chunk, row)];
    }
  }
}

/** Ids of dossiers whose line holds every token of the query, most recently changed first. */
export function searchText(lines: SearchText, foldedQuery: string, limit: number): string[] {
  const needles = orderByRarity(buildNeedles(foldedQuery), lines.chunks.at(-1)?.text ?? '');
  const found: string[] = [];
  if (needles.length === 0) return found;
  for (const chunk of lines.chunks.toReversed()) {
    for (const row of scanChunk(chunk, needles).reverse()) {
      const id = chunk.ids[row] ?? '';
      if (lines.serials.get(id) !== chunk.firstSerial + row) continue;
      found.push(id);
      if (found.length >= limit) return found;
    }
  }
  return found;
}
