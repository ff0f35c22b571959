import { create } from 'zustand';
import type { SessionStatus, UnlockedSession } from '../shared/ipc/messages';

/** Who works here and where. Keys and dossiers are never in it. */
export interface SessionState {
  /** `starting` until main has answered for the first time; `leaving` from a lock to the end of the page. */
  readonly phase: 'starting' | 'leaving' | SessionStatus['phase'];
  readonly status: SessionStatus | null;
  /** Main is unlocked and the store is being opened; false again when main locks before that is done. */
  readonly isEntering: boolean;
  readonly officer: UnlockedSession['officer'] | null;
  readonly unit: UnlockedSession['unit'] | null;
  readonly counter: UnlockedSession['counter'] | null;
  readonly deviceId: string | null;
  readonly practice: boolean;
  /** Who has something typed to keep before the store closes. */
  readonly keepers: readonly (() => Promise<void>)[];
}

const nobody = { officer: null, unit: null, counter: null, deviceId: null } as const;

/** The session; `renderer/session` writes it. */
export const useSession = create<SessionState>()(() => ({
  phase: 'starting',
  status: null,
  isEntering: false,
  practice: false,
  keepers: [],
  ...nobody,
}));

/**
 * What main says of the session. A page that holds no keys is locked, also when main still has the session open (after a
 * crash of the page).
 */
export function noteSessionStatus(status: SessionStatus): void {
  useSession.setState(({ officer, phase }) => ({
    status,
    practice: status.practice,
    // Nobody may begin to type a password on a page that is about to go.
    phase: phase === 'leaving' ? phase : status.phase === 'unlocked' && officer === null ? 'locked' : status.phase,
  }));
}

/** Main has unlocked; the store is being opened. */
export function beginEntering(): void {
  useSession.setState({ isEntering: true });
}

/** The store is open, or could not be opened. */
export function endEntering(): void {
  useSession.setState({ isEntering: false });
}

/** An officer unlocked and the store is open. */
export function enterSession({ officer, unit, counter, deviceId, practice }: Omit<UnlockedSession, 'keys'>): void {
  useSession.setState({ phase: 'unlocked', officer, unit, counter, deviceId, practice });
}

/** Nobody works here any more. */
export function leaveSession(): void {
  useSession.setState({ phase: 'leaving', isEntering: false, ...nobody });
}

/** Asks to be called before the store closes at a lock, to keep what was typed. The returned function takes it back. */
export function onLeaving(keep: () => Promise<void>): () => void {
  useSession.setState(({ keepers }) => ({ keepers: [...keepers, keep] }));
  return () => {
    useSession.setState(({ keepers }) => ({ keepers: keepers.filter((one) => one !== keep) }));
  };
}

/** Lets everybody keep what was typed; settles when it is on the disk. What cannot be kept holds nobody up. */
export async function keepTyped(): Promise<void> {
  await Promise.allSettled(useSession.getState().keepers.map((keep) => keep()));
}
