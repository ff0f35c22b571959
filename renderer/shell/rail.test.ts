import { describe, expect, it } from 'vitest';
import { roleSchema } from '../../shared/domain/officer';
import { railOf } from './rail';

describe('railOf', () => {
  it.each(roleSchema.options)('offers at most six screens to %s, each with its own key', (role) => {
    const rail = railOf(role);
    expect(rail.length).toBeLessThanOrEqual(6);
    expect(new Set(rail.map((entry) => entry.keys)).size).toBe(rail.length);
  });
  it('shows supervision to whoever may make a report, of his own work at least', () => {
    const hasIt = (role: Parameters<typeof railOf>[0]) => railOf(role).some((entry) => entry.page === 'supervision');
    expect(hasIt('supervisor')).toBe(true);
    expect(hasIt('intakeOfficer')).toBe(true);
    expect(hasIt('unitAdmin')).toBe(false);
  });
});
