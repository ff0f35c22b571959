import type { DossierDoc } from './rx-schemas';
import type { LocalDay } from '../../shared/base/time';
import type { ReferencePackage } from '../../shared/domain/reference-package';
import type { HeardOf } from '../../shared/reports/gather-report';
import type { TableReport } from '../../shared/reports/report-data';
import type { ReportFrame } from '../../shared/reports/report-frame';
import type { ReportOrder } from '../../shared/reports/report-order';

/** A dossier as it goes to the worker: sealed. */
export type SealedDossier = Pick<DossierDoc, 'id' | 'sealed'>;

/** A figure of a report by its place. */
export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** How many dossiers stand behind each cell of a table, row after row; −1 where none can. */
export type CellCounts = Int32Array<ArrayBuffer>;

interface Call<Input, Output> {
  readonly input: Input;
  readonly output: Output;
}

/** What the page asks the worker of one report, in this order. */
export interface ReportCalls {
  readonly open: Call<
    {
      readonly key: CryptoKey;
      readonly order: ReportOrder;
      readonly packages: readonly ReferencePackage[];
      /** Day whose rules are in force now. */
      readonly day: LocalDay;
    },
    null
  >;
  /** Answers how many could not be opened. */
  readonly gather: Call<readonly SealedDossier[], number>;
  readonly heard: Call<null, readonly HeardOf[]>;
  /** Makes the report without names; answers whom it wants to name. */
  readonly draft: Call<ReportFrame['counters'], readonly string[]>;
  /** Names dossiers. */
  readonly name: Call<readonly SealedDossier[], null>;
  /** The report without the dossiers behind its figures, and how many there are. */
  readonly finish: Call<
    ReportFrame['counters'],
    { readonly report: TableReport; readonly behind: readonly CellCounts[] }
  >;
  readonly behind: Call<CellPlace, readonly string[]>;
}

/** The one message to the worker itself: the port everything else goes through. */
export const REPORT_PORT = 'report-port';
