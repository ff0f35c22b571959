import { z } from 'zod';
import { instantSchema } from '../base/time';
import { formHeadSchema } from '../domain/form-set';

/** Reports that are tables of figures or lists. The register and its addenda are papers of their own. */
export const tableReportIdSchema = z.enum([
  'dailyStatistics',
  'procedureResults',
  'levelResults',
  'lateToAccept',
  'lateToProcess',
  'postalList',
  'postalPickUp',
  'fees',
  'cashSheets',
  'levelTotals',
  'postalStaffing',
  'serviceIndex',
  'askedPapers',
  'codeGaps',
  'survey',
  'certificationRegister',
]);
/** See {@link tableReportIdSchema}. */
export type TableReportId = z.infer<typeof tableReportIdSchema>;

const columnSchema = z.object({
  header: z.string().max(200),
  /** In characters. */
  width: z.number().min(2).max(80),
  /** `money` in đồng, `instant` in milliseconds, `percent` as a share of 1. */
  kind: z.enum(['text', 'integer', 'money', 'decimal', 'percent', 'instant']),
  /** A head over this column and its neighbours of the same group. */
  group: z.string().max(120).optional(),
});
/** One column of a report's table. */
export type ReportColumn = z.infer<typeof columnSchema>;

const cellSchema = z.object({
  value: z.union([z.string().max(4000), z.number(), z.null()]),
  /** The dossiers that make the figure; absent where no dossier does, or nobody may know which (surveys). */
  dossierIds: z.array(z.string().max(60)).readonly().optional(),
});
/** A value and the dossiers behind it. Null: not known, which is never shown as 0. */
export type ReportCell = z.infer<typeof cellSchema>;

const rowSchema = z.object({
  look: z.enum(['plain', 'group', 'total']),
  cells: z.array(cellSchema).readonly(),
});
/** A row of a report's table. */
export type ReportRow = z.infer<typeof rowSchema>;

const tableSchema = z.object({
  /** Name of the sheet and heading on paper; short. */
  name: z.string().min(1).max(31),
  columns: z.array(columnSchema).min(1).max(40).readonly(),
  rows: z.array(rowSchema).max(100_000).readonly(),
  /** Said instead of rows where there are none. */
  empty: z.string().max(200),
  /** Lines below the table. */
  notes: z.array(z.string().max(1000)).max(40).readonly(),
});
/** A table of a report. */
export type ReportTable = z.infer<typeof tableSchema>;

/** A report as it is shown, exported and printed: everything in words and figures, nothing left to decide. */
export const tableReportSchema = z.object({
  id: tableReportIdSchema,
  head: formHeadSchema,
  practice: z.boolean(),
  /** Whether identity numbers are hidden; absent where none is printed. */
  masked: z.boolean().optional(),
  unitId: z.string().max(60),
  title: z.string().max(300),
  /** Which form of which rule it follows; empty where there is none. */
  reference: z.string().max(300),
  /** Period and what else the figures depend on. */
  subtitles: z.array(z.string().max(500)).max(10).readonly(),
  /** Until when the data of each counter is in it, and other lines above the tables. */
  lines: z.array(z.string().max(500)).max(40).readonly(),
  tables: z.array(tableSchema).min(1).max(20).readonly(),
  /** End of the file's name, without its ending: the period or day. */
  fileMark: z.string().max(60),
  madeAt: instantSchema,
  madeBy: z.string().max(200),
});
/** See {@link tableReportSchema}. */
export type TableReport = z.infer<typeof tableReportSchema>;

/** The report without the dossiers behind its figures: all that files and papers need. */
export function dropDrillDown(report: TableReport): TableReport {
  const tables = report.tables.map((table) => ({
    ...table,
    rows: table.rows.map(({ look, cells }) => ({ look, cells: cells.map(({ value }) => ({ value })) })),
  }));
  return { ...report, tables };
}
