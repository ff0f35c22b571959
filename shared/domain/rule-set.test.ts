import { describe, expect, it } from 'vitest';
import { pauseRules } from '../../tests/support/deadline-kit';
import { pauseRuleSchema } from './pause-rule';
import { embeddedRules, findRulesInForce, ruleSetSchema } from './rule-set';

describe('embedded rules', () => {
  it('are a valid rule set, marked provisional, with the values of the notes', () => {
    expect(ruleSetSchema.parse(embeddedRules)).toEqual(embeddedRules);
    expect({ ...embeddedRules, pauses: undefined, source: undefined }).toEqual({
      validFrom: '2018-06-21',
      sameDayCutoff: '15:00',
      dueTime: 'keepHour',
      acceptanceHours: 8,
      early: 'earlierDay',
      supplementsAllowed: 1,
      extensionsAllowed: 1,
      provisional: ['dueTime', 'pauses', 'acceptanceHours', 'early', 'supplementsAllowed', 'extensionsAllowed'],
    });
    expect(embeddedRules.source).toContain('chưa đối chiếu');
  });

  // Domain notes §5.3, counter notes §1, 11: nothing else pauses, above all not another agency's time.
  it('pause for supplement, payment and, in land, tax determination; for nothing else', () => {
    expect(embeddedRules.pauses.map((rule) => [rule.kind, rule.mode, rule.whose, rule.onlyFields])).toEqual([
      ['supplement', 'restart', 'citizen', undefined],
      ['payment', 'addWorkingTime', 'citizen', undefined],
      ['taxDetermination', 'addWorkingTime', 'taxAuthority', ['dat-dai']],
    ]);
    expect(embeddedRules.pauses.every((rule) => rule.provisional && rule.law.startsWith('NĐ '))).toBe(true);
  });
});

describe('pauseRuleSchema', () => {
  it.each(pauseRules('restart').map((rule) => [rule.kind, rule] as const))('knows %s', (_kind, rule) => {
    expect(pauseRuleSchema.parse(rule)).toEqual(rule);
  });

  it('refuses any other reason, event or a posting without days', () => {
    const [supplement] = pauseRules('restart');
    const other = { ...supplement, kind: 'otherAgency' };
    expect(pauseRuleSchema.safeParse(other).success).toBe(false);
    expect(pauseRuleSchema.safeParse({ ...supplement, starts: 'Forwarded' }).success).toBe(false);
    expect(pauseRuleSchema.safeParse({ ...supplement, law: '' }).success).toBe(false);
    const posting = { ...pauseRules('restart')[3], days: 0 };
    expect(pauseRuleSchema.safeParse(posting).success).toBe(false);
  });
});

describe('findRulesInForce', () => {
  const from = (validFrom: string) => ({ ...embeddedRules, validFrom });

  it.each([
    ['2024-12-31', undefined],
    ['2025-01-01', '2025-01-01'],
    ['2025-06-30', '2025-01-01'],
    ['2025-07-01', '2025-07-01'],
    ['2030-01-01', '2025-07-01'],
  ])('takes the newest that has begun on %s', (day, validFrom) => {
    const rows = [from('2025-07-01'), from('2025-01-01')];
    expect(findRulesInForce(rows, day)?.validFrom).toBe(validFrom);
    expect(findRulesInForce([...rows].reverse(), day)?.validFrom).toBe(validFrom);
  });

  it('takes the later row of one day', () => {
    const second = { ...from('2025-01-01'), acceptanceHours: 4 };
    expect(findRulesInForce([from('2025-01-01'), second], '2025-02-01')?.acceptanceHours).toBe(4);
  });
});
