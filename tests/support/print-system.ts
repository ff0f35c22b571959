import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { access, chmod, copyFile, mkdir, mkdtemp, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CUPSD = '/usr/sbin/cupsd';
const CUPS_PDF = { backend: '/usr/lib/cups/backend/cups-pdf', ppd: '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd' };
const START_MS = 15_000;
/** Jobs of one print system at most. */
const JOBS = 1000;

/** A print system of our own: a real CUPS with no printer of this machine in it, reachable by a socket in its own folder. */
export interface PrintSystem {
  /** Environment in which `lp` and `lpstat` find this print system alone. */
  readonly env: { readonly CUPS_SERVER: string };
  /** Adds a queue whose paper is a PDF file. */
  readonly addPrinter: (name: string, description: string) => Promise<void>;
  /** Runs one of the programs of CUPS against it. */
  readonly command: (program: string, ...args: readonly string[]) => Promise<string>;
  /** What came out so far, oldest first; nothing while a job is still being printed. */
  readonly printed: () => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

/** Whether the programs are here: CUPS and its PDF printer. */
export async function hasPrintSystem(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const found = [CUPSD, CUPS_PDF.ppd, CUPS_PDF.backend].map((path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(found)).every(Boolean);
}

/** Starts it. No service of the machine is touched, nothing listens on a network, all of it is gone after `stop`. */
export async function startPrintSystem(): Promise<PrintSystem> {
  const root = await mkdtemp(join(tmpdir(), 'quay-cups-'));
  // Filters run as another user and must reach their job; what lies in the folders is closed to them by CUPS itself.
  await chmod(root, 0o711);
  // Numbers that no other print system of this machine gives: by them its papers are told from others'.
  const firstJob = randomInt(1, 2_000_000) * JOBS;
  const paper = await openPaperTray(root, firstJob);
  const files = await writeSettings(root, firstJob);
  const env = { CUPS_SERVER: join(root, 'state/socket') };
  const daemon = spawn(CUPSD, ['-f', '-c', files.daemon, '-s', files.paths], { stdio: ['ignore', 'ignore', 'pipe'] });
  const command = async (program: string, ...args: readonly string[]): Promise<string> =>
    (await run(program, [...args], { env: { ...process.env, ...env, LC_ALL: 'C' } })).stdout;
  // Also when this process ends without stopping it in order.
  const forget = (): void => void daemon.kill('SIGTERM');
  process.once('exit', forget);
  const stop = async (): Promise<void> => {
    process.off('exit', forget);
    await endDaemon(daemon);
    // What nobody took must not stay in somebody's home folder.
    await paper.take();
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await waitUntilUp(daemon, command);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    env,
    command,
    addPrinter: async (name, description) => {
      await command('/usr/sbin/lpadmin', '-p', name, '-E', '-D', description, ...paper.deviceOf(name));
    },
    printed: async () => {
      const waiting = await command('lpstat', '-W', 'not-completed', '-o');
      return waiting.trim() === '' ? paper.take() : [];
    },
    stop,
  };
}

interface PaperTray {
  /** Arguments of `lpadmin` that say where the paper of a queue comes out. */
  readonly deviceOf: (name: string) => readonly string[];
  readonly take: () => Promise<readonly string[]>;
}

/**
 * CUPS-PDF runs as root only and always writes into the home folder of the job's owner; our papers are known there by the
 * number of their job and taken away. Another user gets a queue whose device is a file, which holds its last job.
 */
async function openPaperTray(root: string, firstJob: number): Promise<PaperTray> {
  const tray = join(root, 'printed');
  await mkdir(tray);
  if (process.getuid?.() !== 0) {
    const ppd = 'lsb/usr/cupsfilters/Generic-PDF_Printer-PDF.ppd';
    return { deviceOf: (name) => ['-v', `file:${join(tray, `${name}.pdf`)}`, '-m', ppd], take: () => listFiles(tray) };
  }
  const home = join(userInfo().homedir, 'PDF');
  const hadHome = await access(home).then(
    () => true,
    () => false,
  );
  return {
    // CUPS-PDF takes PostScript; made by Cairo it keeps what the letters mean, so that the paper can be read back.
    deviceOf: () => ['-v', 'cups-pdf:/', '-P', CUPS_PDF.ppd, '-o', 'pdftops-renderer-default=pdftocairo'],
    take: async () => {
      const names = await readdir(home).catch(() => []);
      const ours = names.filter((name) => jobOf(name) >= firstJob && jobOf(name) < firstJob + JOBS);
      for (const name of ours) {
        await copyFile(join(home, name), join(tray, name));
        await rm(join(home, name));
      }
      // Not empty: somebody else's paper lies there.
      if (!hadHome) await rmdir(home).catch(() => undefined);
      return listFiles(tray);
    },
  };
}

/** CUPS-PDF puts the number of the job at the end of a name. */
function jobOf(name: string): number {
  return Number(/-job_(\d+)\.pdf$/u.exec(name)?.[1] ?? 0);
}

/** In the order of their jobs. */
async function listFiles(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).sort((a, b) => jobOf(a) - jobOf(b));
  return names.map((name) => join(folder, name));
}

async function writeSettings(
  root: string,
  firstJob: number,
): Promise<{ readonly daemon: string; readonly paths: string }> {
  const folders = ['root/ppd', 'state', 'spool/tmp', 'cache', 'log'].map((name) => join(root, name));
  await Promise.all(folders.map((folder) => mkdir(folder, { recursive: true })));
  const paths = join(root, 'root/cups-files.conf');
  const daemon = join(root, 'root/cupsd.conf');
  const group = process.getuid?.() === 0 ? 'root' : (await run('id', ['-gn'])).stdout.trim();
  await writeFile(join(root, 'cache/job.cache'), `NextJobId ${String(firstJob)}\n`);
  await writeFile(
    paths,
    [
      `ServerRoot ${root}/root`,
      `StateDir ${root}/state`,
      `RequestRoot ${root}/spool`,
      `TempDir ${root}/spool/tmp`,
      `CacheDir ${root}/cache`,
      ...['Access', 'Error', 'Page'].map((log) => `${log}Log ${root}/log/${log}`),
      `SystemGroup ${group}`,
      'Printcap',
      'FileDevice Yes',
      '',
    ].join('\n'),
  );
  await writeFile(
    daemon,
    [
      `Listen ${root}/state/socket`,
      'Browsing Off',
      'WebInterface No',
      'DefaultAuthType None',
      ...['/', '/admin'].flatMap((place) => [`<Location ${place}>`, 'Order allow,deny', 'Allow all', '</Location>']),
      ...['<Policy default>', '<Limit All>', 'Order deny,allow', '</Limit>', '</Policy>', ''],
    ].join('\n'),
  );
  return { daemon, paths };
}

async function waitUntilUp(daemon: ChildProcess, command: PrintSystem['command']): Promise<void> {
  const complaints: string[] = [];
  daemon.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString('utf8')));
  const end = performance.now() + START_MS;
  while (performance.now() < end && daemon.exitCode === null) {
    const answer = await command('lpstat', '-r').catch(() => '');
    if (answer.includes('is running')) return;
    await wait(50);
  }
  throw new Error(`cupsd did not start:\n${complaints.join('')}`);
}

async function endDaemon(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null || daemon.signalCode !== null) return;
  const gone = once(daemon, 'exit');
  daemon.kill('SIGTERM');
  await gone;
}
