import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TIME_ZONE_OFFSET_MS } from '../../shared/base/time';
import { createAppFolders, removeAppFolders } from '../support/app-folders';
import { readJournal } from '../support/desktop-bridge';
import { launchApp, type RunningApp } from '../support/launch-app';
import { hasPrintSystem, startPrintSystem, type PrintSystem } from '../support/print-system';
import { provinceLine, readFeed } from '../support/province';
import { collectPapers, findPaperFaults, findPrintFaults, readFacts, takePrinted } from './check-results';
import { mainJobPrinter, performMainJob, type Tell } from './main-job';

const RESULTS = ['receipt.pdf', 'printed.pdf', 'daily-log.xlsx', 'daily-log.pdf', 'summary.json'];

/** Nothing of an earlier run may be taken for the work of this one. */
async function clearResults(out: string, screenshots: string): Promise<void> {
  await mkdir(screenshots, { recursive: true });
  const pictures = (await readdir(screenshots))
    .filter((name) => name.endsWith('.png'))
    .map((name) => join(screenshots, name));
  await Promise.all([...RESULTS.map((name) => join(out, name)), ...pictures].map((path) => rm(path, { force: true })));
}

/** The instant on the clock of Vietnam. */
function writeLocalIso(instant: number): string {
  return new Date(instant + TIME_ZONE_OFFSET_MS).toISOString().replace('Z', '+07:00');
}

/** A print system of the job's own, with one queue; none where CUPS and its PDF printer are not installed. */
async function openPrinting(tell: Tell): Promise<PrintSystem | null> {
  if (!(await hasPrintSystem())) {
    tell('no printer: CUPS with its PDF printer is not installed here, the slip is a file only');
    return null;
  }
  const prints = await startPrintSystem();
  await prints.addPrinter(mainJobPrinter.name, mainJobPrinter.description);
  return prints;
}

async function doJob(
  running: RunningApp,
  place: { readonly out: string; readonly serverUrl: string; readonly prints: PrintSystem | null },
  tell: Tell,
): Promise<readonly string[]> {
  const { out, serverUrl } = place;
  const electronVersion = await running.app.evaluate(() => process.versions.electron);
  const screenshots = join(out, 'screenshots');
  const job = await performMainJob(running, { screenshots, tell });
  const printed = await takePrinted(place.prints, join(out, 'printed.pdf'));
  const papers = await collectPapers(running.folders, out, job.dossierCode);
  const facts = readFacts(job, await readJournal(running.page), await readFeed(serverUrl));
  const faults = [
    ...(await findPaperFaults(papers, job, facts)),
    ...(await findPrintFaults(printed, job, facts)),
    ...running.faults.take(),
  ];
  if (facts.verdict !== 'accepted') faults.push(`the province's word is “${facts.verdict}”`);
  const summary = {
    dossierCode: job.dossierCode,
    receivedAt: writeLocalIso(facts.receivedAt),
    promisedAt: writeLocalIso(facts.promisedAt),
    verdict: facts.verdict,
    printedCopies: facts.printedCopies,
    electronVersion,
    steps: job.steps,
  };
  await writeFile(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  tell(job.savedSentence);
  tell(job.printSentence);
  tell(printed === null ? 'no print system on this machine: printedCopies is 0' : `printed by CUPS: ${printed}`);
  tell(`the province's feed shows it with a signed receipt: ${facts.verdict}`);
  tell(`results: ${[papers.receipt, papers.registerXlsx, papers.registerPdf].join(', ')}, ${screenshots}`);
  return faults;
}

async function main(): Promise<number> {
  const out = process.env['QMC_OUT'] ?? '';
  const serverUrl = process.env['QMC_SERVER_URL'] ?? '';
  const tell: Tell = (line) => process.stdout.write(`${line}\n`);
  await clearResults(out, join(out, 'screenshots'));
  const folders = await createAppFolders({ province: provinceLine(Number(new URL(serverUrl).port)) });
  const prints = await openPrinting(tell);
  let running: RunningApp | undefined;
  try {
    running = await launchApp({ folders, env: { ...prints?.env } });
    const faults = await doJob(running, { out, serverUrl, prints }, tell);
    for (const fault of faults) tell(`NOT AS IT MUST BE: ${fault}`);
    tell(faults.length === 0 ? 'main job: done and checked' : 'main job: done, but see above');
    await running.close();
    return faults.length === 0 ? 0 : 1;
  } catch (error) {
    await running?.page.screenshot({ path: join(out, 'screenshots', 'failed.png') }).catch(() => undefined);
    tell(running?.complaints() ?? '');
    throw error;
  } finally {
    await running?.kill();
    await prints?.stop();
    await removeAppFolders(folders);
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `main job failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 1;
  },
);
