import { ok } from '../../../shared/base/result';
import type { Handlers } from '../../../shared/ipc/contract';
import type { ScanRuns } from '../../scanner/scan-run';

/** Scan runs. */
export function createScanHandlers(ports: { readonly runs: ScanRuns }): Handlers['scan'] {
  return {
    sources: async () => ok([...(await ports.runs.sources())]),
    start: (request) => ports.runs.start(request),
    cancel: ({ draftId }) => {
      ports.runs.cancel(draftId);
      return Promise.resolve(ok(null));
    },
  };
}
