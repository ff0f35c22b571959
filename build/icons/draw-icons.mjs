import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withDisplay } from '../display.mjs';
import { findElectronRuntime } from '../electron-runtime.mjs';
import { runAsProgram } from '../program.mjs';
import { runCommand } from '../run-command.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
// The sizes of the freedesktop icon theme; electron-builder makes the Windows icon from the largest.
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512];

/** Draws the PNG files from icon.svg with Chromium's own SVG renderer; run after changing the drawing. */
async function drawIcons() {
  const runtime = await findElectronRuntime();
  const svg = await readFile(join(HERE, 'icon.svg'), 'utf8');
  const folder = await mkdtemp(join(tmpdir(), 'icons-'));
  try {
    await writeFile(join(folder, 'package.json'), '{ "name": "draw-icons", "main": "main.cjs" }');
    await writeFile(join(folder, 'main.cjs'), painter(svg));
    const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', folder];
    await withDisplay(async ({ env }) => {
      const drawn = await runCommand(runtime.path, args, { env, timeoutMs: 60_000 });
      if (drawn.code !== 0) {
        throw new Error(`Electron could not draw the icons:\n${drawn.stderr}`);
      }
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} svg @returns {string} a main script that writes the files and ends */
function painter(svg) {
  const page = `Promise.all(${JSON.stringify(SIZES)}.map(async (size) => {
    const image = new Image(size, size);
    image.src = 'data:image/svg+xml,' + encodeURIComponent(${JSON.stringify(svg)});
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
    canvas.getContext('2d').drawImage(image, 0, 0, size, size);
    return canvas.toDataURL('image/png').split(',')[1];
  }))`;
  return `
    const { writeFileSync } = require('node:fs');
    const { app, BrowserWindow } = require('electron');
    const fail = (error) => { console.error(error); app.exit(1); };
    app.whenReady().then(async () => {
      const window = new BrowserWindow({ show: false });
      await window.loadURL('data:text/html,');
      const drawings = await window.webContents.executeJavaScript(${JSON.stringify(page)});
      const sizes = ${JSON.stringify(SIZES)};
      drawings.forEach((drawing, index) => {
        const name = sizes[index] + 'x' + sizes[index] + '.png';
        writeFileSync(${JSON.stringify(HERE)} + '/' + name, Buffer.from(drawing, 'base64'));
      });
      app.exit(0);
    }).catch(fail);
  `;
}

await runAsProgram(import.meta.url, drawIcons);
