import type { AskedPaper, ReceivedPaper } from './actions/action-parts';
import type { ChecklistRow } from './paper-checklist';
import type { IndexedPaper } from './paper-index';

/** A paper somebody asks for, or that lies on the counter. */
export type AskedOrBrought = AskedPaper & Pick<Partial<ReceivedPaper>, 'volunteered'>;

/**
 * What the "do not ask again" guard finds (Nghệ An CT 43/CT-UBND, domain notes §6; NĐ 118/2025 art. 5, provisional):
 * - `atHand`: the office holds it already: needs a reason, or one key that the citizen brought it unasked;
 * - `lookup`: the office finds it itself: the same;
 * - `outsideList`: it is not on the published list: needs a legal ground, volunteered or not.
 */
export type AskFinding =
  | { readonly kind: 'atHand'; readonly paperId: string; readonly held: IndexedPaper; readonly settled: boolean }
  | { readonly kind: 'lookup'; readonly paperId: string; readonly settled: boolean }
  | { readonly kind: 'outsideList'; readonly paperId: string; readonly settled: boolean };

/** The list of the dossier and what is at hand for it ({@link findReuseForChecklist}). */
export interface AskSurroundings {
  readonly rows: readonly ChecklistRow[];
  readonly reusable: ReadonlyMap<string, IndexedPaper>;
}

function isFilled(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

/** What stands against asking for one paper; null: it may be asked. `settled`: the reason or ground is given. */
export function checkAsk(asked: AskedOrBrought, { rows, reusable }: AskSurroundings): AskFinding | null {
  const { paperId } = asked;
  const row = rows.find((one) => one.paper.id === paperId);
  if (!row) return { kind: 'outsideList', paperId, settled: isFilled(asked.ground) };
  const settled = asked.volunteered === true || isFilled(asked.repeatReason);
  if (row.paper.mode === 'lookup') return { kind: 'lookup', paperId, settled };
  const held = reusable.get(paperId);
  return held ? { kind: 'atHand', paperId, held, settled } : null;
}

/** Findings for the papers asked on a form, in their order. */
export function checkAsks(asked: readonly AskedOrBrought[], surroundings: AskSurroundings): readonly AskFinding[] {
  return asked.flatMap((one) => checkAsk(one, surroundings) ?? []);
}

function hasSheets({ counts }: ReceivedPaper): boolean {
  return counts.original + counts.certifiedCopy + counts.photocopy > 0;
}

/**
 * Findings for papers as received. A row without sheets records what was shown, looked up or reused: nothing was asked of the
 * citizen, so only papers outside the list are named.
 */
export function checkReceived(
  received: readonly ReceivedPaper[],
  surroundings: AskSurroundings,
): readonly AskFinding[] {
  return received.flatMap((paper) => {
    const finding = checkAsk(paper, surroundings);
    return finding !== null && (finding.kind === 'outsideList' || hasSheets(paper)) ? [finding] : [];
  });
}
