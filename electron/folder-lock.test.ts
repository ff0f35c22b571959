import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { itLocksFolders } from '../tests/support/folder-lock-cases';
import { lockFolder, lockName } from './folder-lock';

describe('lockFolder', () => {
  itLocksFolders({
    lock: (folder) => lockFolder(folder, process.platform),
    modulePath: join(import.meta.dirname, 'folder-lock.ts'),
    call: 'lockFolder(folder, process.platform)',
  });

  it('names a pipe without regard to case on Windows', () => {
    expect(lockName('C:\\ProgramData\\QuayMotCua', 'win32')).toBe(lockName('c:\\programdata\\quaymotcua', 'win32'));
    expect(lockName('C:\\x', 'win32')).toMatch(/^\\\\\.\\pipe\\quay-mot-cua-[0-9a-f]{40}$/);
  });
});
