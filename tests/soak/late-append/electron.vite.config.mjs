import { join } from 'node:path';
import { defineConfig } from 'electron-vite';
import app from '../../../electron.vite.config';

const root = join(import.meta.dirname, '../../..');

/** Puts the late door where the app builds its own. */
function lateAppend() {
  return {
    name: 'late-append',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === './append-door' && importer?.endsWith('/electron/journal/open-books.ts')
        ? join(import.meta.dirname, 'append-door.ts')
        : null,
  };
}

const { main } = app;

// The main process of the app as it is built for release, but for the one module.
export default defineConfig({
  main: {
    ...main,
    plugins: [lateAppend(), ...main.plugins.filter(({ name }) => name !== 'runtime-data')],
    build: { ...main.build, outDir: join(root, 'out/late-append/main'), emptyOutDir: true },
  },
});
