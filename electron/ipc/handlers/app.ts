import { ok } from '../../../shared/base/result';
import type { Handlers } from '../../../shared/ipc/contract';
import type { AppInfo } from '../../../shared/ipc/messages';

/** Facts of this installation and the one folder people may open. */
export function createAppHandlers(ports: {
  readonly info: () => AppInfo;
  readonly openExportsFolder: () => Promise<void>;
  readonly log: (event: 'screenFault', fields: { ref: string; errorName: string; frames: string }) => void;
}): Handlers['app'] {
  return {
    info: () => Promise.resolve(ok(ports.info())),
    openExportsFolder: async () => {
      await ports.openExportsFolder();
      return ok(null);
    },
    noteScreenFault: (fault) => {
      ports.log('screenFault', fault);
      return Promise.resolve(ok(null));
    },
  };
}
