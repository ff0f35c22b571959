import { createHash } from 'node:crypto';
import { access, constants, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { err, ok, type Result } from '../../shared/base/result';
import { commitFile, isDiskFull } from '../durable-file';

/** A file written for people. */
export interface SavedFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Why nothing was written. */
export type ExportError = { readonly kind: 'diskFull' } | { readonly kind: 'noAccess'; readonly folder: string };

/**
 * Writes files into the exports folder, each whole or not at all. A file that is there already is never overwritten: the
 * same content is left alone, other content gets the next free name ("… (2).pdf"), because somebody may have sent or
 * signed the first.
 */
export async function saveExport(
  folder: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<Result<readonly SavedFile[], ExportError>> {
  const written: SavedFile[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const file of files) written.push(await saveOne(folder, file));
    return ok(written);
  } catch (error) {
    if (isDiskFull(error)) return err({ kind: 'diskFull' });
    if (isRefused(error)) return err({ kind: 'noAccess', folder });
    throw error;
  }
}

async function saveOne(
  folder: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<SavedFile> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const name = await findName(folder, safeName(file.name), sha256);
  const path = join(folder, name.name);
  if (!name.isThere) await writeWhole(path, file.bytes);
  return { name: name.name, path, bytes: file.bytes.length, sha256 };
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.part`;
  try {
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await commitFile(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function findName(folder: string, wanted: string, sha256: string): Promise<{ name: string; isThere: boolean }> {
  const { name, ext } = parse(wanted);
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? wanted : `${name} (${String(n)})${ext}`;
    const path = join(folder, candidate);
    if (!(await exists(path))) return { name: candidate, isThere: false };
    const present = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    if (present === sha256) return { name: candidate, isThere: true };
  }
}

/** A file name without anything that means a folder, a stream or a device anywhere. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, '-')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
    .slice(0, 120);
  return plain === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(plain) ? `_${plain}` : plain;
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}

function isRefused(error: unknown): boolean {
  const refusals = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'EBUSY'];
  return error instanceof Error && 'code' in error && refusals.includes(String(error.code));
}
