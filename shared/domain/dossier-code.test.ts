import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_NUMBER_MAX, formatOfficialCode, formatTemporaryNumber, parseDossierCode, tidyCode } from './dossier-code';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

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

  it.each([
    'H41.26 - 261120 - 0042',
    'H41.26\u2013261120\u20130042',
    'H41.26\u2010261120\u22120042',
    'H41.26\u2011261120\u20150042',
    'H41.26\uff0d261120\ufe630042',
    'H41.26\ufe58261120-00\u00a042',
    '\ufeffH41.26-261120-0042\u200b\r\n',
  ])('reads the code when spaces or dashes changed on the way: %j', (text) => {
    expect(parseDossierCode(text)).toEqual({
      ok: true,
      value: { kind: 'official', agencyId: 'H41.26', day: '2026-11-20', number: 42 },
    });
  });

  it('keeps letter case when only tidied', () => {
    expect(tidyCode(' tam-M01 \u2013261120\u2014003 ')).toBe('tam-M01-261120-003');
    expect(tidyCode('e\u0302')).toBe('ê');
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
    'H41.26-261120-0000042',
    'xH41.26-261120-0042',
    'H41.26-261120-0042x',
    'xTAM-M01-261120-003',
    'TAM-M01-261120-003x',
    'TAM-M01-261120-000',
    'TAM-M01-261120-03',
    'TAM-M01-261120-0000003',
    `TAM-${'M'.repeat(41)}-261120-003`,
    'TAM-M_1-261120-003',
    'H41.26-2611200042',
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
      PROPERTY_RUNS,
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
      PROPERTY_RUNS,
    );
  });
});

describe('formatOfficialCode', () => {
  it('pads the number to four digits and lets it grow when the day is busy', () => {
    expect(formatOfficialCode({ agencyId: 'H41.26', day: '2026-11-20', number: 7 })).toBe('H41.26-261120-0007');
    expect(formatOfficialCode({ agencyId: 'H41.26', day: '2026-11-20', number: 12_345 })).toBe('H41.26-261120-12345');
  });

  it('holds every number up to the largest', () => {
    expect(formatOfficialCode({ agencyId: '000.17.22.H56', day: '2021-05-31', number: CODE_NUMBER_MAX })).toBe(
      '000.17.22.H56-210531-999999',
    );
    expect(formatTemporaryNumber({ deviceId: 'm.0-1', day: '2026-11-20', number: 5 })).toBe('TAM-m.0-1-261120-005');
    expect(formatTemporaryNumber({ deviceId: 'M'.repeat(40), day: '2026-11-20', number: 1234 })).toBe(
      `TAM-${'M'.repeat(40)}-261120-1234`,
    );
  });

  it('throws when a number is out of range', () => {
    for (const number of [0, -1, 1.5, CODE_NUMBER_MAX + 1, Number.NaN]) {
      expect(() => formatOfficialCode({ agencyId: 'H41.26', day: '2026-11-20', number })).toThrow(
        'formatOfficialCode: number out of range',
      );
      expect(() => formatTemporaryNumber({ deviceId: 'M01', day: '2026-11-20', number })).toThrow(
        'formatTemporaryNumber: number out of range',
      );
    }
    for (const agencyId of ['xH41.26', 'H41.26x', 'h41.26']) {
      expect(() => formatOfficialCode({ agencyId, day: '2026-11-20', number: 1 })).toThrow('not an agency id');
    }
    for (const deviceId of ['', 'M'.repeat(41), '-M/']) {
      expect(() => formatTemporaryNumber({ deviceId, day: '2026-11-20', number: 1 })).toThrow('device id');
    }
  });

  it('throws when a part cannot stand in a code', () => {
    expect(() => formatOfficialCode({ agencyId: 'nowhere', day: '2026-11-20', number: 1 })).toThrow('agency');
    expect(() => formatOfficialCode({ agencyId: 'H41.26', day: '2026-11-20', number: 0 })).toThrow('range');
    expect(() => formatTemporaryNumber({ deviceId: 'a b', day: '2026-11-20', number: 1 })).toThrow('device');
  });
});
