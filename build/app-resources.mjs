import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What the app reads at run time besides its code: `[source folder, file pattern, target folder]`,
 * sources relative to the checkout. Main finds the targets in `../resources` of its own folder.
 *
 * @type {readonly (readonly [source: string, files: RegExp, target: string])[]}
 */
const RESOURCES = [
  ['build/packages', /\.json$/, 'packages'],
  ['build/icons', /^256x256\.png$/, 'icons'],
  ['node_modules/@expo-google-fonts/tinos/400Regular', /\.ttf$/, 'fonts'],
  ['node_modules/@expo-google-fonts/tinos/400Regular_Italic', /\.ttf$/, 'fonts'],
  ['node_modules/@expo-google-fonts/tinos/700Bold', /\.ttf$/, 'fonts'],
  ['node_modules/@expo-google-fonts/tinos/700Bold_Italic', /\.ttf$/, 'fonts'],
];

/**
 * Fills `target` anew with the run-time data: `packages/*.json` (reference packages),
 * `fonts/Tinos_*.ttf` and `icons/256x256.png` (the window icon).
 *
 * @param {{ root: string, target: string }} folders
 * @throws {Error} when a source folder is missing or holds nothing to copy
 */
export async function copyResources({ root, target }) {
  await rm(target, { recursive: true, force: true });
  for (const [source, pattern, place] of RESOURCES) {
    const names = (await readdir(join(root, source))).filter((name) => pattern.test(name));
    if (names.length === 0) {
      throw new Error(`${source} holds no file for the app's resources`);
    }
    await mkdir(join(target, place), { recursive: true });
    await Promise.all(names.map((name) => copyFile(join(root, source, name), join(target, place, name))));
  }
}
