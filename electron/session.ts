import { err, ok, type Result } from '../shared/base/result';
import { officerSchema, type Officer } from '../shared/domain/officer';
import type { Unit } from '../shared/domain/unit';
import type { SessionStatus, UnlockedSession, UnlockError } from '../shared/ipc/messages';
import type { Desk } from './desk';
import { deriveSubKey, forgetDataKey, type DataKey } from './keys/data-key';
import type { KeyVault } from './keys/key-vault';
import type { Place, Standing } from './place';

/** Who is signed in, where. */
export interface SignedIn {
  readonly officer: Officer;
  readonly unit: Unit;
  readonly counter: Unit['counters'][number];
}

/** What the session joins. */
export interface SessionPorts {
  readonly vault: KeyVault;
  readonly place: () => Place | undefined;
  /** Where this PC works today; `undefined` while it was never set up, or its place is unknown. */
  readonly standing: () => Standing | undefined;
  /** Opens journal, pages and line for the first who signs in. */
  readonly openDesk: (dataKey: DataKey) => Promise<Result<Desk, UnlockError>>;
  /** A scan or a print is running: locking waits for its end. */
  readonly isBusy: () => boolean;
  readonly wait: (ms: number) => Promise<void>;
  /** Throws the page's memory away and loads it anew. */
  readonly reloadPage: () => void;
  readonly onChange: (status: SessionStatus) => void;
}

/** Signing in and out. The desk stays open while locked, so that sending goes on. */
export interface Session {
  readonly status: () => SessionStatus;
  readonly signedIn: () => SignedIn | null;
  readonly desk: () => Desk | null;
  readonly unlock: (officerId: string, password: string) => Promise<Result<UnlockedSession, UnlockError>>;
  readonly unlockWithPin: (officerId: string, pin: string) => Promise<Result<UnlockedSession, UnlockError>>;
  readonly setPin: (pin: string) => Promise<void>;
  /** Signs out, waiting for a running scan or print, and clears the page. */
  readonly lock: () => Promise<void>;
  /** The page has kept what was typed and closed its store: its memory may be thrown away. */
  readonly notePageLeft: () => void;
  /** The page was loaded anew by itself or crashed: its keys are gone, so it has to unlock again. */
  readonly notePageGone: () => void;
  /** A long suspend: forgets PINs and closes journal and line, as after a restart. */
  readonly dropAll: () => Promise<void>;
}

/** Longest time the page has to keep what was typed; a page that hangs is thrown away all the same. */
const PAGE_LIMIT_MS = 5000;
const BUSY_POLL_MS = 250;

interface State {
  current: { readonly who: SignedIn; readonly dataKey: DataKey } | null;
  desk: Desk | null;
  /** Set while the page keeps what was typed: whether it is done with that, or gone. */
  pageEnded: ((how: 'left' | 'gone') => void) | null;
}

/** State and ports of one session, with the steps that more than one call needs. */
interface Core {
  readonly ports: SessionPorts;
  readonly state: State;
  readonly tell: () => void;
  readonly signOut: () => void;
  /** Signs out and gives, once the page is done with what was typed, how it ended. */
  readonly signOutPage: () => Promise<'left' | 'gone'>;
  readonly dropAll: () => Promise<void>;
}

/** Makes the session of this process: nobody is signed in. */
export function createSession(ports: SessionPorts): Session {
  const core = createCore(ports);
  const { state } = core;
  // One at a time: two tries side by side would open the journal twice.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const run = turn.then(task);
    turn = run.catch(() => undefined);
    return run;
  };
  return {
    status: () => buildStatus(ports, state),
    signedIn: () => state.current?.who ?? null,
    desk: () => state.desk,
    unlock: (officerId, password) =>
      inTurn(async () => finishUnlock(core, officerId, await ports.vault.unlock(officerId, password))),
    unlockWithPin: (officerId, pin) => inTurn(() => unlockWithPin(core, officerId, pin)),
    setPin: async (pin) => {
      if (state.current === null) throw new Error('setPin: nobody is signed in');
      const { who, dataKey } = state.current;
      await ports.vault.setPin(who.officer.officerId, pin, dataKey);
      core.tell();
    },
    lock: () =>
      inTurn(async () => {
        if (state.current === null) return;
        while (ports.isBusy()) await ports.wait(BUSY_POLL_MS);
        const ended = core.signOutPage();
        // In turn as well: nobody signs in on a page that is about to be thrown away.
        void inTurn(async () => {
          // A page that went by itself comes back by itself.
          if ((await ended) === 'left') ports.reloadPage();
        });
      }),
    notePageLeft: () => state.pageEnded?.('left'),
    notePageGone: () => {
      state.pageEnded?.('gone');
      core.signOut();
    },
    dropAll: () => inTurn(core.dropAll),
  };
}

function createCore(ports: SessionPorts): Core {
  const state: State = { current: null, desk: null, pageEnded: null };
  const tell = (): void => {
    ports.onChange(buildStatus(ports, state));
  };
  const signOut = (): void => {
    if (state.current === null) return;
    state.desk?.books.door.noteAccess({ what: 'locked' });
    forgetDataKey(state.current.dataKey);
    state.current = null;
    tell();
  };
  const signOutPage = (): Promise<'left' | 'gone'> =>
    new Promise((resolve) => {
      const end = (how: 'left' | 'gone'): void => {
        state.pageEnded = null;
        resolve(how);
      };
      state.pageEnded = end;
      signOut();
      void ports.wait(PAGE_LIMIT_MS).then(() => {
        if (state.pageEnded === end) end('left');
      });
    });
  const dropAll = async (): Promise<void> => {
    signOut();
    ports.vault.dropPins();
    const { desk } = state;
    state.desk = null;
    await desk?.close();
    tell();
  };
  return { ports, state, tell, signOut, signOutPage, dropAll };
}

async function unlockWithPin(
  core: Core,
  officerId: string,
  pin: string,
): Promise<Result<UnlockedSession, UnlockError>> {
  const { vault } = core.ports;
  const hadPin = vault.status().officers.some((officer) => officer.officerId === officerId && officer.hasPin);
  const opened = await vault.unlockWithPin(officerId, pin);
  const unlocked = await finishUnlock(core, officerId, opened);
  // The last wrong PIN: whoever tries is to meet a machine as it is after a restart.
  if (hadPin && !opened.ok && opened.error.kind === 'needsPassword') await core.dropAll();
  return unlocked;
}

async function finishUnlock(
  { ports, state, tell }: Core,
  officerId: string,
  opened: Result<DataKey, UnlockError>,
): Promise<Result<UnlockedSession, UnlockError>> {
  if (!opened.ok) {
    state.desk?.books.door.noteAccess({ what: 'unlockFailed', officerId });
    return opened;
  }
  const who = findSignedIn(ports, officerId);
  const place = ports.place();
  if (who === undefined || place === undefined) {
    forgetDataKey(opened.value);
    return err({ kind: 'unknownOfficer' });
  }
  if (state.desk === null) {
    const desk = await ports.openDesk(opened.value);
    if (!desk.ok) {
      forgetDataKey(opened.value);
      return desk;
    }
    state.desk = desk.value;
  }
  if (state.current !== null) forgetDataKey(state.current.dataKey);
  state.current = { who, dataKey: opened.value };
  state.desk.books.door.noteAccess({ what: 'unlocked', officerId });
  tell();
  const keys = {
    records: toBytes(deriveSubKey(opened.value, 'records')),
    index: toBytes(deriveSubKey(opened.value, 'index')),
  };
  return ok({ ...who, deviceId: state.desk.deviceId, practice: place.practice, keys });
}

/** A plain array of its own: a Buffer may be a window into a pool that holds other secrets. */
function toBytes(buffer: Buffer): Uint8Array {
  return Uint8Array.from(buffer);
}

function findSignedIn(ports: SessionPorts, officerId: string): SignedIn | undefined {
  const standing = ports.standing();
  const listed = ports.vault.status().officers.find((candidate) => candidate.officerId === officerId);
  if (standing === undefined || listed === undefined) return undefined;
  return { officer: officerSchema.parse(listed), ...standing };
}

function buildStatus(ports: SessionPorts, state: State): SessionStatus {
  const { exists, officers, blockedUntil } = ports.vault.status();
  const place = exists ? ports.place() : undefined;
  const standing = exists ? ports.standing() : undefined;
  return {
    phase: !exists ? 'firstRun' : state.current !== null ? 'unlocked' : state.desk === null ? 'cold' : 'locked',
    unitName: standing?.unit.name ?? '',
    counterName: standing?.counter.name ?? '',
    practice: place?.practice ?? false,
    officers: officers.map(({ officerId, name, role, hasPin }) => ({ officerId, name, role, hasPin })),
    blockedUntil,
  };
}
