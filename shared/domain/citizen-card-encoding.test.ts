import { describe, expect, it } from 'vitest';
import { repairEncoding } from './citizen-card-encoding';

/** What a scanner types that sends UTF-8 byte by byte to a PC set to Windows-1252. */
function typeAsWindows1252(text: string): string {
  const table = '€_‚ƒ„…†‡ˆ‰Š‹Œ_Ž__‘’“”•–—˜™š›œ_žŸ';
  return [...new TextEncoder().encode(text)]
    .map((byte) => {
      const special = byte >= 0x80 && byte < 0xa0 ? table.charAt(byte - 0x80) : '_';
      return special === '_' ? String.fromCharCode(byte) : special;
    })
    .join('');
}

describe('repairEncoding', () => {
  it('puts right a name typed byte by byte', () => {
    expect(repairEncoding('Nguyá»…n')).toBe('Nguyễn');
    expect(repairEncoding(typeAsWindows1252('Đặng Thị Hương Giang|Số 5, phường Trần Phú'))).toBe(
      'Đặng Thị Hương Giang|Số 5, phường Trần Phú',
    );
  });

  // Every byte from 80 to 9F as the last byte of one letter: each entry of the table is asked once.
  it.each(Array.from({ length: 32 }, (_, index) => 0x80 + index))('knows the character of byte %i', (byte) => {
    const letter = new TextDecoder().decode(Uint8Array.of(0xc3, byte));
    expect(repairEncoding(`A ${typeAsWindows1252(letter)} B`)).toBe(`A ${letter} B`);
  });

  it('takes the highest byte for a byte, and leaves a text with a letter beyond it as it was', () => {
    expect(repairEncoding('ÿ')).toBe('ÿ');
    expect(repairEncoding('Ã\u0100')).toBe('Ã\u0100');
    expect(repairEncoding('Ä\u0080')).toBe('Ā');
  });

  it('leaves proper Vietnamese, plain letters, signs below 16 and nothing as they are', () => {
    for (const text of ['Nguyễn Thị Bình', 'Trần Văn Ân', 'NGUYEN VAN AN', 'Ân', 'a\tb', '%C3%A2', '']) {
      expect(repairEncoding(text)).toBe(text);
    }
    expect(repairEncoding(`a\tb ${typeAsWindows1252('é')}`)).toBe('a\tb é');
  });
});
