import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runAsProgram } from './program.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const NOTICES = join(ROOT, 'THIRD-PARTY-NOTICES.md');

// Permissive licences, and the font licence for fonts. Anything else stops the build until somebody decides.
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
]);

/** @typedef {{ name: string, version: string, licence: string, publisher: string, text: string }} Notice */

/**
 * The packages that reach users (production dependencies with all they pull in), their licences and licence texts.
 *
 * @returns {Promise<Notice[]>} sorted by name
 */
async function readNotices() {
  const checker = createRequire(import.meta.url)('license-checker-rseidelsohn');
  /** @type {Record<string, { licenses: string | string[], publisher?: string, licenseFile?: string }>} */
  const found = await new Promise((resolve, reject) => {
    checker.init(
      { start: ROOT, production: true, excludePrivatePackages: true },
      (/** @type {Error | null} */ error, /** @type {typeof found} */ packages) =>
        error === null ? resolve(packages) : reject(error),
    );
  });
  const notices = Object.entries(found).map(async ([key, entry]) => {
    const at = key.lastIndexOf('@');
    return {
      name: key.slice(0, at),
      version: key.slice(at + 1),
      licence: [entry.licenses].flat().join(' AND '),
      publisher: entry.publisher ?? '',
      text: await licenceText(entry.licenseFile),
    };
  });
  const all = await Promise.all(notices);
  return all.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** @param {string | undefined} file @returns {Promise<string>} empty where the package brings none */
async function licenceText(file) {
  if (file === undefined || /readme/i.test(file)) {
    return '';
  }
  return (await readFile(file, 'utf8')).trim().replaceAll('\r\n', '\n');
}

/** @param {string} licence @returns {boolean} */
function isAllowed(licence) {
  const terms = licence.replaceAll(/[()*]/g, '').split(/ AND /);
  return terms.every((term) => term.split(/ OR /).some((choice) => ALLOWED.has(choice.trim())));
}

/** @param {readonly Notice[]} notices @returns {string} */
function writeNotices(notices) {
  const byText = new Map();
  for (const notice of notices) {
    const key = notice.text === '' ? `(${notice.licence}; the package brings no licence file)` : notice.text;
    byText.set(key, [...(byText.get(key) ?? []), notice]);
  }
  const list = notices.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`).join('\n');
  const texts = [...byText]
    .map(([text, users]) => {
      const names = users.map((/** @type {Notice} */ { name }) => name).join(', ');
      return `## ${names}\n\n${text
        .split('\n')
        .map((/** @type {string} */ line) => `    ${line}`.trimEnd())
        .join('\n')}\n`;
    })
    .join('\n');
  return `# Third-party notices\n\nSoftware and fonts that Quầy Một Cửa is made with. Written by \`npm run licences\`.\n\n| Package | Version | Licence |\n| --- | --- | --- |\n${list}\n\n${texts}`;
}

await runAsProgram(import.meta.url, async (args) => {
  const notices = await readNotices();
  const foreign = notices.filter(({ licence }) => !isAllowed(licence));
  if (foreign.length > 0) {
    throw new Error(
      `licences not on the list:\n${foreign.map(({ name, licence }) => `  ${name}: ${licence}`).join('\n')}`,
    );
  }
  const text = writeNotices(notices);
  if (!args.includes('--check')) {
    await writeFile(NOTICES, text);
    return;
  }
  const kept = await readFile(NOTICES, 'utf8').catch(() => '');
  if (kept !== text) {
    throw new Error('THIRD-PARTY-NOTICES.md is out of date; run: npm run licences');
  }
});
