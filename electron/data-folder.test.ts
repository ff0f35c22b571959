import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeDataFolder, resolveDataFolder } from './data-folder';

const linux = { platform: 'linux', homeFolder: '/home/canbo', env: { XDG_DATA_HOME: '/elsewhere' } } as const;

describe('resolveDataFolder', () => {
  it('is the frozen folder on Linux whatever the desktop says', () => {
    expect(resolveDataFolder(linux, { practice: false, override: null }).root).toBe(
      '/home/canbo/.local/share/quay-mot-cua/don-vi',
    );
  });

  it('never shares a folder when the unit is for practice', () => {
    expect(resolveDataFolder(linux, { practice: true, override: null }).root).toBe(
      '/home/canbo/.local/share/quay-mot-cua/thuc-hanh',
    );
  });

  it('lies below ProgramData on Windows', () => {
    const windows = { platform: 'win32', homeFolder: 'C:\\Users\\canbo', env: { ProgramData: 'D:\\Data' } } as const;
    expect(resolveDataFolder(windows, { practice: false, override: null }).journal).toBe(
      'D:\\Data\\QuayMotCua\\don-vi\\journal',
    );
    expect(resolveDataFolder({ ...windows, env: {} }, { practice: false, override: null }).root).toBe(
      'C:\\ProgramData\\QuayMotCua\\don-vi',
    );
  });

  it('takes the folder named on the command line', () => {
    expect(resolveDataFolder(linux, { practice: true, override: '/tmp/x' }).keys).toBe('/tmp/x/keys');
  });
});

describe('makeDataFolder', () => {
  it('closes the folder to other users', () => {
    const root = join(mkdtempSync(join(tmpdir(), 'data-')), 'a', 'b');
    const folder = resolveDataFolder(linux, { practice: false, override: root });
    makeDataFolder(folder);
    makeDataFolder(folder);
    expect(statSync(root).mode & 0o777).toBe(0o700);
    expect(statSync(folder.pages).isDirectory()).toBe(true);
  });
});
