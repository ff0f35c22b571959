/** A place of birth registration as the first three digits of a 12-digit number name it. */
export interface IdPlace {
  readonly code: string;
  /** Province as it was named when the numbers were laid out; since the mergers of 2025 the code stays with the person. */
  readonly name: string;
}

/**
 * Provinces in 12-digit numbers (NĐ 137/2015/NĐ-CP, TT 59/2021/TT-BCA; domain notes §7.2). From public code and field
 * knowledge, not from the annex itself: provisional, so used for warnings only.
 */
export const idPlaces: readonly IdPlace[] = (
  '001 Hà Nội;002 Hà Giang;004 Cao Bằng;006 Bắc Kạn;008 Tuyên Quang;010 Lào Cai;011 Điện Biên;012 Lai Châu;014 Sơn La;' +
  '015 Yên Bái;017 Hòa Bình;019 Thái Nguyên;020 Lạng Sơn;022 Quảng Ninh;024 Bắc Giang;025 Phú Thọ;026 Vĩnh Phúc;' +
  '027 Bắc Ninh;030 Hải Dương;031 Hải Phòng;033 Hưng Yên;034 Thái Bình;035 Hà Nam;036 Nam Định;037 Ninh Bình;' +
  '038 Thanh Hóa;040 Nghệ An;042 Hà Tĩnh;044 Quảng Bình;045 Quảng Trị;046 Thừa Thiên Huế;048 Đà Nẵng;049 Quảng Nam;' +
  '051 Quảng Ngãi;052 Bình Định;054 Phú Yên;056 Khánh Hòa;058 Ninh Thuận;060 Bình Thuận;062 Kon Tum;064 Gia Lai;' +
  '066 Đắk Lắk;067 Đắk Nông;068 Lâm Đồng;070 Bình Phước;072 Tây Ninh;074 Bình Dương;075 Đồng Nai;077 Bà Rịa - Vũng Tàu;' +
  '079 Thành phố Hồ Chí Minh;080 Long An;082 Tiền Giang;083 Bến Tre;084 Trà Vinh;086 Vĩnh Long;087 Đồng Tháp;' +
  '089 An Giang;091 Kiên Giang;092 Cần Thơ;093 Hậu Giang;094 Sóc Trăng;095 Bạc Liêu;096 Cà Mau'
)
  .split(';')
  .map((row) => ({ code: row.slice(0, 3), name: row.slice(4) }));

const byCode = new Map(idPlaces.map((place) => [place.code, place]));

/** Province in a 12-digit number; `undefined` for a country (above 100) and for codes never given out. */
export function findIdPlace(number: string): IdPlace | undefined {
  return byCode.get(number.slice(0, 3));
}

/** Whether the first three digits name a province or may name a country (above 100, list not known). */
export function isKnownIdPlace(number: string): boolean {
  return findIdPlace(number) !== undefined || Number(number.slice(0, 3)) > 100;
}
