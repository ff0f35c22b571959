import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { err, ok, type Result } from '../shared/base/result';
import { assertNever } from '../shared/base/result';
import type { Report } from '../shared/reports/report';
import { subjectKey } from '../shared/domain/actions/action';
import type { PageRef } from '../shared/domain/actions/action-parts';
import { foldDossier } from '../shared/domain/dossier-state';
import { readSlipTruth, type SlipTruth } from '../shared/domain/slip-truth';
import type { PrintJobNews } from '../shared/ipc/messages';
import { sayVi } from '../shared/text/message';
import type { Desk } from './desk';
import { saveExport } from './disk/save-export';
import { flushFolder, replaceFile } from './durable-file';
import { findFileText } from './keys/find-file-text';
import type { Launch } from './launch';
import { describeError } from './log';
import { MAX_PAGE_BYTES } from './pages/page-content';
import { createCupsPrinter } from './print/cups-printer';
import { createReceiptPrinter, type ReceiptPrinter } from './print/print-receipt';
import type { Printer } from './print/printer';
import { createRunTool } from './print/run-tool';
import { createWindowsPrinter } from './print/windows-printer';
import type { Previews } from './previews';
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
  readonly receipts: ReceiptPrinter;
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
    receipts: createReceipts(ports, { pdf, printer }),
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

function createReceipts(
  ports: MachinePorts,
  parts: { readonly pdf: WorkerHost<PdfJob>; readonly printer: Printer },
): ReceiptPrinter {
  const { launch, desk, previews, newId } = ports;
  return createReceiptPrinter({
    truthOf: (dossierId) => readTruth(desk(), dossierId),
    deviceId: () => desk().deviceId,
    sign: (text) => desk().deviceKey.sign(text),
    render: async (slip, qr) =>
      mapFile(await renderWith(launch, parts.pdf, { type: 'receipt', slip, qr }), ({ bytes, pages = 1 }) => ({
        bytes,
        pages,
      })),
    save: async (name, bytes) => {
      const saved = await saveExport(launch.exportsFolder, [{ name, bytes }]);
      if (!saved.ok) return err({ kind: saved.error.kind });
      const [file] = saved.value;
      if (file === undefined) throw new Error('saveExport kept no file');
      return ok(file);
    },
    printer: parts.printer,
    keepPreview: (bytes) => {
      const id = newId();
      previews.keep(id, bytes);
      return id;
    },
    wait: (ms) => wait(ms),
    onJob: ports.onPrintJob,
    newRef: launch.newRef,
    log: launch.log,
  });
}

/** The dossier as this device's journal tells it, folded by the same rules as everywhere. */
async function readTruth(desk: Desk, dossierId: string): Promise<SlipTruth | undefined> {
  const history = await desk.books.index.historyOf(subjectKey({ type: 'dossier', id: dossierId }));
  return readSlipTruth(foldDossier({ dossierId, ...history }));
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
