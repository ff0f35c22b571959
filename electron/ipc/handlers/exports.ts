import { err, ok, type Result } from '../../../shared/base/result';
import type { Handlers } from '../../../shared/ipc/contract';
import type { Report } from '../../../shared/reports/report';
import { sayVi } from '../../../shared/text/message';
import type { ExportPorts } from './export-ports';
import { createTableExport } from './export-table';

type Rendered = Result<readonly { readonly name: string; readonly bytes: Uint8Array }[], { readonly ref: string }>;

/** File name without its ending: an addendum lies beside its register. */
function nameOf(report: Exclude<Report, { kind: 'table' }>): string {
  if (report.kind === 'register') {
    const { unitId, day } = report.register;
    return sayVi({ key: 'machine.file.register', values: { unitId, day } });
  }
  const { unitId, day, number } = report.addendum;
  return number === null
    ? sayVi({ key: 'machine.file.addendumDraft', values: { unitId, day } })
    : sayVi({ key: 'machine.file.addendum', values: { unitId, day, number } });
}

async function render(ports: ExportPorts, report: Exclude<Report, { kind: 'table' }>): Promise<Rendered> {
  const [pdf, sheet] = await Promise.all([ports.renderPdf(report), ports.renderSheet(report)]);
  if (!pdf.ok) return pdf;
  if (!sheet.ok) return sheet;
  const name = nameOf(report);
  return ok([
    { name: `${name}.xlsx`, bytes: sheet.value },
    { name: `${name}.pdf`, bytes: pdf.value },
  ]);
}

/**
 * Exports of the register and its addenda: all files or none, and every export is an access on record. Addenda are files
 * of their own, so that a closed register stays the same file whatever is added to its day.
 */
export function createExportHandlers(ports: ExportPorts): Handlers['exports'] {
  return {
    ...createTableExport(ports),
    register: async ({ register, addenda }) => {
      const reports: readonly Exclude<Report, { kind: 'table' }>[] = [
        { kind: 'register', register },
        ...addenda.map((addendum) => ({ kind: 'addendum', addendum }) as const),
      ];
      const files: { readonly name: string; readonly bytes: Uint8Array }[] = [];
      for (const report of reports) {
        const rendered = await render(ports, report);
        if (!rendered.ok) return err({ kind: 'renderFailed', ref: rendered.error.ref });
        files.push(...rendered.value);
      }
      const saved = await ports.save(files);
      if (!saved.ok) return saved;
      ports.noteExported(`register ${register.unitId} ${register.day}${register.masked ? '' : ' unmasked'}`);
      return ok({
        folder: ports.folder,
        files: saved.value.map(({ name: file, bytes, sha256 }) => ({ name: file, bytes, sha256 })),
      });
    },
  };
}
