import { create } from 'zustand';
import type { SyncStatus } from '../../shared/ipc/messages';

/** What main says about the line to the province; null until it has spoken. */
export interface SyncState {
  readonly status: SyncStatus | null;
}

/** Sync status; `watch-sync` writes it. */
export const useSyncStatus = create<SyncState>()(() => ({ status: null }));

/** Replaces the status. */
export function setSyncStatus(status: SyncStatus | null): void {
  useSyncStatus.setState({ status });
}
