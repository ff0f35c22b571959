import type { FormDocument } from '../forms/form-layout';
import type { RegisterAddendum } from './addendum-data';
import { buildAddendumDocument } from './addendum-document';
import { buildAddendumWorkbook } from './addendum-sheet';
import type { Register } from './register-data';
import { buildRegisterDocument } from './register-document';
import { buildRegisterWorkbook } from './register-sheet';
import type { TableReport } from './report-data';
import { buildTableDocument } from './report-document';
import { buildTableWorkbook } from './report-sheet';
import type { WorkbookData } from './sheet-data';

/** A report that is exported as a paper and as a spreadsheet. */
export type Report =
  | { readonly kind: 'register'; readonly register: Register }
  | { readonly kind: 'addendum'; readonly addendum: RegisterAddendum }
  | { readonly kind: 'table'; readonly table: TableReport };

/** The report as a paper. */
export function buildReportDocument(report: Report): FormDocument {
  switch (report.kind) {
    case 'register':
      return buildRegisterDocument(report.register);
    case 'addendum':
      return buildAddendumDocument(report.addendum);
    case 'table':
      return buildTableDocument(report.table);
  }
}

/** The report as a spreadsheet. */
export function buildReportWorkbook(report: Report): WorkbookData {
  switch (report.kind) {
    case 'register':
      return buildRegisterWorkbook(report.register);
    case 'addendum':
      return buildAddendumWorkbook(report.addendum);
    case 'table':
      return buildTableWorkbook(report.table);
  }
}
