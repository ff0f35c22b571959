import { describe, expect, it } from 'vitest';
import { identityNumber, maskAddress, maskEmail, maskNumber, maskPerson, maskPhone, PAPER_SIGN } from './masking';

describe('masking', () => {
  it.each([
    ['040188912345', '••••••••2345'],
    ['12345', '•2345'],
    ['1234', '1234'],
    ['', ''],
  ])('leaves four characters of the number %s', (number, masked) => {
    expect(maskNumber(number)).toBe(masked);
    expect(maskNumber(number, PAPER_SIGN)).toBe(masked.replaceAll('•', '*'));
  });

  it.each([
    ['0912345678', '•••••••678'],
    ['1234', '•234'],
    ['123', '123'],
    ['', ''],
  ])('leaves three digits of the telephone %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
    expect(maskPhone(phone, PAPER_SIGN)).toBe(masked.replaceAll('•', '*'));
  });

  it.each([
    ['hoa@example.vn', 'h••@example.vn'],
    ['h@example.vn', 'h@example.vn'],
    ['a@b@example.vn', 'a••@example.vn'],
    ['@example.vn', '•••••••••••'],
    ['hoa', '•••'],
    ['', ''],
  ])('leaves first letter and domain of %s', (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
    expect(maskEmail(email, PAPER_SIGN)).toBe(masked.replaceAll('•', '*'));
  });

  it.each([
    ['Xóm 1, Xã Ví Dụ, Nghệ An', 'Xã Ví Dụ, Nghệ An'],
    ['Xã Ví Dụ', ''],
    ['', ''],
  ])('leaves the units of %j', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });

  it('shows a whole number only when it was asked for', () => {
    const identity = { kind: 'personalId', number: '040188912345' } as const;
    expect(identityNumber(identity, false)).toBe('••••••••2345');
    expect(identityNumber(identity, false, PAPER_SIGN)).toBe('********2345');
    expect(identityNumber(identity, true)).toBe('040188912345');
    expect(identityNumber({ kind: 'none', reason: 'newborn' }, true)).toBeUndefined();
  });

  it('keeps the name of a person and shortens the rest', () => {
    expect(
      maskPerson({
        name: 'Nguyễn Thị Hòa',
        identity: { kind: 'oldId', number: '184567890' },
        phone: '0912345678',
        email: 'hoa@example.vn',
        address: 'Xóm 1, Xã Ví Dụ',
        source: 'typed',
      }),
    ).toEqual({
      name: 'Nguyễn Thị Hòa',
      identity: '•••••7890',
      phone: '•••••••678',
      email: 'h••@example.vn',
      address: 'Xã Ví Dụ',
    });
    expect(
      maskPerson({ name: 'An', identity: { kind: 'none', reason: 'newborn' }, source: 'typed' }, PAPER_SIGN),
    ).toEqual({ name: 'An', identity: '', phone: '', email: '', address: '' });
  });
});
