import { describe, expect, it } from 'vitest';
import { aroundOf } from '../../tests/support/form-fills';
import { listLines } from '../../tests/support/form-text';
import {
  receptionOf,
  sampleCertification,
  sampleConsignment,
  sampleDossier,
  sampleProcedure,
  sampleReception,
  sampleStopped,
} from '../../tests/support/form-samples';
import { joinBags } from '../domain/bag-journey';
import type { CashSheet } from '../domain/cash-sheet';
import { foldUnitDay } from '../domain/unit-day';
import { buildBagQrText, buildDiscrepancyMinutes } from './bag-papers';
import { buildForm } from './build-form';
import { buildCashSheetPaper, differenceText } from './cash-sheet-paper';
import { buildCertificationRegister, listCertifications } from './certification-register';
import { buildAuthorisation, buildLostSlipDeclaration } from './citizen-papers';
import { buildConsignmentSlip } from './consignment-slip';
import { buildDayClose } from './day-close';
import { buildFeeReceipt } from './fee-receipt';
import { formCatalogue, type DefinedForm } from './form-catalogue';
import type { FormFill } from './form-fill';
import { buildHandoverList, buildPostalPickUpList } from './handover-papers';
import { buildExplanationLetter, buildHandlingReminder } from './letters';
import { buildPaperKitSheet } from './paper-kit-slip';
import { buildProcedureSheet } from './procedure-sheet';

const wish = { formSet: 'TT03-2025' } as const;
const around = aroundOf(wish);
const dossier = sampleDossier(wish);
const reception = sampleReception(wish);

function linesOf(fill: FormFill | undefined): readonly string[] {
  if (fill === undefined) throw new Error('no paper');
  return listLines(buildForm(formCatalogue[fill.form as DefinedForm], fill));
}

describe('fee receipt', () => {
  const collection = dossier.collections[0];
  const id = collection?.actionId ?? '';
  it('never puts state money and postal charge on one paper', () => {
    const post = buildFeeReceipt(dossier, { collectionId: id, ledger: 'postalCharge' }, around);
    const lines = linesOf(post);
    expect(lines[0]).not.toBe('BIÊN LAI THU PHÍ, LỆ PHÍ');
    expect(lines).toContain('PHIẾU THU - KHÔNG THAY BIÊN LAI');
    expect(lines).toContain('26.500');
    expect(lines).not.toContain('1.250.000');
    expect(lines).toContain('Phiếu này chỉ xác nhận đã nhận tiền, không thay biên lai, hóa đơn theo quy định.');
    expect(lines.join('\n')).not.toContain('01BLP');
  });

  it('is no paper for a ledger that got nothing', () => {
    const stopped = sampleStopped(wish);
    const only = stopped.collections[0]?.actionId ?? '';
    expect(buildFeeReceipt(stopped, { collectionId: only, ledger: 'postalCharge' }, around)).toBeUndefined();
    expect(buildFeeReceipt(stopped, { collectionId: only, ledger: 'stateFee' }, around)?.values['title']).toBe(
      'PHIẾU THU - KHÔNG THAY BIÊN LAI',
    );
  });

  it('says who collects, what was waived, that a transfer waits and that it was cancelled', () => {
    const collections = dossier.collections.map((one) => ({
      ...one,
      ...{ state: 'announced' as const, method: 'transfer' as const, reference: 'FT-128' },
      receipt: { kind: 'ownSlip' as const, number: 'PT-0012' },
      cancelled: { ...one, v: 1 as const, collectionId: one.actionId, reason: 'thu nhầm' },
    }));
    const feeWaiver = { ground: 'Hộ nghèo, Nghị quyết số 10', proof: 'Giấy chứng nhận số 5' };
    const state = { ...dossier, collections, feeWaiver } as typeof dossier;
    const collector = { name: 'Bưu điện tỉnh Nghệ An', taxCode: '0100109106' };
    const lines = linesOf(buildFeeReceipt(state, { collectionId: id, ledger: 'stateFee' }, { ...around, collector }));
    expect(lines).toEqual(
      expect.arrayContaining([
        'Số phiếu: PT-0012',
        'Mã số thuế: 0100109106',
        'Đơn vị thu: Bưu điện tỉnh Nghệ An',
        'ĐÃ HỦY: thu nhầm',
        'Hình thức thanh toán: Chuyển khoản',
        'Mã giao dịch: FT-128',
        'Miễn, giảm: Hộ nghèo, Nghị quyết số 10; Giấy chứng nhận số 5',
        'Chờ ngân hàng xác nhận; chỉ có giá trị khi tiền đã về tài khoản.',
      ]),
    );
  });
});

describe('cash sheet and close', () => {
  const sheet: CashSheet = {
    ...{ officerId: 'o', ledger: 'postalCharge', opening: 0, cashIn: 0, cashOut: 0, handedIn: 0, expected: -5000 },
    ...{ counted: null, denominations: { '2000': 3, '500000': 0, '10000': 2 }, difference: null, announced: 7000 },
    byMethod: { cash: 0, transfer: 0, gateway: 0 },
    acts: [
      {
        ...{ actionId: 'a', dossierId: 'd', kind: 'announced', ledger: 'postalCharge', method: 'transfer' },
        ...{ amount: 7000, officerId: 'o', at: receptionOf(wish.formSet), late: false, reason: null, waiting: true },
      },
      {
        ...{ actionId: 'b', dossierId: 'd', kind: 'refunded', ledger: 'postalCharge', method: 'cash' },
        ...{ amount: 5000, officerId: 'o', at: receptionOf(wish.formSet), late: false, reason: 'rút', waiting: false },
      },
    ],
  };
  const names = { ...around, counterName: 'Quầy 2', officerName: 'Lê Văn Lộc' };

  it('lists notes of most value first, and never writes a negative sum in words', () => {
    const fill = buildCashSheetPaper(sheet, { ...names, shift: { opened: null, closed: null }, codeOf: () => 'C' });
    expect(fill.tables['notes']?.map((row) => row[0])).toEqual([
      '10.000',
      '2.000',
      { text: 'Tổng cộng', strong: true },
    ]);
    expect(fill.tables['notes']?.at(-1)?.[2]).toEqual({ text: '26.000', strong: true });
    expect(fill.values['boxWords']).toBe('Không đồng');
    expect(fill.values['words']).toBe('');
    expect(fill.values['shift']).toBe('');
    expect(fill.tables['acts']).toEqual([
      ['1', '08:10 09/03/2026', 'C', 'Chờ chuyển khoản, chuyển khoản', '', '(7.000)'],
      ['2', '08:10 09/03/2026', 'C', 'Hoàn, tiền mặt', 'rút', '-5.000'],
    ]);
    expect(linesOf({ ...fill, tables: { ...fill.tables, notes: [] } })).toContain('Không kê mệnh giá.');
  });

  it.each([
    [null, 'chưa đếm'],
    [0, '0'],
    [500, '+500'],
    [-1500, '-1.500'],
  ])('writes a difference of %s as %s', (difference, text) => {
    expect(differenceText(difference)).toBe(text);
  });

  it('closes a day without shift acts, and a shift at a post office', () => {
    const day = foldUnitDay([], new Map());
    const shift = { officerId: 'o', opened: null, closed: null };
    const fill = buildDayClose(day, { ...names, shift, sheets: [sheet] });
    expect(fill.values['title']).toBe('BIÊN BẢN CHỐT NGÀY');
    expect(fill.tables['checks']?.[2]).toEqual(['Túi hồ sơ đã niêm phong', '0']);
    expect(fill.tables['checks']?.[7]).toEqual(['Sổ theo dõi hồ sơ', 'chưa chốt']);
    expect(fill.tables['cash']).toEqual([['Cước bưu chính', '0', '0', '0', '0', '-5.000', 'chưa đếm', '']]);
    const lines = linesOf(fill);
    expect(lines).toContain('Không có chênh lệch.');
    const post = { ...names, unit: { ...around.unit, kind: 'postOffice' as const }, shift, sheets: [] };
    expect(linesOf(buildDayClose(day, post))).toEqual(
      expect.arrayContaining(['BIÊN BẢN CHỐT CA', 'Không có khoản tiền nào.']),
    );
  });
});

describe('bags', () => {
  const stamp = {
    v: 1,
    bagId: 'b1',
    sealNo: 'NP|1',
    originals: 2,
    actionId: 'a',
    at: around.at,
    officerId: 'o',
  } as const;
  const sealed = { ...stamp, to: 'Trung tâm', dossierIds: ['d1', 'd2'] };
  const names = { ...around, senderName: '', describeDossier: (id: string) => `hồ sơ ${id}` };

  it('names bag, seal and counts in the symbol, whatever the seal is called', () => {
    expect(buildBagQrText(sealed)).toBe('QMCB1|b1|NP/1|2|2');
  });

  it('has no minutes before both sides told of the bag', () => {
    const [bag] = joinBags([{ bagsSealed: [sealed], bagsReceived: [] }]);
    if (bag === undefined) throw new Error('no bag');
    expect(buildDiscrepancyMinutes(bag, names)).toBeUndefined();
  });

  it('compares seal, state, folders and originals', () => {
    const received = { ...stamp, sealNo: 'NP-9', sealIntact: true, dossierIds: ['d2', 'd3', 'd4'], originals: 2 };
    const [bag] = joinBags([{ bagsSealed: [sealed], bagsReceived: [received] }]);
    if (bag === undefined) throw new Error('no bag');
    const fill = buildDiscrepancyMinutes(bag, names);
    expect(fill?.tables['counts']).toEqual([
      ['Số niêm phong', 'NP|1', 'NP-9', 'Khác số'],
      ['Tình trạng niêm phong', 'Nguyên vẹn', 'Nguyên vẹn', 'Khớp'],
      ['Số hồ sơ', '2', '3', '+1'],
      ['Số bản chính', '2', '2', 'Khớp'],
    ]);
    expect(fill?.lists).toEqual({ missing: ['hồ sơ d1'], extra: ['hồ sơ d3', 'hồ sơ d4'] });
    expect(linesOf(fill).join('\n')).not.toContain('Giải trình');
  });
});

describe('lists', () => {
  const list = { ...around, findProcedure: () => undefined, officerName: 'Lê Thị Thu Hà' };
  it('say that nothing is on them', () => {
    expect(linesOf(buildHandoverList([], 'Bộ phận hộ tịch', list))).toEqual(
      expect.arrayContaining(['Không có hồ sơ bàn giao.', 'Tổng số: 0 hồ sơ, 0 bản chính.', 'Danh sách số: ………']),
    );
    expect(linesOf(buildPostalPickUpList([], 'Bưu cục', list))).toContain('Không có kết quả cần gửi.');
  });

  it('count originals in custody of a folder that is to be handed over', () => {
    const [row] = buildHandoverList([reception], 'X', list).tables['dossiers'] ?? [];
    expect(row?.[8]).toBe(String(reception.originalsInCustody));
    expect(reception.originalsInCustody).toBe(4);
    expect(row?.[2]).toBe('1.013831. Chuyển nhượng quyền sử dụng đất thửa 128, tờ bản đồ số 7, xóm 1');
  });

  it('leave room for a waybill that is not known yet and name what came back', () => {
    const [fresh] = buildPostalPickUpList([reception], 'X', list).tables['parcels'] ?? [];
    expect(fresh?.[1]).toBe('');
    expect(fresh?.[4]).toBe('Xóm 1, xã Thanh Bình, tỉnh Nghệ An\n0987654321');
    const [last] = dossier.dispatches;
    const failed = { ...last, failed: { reason: 'vắng nhà' } } as unknown as (typeof dossier.dispatches)[number];
    const [back] = buildPostalPickUpList([{ ...dossier, dispatches: [failed] }], 'X', list).tables['parcels'] ?? [];
    expect(back?.[6]).toBe('Không phát được');
  });
});

describe('letters', () => {
  it('count only the standings there are', () => {
    const letter = { ...around, recipient: 'Tỉnh', listName: 'số 1', period: 'tháng 3', reason: '', leaderName: '' };
    const row = { code: 'C', portal: '', local: '', cause: '', evidence: [], todo: '', standing: 'late' } as const;
    expect(buildExplanationLetter([row], letter).lists['counts']).toEqual([
      'Giải quyết chậm, nhận trách nhiệm: 1 hồ sơ.',
    ]);
    const lines = linesOf(buildExplanationLetter([], letter));
    expect(lines).toContain('Không có hồ sơ.');
    expect(lines.join('\n')).not.toContain('Nguyên nhân và việc đã làm');
  });

  it('ask for an apology only when something is overdue', () => {
    const reminder = { ...around, handlingUnit: 'Chi nhánh', leaderName: 'Phạm Đức Bình' };
    const item = { state: reception, procedure: undefined, legalDue: null, left: 'còn 1 ngày', overdue: false };
    const lines = linesOf(buildHandlingReminder([item], reminder));
    expect(lines).toContain('Đề nghị trả lời sớm.');
    expect(lines.join('\n')).not.toContain('văn bản xin lỗi');
  });
});

describe('papers of citizens', () => {
  it('are blank for a stranger and filled for a known dossier', () => {
    const blank = linesOf(buildLostSlipDeclaration(undefined, around));
    expect(blank.find((line) => line.startsWith('Tôi tên là: ....'))).toBeDefined();
    const own = sampleReception({ ...wish, people: 'bare' });
    expect(linesOf(buildLostSlipDeclaration(own, around))).toContain(
      'Là (chủ hồ sơ/người nộp/người được ủy quyền): chủ hồ sơ',
    );
    const known = linesOf(buildAuthorisation(around, { procedureName: 'Đăng ký khai sinh', code: 'H41.26-1' }));
    expect(known).toEqual(expect.arrayContaining(['Thủ tục hành chính: Đăng ký khai sinh', 'Mã hồ sơ: H41.26-1']));
  });

  it('name full birthdays as days', () => {
    const [applicant] = reception.parties;
    const state = { ...reception, submitter: applicant?.person ?? null };
    expect(linesOf(buildLostSlipDeclaration(state, around))).toContain('Ngày sinh: 30/04/1988');
  });

  it('know no case that is not there, and write fees as they are', () => {
    const procedure = sampleProcedure('2.000815');
    const address = 'https://dichvucong.gov.vn';
    expect(buildProcedureSheet(procedure, { caseId: 'none', address }, around)).toBeUndefined();
    const [first] = procedure.cases;
    if (first === undefined) throw new Error('no case');
    const priced = { name: 'Phí', amount: 2000 };
    const fees = {
      counter: { basis: 'perPage', ...priced, threshold: 2, amountAfter: 1000, max: 200_000 },
      online: { basis: 'free', ground: 'Nghị quyết' },
      post: { basis: 'perCopy', ...priced, further: [{ name: 'Cước', amount: 500, per: 'copy' }] },
    } as const;
    const sheet = {
      ...procedure,
      provisional: [],
      cases: [{ ...first, fees: { ...fees, post: { ...fees.post, further: [...fees.post.further] } } }],
    };
    const fill = buildProcedureSheet(sheet, { caseId: first.id, address }, around);
    expect(fill?.tables['channels']?.map((row) => row[2])).toEqual([
      '2.000 đ một trang, từ trang thứ 3: 1.000 đ; tối đa 200.000 đ một bản',
      'Không thu',
      '2.000 đ một bản; Cước: 500 đ',
    ]);
    expect(fill?.values['caseName']).toBe('');
    const unsure = { ...sheet, provisional: ['cases.fees.online', 'cases.fees.post'] };
    const fees2 = buildProcedureSheet(unsure, { caseId: first.id, address }, around)?.tables['channels'];
    expect(fees2?.map((row) => row[2])).toEqual([
      '2.000 đ một trang, từ trang thứ 3: 1.000 đ; tối đa 200.000 đ một bản',
      'Theo quy định của tỉnh (hỏi cán bộ tại quầy)',
      '2.000 đ một bản; Cước: 500 đ (tạm tính)',
    ]);
  });

  it('print a kit sheet without codes or procedures', () => {
    const lines = linesOf(buildPaperKitSheet({ day: '2026-03-09', due: [], codes: [] }, around));
    expect(lines).toContain('Không có thủ tục nào.');
    expect(lines.join('\n')).not.toContain('Mã đã in');
    const none = { shortName: 'Chứng thực', dueAt: null, papers: [] };
    expect(buildPaperKitSheet({ day: '2026-03-09', due: [none], codes: [] }, around).tables['due']).toEqual([
      ['Chứng thực', '', ''],
    ]);
  });
});

describe('certification book', () => {
  it('takes certifications with a result only, in the order of day and number', () => {
    const procedure = sampleProcedure('2.000815');
    const one = sampleCertification(wish);
    const numbered = (number: string, signedOn: string) => ({
      procedure,
      state: { ...one, outcome: one.outcome === null ? null : { ...one.outcome, number, signedOn } },
    });
    const rows = listCertifications([
      numbered('10', '2026-03-09'),
      numbered('9', '2026-03-09'),
      numbered('8', '2026-03-10'),
      { procedure, state: { ...one, outcome: null } },
      { procedure: sampleProcedure('1.001193'), state: one },
      { procedure: undefined, state: one },
    ]);
    expect(rows.map(({ number }) => number)).toEqual(['9', '10', '8']);
    expect(rows[0]).toMatchObject({
      copies: 5,
      pages: 3,
      fee: 25_000,
      signer: 'Phạm Đức Bình',
      note: 'H41.26-260309-0010',
    });
  });

  it('says that it is empty and sums nothing', () => {
    const lines = linesOf(
      buildCertificationRegister([], {
        ...around,
        ...{ kind: 'SCT', book: '01', from: '2026-03-01', to: '2026-03-31', officerName: '' },
      }),
    );
    expect(lines).toEqual(
      expect.arrayContaining(['Không có việc chứng thực.', 'Tổng số: 0 việc, 0 bản, 0 đ.', 'Bằng chữ: Không đồng.']),
    );
  });
});

describe('consignment slip', () => {
  it('names no decision when the post acted for itself', () => {
    const state = sampleConsignment(wish);
    const consignment = state.consignment === null ? null : { ...state.consignment, onBehalfOf: null };
    expect(linesOf(buildConsignmentSlip({ ...state, consignment }, around)).join('\n')).not.toContain('Thay mặt');
  });
});
