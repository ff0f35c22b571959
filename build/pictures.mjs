import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runAsProgram } from './program.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Pictures of the last headless `npm start`, by the name under which README shows them. */
const PICTURES = {
  unlock: '01-lock',
  intake: '07-scan',
  saved: '10-accepted',
  dossier: '11-dossier',
  supervision: '18-exported',
  sync: '13-sync',
};

// README's pictures come from the real app: run `npm start` without a display, then this.
await runAsProgram(import.meta.url, async () => {
  const target = join(ROOT, 'docs', 'screenshots');
  await mkdir(target, { recursive: true });
  for (const [name, source] of Object.entries(PICTURES)) {
    await copyFile(join(ROOT, 'out', 'screenshots', `${source}.png`), join(target, `${name}.png`));
  }
});
