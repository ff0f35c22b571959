import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { watchFaults, type AppFaults } from './app-faults';
import type { AppFolders } from './app-folders';
import { checkoutRoot, findElectronPath } from './electron-path';

/** The real app, running. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly pid: number;
  readonly folders: AppFolders;
  readonly faults: AppFaults;
  /** What main wrote to its standard error, for the message of a failing test. */
  readonly complaints: () => string;
  /** Locks by keyboard and waits for the lock screen of the new page. */
  readonly lock: () => Promise<void>;
  /** Ends it in order; resolves when its process is gone. */
  readonly close: () => Promise<void>;
  /** Ends it and everything it started, as a power cut would. */
  readonly kill: () => Promise<void>;
}

/** How to start it. */
export interface LaunchRequest {
  readonly folders: AppFolders;
  /** Folder of another build of the app; the checkout's own by default. */
  readonly appFolder?: string;
  readonly executablePath?: string;
  /** No set-up file: the app as it is on a PC where nobody set up anything. */
  readonly isFirstRun?: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

const START_MS = 60_000;

/** Starts the app on folders of its own and waits until its first screen can be used. */
export async function launchApp(request: LaunchRequest): Promise<RunningApp> {
  const { folders, appFolder = checkoutRoot } = request;
  const app = await _electron.launch({
    executablePath: request.executablePath ?? findElectronPath(),
    // Chromium refuses its sandbox to root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-gpu',
      appFolder,
      `--data-dir=${folders.data}`,
      ...(request.isFirstRun === true ? [] : [`--provision=${folders.provision}`]),
      `--exports-dir=${folders.exports}`,
      `--scan-folder=${folders.scan}`,
    ],
    env: cleanEnvironment({ ...process.env, ...request.env }),
    timeout: START_MS,
  });
  // Asked for once: when the app has ended, its driver no longer answers.
  const child = app.process();
  const faults = watchFaults(app.context());
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
  try {
    const page = await app.firstWindow({ timeout: START_MS });
    await waitForScreen(page);
    return {
      ...{ app, page, pid: child.pid ?? 0, folders, faults, complaints: () => said.join('') },
      lock: () => lockApp(page),
      close: () => endApp(child, () => app.close()),
      kill: () => endApp(child, () => killGroup(child.pid)),
    };
  } catch (error) {
    await endApp(child, () => killGroup(child.pid));
    throw new Error(`the app did not become ready:\n${said.join('')}${faults.take().join('\n')}`, { cause: error });
  }
}

async function lockApp(page: Page): Promise<void> {
  // Locking loads the page anew in another process, by way of an empty one.
  const emptied = page.waitForEvent('framenavigated', (frame) => frame.url() === 'about:blank');
  await page.keyboard.press('Control+l');
  await emptied;
  await waitForScreen(page);
}

async function waitForScreen(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor({ timeout: START_MS });
}

/** The app's own process group: it is started detached by the driver. */
export function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    // Gone already: that is what was wanted.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

async function endApp(child: ChildProcess, end: () => Promise<void> | void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  await end();
  await gone;
}

/** Variables that would turn Electron into something else. */
function cleanEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  const unwanted = new Set(['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS', 'ELECTRON_ENABLE_LOGGING']);
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined && !unwanted.has(entry[0])),
  );
}
