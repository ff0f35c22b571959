import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { createAppFolders, removeAppFolders, type AppFolders } from '../support/app-folders';
import { buildVariant } from '../support/build-variant';
import { checkoutRoot, findElectronPath } from '../support/electron-path';
import { findFreePort } from '../support/free-port';
import { killGroup } from '../support/launch-app';
import { compare, median, report } from './bench-result';

const RUNS = 7;
const WAIT_MS = 60_000;
/** Mark of the lock screen's title, in the app and in the static page alike. */
const TITLE_MARK = 'unlock';

/** From starting the program to the moment its lock screen's title is painted. */
async function measureStart(appFolder: string, folders: AppFolders): Promise<number> {
  const port = await findFreePort();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...sandbox, '--disable-gpu', `--remote-debugging-port=${String(port)}`, appFolder];
  const options = [
    `--data-dir=${folders.data}`,
    `--provision=${folders.provision}`,
    `--exports-dir=${folders.exports}`,
    `--scan-folder=${folders.scan}`,
  ];
  const started = Date.now();
  const child = spawn(findElectronPath(), [...args, ...options], { stdio: 'ignore', detached: true });
  const gone = once(child, 'exit');
  try {
    const page = await findPage(port);
    await page.locator('input[type=password]:focus').waitFor({ timeout: WAIT_MS });
    // The field may have the focus before it was painted, and something else may have been painted first.
    const painted = await page.evaluate(
      (name) =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
              const { identifier, renderTime } = entry as PerformanceEntry & { identifier: string; renderTime: number };
              if (identifier === name) resolve(performance.timeOrigin + renderTime);
            }
          }).observe({ type: 'element', buffered: true });
        }),
      TITLE_MARK,
    );
    return painted - started;
  } finally {
    killGroup(child.pid);
    await gone;
  }
}

async function findPage(port: number): Promise<Page> {
  const address = `http://127.0.0.1:${String(port)}`;
  await waitForPage(address);
  const [context] = (await chromium.connectOverCDP(address, { timeout: WAIT_MS })).contexts();
  const [page] = context?.pages() ?? [];
  if (page === undefined) throw new Error('the program shows no page');
  return page;
}

/** Waits for a page that has its title: a driver that comes while the page is still being made waits for ever. */
async function waitForPage(address: string): Promise<void> {
  const deadline = Date.now() + WAIT_MS;
  while (!(await hasTitledPage(address))) {
    if (Date.now() > deadline) throw new Error('the program shows no page');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function hasTitledPage(address: string): Promise<boolean> {
  try {
    const targets = (await (await fetch(`${address}/json/list`)).json()) as readonly { url: string; title: string }[];
    return targets.some(({ url, title }) => url.startsWith('app://') && title !== '' && !title.startsWith('app:'));
  } catch {
    // Nobody listens yet.
    return false;
  }
}

async function buildStaticWindow(): Promise<string> {
  const source = join(import.meta.dirname, 'static-window');
  const folder = await buildVariant({
    name: 'static-window',
    config: join(source, 'electron.vite.config.mjs'),
    parts: ['preload'],
  });
  await mkdir(join(folder, 'page'), { recursive: true });
  await copyFile(join(source, 'page.html'), join(folder, 'page/index.html'));
  return folder;
}

async function main(): Promise<void> {
  const staticWindow = await buildStaticWindow();
  const places = { app: await createAppFolders({ province: null }), plain: await createAppFolders({ province: null }) };
  try {
    // The first start sets the unit up and fills caches; it is not counted.
    await measureStart(checkoutRoot, places.app);
    await measureStart(staticWindow, places.plain);
    const times: { app: number[]; plain: number[] } = { app: [], plain: [] };
    for (let run = 0; run < RUNS; run += 1) {
      times.plain.push(await measureStart(staticWindow, places.plain));
      times.app.push(await measureStart(checkoutRoot, places.app));
    }
    const figure = { value: median(times.app), baseline: median(times.plain), target: 1.5, unit: 'ms' };
    await report('desk', [compare('start to usable lock screen', figure)], { runs: RUNS });
  } finally {
    await Promise.all(Object.values(places).map(removeAppFolders));
  }
}

await main();
