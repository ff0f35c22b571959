import type { IndexElement, IndexElementId, IndexGroupId, ServiceIndexRules } from '../domain/service-index-rules';
import { sumOf, type Ids } from './figure';
import type { ElementCounts } from './index-elements';

/** Rates (0 to 1) of elements that no local data shows: typed by the supervisor, or taken from the portal's page. */
export type IndexAssumptions = Readonly<Partial<Record<IndexElementId, number>>>;

/** One element of the estimate. */
export interface IndexLine {
  readonly id: IndexElementId;
  /** `counted`: from local dossiers; `assumed`: from an assumption, which goes before the count; `unknown`: neither. */
  readonly source: 'counted' | 'assumed' | 'unknown';
  /** Dossiers that count, those that count against, and all of them. Empty where nothing local shows it. */
  readonly good: Ids;
  readonly bad: Ids;
  /** Share of 1; null when unknown, or when there was nothing to rate. */
  readonly rate: number | null;
  readonly fullAt: number;
  /** Null when the rate is: never a zero. */
  readonly points: number | null;
  readonly maximum: number;
}

/** One group of the estimate. */
export interface IndexGroup {
  readonly id: IndexGroupId;
  readonly lines: readonly IndexLine[];
  readonly points: number;
  /** Points of the elements that have a rate; the rest of `maximum` is not known. */
  readonly knownMaximum: number;
  readonly maximum: number;
}

/** Estimate of the index of QĐ 766: what is known, and between which two figures the whole must lie. */
export interface IndexEstimate {
  readonly groups: readonly IndexGroup[];
  readonly points: number;
  readonly knownMaximum: number;
  readonly maximum: number;
  /** Unknown elements at nothing, and at their full points. */
  readonly lowest: number;
  readonly highest: number;
  readonly provisional: boolean;
}

/** Points by share, proportional up to the full mark; to hundredths. */
function pointsFor({ points, fullAt }: IndexElement, rate: number): number {
  return round(points * Math.min(1, Math.max(0, rate) / fullAt));
}

function round(value: number): number {
  return Math.round((value + Number.EPSILON) * 100) / 100;
}

function buildLine(element: IndexElement, counts: ElementCounts | undefined, assumed: number | undefined): IndexLine {
  const counted = counts?.rate ?? null;
  const rate = assumed ?? counted;
  const source = assumed !== undefined ? 'assumed' : counted === null ? 'unknown' : 'counted';
  return {
    id: element.id,
    source,
    good: counts?.good ?? [],
    bad: counts?.bad ?? [],
    rate,
    fullAt: element.fullAt,
    points: rate === null ? null : pointsFor(element, rate),
    maximum: element.points,
  };
}

/**
 * Estimates the index out of counted elements and assumptions (QĐ 766/QĐ-TTg; points provisional). An element without dossiers
 * or assumption stays unknown: null is not 0 (domain notes §1.2). What-if is the same call with other assumptions.
 */
export function estimateIndex(
  counts: ReadonlyMap<IndexElementId, ElementCounts>,
  assumptions: IndexAssumptions,
  rules: ServiceIndexRules,
): IndexEstimate {
  const groups = rules.groups.map(({ id, elements }): IndexGroup => {
    const lines = elements.map((element) => buildLine(element, counts.get(element.id), assumptions[element.id]));
    const known = lines.filter(({ points }) => points !== null);
    return {
      id,
      lines,
      points: round(sumOf(known.map(({ points }) => points ?? 0))),
      knownMaximum: round(sumOf(known.map(({ maximum }) => maximum))),
      maximum: round(sumOf(lines.map(({ maximum }) => maximum))),
    };
  });
  const sum = (pick: (group: IndexGroup) => number): number => round(sumOf(groups.map(pick)));
  const points = sum((group) => group.points);
  const knownMaximum = sum((group) => group.knownMaximum);
  const maximum = sum((group) => group.maximum);
  const highest = round(points + maximum - knownMaximum);
  return { groups, points, knownMaximum, maximum, lowest: points, highest, provisional: rules.provisional };
}

/** One change to try: a rate set outright, or so many of the dossiers that count against an element put right. */
export type IndexChange =
  | { readonly kind: 'rate'; readonly id: IndexElementId; readonly rate: number }
  | { readonly kind: 'putRight'; readonly id: IndexElementId; readonly dossiers: number };

/** An estimate beside the one it was changed from. */
export interface IndexWhatIf {
  readonly before: IndexEstimate;
  readonly after: IndexEstimate;
  /** Points won (or lost) in all, and by element; elements that stay the same are left out. */
  readonly gain: number;
  readonly changed: readonly { readonly id: IndexElementId; readonly gain: number }[];
}

/** Counting against less dossiers; as many as there are at most. Elements without dossiers stay as they are. */
function putRight(line: IndexLine, dossiers: number): number | null {
  const all = line.good.length + line.bad.length;
  if (all === 0) return null;
  return (line.good.length + Math.min(Math.max(0, dossiers), line.bad.length)) / all;
}

function linesOf(estimate: IndexEstimate): readonly IndexLine[] {
  return estimate.groups.flatMap(({ lines }) => lines);
}

/** What the index would be if some things were otherwise (supervisor only; counter notes §7). Later changes go before earlier. */
export function simulateIndex(
  input: {
    readonly counts: ReadonlyMap<IndexElementId, ElementCounts>;
    readonly assumptions: IndexAssumptions;
    readonly rules: ServiceIndexRules;
  },
  changes: readonly IndexChange[],
): IndexWhatIf {
  const { counts, assumptions, rules } = input;
  const before = estimateIndex(counts, assumptions, rules);
  const lines = new Map(linesOf(before).map((line) => [line.id, line]));
  const changed: Partial<Record<IndexElementId, number>> = { ...assumptions };
  for (const change of changes) {
    const line = lines.get(change.id);
    const rate = change.kind === 'rate' ? change.rate : line ? putRight(line, change.dossiers) : null;
    if (rate !== null) changed[change.id] = rate;
  }
  const after = estimateIndex(counts, changed, rules);
  const gains = linesOf(after).map(({ id, points }) => ({
    id,
    gain: round((points ?? 0) - (lines.get(id)?.points ?? 0)),
  }));
  return {
    before,
    after,
    gain: round(after.points - before.points),
    changed: gains.filter(({ gain }) => gain !== 0),
  };
}
