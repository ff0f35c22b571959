import { describe, expect, it } from 'vitest';
import { buildDelegation, buildOfficer, MORNING } from '../../tests/support/builders';
import { fromLocal } from '../base/time';
import { checkDelegation, type DelegatedAct } from './delegation';
import { can } from './permissions';

function act(parts: Partial<DelegatedAct> = {}): DelegatedAct {
  return {
    officer: buildOfficer('postalOfficer'),
    kind: 'DossierReceived',
    unitId: 'H41.26',
    procedureCode: '1.001193',
    at: MORNING,
    happenedAt: MORNING,
    ...parts,
  };
}

function delegated(parts: Parameters<typeof buildDelegation>[0]) {
  return buildOfficer('postalOfficer', { delegation: buildDelegation(parts) });
}

function why(parts: Partial<DelegatedAct>): string {
  const result = checkDelegation(act(parts));
  return result.ok ? 'ok' : result.error.why;
}

describe('checkDelegation', () => {
  it('allows a postal officer when unit, procedure and days are covered', () => {
    expect(checkDelegation(act())).toEqual({ ok: true, value: null });
  });

  it('asks nothing when the officer is an official of the unit', () => {
    expect(why({ officer: buildOfficer('intakeOfficer') })).toBe('ok');
  });

  it('refuses when there is no delegation or it is for another unit', () => {
    const { officerId, name, unitId } = buildOfficer('postalOfficer');
    expect(why({ officer: { officerId, name, unitId, role: 'postalOfficer' } })).toBe('missing');
    expect(why({ unitId: 'H41.99' })).toBe('missing');
  });

  it('holds through the whole last day and refuses from the day after', () => {
    const officer = delegated({ validTo: '2026-11-20' });
    const lastMinute = fromLocal('2026-11-20', '23:59');
    expect(why({ officer, at: lastMinute, happenedAt: lastMinute })).toBe('ok');
    const nextDay = fromLocal('2026-11-21', '00:00');
    expect(why({ officer, at: nextDay, happenedAt: lastMinute })).toBe('ended');
  });

  it('refuses when the legal day lies before the first day', () => {
    expect(why({ officer: delegated({ validFrom: '2026-11-20' }), happenedAt: fromLocal('2026-11-19', '16:00') })).toBe(
      'notStarted',
    );
  });

  it('refuses a procedure when the list does not name it, but not one that is unknown yet', () => {
    const officer = delegated({ procedures: ['2.000815'] });
    expect(why({ officer })).toBe('procedure');
    expect(why({ officer, procedureCode: '2.000815' })).toBe('ok');
    expect(why({ officer, procedureCode: null, unitId: null })).toBe('ok');
  });

  it('refuses taking money when the delegation does not include fees', () => {
    const officer = delegated({ mayCollectFees: false });
    expect(why({ officer, kind: 'FeeCollected' })).toBe('fees');
    expect(why({ officer, kind: 'PaperAttached' })).toBe('ok');
  });
});

describe('can', () => {
  it('keeps decisions on content from postal officers and lets them receive, scan, collect and return', () => {
    for (const permission of ['receive', 'attach', 'collectFee', 'returnOutcome'] as const) {
      expect(can('postalOfficer', permission)).toBe(true);
    }
    for (const permission of ['acceptOnline', 'requestSupplement', 'withdraw', 'closeRegister'] as const) {
      expect(can('postalOfficer', permission)).toBe(false);
    }
  });

  it('gives what only the server writes to no role', () => {
    for (const role of ['intakeOfficer', 'postalOfficer', 'supervisor'] as const) {
      expect(can(role, 'system')).toBe(false);
    }
  });

  it('leaves closing the register to the supervisor', () => {
    expect(can('supervisor', 'closeRegister')).toBe(true);
    expect(can('intakeOfficer', 'closeRegister')).toBe(false);
  });
});
