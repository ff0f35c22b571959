import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPackageFaults } from '../../shared/domain/package-check';
import { runAsProgram } from '../program.mjs';
import { readPackageFile } from './read-package';

const basePackages = fileURLToPath(new URL('../packages/', import.meta.url));

async function listFiles(args: readonly string[]): Promise<readonly string[]> {
  if (args.length > 0) return args;
  const names = (await readdir(basePackages)).filter((name) => name.endsWith('.json')).sort();
  return names.map((name) => join(basePackages, name));
}

/** `npm run packages:check [-- file.json …]`: faults that a package's schema cannot see, one line each; base packages by default. */
await runAsProgram(import.meta.url, async (args) => {
  let faulty = 0;
  for (const file of await listFiles(args)) {
    const pack = await readPackageFile(file);
    const faults = findPackageFaults(pack);
    faulty += faults.length;
    process.stdout.write(`${pack.kind} ${pack.version}: ${faults.length === 0 ? 'ok' : `${faults.length} faults`}\n`);
    for (const fault of faults) process.stdout.write(`  ${JSON.stringify(fault)}\n`);
  }
  if (faulty > 0) throw new Error(`${faulty} faults`);
});
