import { describe, expect, it } from 'vitest';
import { parseLaunchOptions } from './launch-options';

describe('parseLaunchOptions', () => {
  it('reads our options and makes folders absolute when they stand among options of the engine', () => {
    const parsed = parseLaunchOptions(
      [
        'electron',
        '--no-sandbox',
        'out/app',
        '--data-dir=data',
        '--provision=/etc/unit.json',
        '--exports-dir=/tmp/a=b',
        '--practice',
      ],
      '/home/canbo',
    );
    expect(parsed).toEqual({
      ok: true,
      value: {
        dataDir: '/home/canbo/data',
        provision: '/etc/unit.json',
        exportsDir: '/tmp/a=b',
        scanFolder: null,
        practice: true,
      },
    });
  });

  it('gives defaults when nothing of ours is on the line', () => {
    expect(parseLaunchOptions(['electron'], '/')).toEqual({
      ok: true,
      value: { dataDir: null, provision: null, exportsDir: null, scanFolder: null, practice: false },
    });
  });

  it.each([
    ['--data-dir=', 'data-dir'],
    ['--data-dir', 'data-dir'],
    ['--practice=no', 'practice'],
    [`--scan-folder=${'x'.repeat(5000)}`, 'scan-folder'],
  ])('refuses %s instead of guessing', (argument, option) => {
    expect(parseLaunchOptions([argument], '/')).toEqual({ ok: false, error: { kind: 'badOption', option } });
  });
});
