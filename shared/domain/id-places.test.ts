import { describe, expect, it } from 'vitest';
import { findIdPlace, idPlaces, isKnownIdPlace } from './id-places';

describe('idPlaces', () => {
  // Domain notes §7.2: the 63 provinces as numbered before the mergers of 2025.
  it('are the 63 provinces, in order, each once', () => {
    expect(idPlaces).toHaveLength(63);
    expect(idPlaces.map((place) => place.code).join(' ')).toBe(
      '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 ' +
        '045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 ' +
        '091 092 093 094 095 096',
    );
    expect(new Set(idPlaces.map((place) => place.name)).size).toBe(63);
  });

  it.each([
    ['001', 'Hà Nội'],
    ['038', 'Thanh Hóa'],
    ['040', 'Nghệ An'],
    ['042', 'Hà Tĩnh'],
    ['054', 'Phú Yên'],
    ['058', 'Ninh Thuận'],
    ['079', 'Thành phố Hồ Chí Minh'],
    ['096', 'Cà Mau'],
  ])('%s is %s', (code, name) => {
    expect(findIdPlace(`${code}188002345`)).toEqual({ code, name });
  });
});

describe('isKnownIdPlace', () => {
  it.each([
    ['000', false],
    ['003', false],
    ['097', false],
    ['100', false],
    ['101', true],
    ['999', true],
    ['040', true],
  ])('%s: %s', (code, known) => {
    expect(isKnownIdPlace(`${code}188002345`)).toBe(known);
    expect(findIdPlace(`${code}188002345`) !== undefined).toBe(code === '040');
  });
});
