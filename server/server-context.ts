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
  readonly given: GivenNumbers;
  readonly log: ServerLog;
  readonly now: () => Instant;
  readonly randomBytes: (count: number) => Buffer;
}
