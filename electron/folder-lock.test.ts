import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockFolder, lockName } from './folder-lock';

const makeFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'lock-'));

describe('lockFolder', () => {
  it('refuses a second holder, also through a link, when the first still holds', async () => {
    const folder = await makeFolder();
    const link = `${folder}-link`;
    await symlink(folder, link);
    const first = await lockFolder(folder, process.platform);
    expect(first.ok).toBe(true);
    expect(await lockFolder(link, process.platform)).toEqual({ ok: false, error: { kind: 'heldByOther' } });
    if (first.ok) await first.value.release();
    const again = await lockFolder(link, process.platform);
    expect(again.ok).toBe(true);
    if (again.ok) await again.value.release();
  });

  it('is free again when the holding process was killed', async () => {
    const folder = await makeFolder();
    const name = JSON.stringify(lockName(folder, process.platform));
    const script = `require('node:net').createServer().listen(${name}, () => console.log('held'))`;
    const holder = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    expect(await lockFolder(folder, process.platform)).toEqual({ ok: false, error: { kind: 'heldByOther' } });
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const lock = await lockFolder(folder, process.platform);
    expect(lock.ok).toBe(true);
    if (lock.ok) await lock.value.release();
  });

  it('keeps different folders apart', async () => {
    const locks = await Promise.all([
      lockFolder(await makeFolder(), process.platform),
      lockFolder(await makeFolder(), process.platform),
    ]);
    expect(locks.map((lock) => lock.ok)).toEqual([true, true]);
    for (const lock of locks) if (lock.ok) await lock.value.release();
  });

  it('names a pipe without regard to case on Windows', () => {
    expect(lockName('C:\\ProgramData\\QuayMotCua', 'win32')).toBe(lockName('c:\\programdata\\quaymotcua', 'win32'));
    expect(lockName('C:\\x', 'win32')).toMatch(/^\\\\\.\\pipe\\quay-mot-cua-[0-9a-f]{40}$/);
  });
});
