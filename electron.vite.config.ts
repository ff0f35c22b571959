import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { copyResources } from './build/app-resources.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const out = resolve(root, 'out/app');

// The oldest engine the app is exercised on (Electron 33: Node 20.18, Chromium 130), so that one
// build runs there and on the shipped release.
const NODE_TARGET = 'node20.18';
const CHROMIUM_TARGET = 'chrome130';

// CommonJS: sandboxed preloads must be, and the main script must have run before `ready`, when it is
// too late to register privileged schemes; an ES module main is loaded after it.
// Chunks lie beside the entries, so `import.meta.dirname` is the same folder in every module.
const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
} as const;

/** Copies the data the app reads at run time to `out/app/resources`, beside the folder of main. */
function runtimeData(): Plugin {
  return {
    name: 'runtime-data',
    async writeBundle() {
      await copyResources({ root, target: join(out, 'resources') });
    },
  };
}

/**
 * pdfkit reads the colour profile of PDF/A documents from a file beside its own source, which a
 * bundle does not have: the profile becomes part of the bundle. Its built-in Latin fonts stay out;
 * they have no Vietnamese letters and are never asked for.
 */
function pdfColourProfile(): Plugin {
  const read = 'fs.readFileSync(`${__dirname}/data/sRGB_IEC61966_2_1.icc`)';
  return {
    name: 'pdf-colour-profile',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]pdfkit[\\/]js[\\/]pdfkit(\.es)?\.js$/.test(id)) {
        return null;
      }
      if (!code.includes(read)) {
        throw new Error('pdfkit no longer reads its colour profile as expected; see electron.vite.config.ts');
      }
      const profile = readFileSync(join(dirname(id), 'data', 'sRGB_IEC61966_2_1.icc'));
      return { code: code.replace(read, `Buffer.from('${profile.toString('base64')}', 'base64')`), map: null };
    },
  };
}

export default defineConfig({
  main: {
    plugins: [pdfColourProfile(), runtimeData()],
    build: {
      outDir: join(out, 'main'),
      target: NODE_TARGET,
      minify: true,
      sourcemap: false,
      // Everything is bundled but the native module, which finds its binary beside its own source.
      externalizeDeps: false,
      rolldownOptions: {
        // The second is asked for only by a reader of remote archives that comes with exceljs and is never called.
        external: ['argon2', '@aws-sdk/client-s3'],
        input: {
          main: join(root, 'electron/main.ts'),
          'render-pdf': join(root, 'electron/worker/render-pdf.ts'),
          spreadsheet: join(root, 'electron/worker/spreadsheet.ts'),
        },
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      outDir: join(out, 'preload'),
      target: NODE_TARGET,
      minify: true,
      sourcemap: false,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: join(root, 'electron/preload.ts') },
        output: commonJs,
      },
    },
  },
  renderer: {
    root: join(root, 'renderer'),
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: join(out, 'renderer'),
      emptyOutDir: true,
      target: CHROMIUM_TARGET,
      minify: true,
      sourcemap: false,
      // The content security policy allows no data: addresses for scripts, styles and fonts.
      assetsInlineLimit: 0,
      // The page comes from the disk: one file is read faster than many. Sizes are watched by size-limit.
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: join(root, 'renderer/index.html') },
    },
  },
});
