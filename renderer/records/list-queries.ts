import type { MangoQuery } from 'rxdb';
import { fromLocal, type LocalDay } from '../../shared/base/time';
import type { NationalStatus } from '../../shared/domain/national-status';
import type { DossierDoc } from './rx-schemas';

/**
 * Worklists. `open`: not finished, earliest due first. `receivedOn`: received on a day, newest first, at one counter or all.
 * `newest`: by reception. `awaitingReceipt`: acts the province has not received, latest change first. `withStatus`: newest
 * first; status 1 are online submissions waiting for acceptance.
 */
export type DossierListQuery =
  | { readonly list: 'open'; readonly limit: number }
  | { readonly list: 'receivedOn'; readonly day: LocalDay; readonly counterId?: string; readonly limit: number }
  | { readonly list: 'newest'; readonly limit: number }
  | { readonly list: 'awaitingReceipt'; readonly limit: number }
  | { readonly list: 'withStatus'; readonly status: NationalStatus; readonly limit: number };

const DAY_MS = 86_400_000;
/** No list shows more at once; what lies behind it is reached by search and filters. */
const MAX_ROWS = 500;

function selectDay(day: LocalDay, counterId: string | undefined) {
  const from = fromLocal(day, '00:00');
  // The range bounds what is read; the day itself keeps out submissions of that day, which nobody has received yet.
  const selector = { receivedAtNeg: { $gt: -(from + DAY_MS), $lte: -from }, receivedDay: day };
  return counterId === undefined ? selector : { ...selector, counterId };
}

/** The store's query for a worklist. Always ascending and limited: each is answered from one index. */
export function buildListQuery(query: DossierListQuery): MangoQuery<DossierDoc> {
  const limit = Math.min(query.limit, MAX_ROWS);
  switch (query.list) {
    case 'open':
      return { selector: { isOpen: 1 }, sort: [{ isOpen: 'asc' }, { dueAt: 'asc' }], limit };
    case 'receivedOn':
      return { selector: selectDay(query.day, query.counterId), sort: [{ receivedAtNeg: 'asc' }], limit };
    case 'newest':
      return { selector: {}, sort: [{ receivedAtNeg: 'asc' }], limit };
    case 'awaitingReceipt':
      return { selector: { awaitingReceipt: 1 }, sort: [{ awaitingReceipt: 'asc' }, { changeNoNeg: 'asc' }], limit };
    case 'withStatus':
      return { selector: { status: query.status }, sort: [{ status: 'asc' }, { receivedAtNeg: 'asc' }], limit };
  }
}

/** Exact look-ups by one indexed field. */
export function buildLookUp(
  field: 'code' | 'personKey' | 'phoneKey',
  value: string,
  limit: number,
): MangoQuery<DossierDoc> {
  return { selector: { [field]: value }, sort: [{ [field]: 'asc' }], limit: Math.min(limit, MAX_ROWS) };
}
