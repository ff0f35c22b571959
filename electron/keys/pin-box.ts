import { createEnvelope } from './envelope';
import type { DataKey } from './data-key';
import { SALT_BYTES, stretchSecret, type ArgonCost } from './password-hash';

/** Wrong PINs after which all PINs of the process are forgotten. */
export const PIN_TRIES = 3;

/** What a try with a PIN brought. `dropped`: no PIN (any more), the password is needed. */
export type PinTry =
  | { readonly kind: 'opened'; readonly dataKey: DataKey }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'dropped' };

/** PINs of the running process. Nothing of them ever reaches a disk: a PIN falls to guessing on a copied profile. */
export interface PinBox {
  readonly has: (officerId: string) => boolean;
  readonly set: (officerId: string, pin: string, dataKey: DataKey) => Promise<void>;
  readonly open: (officerId: string, pin: string) => Promise<PinTry>;
  readonly drop: (officerId: string) => void;
  readonly dropAll: () => void;
}

interface PinEntry {
  readonly keyId: number;
  readonly salt: Uint8Array;
  readonly sealed: Buffer;
  readonly triesLeft: number;
}

/** Makes an empty box. */
export function createPinBox(options: {
  readonly cost: ArgonCost;
  readonly randomBytes: (count: number) => Uint8Array;
}): PinBox {
  const entries = new Map<string, PinEntry>();
  const envelopeOf = async (pin: string, salt: Uint8Array) =>
    createEnvelope({ id: 1, bytes: await stretchSecret(pin, salt, options.cost) });
  return {
    has: (officerId) => entries.has(officerId),
    set: async (officerId, pin, dataKey) => {
      const salt = options.randomBytes(SALT_BYTES);
      const sealed = (await envelopeOf(pin, salt)).seal(contextOf(officerId), dataKey.bytes);
      entries.set(officerId, { keyId: dataKey.keyId, salt, sealed, triesLeft: PIN_TRIES });
    },
    open: async (officerId, pin) => {
      const entry = entries.get(officerId);
      if (entry === undefined) return { kind: 'dropped' };
      const opened = (await envelopeOf(pin, entry.salt)).open(contextOf(officerId), entry.sealed);
      if (opened.ok) {
        entries.set(officerId, { ...entry, triesLeft: PIN_TRIES });
        return { kind: 'opened', dataKey: { keyId: entry.keyId, bytes: opened.value } };
      }
      const triesLeft = entry.triesLeft - 1;
      if (triesLeft > 0) entries.set(officerId, { ...entry, triesLeft });
      else entries.clear();
      return triesLeft > 0 ? { kind: 'wrong', triesLeft } : { kind: 'dropped' };
    },
    drop: (officerId) => {
      entries.delete(officerId);
    },
    dropAll: () => {
      entries.clear();
    },
  };
}

function contextOf(officerId: string): string {
  return `pin|${officerId}`;
}
