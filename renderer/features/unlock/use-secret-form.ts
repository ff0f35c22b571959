import { type KeyboardEvent, useState } from 'react';
import type { Result } from '../../../shared/base/result';
import type { SessionStatus } from '../../../shared/ipc/messages';
import type { EnterError } from '../../session';
import { t, useNow } from '../../ui';
import { describeUnlockError, formatCountdown, isBlocked } from './unlock-sentences';

/** Tries a secret. */
export type SendSecret = (officerId: string, secret: string) => Promise<Result<unknown, EnterError>>;

/** Digits of a PIN. */
export const PIN_LENGTH = 6;

/** What the form needs of its page. */
export interface SecretFormInput {
  readonly status: SessionStatus;
  readonly officerId: string | null;
  readonly how: 'password' | 'pin';
  readonly onPassword: SendSecret;
  readonly onPin: SendSecret;
  readonly onNeedsPassword: () => void;
}

/** State of the password or PIN box. */
export interface SecretForm {
  readonly secret: string;
  readonly error: string | undefined;
  /** The sentence with the time to wait, while waiting. */
  readonly waiting: string | undefined;
  readonly isBusy: boolean;
  readonly capsLock: boolean;
  /** Grows whenever the field should have the focus again. */
  readonly focusWhen: number;
  readonly type: (text: string) => void;
  readonly submit: () => void;
  readonly clear: () => void;
  readonly watchCapsLock: (event: KeyboardEvent) => void;
}

/** Typing, sending, wrong tries and waiting times of the secret's box. */
export function useSecretForm(input: SecretFormInput): SecretForm {
  const { status, officerId, how } = input;
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const [tries, setTries] = useState(0);
  const [blockedHere, setBlockedHere] = useState<number | null>(null);
  const now = useNow(500);
  const blockedUntil = Math.max(status.blockedUntil ?? 0, blockedHere ?? 0) || null;
  const blocked = isBlocked(blockedUntil, now);

  const send = async (text: string): Promise<void> => {
    if (officerId === null || text === '' || isBusy || blocked) return;
    setBusy(true);
    setError(undefined);
    const answer = await (how === 'pin' ? input.onPin(officerId, text) : input.onPassword(officerId, text));
    setBusy(false);
    if (answer.ok) return;
    setSecret('');
    setTries((count) => count + 1);
    if (answer.error.kind === 'blocked') setBlockedHere(answer.error.until);
    if (answer.error.kind === 'needsPassword') input.onNeedsPassword();
    const message = describeUnlockError(answer.error, how);
    setError(message && t(message));
  };
  const type = (text: string): void => {
    const clean = how === 'pin' ? text.replaceAll(/\D/g, '') : text;
    setSecret(clean);
    setError(undefined);
    // Six digits are the whole PIN: no key to press after them.
    if (how === 'pin' && clean.length === PIN_LENGTH) void send(clean);
  };
  return {
    secret,
    error,
    waiting:
      blocked && blockedUntil !== null ? t('unlock.blocked', { time: formatCountdown(blockedUntil, now) }) : undefined,
    isBusy,
    capsLock,
    focusWhen: tries * 2 + (blocked ? 1 : 0),
    type,
    submit: () => void send(secret),
    clear: () => {
      setSecret('');
      setError(undefined);
    },
    watchCapsLock: (event) => {
      setCapsLock(event.getModifierState('CapsLock'));
    },
  };
}
