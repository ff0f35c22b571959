import { describe, expect, it } from 'vitest';
import { buildDelegation, buildOfficer, MORNING } from '../../tests/support/builders';
import { fromLocal } from '../base/time';
import {
  checkDelegation,
  decideReceptionFacts,
  describeOnBehalf,
  isDelegated,
  warnDelegationEnd,
  type DelegatedAct,
} from './delegation';
import { can } from './permissions';
import { buildWorkingCalendar } from './working-calendar';

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

  it('holds from the first minute of the first day', () => {
    expect(why({ officer: delegated({ validFrom: '2026-11-20' }), happenedAt: fromLocal('2026-11-20', '00:00') })).toBe(
      'ok',
    );
    expect(checkDelegation(act({ unitId: 'H41.99' }))).toEqual({
      ok: false,
      error: { kind: 'delegation', why: 'missing' },
    });
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

  it.each(['FeeCollected', 'FeeCancelled', 'CashCounted', 'CashHandedIn'])(
    'refuses %s when the delegation does not include fees',
    (kind) => {
      expect(why({ officer: delegated({ mayCollectFees: false }), kind })).toBe('fees');
      expect(why({ kind })).toBe('ok');
    },
  );

  it('still lets other acts pass when the delegation does not include fees', () => {
    expect(why({ officer: delegated({ mayCollectFees: false }), kind: 'PaperAttached' })).toBe('ok');
  });

  it('refuses Form 01 but not the consignment slip when the delegation allows no receipt', () => {
    const officer = delegated({ mayIssueReceipt: false });
    expect(why({ officer })).toBe('receipt');
    expect(why({ officer, kind: 'CollectedByPost' })).toBe('ok');
    expect(why({ officer: delegated({ mayIssueReceipt: true }) })).toBe('ok');
  });

  it('refuses Form 02 when the delegation does not let it be signed', () => {
    expect(why({ officer: delegated({ maySignGuidance: false }), kind: 'GuidanceIssued' })).toBe('guidance');
    expect(why({ officer: delegated({ maySignGuidance: false }), kind: 'PaperAttached' })).toBe('ok');
    expect(why({ officer: delegated({ maySignGuidance: true }), kind: 'GuidanceIssued' })).toBe('ok');
    expect(why({ kind: 'GuidanceIssued' })).toBe('ok');
  });

  it('refuses what no delegation can carry, whatever role the postal employee was given', () => {
    for (const role of ['shiftLeader', 'supervisor', 'intakeOfficer'] as const) {
      const officer = buildOfficer(role, { delegation: buildDelegation() });
      expect(why({ officer, kind: 'IntakeRefused' })).toBe('content');
      expect(why({ officer, kind: 'Withdrawn' })).toBe('content');
      expect(why({ officer })).toBe('ok');
      expect(why({ officer, at: fromLocal('2027-01-01', '08:00') })).toBe('ended');
    }
  });

  it('leaves acts of the day to the role', () => {
    expect(why({ kind: 'ShiftOpened' })).toBe('ok');
    expect(why({ kind: 'RegisterClosed' })).toBe('ok');
  });
});

describe('isDelegated', () => {
  it('is true for postal officers and for everybody who carries a delegation', () => {
    const { officerId, name, unitId } = buildOfficer();
    expect(isDelegated({ officerId, name, unitId, role: 'postalOfficer' })).toBe(true);
    expect(isDelegated(buildOfficer('shiftLeader', { delegation: buildDelegation() }))).toBe(true);
    expect(isDelegated(buildOfficer('shiftLeader'))).toBe(false);
  });
});

// Tết 2026 is off from Mon 16/2 to Fri 20/2 (domain notes §5.6), 22/8/2026 is a Saturday worked in exchange for Mon 31/8.
describe('warnDelegationEnd', () => {
  const calendar = buildWorkingCalendar(
    {
      years: [2026],
      entries: [
        ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-08-31'].map((day) => ({
          ...{ day, type: 'off' as const, name: 'nghỉ', provisional: false },
        })),
        { day: '2026-08-22', type: 'working' as const, name: 'làm bù', provisional: false },
      ],
    },
    [{ from: '07:30', to: '11:30' }],
    [{ from: '07:30', to: '11:30' }],
  );
  const left = (validTo: string, day: string) => warnDelegationEnd({ validTo }, day, calendar)?.workingDaysLeft ?? null;

  it('warns ten working days ahead and not eleven', () => {
    expect(left('2026-11-20', '2026-11-06')).toBe(10);
    expect(left('2026-11-20', '2026-11-05')).toBeNull();
    expect(left('2026-11-20', '2026-11-18')).toBe(2);
  });

  it('says 0 on the last day and nothing behind it', () => {
    expect(warnDelegationEnd({ validTo: '2026-11-20' }, '2026-11-20', calendar)).toEqual({
      ...{ workingDaysLeft: 0, lastDay: '2026-11-20' },
    });
    expect(left('2026-11-20', '2026-11-21')).toBeNull();
  });

  it('counts neither Tết nor weekends, but the Saturday that is worked', () => {
    expect(left('2026-02-27', '2026-02-06')).toBe(10);
    expect(left('2026-02-27', '2026-02-05')).toBeNull();
    expect(left('2026-08-22', '2026-08-20')).toBe(2);
  });

  it('is silent when the end is far', () => {
    expect(left('2026-11-20', '2026-10-10')).toBeNull();
    expect(left('2027-11-20', '2026-11-20')).toBeNull();
  });
});

describe('describeOnBehalf', () => {
  it('names unit, employer, number and day of the decision', () => {
    const officer = delegated({ decidedOn: '2025-12-20' });
    expect(describeOnBehalf(officer, 'UBND xã Hoa Sơn')).toEqual({
      unitName: 'UBND xã Hoa Sơn',
      employer: 'Bưu điện tỉnh Nghệ An',
      decisionNo: '15/QĐ-UBND',
      decidedOn: '2025-12-20',
    });
    expect(describeOnBehalf(delegated({}), 'X')?.decidedOn).toBeNull();
  });

  it('says nothing of an official', () => {
    expect(describeOnBehalf(buildOfficer(), 'UBND xã Hoa Sơn')).toBeNull();
  });
});

describe('decideReceptionFacts', () => {
  const unit = 'TTPVHCC xã Hoa Sơn';

  it('keeps employer, channel and place apart: a postal employee at the counter is channel 1', () => {
    expect(decideReceptionFacts(delegated({}), { channel: 'counter' }, unit)).toEqual({
      employer: 'Bưu điện tỉnh Nghệ An',
      byPostEmployee: true,
      channel: 'counter',
      place: unit,
    });
    expect(decideReceptionFacts(buildOfficer(), { channel: 'post', place: 'Bưu cục Khe Lau' }, unit)).toEqual({
      employer: unit,
      byPostEmployee: false,
      channel: 'post',
      place: 'Bưu cục Khe Lau',
    });
  });

  it('takes the delegation before the employer written with the officer', () => {
    const hired = { employer: 'Hợp tác xã' };
    expect(decideReceptionFacts(buildOfficer('intakeOfficer', hired), { channel: 'counter' }, unit).employer).toBe(
      'Hợp tác xã',
    );
    const both = buildOfficer('postalOfficer', hired);
    expect(decideReceptionFacts(both, { channel: 'counter' }, unit).employer).toBe('Bưu điện tỉnh Nghệ An');
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
