import type { Kysely } from 'kysely';
import type { Instant } from '../shared/base/time';
import type { Tables } from './database/tables';
import type { GivenNumbers } from './leases-given';
import type { ServerLog } from './log';
import type { PackageShelf } from './packages';
import type { Nonces } from './security/nonces';
import type { ReplayGuard } from './security/replay-guard';
import type { SigningKey } from './security/signing-key';
import type { WakeUp } from './wake-up';

/** Brings the feeds of merged units together. */
export interface MergedFeeds {
  /**
   * Puts what the units of one office recorded before their merger into the feed of one of them: from the day of the merger
   * on all their PCs see the same, with the codes and receipts of old. Does nothing for a unit that was never merged.
   */
  readonly join: (context: Pick<ServerContext, 'db' | 'shelf' | 'now'>, unitId: string) => Promise<void>;
}

/** Everything the routes work with, put together once in `http.ts`. */
export interface ServerContext {
  readonly db: Kysely<Tables>;
  readonly engine: 'pglite' | 'postgres';
  readonly durable: boolean;
  readonly serverEpoch: string;
  readonly key: SigningKey;
  readonly shelf: PackageShelf;
  readonly nonces: Nonces;
  readonly replay: ReplayGuard;
  readonly wakeUp: WakeUp;
  readonly mergedFeeds: MergedFeeds;
  readonly given: GivenNumbers;
  readonly log: ServerLog;
  readonly now: () => Instant;
  readonly randomBytes: (count: number) => Buffer;
}
