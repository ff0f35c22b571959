import { join } from 'node:path';
import { defineConfig } from 'electron-vite';
import app from '../../../electron.vite.config';

const root = join(import.meta.dirname, '../../..');
const { main } = app;

// Bundled exactly as the app's own main process is.
export default defineConfig({
  main: {
    ...main,
    plugins: [],
    build: {
      ...main.build,
      outDir: join(root, 'out/static-window/main'),
      rolldownOptions: { ...main.build.rolldownOptions, input: { main: join(import.meta.dirname, 'main.ts') } },
    },
  },
});
