import type { AskedPaper } from '../../../../shared/domain/actions/action-parts';
import { foldVietnamese } from '../../../../shared/base/vietnamese';

/** Lines that say something, each once. */
export function listItems(text: string): readonly string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

/** A paper of the published list, and whether sheets or pages of it are on file already. */
export interface PublishedPaper {
  readonly id: string;
  readonly name: string;
  readonly onFile: boolean;
}

/** What is asked, as typed: one thing a line. */
export interface AskDraft {
  readonly items: string;
  /** What the lines beside the published list are: something to put right, or papers nobody published. */
  readonly othersAre: 'content' | 'papers';
  /** Legal ground of papers beside the published list. */
  readonly ground: string;
}

function findPublished(line: string, published: readonly PublishedPaper[]): PublishedPaper | undefined {
  return published.find(({ name }) => foldVietnamese(name) === foldVietnamese(line));
}

/** Lines that name no paper of the published list. */
export function listOthers(items: string, published: readonly PublishedPaper[]): readonly string[] {
  return listItems(items).filter((line) => findPublished(line, published) === undefined);
}

/**
 * Those of the lines that are papers, for the guard and the weekly list: a published one asked again carries the reason of the
 * request, one beside the list its legal ground.
 */
export function buildAsked(draft: AskDraft, reason: string, published: readonly PublishedPaper[]): AskedPaper[] {
  return listItems(draft.items).flatMap((line, index): AskedPaper[] => {
    const known = findPublished(line, published);
    if (known) {
      return [{ paperId: known.id, name: known.name, ...(known.onFile ? { repeatReason: reason.slice(0, 300) } : {}) }];
    }
    if (draft.othersAre === 'content') return [];
    return [{ paperId: `ngoai-${String(index + 1)}`, name: line, ground: draft.ground.trim() }];
  });
}
