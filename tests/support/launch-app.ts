import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { _electron, errors, type ElectronApplication, type Page } from '@playwright/test';
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
/** Attaching takes a second or two. */
const ATTACH_MS = 30_000;

/** Starts the app on folders of its own and waits until its first screen can be used. */
export async function launchApp(request: LaunchRequest): Promise<RunningApp> {
  const { folders } = request;
  const app = await attach(request);
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

/**
 * Starts the app under the driver. Now and then the driver attaches to the window while the engine is still making it, and
 * both wait for each other for ever; nobody but a driver does so. Then the app is started once more; a second time it fails.
 */
async function attach(request: LaunchRequest): Promise<ElectronApplication> {
  try {
    return await startUnderDriver(request, ATTACH_MS);
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    return startUnderDriver(request, START_MS);
  }
}

function startUnderDriver(request: LaunchRequest, timeout: number): Promise<ElectronApplication> {
  const { folders, appFolder = checkoutRoot } = request;
  return _electron.launch({
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
    timeout,
  });
}

async function lockApp(page: Page): Promise<void> {
  // Locking loads the page anew in another process, by way of an empty one.
  const emptied = page.waitForEvent('framenavigated', (frame) => frame.url() === 'about:blank');
  await page.keyboard.press('Control+l');
  await emptied;
  await waitForScreen(page);
}

async function waitForScreen(page: Page): Promise<void> {
  const heading = page.getByRole('main').getByRole('heading', { level: 1 });
  // On a slow machine the page says first that main is still reading.
  await heading.filter({ hasNotText: 'Đang mở dữ liệu của máy này' }).waitFor({ timeout: START_MS });
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
