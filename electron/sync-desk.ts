import { toLocalDay, type LocalDay } from '../shared/base/time';
import type { Action } from '../shared/domain/actions/action';
import { countCodesLeft } from '../shared/domain/code-lease';
import { findUnitInCharge } from '../shared/domain/unit-succession';
import type { SyncStatus } from '../shared/ipc/messages';
import { PUSH_MAX_ACTIONS } from '../shared/sync/protocol';
import type { Books } from './journal/open-books';
import { buildSyncCounts } from './journal/sync-counts';
import type { DeviceKey } from './keys/device-key';
import { keepLeases, reportLeases } from './net/lease-keeper';
import { createOutbox } from './net/outbox';
import { keepPackages } from './net/package-keeper';
import { createProvincialClient, type ProvincialClient } from './net/provincial-client';
import { pullFeed } from './net/pull';
import type { Fetch } from './net/request';
import { readServerKeys, type ServerKeys } from './net/server-signature';
import type { SyncEnginePorts } from './net/sync-cycle';
import { createSyncEngine, type SyncEngine } from './net/sync-engine';
import type { PlaceFile } from './place';
import type { ReferenceStore } from './reference-store';
import { createReminder } from './remind-province';
import { buildPlacePorts } from './sync-place';

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
  /** Agencies whose codes this counter gives out on a day. */
  readonly agencies: (day: LocalDay) => readonly string[];
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
      // Counting is dear while much waits; the officer's answer goes first.
      setImmediate(tell);
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
  const waiting = (limit: number): readonly Action[] =>
    books.index
      .waiting()
      .slice(0, limit)
      .map(({ action }) => action);
  const outbox = createOutbox({
    client: { push: (actions) => client.push(countTries(actions, tries)) },
    waiting,
    receipted: () => readReceipted(books, ports.deviceId),
    keys,
    appendReceipts: books.door.appendReceipts,
  });
  const feed = buildFeedPorts(ports, client, keys);
  const remind = createReminder({
    index: books.index,
    reportLeases: (leases) => reportLeases(client, leases),
    resend: outbox.resend,
    startOver: feed.startOver,
  });
  return createSyncEngine({
    ...buildPlacePorts(ports),
    ...feed,
    client: countUnreached(client, () => countTries(waiting(PUSH_MAX_ACTIONS), tries)),
    push: async (hello, onBatch) => {
      const again = await remind(hello);
      return again.ok ? outbox.drain(onBatch) : again;
    },
    hasWaiting: () => books.index.waiting().length > 0,
    now: ports.now,
    random: ports.random,
    onFault: ports.onFault,
  });
}

/** An exchange that does not get as far as pushing was a try all the same for what waits. A wake-up call is none. */
function countUnreached(client: ProvincialClient, onUnreached: () => void): Pick<ProvincialClient, 'hello' | 'enrol'> {
  return {
    enrol: async (enrolment) => {
      const answer = await client.enrol(enrolment);
      if (!answer.ok) onUnreached();
      return answer;
    },
    hello: async (wake) => {
      const answer = await client.hello(wake);
      if (!answer.ok && wake === undefined) onUnreached();
      return answer;
    },
  };
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

/** Codes, packages and feed: what comes from the province into journal and store. */
function buildFeedPorts(
  ports: SyncDeskPorts,
  client: ProvincialClient,
  keys: () => ServerKeys,
): Pick<SyncEnginePorts, 'keepLeases' | 'keepPackages' | 'pull' | 'checkpointN'> & { readonly startOver: () => void } {
  const { index, door } = ports.books;
  const taken = new Set<string>();
  let fromStart = false;
  return {
    startOver: () => {
      fromStart = true;
    },
    keepLeases: () =>
      keepLeases({
        client,
        agencies: ports.agencies,
        codesLeft: (agencyId, day) => countCodesLeft(index.codeSupply(agencyId, day)).today,
        knownLeaseIds: index.leaseIds,
        appendLeases: door.appendLeases,
        unusedRanges: index.unusedRanges,
        appendReturns: door.appendReturns,
        isClockSure: () => !ports.books.clock.trusted().doubt,
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
        checkpoint: () => (fromStart ? null : index.checkpoint()),
        keys,
        appendPulled: async (items, checkpoint) => {
          const kept = await door.appendPulled(items, checkpoint);
          if (kept.ok) fromStart = false;
          return kept;
        },
      }),
    checkpointN: () => index.checkpoint()?.n ?? 0,
  };
}

/** Agency of this counter's own codes on a day: after a merger the successor. */
function findOwnAgency({ place, reference }: SyncDeskPorts, day: LocalDay): string {
  return findUnitInCharge(reference.reference(day).units, place.find()?.unitId ?? '', day);
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
      agencyId: findOwnAgency(ports, today),
      triesOf: (id) => line.tries.get(id) ?? 0,
    }),
    clockDoubt: books.clock.trusted().doubt,
    diskLow: ports.isDiskLow(),
  };
}
