import { readFile } from 'node:fs/promises';

/** Content of a file, `undefined` when there is none. Other errors of the system are thrown. */
export async function findFileText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
