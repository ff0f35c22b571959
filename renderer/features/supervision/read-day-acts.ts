import { ok, type Result } from '../../../shared/base/result';
import { fromLocal, toLocalDay, type LocalDay } from '../../../shared/base/time';
import type { Action } from '../../../shared/domain/actions/action';
import type { JournalEntry } from '../../../shared/domain/journal-entry';
import type { DesktopBridge } from '../../../shared/ipc/contract';
import type { IpcError } from '../../../shared/ipc/messages';

type Tail = DesktopBridge['records']['tail'];

const SLICE = 2000;

function actionsOf({ body }: JournalEntry): readonly Action[] {
  if (body.kind === 'actions') return body.actions;
  return body.kind === 'pulled' ? body.items.map(({ action }) => action) : [];
}

/**
 * Acts of a day (legal time), own and pulled, as this PC's journal holds them. Read from its end backwards until a slice was
 * written wholly before the day: an act is never written before it happened.
 */
export async function readDayActs(tail: Tail, day: LocalDay): Promise<Result<readonly Action[], IpcError>> {
  const head = await tail({ afterLine: Number.MAX_SAFE_INTEGER, limit: 1 });
  if (!head.ok) return head;
  const start = fromLocal(day, '00:00');
  const found: Action[] = [];
  for (let upTo = head.value.lastLine; upTo > 0; upTo -= SLICE) {
    const answer = await tail({ afterLine: Math.max(0, upTo - SLICE), limit: Math.min(SLICE, upTo) });
    if (!answer.ok) return answer;
    const actions = answer.value.entries.filter(({ line }) => line <= upTo).flatMap(actionsOf);
    found.push(...actions.filter(({ happenedAt }) => toLocalDay(happenedAt) === day));
    if (actions.length > 0 && actions.every(({ at }) => at < start)) break;
  }
  return ok(found);
}
