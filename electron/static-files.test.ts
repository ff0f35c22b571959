import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseStaticPath, readStaticFile } from './static-files';

let folder: string;
let root: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'static-'));
  root = join(folder, 'root');
  await mkdir(join(root, 'assets'), { recursive: true });
  await mkdir(join(folder, 'root-beside'));
  await writeFile(join(root, 'index.html'), '<!doctype html>');
  await writeFile(join(root, 'assets', 'phiếu số.js'), 'x');
  await writeFile(join(root, 'private.key'), 'k');
  await writeFile(join(folder, 'secret.json'), 's');
  await writeFile(join(folder, 'root-beside', 'secret.json'), 's');
  await symlink(join(folder, 'secret.json'), join(root, 'link.json'));
  await symlink(join(folder, 'root-beside'), join(root, 'linked'));
});

describe('readStaticFile', () => {
  it('serves the start page and encoded names', async () => {
    expect(await readStaticFile(root, '/')).toMatchObject({ ok: true, value: { mime: 'text/html; charset=utf-8' } });
    const script = await readStaticFile(root, '/assets/phi%E1%BA%BFu%20s%E1%BB%91.js');
    expect(script).toMatchObject({ ok: true, value: { mime: 'text/javascript; charset=utf-8' } });
  });

  it('follows no link out of the root', async () => {
    expect(await readStaticFile(root, '/link.json')).toEqual({ ok: false, error: { kind: 'forbidden' } });
    expect(await readStaticFile(root, '/linked/secret.json')).toEqual({ ok: false, error: { kind: 'forbidden' } });
  });

  it.each(['/missing.js', '/assets', '/index.html/x.js', '/private.key', `/${'x'.repeat(300)}.js`])(
    'finds nothing at %s',
    async (path) => {
      expect(await readStaticFile(root, path)).toEqual({ ok: false, error: { kind: 'notFound' } });
    },
  );

  it('never leaves the root whatever path is asked for', async () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '%5c',
      '\\',
      '/',
      'secret.json',
      'root-beside',
      'C:',
      '%00',
      '...',
      'linked',
      '%252e',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const answer = await readStaticFile(root, `/${pieces.join('')}`);
        return !answer.ok || answer.value.bytes.toString() !== 's';
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('parseStaticPath', () => {
  it.each([
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/..%5csecret.json',
    '/a//b.js',
    '//etc/passwd',
    '/C:/x.js',
    '/a.js::$DATA',
    '/a%00.js',
    '/%E0%A4%A',
    '/%252e%252e/secret.json',
    'index.html',
    '',
    '/assets/',
    '/.../x.js',
  ])('refuses %s', (path) => {
    expect(parseStaticPath(path)).toEqual({ ok: false, error: { kind: 'forbidden' } });
  });
});
