import { describe, expect, it } from 'vitest';
import type { RowChange, RowDiff } from '../domain/package-diff';
import { channelsMessage, feeRuleMessage, unconfirmedText } from './catalogue-sentences';
import { sayVi } from './message';
import { describeRowChange, describeRowDiff, listDiffLines } from './package-diff-sentences';

const days = (amount: number) => ({ unit: 'workingDays' as const, amount });
const all = ['counter', 'online', 'post'] as const;
const caseName = 'Thông thường';
const off = { day: '2026-01-02', type: 'off' as const, name: 'Nghỉ bù', provisional: true };

describe('describeRowChange', () => {
  it.each<[RowChange, string]>([
    [
      { kind: 'limit', caseName, channels: all, before: days(3), after: days(5) },
      'Thông thường, mọi kênh: thời hạn 3 → 5 ngày làm việc',
    ],
    [
      { kind: 'limit', caseName, channels: ['online'], before: { unit: 'months', amount: 1 }, after: days(5) },
      'Thông thường, trực tuyến: thời hạn 1 tháng → 5 ngày làm việc',
    ],
    [
      { kind: 'limit', caseName, channels: ['counter', 'post'], before: { unit: 'sameDay' }, after: { unit: 'none' } },
      'Thông thường, trực tiếp, bưu chính: thời hạn trong ngày làm việc → không quy định thời hạn',
    ],
    [
      { kind: 'secondStage', caseName, before: null, after: days(3) },
      'Thông thường: thời hạn sau khi nộp tiền không → 3 ngày làm việc',
    ],
    [
      {
        ...{ kind: 'fee', caseName, channels: all, before: { basis: 'free', ground: 'HĐND' } },
        after: { basis: 'fixed', name: 'Lệ phí', amount: 8000 },
      },
      'Thông thường, mọi kênh: mức thu không thu (HĐND) → Lệ phí 8.000 đ',
    ],
    [{ kind: 'caseAdded', caseName }, 'thêm trường hợp: Thông thường'],
    [{ kind: 'caseRemoved', caseName }, 'bỏ trường hợp: Thông thường'],
    [{ kind: 'caseCondition', caseName }, 'Thông thường: đổi câu hỏi chọn trường hợp'],
    [{ kind: 'caseName', before: 'A', after: 'B' }, 'đổi tên trường hợp: “A” → “B”'],
    [{ kind: 'paperAdded', caseName, paper: 'Tờ khai' }, 'Thông thường: thêm giấy tờ “Tờ khai”'],
    [{ kind: 'paperRemoved', caseName, paper: 'Tờ khai' }, 'Thông thường: bỏ giấy tờ “Tờ khai”'],
    [
      { kind: 'paper', caseName, paper: 'Tờ khai', parts: ['mode', 'dates'] },
      'Thông thường: giấy tờ “Tờ khai” đổi cách nộp, ngày áp dụng',
    ],
    [{ kind: 'steps', caseName }, 'Thông thường: đổi quy trình nội bộ'],
    [{ kind: 'text', field: 'resultName', before: 'A', after: 'B' }, 'tên kết quả: “A” → “B”'],
    [{ kind: 'field', field: 'collectRule' }, 'đổi người được nhận kết quả'],
    [
      { kind: 'pauses', before: null, after: ['supplement'] },
      'thời gian không tính: theo bộ quy tắc chung → Chờ công dân bổ sung hồ sơ',
    ],
    [
      { kind: 'pauses', before: ['supplement', 'payment'], after: [] },
      'thời gian không tính: Chờ công dân bổ sung hồ sơ, Chờ công dân nộp tiền → không',
    ],
    [
      { kind: 'pauses', before: ['payment'], after: ['payment'] },
      'thời gian không tính: đổi cách tính (Chờ công dân nộp tiền)',
    ],
    [{ kind: 'confirmed', fields: ['cases.fees', 'code'] }, 'đã đối chiếu: mã thủ tục, mức thu'],
    [{ kind: 'unconfirmed', fields: ['cases.steps'] }, 'chưa đối chiếu: quy trình nội bộ'],
    [{ kind: 'members', fields: ['phone', 'newer'] }, 'đổi điện thoại, newer'],
    [
      { kind: 'succession', after: { unitId: 'H41.32', from: '2026-07-01', act: 'NQ 1' } },
      'nhập vào H41.32 từ 01/07/2026 (NQ 1)',
    ],
    [{ kind: 'succession', after: null }, 'không còn ghi sáp nhập'],
    [
      { kind: 'day', before: off, after: { ...off, type: 'working', provisional: false, name: 'Làm bù Tết' } },
      'nghỉ, tạm tính (Nghỉ bù) → làm bù (Làm bù Tết)',
    ],
  ])('says %j as %s', (change, text) => {
    expect(sayVi(describeRowChange(change))).toBe(text);
  });
});

describe('feeRuleMessage', () => {
  it.each([
    [{ basis: 'perCopy', name: 'Phí', amount: 8000 }, 'Phí 8.000 đ/bản'],
    [
      { basis: 'perPage', name: 'Phí', amount: 2000, threshold: 2, amountAfter: 1000, max: 200_000 },
      'Phí 2.000 đ/trang, từ trang 3: 1.000 đ/trang, tối đa 200.000 đ/bản',
    ],
    [
      {
        ...{ basis: 'fixed', name: 'Phí', amount: 50_000 },
        further: [
          { name: 'Lệ phí', amount: 1000, per: 'dossier' },
          { name: 'Sao', amount: 500, per: 'copy' },
        ],
        waivers: [{ id: 'w', name: 'Hộ nghèo', ground: 'Luật', percent: 100, needsProof: true }],
      },
      'Phí 50.000 đ, Lệ phí 1.000 đ, Sao 500 đ/bản, miễn giảm: Hộ nghèo 100%',
    ],
  ] as const)('says %j', (rule, text) => {
    expect(sayVi(feeRuleMessage(structuredClone(rule) as Parameters<typeof feeRuleMessage>[0]))).toBe(text);
  });

  it('names channels, and all of them by one name', () => {
    expect([sayVi(channelsMessage(['post'])), sayVi(channelsMessage(all))]).toEqual(['bưu chính', 'mọi kênh']);
  });
});

describe('listDiffLines', () => {
  const row = (changes: Partial<RowDiff>): RowDiff => ({
    ...{ key: '1.001193', name: 'Khai sinh', kind: 'changed', since: null, changes: [] },
    ...changes,
  });

  it.each<[Partial<RowDiff>, string]>([
    [{}, '1.001193 Khai sinh: thay đổi'],
    [{ since: '2026-08-01' }, '1.001193 Khai sinh: thay đổi từ 01/08/2026'],
    [{ kind: 'added', since: '2026-08-01' }, '1.001193 Khai sinh: thêm mới, áp dụng từ 01/08/2026'],
    [{ kind: 'added' }, '1.001193 Khai sinh: thêm mới'],
    [{ kind: 'removed' }, '1.001193 Khai sinh: bỏ'],
    [{ kind: 'versionDropped', since: '2026-08-01' }, '1.001193 Khai sinh: bỏ phiên bản áp dụng từ 01/08/2026'],
  ])('heads %j as %s', (changes, text) => {
    expect(sayVi(describeRowDiff(row(changes)))).toBe(text);
  });

  it('indents changes below their row, leaves out an empty name, and says when there is nothing', () => {
    const changes: RowChange[] = [{ kind: 'members', fields: ['early'] }];
    const diff = { kind: 'rules', before: '1', after: '2' } as const;
    expect(listDiffLines({ ...diff, rows: [row({ key: 'rules', name: '', changes })] })).toEqual([
      'rules: thay đổi',
      '  đổi cách tính trước hạn',
    ]);
    expect(listDiffLines({ ...diff, rows: [] })).toEqual(['Không có thay đổi.']);
  });
});

describe('unconfirmedText', () => {
  it('names what nobody confirmed, and nothing when all is confirmed', () => {
    const text = unconfirmedText({ provisional: ['cases.fees', 'cases.limits.post', 'cases.steps'] }, 'counter');
    expect(text && sayVi(text)).toBe('chưa đối chiếu văn bản gốc: mức thu');
    expect(unconfirmedText({ provisional: ['cases.fees.online', 'pauses'] }, 'counter')).toBeUndefined();
  });
});
