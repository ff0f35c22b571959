import { err, ok, type Result } from '../shared/base/result';
import type { UnlockError } from '../shared/ipc/messages';
import { deviceIdOf } from '../shared/sync/device-id';
import type { DataFolder } from './data-folder';
import { commitFile, flushFolder, isDiskFull } from './durable-file';
import { openBooks, type Books, type BooksOptions } from './journal/open-books';
import { createPurposeEnvelope, type DataKey } from './keys/data-key';
import { openDeviceKey, type DeviceKey } from './keys/device-key';
import { openPageFiles, type PageFiles } from './pages/page-files';
import type { SyncDesk } from './sync-desk';

/** Everything that is open from the first unlock until the exit, also while the screen is locked. */
export interface Desk {
  readonly books: Books;
  readonly pages: PageFiles;
  readonly deviceKey: DeviceKey;
  readonly deviceId: string;
  readonly sync: SyncDesk;
  readonly close: () => Promise<void>;
}

/** The desk, where it must be open: handlers run only while somebody is signed in. */
export function getDesk(desk: Desk | null | undefined): Desk {
  if (!desk) throw new Error('the desk is not open');
  return desk;
}

/** What opening the desk needs. */
export interface DeskPorts extends Pick<
  BooksOptions,
  'ids' | 'reference' | 'session' | 'reportFault' | 'later' | 'wall' | 'monotonic'
> {
  readonly folder: DataFolder;
  readonly startSync: (desk: Pick<Desk, 'books' | 'deviceKey' | 'deviceId'>) => SyncDesk;
  /** Called with the last line after each append. */
  readonly onGrow: (lastLine: number) => void;
  /** Logs what could not be opened by a word of ours, and answers the 4-letter id. */
  readonly reportUnreadable: (reason: string) => string;
}

/** Opens device key, journal, pages and line under a data key. Nothing is changed when one of them cannot be read. */
export async function openDesk(ports: DeskPorts, dataKey: DataKey): Promise<Result<Desk, UnlockError>> {
  const deviceKey = await openDeviceKey({
    folder: ports.folder.keys,
    envelope: createPurposeEnvelope(dataKey, 'device'),
  });
  if (!deviceKey.ok) return err(refusal(ports, deviceKey.error.kind));
  const deviceId = deviceIdOf(deviceKey.value.publicJwk);
  const books = await openBooks({
    ...ports,
    dataFolder: ports.folder.root,
    device: { deviceId },
    journal: { folder: ports.folder.journal, key: createPurposeEnvelope(dataKey, 'journal'), chainSeed: deviceId },
  });
  if (!books.ok) return err(refusal(ports, books.error.kind));
  const pages = await openPageFiles({
    folder: ports.folder.pages,
    seal: createPurposeEnvelope(dataKey, 'pages'),
    commit: commitFile,
    flushFolder,
    isDiskFull,
  });
  const opened = { books: books.value, deviceKey: deviceKey.value, deviceId };
  const stopGrowth = books.value.door.onGrow(ports.onGrow);
  const sync = ports.startSync(opened);
  return ok({
    ...opened,
    pages,
    sync,
    close: async () => {
      stopGrowth();
      await sync.stop();
      await books.value.close();
    },
  });
}

function refusal(ports: DeskPorts, reason: string): UnlockError {
  if (reason === 'newer') return { kind: 'dataFromNewerVersion' };
  return { kind: 'journalUnreadable', ref: ports.reportUnreadable(reason) };
}
