import { chmodSync, mkdirSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** Where everything of one installation lies. Frozen: a changed place would hide all data. */
export interface DataFolder {
  readonly root: string;
  /** Electron's own profile (IndexedDB, caches). */
  readonly profile: string;
  readonly keys: string;
  readonly journal: string;
  readonly pages: string;
  readonly packages: string;
  readonly log: string;
}

/** What the choice of the folder depends on, passed in. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly homeFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The data folder: Linux `~/.local/share/quay-mot-cua/<profile>`, Windows `%ProgramData%\QuayMotCua\<profile>` (never the
 * roaming profile: it would travel and be cut off by quotas). A practice unit never shares a folder with a real one.
 */
export function resolveDataFolder(
  machine: Machine,
  choice: { readonly practice: boolean; readonly override: string | null },
): DataFolder {
  const join = (...parts: string[]): string =>
    machine.platform === 'win32' ? win32.join(...parts) : posix.join(...parts);
  const profile = choice.practice ? 'thuc-hanh' : 'don-vi';
  const root = choice.override ?? join(baseFolder(machine), profile);
  return {
    root,
    profile: join(root, 'profile'),
    keys: join(root, 'keys'),
    journal: join(root, 'journal'),
    pages: join(root, 'pages'),
    packages: join(root, 'packages'),
    log: join(root, 'log'),
  };
}

function baseFolder(machine: Machine): string {
  if (machine.platform === 'win32') {
    return win32.join(machine.env['ProgramData'] ?? 'C:\\ProgramData', 'QuayMotCua');
  }
  return posix.join(machine.homeFolder, '.local', 'share', 'quay-mot-cua');
}

/** Makes the folders, closed to other users of the PC. Throws when the disk refuses: without them nothing can start. */
export function makeDataFolder(folder: DataFolder): void {
  for (const path of [
    folder.root,
    folder.profile,
    folder.keys,
    folder.journal,
    folder.pages,
    folder.packages,
    folder.log,
  ]) {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  }
  // A folder made earlier by hand or by an installer may be open to everyone.
  chmodSync(folder.root, 0o700);
}
