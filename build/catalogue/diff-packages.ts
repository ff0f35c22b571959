import { diffPackages } from '../../shared/domain/package-diff';
import { sayVi } from '../../shared/text/message';
import { listDiffLines } from '../../shared/text/package-diff-sentences';
import { runAsProgram } from '../program.mjs';
import { readPackageFile } from './read-package';

/** `npm run packages:diff -- a.json b.json`: what changes for an office when package b takes the place of a. */
await runAsProgram(import.meta.url, async ([before, after, ...rest]) => {
  if (before === undefined || after === undefined || rest.length > 0) {
    throw new Error('Usage: npm run packages:diff -- <older.json> <newer.json>');
  }
  const [older, newer] = [await readPackageFile(before), await readPackageFile(after)];
  const diff = diffPackages(older, newer);
  if (!diff.ok) throw new Error(sayVi({ key: 'catalogue.diff.otherKind' }));
  const { kind } = diff.value;
  process.stdout.write(`${kind} ${diff.value.before} → ${diff.value.after}\n${listDiffLines(diff.value).join('\n')}\n`);
});
