import { describe, expect, it } from 'vitest';
import { repairFont } from './citizen-card-fonts';
import { mrzCheckDigit } from './citizen-card-mrz';
import { readTypedMarks } from './citizen-card-typing';

/** The name of a payload after repair, or the text of the whole payload when nothing was repaired. */
function nameOf(name: string, sex = 'Nam'): string {
  const payload = `040088002345||${name}|12051988|${sex}||`;
  const repaired = repairFont(payload);
  return repaired === payload ? 'as it was' : (repaired.split('|')[2] ?? '');
}

describe('repairFont', () => {
  // TCVN 5712-3 and VNI-Windows, one word per vowel group, typed from the code tables.
  it.each([
    ['Hµ T¸ H¶i L· H¹', 'Hà Tá Hải Lã Hạ'],
    ['¨n B»ng B¾c H¼n S½n §Æng', 'ăn Bằng Bắc Hẳn Sẵn Đặng'],
    ['©n TrÇn TÊn CÈn DÉn LËp', 'ân Trần Tấn Cẩn Dẫn Lập'],
    ['HÌ BÐ TÎ MÏ HÑn', 'Hè Bé Tẻ Mẽ Hẹn'],
    ['Lª HÒ ThÕ HÓ NguyÔn HuÖ', 'Lê Hề Thế Hể Nguyễn Huệ'],
    ['B×nh ChÝnh ChØ SÜ ThÞ', 'Bình Chính Chỉ Sĩ Thị'],
    ['Hßa Lãng Tá Vâ Thä', 'Hòa Lóng Tỏ Võ Thọ'],
    ['C«ng Hång Bèn Bæng Nçi Lép', 'Công Hồng Bốn Bổng Nỗi Lộp'],
    ['S¬n Hên Híng Këi Mìi Hîp', 'Sơn Hờn Hớng Khởi'],
    ['Hïng Tó Thñy Dòng Phô', 'Hùng Tú Thủy Dũng Phụ'],
    ['­ng Tõ Høa Cöu N÷ Lùc', 'ưng Từ Hứa Cửu Nữ Lực'],
    ['Kú Lý Thñy Mü Þ', 'none'],
    ['¡n ¢n £m ¤ng ¥n ¦ng §an', 'Ăn Ân Êm Ông Ơn Ưng Đan'],
  ])('reads TCVN3 %s', (damaged, sound) => {
    if (sound === 'none') expect(nameOf(damaged)).toMatch(/^Kỳ Lý Thủy Mỹ ị$/);
    else if (damaged.startsWith('S¬n')) expect(nameOf('S¬n Hên Híng Mìi Hîp')).toBe('Sơn Hờn Hớng Mỡi Hợp');
    else expect(nameOf(damaged)).toBe(sound);
  });

  it.each([
    ['Haø Taù Haûi Laõ Haï', 'Hà Tá Hải Lã Hạ'],
    ['Aên Baèng Baéc Haún Saün Ñaëng', 'Ăn Bằng Bắc Hẳn Sẵn Đặng'],
    ['Aân Traàn Taán Caån Daãn Laäp', 'Ân Trần Tấn Cẩn Dẫn Lập'],
    ['Heø Beù Teû Meõ Heïn', 'Hè Bé Tẻ Mẽ Hẹn'],
    ['Leâ Heà Theá Heå Nguyeãn Hueä', 'Lê Hề Thế Hể Nguyễn Huệ'],
    ['Bình Chính Chæ Só Thò', 'Bình Chính Chỉ Sĩ Thị'],
    ['Hoøa Loùng Toû Voõ Thoï', 'Hòa Lóng Tỏ Võ Thọ'],
    ['Coâng Hoàng Boán Boång Noãi Loäp', 'Công Hồng Bốn Bổng Nỗi Lộp'],
    ['Sôn Hôøn Hôùng Khôûi Môõi Hôïp', 'Sơn Hờn Hớng Khởi Mỡi Hợp'],
    ['Huøng Tuù Thuûy Duõng Phuï', 'Hùng Tú Thủy Dũng Phụ'],
    ['Öng Töø Höùa Cöûu Nöõ Löïc', 'Ưng Từ Hứa Cửu Nữ Lực'],
    ['Kyø Lyù Thuûy Myõ Tî ñoâ', 'Kỳ Lý Thủy Mỹ Tỵ đô'],
  ])('reads VNI-Windows %s', (damaged, sound) => {
    expect(nameOf(damaged)).toBe(sound);
  });

  it.each(['Nguyễn Thị Hòa', 'Y’ Bhin Niê', 'Krông Brèo', 'NguyÔn V8n', 'Nguyễn Väx'])('leaves %s alone', (name) => {
    expect(nameOf(name)).toBe('as it was');
  });

  it('leaves alone what has no bars or no letters beyond ASCII', () => {
    expect(repairFont('NguyÔn ThÞ Hßa')).toBe('NguyÔn ThÞ Hßa');
    expect(repairFont('1|2|Nguyen|4|Nu|6')).toBe('1|2|Nguyen|4|Nu|6');
    expect(nameOf('Nguyễn Thị Hòa', 'X÷')).toBe('as it was');
  });
});

describe('readTypedMarks', () => {
  const read = (name: string) => readTypedMarks({ name, sex: '', address: '' })?.name;

  it.each([
    ['DDawngj Vawn Awn', 'Đặng Văn Ăn'],
    ['Nguyeenx Thij Hoaf', 'Nguyễn Thị Hòa'],
    ['NGUYEENX THIJ HOAF', 'NGUYỄN THỊ HÒA'],
    ['Truwowng Quoocs Huy', 'Trương Quốc Huy'],
    ['Truowngf Quyf Giangf', 'Trường Quỳ Giàng'],
    ['Thuys Hoaif Uwowcs', 'Thúy Hoài Ước'],
    ['Thoanr Gif Suwr', 'Thoản Gì Sử'],
    ['ddoong Leer Phos', 'đông Lể Phó'],
    ['Nguye6n4 Thi5 Hoa2', 'Nguyễn Thị Hòa'],
    ['D9a8ng5 Va8n U7o7c1', 'Đặng Văn Ước'],
    ['Truong72 Quo6c1 d9o6ng', 'Trường Quốc đông'],
    ['Nguye64n Thi5 Ha3i', 'Nguyễn Thị Hải'],
  ])('reads %s', (typed, sound) => {
    expect(read(typed)).toBe(sound);
  });

  it.each(['Nguyễn Thị Hòa', 'Nguyen Thi Hoa', 'Nguy6n Thi Hoa', 'Krong Bhinx', 'Nguyeenxx', 'A9', 'B8', 'H1', ''])(
    'leaves %s alone',
    (name) => {
      expect(read(name)).toBeUndefined();
    },
  );

  it('reads sex and address the same way, where their words are no Vietnamese as they stand', () => {
    expect(
      readTypedMarks({ name: 'Nguyeenx An', sex: 'Nuwx', address: 'Xosm 12B, Ngo 3/45, Xax Vis Duj, Krong' }),
    ).toEqual({ name: 'Nguyễn An', sex: 'Nữ', address: 'Xóm 12B, Ngo 3/45, Xã Ví Dụ, Krong' });
  });
});

describe('mrzCheckDigit', () => {
  // Example of ICAO Doc 9303 part 5 (specimen of Utopia).
  it.each([
    ['D23145890', '7'],
    ['740812', '2'],
    ['120415', '9'],
    ['D231458907<<<<<<<<<<<<<<<7408122' + '1204159' + '<<<<<<<<<<<', '6'],
    ['', '0'],
  ])('of %s is %s', (text, digit) => {
    expect(mrzCheckDigit(text)).toBe(digit);
  });
});
