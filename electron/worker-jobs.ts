import type { ReceiptSlip } from '../shared/forms/receipt-slip-data';
import type { Register } from '../shared/reports/register-data';

/** Work of the PDF process. `qr` is the signed text of the slip's QR code. */
export type PdfJob =
  | { readonly type: 'receipt'; readonly slip: ReceiptSlip; readonly qr: string }
  | { readonly type: 'registerPdf'; readonly register: Register };

/** Work of the spreadsheet process. */
export interface SpreadsheetJob {
  readonly type: 'registerXlsx';
  readonly register: Register;
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
