import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withDisplay } from './display.mjs';

const socketOf = (display) => `/tmp/.X11-unix/X${display.slice(1)}`;
const before = process.env['DISPLAY'];

describe.runIf(process.platform === 'linux' && existsSync('/usr/bin/Xvfb'))('withDisplay', () => {
  beforeEach(() => {
    delete process.env['DISPLAY'];
  });
  afterEach(() => {
    if (before === undefined) {
      delete process.env['DISPLAY'];
    } else {
      process.env['DISPLAY'] = before;
    }
  });

  it('starts a server of its own and ends it when there is no display', async () => {
    const seen = await withDisplay(async ({ env, virtual }) => {
      expect(virtual).toBe(true);
      expect(existsSync(socketOf(env.DISPLAY))).toBe(true);
      return env.DISPLAY;
    });
    expect(existsSync(socketOf(seen))).toBe(false);
  });

  it('takes different numbers when two run at once', async () => {
    let release = () => {};
    const both = new Promise((resolve) => (release = resolve));
    const seen = [];
    const run = () =>
      withDisplay(async ({ env }) => {
        if (seen.push(env.DISPLAY) === 2) {
          release();
        }
        await both;
      });
    await Promise.all([run(), run()]);
    expect(new Set(seen).size).toBe(2);
  });

  it('starts a server when DISPLAY names one that has ended', async () => {
    process.env['DISPLAY'] = ':31999';
    await withDisplay(async ({ env, virtual }) => {
      expect(virtual).toBe(true);
      expect(env.DISPLAY).not.toBe(':31999');
    });
  });

  it('uses the display of the session when it is alive', async () => {
    await withDisplay(async ({ env }) => {
      process.env['DISPLAY'] = env.DISPLAY;
      await withDisplay(async (inner) => {
        expect(inner).toMatchObject({ virtual: false, env: { DISPLAY: env.DISPLAY } });
      });
    });
  });

  it('ends its server when the work fails', async () => {
    let seen = '';
    const run = withDisplay(async ({ env }) => {
      seen = env.DISPLAY;
      throw new Error('work failed');
    });
    await expect(run).rejects.toThrow('work failed');
    expect(existsSync(socketOf(seen))).toBe(false);
  });
});
