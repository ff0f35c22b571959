import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './run-test-program.mjs';
import { runAsProgram } from './program.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

await runAsProgram(import.meta.url, async ([name = '', ...args]) => {
  const file = join(ROOT, 'tests', 'soak', `${name}.ts`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
    throw new Error(`npm run soak -- <name> [options]; there is no tests/soak/${name}.ts`);
  }
  process.exitCode = await runProgram({ root: ROOT, file, args });
});
