import { join } from 'node:path';
import type { DataFolder } from './data-folder';
import type { NewRef } from './fault-ref';
import type { LaunchOptions } from './launch-options';
import type { Log } from './log';

/** Folders of the built app. */
export interface AppFiles {
  readonly preload: string;
  readonly page: string;
  readonly packages: string;
  readonly icon: string;
  readonly pdfWorker: string;
  readonly spreadsheetWorker: string;
  /** SumatraPDF of the Windows installer. */
  readonly sumatra: string;
}

/** Everything that is known before anything is opened. */
export interface Launch {
  readonly options: LaunchOptions;
  readonly folder: DataFolder;
  readonly files: AppFiles;
  readonly exportsFolder: string;
  readonly scanFolder: string;
  readonly log: Log;
  readonly newRef: NewRef;
}

/** Places of the built app, seen from the folder of main's own script. */
export function findAppFiles(mainFolder: string): AppFiles {
  const resources = join(mainFolder, '..', 'resources');
  return {
    preload: join(mainFolder, '..', 'preload', 'preload.cjs'),
    page: join(mainFolder, '..', 'renderer'),
    packages: join(resources, 'packages'),
    icon: join(resources, 'icons', '256x256.png'),
    pdfWorker: join(mainFolder, 'render-pdf.cjs'),
    spreadsheetWorker: join(mainFolder, 'spreadsheet.cjs'),
    sumatra: join(resources, 'sumatra', 'SumatraPDF.exe'),
  };
}

/** Folders people see. A practice unit has its own, so that no practice paper lies among real ones. */
export function choosePeopleFolders(
  options: LaunchOptions,
  documents: string,
): { readonly exportsFolder: string; readonly scanFolder: string } {
  const base = join(documents, options.practice ? 'QuayMotCua-ThucHanh' : 'QuayMotCua');
  return {
    exportsFolder: options.exportsDir ?? join(base, 'ket-xuat'),
    scanFolder: options.scanFolder ?? join(base, 'quet-vao'),
  };
}
