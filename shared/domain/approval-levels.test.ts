import { describe, expect, it } from 'vitest';
import { approvalLevels, approvalRowSchema, findApprovalLevels, type ApprovalRow } from './approval-levels';

describe('findApprovalLevels', () => {
  const row = (validFrom: string, level: ApprovalRow['level']): ApprovalRow => ({ act: 'refund', level, validFrom });
  const rows = [row('2026-03-01', 'block'), row('2026-01-01', 'reason'), row('2026-03-01', 'defer')];
  const on = (day: string) => findApprovalLevels(rows, day).refund;

  it('keeps the levels of the program when no row has begun, and for acts without a row', () => {
    expect(findApprovalLevels(rows, '2025-12-31')).toEqual(approvalLevels);
    expect(findApprovalLevels(rows, '2026-01-01')).toEqual({ ...approvalLevels, refund: 'reason' });
  });

  it('takes the latest row that has begun, of one day the later in the list', () => {
    expect([on('2026-01-01'), on('2026-02-28'), on('2026-03-01')]).toEqual(['reason', 'reason', 'defer']);
    expect(findApprovalLevels(rows.slice(0, 2), '2026-03-01').refund).toBe('block');
  });

  it('knows no act or level of its own making', () => {
    expect(approvalRowSchema.safeParse({ act: 'lunch', level: 'block', validFrom: '2026-01-01' }).success).toBe(false);
    expect(approvalRowSchema.safeParse({ act: 'refund', level: 'ask', validFrom: '2026-01-01' }).success).toBe(false);
  });
});
