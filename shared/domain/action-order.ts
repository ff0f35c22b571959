import type { Action } from './actions/action';
import type { Receipt } from './verdict';

/** Receipts by id of the action they speak of. */
export type ReceiptMap = ReadonlyMap<string, Receipt>;

interface SortKey {
  readonly pos: number;
  readonly group: string;
  readonly seq: number;
}

function writerOf(action: Action): string {
  return `${action.deviceId}\n${action.incarnation}`;
}

/** First (smallest) action id of each writer: a stable order between writers whose acts nobody has placed yet. */
function firstIds(actions: readonly Action[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const action of actions) {
    const writer = writerOf(action);
    const known = first.get(writer);
    if (known === undefined || action.id < known) first.set(writer, action.id);
  }
  return first;
}

/**
 * Position an action without one is put behind. Not receipted: behind everything accepted. Quarantined: the province gave
 * no place, but its writer's own sequence does: right behind the last accepted act the same writer made before it.
 */
function findAnchor(action: Action, actions: readonly Action[], receipts: ReceiptMap): number {
  if (!receipts.has(action.id)) return Number.POSITIVE_INFINITY;
  let anchor = 0;
  for (const other of actions) {
    const pos = receipts.get(other.id)?.pos ?? 0;
    if (other.seq < action.seq && pos > anchor && writerOf(other) === writerOf(action)) anchor = pos;
  }
  return anchor;
}

function compareKeys(a: SortKey, b: SortKey): number {
  if (a.pos !== b.pos) return a.pos < b.pos ? -1 : 1;
  if (a.group !== b.group) return a.group < b.group ? -1 : 1;
  return a.seq - b.seq;
}

/**
 * The one order of a subject's actions: accepted ones by the server's position, then waiting ones by sequence per device
 * incarnation. Wall time plays no part. The result depends on the set only, never on the order of arrival.
 */
export function orderActions(actions: readonly Action[], receipts: ReceiptMap): Action[] {
  const first = firstIds(actions);
  const keys = new Map<string, SortKey>();
  for (const action of actions) {
    const pos = receipts.get(action.id)?.pos ?? null;
    // An accepted act stands before whatever is anchored behind it: an empty group sorts first.
    const key =
      pos === null
        ? { pos: findAnchor(action, actions, receipts), group: first.get(writerOf(action)) ?? '', seq: action.seq }
        : { pos, group: '', seq: 0 };
    keys.set(action.id, key);
  }
  return [...actions].sort((a, b) => {
    const keyA = keys.get(a.id);
    const keyB = keys.get(b.id);
    const order = keyA && keyB ? compareKeys(keyA, keyB) : 0;
    return order !== 0 ? order : a.id < b.id ? -1 : 1;
  });
}
