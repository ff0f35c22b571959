import { describe, expect, it } from 'vitest';
import { deviceIdOf } from './device-id';

const jwk = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
} as const;

describe('deviceIdOf', () => {
  it('is the same for the same key in any order of members and ignores others', () => {
    const { kty, crv, x, y } = jwk;
    expect(deviceIdOf({ ...{ alg: 'ES256' }, y, x, crv, kty })).toBe(deviceIdOf(jwk));
    expect(deviceIdOf(jwk)).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
  });

  it('is another one for another key', () => {
    expect(deviceIdOf({ ...jwk, x: jwk.y })).not.toBe(deviceIdOf(jwk));
  });
});
