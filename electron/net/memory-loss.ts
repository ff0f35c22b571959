import type { Checkpoint } from '../../shared/domain/journal-entry';
import type { Hello } from '../../shared/sync/protocol';

/** What this device knows the province once knew. */
export interface ProvinceMemory {
  readonly checkpoint: Checkpoint | null;
  readonly incarnation: string | undefined;
  /** Every own act of this incarnation up to here has the province's receipt; 0 when none has. */
  readonly receiptedSeq: number;
}

/**
 * How a province forgot. `newEpoch`: it says so itself. `setBack`: it does not, but holds less than it receipted, as after
 * an older copy of its database was put back unsaid. `none`: nothing is known to be lost.
 */
export type MemoryLoss = 'none' | 'newEpoch' | 'setBack';

/** Compares what the province says of itself with what it once gave a receipt or a feed position for. */
export function findMemoryLoss(hello: Hello, memory: ProvinceMemory): MemoryLoss {
  const { checkpoint, incarnation, receiptedSeq } = memory;
  if (checkpoint?.serverEpoch !== hello.serverEpoch) return 'newEpoch';
  // A revoked device is told nothing of the feed, and what it sends is put aside.
  if (hello.device === undefined || hello.device.revoked) return 'none';
  const known = hello.device.incarnations.find((life) => life.incarnation === incarnation)?.highestSeq ?? 0;
  return hello.device.feedHead < checkpoint.n || known < receiptedSeq ? 'setBack' : 'none';
}
