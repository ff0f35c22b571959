import type { FormOptions } from '../shared/forms/build-form';
import type { FormFill } from '../shared/forms/form-fill';
import type { ReceiptSlip } from '../shared/forms/receipt-slip-data';
import type { Report } from '../shared/reports/report';

/** Work of the PDF process. `qr` is the signed text of the slip's QR code; `options`: what the province
 * prints differently, and the layout. */
export type PdfJob =
  | { readonly type: 'receipt'; readonly slip: ReceiptSlip; readonly qr: string; readonly options: FormOptions }
  | { readonly type: 'form'; readonly fill: FormFill; readonly options: FormOptions }
  | { readonly type: 'reportPdf'; readonly report: Report };

/** Work of the spreadsheet process. */
export interface SpreadsheetJob {
  readonly type: 'reportXlsx';
  readonly report: Report;
}

/** What main posts to a utility process. `id` counts up within one process. */
export interface WorkerRequest<Job> {
  readonly id: number;
  readonly job: Job;
}

/** The finished file. `pages` is told by the PDF process only. */
export interface WorkerFile {
  readonly bytes: Uint8Array;
  readonly pages?: number;
}

/** What a utility process answers. `error` names the fault for the log: never data of the job. */
export type WorkerAnswer =
  | ({ readonly id: number; readonly ok: true } & WorkerFile)
  | { readonly id: number; readonly ok: false; readonly error: string };
