import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Proposal } from '../../shared/domain/proposal';
import { createAppFolders, practiceOfficers, practicePassword, removeAppFolders } from '../support/app-folders';
import { buildVariant } from '../support/build-variant';
import { launchApp } from '../support/launch-app';
import { buildIntake } from '../support/payloads';
import { createRandom } from '../support/random';
import { compare, median, quantile, report, type BenchResult } from './bench-result';
import type { StoreBench } from './store-page/page';

const WARM_UP = 10;
/** Each round measures the work and its baseline; the figures are medians over the rounds. */
const ROUNDS = 5;
const SAVES = 40;
const ACTIONS_OF_A_LONG_DOSSIER = 60;

type BenchWindow = typeof globalThis & { readonly bench: StoreBench };

const random = createRandom(7);

function proposeReception(id: string): Proposal {
  const context = { random, id: () => id, at: Date.now() };
  const intake = { ...buildIntake(context), procedureCode: '1.004873', caseId: 'thuong', pages: [], fees: [] };
  return { subject: { type: 'dossier', id }, base: 0, act: { kind: 'DossierReceived', intake } };
}

function proposePaper(id: string, no: number): Proposal {
  const counts = { original: 1, certifiedCopy: 0, photocopy: 0 };
  const paper = { paperId: `them-${String(no)}`, name: `Giấy tờ bổ sung số ${String(no)}`, mode: 'submit', counts };
  const payload = { v: 1, paper, pages: [] };
  return { subject: { type: 'dossier', id }, base: 0, act: { kind: 'plain', plainKind: 'PaperAttached', payload } };
}

function save(page: Page, proposal: Proposal): Promise<number> {
  return page.evaluate((value) => (globalThis as BenchWindow).bench.save(value), proposal);
}

function newId(page: Page): Promise<string> {
  return page.evaluate(() => (globalThis as BenchWindow).bench.newId());
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Baseline, second half: so many bytes at the end of a file, on the disk. */
async function measureAppends(bytes: number): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'append-'));
  const file = await open(join(folder, 'log'), 'a');
  const line = Buffer.alloc(Math.round(bytes), 'x');
  const times: number[] = [];
  for (let n = 0; n < SAVES; n += 1) {
    const start = performance.now();
    await file.write(line);
    await file.datasync();
    times.push(performance.now() - start);
  }
  await file.close();
  await rm(folder, { recursive: true });
  return times;
}

async function measurePuts(page: Page, bytes: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < SAVES; n += 1) {
    times.push(await page.evaluate((size) => (globalThis as BenchWindow).bench.put(size), bytes));
  }
  return times;
}

async function measureNewDossiers(page: Page): Promise<{ readonly times: number[]; readonly lastId: string }> {
  const times: number[] = [];
  let lastId = '';
  for (let n = 0; n < SAVES; n += 1) {
    lastId = await newId(page);
    times.push(await save(page, proposeReception(lastId)));
  }
  return { times, lastId };
}

/** A dossier that many acts were recorded on already. */
async function makeLongDossier(page: Page): Promise<string> {
  const id = await newId(page);
  await save(page, proposeReception(id));
  for (let no = 1; no < ACTIONS_OF_A_LONG_DOSSIER; no += 1) await save(page, proposePaper(id, no));
  return id;
}

/** Only a few: each makes the dossier longer still. */
async function measureLongDossier(page: Page, id: string): Promise<number[]> {
  const times: number[] = [];
  for (let no = 0; no < SAVES / 4; no += 1) {
    times.push(await save(page, proposePaper(id, ACTIONS_OF_A_LONG_DOSSIER + no)));
  }
  return times;
}

interface Round {
  readonly saves: readonly number[];
  readonly baseline: readonly number[];
  readonly long: readonly number[];
  readonly lineBytes: number;
  readonly documentBytes: number;
}

async function measureRound(page: Page, journal: string): Promise<Round> {
  const before = await sizeOf(journal);
  const { times, lastId } = await measureNewDossiers(page);
  const lineBytes = Math.round(((await sizeOf(journal)) - before) / SAVES);
  const documentBytes = await page.evaluate((id) => (globalThis as BenchWindow).bench.storedBytes(id), lastId);
  const puts = await measurePuts(page, documentBytes);
  const appends = await measureAppends(lineBytes);
  const baseline = puts.map((put, index) => put + (appends[index] ?? 0));
  const long = await measureLongDossier(page, await makeLongDossier(page));
  return { saves: times, baseline, long, lineBytes, documentBytes };
}

function compareRounds(rounds: readonly Round[]): readonly BenchResult[] {
  const over = (pick: (round: Round) => readonly number[], share: number): number =>
    median(rounds.map((round) => quantile(pick(round), share)));
  const saves = (round: Round): readonly number[] => round.saves;
  const baseline = (round: Round): readonly number[] => round.baseline;
  const long = (round: Round): readonly number[] => round.long;
  const unit = 'ms';
  return [
    compare('confirmed save, p95', { value: over(saves, 0.95), baseline: over(baseline, 0.95), target: 2, unit }),
    compare('confirmed save, median', { value: over(saves, 0.5), baseline: over(baseline, 0.5), target: 2, unit }),
    compare('save on a dossier with 60 acts, median', {
      value: over(long, 0.5),
      baseline: over(saves, 0.5),
      target: 1.5,
      unit,
    }),
  ];
}

async function main(): Promise<void> {
  const config = join(import.meta.dirname, 'store-page/electron.vite.config.mjs');
  const appFolder = await buildVariant({ name: 'store-page', config, parts: ['main', 'preload', 'resources'] });
  const folders = await createAppFolders({ province: null });
  const { page, kill } = await launchApp({ folders, appFolder });
  try {
    const secret = [practiceOfficers.counter.officerId, practicePassword] as const;
    await page.evaluate(([id, password]) => (globalThis as BenchWindow).bench.unlock(id, password), secret);
    for (let n = 0; n < WARM_UP; n += 1) await save(page, proposeReception(await newId(page)));
    const rounds: Round[] = [];
    for (let n = 0; n < ROUNDS; n += 1) rounds.push(await measureRound(page, join(folders.data, 'journal')));
    const [{ lineBytes, documentBytes } = { lineBytes: 0, documentBytes: 0 }] = rounds;
    report('store', compareRounds(rounds), { rounds: ROUNDS, savesPerRound: SAVES, lineBytes, documentBytes });
  } finally {
    await kill();
    await removeAppFolders(folders);
  }
}

await main();
