import { describe, expect, it } from 'vitest';
import { matchesLock } from './installed-modules.mjs';

const react = { version: '19.3.1', integrity: 'sha512-a' };

describe('matchesLock', () => {
  it('accepts the tree when every package has the version and hash of the lock', () => {
    expect(matchesLock({ '': {}, 'node_modules/react': react }, { 'node_modules/react': { ...react } })).toBe(true);
  });

  it('accepts the tree when only a binary for another system is absent', () => {
    const wanted = { 'node_modules/react': react, 'node_modules/x-win32': { version: '1.0.0', optional: true } };
    expect(matchesLock(wanted, { 'node_modules/react': react })).toBe(true);
  });

  it.each([
    ['a package is absent', {}],
    ['a package has another version', { 'node_modules/react': { ...react, version: '19.0.0' } }],
    ['a package has another hash', { 'node_modules/react': { ...react, integrity: 'sha512-b' } }],
  ])('rejects the tree when %s', (_state, present) => {
    expect(matchesLock({ 'node_modules/react': react }, present)).toBe(false);
  });
});
