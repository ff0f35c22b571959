import type { Instant } from '../../shared/base/time';
import type { CalendarEntry } from '../../shared/domain/calendar-rows';
import type { LatePeriod } from '../../shared/domain/late-lists';
import type { ProjectionRow } from './dossier-row';
import type { PortRequest } from './port-client';
import type { FactFilter, FactSummary } from './fact-table';
import type { DossierDoc } from './rx-schemas';
import type { SimulatedMoves, WatchReport, WatchStart } from './watch-table';

interface Call<Input, Output> {
  readonly input: Input;
  readonly output: Output;
}

/** A stored dossier as it goes to the worker: sealed; the worker opens and folds it off the page's thread. */
export type StoredDossier = Pick<DossierDoc, 'id' | 'sealed' | 'changeNoNeg'>;

/** What the page may ask the worker. */
export interface ProjectionCalls {
  /** Starts empty or from a sealed snapshot; answers the journal line the snapshot stands at, 0 when empty. */
  readonly open: Call<
    { readonly key: CryptoKey; readonly generation: string; readonly snapshot: Uint8Array<ArrayBuffer> | null },
    number
  >;
  readonly putRows: Call<readonly ProjectionRow[], null>;
  /** Answers the ids that could not be opened. */
  readonly putStored: Call<readonly StoredDossier[], readonly string[]>;
  readonly search: Call<{ readonly query: string; readonly limit: number }, readonly string[]>;
  readonly summarise: Call<readonly FactFilter[], readonly FactSummary[]>;
  readonly select: Call<
    { readonly filter: FactFilter; readonly order: 'receivedAt' | 'dueAt'; readonly limit: number },
    readonly string[]
  >;
  /** Opens the table of watched dossiers under rules; answers the line it stands at, 0 when it begins anew. */
  readonly watchOpen: Call<WatchStart, number>;
  /** Looks at dossiers as they stand at `now`. */
  readonly watchStored: Call<{ readonly docs: readonly StoredDossier[]; readonly now: Instant }, null>;
  /** Ids of dossiers that time alone may have moved. */
  readonly watchStale: Call<{ readonly now: Instant }, readonly string[]>;
  /** Everything the leader's screens show; the table holds every change up to `line` from then on. */
  readonly watchReport: Call<{ readonly period: LatePeriod; readonly line: number }, WatchReport>;
  /** Which open dossiers would move under days off; nothing is changed. */
  readonly watchSimulate: Call<readonly CalendarEntry[], SimulatedMoves>;
  /** Number of dossiers held, stubs included. */
  readonly size: Call<null, number>;
  /** Sealed snapshot that is complete up to the journal line named. */
  readonly snapshot: Call<{ readonly appliedLine: number }, Uint8Array<ArrayBuffer>>;
}

/** A call on the wire. */
export type ProjectionRequest = PortRequest<ProjectionCalls>;

/** The one message to the worker itself: the port everything else goes through. */
export const PROJECTION_PORT = 'projection-port';
