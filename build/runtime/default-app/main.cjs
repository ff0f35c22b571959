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
  let isModule = false;
  for (const arg of args) {
    if (isModule) {
      modules.push(resolve(arg));
      isModule = false;
    } else if (arg === '-r' || arg === '--require') {
      isModule = true;
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
  app.setDesktopName(description.desktopName ?? `${description.name}.desktop`);
  // The two setters that Electron's own default app uses and its typings leave out.
  Reflect.apply(Reflect.get(app, 'setVersion'), app, [description.version ?? '0.0.0']);
  Reflect.apply(Reflect.get(app, 'setAppPath'), app, [folder]);
  require(join(folder, description.main ?? 'index.js'));
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const { folder, modules } = readArguments(process.argv.slice(1));
for (const name of modules) {
  require(name);
}
if (folder === undefined) {
  process.stderr.write('Usage: electron [options] <app folder>\n');
  app.exit(2);
} else {
  startFolder(folder);
}
