import { buildUuidV7, type UuidV7 } from '../../shared/base/ids';
import type { Instant } from '../../shared/base/time';

/** Makes ids of actions and incarnations: UUIDv7 of the moment given. */
export interface ActionIds {
  readonly next: (at: Instant) => UuidV7;
}

/** Ids from real randomness, passed in. */
export function createActionIds(randomBytes: (count: number) => Uint8Array): ActionIds {
  return { next: (at) => buildUuidV7(at, randomBytes(10)) };
}
