import { buildRegisterSheet } from '../../shared/reports/register-sheet';
import type { SpreadsheetJob } from '../worker-jobs';
import { jobType, serveJobs } from './serve-jobs';
import { buildWorkbook } from './sheet-workbook';

const isSpreadsheetJob = (value: unknown): value is SpreadsheetJob => jobType(value) === 'registerXlsx';

serveJobs(isSpreadsheetJob, async ({ register }) => ({
  bytes: await buildWorkbook(buildRegisterSheet(register), register.madeBy),
}));
