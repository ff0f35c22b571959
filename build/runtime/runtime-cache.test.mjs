import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isKnownUnreachable, rememberUnreachable, runtimeCacheFolder } from './runtime-cache.mjs';

const HOUR = 3_600_000;
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runtime-cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('runtimeCacheFolder', () => {
  it('follows XDG_CACHE_HOME when it is set', () => {
    const machine = { env: { XDG_CACHE_HOME: '/c' }, uid: 0, platform: 'linux' };
    expect(runtimeCacheFolder(machine)).toBe('/c/quay-mot-cua/electron');
  });

  it('is outside the home folder when the user is root', () => {
    expect(runtimeCacheFolder({ env: {}, uid: 0, platform: 'linux' })).toBe('/var/cache/quay-mot-cua/electron');
  });

  it('is inside the home folder when the user is not root', () => {
    expect(runtimeCacheFolder({ env: {}, uid: 1000, platform: 'linux' })).toMatch(/\/\.cache\/quay-mot-cua\/electron$/);
  });
});

describe('isKnownUnreachable', () => {
  const note = (now) => ({ folder, version: '45.4.1', now });

  it('is true when the download failed within a day', async () => {
    await rememberUnreachable(note(100 * HOUR));
    expect(await isKnownUnreachable(note(123 * HOUR))).toBe(true);
  });

  it.each([
    ['the failure is a day old', 124],
    ['the clock went back behind it', 99],
  ])('is false when %s', async (_state, hour) => {
    await rememberUnreachable(note(100 * HOUR));
    expect(await isKnownUnreachable(note(hour * HOUR))).toBe(false);
  });

  it('is false when only another version failed or nothing did', async () => {
    expect(await isKnownUnreachable(note(100 * HOUR))).toBe(false);
    await rememberUnreachable({ folder, version: '44.0.0', now: 100 * HOUR });
    expect(await isKnownUnreachable(note(100 * HOUR))).toBe(false);
  });
});
