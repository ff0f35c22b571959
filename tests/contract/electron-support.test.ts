import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/**
 * Expected end of support of each Electron major that may be shipped: the day its third successor appears, at eight weeks a
 * major (electronjs.org, release schedule; first releases as the registry dates them). From that day on this test fails, so
 * that nobody ships an engine whose holes are no longer mended.
 */
const endOfSupport: Readonly<Record<number, string>> = {
  43: '2026-12-16',
  44: '2027-02-10',
  45: '2027-04-07',
};

const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly devDependencies: Readonly<Record<string, string>>;
};
const shipped = devDependencies['electron'] ?? '';

function isSupported(version: string, day: string): boolean {
  const end = endOfSupport[Number(version.split('.')[0])];
  return end !== undefined && day < end;
}

describe('the shipped Electron', () => {
  test('is pinned, and supported today', () => {
    expect(shipped).toMatch(/^\d+\.\d+\.\d+$/u);
    expect(isSupported(shipped, new Date().toISOString().slice(0, 10)), `Electron ${shipped} is out of support`).toBe(
      true,
    );
  });

  test('counts as out of support from its last day, and when nobody knows it', () => {
    expect(isSupported('45.4.1', '2027-04-06')).toBe(true);
    expect(isSupported('45.4.1', '2027-04-07')).toBe(false);
    expect(isSupported('33.2.1', '2026-11-22')).toBe(false);
  });
});
