import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { err, ok, type Result } from '../shared/base/result';
import { assertNever } from '../shared/base/result';
import type { Report } from '../shared/reports/report';
import type { PageRef } from '../shared/domain/actions/action-parts';
import type { PrintJobNews } from '../shared/ipc/messages';
import { sayVi } from '../shared/text/message';
import type { Desk } from './desk';
import { flushFolder, replaceFile } from './durable-file';
import { findFileText } from './keys/find-file-text';
import type { Launch } from './launch';
import { describeError } from './log';
import { MAX_PAGE_BYTES } from './pages/page-content';
import { createCupsPrinter } from './print/cups-printer';
import type { Printer } from './print/printer';
import { createRunTool } from './print/run-tool';
import { createWindowsPrinter } from './print/windows-printer';
import { createPapers, type Papers } from './papers';
import type { Previews } from './previews';
import type { ReferenceStore } from './reference-store';
import type { PlaceFile } from './place';
import { createFolderDriver } from './scanner/folder-driver';
import { createTakenFiles } from './scanner/taken-files';
import { createScanRuns, type KeepError, type ScanRuns, type ScanTarget } from './scanner/scan-run';
import type { RejectReason } from './scanner/scanner-driver';
import { createWorkerHost, type WorkerError, type WorkerHost } from './worker-host';
import type { PdfJob, SpreadsheetJob, WorkerFile } from './worker-jobs';
import { startWorkerProcess } from './worker-process';

/** The machines of the counter: printer, scanner, and the processes that make papers. */
export interface Machines {
  readonly printer: Printer;
  readonly papers: Papers;
  readonly runs: ScanRuns;
  readonly renderPdf: (report: Report) => Promise<Result<Uint8Array, { readonly ref: string }>>;
  readonly renderSheet: (report: Report) => Promise<Result<Uint8Array, { readonly ref: string }>>;
  readonly stop: () => void;
}

/** What the machines need. */
export interface MachinePorts {
  readonly launch: Launch;
  readonly desk: () => Desk;
  readonly previews: Previews;
  readonly place: PlaceFile;
  readonly reference: ReferenceStore;
  readonly hasRoomForPages: () => boolean;
  readonly onLanded: (target: ScanTarget, page: PageRef) => void;
  readonly onPrintJob: (news: PrintJobNews) => void;
  readonly newId: () => string;
  readonly now: () => number;
}

const TOOL_TIMEOUT_MS = 15_000;
const PAPER_TIMEOUT_MS = 30_000;
const EXPORT_TIMEOUT_MS = 120_000;

/** Joins the machines; none of them is started before it is used. */
export function createMachines(ports: MachinePorts): Machines {
  const { launch } = ports;
  const pdf = createWorkerHost<PdfJob>({
    start: () => startWorkerProcess(launch.files.pdfWorker, 'pdf'),
    timeoutMs: PAPER_TIMEOUT_MS,
  });
  const sheet = createWorkerHost<SpreadsheetJob>({
    start: () => startWorkerProcess(launch.files.spreadsheetWorker, 'spreadsheet'),
    timeoutMs: EXPORT_TIMEOUT_MS,
  });
  const printer = createPrinter(launch);
  const bytesOf = (file: WorkerFile): Uint8Array => file.bytes;
  return {
    printer,
    papers: createPapers({
      ...ports,
      printer,
      render: async (job) => mapFile(await renderWith(launch, pdf, job), ({ bytes, pages = 1 }) => ({ bytes, pages })),
    }),
    runs: createScanner(ports),
    renderPdf: async (report) => mapFile(await renderWith(launch, pdf, { type: 'reportPdf', report }), bytesOf),
    renderSheet: async (report) => mapFile(await renderWith(launch, sheet, { type: 'reportXlsx', report }), bytesOf),
    stop: () => {
      pdf.stop();
      sheet.stop();
    },
  };
}

function createPrinter(launch: Launch): Printer {
  const run = createRunTool(TOOL_TIMEOUT_MS);
  return process.platform === 'win32' ? createWindowsPrinter(run, launch.files.sumatra) : createCupsPrinter(run);
}

function createScanner(ports: MachinePorts): ScanRuns {
  const { launch, desk, newId, now } = ports;
  const takenNote = join(launch.folder.root, 'scan-taken.json');
  const folder = createFolderDriver({
    folder: launch.scanFolder,
    name: sayVi({ key: 'machine.scanFolder.name' }),
    maxBytes: MAX_PAGE_BYTES,
    now,
    wait: (ms) => wait(ms),
    explain: (reason: RejectReason) => sayVi({ key: `machine.scanFolder.${reason}` }),
    taken: createTakenFiles({
      readNote: () => findFileText(takenNote),
      writeNote: (text) => replaceFile(takenNote, text),
      isKept: async (pageId) => (await desk().pages.open(pageId)).ok,
    }),
    removeFile: (path) => rm(path, { force: true }),
    flushFolder,
  });
  return createScanRuns({
    drivers: [folder],
    keepPage: async ({ draftId, paperId, pageId, order }, content) => {
      const written = await desk().pages.write(pageId, { draftId, paperId, order, at: now() }, content);
      return written.ok ? written : err(nameKeepError(launch, written.error.kind));
    },
    hasRoom: ports.hasRoomForPages,
    onLanded: ports.onLanded,
    newId,
    newRef: launch.newRef,
    log: launch.log,
  });
}

type WriteFault = 'empty' | 'unsupported' | 'tooLarge' | 'badPage' | 'exists' | 'diskFull';

function nameKeepError(launch: Launch, fault: WriteFault): KeepError {
  switch (fault) {
    case 'empty':
    case 'unsupported':
      return { kind: 'unsupported' };
    case 'tooLarge':
    case 'diskFull':
      return { kind: fault };
    case 'badPage':
    case 'exists': {
      const ref = launch.newRef();
      launch.log('pageNotKept', { ref, reason: fault });
      return { kind: 'failed', ref };
    }
    default:
      return assertNever(fault, 'nameKeepError');
  }
}

/** Runs a job and turns its failure into an id; the log gets what the process said of it. */
async function renderWith<Job>(
  launch: Launch,
  host: WorkerHost<Job>,
  job: Job,
): Promise<Result<WorkerFile, { readonly ref: string }>> {
  const outcome = await host.run(job).catch((error: unknown): Result<WorkerFile, WorkerError> => {
    launch.log('workerNotStarted', describeError(error));
    return err({ kind: 'failed', error: 'start' });
  });
  if (outcome.ok) return outcome;
  const ref = launch.newRef();
  launch.log('renderFailed', {
    ref,
    reason: outcome.error.kind,
    ...(outcome.error.kind === 'failed' ? { errorName: outcome.error.error } : {}),
  });
  return err({ ref });
}

function mapFile<T>(
  outcome: Result<WorkerFile, { readonly ref: string }>,
  change: (file: WorkerFile) => T,
): Result<T, { readonly ref: string }> {
  return outcome.ok ? ok(change(outcome.value)) : outcome;
}
