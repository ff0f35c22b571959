import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The checkout. */
export const checkoutRoot = join(import.meta.dirname, '../..');

/** The Electron to drive: the one `npm test` prepared, else the one the build scripts find. */
export function findElectronPath(): string {
  const prepared = process.env['QMC_ELECTRON'];
  if (prepared !== undefined && prepared !== '') return prepared;
  const found = execFileSync(process.execPath, [join(checkoutRoot, 'build/electron-runtime.mjs')], {
    encoding: 'utf8',
  });
  return (JSON.parse(found) as { readonly path: string }).path;
}
