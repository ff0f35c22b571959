import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../run-command.mjs';
import { withFolderLock } from './folder-lock.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'folder-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('withFolderLock', () => {
  it('never runs two works at once when many ask', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, (inside += 1));
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 4 }, () => withFolderLock(join(folder, 'lock'), work)));
    expect(most).toBe(1);
  });

  it('frees the lock when the work fails', async () => {
    const path = join(folder, 'lock');
    await expect(withFolderLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(path)).toBe(false);
  });

  it('takes the lock over when its owner has died', async () => {
    const path = join(folder, 'lock');
    const dead = await runCommand(process.execPath, ['-p', 'process.pid']);
    await mkdir(path);
    await writeFile(join(path, 'owner'), `${hostname()} ${dead.stdout.trim()}`);
    expect(await withFolderLock(path, async () => 'done', { waitMs: 2000 })).toBe('done');
  });

  it('gives up with the path of the lock when its owner lives on', async () => {
    const path = join(folder, 'lock');
    await mkdir(path);
    await writeFile(join(path, 'owner'), `${hostname()} ${process.pid}`);
    await expect(withFolderLock(path, async () => 'done', { waitMs: 0 })).rejects.toThrow(path);
  });
});
