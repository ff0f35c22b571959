import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkoutRoot } from './electron-path';

const run = promisify(execFile);

/** A variant of the built app, in `out/<name>`: what its own config builds, and these parts of the app as they are. */
export async function buildVariant(variant: {
  readonly name: string;
  readonly config: string;
  readonly parts: readonly ('main' | 'preload' | 'renderer' | 'resources')[];
}): Promise<string> {
  const folder = join(checkoutRoot, 'out', variant.name);
  await rm(folder, { recursive: true, force: true });
  const bundler = join(checkoutRoot, 'node_modules/electron-vite/bin/electron-vite.js');
  await run(process.execPath, [bundler, 'build', '--config', variant.config, '--logLevel', 'warn'], {
    cwd: checkoutRoot,
  });
  await mkdir(folder, { recursive: true });
  for (const part of variant.parts) {
    await cp(join(checkoutRoot, 'out/app', part), join(folder, part), { recursive: true });
  }
  const description = JSON.parse(await readFile(join(checkoutRoot, 'package.json'), 'utf8')) as Record<string, unknown>;
  const { name, productName, version } = description;
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name, productName, version, main: 'main/main.cjs' }));
  return folder;
}
