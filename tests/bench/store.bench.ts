import { readdir, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Proposal } from '../../shared/domain/proposal';
import { createAppFolders, practiceOfficers, practicePassword, removeAppFolders } from '../support/app-folders';
import { buildVariant } from '../support/build-variant';
import { launchApp, type RunningApp } from '../support/launch-app';
import { buildIntake } from '../support/payloads';
import { createRandom } from '../support/random';
import { compare, median, quantile, report, round, type BenchResult } from './bench-result';
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

/** Opens a file for appending in main, where a save appends too; only what {@link append} needs is left there. */
async function openLog(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(async (_electron, path) => {
    const { open } = process.getBuiltinModule('node:fs/promises');
    Object.assign(globalThis, { baselineLog: await open(path, 'a') });
  }, file);
}

/** Baseline, first half: so many bytes at the end of a file, on the disk. */
function append(app: ElectronApplication, bytes: number): Promise<number> {
  return app.evaluate(async (_electron, length) => {
    const { baselineLog } = globalThis as typeof globalThis & { readonly baselineLog: FileHandle };
    const line = process.getBuiltinModule('node:crypto').randomBytes(length);
    const start = performance.now();
    await baselineLog.write(line);
    await baselineLog.datasync();
    return performance.now() - start;
  }, bytes);
}

/** The work a save cannot do without, one after the other, each in the process that does it in a save. */
async function measureBaseline(
  { app, page }: RunningApp,
  round: Pick<Round, 'lineBytes' | 'documentBytes'>,
): Promise<RawWork[]> {
  const times: RawWork[] = [];
  for (let n = 0; n < SAVES; n += 1) {
    const appended = await append(app, round.lineBytes);
    const put = await page.evaluate((size) => (globalThis as BenchWindow).bench.put(size), round.documentBytes);
    times.push({ append: appended, put });
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

/** The two halves of the baseline, in milliseconds. */
interface RawWork {
  readonly append: number;
  readonly put: number;
}

interface Round {
  readonly saves: readonly number[];
  readonly baseline: readonly RawWork[];
  readonly long: readonly number[];
  readonly lineBytes: number;
  readonly documentBytes: number;
}

async function measureRound(running: RunningApp, journal: string): Promise<Round> {
  const { page } = running;
  const before = await sizeOf(journal);
  const { times, lastId } = await measureNewDossiers(page);
  const lineBytes = Math.round(((await sizeOf(journal)) - before) / SAVES);
  const documentBytes = await page.evaluate((id) => (globalThis as BenchWindow).bench.storedBytes(id), lastId);
  const baseline = await measureBaseline(running, { lineBytes, documentBytes });
  const long = await measureLongDossier(page, await makeLongDossier(page));
  return { saves: times, baseline, long, lineBytes, documentBytes };
}

function compareRounds(rounds: readonly Round[]): readonly BenchResult[] {
  const over = (pick: (round: Round) => readonly number[], share: number): number =>
    median(rounds.map((round) => quantile(pick(round), share)));
  const saves = (round: Round): readonly number[] => round.saves;
  const baseline = (round: Round): readonly number[] => round.baseline.map(({ append, put }) => append + put);
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

/** What the figures are made from: sizes, the halves of the baseline, and how far the rounds lie apart. */
function describeRounds(rounds: readonly Round[]): Readonly<Record<string, unknown>> {
  const p95 = (values: readonly number[]): number => round(quantile(values, 0.95));
  const perRound = rounds.map(({ saves, baseline, long }) => ({
    save: { median: round(median(saves)), p95: p95(saves) },
    baseline: {
      p95: p95(baseline.map(({ append, put }) => append + put)),
      append: round(median(baseline.map(({ append }) => append))),
      put: round(median(baseline.map(({ put }) => put))),
    },
    long: { median: round(median(long)) },
  }));
  const [{ lineBytes, documentBytes } = { lineBytes: 0, documentBytes: 0 }] = rounds;
  return { rounds: ROUNDS, savesPerRound: SAVES, lineBytes, documentBytes, perRound };
}

async function main(): Promise<void> {
  const config = join(import.meta.dirname, 'store-page/electron.vite.config.mjs');
  const appFolder = await buildVariant({ name: 'store-page', config, parts: ['main', 'preload', 'resources'] });
  const folders = await createAppFolders({ province: null });
  const running = await launchApp({ folders, appFolder });
  const { page } = running;
  try {
    const secret = [practiceOfficers.counter.officerId, practicePassword] as const;
    await page.evaluate(([id, password]) => (globalThis as BenchWindow).bench.unlock(id, password), secret);
    for (let n = 0; n < WARM_UP; n += 1) await save(page, proposeReception(await newId(page)));
    await openLog(running.app, join(folders.data, 'baseline.log'));
    await measureBaseline(running, { lineBytes: 2000, documentBytes: 4000 });
    const rounds: Round[] = [];
    for (let n = 0; n < ROUNDS; n += 1) rounds.push(await measureRound(running, join(folders.data, 'journal')));
    await report('store', compareRounds(rounds), describeRounds(rounds));
  } finally {
    await running.kill();
    await removeAppFolders(folders);
  }
}

await main();
