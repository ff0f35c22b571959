import { describe, expect, it } from 'vitest';
import { identityNumber, maskNumber } from './masking';

describe('maskNumber', () => {
  it('leaves four characters when there are more', () => {
    expect(maskNumber('040188912345')).toBe('••••••••2345');
    expect(maskNumber('1234')).toBe('1234');
  });
});

describe('identityNumber', () => {
  it('shows the whole number only when it was asked for', () => {
    const identity = { kind: 'personalId', number: '040188912345' } as const;
    expect(identityNumber(identity, false)).toBe('••••••••2345');
    expect(identityNumber(identity, true)).toBe('040188912345');
    expect(identityNumber({ kind: 'none', reason: 'newborn' }, true)).toBeUndefined();
  });
});
