import type { Instant } from '../../../shared/base/time';
import type { UnlockError } from '../../../shared/ipc/messages';
import { describeIpcError } from '../../../shared/text/error-sentences';
import type { Message } from '../../../shared/text/message';
import type { EnterError } from '../../session';

/** How long is left, as `m:ss`; seconds are rounded up so that 0:00 means now. */
export function formatCountdown(until: Instant, now: Instant): string {
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Whether unlocking is refused at `now`. */
export function isBlocked(blockedUntil: Instant | null, now: Instant): boolean {
  return blockedUntil !== null && blockedUntil > now;
}

/** What came back from the journal; submissions nobody accepted yet are not dossiers of this counter. */
export function describeRestored(all: number, online: number): Message {
  if (online === 0) return { key: 'unlock.start.restored', values: { count: all } };
  return { key: 'unlock.start.restoredOnline', values: { count: all - online, online } };
}

function describeWrong(error: Extract<UnlockError, { kind: 'wrongSecret' }>, how: 'password' | 'pin'): Message {
  if (error.triesLeft <= 0) return { key: 'unlock.wrongLast' };
  return { key: how === 'pin' ? 'unlock.wrongPin' : 'unlock.wrongPassword', values: { triesLeft: error.triesLeft } };
}

/** Why the door stays shut, and what to do. `blocked` counts down on the screen itself, so it has no sentence here. */
export function describeUnlockError(error: EnterError, how: 'password' | 'pin'): Message | undefined {
  switch (error.kind) {
    case 'wrongSecret':
      return describeWrong(error, how);
    case 'blocked':
      return undefined;
    case 'unknownOfficer':
      return { key: 'unlock.unknownOfficer' };
    case 'needsPassword':
      return { key: 'unlock.needsPassword' };
    case 'needsRecovery':
      return { key: 'unlock.needsRecovery' };
    case 'dataFromNewerVersion':
      return { key: 'unlock.newerData' };
    case 'journalUnreadable':
      return { key: 'unlock.journalUnreadable', values: { ref: error.ref } };
    case 'storeFailed':
      return { key: 'unlock.storeFailed', values: { name: error.name } };
    case 'programDamaged':
      return { key: 'unlock.programDamaged' };
    case 'handshakeFailed':
      return describeIpcError(error.error);
    case 'badRequest':
    case 'foreignSender':
    case 'locked':
    case 'internal':
      return describeIpcError(error);
  }
}
