import { join } from 'node:path';
import { defineConfig } from 'electron-vite';
import app from '../../../electron.vite.config';

const root = join(import.meta.dirname, '../../..');
const { renderer } = app;

// A page without screens: the records layer alone, bundled as the app's own page is.
export default defineConfig({
  renderer: {
    ...renderer,
    root: import.meta.dirname,
    build: {
      ...renderer.build,
      outDir: join(root, 'out/store-page/renderer'),
      rolldownOptions: { input: join(import.meta.dirname, 'index.html') },
    },
  },
});
