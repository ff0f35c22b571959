import { ok } from '../../../shared/base/result';
import type { Handlers } from '../../../shared/ipc/contract';
import type { SyncDesk } from '../../sync-desk';

/** The line to the province. */
export function createSyncHandlers(ports: { readonly sync: () => SyncDesk }): Handlers['sync'] {
  return {
    status: () => Promise.resolve(ok(ports.sync().status())),
    now: async () => {
      await ports.sync().now();
      return ok(ports.sync().status());
    },
  };
}
