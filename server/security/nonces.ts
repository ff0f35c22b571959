import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../shared/base/time';

/** How long a nonce is good for: long enough for a slow upload on a bad line, short enough for a small replay memory. */
export const NONCE_LIFE_MS = 15 * 60_000;

const MAC_BYTES = 16;
const TIME_DIGITS = 11;

/** Issues and checks the nonces of proofs. They carry the server's own time, so no client clock matters. */
export interface Nonces {
  readonly issue: () => string;
  readonly isValid: (nonce: string) => boolean;
}

/**
 * `secret` must be new at each start of the process: then no proof of an earlier run can be replayed although the memory
 * of seen proofs was lost with it. Form: time in base 36, dot, base64url HMAC.
 */
export function createNonces(secret: Buffer, now: () => Instant): Nonces {
  const build = (time: string): string => {
    const mac = createHmac('sha256', secret).update(time).digest().subarray(0, MAC_BYTES);
    return `${time}.${mac.toString('base64url')}`;
  };
  return {
    issue: () => build(now().toString(36)),
    isValid: (nonce) => {
      const time = nonce.slice(0, nonce.indexOf('.'));
      if (!/^[0-9a-z]+$/.test(time) || time.length > TIME_DIGITS) return false;
      const expected = Buffer.from(build(time));
      const given = Buffer.from(nonce);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
      const age = now() - Number.parseInt(time, 36);
      return age >= 0 && age <= NONCE_LIFE_MS;
    },
  };
}
