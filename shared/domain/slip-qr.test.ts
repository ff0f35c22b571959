import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildUuidV7 } from '../base/ids';
import { fromLocal } from '../base/time';
import {
  buildSlipQrText,
  buildSlipSigningText,
  classifyScan,
  initialsOf,
  parseSlipQr,
  type SlipQrFields,
} from './slip-qr';

const SIGNATURE = 'aB3-_'.repeat(17) + 'x';
const fields: SlipQrFields = {
  code: 'H41.26-260309-0007',
  dossierId: buildUuidV7(1_773_000_000_000, new Uint8Array(10)),
  procedureCode: '1.001193',
  initials: 'NTH',
  promisedAt: fromLocal('2026-03-09', '17:00'),
  feeState: 'due',
  deviceId: 'may-1',
};
const text = buildSlipQrText(fields, SIGNATURE);
const CARD = '040188002345||Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví Dụ|15042021';

describe('slip QR', () => {
  it('names nobody and fits a small code when built', () => {
    expect(text).toBe(`QMC1|H41.26-260309-0007|${fields.dossierId}|1.001193|NTH|202603091700|D|may-1|${SIGNATURE}`);
    expect(text.length).toBeLessThan(230);
  });

  it('comes back whole, with the text that was signed, when scanned', () => {
    const anyFields = fc.record({
      code: fc.constantFrom('H41.26-260309-0007', '000.17.22.H56-210531-0001', 'TAM-may-1-260309-001'),
      dossierId: fc.uint8Array({ minLength: 10, maxLength: 10 }).map((bytes) => buildUuidV7(1_773_000_000_000, bytes)),
      procedureCode: fc.constantFrom('1.001193', '2.000815'),
      initials: fc.constantFrom('', 'A', 'NTH', 'DTHANB'),
      promisedAt: fc.option(fc.integer({ min: 0, max: 60_000_000 }).map((minutes) => minutes * 60_000)),
      feeState: fc.constantFrom('none' as const, 'due' as const, 'paid' as const, 'unknown' as const),
      deviceId: fc.constantFrom('may-1', 'Q2'),
    });
    fc.assert(
      fc.property(anyFields, fc.constantFrom('', '\r\n', '\t', '\ufeff'), (some, around) => {
        const scanned = parseSlipQr(`${around}${buildSlipQrText(some, SIGNATURE)}${around}`);
        expect(scanned).toEqual({
          ok: true,
          value: { fields: some, signedText: buildSlipSigningText(some), signature: SIGNATURE },
        });
      }),
    );
  });

  it.each([
    ['a card', CARD, 'notASlip'],
    ['nothing', '', 'notASlip'],
    ['a later version', text.replace('QMC1', 'QMC2'), 'newerVersion'],
    ['half of it', text.slice(0, 120), 'damaged'],
    ['a short signature', text.slice(0, -1), 'damaged'],
    ['one field more', `${text}|x`, 'damaged'],
    ['no code', text.replace('H41.26-260309-0007', ''), 'damaged'],
    ['a wrong dossier id', text.replace(fields.dossierId, '123'), 'damaged'],
    ['an impossible day', text.replace('202603091700', '202602311700'), 'damaged'],
    ['an impossible hour', text.replace('202603091700', '202603092500'), 'damaged'],
    ['an unknown fee state', text.replace('|D|', '|X|'), 'damaged'],
    ['a name instead of initials', text.replace('|NTH|', '|Hòa|'), 'damaged'],
    ['no device', text.replace('|may-1|', '||'), 'damaged'],
  ])('says what is wrong when given %s', (_what, scan, kind) => {
    expect(parseSlipQr(scan)).toEqual({ ok: false, error: { kind } });
  });

  it('throws when a field would break the format', () => {
    expect(() => buildSlipSigningText({ ...fields, code: 'a|b' })).toThrow();
  });
});

describe('initialsOf', () => {
  it.each([
    ['Đặng Thị Hoa', 'DTH'],
    ['nguyễn văn ân', 'NVA'],
    ["Y' Bhin Niê", 'YBN'],
    ['Công Tằng Tôn Nữ Thị Minh Ánh', 'CTTNTM'],
    ['  ', ''],
  ])('shortens %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('classifyScan', () => {
  it.each([
    ['a card', CARD, 'card'],
    ['a faulty card', CARD.slice(1), 'card'],
    ['a slip', text, 'slip'],
    ['a faulty slip', text.slice(0, 90), 'slip'],
    ['an official code', 'H41.26-260309-0007', 'code'],
    ['an old code', '000.17.22.H56-210531-0001', 'code'],
    ['a temporary number', 'TAM-may-1-260309-001\r\n', 'code'],
    ['a name', 'Nguyễn Thị Hòa', 'unknown'],
    ['an address on the web', 'https://example.org', 'unknown'],
    ['nothing', '', 'unknown'],
  ])('tells what it is when given %s', (_what, scan, type) => {
    expect(classifyScan(scan).type).toBe(type);
  });

  it('passes on the error when a card or slip is faulty', () => {
    expect(classifyScan(CARD.slice(1))).toMatchObject({ card: { ok: false, error: { kind: 'idLength', length: 11 } } });
    expect(classifyScan(text.slice(0, 90))).toMatchObject({ slip: { ok: false, error: { kind: 'damaged' } } });
  });

  it('puts official codes in capitals and leaves temporary numbers as they are', () => {
    expect(classifyScan(' h41.26-260309-0007')).toEqual({ type: 'code', code: 'H41.26-260309-0007' });
    expect(classifyScan('TAM-may-1-260309-001')).toEqual({ type: 'code', code: 'TAM-may-1-260309-001' });
  });

  it('never throws when anything is scanned', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (scan) => classifyScan(scan).type.length > 0));
  });
});
