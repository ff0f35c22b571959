import type { Page } from '@playwright/test';
import { toLocalDay } from '../../shared/base/time';
import { createAppFolders, practicePassword, removeAppFolders } from '../support/app-folders';
import { launchApp, type RunningApp } from '../support/launch-app';
import { openFrame } from '../support/pages/frame';
import { openReports } from '../support/pages/reports-page';
import { officerPlaces, openUnlockPage } from '../support/pages/unlock-page';
import { seedDossiers, seedShift } from '../support/seed-dossiers';
import { compare, median, report, round } from './bench-result';

const DOSSIERS = Number(process.env['QMC_BENCH_DOSSIERS'] ?? '10000');
/** The same report over and over: memory must not grow with it. */
const ROUNDS = 6;
const titles = {
  procedureResults: 'Tình hình, kết quả giải quyết thủ tục hành chính',
  fees: 'Báo cáo thu phí, lệ phí và cước bưu chính',
  lateToProcess: 'Danh sách hồ sơ chậm giải quyết',
} as const;

/** Resident memory of the page's process in MiB; what was thrown away is collected first. */
async function readMemory({ app, page }: RunningApp): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  return app.evaluate(({ app: main, BrowserWindow }) => {
    const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId();
    const found = main.getAppMetrics().find((metric) => metric.pid === pid);
    return (found?.memory.workingSetSize ?? 0) / 1024;
  });
}

/** Milliseconds from the order to the table, and the longest the page stood still meanwhile. */
async function timeMaking(page: Page): Promise<{ readonly ms: number; readonly longestFrame: number }> {
  // No named functions here: the program that runs this would wrap them in something the page does not have.
  await page.evaluate(() => {
    const frames = { longest: 0, last: performance.now(), timer: 0 };
    frames.timer = window.setInterval(() => {
      frames.longest = Math.max(frames.longest, performance.now() - frames.last);
      frames.last = performance.now();
    }, 10);
    Object.assign(globalThis, { qmcFrames: frames });
  });
  const start = performance.now();
  await page.keyboard.press('Control+Enter');
  const pending = page.getByRole('button', { name: /^Dừng lập/u });
  await pending.waitFor();
  await pending.waitFor({ state: 'detached', timeout: 300_000 });
  await page.getByRole('grid', { name: /^Bảng /u }).waitFor();
  const ms = performance.now() - start;
  const longestFrame = await page.evaluate(() => {
    const { qmcFrames } = globalThis as typeof globalThis & {
      readonly qmcFrames?: { readonly longest: number; readonly timer: number };
    };
    clearInterval(qmcFrames?.timer);
    return qmcFrames?.longest ?? 0;
  });
  return { ms, longestFrame };
}

const folders = await createAppFolders({ province: null });
const running = await launchApp({ folders });
try {
  const { page } = running;
  await openUnlockPage(page).enter(officerPlaces.counter, practicePassword);
  await openFrame(page).rail.waitFor();
  await seedShift(page, { unitId: 'H41.26', counterId: 'quay-1', day: toLocalDay(Date.now()) });
  const seeding = performance.now();
  await seedDossiers(page, DOSSIERS);
  const seeded = performance.now() - seeding;
  await running.lock();
  await openUnlockPage(page).signIn(officerPlaces.supervisor, practicePassword);
  await openFrame(page).go('supervision');
  const reports = openReports(page);
  await reports.openTab();
  const details: Record<string, unknown> = { dossiers: DOSSIERS, seedSeconds: round(seeded / 1000) };
  await reports.take(titles.procedureResults);
  const times: number[] = [];
  const memory: number[] = [];
  for (let no = 0; no < ROUNDS; no += 1) {
    const { ms, longestFrame } = await timeMaking(page);
    times.push(ms);
    memory.push(await readMemory(running));
    details[`results ${String(no + 1)}`] = {
      ms: round(ms),
      longestFrame: round(longestFrame),
      MiB: round(memory.at(-1) ?? 0),
    };
  }
  await reports.back();
  for (const id of ['fees', 'lateToProcess'] as const) {
    await reports.take(titles[id]);
    details[id] = await timeMaking(page);
    const start = performance.now();
    details[`${id} files`] = await reports.exportAll();
    details[`${id} export ms`] = round(performance.now() - start);
    await reports.back();
  }
  const second = memory[1] ?? 0;
  console.log(JSON.stringify(details, null, 1));
  await report(
    'reports',
    [
      compare('a report after many, against the first', {
        value: median(times.slice(-3)),
        baseline: times[0] ?? 0,
        target: 1.5,
        unit: 'ms',
      }),
      compare('memory of the page after many reports, against two', {
        value: memory.at(-1) ?? 0,
        baseline: second,
        target: 1.15,
        unit: 'MiB',
      }),
    ],
    details,
  );
} finally {
  await running.kill();
  await removeAppFolders(folders);
}
