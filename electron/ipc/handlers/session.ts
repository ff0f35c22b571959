import { ok } from '../../../shared/base/result';
import type { Handlers } from '../../../shared/ipc/contract';
import type { Session } from '../../session';

/** Signing in and out. */
export function createSessionHandlers(ports: {
  readonly session: Session;
  readonly startPractice: () => Promise<void>;
}): Handlers['session'] {
  const { session } = ports;
  return {
    status: () => Promise.resolve(ok(session.status())),
    unlock: ({ officerId, password }) => session.unlock(officerId, password),
    unlockWithPin: ({ officerId, pin }) => session.unlockWithPin(officerId, pin),
    setPin: async ({ pin }) => {
      await session.setPin(pin);
      return ok(null);
    },
    lock: async () => {
      await session.lock();
      return ok(null);
    },
    left: () => {
      session.notePageLeft();
      return Promise.resolve(ok(null));
    },
    startPractice: async () => {
      if (session.status().phase === 'firstRun') await ports.startPractice();
      return ok(session.status());
    },
  };
}
