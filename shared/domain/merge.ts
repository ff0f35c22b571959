import { canonicalJson } from '../base/canonical-json';
import type { Action } from './actions/action';
import type { Receipt } from './verdict';

/** What is known of one subject: its actions and the province's word on them (by action id). */
export interface History {
  readonly actions: readonly Action[];
  readonly receipts: ReadonlyMap<string, Receipt>;
}

/**
 * One of two values that claim the same place, the same whoever asks and in whatever order. Ids are never given twice, so
 * different contents mean damage or forgery; the choice only has to be the same everywhere.
 */
function chooseByContent<T>(a: T, b: T): T {
  if (a === b) return a;
  return canonicalJson(a) >= canonicalJson(b) ? a : b;
}

/** The later word of the province wins (a restored server speaks again); at the same instant the durable one. */
function chooseReceipt(a: Receipt, b: Receipt): Receipt {
  if (a === b) return a;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  if (a.durable !== b.durable) return a.durable ? a : b;
  return chooseByContent(a, b);
}

/** Every action once, sorted by id. */
export function uniqueActions(actions: Iterable<Action>): Action[] {
  const byId = new Map<string, Action>();
  for (const action of actions) {
    const known = byId.get(action.id);
    byId.set(action.id, known ? chooseByContent(known, action) : action);
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The receipt that counts for each action, sorted by action id. */
export function uniqueReceipts(receipts: Iterable<Receipt>): Map<string, Receipt> {
  const byId = new Map<string, Receipt>();
  for (const receipt of receipts) {
    const known = byId.get(receipt.actionId);
    byId.set(receipt.actionId, known ? chooseReceipt(known, receipt) : receipt);
  }
  return new Map([...byId].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Union of two histories of one subject. Commutative, associative, idempotent; nothing is ever lost. */
export function mergeHistory(a: History, b: History): History {
  return {
    actions: uniqueActions([...a.actions, ...b.actions]),
    receipts: uniqueReceipts([...a.receipts.values(), ...b.receipts.values()]),
  };
}
