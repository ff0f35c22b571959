import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** What both durable writers, the app's and the server's, must do (decision 0011). */
export function itWritesDurably(write: (path: string, text: string) => Promise<void>): void {
  const makePath = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'durable-')), 'file.json');

  it('replaces a file as a whole and leaves nothing beside it', async () => {
    const path = await makePath();
    await write(path, 'dài hơn nhiều');
    await write(path, 'ngắn');
    expect(await readFile(path, 'utf8')).toBe('ngắn');
    expect(await readdir(join(path, '..'))).toEqual(['file.json']);
  });

  it('closes the file to other users, also one that stood open before', async () => {
    const path = await makePath();
    await writeFile(path, 'x', { mode: 0o644 });
    await write(path, 'kín');
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('writes over what a kill left of an earlier attempt', async () => {
    const path = await makePath();
    await Promise.all(['.tmp', '.new'].map((ending) => writeFile(path + ending, 'một nửa của lần trước')));
    await write(path, 'đủ');
    expect(await readFile(path, 'utf8')).toBe('đủ');
  });

  it('leaves the old content when the new one cannot take its name', async () => {
    const path = await makePath();
    await mkdir(path);
    await writeFile(join(path, 'cũ'), 'x');
    await expect(write(path, 'mới')).rejects.toThrow();
    expect(await readFile(join(path, 'cũ'), 'utf8')).toBe('x');
  });
}
