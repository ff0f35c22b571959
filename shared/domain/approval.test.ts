import { describe, expect, it } from 'vitest';
import { buildOfficer } from '../../tests/support/builders';
import { fromLocal } from '../base/time';
import type { Approval } from './actions/action-parts';
import { approvalLevels, checkApproval, listDeferred, type ApprovedAct } from './approval';
import type { DeferredApproval } from './dossier-records';

const officer = buildOfficer();
const leader = buildOfficer('supervisor');
const shiftLeader = buildOfficer('shiftLeader');
const officers = [officer, leader, shiftLeader, buildOfficer('postalOfficer')];

function check(act: ApprovedAct, approval?: Approval, actor = officer): string {
  const result = checkApproval({ act, actor, approval, officers });
  return result.ok ? 'ok' : result.error.kind;
}
const by = (approverId: string): Approval => ({ kind: 'immediate', approverId });
const deferred = (reason: string): Approval => ({ kind: 'deferred', reason });

describe('approvalLevels', () => {
  // Counter reality §1.13: "only a second extension, an over-age back entry and a fee cancellation after cash hand-in block".
  it('lets only three acts block, and asks no approver for a reprint', () => {
    expect(approvalLevels).toEqual({
      secondExtension: 'block',
      oldBackEntry: 'block',
      cancelAfterHandIn: 'block',
      secondSupplement: 'defer',
      refund: 'defer',
      feeWaiver: 'defer',
      lostSlip: 'defer',
      reprint: 'reason',
    });
  });
});

describe('checkApproval', () => {
  it('takes the word of somebody else who may approve', () => {
    expect(check('secondExtension', by(leader.officerId))).toBe('ok');
    expect(check('refund', by(shiftLeader.officerId))).toBe('ok');
  });

  it('refuses the own word, an unknown name and somebody without the permission', () => {
    expect(check('refund', by(officer.officerId))).toBe('ownApproval');
    expect(check('refund', by('nobody'))).toBe('unknownApprover');
    expect(check('refund', by('demo-postalOfficer'))).toBe('mayNotApprove');
  });

  it('lets acts go on with a reason when nobody is there, but not those that block', () => {
    expect(check('refund', deferred('lãnh đạo đi họp'))).toBe('ok');
    expect(check('refund', deferred('  '))).toBe('reasonMissing');
    expect(check('secondExtension', deferred('lãnh đạo đi họp'))).toBe('mustBeImmediate');
  });

  it('wants an approval when there is none', () => {
    expect(check('lostSlip')).toBe('approvalMissing');
    expect(check('oldBackEntry')).toBe('approvalMissing');
  });

  it('asks nobody for a reprint, and no second person of a leader', () => {
    expect(check('reprint')).toBe('ok');
    expect(check('cancelAfterHandIn', undefined, leader)).toBe('ok');
    expect(check('cancelAfterHandIn', undefined, shiftLeader)).toBe('ok');
    expect(check('cancelAfterHandIn', undefined, buildOfficer('unitAdmin'))).toBe('approvalMissing');
  });
});

describe('listDeferred', () => {
  const act = (actionId: string, at: number, officerId = 'a'): DeferredApproval => ({
    ...{ actionId, at, officerId, deviceId: 'M01', kind: 'FeeRefunded', reason: 'lãnh đạo đi họp' },
  });
  const dossier = (dossierId: string, deferredApprovals: DeferredApproval[]) => ({
    dossierId,
    code: `C-${dossierId}`,
    deferredApprovals,
  });

  it('lists the day by time over all dossiers and marks the leader’s own acts', () => {
    const at = (time: string) => fromLocal('2026-11-20', time);
    const rows = listDeferred(
      [
        dossier('d1', [act('late', at('23:59')), act('before', at('00:00') - 1), act('after', at('23:59') + 60_000)]),
        dossier('d2', [act('own', at('00:00'), 'leader')]),
        dossier('d3', []),
      ],
      '2026-11-20',
      'leader',
    );
    expect(rows.map((row) => [row.actionId, row.own])).toEqual([
      ['own', true],
      ['late', false],
    ]);
    expect(rows[1]).toEqual({
      ...{ dossierId: 'd1', code: 'C-d1', actionId: 'late', kind: 'FeeRefunded', reason: 'lãnh đạo đi họp' },
      ...{ at: at('23:59'), officerId: 'a', own: false },
    });
  });

  it('orders acts of one instant by their id', () => {
    const noon = fromLocal('2026-11-20', '12:00');
    const rows = (first: string, second: string) =>
      listDeferred([dossier('d', [act(first, noon), act(second, noon)])], '2026-11-20', 'x').map((row) => row.actionId);
    expect([rows('a', 'b'), rows('b', 'a')]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });
});
