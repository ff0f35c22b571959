import { execFile } from 'node:child_process';
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import exceljs from 'exceljs';
import { canonicalJson } from '../../shared/base/canonical-json';
import { formatInstant, toLocalDay } from '../../shared/base/time';
import { subjectKey } from '../../shared/domain/actions/action';
import { dossierPayloads } from '../../shared/domain/actions/dossier-actions';
import type { AcceptedAction, JournalEntry } from '../../shared/domain/journal-entry';
import type { AppFolders } from '../support/app-folders';
import type { PrintSystem } from '../support/print-system';
import type { JobRecord } from './main-job';

const run = promisify(execFile);
const PRINT_MS = 60_000;

/** The dossier as this device's journal and the province tell it. */
export interface JobFacts {
  readonly receivedAt: number;
  readonly promisedAt: number;
  /** The province's word on the reception, from its own feed. */
  readonly verdict: string;
  /** Copies that the recorded print of the slip names. */
  readonly printedCopies: number;
}

/** Papers of the job, under their names in the results folder. */
export interface JobPapers {
  readonly receipt: string;
  readonly registerPdf: string;
  readonly registerXlsx: string;
}

/** Copies what the app wrote for people into the results folder. Throws when a file is missing. */
export async function collectPapers(folders: AppFolders, target: string, code: string): Promise<JobPapers> {
  const names = await readdir(folders.exports);
  const take = async (fits: (name: string) => boolean, to: string): Promise<string> => {
    const name = names.find(fits);
    if (name === undefined) throw new Error(`the exports folder has no file for ${to}: ${names.join(', ')}`);
    const path = join(target, to);
    await copyFile(join(folders.exports, name), path);
    return path;
  };
  return {
    receipt: await take((name) => name.endsWith('.pdf') && name.includes(code), 'receipt.pdf'),
    registerPdf: await take((name) => name.startsWith('So theo doi') && name.endsWith('.pdf'), 'daily-log.pdf'),
    registerXlsx: await take((name) => name.startsWith('So theo doi') && name.endsWith('.xlsx'), 'daily-log.xlsx'),
  };
}

/** Reads the job's facts out of the journal and the province's feed. Throws when one of them does not know the dossier. */
export function readFacts(job: JobRecord, journal: readonly JournalEntry[], feed: readonly AcceptedAction[]): JobFacts {
  const actions = journal.flatMap(({ body }) => (body.kind === 'actions' ? body.actions : []));
  const received = actions.find(
    (action) => action.kind === 'DossierReceived' && JSON.stringify(action.payload).includes(`"${job.dossierCode}"`),
  );
  if (received === undefined) throw new Error(`the journal has no dossier ${job.dossierCode}`);
  const { promisedAt } = dossierPayloads.DossierReceived.parse(received.payload).appointment;
  if (promisedAt === null) throw new Error('the dossier has no promised time');
  const accepted = feed.find(({ action }) => action.id === received.id);
  if (accepted === undefined) throw new Error('the province does not show the dossier to other counters');
  if (canonicalJson(accepted.action) !== canonicalJson(received)) {
    throw new Error('the province holds another content than the journal');
  }
  const dossier = subjectKey(received.subject);
  const prints = actions.filter((action) => action.kind === 'FormPrinted' && subjectKey(action.subject) === dossier);
  const copies = prints.map(({ payload }) => dossierPayloads.FormPrinted.parse(payload).copies);
  return {
    receivedAt: received.happenedAt,
    promisedAt,
    verdict: accepted.receipt.verdict.type,
    printedCopies: copies.reduce((sum, count) => sum + count, 0),
  };
}

/** Looks into the papers. Gives what does not hold; nothing when all is as it must be. */
export async function findPaperFaults(papers: JobPapers, job: JobRecord, facts: JobFacts): Promise<readonly string[]> {
  const faults: string[] = [];
  const expectIn = (text: string, paper: string, wanted: readonly string[]): void => {
    const flat = text.replaceAll(/\s+/gu, ' ');
    for (const words of wanted) if (!flat.includes(words)) faults.push(`${paper} does not hold “${words}”`);
  };
  const { name } = job.citizen;
  const slipTimes = [facts.receivedAt, facts.promisedAt].map(writeSlipTime);
  expectIn(await readPdf(papers.receipt), 'receipt.pdf', [name, job.dossierCode, ...slipTimes]);
  expectIn(await readPdf(papers.registerPdf), 'daily-log.pdf', [
    name,
    job.dossierCode,
    formatInstant(facts.receivedAt).slice(0, 5),
  ]);
  const rows = await readSheet(papers.registerXlsx);
  const row = rows.find((cells) => cells.includes(job.dossierCode));
  if (row === undefined) faults.push(`daily-log.xlsx has no row of ${job.dossierCode}`);
  else if (!row.includes(name)) faults.push(`the row of ${job.dossierCode} in daily-log.xlsx does not name ${name}`);
  return faults;
}

/** Waits for the paper of the slip and copies it; null where nothing can be printed. */
export async function takePrinted(prints: PrintSystem | null, target: string): Promise<string | null> {
  if (prints === null) return null;
  const end = performance.now() + PRINT_MS;
  while (performance.now() < end) {
    const [paper] = await prints.printed();
    if (paper !== undefined) {
      await copyFile(paper, target);
      return target;
    }
    await wait(100);
  }
  throw new Error('nothing came out of the print queue');
}

/** What came out of the queue must be the slip, and screen, journal and paper must tell one thing. */
export async function findPrintFaults(
  printed: string | null,
  job: JobRecord,
  facts: JobFacts,
): Promise<readonly string[]> {
  const isSaid = job.printSentence.startsWith('Đã gửi tới máy in');
  const isRecorded = facts.printedCopies > 0;
  const faults: string[] = [];
  if (isSaid !== (printed !== null)) faults.push(`the screen said “${job.printSentence}”`);
  if (isRecorded !== (printed !== null)) faults.push('the record of the print is not what came out');
  if (printed === null) return faults;
  const text = (await readPdf(printed)).replaceAll(/\s+/gu, ' ');
  const wanted = [job.citizen.name, job.dossierCode];
  return [...faults, ...wanted.filter((words) => !text.includes(words)).map((words) => `the print lacks “${words}”`)];
}

/** Times as the slip writes them. */
function writeSlipTime(instant: number): string {
  const [year = '', month = '', day = ''] = toLocalDay(instant).split('-');
  const [hour = '', minute = ''] = formatInstant(instant).slice(0, 5).split(':');
  return `${hour} giờ ${minute} phút, ngày ${day} tháng ${month} năm ${year}`;
}

/** The words of a PDF. */
export async function readPdf(path: string): Promise<string> {
  const { stdout } = await run('pdftotext', ['-layout', path, '-'], { maxBuffer: 16 * 1024 * 1024 });
  return stdout.normalize('NFC');
}

async function readSheet(path: string): Promise<string[][]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  const rows: string[][] = [];
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      const cells: string[] = [];
      row.eachCell((cell) => cells.push(cell.text));
      rows.push(cells);
    });
  });
  return rows;
}
