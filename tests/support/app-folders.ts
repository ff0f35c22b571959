import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPracticeOfficers } from '../../shared/domain/practice-officers';
import { PRACTICE_PASSWORD } from '../../shared/ipc/practice';

/** Folders of one installation of the app. */
export interface AppFolders {
  readonly root: string;
  readonly data: string;
  readonly exports: string;
  readonly scan: string;
  /** The set-up file for the first start. */
  readonly provision: string;
}

const [counterOfficer, postalOfficer, supervisor] = buildPracticeOfficers('H41.26');

/** Who works at the practice counter; one password for all. */
export const practiceOfficers = { counter: counterOfficer, postal: postalOfficer, supervisor };

/** See {@link practiceOfficers}. */
export const practicePassword = PRACTICE_PASSWORD;

/** What the set-up file says of the line to the province. */
export interface ProvinceLine {
  readonly serverUrl: string;
  /** One-time code of the demo server. */
  readonly enrolCode: string;
}

/**
 * Makes the folders of an installation and its set-up file: one practice counter with an intake officer and a supervisor.
 * Without `root` they lie in a new temporary folder.
 */
export async function createAppFolders(options: {
  readonly province: ProvinceLine | null;
  readonly root?: string;
}): Promise<AppFolders> {
  const root = options.root ?? (await mkdtemp(join(tmpdir(), 'quay-')));
  const folders = {
    root,
    data: join(root, 'data'),
    exports: join(root, 'exports'),
    scan: join(root, 'scan'),
    provision: join(root, 'provision.json'),
  };
  await Promise.all([folders.data, folders.exports, folders.scan].map((folder) => mkdir(folder, { recursive: true })));
  const provision = {
    unitId: 'H41.26',
    counterId: 'quay-1',
    deviceName: 'Máy thử quầy 1',
    practice: true,
    ...options.province,
  };
  await writeFile(folders.provision, JSON.stringify(provision, null, 2));
  return folders;
}

/** Removes everything of an installation. */
export async function removeAppFolders(folders: AppFolders): Promise<void> {
  await rm(folders.root, { recursive: true, force: true, maxRetries: 5 });
}

/** Where Chromium keeps IndexedDB of the app's page. */
export function indexedDbFolder(folders: AppFolders): string {
  return join(folders.data, 'profile', 'IndexedDB');
}
