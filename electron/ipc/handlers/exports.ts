import { err, ok, type Result } from '../../../shared/base/result';
import type { Handlers } from '../../../shared/ipc/contract';
import type { Register } from '../../../shared/reports/register-data';
import { sayVi } from '../../../shared/text/message';
import type { ExportError, SavedFile } from '../../disk/save-export';

/** What an export joins: the rendering processes and the exports folder. */
export interface ExportPorts {
  readonly folder: string;
  readonly renderPdf: (register: Register) => Promise<Result<Uint8Array, { readonly ref: string }>>;
  readonly renderSheet: (register: Register) => Promise<Result<Uint8Array, { readonly ref: string }>>;
  readonly save: (
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  ) => Promise<Result<readonly SavedFile[], ExportError>>;
  readonly noteExported: (detail: string) => void;
}

/** Exports of the register: both files or none, and every export is an access on record. */
export function createExportHandlers(ports: ExportPorts): Handlers['exports'] {
  return {
    register: async ({ register }) => {
      const [pdf, sheet] = await Promise.all([ports.renderPdf(register), ports.renderSheet(register)]);
      if (!pdf.ok) return err({ kind: 'renderFailed', ref: pdf.error.ref });
      if (!sheet.ok) return err({ kind: 'renderFailed', ref: sheet.error.ref });
      const name = sayVi({ key: 'machine.file.register', values: { unitId: register.unitId, day: register.day } });
      const saved = await ports.save([
        { name: `${name}.xlsx`, bytes: sheet.value },
        { name: `${name}.pdf`, bytes: pdf.value },
      ]);
      if (!saved.ok) return saved;
      ports.noteExported(`register ${register.unitId} ${register.day}${register.masked ? '' : ' unmasked'}`);
      return ok({
        folder: ports.folder,
        files: saved.value.map(({ name: file, bytes, sha256 }) => ({ name: file, bytes, sha256 })),
      });
    },
  };
}
