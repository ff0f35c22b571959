import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../ui/text';
import { sayReport } from './say-report';

describe('sayReport', () => {
  afterEach(() => setLanguage('vi'));

  it('leaves Vietnamese as it is', () => {
    expect(sayReport('Tổng số')).toBe('Tổng số');
  });

  it('says words of a report in English, also where values stand in them, and leaves names alone', async () => {
    await setLanguage('en');
    expect(sayReport('Số hồ sơ nhận giải quyết')).toBe('Dossiers to resolve');
    expect(sayReport('Kỳ báo cáo: Tháng 12/2026 (Từ ngày 15/11/2026 đến ngày 14/12/2026)')).toBe(
      'Report period: Month 12/2026 (from 15/11/2026 to 14/12/2026)',
    );
    expect(sayReport('Số ngày làm việc trong kỳ: 21.')).toBe('Working days in the period: 21.');
    expect(sayReport('Đăng ký khai sinh')).toBe('Đăng ký khai sinh');
  });
});
