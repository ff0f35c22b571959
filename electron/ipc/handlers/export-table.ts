import { err, ok, type Result } from '../../../shared/base/result';
import { foldVietnamese } from '../../../shared/base/vietnamese';
import type { Handlers } from '../../../shared/ipc/contract';
import { listCsvFiles } from '../../../shared/reports/csv';
import { reportCatalogue, type ReportFormat } from '../../../shared/reports/report-catalogue';
import { dropDrillDown, type TableReport } from '../../../shared/reports/report-data';
import { sayVi } from '../../../shared/text/message';
import type { ExportPorts } from './export-ports';

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Made = Result<readonly File[], { readonly ref: string }>;

/** File name without its ending. */
function nameOf({ id, unitId, fileMark }: TableReport): string {
  return sayVi({ key: `machine.file.${id}`, values: { unitId, mark: fileMark } });
}

/** A file for each table; a report of one table keeps its plain name. */
function makeCsv(report: TableReport): readonly File[] {
  const files = listCsvFiles(report);
  const name = nameOf(report);
  return files.map((file) => ({
    name: files.length === 1 ? `${name}.csv` : `${name} - ${foldVietnamese(file.name)}.csv`,
    bytes: new TextEncoder().encode(file.text),
  }));
}

async function make(ports: ExportPorts, report: TableReport, format: ReportFormat): Promise<Made> {
  if (format === 'csv') return ok(makeCsv(report));
  const renderer = format === 'pdf' ? ports.renderPdf : ports.renderSheet;
  const bytes = await renderer({ kind: 'table', table: report });
  return bytes.ok ? ok([{ name: `${nameOf(report)}.${format}`, bytes: bytes.value }]) : bytes;
}

/** Whose names are in it is said in the record of accesses, and whether numbers stand uncovered. */
function detailOf({ id, unitId, fileMark, masked }: TableReport, formats: readonly ReportFormat[]): string {
  const isPersonal = reportCatalogue.find((entry) => entry.id === id)?.personal ?? true;
  const marks = [...(isPersonal ? ['personal'] : []), ...(masked === false ? ['unmasked'] : [])];
  return [`report ${id} ${unitId} ${fileMark}`, formats.join('+'), ...marks].join(' ');
}

/**
 * Export of a report that is tables: all files or none, one format after the other, so that it can be ended between two.
 * What the page says of practice does not count.
 */
export function createTableExport(ports: ExportPorts): Pick<Handlers['exports'], 'table' | 'cancel'> {
  let running: { cancelled: boolean } | undefined;
  return {
    table: async ({ report: asked, formats: wanted }) => {
      const report = { ...dropDrillDown(asked), practice: ports.practice() };
      const formats = [...new Set(wanted)];
      const order = { cancelled: false };
      running = order;
      const files: File[] = [];
      for (const [done, format] of formats.entries()) {
        ports.onProgress({ done, of: formats.length });
        const made = await make(ports, report, format);
        if (order.cancelled) return err({ kind: 'cancelled' });
        if (!made.ok) return err({ kind: 'renderFailed', ref: made.error.ref });
        files.push(...made.value);
      }
      running = undefined;
      const saved = await ports.save(files);
      if (!saved.ok) return saved;
      ports.noteExported(detailOf(report, formats));
      const written = saved.value.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
      return ok({ folder: ports.folder, files: written });
    },
    cancel: () => {
      if (running) running.cancelled = true;
      return Promise.resolve(ok(null));
    },
  };
}
