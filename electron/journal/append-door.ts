import { err, ok, type Result } from '../../shared/base/result';
import { canonicalJson } from '../../shared/base/canonical-json';
import type { Action } from '../../shared/domain/actions/action';
import type { CodeLease, CodeLeaseReturn } from '../../shared/domain/code-lease';
import type { AcceptedAction, Checkpoint, JournalBody } from '../../shared/domain/journal-entry';
import type { Proposal } from '../../shared/domain/proposal';
import type { Receipt } from '../../shared/domain/verdict';
import type { ProposeError } from '../../shared/ipc/messages';
import { createAccessBuffer, type AccessEntry } from './access-buffer';
import { checkProposal } from './check-proposal';
import { startTurn, type DoorSession, type TurnPorts } from './door-turn';
import type { Journal } from './journal';
import { createSerialQueue } from './serial-queue';

/** The disk did not take a line. `ref` is the id under which the fault is logged. */
export type DiskError = { readonly kind: 'diskFull' } | { readonly kind: 'diskFailed'; readonly ref: string };

/** Result of an append that is not a command: the last line of the journal afterwards. */
export type Appended = Result<{ readonly lastLine: number }, DiskError>;

/** An access to be recorded; time and, unless told, the officer are the door's. */
export type AccessNote = Omit<AccessEntry, 'at' | 'officerId'> & { readonly officerId?: string };

/** The one way into the journal. Everything goes through one queue: check, stamp, append, fsync, then index, then answer. */
export interface AppendDoor {
  /** One command: all or none, one line, one fsync. The answer is the commit. */
  readonly propose: (
    proposals: readonly Proposal[],
  ) => Promise<
    Result<{ readonly line: number; readonly actions: readonly Action[] }, ProposeError | { readonly kind: 'locked' }>
  >;
  /** The province's verified words on own acts. Words that are known already add nothing. */
  readonly appendReceipts: (receipts: readonly Receipt[]) => Promise<Appended>;
  /** Others' accepted acts and how far the pull came, as one line. */
  readonly appendPulled: (items: readonly AcceptedAction[], checkpoint: Checkpoint) => Promise<Appended>;
  readonly appendLeases: (leases: readonly CodeLease[]) => Promise<Appended>;
  /** Ranges the province has back: never given out from here on. */
  readonly appendReturns: (returned: readonly CodeLeaseReturn[]) => Promise<Appended>;
  /** The province knows higher sequence numbers of this device than the journal does: go on under a new incarnation. */
  readonly renewIncarnation: () => Promise<Appended>;
  readonly noteAccess: (note: AccessNote) => void;
  /** Writes collected accesses now. */
  readonly flushAccess: () => Promise<void>;
  /** Called with the last line after each append. The answer stops it. */
  readonly onGrow: (listener: (lastLine: number) => void) => () => void;
}

/** What the door joins. */
export interface DoorPorts extends TurnPorts {
  readonly journal: Pick<Journal, 'append' | 'head'>;
  readonly session: () => DoorSession | null;
  /** Logs a failed disk by the system's error code and answers the 4-letter id. */
  readonly reportFault: (code: string) => string;
  /** Runs a task after a short while (grouped fsync of accesses). */
  readonly later: (task: () => void) => void;
}

/** Appends lines, keeps the index up with them and tells listeners; nothing is told before it is on the disk. */
interface LineWriter {
  readonly write: (body: JournalBody) => Promise<Result<{ readonly line: number }, DiskError>>;
  /** Writes a body, or nothing when there is nothing new to say. */
  readonly append: (body: JournalBody | undefined) => Promise<Appended>;
  readonly onGrow: AppendDoor['onGrow'];
}

function createLineWriter({ journal, index, reportFault }: DoorPorts): LineWriter {
  const listeners = new Set<(lastLine: number) => void>();
  const write: LineWriter['write'] = async (body) => {
    const written = await journal.append(body);
    if (!written.ok) {
      return err(
        written.error.kind === 'diskFull'
          ? written.error
          : { kind: 'diskFailed', ref: reportFault(written.error.code) },
      );
    }
    index.apply({ line: written.value.line, body });
    for (const listener of listeners) listener(written.value.line);
    return written;
  };
  return {
    write,
    append: async (body) => {
      const written = body === undefined ? ok({ line: journal.head().line }) : await write(body);
      return written.ok ? ok({ lastLine: written.value.line }) : written;
    },
    onGrow: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Makes the door. */
export function createAppendDoor(ports: DoorPorts): AppendDoor {
  const queue = createSerialQueue();
  const { write, append, onGrow } = createLineWriter(ports);
  const startIncarnation = (): Promise<Appended> => {
    const at = ports.clock.now();
    return append({ kind: 'incarnation', at, deviceId: ports.device.deviceId, incarnation: ports.ids.next(at) });
  };
  const flushAccess = async (): Promise<void> => {
    const entries = buffer.take();
    if (entries.length === 0) return;
    const written = await write({ kind: 'access', entries: [...entries] });
    if (!written.ok) buffer.giveBack(entries);
  };
  const flushInTurn = (): Promise<void> => queue.run(flushAccess);
  const buffer = createAccessBuffer({
    later: () => {
      ports.later(() => void flushInTurn());
    },
    now: () => void flushInTurn(),
  });
  return {
    propose: (proposals) =>
      queue.run(async () => {
        const session = ports.session();
        if (session === null) return err({ kind: 'locked' });
        if (ports.index.incarnation() === undefined) {
          const started = await startIncarnation();
          if (!started.ok) return started;
        }
        const actions = await checkCommand(ports, session, proposals);
        if (!actions.ok) return actions;
        const written = await write({ kind: 'actions', actions: actions.value });
        return written.ok ? ok({ line: written.value.line, actions: actions.value }) : written;
      }),
    appendReceipts: (receipts) => queue.run(async () => append(await buildReceipts(ports, receipts))),
    appendPulled: (items, checkpoint) => queue.run(async () => append(await buildPulled(ports, items, checkpoint))),
    appendLeases: (leases) => queue.run(() => append(buildLease(ports, leases))),
    appendReturns: (returned) => queue.run(() => append(buildReturn(ports, returned))),
    renewIncarnation: () => queue.run(startIncarnation),
    noteAccess: (note) => {
      const officerId = note.officerId ?? ports.session()?.officer.officerId ?? '';
      buffer.note({ ...note, officerId, at: ports.clock.now() });
    },
    flushAccess: flushInTurn,
    onGrow,
  };
}

/** Checks and stamps all acts of a command, each seeing the ones before it. The first refusal refuses all. */
async function checkCommand(
  ports: DoorPorts,
  session: DoorSession,
  proposals: readonly Proposal[],
): Promise<Result<Action[], ProposeError>> {
  const incarnation = ports.index.incarnation();
  if (incarnation === undefined) throw new Error('no incarnation after one was recorded');
  const turn = startTurn(ports, session, incarnation);
  const actions: Action[] = [];
  for (const [index, proposal] of proposals.entries()) {
    const checked = await checkProposal(turn, proposal);
    if (!checked.ok) {
      return err(checked.error.kind === 'unknownProcedure' ? checked.error : { ...checked.error, index });
    }
    actions.push(turn.add(proposal, checked.value));
  }
  return actions.length > 0 ? ok(actions) : err({ kind: 'invalid', index: 0, fields: ['proposals'] });
}

/** A word on an act that already has one counts only if it says something else (now durable, or after a restore). */
async function isNews(index: DoorPorts['index'], receipt: Receipt): Promise<boolean> {
  if (index.isWaiting(receipt.actionId)) return true;
  const known = (await index.historyOf(receipt.subjectKey)).receipts.get(receipt.actionId);
  return known === undefined || canonicalJson(known) !== canonicalJson(receipt);
}

async function buildReceipts({ index }: DoorPorts, receipts: readonly Receipt[]): Promise<JournalBody | undefined> {
  const fresh: Receipt[] = [];
  for (const receipt of receipts) {
    if (index.knowsAction(receipt.actionId) && (await isNews(index, receipt))) fresh.push(receipt);
  }
  return fresh.length > 0 ? { kind: 'receipts', receipts: fresh } : undefined;
}

/**
 * Acts that are here with this very receipt (own ones come back in the feed) are left out. One that comes with another
 * receipt is kept: after the province lost its memory each counter tells it its own acts again, and positions are given
 * anew while the others have read on. Under another epoch everything is kept.
 */
async function buildPulled(
  { index }: DoorPorts,
  items: readonly AcceptedAction[],
  checkpoint: Checkpoint,
): Promise<JournalBody | undefined> {
  const reached = index.checkpoint();
  const sameEpoch = reached?.serverEpoch === checkpoint.serverEpoch;
  const fresh: AcceptedAction[] = [];
  for (const item of items) {
    const isNew = !sameEpoch || !index.knowsAction(item.action.id) || (await isNews(index, item.receipt));
    if (isNew) fresh.push(item);
  }
  if (fresh.length === 0 && sameEpoch && reached.n === checkpoint.n) return undefined;
  return { kind: 'pulled', items: fresh, checkpoint };
}

function buildLease({ index, clock }: DoorPorts, leases: readonly CodeLease[]): JournalBody | undefined {
  const fresh = leases.filter((lease) => !index.knowsLease(lease));
  return fresh.length > 0 ? { kind: 'lease', at: clock.now(), leases: fresh } : undefined;
}

function buildReturn({ clock }: DoorPorts, returned: readonly CodeLeaseReturn[]): JournalBody | undefined {
  return returned.length > 0 ? { kind: 'lease', at: clock.now(), leases: [], returned: [...returned] } : undefined;
}
