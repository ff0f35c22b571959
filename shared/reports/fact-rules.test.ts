import { describe, expect, it, vi } from 'vitest';
import { createBuilders } from '../../tests/support/builders';
import { at, officialDays } from '../../tests/support/deadline-kit';
import { sampleUnit } from '../../tests/support/form-samples';
import { buildProcedure } from '../../tests/support/procedures';
import { foldDossier } from '../domain/dossier-state';
import type { Reference } from '../domain/reference-package';
import { embeddedRules } from '../domain/rule-set';
import { createFactRules } from './fact-rules';

const unit = sampleUnit();
const reference: Reference = {
  procedures: new Map([['1.001193', buildProcedure()]]),
  calendar: officialDays,
  units: new Map([[unit.id, unit]]),
  rules: embeddedRules,
  versions: { procedures: '1', calendar: '1', units: '1', rules: 'embedded' },
  provisional: true,
};

function receive(procedureCode: string, time = '2026-03-09T09:00') {
  const make = createBuilders(2);
  const dossierId = make.id();
  const subject = { type: 'dossier', id: dossierId } as const;
  const action = make.action('DossierReceived', { subject, at: at(time), happenedAt: at(time) }, { procedureCode });
  return foldDossier({ dossierId, actions: [action], receipts: new Map() });
}

describe('createFactRules', () => {
  it('puts the rules together once for dossiers that share them', () => {
    const onDay = vi.fn(() => reference);
    const rules = createFactRules({ now: reference, onDay });
    const first = rules.rulesOf(receive('1.001193'));
    expect(first?.limit).toEqual({ unit: 'workingDays', amount: 2 });
    expect(rules.rulesOf(receive('1.001193'))).toBe(first);
    expect(onDay).toHaveBeenCalledTimes(1);
    rules.rulesOf(receive('1.001193', '2026-03-10T09:00'));
    expect(onDay).toHaveBeenCalledTimes(2);
  });

  it('knows no rules for a procedure that is not held here', () => {
    const rules = createFactRules({ now: reference, onDay: () => undefined });
    expect(rules.rulesOf(receive('9.999999'))).toBeNull();
    expect(rules.rulesOf(receive('9.999999'))).toBeNull();
  });

  it('runs the acceptance clock by the hours of the unit, and none for an unknown unit', () => {
    const rules = createFactRules({ now: reference, onDay: () => reference });
    // Eight working hours from 09:00: until 09:00 of the next working day.
    expect(rules.acceptanceDueOf(at('2026-03-09T09:00'), unit.id)).toBe(at('2026-03-10T09:00'));
    expect(rules.acceptanceDueOf(at('2026-03-13T09:00'), unit.id)).toBe(at('2026-03-16T09:00'));
    expect(rules.acceptanceDueOf(at('2026-03-09T09:00'), 'H99')).toBeNull();
  });
});
