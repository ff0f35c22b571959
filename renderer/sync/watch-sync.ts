import type { Result } from '../../shared/base/result';
import type { DesktopBridge } from '../../shared/ipc/contract';
import type { IpcError, SyncStatus } from '../../shared/ipc/messages';
import { setSyncStatus } from './sync-status.store';

/** Shows main's sync status: what it is now, then each change. The returned function stops. */
export function watchSync(desktop: DesktopBridge): () => void {
  const stop = desktop.on('syncChanged', setSyncStatus);
  void refreshSync(desktop);
  return stop;
}

/** Asks for the status once. A locked session has none to tell. */
export async function refreshSync(desktop: DesktopBridge): Promise<Result<SyncStatus, IpcError>> {
  const status = await desktop.sync.status();
  if (status.ok) setSyncStatus(status.value);
  return status;
}

/** Tries the line at once, on the officer's command. */
export async function syncNow(desktop: DesktopBridge): Promise<Result<SyncStatus, IpcError>> {
  const status = await desktop.sync.now();
  if (status.ok) setSyncStatus(status.value);
  return status;
}
