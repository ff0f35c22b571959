import { describe, expect, it } from 'vitest';
import { isVietnameseSyllable, isVietnameseText } from './vietnamese-syllable';

describe('isVietnameseSyllable', () => {
  it.each(
    (
      'Nguyễn Thị Hòa NGUYỄN nguyễn Văn An Ý y Lê Đặng đức Phạm Quỳnh Quyền Giang Gì Ước Ưng Thuở Khuê Huệ Hoài Khoái ' +
      'Xuân Xoong Thuyết Nghiêm Yến Tuyên Huỳnh Trương Người Rượu Khuya Khuỷu Ngoằn Chuyện Bùi Châu Cửu Diệu Thiều Kiều ' +
      'oanh Ế ừ uống Quốc Quý Khúc Sáp Hóp Hốt Kính Tách Toét Tuế Quay Quẩy Ngoáo Ngoéo Hao Lâu Tay Leo Kêu Mía Lịu Môi ' +
      'Thủy Thuỷ Hoà Ghế Phượng Nhung Chính Trần Vũ Xã Sĩ Rừng Mỹ Kỳ Bảo Cường Dũng Hạnh Ngô Uyên'
    ).split(' '),
  )('%s is one', (word) => {
    expect(isVietnameseSyllable(word)).toBe(true);
    expect(isVietnameseSyllable(word.normalize('NFD'))).toBe(true);
  });

  it.each([
    '',
    ' ',
    '1',
    'Hoa2',
    'Nguyeenx',
    'Thij',
    'Nguyeãn',
    'Vaên',
    'Hoøa',
    'Thöï',
    'Ñaëng',
    'NguyÔn',
    'ThÞ',
    'Hßa',
    'V¨n',
    'TrÇn',
    'Lª',
    'nGuyễn',
    'NGuyễn',
    'Nguyêện',
    'Hòá',
    'H\u0300oa',
    'Hoan\u0301',
    'Ho\u0300\u0301a',
    'Nguye\u0306n',
    'A\u031bn',
    'E\u031b',
    'I\u0302',
    'U\u0302',
    'Y\u0302',
    'Y\u031b',
    'I\u0306',
    'Ü',
    'Å',
    'Nhñ',
    'Brèo',
    'Krông',
    'Bhin',
    'Wơn',
    'Zét',
    'Fa',
    'Jun',
    'Ang-Lê',
    'Hoad',
    'Hoaig',
    'Aih',
    'ngng',
    'Ng',
    'n',
  ])('%j is none', (word) => {
    expect(isVietnameseSyllable(word)).toBe(false);
  });
});

describe('isVietnameseText', () => {
  it('asks it of every word', () => {
    expect(isVietnameseText('  Nguyễn  Thị\tHòa ')).toBe(true);
    expect(isVietnameseText('Nguyễn Thò2 Hòa')).toBe(false);
    expect(isVietnameseText('Krông Ana')).toBe(false);
    expect(isVietnameseText('')).toBe(false);
    expect(isVietnameseText('  ')).toBe(false);
  });
});
