import { compareVi, foldVietnamese } from '../base/vietnamese';
import type { Procedure } from './procedure';

/** Words of a text without marks; everything that is no letter or digit separates. */
function wordsOf(text: string): string[] {
  return foldVietnamese(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

interface Query {
  readonly words: readonly string[];
  /** Letters and digits only: `2.000815`, `2 000815` and `2000815` ask for the same code. */
  readonly joined: string;
}

/** A procedure with everything a query is compared with, folded once. */
interface Entry {
  readonly procedure: Procedure;
  readonly code: string;
  readonly abbreviations: readonly string[];
  readonly short: readonly string[];
  readonly joinedShort: string;
  /** First letters of the short name, as officers shorten it: `dkks` for Đăng ký khai sinh. */
  readonly initials: string;
  readonly all: readonly string[];
}

function buildEntry(procedure: Procedure): Entry {
  const short = wordsOf(procedure.shortName);
  return {
    procedure,
    code: procedure.code.replace('.', ''),
    abbreviations: procedure.abbreviations.map((text) => wordsOf(text).join('')),
    short,
    joinedShort: short.join(''),
    initials: short.map((word) => word.charAt(0)).join(''),
    all: [...wordsOf(procedure.name), ...short, ...wordsOf(procedure.field.name)],
  };
}

function startsAll(words: readonly string[], starts: readonly string[]): boolean {
  return starts.every((start) => words.some((word) => word.startsWith(start)));
}

/** How well a procedure answers, 0 best; undefined when it does not. */
function rank(entry: Entry, { words, joined }: Query): number | undefined {
  if (joined === '' || entry.abbreviations.includes(joined)) return 0;
  if (entry.code.startsWith(joined)) return 1;
  if (entry.abbreviations.some((text) => text.startsWith(joined))) return 2;
  if (entry.joinedShort.startsWith(joined)) return 3;
  if (startsAll(entry.short, words)) return 4;
  if (entry.initials.startsWith(joined)) return 5;
  if (startsAll(entry.all, words)) return 6;
  return words.length === 1 && entry.code.endsWith(joined) ? 7 : undefined;
}

/** Finds procedures for a query, best first, at most `limit`. */
export type ProcedureSearch = (query: string, limit: number) => readonly Procedure[];

/**
 * Folds a catalogue once and gives its search, for pages that search at every key: a province has thousands of
 * procedures. Equal answers are ordered by name.
 */
export function buildProcedureSearch(procedures: ReadonlyMap<string, Procedure>): ProcedureSearch {
  const entries = [...procedures.values()]
    .sort((a, b) => compareVi(a.shortName, b.shortName))
    .map((procedure) => buildEntry(procedure));
  return (query, limit) => {
    const words = wordsOf(query);
    const asked = { words, joined: words.join('') };
    return entries
      .map((entry) => ({ procedure: entry.procedure, rank: rank(entry, asked) }))
      .filter((hit): hit is { procedure: Procedure; rank: number } => hit.rank !== undefined)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, limit)
      .map((hit) => hit.procedure);
  };
}

/**
 * Procedures for what an officer types: an abbreviation, a code with or without its dot, or beginnings of words in any
 * order, with or without Vietnamese marks. Best first, at most `limit`; an empty query lists them by name.
 */
export function searchProcedures(
  procedures: ReadonlyMap<string, Procedure>,
  query: string,
  limit: number,
): readonly Procedure[] {
  return buildProcedureSearch(procedures)(query, limit);
}
