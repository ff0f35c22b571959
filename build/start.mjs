import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withDisplay } from './display.mjs';
import { performMainJob } from './main-job.mjs';
import { openDemo } from './open-demo.mjs';
import { runAsProgram } from './program.mjs';
import { createProgress } from './progress.mjs';
import { setUp } from './set-up.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

// Nothing imported above needs a dependency at load time: this is the first thing run in a fresh checkout.
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The main job prints on a queue of its own where this machine can have one. It is done without, too: the slip is then
 * a file, as at a counter without a printer.
 *
 * @param {(text: string) => void} log
 */
async function preparePrinting(log) {
  try {
    await ensureSystemPackages(['printing'], { log });
  } catch (error) {
    log(`no printing: the slip will be a file only (${error instanceof Error ? error.message : String(error)})`);
  }
}

await runAsProgram(import.meta.url, async () => {
  const log = createProgress();
  const runtime = await setUp({ log });
  process.exitCode = await withDisplay(async ({ env, virtual }) => {
    if (!virtual) {
      return openDemo({ root: ROOT, runtime, log });
    }
    await ensureSystemPackages(['papers'], { log });
    await preparePrinting(log);
    log('no display: performing the main job on a virtual one');
    return performMainJob({ root: ROOT, out: join(ROOT, 'out'), env, runtime });
  });
});
