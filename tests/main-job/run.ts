import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TIME_ZONE_OFFSET_MS } from '../../shared/base/time';
import { createAppFolders, removeAppFolders } from '../support/app-folders';
import { readJournal } from '../support/desktop-bridge';
import { launchApp, type RunningApp } from '../support/launch-app';
import { provinceLine, readFeed } from '../support/province';
import { collectPapers, findPaperFaults, readFacts } from './check-results';
import { performMainJob, type Tell } from './main-job';

const RESULTS = ['receipt.pdf', 'daily-log.xlsx', 'daily-log.pdf', 'summary.json'];

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

async function doJob(
  running: RunningApp,
  place: { readonly out: string; readonly serverUrl: string },
  tell: Tell,
): Promise<readonly string[]> {
  const { out, serverUrl } = place;
  const electronVersion = await running.app.evaluate(() => process.versions.electron);
  const screenshots = join(out, 'screenshots');
  const job = await performMainJob(running, { screenshots, tell });
  const papers = await collectPapers(running.folders, out, job.dossierCode);
  const facts = readFacts(job, await readJournal(running.page), await readFeed(serverUrl));
  const faults = [...(await findPaperFaults(papers, job, facts)), ...running.faults.take()];
  if (facts.verdict !== 'accepted') faults.push(`the province's word is “${facts.verdict}”`);
  // What the screen said and what the journal holds are one thing: a file without a printer is no print.
  const wasPrinted = job.printSentence.startsWith('Đã gửi tới máy in');
  if (facts.printedCopies > 0 !== wasPrinted) faults.push('the record of the print is not what the screen said');
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
  const running = await launchApp({ folders });
  try {
    const faults = await doJob(running, { out, serverUrl }, tell);
    for (const fault of faults) tell(`NOT AS IT MUST BE: ${fault}`);
    tell(faults.length === 0 ? 'main job: done and checked' : 'main job: done, but see above');
    await running.close();
    return faults.length === 0 ? 0 : 1;
  } catch (error) {
    await running.page.screenshot({ path: join(out, 'screenshots', 'failed.png') }).catch(() => undefined);
    tell(running.complaints());
    throw error;
  } finally {
    await running.kill();
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
