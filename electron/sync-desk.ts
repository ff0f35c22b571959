import { ok, type Result } from '../shared/base/result';
import { toLocalDay, type LocalDay } from '../shared/base/time';
import type { Action } from '../shared/domain/actions/action';
import { countCodesLeft } from '../shared/domain/code-lease';
import type { AcceptedAction, Checkpoint } from '../shared/domain/journal-entry';
import type { SyncStatus } from '../shared/ipc/messages';
import type { EnrolAnswer, Hello } from '../shared/sync/protocol';
import type { Books } from './journal/open-books';
import { buildSyncCounts } from './journal/sync-counts';
import type { DeviceKey } from './keys/device-key';
import { keepLeases } from './net/lease-keeper';
import { createOutbox } from './net/outbox';
import { keepPackages } from './net/package-keeper';
import { createProvincialClient, type ProvincialClient } from './net/provincial-client';
import { pullFeed } from './net/pull';
import type { Fetch } from './net/request';
import { readServerKeys, type ServerKeys } from './net/server-signature';
import type { Enrolment, SyncEnginePorts } from './net/sync-cycle';
import { createSyncEngine, type SyncEngine } from './net/sync-engine';
import type { Place, PlaceFile } from './place';
import type { ReferenceStore } from './reference-store';

/** The line to the province as the rest of main sees it. */
export interface SyncDesk {
  readonly status: () => SyncStatus;
  /** One full exchange; ends when it is over, whatever became of it. */
  readonly now: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What the line joins: journal, keys, packages and network. */
export interface SyncDeskPorts {
  readonly books: Books;
  readonly deviceKey: DeviceKey;
  readonly deviceId: string;
  readonly place: PlaceFile;
  readonly reference: ReferenceStore;
  /** Agencies whose codes this counter gives out. */
  readonly agencies: () => readonly string[];
  readonly fetch: Fetch;
  readonly newId: () => string;
  readonly random: () => number;
  readonly now: () => number;
  readonly isDiskLow: () => boolean;
  readonly onChange: (status: SyncStatus) => void;
  readonly onFault: (error: unknown) => void;
}

const TIMEOUT_MS = 30_000;

/** Starts the line, or stands still where no server is known. */
export function startSyncDesk(ports: SyncDeskPorts): SyncDesk {
  const place = ports.place.find();
  const tries = new Map<string, number>();
  const line =
    place?.serverUrl === undefined || place.serverUrl === null ? null : createLine(ports, place.serverUrl, tries);
  const status = (): SyncStatus => buildStatus(ports, { engine: line, tries });
  const tell = (): void => {
    ports.onChange(status());
  };
  const stopListening = [
    ports.books.door.onGrow(() => {
      tell();
      if (ports.books.index.waiting().length > 0) line?.kick();
    }),
    line?.onChange(tell),
  ];
  line?.start();
  return {
    status,
    now: async () => {
      await line?.now();
    },
    stop: async () => {
      for (const stop of stopListening) stop?.();
      await line?.stop();
    },
  };
}

function createLine(ports: SyncDeskPorts, serverUrl: string, tries: Map<string, number>): SyncEngine {
  const { books, deviceKey, place } = ports;
  const client = createProvincialClient({
    baseUrl: serverUrl.replace(/\/+$/u, ''),
    fetch: ports.fetch,
    signer: { publicJwk: deviceKey.publicJwk, sign: (text) => Promise.resolve(deviceKey.sign(text)) },
    deviceId: () => (place.find()?.enrolCode === null ? ports.deviceId : null),
    newJti: ports.newId,
    timeoutMs: TIMEOUT_MS,
  });
  const keys = (): ServerKeys => readServerKeys(place.find()?.serverKeys ?? []);
  const outbox = createOutbox({
    client: { push: (actions) => client.push(countTries(actions, tries)) },
    waiting: (limit) =>
      books.index
        .waiting()
        .slice(0, limit)
        .map(({ action }) => action),
    receipted: () => readReceipted(books, ports.deviceId),
    keys,
    appendReceipts: books.door.appendReceipts,
  });
  return createSyncEngine({
    ...buildPlacePorts(ports),
    ...buildFeedPorts(ports, client, keys),
    client,
    push: async (hello, onBatch) => {
      // The checkpoint names the epoch that was last brought to an end; after a restart of the province's memory it differs.
      const isNewEpoch = books.index.checkpoint()?.serverEpoch !== hello.serverEpoch;
      const again = isNewEpoch ? await outbox.resend() : ok(0);
      return again.ok ? outbox.drain(onBatch) : again;
    },
    hasWaiting: () => books.index.waiting().length > 0,
    now: ports.now,
    random: ports.random,
    onFault: ports.onFault,
  });
}

function countTries(actions: readonly Action[], tries: Map<string, number>): readonly Action[] {
  for (const { id } of actions) tries.set(id, (tries.get(id) ?? 0) + 1);
  return actions;
}

const RESEND_LINES = 200;

/** Own acts of the journal that no longer wait, oldest first. */
async function* readReceipted(books: Books, deviceId: string): AsyncIterable<readonly Action[]> {
  let line = 0;
  for (;;) {
    const entries = await books.journal.read(line, RESEND_LINES);
    const last = entries.at(-1);
    if (last === undefined) return;
    line = last.line;
    const own = entries.flatMap(({ body }) => (body.kind === 'actions' ? body.actions : []));
    yield own.filter((action) => action.deviceId === deviceId && !books.index.isWaiting(action.id));
  }
}

/** Enrolment and what the server says of itself. */
function buildPlacePorts(
  ports: SyncDeskPorts,
): Pick<SyncEnginePorts, 'pendingEnrolment' | 'completeEnrolment' | 'noteHello'> {
  const { place, books } = ports;
  const getPlace = (): Place => {
    const found = place.find();
    if (found === undefined) throw new Error('the line is open without a place');
    return found;
  };
  return {
    pendingEnrolment: (): Enrolment | null => {
      const { enrolCode, deviceName, unitId, counterId } = getPlace();
      return enrolCode === null ? null : { code: enrolCode, deviceName, unitId, counterId };
    },
    completeEnrolment: async (answer: EnrolAnswer) => {
      // Acts of this device already carry the id of its key; under another id the province would not take them.
      if (answer.deviceId !== ports.deviceId) throw new Error('the province gave another device id');
      await place.save({ ...getPlace(), enrolCode: null, serverKeys: [...answer.serverKeys] });
    },
    noteHello: async (hello: Hello) => {
      books.clock.noteServerTime(hello.serverTime);
      const known = hello.device?.incarnations.find(({ incarnation }) => incarnation === books.index.incarnation());
      // The province holds acts this journal lost: going on would give their numbers twice.
      if (known !== undefined && known.highestSeq >= books.index.nextSeq()) await books.door.renewIncarnation();
    },
  };
}

/** Codes, packages and feed: what comes from the province into journal and store. */
function buildFeedPorts(
  ports: SyncDeskPorts,
  client: ProvincialClient,
  keys: () => ServerKeys,
): Pick<SyncEnginePorts, 'keepLeases' | 'keepPackages' | 'pull' | 'checkpointN'> {
  const { index, door } = ports.books;
  const taken = new Set<string>();
  return {
    keepLeases: () =>
      keepLeases({
        client,
        agencies: ports.agencies,
        codesLeft: (agencyId, day) => countCodesLeft(index.codeSupply(agencyId, day)).today,
        knownLeaseIds: index.leaseIds,
        appendLeases: door.appendLeases,
        now: ports.now,
      }),
    keepPackages: (hello) =>
      keepPackages(hello.device?.packages ?? [], {
        client,
        installed: ports.reference.packages,
        keys,
        save: ports.reference.save,
        taken,
      }),
    pull: () =>
      pullFeed({
        client,
        checkpoint: index.checkpoint,
        keys,
        appendPulled: (items, checkpoint) => keepPulled(ports.books, items, checkpoint),
      }),
    checkpointN: () => index.checkpoint()?.n ?? 0,
  };
}

/**
 * Keeps a batch of the feed. An act that is here already may come with another receipt: after the province lost its memory
 * each counter tells it its own acts again, and positions are given anew while the others have read on.
 */
async function keepPulled(
  { index, door }: Books,
  items: readonly AcceptedAction[],
  checkpoint: Checkpoint,
): Promise<Result<unknown, unknown>> {
  if (index.checkpoint()?.serverEpoch === checkpoint.serverEpoch) {
    const kept = await door.appendReceipts(items.map(({ receipt }) => receipt));
    if (!kept.ok) return kept;
  }
  return door.appendPulled(items, checkpoint);
}

function buildStatus(
  ports: SyncDeskPorts,
  line: { readonly engine: SyncEngine | null; readonly tries: ReadonlyMap<string, number> },
): SyncStatus {
  const { books } = ports;
  const idle = {
    line: 'notConfigured',
    activity: 'idle',
    failure: null,
    lastContactAt: null,
    serverDurable: null,
  } as const;
  const today: LocalDay = toLocalDay(books.clock.trusted().at);
  return {
    ...(line.engine?.status() ?? idle),
    ...buildSyncCounts({
      index: books.index,
      today,
      agencyId: ports.place.find()?.unitId ?? '',
      triesOf: (id) => line.tries.get(id) ?? 0,
    }),
    clockDoubt: books.clock.trusted().doubt,
    diskLow: ports.isDiskLow(),
  };
}
