import { useEffect, useState } from 'react';
import type { Result } from '../../../shared/base/result';
import type { DossierRow } from '../../records/dossier-row';
import { readDossierRows } from '../../records/dossier-queries';
import { searchDossiers, selectDossierIds } from '../../records/projection-queries';
import { filterOf, LIST_LIMIT } from './worklists';

/** Rows that were asked for. `rows` stay while the next answer is awaited. */
export interface FoundRows {
  readonly rows: readonly DossierRow[];
  readonly isBusy: boolean;
  readonly hasFailed: boolean;
}

type Ask = () => Promise<Result<readonly DossierRow[], unknown>>;

/** Search results are read, not leafed through. */
export const SEARCH_LIMIT = 200;

/** Asks again whenever the question or the store changed. An answer to an older question is dropped. */
function useAsked(key: string, version: unknown, ask: Ask): FoundRows {
  const [found, setFound] = useState<{
    readonly key: string;
    readonly rows: readonly DossierRow[];
    readonly hasFailed: boolean;
  }>();
  useEffect(() => {
    let isGone = false;
    void ask().then((answer) => {
      if (!isGone) {
        setFound((last) => ({ key, rows: answer.ok ? answer.value : (last?.rows ?? []), hasFailed: !answer.ok }));
      }
    });
    return () => {
      isGone = true;
    };
    // The question is named by its key; the function that asks it is new on every draw.
  }, [key, version]);
  return { rows: found?.rows ?? [], isBusy: found?.key !== key, hasFailed: found?.hasFailed ?? false };
}

/** Dossiers that match a text, best first; again whenever `version` changes. */
export function useSearchRows(text: string, version: unknown): FoundRows {
  return useAsked(`search ${text}`, version, () => searchDossiers(text, SEARCH_LIMIT));
}

async function readReview(): Promise<Result<readonly DossierRow[], unknown>> {
  const ids = await selectDossierIds(filterOf('review', ''), 'dueAt', LIST_LIMIT);
  return ids.ok ? readDossierRows(ids.value) : ids;
}

/** Dossiers somebody must look at, nearest date first. */
export function useReviewRows(version: unknown): FoundRows {
  return useAsked('review', version, readReview);
}
