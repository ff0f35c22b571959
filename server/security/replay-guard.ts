import type { Instant } from '../../shared/base/time';
import { NONCE_LIFE_MS } from './nonces';

/** Remembers the proofs already used. */
export interface ReplayGuard {
  /** True the first time a proof of a key is seen, false for a replay. */
  readonly admit: (keyId: string, proofId: string) => boolean;
}

/**
 * Memory of proof ids, each kept while a nonce of its time can still be valid. Two generations are swapped instead of
 * single entries being timed: an entry then lives for one to two nonce lives and the memory stays bounded by the traffic.
 */
export function createReplayGuard(now: () => Instant): ReplayGuard {
  let current = new Set<string>();
  let previous = new Set<string>();
  let swappedAt = now();
  return {
    admit: (keyId, proofId) => {
      const age = now() - swappedAt;
      if (age > NONCE_LIFE_MS) {
        previous = age > 2 * NONCE_LIFE_MS ? new Set() : current;
        current = new Set();
        swappedAt = now();
      }
      const entry = `${keyId}\n${proofId}`;
      if (current.has(entry) || previous.has(entry)) return false;
      current.add(entry);
      return true;
    },
  };
}
