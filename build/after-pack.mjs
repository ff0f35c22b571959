import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Called by electron-builder for each unpacked app. The default app of a development runtime must
 * not be shipped: it would start any folder named on the command line.
 *
 * @param {{ appOutDir: string, electronPlatformName: string }} context
 */
export async function afterPack({ appOutDir, electronPlatformName }) {
  if (electronPlatformName !== 'darwin') {
    await rm(join(appOutDir, 'resources', 'default_app.asar'), { force: true });
  }
}
