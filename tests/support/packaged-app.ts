import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import type { AppFolders } from './app-folders';
import { checkoutRoot } from './electron-path';
import { killGroup } from './launch-app';

/** The packaged app, running, with its page. */
export interface PackagedApp {
  readonly page: Page;
  readonly stop: () => Promise<void>;
}

const START_MS = 60_000;

/**
 * Starts `dist/linux-unpacked` as it ships. Its fuses refuse the driver's inspector, so the page is reached through the
 * engine's own debugging port, which is opened for this process only.
 */
export async function startPackagedApp(folders: AppFolders): Promise<PackagedApp> {
  const options = [
    `--data-dir=${folders.data}`,
    `--provision=${folders.provision}`,
    `--exports-dir=${folders.exports}`,
  ];
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    join(checkoutRoot, 'dist/linux-unpacked/quay-mot-cua'),
    [...root, '--disable-gpu', '--remote-debugging-port=0', ...options],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  let said = '';
  const address = new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const found = /DevTools listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => {
      reject(new Error(`the packaged app ended:\n${said}`));
    });
  });
  const browserUrl = new URL(await address);
  await waitForPage(browserUrl.host);
  const browser = await chromium.connectOverCDP(`http://${browserUrl.host}`);
  const page = browser
    .contexts()[0]
    ?.pages()
    .find((candidate) => candidate.url().startsWith('app://bundle'));
  if (page === undefined) throw new Error('the packaged app shows no page');
  return {
    page,
    stop: async () => {
      const gone = once(child, 'exit');
      await browser.close();
      killGroup(child.pid);
      await gone;
    },
  };
}

/** Connecting before the page exists would miss it. */
async function waitForPage(host: string): Promise<void> {
  const end = performance.now() + START_MS;
  while (performance.now() < end) {
    const answer = await fetch(`http://${host}/json/list`);
    const targets = (await answer.json()) as { url: string }[];
    if (targets.some(({ url }) => url.startsWith('app://bundle'))) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('the packaged app opened no page in time');
}
