import { join } from 'node:path';
import { buildReceiptSlip } from '../../shared/forms/receipt-slip';
import { buildReportDocument } from '../../shared/reports/report';
import type { PdfJob } from '../worker-jobs';
import { createPdfRenderer } from './pdf-document';
import { jobType, serveJobs } from './serve-jobs';

const render = createPdfRenderer(join(import.meta.dirname, '..', 'resources', 'fonts'));

const isPdfJob = (value: unknown): value is PdfJob => jobType(value) === 'receipt' || jobType(value) === 'reportPdf';

serveJobs(isPdfJob, (job) =>
  render(job.type === 'receipt' ? buildReceiptSlip(job.slip, job.qr) : buildReportDocument(job.report)),
);
