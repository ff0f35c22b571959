import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './run-test-program.mjs';
import { runAsProgram } from './program.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

await runAsProgram(import.meta.url, async ([name = '', ...args]) => {
  const file = join(ROOT, 'tests', 'bench', `${name}.bench.ts`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
    throw new Error(`npm run bench -- <suite> [--json] [--keep]; there is no tests/bench/${name}.bench.ts`);
  }
  process.exitCode = await runProgram({ root: ROOT, file, args });
});
