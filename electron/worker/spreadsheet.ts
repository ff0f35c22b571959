import { buildReportWorkbook } from '../../shared/reports/report';
import type { SpreadsheetJob } from '../worker-jobs';
import { jobType, serveJobs } from './serve-jobs';
import { buildWorkbook } from './sheet-workbook';

const isSpreadsheetJob = (value: unknown): value is SpreadsheetJob => jobType(value) === 'reportXlsx';

serveJobs(isSpreadsheetJob, async ({ report }) => ({ bytes: await buildWorkbook(buildReportWorkbook(report)) }));
