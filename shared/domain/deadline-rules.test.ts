import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { at, days, pauseRules } from '../../tests/support/deadline-kit';
import { formatInstant } from '../base/time';
import { decideDeadlineRules, findPosting, type DeadlineChoice } from './deadline-rules';
import { decideIntake } from './intake';
import type { PauseRule } from './pause-rule';
import type { Procedure } from './procedure';
import { buildReference } from './reference';
import { referencePackageSchema, type Reference } from './reference-package';

function readReference(): Reference {
  const packages = ['procedures', 'calendar', 'units'].map((name) => {
    const url = new URL(`../../build/packages/${name}.json`, import.meta.url);
    return referencePackageSchema.parse(JSON.parse(readFileSync(url, 'utf8')));
  });
  const built = buildReference(packages, '2026-03-09');
  if (!built.ok) throw new Error(built.error.kind);
  return built.value;
}

const reference = readReference();

function choose(code: string, changes: Partial<DeadlineChoice> = {}): DeadlineChoice {
  const procedure = reference.procedures.get(code);
  const [procedureCase] = procedure?.cases ?? [];
  const unit = reference.units.get('H41.26');
  if (!procedure || !procedureCase || !unit) throw new Error(code);
  return { procedure, procedureCase, unit, channel: 'counter', ...changes };
}

const posting: PauseRule = {
  kind: 'publicPosting',
  starts: 'DossierReceived',
  ends: 'period',
  whose: 'public',
  days: 15,
  mode: 'addWorkingTime',
  law: 'NĐ 101/2024/NĐ-CP',
  provisional: true,
};

describe('decideDeadlineRules', () => {
  it('takes the limit of the channel and the rule set’s words where procedure and unit have none', () => {
    const chosen = choose('1.004873');
    const { pauses: _pauses, ...procedure } = chosen.procedure;
    const { steps: _steps, ...procedureCase } = chosen.procedureCase;
    const choice = { ...chosen, procedure, procedureCase };
    const limits = { counter: days(3), online: days(2), post: days(4) };
    const own = { ...procedureCase, limits };
    const limitOf = (channel: DeadlineChoice['channel']) =>
      decideDeadlineRules(reference, { ...choice, procedureCase: own, channel }).limit;
    expect([limitOf('counter'), limitOf('online'), limitOf('post')]).toEqual([days(3), days(2), days(4)]);
    const { calendar, limit, pauses, ...rest } = decideDeadlineRules(reference, choice);
    expect(rest).toEqual({
      ...{ secondStage: null, sameDayCutoff: '15:00', dueTime: 'keepHour', early: 'earlierDay', steps: [] },
    });
    expect([calendar.years.size, limit]).toEqual([4, days(3)]);
    expect(pauses.map((rule) => rule.kind)).toEqual(['supplement', 'payment']);
  });

  it('pauses for tax in land procedures only', () => {
    const land = [...reference.procedures.values()].find((procedure) => procedure.field.code === 'dat-dai');
    const kindsOf = (code: string) => decideDeadlineRules(reference, choose(code)).pauses.map((rule) => rule.kind);
    expect(kindsOf(land?.code ?? '')).toEqual(['supplement', 'payment', 'taxDetermination']);
    expect(kindsOf('1.004873')).toEqual(['supplement']);
  });

  it('goes before the rule set with what procedure, case and unit say', () => {
    const choice = choose('1.004873');
    const [supplement] = pauseRules('addCalendarDays');
    if (!supplement) throw new Error('no rule');
    const step = { id: 's', name: 's', unit: 'u', role: 'r', hours: 4 };
    const rules = decideDeadlineRules(reference, {
      ...choice,
      procedure: { ...choice.procedure, pauses: [supplement] },
      procedureCase: { ...choice.procedureCase, secondStage: days(2), steps: [step] },
      unit: { ...choice.unit, dueTime: 'endOfDay' },
    });
    expect([rules.pauses, rules.secondStage, rules.dueTime, rules.steps]).toEqual([
      [supplement],
      days(2),
      'endOfDay',
      [step],
    ]);
  });

  it('finds the posting that begins with the reception only', () => {
    expect(findPosting({ pauses: [...pauseRules('restart'), posting] })).toEqual(posting);
    expect(findPosting({ pauses: pauseRules('restart') })).toBeUndefined();
  });
});

describe('decideIntake under those rules', () => {
  const choice = choose('1.004873');

  function promise(procedure: Procedure, unit = choice.unit): string {
    const decided = decideIntake({
      intake: { procedureCode: procedure.code, caseId: choice.procedureCase.id, channel: 'counter' },
      at: at('2026-03-09T09:10'),
      reference: {
        ...reference,
        procedures: new Map([[procedure.code, procedure]]),
        units: new Map([[unit.id, unit]]),
      },
      unitId: unit.id,
    });
    return decided.ok ? formatInstant(decided.value.appointment.promisedAt ?? 0) : decided.error.kind;
  }

  it('promises by the unit’s due time, its own days and the posting of the procedure', () => {
    const { procedure, unit } = choice;
    expect(promise(procedure)).toBe('09:10 12/03/2026');
    expect(promise(procedure, { ...unit, dueTime: 'endOfSession' })).toBe('11:30 12/03/2026');
    const closed = { day: '2026-03-11', name: 'x', decisionNo: 'y', workingTime: [], openingHours: [] };
    expect(promise(procedure, { ...unit, localDays: [closed] })).toBe('09:10 13/03/2026');
    expect(promise({ ...procedure, pauses: [posting] })).toBe('09:10 27/03/2026');
  });
});
