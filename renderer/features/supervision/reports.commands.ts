import type { Result } from '../../../shared/base/result';
import { subjectKey } from '../../../shared/domain/actions/action';
import type { IpcError, SavedExport, SaveError } from '../../../shared/ipc/messages';
import type { ReportFormat } from '../../../shared/reports/report-catalogue';
import type { TableReport } from '../../../shared/reports/report-data';
import { getDesktop } from '../../desktop';

/** What came of an export. */
export type ReportExport = Result<SavedExport, SaveError | IpcError>;

/** Writes a report in the formats named; main puts the export on record. `onProgress`: formats done, of those asked for. */
export async function exportReport(
  report: TableReport,
  formats: readonly ReportFormat[],
  onProgress: (progress: { readonly done: number; readonly of: number }) => void,
): Promise<ReportExport> {
  const desktop = getDesktop();
  const stop = desktop.on('exportProgress', onProgress);
  const saved = await desktop.exports.table({ report, formats: [...formats] });
  stop();
  return saved;
}

/** Ends the export under way; no file of it is written. */
export async function cancelExport(): Promise<void> {
  await getDesktop().exports.cancel();
}

/** Puts on record that a report with names of citizens was looked at, and whether their numbers stood uncovered. */
export function noteReportAccess(report: TableReport, at: { readonly day: string; readonly counterId: string }): void {
  const key = subjectKey({ type: 'unitDay', unitId: report.unitId, day: at.day, counterId: at.counterId });
  void getDesktop().records.noteAccess({
    what: report.masked === false ? 'revealed' : 'viewed',
    subjectKey: key,
    detail: `report ${report.id} ${report.fileMark}`,
  });
}
