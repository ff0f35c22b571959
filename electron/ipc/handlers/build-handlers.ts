import { app, shell } from 'electron';
import type { Handlers } from '../../../shared/ipc/contract';
import { getDesk, type Desk } from '../../desk';
import type { Send } from '../../desk-ports';
import { saveExport } from '../../disk/save-export';
import type { Parts } from '../../parts';
import { setUpPractice, type StoresPorts } from '../../stores';
import { createAppHandlers } from './app';
import { createExportHandlers } from './exports';
import { createPrintHandlers } from './print';
import { createRecordsHandlers } from './records';
import { createReferenceHandlers } from './reference';
import { createScanHandlers } from './scan';
import { createSessionHandlers } from './session';
import { createSyncHandlers } from './sync';

/** Every handler of the contract, joined with the parts that do the work. */
export function buildHandlers(parts: Parts, storesPorts: StoresPorts, send: Send): Handlers {
  const { launch, stores, guard, session, machines } = parts;
  const openedDesk = (): Desk => getDesk(session.desk());
  const isPractice = (): boolean => stores.place.find()?.practice ?? launch.options.practice;
  return {
    app: createAppHandlers({
      info: () => ({
        version: app.getVersion(),
        electron: process.versions.electron,
        chromium: process.versions.chrome,
        practice: isPractice(),
        dataFolder: launch.folder.root,
        exportsFolder: launch.exportsFolder,
      }),
      openExportsFolder: async () => {
        await shell.openPath(launch.exportsFolder);
      },
      log: launch.log,
    }),
    session: createSessionHandlers({ session, startPractice: () => startPractice(parts, storesPorts) }),
    records: createRecordsHandlers({ desk: openedDesk, room: guard.check }),
    reference: createReferenceHandlers({ reference: stores.reference }),
    scan: createScanHandlers({ runs: machines.runs }),
    print: createPrintHandlers({
      printer: machines.printer,
      receipts: machines.papers.receipts,
      forms: machines.papers.forms,
      notePrinted: (dossierId, form) => {
        const subject = dossierId === null ? {} : { subjectKey: `dossier:${dossierId}` };
        openedDesk().books.door.noteAccess({ what: 'printed', ...subject, detail: form });
      },
    }),
    exports: createExportHandlers({
      folder: launch.exportsFolder,
      renderPdf: machines.renderPdf,
      renderSheet: machines.renderSheet,
      save: (files) => saveExport(launch.exportsFolder, files),
      noteExported: (detail) => {
        openedDesk().books.door.noteAccess({ what: 'exported', detail });
      },
      practice: isPractice,
      onProgress: (progress) => {
        send('exportProgress', progress);
      },
    }),
    sync: createSyncHandlers({ sync: () => openedDesk().sync }),
  };
}

/** The practice unit never shares a folder with a real one: the app starts again in the folder of practice. */
async function startPractice({ launch, stores }: Parts, storesPorts: StoresPorts): Promise<void> {
  if (launch.options.practice || launch.options.dataDir !== null) {
    const done = await setUpPractice(storesPorts, stores);
    if (!done.ok) throw new Error(`practice unit: ${done.error.kind}`);
    return;
  }
  app.relaunch({ args: [...process.argv.slice(1), '--practice'] });
  app.quit();
}
