import { join } from 'node:path';
import { buildFilledForm } from '../../shared/forms/form-catalogue';
import type { FormDocument } from '../../shared/forms/form-layout';
import { buildReceiptSlip } from '../../shared/forms/receipt-slip';
import { buildReportDocument } from '../../shared/reports/report';
import type { PdfJob } from '../worker-jobs';
import { createPdfRenderer } from './pdf-document';
import { jobType, serveJobs } from './serve-jobs';

const render = createPdfRenderer(join(import.meta.dirname, '..', 'resources', 'fonts'));

const pdfJobs: ReadonlySet<unknown> = new Set<PdfJob['type']>(['receipt', 'form', 'reportPdf']);
const isPdfJob = (value: unknown): value is PdfJob => pdfJobs.has(jobType(value));

function buildDocument(job: PdfJob): FormDocument {
  switch (job.type) {
    case 'receipt':
      return buildReceiptSlip(job.slip, job.qr, job.options);
    case 'form':
      return buildFilledForm(job.fill, job.options);
    case 'reportPdf':
      return buildReportDocument(job.report);
  }
}

serveJobs(isPdfJob, (job) => render(buildDocument(job)));
