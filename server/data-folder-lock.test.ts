import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { itLocksFolders } from '../tests/support/folder-lock-cases';
import { lockDataFolder, lockName } from './data-folder-lock';

describe('lockDataFolder', () => {
  itLocksFolders({
    lock: lockDataFolder,
    modulePath: join(import.meta.dirname, 'data-folder-lock.ts'),
    call: 'lockDataFolder(folder)',
  });

  it('names a pipe without regard to case on Windows', () => {
    expect(lockName('C:\\ProgramData\\QuayMotCua', 'win32')).toBe(lockName('c:\\programdata\\quaymotcua', 'win32'));
  });
});
