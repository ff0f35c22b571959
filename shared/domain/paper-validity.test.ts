import { describe, expect, it } from 'vitest';
import { findInvalidity, lastValidDay, type ValidityQuestion } from './paper-validity';

function ask(parts: Partial<ValidityQuestion>, day: string) {
  return findInvalidity(
    { validity: { kind: 'forever' }, issuedOn: '2026-01-10', knownOn: '2026-01-20', replaced: false, ...parts },
    day,
  );
}

describe('lastValidDay', () => {
  it('counts calendar days from the issue day, over month and year ends', () => {
    expect(lastValidDay('2026-01-10', 180)).toBe('2026-07-09');
    expect(lastValidDay('2027-12-31', 1)).toBe('2028-01-01');
  });
});

describe('findInvalidity', () => {
  it('refuses a paper without a rule', () => {
    expect(ask({ validity: undefined }, '2026-02-01')).toBe('noRule');
  });

  it('refuses a day before the paper was known or issued, and takes that day itself', () => {
    expect(ask({}, '2026-01-19')).toBe('notYet');
    expect(ask({}, '2026-01-20')).toBeNull();
    expect(ask({ issuedOn: '2026-03-01' }, '2026-02-28')).toBe('notYet');
    expect(ask({ issuedOn: '2026-03-01' }, '2026-03-01')).toBeNull();
    expect(ask({ issuedOn: null }, '2026-01-20')).toBeNull();
  });

  it('takes a paper for ever, replaced or not', () => {
    expect(ask({ replaced: true }, '2099-01-01')).toBeNull();
  });

  it('takes a paper with days until its last day included', () => {
    const validity = { kind: 'days' as const, days: 180 };
    expect(ask({ validity }, '2026-07-09')).toBeNull();
    expect(ask({ validity }, '2026-07-10')).toBe('expired');
    expect(ask({ validity, issuedOn: null }, '2026-02-01')).toBe('noIssueDay');
  });

  it('takes a paper until it is replaced', () => {
    expect(ask({ validity: { kind: 'untilReplaced' } }, '2030-01-01')).toBeNull();
    expect(ask({ validity: { kind: 'untilReplaced' }, replaced: true }, '2030-01-01')).toBe('replaced');
  });
});
