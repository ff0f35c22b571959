import { err, ok, type Result } from '../../../shared/base/result';
import { toLocalDay, type Instant } from '../../../shared/base/time';
import { subjectKey, type PayloadOf } from '../../../shared/domain/actions/action';
import type { RegisterAddendum } from '../../../shared/reports/addendum-data';
import type { Register } from '../../../shared/reports/register-data';
import type { IpcError, SavedExport, SaveError } from '../../../shared/ipc/messages';
import { getDesktop } from '../../desktop';
import { getUnitDay } from '../../records/dossier-queries';
import { catchUp } from '../../records/open-records';
import { proposeActs, type ActError } from '../../records/propose';
import { decideCounterData, listHeard } from './counter-data';
import { buildClosingText } from './day-register';
import { readJournalHead, readStatesAsOf } from './read-as-of';
import { completeFacts, readDayIds, type DayQuestion } from './read-day';
import { sha256Hex } from './sha256';

/** What is needed to close a day. `reasons`: by counter, why the day is closed without its data. */
export interface ClosingOrder extends DayQuestion {
  readonly counterId: string;
  readonly officerId: string;
  readonly now: Instant;
  readonly reasons: ReadonlyMap<string, string>;
}

/** Why a day was not closed. Nothing was recorded. */
export type CloseError =
  | ActError
  | { readonly kind: 'future' }
  | { readonly kind: 'unread' }
  | { readonly kind: 'reasonNeeded'; readonly counterIds: readonly string[] };

/** A day that is closed now. */
export interface ClosedDay {
  readonly closedAt: Instant;
  readonly rows: number;
  readonly registerHash: string;
}

/** A day's register with the addenda to it. */
export interface RegisterPapers {
  readonly register: Register;
  readonly addenda: readonly RegisterAddendum[];
}

type Closing = PayloadOf<'RegisterClosed'>;

/**
 * The closing of a day. It is made from the journal up to its present end and from nothing else, exactly as it will be made
 * again later, so that whoever asks for it "as of" this line finds the same rows and the same hash.
 */
async function buildClosing(order: ClosingOrder): Promise<Result<Closing, CloseError>> {
  const { tail } = order.desktop.records;
  const followed = await catchUp();
  if (!followed.ok) return err({ kind: 'unread' });
  const head = await readJournalHead(tail);
  if (!head.ok) return head;
  const ids = await readDayIds(order);
  if (!ids.ok) return err({ kind: 'unread' });
  const states = await readStatesAsOf(tail, ids.value, head.value.line);
  if (!states.ok) return states;
  const facts = await completeFacts(order, states.value);
  const { counterId, officerId, now: closedAt, day } = order;
  const counters = decideCounterData({
    unit: facts.unit,
    ownCounterId: counterId,
    heard: listHeard(facts.states),
    until: closedAt,
  });
  const silent = counters.filter((counter) => counter.dataUntil === null).map((counter) => counter.counterId);
  const unexplained = silent.filter((id) => (order.reasons.get(id) ?? '').trim() === '');
  if (unexplained.length > 0) return err({ kind: 'reasonNeeded', counterIds: unexplained });
  return ok({
    v: 1,
    day,
    asOfLine: head.value.line,
    rows: facts.states.length,
    registerHash: await sha256Hex(buildClosingText(facts, { counterId, closedAt, officerId })),
    chainHead: head.value.chainHead,
    closedAt,
    missingCounters: silent.map((id) => ({ counterId: id, reason: (order.reasons.get(id) ?? '').trim() })),
  });
}

/** Closes a day's register. */
export async function closeRegister(order: ClosingOrder): Promise<Result<ClosedDay, CloseError>> {
  const { day, counterId, unit } = order;
  if (day > toLocalDay(order.now)) return err({ kind: 'future' });
  const known = await getUnitDay(unit.id, day, counterId);
  if (!known.ok) return err({ kind: 'unread' });
  const closing = await buildClosing(order);
  if (!closing.ok) return closing;
  const recorded = await proposeActs([
    {
      subject: { type: 'unitDay', unitId: unit.id, day, counterId },
      base: known.value?.pos ?? 0,
      act: { kind: 'plain', plainKind: 'RegisterClosed', payload: closing.value },
    },
  ]);
  if (!recorded.ok) return recorded;
  const { closedAt, rows, registerHash } = closing.value;
  return ok({ closedAt, rows, registerHash });
}

/** Writes the register and its addenda as xlsx and pdf; main puts the export on record. */
export function exportRegister(papers: RegisterPapers): Promise<Result<SavedExport, SaveError | IpcError>> {
  return getDesktop().exports.register({ register: papers.register, addenda: [...papers.addenda] });
}

/** Opens the folder of exports. */
export async function openExportsFolder(): Promise<void> {
  await getDesktop().app.openExportsFolder();
}

/** Puts on record that a day's register was looked at, or its numbers uncovered. */
export function noteRegisterAccess(
  subject: { readonly unitId: string; readonly day: string; readonly counterId: string },
  what: 'viewed' | 'revealed',
): void {
  const key = subjectKey({ type: 'unitDay', ...subject });
  void getDesktop().records.noteAccess({ what, subjectKey: key, detail: 'register' });
}
