import type { ProjectionRow } from './dossier-row';
import type { FactFilter, FactSummary } from './fact-table';
import type { DossierDoc } from './rx-schemas';

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
  /** Number of dossiers held, stubs included. */
  readonly size: Call<null, number>;
  /** Sealed snapshot that is complete up to the journal line named. */
  readonly snapshot: Call<{ readonly appliedLine: number }, Uint8Array<ArrayBuffer>>;
}

/** Name of a call. */
export type ProjectionOp = keyof ProjectionCalls;

/** A call on the wire. */
export type ProjectionRequest = {
  [Op in ProjectionOp]: { readonly no: number; readonly op: Op; readonly input: ProjectionCalls[Op]['input'] };
}[ProjectionOp];

/** Its answer. */
export type ProjectionAnswer =
  | { readonly no: number; readonly ok: true; readonly output: unknown }
  | { readonly no: number; readonly ok: false; readonly error: string };

/** The one message to the worker itself: the port everything else goes through. */
export const PROJECTION_PORT = 'projection-port';
