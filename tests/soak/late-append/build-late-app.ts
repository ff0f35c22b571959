import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkoutRoot } from '../../support/electron-path';

const run = promisify(execFile);

/** Builds the control: the app with the late door. Gives the folder to start. */
export async function buildLateApp(): Promise<string> {
  const folder = join(checkoutRoot, 'out/late-append');
  await rm(folder, { recursive: true, force: true });
  const bundler = join(checkoutRoot, 'node_modules/electron-vite/bin/electron-vite.js');
  const config = join(import.meta.dirname, 'electron.vite.config.mjs');
  await run(process.execPath, [bundler, 'build', '--config', config, '--logLevel', 'warn'], { cwd: checkoutRoot });
  await mkdir(folder, { recursive: true });
  for (const part of ['preload', 'renderer', 'resources']) {
    await cp(join(checkoutRoot, 'out/app', part), join(folder, part), { recursive: true });
  }
  const description = JSON.parse(await readFile(join(checkoutRoot, 'package.json'), 'utf8')) as Record<string, unknown>;
  const { name, productName, version } = description;
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name, productName, version, main: 'main/main.cjs' }));
  return folder;
}
