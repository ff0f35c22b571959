import type { FormDocument } from '../forms/form-layout';
import type { RegisterAddendum } from './addendum-data';
import { buildAddendumDocument } from './addendum-document';
import { buildAddendumWorkbook } from './addendum-sheet';
import type { Register } from './register-data';
import { buildRegisterDocument } from './register-document';
import { buildRegisterWorkbook } from './register-sheet';
import type { WorkbookData } from './sheet-data';

/** A report that is exported as a paper and as a spreadsheet. */
export type Report =
  | { readonly kind: 'register'; readonly register: Register }
  | { readonly kind: 'addendum'; readonly addendum: RegisterAddendum };

/** The report as a paper. */
export function buildReportDocument(report: Report): FormDocument {
  return report.kind === 'register' ? buildRegisterDocument(report.register) : buildAddendumDocument(report.addendum);
}

/** The report as a spreadsheet. */
export function buildReportWorkbook(report: Report): WorkbookData {
  return report.kind === 'register' ? buildRegisterWorkbook(report.register) : buildAddendumWorkbook(report.addendum);
}
