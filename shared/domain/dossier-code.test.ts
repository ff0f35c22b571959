import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatOfficialCode, formatTemporaryNumber, parseDossierCode } from './dossier-code';

const dayArbitrary = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 86_400_000, max: Date.UTC(2059, 11, 31) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

describe('parseDossierCode', () => {
  it('reads agency, day and number when the agency id is of the new scheme', () => {
    expect(parseDossierCode('H41.26-261120-0042')).toEqual({
      ok: true,
      value: { kind: 'official', agencyId: 'H41.26', day: '2026-11-20', number: 42 },
    });
  });

  it('reads agency, day and number when the agency id is of the old scheme', () => {
    expect(parseDossierCode('000.17.22.H56-210531-0001')).toMatchObject({
      ok: true,
      value: { agencyId: '000.17.22.H56', day: '2021-05-31', number: 1 },
    });
  });

  it('reads the code when it was typed in lower case with spaces around', () => {
    expect(parseDossierCode('  h41.26-261120-0042 ')).toMatchObject({ ok: true, value: { agencyId: 'H41.26' } });
  });

  it('reads a temporary number when the device id itself holds hyphens', () => {
    expect(parseDossierCode('TAM-018f-77aa-261120-003')).toEqual({
      ok: true,
      value: { kind: 'temporary', deviceId: '018f-77aa', day: '2026-11-20', number: 3 },
    });
  });

  it('names the impossible day when the digits make no date', () => {
    expect(parseDossierCode('H41.26-260231-0001')).toEqual({
      ok: false,
      error: { kind: 'impossibleDay', text: '260231' },
    });
    expect(parseDossierCode('H41.26-261301-0001')).toEqual({
      ok: false,
      error: { kind: 'impossibleDay', text: '261301' },
    });
  });

  it.each([
    '',
    'H41.26',
    'H41.26-261120-042',
    'I41.26-261120-0042',
    'H41.26-261120-0000',
    'TAM--261120-001',
    'x'.repeat(4000),
  ])('refuses a text when it is no code: %s', (text) => {
    expect(parseDossierCode(text)).toEqual({ ok: false, error: { kind: 'notACode' } });
  });

  it('gives back its parts when an official code was formatted from them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('H41.26', 'H55.242', '000.17.22.H56', 'H41'),
        dayArbitrary,
        fc.integer({ min: 1, max: 999_999 }),
        (agencyId, day, number) => {
          expect(parseDossierCode(formatOfficialCode({ agencyId, day, number }))).toEqual({
            ok: true,
            value: { kind: 'official', agencyId, day, number },
          });
        },
      ),
    );
  });

  it('gives back its parts when a temporary number was formatted from them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('M01', '0197f3c2-aaaa-7bbb-8ccc-000000000001'),
        dayArbitrary,
        fc.integer({ min: 1, max: 9_999 }),
        (deviceId, day, number) => {
          expect(parseDossierCode(formatTemporaryNumber({ deviceId, day, number }))).toEqual({
            ok: true,
            value: { kind: 'temporary', deviceId, day, number },
          });
        },
      ),
    );
  });
});

describe('formatOfficialCode', () => {
  it('pads the number to four digits and lets it grow when the day is busy', () => {
    expect(formatOfficialCode({ agencyId: 'H41.26', day: '2026-11-20', number: 7 })).toBe('H41.26-261120-0007');
    expect(formatOfficialCode({ agencyId: 'H41.26', day: '2026-11-20', number: 12_345 })).toBe('H41.26-261120-12345');
  });

  it('throws when a part cannot stand in a code', () => {
    expect(() => formatOfficialCode({ agencyId: 'nowhere', day: '2026-11-20', number: 1 })).toThrow('agency');
    expect(() => formatOfficialCode({ agencyId: 'H41.26', day: '2026-11-20', number: 0 })).toThrow('range');
    expect(() => formatTemporaryNumber({ deviceId: 'a b', day: '2026-11-20', number: 1 })).toThrow('device');
  });
});
