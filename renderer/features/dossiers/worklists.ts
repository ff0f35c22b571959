import { fromLocal, type LocalDay } from '../../../shared/base/time';
import type { FactFilter } from '../../records/fact-table';
import type { DossierListQuery } from '../../records/list-queries';

/** Worklists of the counter, in the order of their chips. */
export const worklistNames = ['processing', 'today', 'online', 'ready', 'awaiting', 'review'] as const;
/** See {@link worklistNames}. */
export type WorklistName = (typeof worklistNames)[number];

/** More rows than this are not shown at once: search narrows. */
export const LIST_LIMIT = 500;

const DAY_MS = 86_400_000;
/** Received and not finished; 1 waits for acceptance, 9 for the citizen: each has a list of its own. */
export const processingStatuses = [2, 4, 5, 6] as const;

/** Which dossiers a worklist counts. */
export function filterOf(name: WorklistName, today: LocalDay): FactFilter {
  switch (name) {
    case 'processing':
      return { statuses: processingStatuses };
    case 'today': {
      const from = fromLocal(today, '00:00');
      return { received: { from, before: from + DAY_MS } };
    }
    case 'online':
      return { statuses: [1] };
    case 'ready':
      return { statuses: [9] };
    case 'awaiting':
      return { awaitingReceipt: true };
    case 'review':
      return { withIssue: true };
  }
}

/** The store's query for a worklist. What must be reviewed is known to the counting worker alone. */
export function findQuery(name: WorklistName, today: LocalDay): DossierListQuery | undefined {
  switch (name) {
    case 'processing':
      return { list: 'open', limit: LIST_LIMIT };
    case 'today':
      return { list: 'receivedOn', day: today, limit: LIST_LIMIT };
    case 'online':
      return { list: 'withStatus', status: 1, limit: LIST_LIMIT };
    case 'ready':
      return { list: 'withStatus', status: 9, limit: LIST_LIMIT };
    case 'awaiting':
      return { list: 'awaitingReceipt', limit: LIST_LIMIT };
    case 'review':
      return undefined;
  }
}

/**
 * Rows of the store's answer that belong on the list: the open ones include what waits for acceptance or collection, and
 * dossiers of other counters of which only a slip is known.
 */
export function keepRows<Row extends { readonly status: number; readonly stub: boolean }>(
  name: WorklistName,
  rows: readonly Row[],
): readonly Row[] {
  if (name !== 'processing') return rows;
  const statuses: readonly number[] = processingStatuses;
  return rows.filter((row) => !row.stub && statuses.includes(row.status));
}
