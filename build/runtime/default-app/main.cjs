'use strict';
// The part of Electron's own default app that this project needs: start the app folder named on
// the command line. The main script is loaded by `require`, never by `import()`: that would return
// after `ready`, when privileged schemes can no longer be registered.
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { app } = require('electron');

/** @param {readonly string[]} args @returns {{ folder?: string, modules: string[] }} */
function readArguments(args) {
  const modules = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    if (arg === '-r' || arg === '--require') {
      index += 1;
      modules.push(args[index]);
    } else if (!arg.startsWith('-')) {
      return { folder: resolve(arg), modules };
    }
  }
  return { modules };
}

/** @param {string} folder */
function startFolder(folder) {
  const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setName(description.productName ?? description.name);
  app.setVersion(description.version ?? '0.0.0');
  app.setDesktopName(description.desktopName ?? `${description.name}.desktop`);
  app.setAppPath(folder);
  require(join(folder, description.main ?? 'index.js'));
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const { folder, modules } = readArguments(process.argv.slice(1));
for (const name of modules) {
  require(resolve(name));
}
if (folder === undefined) {
  process.stderr.write('Usage: electron [options] <app folder>\n');
  app.exit(2);
} else {
  startFolder(folder);
}
