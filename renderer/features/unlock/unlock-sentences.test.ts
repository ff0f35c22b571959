import { describe, expect, it } from 'vitest';
import { sayVi } from '../../../shared/text/message';
import { describeRestored, describeUnlockError, formatCountdown, isBlocked } from './unlock-sentences';

describe('formatCountdown', () => {
  it.each([
    [30_000, '0:30'],
    [29_001, '0:30'],
    [1, '0:01'],
    [0, '0:00'],
    [-4000, '0:00'],
    [900_000, '15:00'],
  ])('shows %i ms as %s', (left, shown) => {
    expect(formatCountdown(left, 0)).toBe(shown);
  });
});

describe('isBlocked', () => {
  it('ends exactly at the stated time', () => {
    expect(isBlocked(1000, 999)).toBe(true);
    expect(isBlocked(1000, 1000)).toBe(false);
    expect(isBlocked(null, 0)).toBe(false);
  });
});

describe('describeRestored', () => {
  it('counts online submissions apart from the dossiers of the counter', () => {
    expect(sayVi(describeRestored(9, 6))).toBe(
      'Đã khôi phục 3 hồ sơ, 6 hồ sơ trực tuyến chờ từ nhật ký của máy này. Không mất hồ sơ nào đã lưu.',
    );
    expect(sayVi(describeRestored(3, 0))).toBe(
      'Đã khôi phục 3 hồ sơ từ nhật ký của máy này. Không mất hồ sơ nào đã lưu.',
    );
  });
});

describe('describeUnlockError', () => {
  const say = (...args: Parameters<typeof describeUnlockError>) => {
    const message = describeUnlockError(...args);
    return message && sayVi(message);
  };
  it('tells how many tries are left when the password was wrong', () => {
    expect(say({ kind: 'wrongSecret', triesLeft: 3 }, 'password')).toBe('Mật khẩu không đúng, còn 3 lần thử.');
    expect(say({ kind: 'wrongSecret', triesLeft: 1 }, 'pin')).toContain('Mã PIN không đúng, còn 1 lần');
    expect(say({ kind: 'wrongSecret', triesLeft: 0 }, 'password')).toContain('Phải chờ');
  });
  it('leaves waiting to the countdown', () => {
    expect(say({ kind: 'blocked', until: 5 }, 'password')).toBeUndefined();
  });
  it('says what to do when files of the program are missing', () => {
    expect(say({ kind: 'programDamaged' }, 'password')).toMatch(/thiếu tệp.*còn nguyên.*cài lại/u);
  });
  it('gives the reference to read out when something is broken inside', () => {
    expect(say({ kind: 'journalUnreadable', ref: 'BKTM' }, 'password')).toContain('BKTM');
    expect(say({ kind: 'internal', ref: 'CDFG' }, 'password')).toContain('CDFG');
  });
});
