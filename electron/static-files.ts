import { readFile, realpath } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import { err, ok, type Result } from '../shared/base/result';

/** A file of the page with its media type. */
export interface StaticFile {
  readonly bytes: Buffer;
  readonly mime: string;
}

const MIME: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/**
 * Turns the path of a request into a path below the root, or refuses it. Decoded once only; what is then still no plain
 * relative path (NUL, backslash, drive letter, stream name, dot segment, second encoding) is not a file of ours.
 */
export function parseStaticPath(pathname: string): Result<string, { kind: 'forbidden' }> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return err({ kind: 'forbidden' });
  }
  if (/[\u0000-\u001f\\:%]/u.test(decoded) || !decoded.startsWith('/')) return err({ kind: 'forbidden' });
  const parts = decoded.slice(1).split('/');
  if (parts.length === 1 && parts[0] === '') return ok('index.html');
  const isPlain = parts.every((part) => part !== '' && !/^\.+$/u.test(part));
  return isPlain ? ok(parts.join('/')) : err({ kind: 'forbidden' });
}

/** Reads a file of the page. Links are followed before the check, so none can lead out of the root. */
export async function readStaticFile(
  root: string,
  pathname: string,
): Promise<Result<StaticFile, { kind: 'forbidden' } | { kind: 'notFound' }>> {
  const path = parseStaticPath(pathname);
  if (!path.ok) return path;
  const mime = MIME[extname(path.value).toLowerCase()];
  if (mime === undefined) return err({ kind: 'notFound' });
  try {
    const realRoot = await realpath(root);
    const real = await realpath(join(realRoot, path.value));
    if (!isBelow(realRoot, real)) return err({ kind: 'forbidden' });
    return ok({ bytes: await readFile(real), mime });
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(String(error.code))
    ) {
      return err({ kind: 'notFound' });
    }
    throw error;
  }
}

function isBelow(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
