import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { Result } from '../../shared/base/result';

type Lock = Result<{ readonly release: () => Promise<void> }, { readonly kind: 'heldByOther' }>;

/** A lock on a folder, and the module a process of its own takes it from. */
export interface FolderLockSubject {
  readonly lock: (folder: string) => Promise<Lock>;
  readonly modulePath: string;
  /** The call in that module; `folder` is in scope. */
  readonly call: string;
}

const makeFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'lock-'));
const held = { ok: false, error: { kind: 'heldByOther' } } as const;

async function expectFree(lock: Lock): Promise<void> {
  expect(lock.ok).toBe(true);
  if (lock.ok) await lock.value.release();
}

/** What the app's lock and the server's lock must both do: there are two of them (decision 0011), there is one truth. */
export function itLocksFolders({ lock, modulePath, call }: FolderLockSubject): void {
  it('refuses a second holder, also through a link, when the first still holds', async () => {
    const folder = await makeFolder();
    const link = `${folder}-link`;
    await symlink(folder, link);
    const first = await lock(folder);
    expect(first.ok).toBe(true);
    expect(await lock(link)).toEqual(held);
    if (first.ok) await first.value.release();
    await expectFree(await lock(link));
  });

  it('is held against another process, and free again when that one was killed', async () => {
    const folder = await makeFolder();
    const script = `
      import * as subject from ${JSON.stringify(pathToFileURL(modulePath).href)};
      const folder = ${JSON.stringify(folder)};
      const held = await subject.${call};
      console.log(held.ok ? 'held' : 'refused');
      setInterval(() => undefined, 60_000);`;
    const holder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(holder.stdout, 'data')) as [Buffer];
    expect(said.toString('utf8')).toBe('held\n');
    expect(await lock(folder)).toEqual(held);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await expectFree(await lock(folder));
  });

  it('keeps different folders apart', async () => {
    const locks = await Promise.all([lock(await makeFolder()), lock(await makeFolder())]);
    for (const each of locks) await expectFree(each);
  });

  it('does not keep a process alive that has nothing else to do', async () => {
    const folder = await makeFolder();
    const script = `
      import * as subject from ${JSON.stringify(pathToFileURL(modulePath).href)};
      const folder = ${JSON.stringify(folder)};
      await subject.${call};`;
    const holder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: 'inherit',
    });
    expect(await once(holder, 'exit')).toEqual([0, null]);
  });
}
