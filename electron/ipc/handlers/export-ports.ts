import type { Result } from '../../../shared/base/result';
import type { Report } from '../../../shared/reports/report';
import type { ExportError, SavedFile } from '../../disk/save-export';

/** What an export joins: the rendering processes and the exports folder. */
export interface ExportPorts {
  readonly folder: string;
  readonly renderPdf: (report: Report) => Promise<Result<Uint8Array, { readonly ref: string }>>;
  readonly renderSheet: (report: Report) => Promise<Result<Uint8Array, { readonly ref: string }>>;
  readonly save: (
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  ) => Promise<Result<readonly SavedFile[], ExportError>>;
  readonly noteExported: (detail: string) => void;
  /** Whether this is a practice unit: every paper of it says so, whatever the page sent. */
  readonly practice: () => boolean;
  readonly onProgress: (progress: { readonly done: number; readonly of: number }) => void;
}
