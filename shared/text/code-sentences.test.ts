import { describe, expect, it } from 'vitest';
import { externalSystems, type ExternalCodeDoubt } from '../domain/external-code';
import type { PairingDoubt } from '../domain/temporary-number';
import { describeExternalCodeDoubt, describePairingDoubt, fateRunText, fateText } from './code-sentences';
import { sayVi } from './message';

describe('fates of numbers', () => {
  it('has a word for each', () => {
    const fates = ['used', 'void', 'returned', 'expired', 'kit', 'lost', 'free', 'agencyEnded', 'missing'] as const;
    expect(fates.map((fate) => sayVi(fateText(fate)))).toEqual([
      'đã dùng',
      'đã hủy',
      'đã trả lại tỉnh',
      'hết ngày, không dùng nữa',
      'trên phiếu dự phòng',
      'mất theo máy',
      'còn trống',
      'hủy do cơ quan đã sáp nhập',
      'chưa rõ, phải giải trình',
    ]);
  });

  it('says a run as the codes print it, and one number alone', () => {
    expect(sayVi(fateRunText({ from: 1, to: 42, fate: 'used' }))).toBe('0001–0042 đã dùng');
    expect(sayVi(fateRunText({ from: 10_000, to: 10_000, fate: 'free' }))).toBe('10000 còn trống');
  });
});

describe('describePairingDoubt', () => {
  it.each<[PairingDoubt, string]>([
    [{ kind: 'notTemporary' }, 'Số được ghép không phải số tạm'],
    [{ kind: 'notOfficial' }, 'Mã tỉnh ghép không đúng cấu trúc mã hồ sơ'],
    [
      { kind: 'otherAgency', expected: 'H41.26', found: 'H41.27' },
      'Mã tỉnh ghép thuộc cơ quan H41.27, hồ sơ nhận tại H41.26',
    ],
    [
      { kind: 'otherDay', expected: '2026-11-20', found: '2026-11-21' },
      'Mã tỉnh ghép mang ngày 21/11/2026, hồ sơ nhận ngày 20/11/2026',
    ],
  ])('says %o', (doubt, sentence) => {
    expect(sayVi(describePairingDoubt(doubt))).toBe(sentence);
  });
});

describe('describeExternalCodeDoubt', () => {
  it.each<[ExternalCodeDoubt, string]>([
    [{ kind: 'unknownSystem', system: 'x' }, 'Không biết hệ thống x'],
    [{ kind: 'empty' }, 'Chưa nhập mã'],
    [
      { kind: 'unusualShape', system: 'portal' },
      'Mã khác cấu trúc thường thấy của Cổng Dịch vụ công quốc gia. Đối chiếu lại',
    ],
    [{ kind: 'unusualShape', system: 'gone' }, 'Mã khác cấu trúc thường thấy của gone. Đối chiếu lại'],
    [{ kind: 'alreadyLinked' }, 'Mã này đã ghi cho hồ sơ'],
    [{ kind: 'replacesFinal', code: 'HT-1' }, 'Hồ sơ đã có mã chính thức HT-1 ở hệ thống này, mã mới sẽ thay'],
  ])('says %o', (doubt, sentence) => {
    expect(sayVi(describeExternalCodeDoubt(doubt, externalSystems))).toBe(sentence);
  });
});
