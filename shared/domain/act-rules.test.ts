import { describe, expect, it } from 'vitest';
import { buildDelegation, buildOfficer, MORNING } from '../../tests/support/builders';
import { checkApproval } from './approval';
import { embeddedActRules, findActRules } from './act-rules';
import { checkDelegation } from './delegation';
import { embeddedRules } from './rule-set';

const DAY = '2026-11-20';

describe('findActRules', () => {
  it('gives what is inside the program when the rules name nothing', () => {
    expect(findActRules({ rules: embeddedRules, units: new Map() }, DAY)).toEqual(embeddedActRules);
  });

  it('takes counts, rights and levels from the rules, each from its day on', () => {
    const rules = {
      ...embeddedRules,
      supplementsAllowed: 0,
      extensionsAllowed: 2,
      permissions: [{ role: 'unitAdmin' as const, permissions: ['print' as const], validFrom: DAY }],
      approvals: [{ act: 'refund' as const, level: 'block' as const, validFrom: '2026-11-21' }],
    };
    const found = findActRules({ rules, units: new Map() }, DAY);
    expect([found.supplementsAllowed, found.extensionsAllowed]).toEqual([0, 2]);
    expect([...found.sets.unitAdmin]).toEqual(['print']);
    expect([found.levels.refund, findActRules({ rules, units: new Map() }, '2026-11-21').levels.refund]).toEqual([
      'defer',
      'block',
    ]);
  });
});

describe('rules of a province', () => {
  const officer = buildOfficer();
  const leader = buildOfficer('supervisor');
  const rules = { ...embeddedActRules, levels: { ...embeddedActRules.levels, refund: 'block' as const } };

  it('turn a deferred approval into one that blocks', () => {
    const question = { act: 'refund', actor: officer, officers: [officer, leader] } as const;
    const approval = { kind: 'deferred', reason: 'lãnh đạo đi họp' } as const;
    expect(checkApproval({ ...question, approval })).toEqual({ ok: true, value: null });
    expect(checkApproval({ ...question, approval, rules })).toEqual({ ok: false, error: { kind: 'mustBeImmediate' } });
  });

  it('take the word away from whoever may no longer approve', () => {
    const sets = { ...embeddedActRules.sets, supervisor: embeddedActRules.sets.intakeOfficer };
    const question = { act: 'refund', officers: [officer, leader], rules: { ...rules, sets } } as const;
    const approval = { kind: 'immediate', approverId: leader.officerId } as const;
    expect(checkApproval({ ...question, actor: officer, approval })).toEqual({
      ok: false,
      error: { kind: 'mayNotApprove' },
    });
    expect(checkApproval({ ...question, actor: leader, approval: undefined })).toEqual({
      ok: false,
      error: { kind: 'approvalMissing' },
    });
  });
});

describe('a delegation to a unit that was merged', () => {
  const act = (day: string, unitId: string) => ({
    officer: buildOfficer('postalOfficer', { delegation: buildDelegation({ unitId: 'H41.26' }) }),
    kind: 'DossierReceived',
    procedureCode: null,
    unitId,
    at: MORNING,
    happenedAt: MORNING,
    units: new Map([
      ['H41.26', { id: 'H41.26', succession: { unitId: 'H41.30', from: day, act: 'NQ 1' } }],
      ['H41.30', { id: 'H41.30' }],
    ]),
  });

  it('holds for the successor and for the old unit’s dossiers from the day of the merger on', () => {
    expect(checkDelegation(act(DAY, 'H41.30')).ok).toBe(true);
    expect(checkDelegation(act(DAY, 'H41.26')).ok).toBe(true);
    expect(checkDelegation(act(DAY, 'H41.31'))).toMatchObject({ ok: false, error: { why: 'missing' } });
  });

  it('does not yet hold for the successor on the day before', () => {
    expect(checkDelegation(act('2026-11-21', 'H41.26')).ok).toBe(true);
    expect(checkDelegation(act('2026-11-21', 'H41.30')).ok).toBe(false);
  });
});
