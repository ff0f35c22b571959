import { describe, expect, it } from 'vitest';
import { aroundOf, buildFormFills } from '../../tests/support/form-fills';
import { longName, type SampleWish } from '../../tests/support/form-samples';
import { listLines, textOf } from '../../tests/support/form-text';
import { formIdSchema } from '../domain/form-id';
import { buildForm } from './build-form';
import { findFormDefinition, formCatalogue, type DefinedForm } from './form-catalogue';
import { pickBySet, type FormBlock } from './form-definition';
import { formFillSchema, type FormFill } from './form-fill';

const sets = ['TT01-2018', 'TT03-2025'] as const;
const forms = Object.keys(formCatalogue) as DefinedForm[];
const owner = 'Nguyễn Thị Hồng Phượng và 1 người khác';
const request =
  'Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong các trường hợp chuyển đổi, chuyển nhượng, thừa kế, tặng cho, góp vốn, cho thuê, cho thuê lại (1.013831). Chuyển nhượng quyền sử dụng đất thửa 128, tờ bản đồ số 7, xóm 1';

/** Lines that must stand on each paper of the current set (domain notes §2.3 to §2.10, counter needs §4). */
const required: Readonly<Record<DefinedForm, readonly string[]>> = {
  receipt: [
    'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    '(Liên: Giao người nộp hồ sơ)',
    '(Liên: Lưu)',
    'Mã hồ sơ: H41.26-260309-0008',
    'Quyển số: Q1/2026 - Số thứ tự: 128',
    '[bar code H41.26-260309-0008]',
    `Tiếp nhận hồ sơ (Trực tiếp) của: ${owner}`,
    'Người nộp: Trần Văn Ước',
    `Nội dung yêu cầu giải quyết: ${request}`,
    'Bản chứng thực',
    '2. Số lượng hồ sơ: 1 (bộ)',
    '3. Thời gian giải quyết hồ sơ theo quy định là: 8 ngày làm việc',
    '4. Thời gian nhận hồ sơ: 08 giờ 10 phút, ngày 09 tháng 03 năm 2026',
    '5. Thời gian trả kết quả giải quyết hồ sơ: 08 giờ 10 phút, ngày 19 tháng 03 năm 2026',
    '6. Đăng ký nhận kết quả tại: Qua dịch vụ bưu chính công ích, địa chỉ: Xóm 1, xã Thanh Bình, tỉnh Nghệ An',
    '7. Phí, lệ phí: 1.250.000 đ (chưa thu)',
    '8. Giai đoạn 2: 3 ngày làm việc kể từ khi nộp xong nghĩa vụ tài chính; ngày trả được tính lại sau khi nộp tiền.',
    'NGƯỜI NỘP HỒ SƠ',
    'NGƯỜI TIẾP NHẬN HỒ SƠ',
  ],
  supplementRequest: [
    'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
    'Số: 07/HDHS',
    'Đơn vị tiếp nhận: Trung tâm Phục vụ hành chính công xã Thanh Bình',
    `Tiếp nhận hồ sơ, yêu cầu của Ông/Bà: ${owner}`,
    '1. Bản chính hợp đồng chuyển nhượng có đủ chữ ký của hai vợ chồng',
    '2. Trích đo thửa đất',
    'Điều 37 Nghị định 101/2024/NĐ-CP',
    'Lý do: Hợp đồng mới có chữ ký của một người; thửa đất chưa có bản trích đo.',
    'Đề nghị bổ sung trước hết ngày 30/03/2026.',
    'NGƯỜI HƯỚNG DẪN',
    'Lê Thị Thu Hà',
  ],
  refusal: [
    'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
    `Tiếp nhận hồ sơ, yêu cầu của Ông/Bà: ${owner}`,
    'Sau khi xem xét, Trung tâm Phục vụ hành chính công xã Thanh Bình thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:',
    'Người yêu cầu không thuộc đối tượng được giải quyết thủ tục này tại xã.',
    'Căn cứ pháp luật: khoản 1 Điều 13 Luật Hộ tịch 2014',
    'Đã trả lại Ông/Bà 2 bản chính giấy tờ.',
    'NGƯỜI NỘP HỒ SƠ',
    'NGƯỜI TIẾP NHẬN HỒ SƠ',
  ],
  apology: [
    'VĂN BẢN XIN LỖI\nVÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
    'Số: 12/PXL',
    `Kính gửi: Ông/Bà ${owner}`,
    'Việc đã và đang làm để khắc phục: đã cử tổ đo đạc hoàn thành trong tuần này.',
    'Chúng tôi đề nghị Ông/Bà đồng ý gia hạn và xin hẹn lại thời gian trả kết quả: 08 giờ 10 phút, ngày 29 tháng 03 năm 2026.',
    'Ý kiến của người nộp hồ sơ về đề nghị gia hạn:  [  ] Đồng ý    [  ] Không đồng ý',
    'Thanh Bình, ngày 18 tháng 03 năm 2026',
    '(Ký, ghi rõ họ tên và đóng dấu)',
    'Phạm Đức Bình',
    '- Trung tâm Phục vụ hành chính công xã Thanh Bình;',
  ],
  stopNotice: [
    'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ',
    'Số: 03/TB',
    'Nội dung đề nghị dừng giải quyết: Hai bên thôi chuyển nhượng.',
    'Hồ sơ đang ở bước: Thẩm định hồ sơ',
    'Căn cứ: Quyết định số 15/QĐ-UBND ngày 12/3/2026',
    'Phí, lệ phí: đã thu 1.250.000 đ, đã hoàn lại 250.000 đ.',
    'Bản chính giấy tờ trả lại Ông/Bà: 3.',
  ],
  controlSheet: [
    'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
    `Kèm theo hồ sơ của: ${owner}`,
    'Ngày, giờ hẹn trả kết quả: 08 giờ 10 phút, ngày 19 tháng 03 năm 2026',
    'Cơ quan (bộ phận) giải quyết hồ sơ: Chi nhánh Văn phòng đăng ký đất đai khu vực Thanh Bình',
    'Cơ quan phối hợp giải quyết hồ sơ: Thuế cơ sở 3',
    'Mã ở hệ thống khác: Đất đai: DD-2026-000128',
    'TÊN CƠ QUAN',
    'THỜI GIAN GIAO, NHẬN HỒ SƠ',
    '1. Giao: Trung tâm Phục vụ hành chính công xã Thanh Bình\n2. Nhận: Bộ phận Địa chính',
    '08:12 09/03/2026',
    'Bùi Thị Thảo',
    '1. Giao: Bộ phận Địa chính\n2. Nhận: Chi nhánh Văn phòng đăng ký đất đai',
    'Giao điện tử',
  ],
  redatedSlip: [
    'PHIẾU HẸN LẠI NGÀY TRẢ KẾT QUẢ (GIAI ĐOẠN 2)',
    'Thời gian hẹn trả trên giấy tiếp nhận: 08 giờ 10 phút, ngày 19 tháng 03 năm 2026',
    'Thông báo nghĩa vụ tài chính: số 128/TB-TCS của Thuế cơ sở 3, số tiền 12.400.000 đ',
    'Đã thực hiện nghĩa vụ tài chính: ngày 12/03/2026, chứng từ số GNT-0077',
    'Giai đoạn 2: thời gian trả kết quả: 08 giờ 10 phút, ngày 21 tháng 03 năm 2026',
    '- Thời hạn 3 ngày làm việc',
  ],
  consignmentSlip: [
    'PHIẾU GỬI HỒ SƠ QUA BƯU CHÍNH CÔNG ÍCH',
    'Số phiếu gửi: PG-01286',
    '[bar code PG-01286]',
    'Nơi nhận gửi: Bưu điện văn hóa xã Thanh Bình',
    'Thời điểm nhận gửi: 08 giờ 10 phút, ngày 09 tháng 03 năm 2026',
    'Đơn đăng ký biến động đất đai, tài sản gắn liền với đất',
    'Thay mặt Trung tâm Phục vụ hành chính công xã Thanh Bình theo Quyết định số 15/QĐ-UBND.',
    'NHÂN VIÊN BƯU ĐIỆN',
  ],
  bagLabel: [
    'NHÃN TÚI HỒ SƠ',
    'Số niêm phong: NP-000128',
    '[bar code NP-000128]',
    '4 hồ sơ - 9 bản chính',
    'Nơi nhận: Trung tâm Phục vụ hành chính công',
    'Niêm phong trước mặt: Trần Văn Ước',
  ],
  discrepancyMinutes: [
    'BIÊN BẢN CHÊNH LỆCH TÚI HỒ SƠ',
    'Bên gửi: Bưu điện văn hóa xã Thanh Bình',
    'Không nguyên vẹn',
    '-1',
    'Giải trình: Túi rách ở mép; một hồ sơ của quầy khác để nhầm.',
    'NGƯỜI CHỨNG KIẾN',
  ],
  handoverList: [
    'DANH SÁCH BÀN GIAO HỒ SƠ',
    'Danh sách số: 05',
    'Cơ quan chủ trì: Chi nhánh Văn phòng đăng ký đất đai khu vực Thanh Bình',
    'Thời gian bàn giao: 08 giờ 10 phút, ngày 09 tháng 03 năm 2026',
    'H41.26-260309-0006',
    'Xóm 1, xã Thanh Bình, tỉnh Nghệ An\n0987654321',
    '08:10\n19/03/2026',
    'Tổng số: 6 hồ sơ, 0 bản chính.',
    'BÊN GIAO',
    'BÊN NHẬN',
    'XÁC NHẬN CỦA TRUNG TÂM',
  ],
  outcomeHandover: [
    'PHIẾU BÀN GIAO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH',
    'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất\nCS 0128/2026',
    '1.250.000',
    'X',
    'Tổng số: 6 kết quả.',
    'NGƯỜI GIAO',
    'NGƯỜI NHẬN',
  ],
  outcomeReceipt: [
    'GIẤY BIÊN NHẬN TRẢ KẾT QUẢ',
    'Người trả kết quả: Lê Thị Thu Hà',
    'Người nhận kết quả: Trần Văn Ước',
    'Giấy tờ tùy thân của người nhận: Số định danh 040090001234',
    'Giấy tờ xuất trình khi nhận: Giấy ủy quyền',
    'Số, ký hiệu: CS 0128/2026',
    'Người ký, ngày ký: Phạm Đức Bình, 18/03/2026',
    'Giấy tờ thu lại: Giấy chứng nhận cũ số BM 223344',
    'Bản chính trả lại: 2',
  ],
  feeReceipt: [
    'BIÊN LAI THU PHÍ, LỆ PHÍ',
    'Mẫu số: 01BLP - Ký hiệu: AA/26E - Số: 0000128',
    '(Liên 1: Lưu cơ quan thu)',
    '(Liên 2: Giao người nộp)',
    '(Liên 3: Lưu nội bộ)',
    'Người nộp: Trần Văn Ước',
    '1.250.000',
    'Số tiền bằng chữ: Một triệu hai trăm năm mươi nghìn đồng',
    'Hình thức thanh toán: Tiền mặt',
  ],
  cashSheet: [
    'BẢNG KÊ NỘP TIỀN',
    '(Phí, lệ phí - Quầy 1 - ngày 09/03/2026)',
    'Phải có trong két',
    '500.000',
    '518.000',
    '+18.000',
    'Tiền trong két: 518.000 đ. Bằng chữ: Năm trăm mười tám nghìn đồng.',
    'Đã nộp: 8.000 đ. Bằng chữ: Tám nghìn đồng.',
    'THỦ QUỸ',
  ],
  dayClose: [
    'BIÊN BẢN CHỐT NGÀY',
    'Mở quầy lúc: 08:10 09/03/2026',
    'Chốt lúc: 09:20 09/03/2026',
    '31',
    '1 túi, 4 hồ sơ',
    'Cước bưu chính',
    '- Sổ phí thừa 10.000 đ, chưa rõ lý do',
    'Ghi chú: Mất điện 10:00-11:10.',
  ],
  folderCover: [
    'BÌA HỒ SƠ',
    '[bar code H41.26-260309-0007]',
    owner,
    'HẸN TRẢ: 08 giờ 10 phút, ngày 19 tháng 03 năm 2026',
    'Mã ở hệ thống khác: Đất đai: DD-2026-000128',
    'Nơi để: Kệ A, ngăn 3',
  ],
  paperKitSlip: [
    'PHIẾU TIẾP NHẬN DỰ PHÒNG (KHI MẤT ĐIỆN)',
    'Mã hồ sơ: H41.26-260309-0801',
    'Số: Q1/2026/801',
    '[qr QMCK1|H41.26-260309-0801|Q1/2026/801]',
  ],
  paperKitSheet: [
    'BẢNG TRA KHI MẤT ĐIỆN',
    '(Ngày hẹn trả của thủ tục thường gặp, nếu nhận trong ngày 09/03/2026)',
    'Mã đã in trên phiếu dự phòng của bộ này: từ H41.26-260309-0801 đến H41.26-260309-0820 (2 phiếu).',
    '08:10 10/03/2026',
  ],
  explanationLetter: [
    'V/v giải trình hồ sơ bị thống kê quá hạn từ 15/02/2026 đến 14/03/2026',
    'Kính gửi: Văn phòng Ủy ban nhân dân tỉnh',
    '- Giải quyết đúng hạn nhưng thống kê là quá hạn: 3 hồ sơ.',
    '- Không phải của đơn vị hoặc chưa tìm thấy: 3 hồ sơ.',
    'PHỤ LỤC. BẰNG CHỨNG THEO TỪNG HỒ SƠ',
    'Kết quả ký lúc 09:10 11/03/2026\nGửi lên tỉnh lúc 07:31 14/03/2026',
    'H41.26-260309-0012',
  ],
  handlingReminder: [
    'PHIẾU ĐÔN ĐỐC GIẢI QUYẾT HỒ SƠ',
    'Kính gửi: Chi nhánh Văn phòng đăng ký đất đai',
    'quá hạn 2 ngày làm việc',
    'Đề nghị trả lời trước 20/03/2026.',
    'Với hồ sơ đã quá hạn, đề nghị gửi văn bản xin lỗi do thủ trưởng cơ quan giải quyết ký trước 20/03/2026.',
  ],
  lostSlipDeclaration: [
    'ĐƠN CAM KẾT MẤT GIẤY TIẾP NHẬN HỒ SƠ\nVÀ HẸN TRẢ KẾT QUẢ',
    'Tôi tên là: Trần Văn Ước',
    'Ngày sinh: 1990',
    'Là (chủ hồ sơ/người nộp/người được ủy quyền): người nộp',
    'Mã hồ sơ (nếu nhớ): H41.26-260309-0007',
    'NGƯỜI CAM KẾT',
    'CÁN BỘ XÁC NHẬN THỨ HAI',
  ],
  authorisation: [
    'GIẤY ỦY QUYỀN',
    'I. Bên ủy quyền',
    'II. Bên được ủy quyền',
    '[  ] Nhận kết quả và bản chính giấy tờ trả lại',
    'Thanh Bình, ngày …… tháng …… năm ……………',
  ],
  postalPickUpList: [
    'DANH SÁCH NHẬN GỬI KẾT QUẢ QUA BƯU CHÍNH CÔNG ÍCH',
    'Bưu cục nhận gửi: Bưu cục Thanh Bình',
    'EB123456789VN',
    'Xóm 1, xã Thanh Bình\n0987654321',
    'Tổng số: 6 bưu gửi; thu hộ 159.000 đ.',
  ],
  procedureSheet: [
    'THÔNG TIN THỦ TỤC HÀNH CHÍNH',
    'Mã thủ tục: 1.013831',
    'Giấy tờ cần có',
    'Trực tuyến',
    '8 ngày làm việc',
    'Giai đoạn 2: 3 ngày làm việc kể từ khi nộp xong nghĩa vụ tài chính.',
    '[qr https://dichvucong.gov.vn]',
  ],
  certificationRegister: [
    'SỔ CHỨNG THỰC',
    '(Chứng thực bản sao từ bản chính (BS) - Quyển số 01/2026 - 09/03/2026 đến 09/03/2026)',
    'Bằng tốt nghiệp đại học',
    'Nguyễn Thị Hồng Phượng\nSố định danh 040188000123',
    'Tổng số: 3 việc, 15 bản, 75.000 đ.',
    'Bằng chữ: Bảy mươi lăm nghìn đồng.',
  ],
  selfTest: ['TRANG TỰ KIỂM TRA', 'Máy: QUAY-1', '100 mm', '[qr QMC-TEST-000000-0000]', 'NGƯỜI CÀI ĐẶT'],
  recoveryLedger: ['SỔ THEO DÕI KHÓA KHÔI PHỤC', 'Két Chủ tịch', 'Giao người giữ mới', '7F3A-91C2', 'NGƯỜI GIỮ SỔ'],
};

const linesOf = (fill: FormFill) => listLines(buildForm(formCatalogue[fill.form as DefinedForm], fill));

describe('forms of TT 03/2025', () => {
  const fills = buildFormFills({ formSet: 'TT03-2025' });
  it.each(forms)('%s holds what it must', (form) => {
    const lines = linesOf(fills[form]);
    expect(required[form].filter((line) => !lines.includes(line))).toEqual([]);
  });
});

describe('forms of TT 01/2018', () => {
  const fills = buildFormFills({ formSet: 'TT01-2018' });
  it.each([
    ['receipt', `Tiếp nhận hồ sơ của: ${owner}`],
    ['receipt', 'Bản sao có chứng thực'],
    ['refusal', 'PHIẾU TỪ CHỐI GIẢI QUYẾT HỒ SƠ'],
    ['refusal', 'NGƯỜI TỪ CHỐI'],
    ['apology', 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ'],
    ['apology', 'Chúng tôi xin hẹn lại thời gian trả kết quả: 08 giờ 10 phút, ngày 30 tháng 03 năm 2025.'],
    ['procedureSheet', 'Bản sao'],
  ] as const)('%s says "%s"', (form, line) => {
    expect(linesOf(fills[form])).toContain(line);
  });

  it('asks nobody to agree to an extension and names no channel', () => {
    expect(textOf(buildForm(formCatalogue.apology, fills.apology))).not.toContain('Đồng ý');
    expect(textOf(buildForm(formCatalogue.receipt, fills.receipt))).not.toContain('(Trực tiếp)');
  });

  it.each(forms)('%s is chosen by the reception or, without one, by its day', (form) => {
    expect(fills[form].formSet).toBe('TT01-2018');
  });
});

function keysOf(block: FormBlock, texts: (value: unknown) => string[]): string[] {
  const named = ['value', 'when'].flatMap((name) => (name in block ? [block[name as keyof typeof block]] : []));
  const signers = block.kind === 'signatures' ? block.signers.map(({ name }) => name) : [];
  return [...named, ...signers, ...texts(block)].filter((key) => key !== 'blank');
}

/** Keys of every `{{key}}` in the words of a block. */
const wordKeys = (block: unknown): string[] =>
  Array.from(JSON.stringify(block).matchAll(/\{\{(\w+)\}\}/g), ([, key = '']) => key);

describe('definitions and fills', () => {
  it('have a definition for every paper but the two reports', () => {
    const undefinedForms = formIdSchema.options.filter((form) => findFormDefinition(form) === undefined);
    expect(undefinedForms).toEqual(['register', 'registerAddendum']);
    expect(forms.filter((form) => formCatalogue[form].form !== form)).toEqual([]);
  });

  it.each(forms)('%s names only keys its builder fills', (form) => {
    for (const formSet of sets) {
      const fill = buildFormFills({ formSet })[form];
      const definition = formCatalogue[form];
      const blocks = pickBySet(definition.blocks, formSet);
      const wanted = [
        ...blocks.flatMap((block) => keysOf(block, wordKeys)),
        ...wordKeys([definition.title, definition.subtitle ?? '', definition.headLines]),
      ];
      expect(wanted.filter((key) => !(key in fill.values))).toEqual([]);
      const rows = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
      const lists = blocks.flatMap((block) => (block.kind === 'list' ? [block.items] : []));
      expect(rows.filter((key) => !(key in fill.tables))).toEqual([]);
      expect(lists.filter((key) => !(key in fill.lists))).toEqual([]);
    }
  });

  const wishes: readonly SampleWish[] = sets.flatMap((formSet) => [
    { formSet, people: 'usual', papers: 1 },
    { formSet, people: 'long', papers: 60 },
    { formSet, people: 'bare', papers: 0 },
  ]);
  it.each(wishes)('stay plain and whole: $formSet, $people people, $papers papers', (wish) => {
    for (const fill of Object.values(buildFormFills(wish))) {
      expect(formFillSchema.safeParse(fill).error).toBeUndefined();
      expect(linesOf(fill).join('\n')).not.toMatch(/\{\{|undefined|null|NaN|: $/mu);
    }
  });

  it('keep long names and the last of sixty papers, and say when nothing was kept', () => {
    const long = buildFormFills({ formSet: 'TT03-2025', people: 'long', papers: 60 });
    for (const form of ['receipt', 'refusal', 'controlSheet', 'handoverList', 'folderCover'] as const) {
      expect(linesOf(long[form]).join('\n')).toContain(`${longName} và 1 người khác`);
    }
    expect(linesOf(long.receipt)).toContain('Giấy tờ kèm theo số 60');
    expect(linesOf(long.folderCover)).toContain('Giấy tờ kèm theo số 60');
    const bare = buildFormFills({ formSet: 'TT03-2025', people: 'bare', papers: 0 });
    expect(linesOf(bare.receipt)).toContain('Không có giấy tờ giữ lại.');
    expect(linesOf(bare.folderCover)).toContain('Không giữ giấy tờ.');
  });

  it('mark every practice paper on every page', () => {
    const fills = Object.values(buildFormFills({ formSet: 'TT03-2025', practice: true }));
    const unmarked = fills.filter((fill) => {
      const document = buildForm(formCatalogue[fill.form as DefinedForm], fill);
      return document.watermark !== 'THỰC HÀNH' || !textOf(document).includes('KHÔNG CÓ GIÁ TRỊ PHÁP LÝ');
    });
    expect(unmarked).toEqual([]);
    expect(aroundOf({ formSet: 'TT03-2025' }).practice).toBe(false);
  });
});
