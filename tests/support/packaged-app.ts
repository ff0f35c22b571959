import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import type { AppFolders } from './app-folders';
import { checkoutRoot } from './electron-path';
import { killGroup } from './launch-app';

const packageFolder = join(checkoutRoot, 'dist/linux-unpacked');
const EXECUTABLE = 'quay-mot-cua';

/** A started package. */
export interface PackagedProcess {
  readonly child: ChildProcess;
  /** What it wrote to its standard error so far. */
  readonly said: () => string;
  readonly kill: () => Promise<void>;
}

/** Starts `dist/linux-unpacked` as it ships, with more switches on its command line. */
export function startPackage(
  folders: AppFolders,
  switches: readonly string[] = [],
  executable = join(packageFolder, EXECUTABLE),
): PackagedProcess {
  const options = [
    `--data-dir=${folders.data}`,
    `--provision=${folders.provision}`,
    `--exports-dir=${folders.exports}`,
  ];
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(executable, [...root, '--disable-gpu', ...switches, ...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const gone = once(child, 'exit');
  return {
    child,
    said: () => said,
    kill: async () => {
      killGroup(child.pid);
      await gone;
    },
  };
}

/** The package, running, with its page. */
export interface PackagedApp {
  readonly page: Page;
  /** Its process group. */
  readonly group: number;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the very files of the package where the driver can reach their page. As it ships the app refuses a debugging port,
 * so they are copied and the program is given the name of a development runtime: the engine then calls itself unpackaged,
 * and nothing else differs. Archive and fuses are the shipped ones. Why this is no hole: decision 0012.
 */
export async function drivePackage(folders: AppFolders): Promise<PackagedApp> {
  const copy = await mkdtemp(join(tmpdir(), 'quay-package-'));
  await cp(packageFolder, copy, { recursive: true });
  const executable = join(copy, 'electron');
  await rename(join(copy, EXECUTABLE), executable);
  const running = startPackage(folders, ['--remote-debugging-port=0'], executable);
  let browser: Browser | undefined;
  const stop = async (): Promise<void> => {
    await browser?.close();
    await running.kill();
    await rm(copy, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    browser = await chromium.connectOverCDP(await readDebuggerAddress(running));
    const context = browser.contexts()[0];
    const isApp = (page: Page): boolean => page.url().startsWith('app://bundle');
    // Connecting before the page exists would miss it.
    const page = context?.pages().find(isApp) ?? (await context?.waitForEvent('page', isApp));
    if (page === undefined) throw new Error('the packaged app shows no page');
    return { page, group: running.child.pid ?? 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readDebuggerAddress({ child, said }: PackagedProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', () => {
      const found = /DevTools listening on (ws:\/\/\S+)/.exec(said())?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => {
      reject(new Error(`the packaged app ended:\n${said()}`));
    });
  });
}
