import { describe, expect, it } from 'vitest';
import { aroundOf } from '../../tests/support/form-fills';
import { listLines } from '../../tests/support/form-text';
import {
  receptionOf,
  sampleCertification,
  sampleDossier,
  sampleGuidance,
  sampleProcedure,
  sampleReception,
  sampleRefusal,
  sampleStopped,
} from '../../tests/support/form-samples';
import { emptyDossier } from '../domain/empty-dossier';
import { foldDossier } from '../domain/dossier-state';
import { buildApology } from './apology';
import { buildForm } from './build-form';
import { buildConsignmentSlip } from './consignment-slip';
import { buildControlSheet } from './control-sheet';
import { buildFeeReceipt } from './fee-receipt';
import { countFormCopies } from './fill-parts';
import { buildFolderCover } from './folder-cover';
import { formCatalogue, type DefinedForm } from './form-catalogue';
import type { FormFill } from './form-fill';
import { buildOutcomeReceipt } from './outcome-receipt';
import { buildReceiptFill } from './receipt-slip';
import { buildReceiptSlipData } from './receipt-slip-from-dossier';
import { buildRedatedSlip } from './redated-slip';
import { buildRefusal } from './refusal';
import { buildStopNotice } from './stop-notice';
import { buildSupplementRequest } from './supplement-request';

const wish = { formSet: 'TT03-2025' } as const;
const around = aroundOf(wish);
const nothing = foldDossier({ dossierId: emptyDossier('x').dossierId, actions: [], receipts: new Map() });
const dossier = sampleDossier(wish);
const reception = sampleReception(wish);
const print = { v: 1, form: 'refusal', formSet: 'TT03-2025', copies: 1, printer: 'p', reprint: false } as const;

function linesOf(fill: FormFill | undefined): readonly string[] {
  if (fill === undefined) throw new Error('no paper');
  return listLines(buildForm(formCatalogue[fill.form as DefinedForm], fill));
}

describe('papers about a dossier', () => {
  it('are not made out of nothing', () => {
    expect(buildSupplementRequest(nothing, around)).toBeUndefined();
    expect(buildRefusal(nothing, around)).toBeUndefined();
    expect(buildApology(nothing, around)).toBeUndefined();
    expect(buildStopNotice(nothing, around)).toBeUndefined();
    expect(buildControlSheet(nothing, { ...around, steps: [] })).toBeUndefined();
    expect(buildRedatedSlip(reception, around, { newDate: null, provisional: false, trace: [] })).toBeUndefined();
    expect(buildConsignmentSlip(reception, around)).toBeUndefined();
    expect(buildOutcomeReceipt(reception, around)).toBeUndefined();
    expect(buildFolderCover(nothing, around)).toBeUndefined();
    expect(buildFeeReceipt(reception, { collectionId: 'x', ledger: 'stateFee' }, around)).toBeUndefined();
  });

  it('count their copies from the act they belong to', () => {
    const at = (time: number, reprint: boolean) => ({
      ...{ ...print, sha256: '', actionId: 'a', officerId: 'o' },
      ...{ at: time, reprint },
    });
    expect(countFormCopies([], 'refusal')).toBe(1);
    expect(countFormCopies([at(10, false)], 'refusal')).toBe(2);
    expect(countFormCopies([at(10, false), at(20, true)], 'refusal')).toBe(3);
    expect(countFormCopies([at(10, false), at(20, false)], 'refusal')).toBe(2);
    expect(countFormCopies([at(10, false)], 'refusal', { since: 11 })).toBe(1);
    expect(countFormCopies([at(10, false)], 'refusal', { since: 10 })).toBe(2);
    expect(countFormCopies([at(10, false)], 'apology')).toBe(1);
    expect(countFormCopies([at(10, false), at(20, true)], 'refusal', { isSameCopy: true })).toBe(2);
    expect(countFormCopies([], 'refusal', { isSameCopy: true })).toBe(1);
  });

  it('warn of a temporary number, a provisional date, a doubtful clock and a back entry', () => {
    const doubtful = sampleReception(wish, {
      code: { kind: 'temporary', value: 'TAM-M01-260309-001', reason: 'clockDoubt' },
      appointment: { ...(reception.appointment ?? { trace: [], provisional: true }), provisional: true } as never,
    });
    const state = { ...doubtful, clockDoubt: true, backEntry: { reason: 'power' as const } };
    const fill = buildFolderCover(state, around);
    expect(fill?.marks).toEqual([
      'Mã hồ sơ chính thức được cấp sau; tra cứu bằng số tạm này.',
      'Ngày hẹn tính theo lịch tạm (chưa có thông báo chính thức về ngày nghỉ).',
      'Giờ máy chưa chắc chắn.',
      'Nhập bù từ sổ giấy.',
    ]);
    expect(fill?.values['codeLine']).toBe('Số tạm: TAM-M01-260309-001');
    expect(fill?.qr).toBe(`QMCF1|${state.dossierId}|TAM-M01-260309-001`);
  });
});

describe('Form 02', () => {
  it('given before reception is guidance: its slip number, no clock, no code', () => {
    const lines = linesOf(buildSupplementRequest(sampleGuidance(wish), around));
    expect(lines.find((line) => line.startsWith('Số: Q1/2026/'))).toMatch(/\/HDHS$/);
    expect(lines).toContain('Hồ sơ chưa được tiếp nhận; thời hạn giải quyết chưa bắt đầu.');
    expect(lines).toContain('Đề nghị bổ sung trước hết ngày 20/03/2026.');
    expect(lines.some((line) => line.startsWith('[bar code'))).toBe(false);
    expect(lines).not.toContain('Giấy tờ cần nộp:');
  });
});

describe('Form 03', () => {
  it('says nothing of originals when none were given back', () => {
    const state = sampleRefusal(wish);
    const refusals = state.refusals.map((one) => ({ ...one, originalsReturned: 0 }));
    expect(linesOf(buildRefusal({ ...state, refusals }, around)).join('\n')).not.toContain('Đã trả lại');
  });
});

describe('Form 04', () => {
  it('is drawn up from a draft before it is signed, with dots for its number', () => {
    const draft = { reason: 'chờ đo đạc', remedy: '', newPromise: receptionOf(wish.formSet), signedBy: '' };
    const fill = buildApology(dossier, around, draft);
    expect(fill?.copyNo).toBe(1);
    expect(fill?.at).toBe(around.at);
    const lines = linesOf(fill);
    expect(lines).toContain('Số: ………/PXL');
    expect(lines.join('\n')).not.toContain('khắc phục');
    expect(buildApology(reception, around, draft)).toBeDefined();
  });
});

describe('Form 05 of TT 03/2025', () => {
  const moneyOf = (changes: Partial<ReturnType<typeof sampleStopped>>) =>
    linesOf(buildStopNotice({ ...sampleStopped(wish), ...changes }, around)).find((line) => line.startsWith('Phí'));
  it('says what became of the money', () => {
    const none = { stateFee: 0, postalCharge: 0 };
    expect(moneyOf({ feesCollected: 0, refunded: none })).toBe('Phí, lệ phí: chưa thu khoản nào.');
    expect(moneyOf({ feesCollected: 8000, refunded: none })).toBe('Phí, lệ phí: đã thu 8.000 đ, không hoàn lại.');
    expect(moneyOf({ feesCollected: 0, refunded: { stateFee: 8000, postalCharge: 0 } })).toBe(
      'Phí, lệ phí: đã thu 8.000 đ, đã hoàn lại 8.000 đ.',
    );
  });

  it('is the same for a citizen who withdrew', () => {
    const state = sampleStopped(wish);
    const withdrawn = { v: 1, reason: 'đổi ý', actionId: 'a', at: around.at, officerId: 'o', deviceId: 'd' } as const;
    const lines = linesOf(buildStopNotice({ ...state, stopped: null, withdrawn }, around));
    expect(lines).toContain('Nội dung đề nghị dừng giải quyết: đổi ý');
    expect(lines.join('\n')).not.toMatch(/đang ở bước|Căn cứ|Bản chính/u);
  });
});

describe('control sheet', () => {
  it('leaves five rows for hand-overs, and never fewer than two empty ones', () => {
    const rows = (state: typeof dossier) => buildControlSheet(state, { ...around, steps: [] })?.tables['handovers'];
    expect(rows(reception)).toHaveLength(5);
    expect(rows(dossier)).toHaveLength(5);
    const handover = dossier.handovers[0];
    const many = Array.from({ length: 4 }, () => handover).flatMap((one) => one ?? []);
    expect(rows({ ...dossier, handovers: many })).toHaveLength(6);
    const missing = { ...many[0], confirmed: { ...many[0]?.confirmed, mismatch: 'thiếu 1 bản chính' } };
    expect(rows({ ...dossier, handovers: [missing as never] })?.[0]?.[5]).toBe('Chênh lệch: thiếu 1 bản chính');
  });
});

describe('re-dated slip', () => {
  it('never promises a date nobody has counted', () => {
    const lines = linesOf(buildRedatedSlip(dossier, around, { newDate: null, provisional: true, trace: [] }));
    expect(lines).toContain('Giai đoạn 2: thời gian trả kết quả: chưa có ngày hẹn; đơn vị sẽ báo khi có kết quả');
    expect(lines).toContain('Ngày hẹn tính theo lịch tạm (chưa có thông báo chính thức về ngày nghỉ).');
    expect(lines).not.toContain('Cách tính ngày mới:');
  });
});

describe('Form 01', () => {
  it('counts pages and copies of certified copies instead of kinds of paper', () => {
    const slip = buildReceiptSlipData(sampleCertification(wish), {
      ...{ unit: around.unit, procedure: sampleProcedure('2.000815'), officerName: 'Lê Thị Thu Hà', practice: false },
    });
    if (slip === undefined) throw new Error('no slip');
    const fill = buildReceiptFill(slip, 'QR');
    expect(fill.tables).toEqual({
      papers: [],
      certified: [['1', 'Bằng tốt nghiệp đại học (xuất trình, đã trả lại)', { text: '3' }, { text: '5' }, '']],
    });
    expect(linesOf(fill)).toEqual(expect.arrayContaining(['Số trang', 'Số bản giấy', 'Ký bản điện tử']));
    expect(slip.secondStageText).toBeUndefined();
  });
});
