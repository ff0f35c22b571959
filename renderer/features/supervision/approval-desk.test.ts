import { describe, expect, it } from 'vitest';
import type { ApprovalRow } from '../../../shared/domain/approval-list';
import { groupApprovals } from './approval-desk';

const row = (actId: string, changes: Partial<ApprovalRow>): ApprovalRow => ({
  ...{ dossierId: 'd', code: 'c', actId, actKind: 'FeeRefunded', why: 'deferred', detail: '', at: 1, pos: 1 },
  ...{ officerId: 'officer', decision: null },
  ...changes,
});

describe('groupApprovals', () => {
  it('shows nobody their own acts as theirs to approve, and decided ones by the word given', () => {
    const word = { at: 2, officerId: 'other', note: 'sai' };
    const rows = [
      row('a', {}),
      row('b', { officerId: 'leader' }),
      row('c', { decision: { ...word, decision: 'returned' } }),
      row('d', { officerId: 'leader', decision: { ...word, decision: 'approved' } }),
    ];
    const groups = groupApprovals(rows, 'leader');
    expect(Object.entries(groups).map(([name, held]) => [name, held.map((one) => one.actId)])).toEqual([
      ['waiting', ['a']],
      ['own', ['b']],
      ['returned', ['c']],
      ['approved', ['d']],
    ]);
  });
});
