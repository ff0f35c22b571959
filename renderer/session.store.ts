import { create } from 'zustand';
import type { SessionStatus, UnlockedSession } from '../shared/ipc/messages';

/** Who works here and where. Keys and dossiers are never in it. */
export interface SessionState {
  /** `starting` until main has answered for the first time. */
  readonly phase: 'starting' | SessionStatus['phase'];
  readonly status: SessionStatus | null;
  readonly officer: UnlockedSession['officer'] | null;
  readonly unit: UnlockedSession['unit'] | null;
  readonly counter: UnlockedSession['counter'] | null;
  readonly deviceId: string | null;
  readonly practice: boolean;
}

const nobody = { officer: null, unit: null, counter: null, deviceId: null } as const;

/** The session; `renderer/session` writes it. */
export const useSession = create<SessionState>()(() => ({
  phase: 'starting',
  status: null,
  practice: false,
  ...nobody,
}));

/**
 * What main says of the session. A page that holds no keys is locked, also when main still has the session open (after a
 * crash of the page).
 */
export function noteSessionStatus(status: SessionStatus): void {
  useSession.setState(({ officer }) => ({
    status,
    practice: status.practice,
    phase: status.phase === 'unlocked' && officer === null ? 'locked' : status.phase,
  }));
}

/** An officer unlocked and the store is open. */
export function enterSession({ officer, unit, counter, deviceId, practice }: Omit<UnlockedSession, 'keys'>): void {
  useSession.setState({ phase: 'unlocked', officer, unit, counter, deviceId, practice });
}

/** Nobody works here any more. */
export function leaveSession(): void {
  useSession.setState({ phase: 'locked', ...nobody });
}
