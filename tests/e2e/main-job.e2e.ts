import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readJournal } from '../support/desktop-bridge';
import { checkoutRoot } from '../support/electron-path';
import { expect, test } from '../support/e2e-test';
import { readFeed } from '../support/province';
import { collectPapers, findPaperFaults, findPrintFaults, readFacts, takePrinted } from '../main-job/check-results';
import { mainJobPrinter, performMainJob } from '../main-job/main-job';

test('one dossier goes from the card to the province and into the register', async ({
  province,
  folders,
  start,
  prints,
}, info) => {
  const { line } = await province();
  const queue = await prints();
  await queue.addPrinter(mainJobPrinter.name, mainJobPrinter.description);
  const running = await start({ folders: await folders(line), env: queue.env });
  const job = await performMainJob(running, {
    screenshots: join(checkoutRoot, 'out/screenshots/e2e/main-job'),
    tell: () => undefined,
  });
  expect(job.dossierCode).toMatch(/^H41\.26-\d{6}-\d{4}$/u);

  const results = info.outputPath('papers');
  await mkdir(results, { recursive: true });
  const printed = await takePrinted(queue, join(results, 'printed.pdf'));
  const papers = await collectPapers(running.folders, results, job.dossierCode);
  const facts = readFacts(job, await readJournal(running.page), await readFeed(line.serverUrl));
  expect(facts.verdict).toBe('accepted');
  expect(facts.printedCopies).toBe(1);
  expect(await findPrintFaults(printed, job, facts)).toEqual([]);
  expect(facts.promisedAt).toBeGreaterThan(facts.receivedAt);
  expect(await findPaperFaults(papers, job, facts)).toEqual([]);
});
