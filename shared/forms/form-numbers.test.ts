import { describe, expect, it } from 'vitest';
import { buildFormFills } from '../../tests/support/form-fills';
import { buildForm } from './build-form';
import { formCatalogue } from './form-catalogue';
import { formReference } from './form-numbers';

describe('form numbers', () => {
  it.each([
    ['receipt', 'Mẫu số 01 (Thông tư số 01/2018/TT-VPCP)', 'Mẫu số 01, Phụ lục I (Thông tư số 03/2025/TT-VPCP)'],
    [
      'supplementRequest',
      'Mẫu số 02 (Thông tư số 01/2018/TT-VPCP)',
      'Mẫu số 02, Phụ lục I (Thông tư số 03/2025/TT-VPCP)',
    ],
    ['refusal', 'Mẫu số 03 (Thông tư số 01/2018/TT-VPCP)', 'Mẫu số 03, Phụ lục I (Thông tư số 03/2025/TT-VPCP)'],
    ['apology', 'Mẫu số 04 (Thông tư số 01/2018/TT-VPCP)', 'Mẫu số 04, Phụ lục I (Thông tư số 03/2025/TT-VPCP)'],
    ['stopNotice', '', 'Mẫu số 05, Phụ lục I (Thông tư số 03/2025/TT-VPCP)'],
    ['controlSheet', 'Mẫu số 05 (Thông tư số 01/2018/TT-VPCP)', 'Mẫu số 06, Phụ lục I (Thông tư số 03/2025/TT-VPCP)'],
    ['register', 'Mẫu số 06 (Thông tư số 01/2018/TT-VPCP)', 'Mẫu số 07, Phụ lục I (Thông tư số 03/2025/TT-VPCP)'],
    ['feeReceipt', '', ''],
  ] as const)('%s', (form, old, current) => {
    expect(formReference(form, 'TT01-2018')).toBe(old);
    expect(formReference(form, 'TT03-2025')).toBe(current);
  });

  it('stand in the foot of each page', () => {
    const { controlSheet } = buildFormFills({ formSet: 'TT01-2018' });
    expect(buildForm(formCatalogue.controlSheet, controlSheet).footer).toBe('Mẫu số 05 (Thông tư số 01/2018/TT-VPCP)');
  });
});
