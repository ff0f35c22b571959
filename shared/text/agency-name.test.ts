import { describe, expect, it } from 'vitest';
import { spellAgency } from './agency-name';

describe('spellAgency', () => {
  it.each([
    ['ỦY BAN NHÂN DÂN XÃ THANH BÌNH', 'UBND xã Thanh Bình'],
    ['UỶ BAN NHÂN DÂN PHƯỜNG BẾN NGHÉ', 'UBND phường Bến Nghé'],
    ['ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG', 'UBND thành phố Đà Nẵng'],
    ['TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ THANH BÌNH', 'Trung tâm phục vụ hành chính công xã Thanh Bình'],
    ['UBND xã Thanh Bình', 'UBND xã Thanh Bình'],
    ['UBND', 'UBND'],
    ['', ''],
  ])('writes %s as %s', (name, spelt) => {
    expect(spellAgency(name)).toBe(spelt);
  });
});
