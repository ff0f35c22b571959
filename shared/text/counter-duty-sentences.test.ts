import { describe, expect, it } from 'vitest';
import { delegationEndText, noReceiptText, onBehalfText, receiptTitleText } from './counter-duty-sentences';
import { sayVi } from './message';

describe('onBehalfText', () => {
  it('names unit and decision, with its day when known', () => {
    const note = { unitName: 'UBND xã Hoa Sơn', employer: 'Bưu điện', decisionNo: '15/QĐ-UBND', decidedOn: null };
    expect(sayVi(onBehalfText(note))).toBe('Thay mặt UBND xã Hoa Sơn theo QĐ số 15/QĐ-UBND');
    expect(sayVi(onBehalfText({ ...note, decidedOn: '2025-12-20' }))).toBe(
      'Thay mặt UBND xã Hoa Sơn theo QĐ số 15/QĐ-UBND ngày 20/12/2025',
    );
  });
});

describe('delegationEndText', () => {
  it('counts the working days that are left, and names the last day', () => {
    expect(sayVi(delegationEndText({ workingDaysLeft: 10, lastDay: '2026-11-20' }))).toBe(
      'Quyết định giao nhiệm vụ còn 10 ngày làm việc, hết hạn ngày 20/11/2026',
    );
    expect(sayVi(delegationEndText({ workingDaysLeft: 0, lastDay: '2026-11-20' }))).toBe(
      'Hôm nay là ngày cuối của quyết định giao nhiệm vụ',
    );
  });
});

describe('receipt titles', () => {
  it('never call a slip a receipt, and say why it is only a slip', () => {
    expect(sayVi(receiptTitleText('receipt'))).toBe('BIÊN LAI THU PHÍ, LỆ PHÍ');
    expect(sayVi(receiptTitleText('slipNotReceipt'))).toBe('PHIẾU THU – KHÔNG THAY BIÊN LAI');
    expect(sayVi(noReceiptText({ title: 'slipNotReceipt', why: 'noSeries' }))).toBe(
      'Quầy chưa có dải biên lai đã đăng ký',
    );
    expect(sayVi(noReceiptText({ title: 'slipNotReceipt', why: 'seriesSpent' }))).toBe(
      'Dải biên lai của quầy đã dùng hết',
    );
  });
});
