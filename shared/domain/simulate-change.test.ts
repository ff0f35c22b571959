import { describe, expect, it } from 'vitest';
import {
  at,
  buildDeadlineHistory,
  buildDeadlineRules,
  days,
  eightHours,
  officialDays,
} from '../../tests/support/deadline-kit';
import type { CalendarEntry } from './calendar-rows';
import { emptyHistory } from './deadline-history';
import type { DeadlineRules } from './deadline-rules';
import { simulateChange, type RuleChange, type SimulatedDossier } from './simulate-change';
import { buildWorkingCalendar } from './working-calendar';

const rules = buildDeadlineRules();
const dossier = (id: string, changes = {}, own: DeadlineRules = rules): SimulatedDossier => ({
  id,
  history: buildDeadlineHistory(changes),
  rules: own,
});

function withDayOff(day: string): RuleChange {
  const off: CalendarEntry = { day, type: 'off', name: 'bão', provisional: true };
  const rows = { ...officialDays, entries: [...officialDays.entries, off] };
  const calendar = buildWorkingCalendar(rows, eightHours, eightHours);
  return (before) => ({ ...before, calendar });
}

describe('simulateChange', () => {
  it('names the open dossiers a new day off moves, from what to what', () => {
    const later = { receivedAt: at('2026-03-12T15:00'), firstDue: at('2026-03-19T15:00') };
    const { checked, moved } = simulateChange(
      [
        dossier('a'),
        dossier('b', later),
        dossier('ended', { end: { at: at('2026-03-10T09:00'), kind: 'done' } }),
        { id: 'not received', history: emptyHistory, rules },
        dossier('c', { limit: days(2), firstDue: at('2026-03-11T09:00') }),
      ],
      withDayOff('2026-03-12'),
    );
    expect(checked).toBe(3);
    expect(moved.map(({ id, from, to, waitingFor, provisional }) => [id, from, to, waitingFor, provisional])).toEqual([
      ['a', at('2026-03-16T09:00'), at('2026-03-17T09:00'), null, true],
      // Received on the day that becomes a day off: it starts the next morning, and the slip's hour stays.
      ['b', at('2026-03-19T15:00'), at('2026-03-20T07:00'), null, true],
    ]);
    expect(moved[0]?.trace).toContainEqual({ kind: 'daySkipped', day: '2026-03-12', name: 'bão', provisional: true });
  });

  it('moves nobody when a day off is taken away: the slip stays', () => {
    const tet = dossier('a', { receivedAt: at('2026-11-23T09:00'), limit: days(1), firstDue: at('2026-11-25T09:00') });
    const rows = { ...officialDays, entries: officialDays.entries.filter((entry) => entry.day !== '2026-11-24') };
    const calendar = buildWorkingCalendar(rows, eightHours, eightHours);
    expect(simulateChange([tet], (before) => ({ ...before, calendar }))).toEqual({ checked: 1, moved: [] });
  });

  it('says that a dossier waits, so the new date shows only later', () => {
    const waiting = dossier('a', { obligations: [{ notifiedAt: at('2026-03-10T09:00'), fulfilledAt: null }] });
    const { moved } = simulateChange([waiting], withDayOff('2026-03-12'));
    expect(moved[0]?.waitingFor).toEqual({ pause: 'payment', since: at('2026-03-10T09:00') });
  });

  it('answers for a change of rules: limit, pauses, second stage', () => {
    const longer: RuleChange = (before) => ({ ...before, limit: days(7) });
    expect(simulateChange([dossier('a')], longer).moved.map(({ to }) => to)).toEqual([at('2026-03-18T09:00')]);
    const otherUnit: RuleChange = (before) => ({ ...before, limit: { unit: 'calendarDays', amount: 9 } });
    expect(simulateChange([dossier('a')], otherUnit).moved.map(({ to }) => to)).toEqual([at('2026-03-18T09:00')]);
    const paid = dossier('a', {
      obligations: [{ notifiedAt: at('2026-03-10T09:00'), fulfilledAt: at('2026-03-12T09:00') }],
    });
    const staged: RuleChange = (before) => ({ ...before, secondStage: days(10) });
    expect(simulateChange([paid], staged).moved.map(({ from, to }) => [from, to])).toEqual([
      [at('2026-03-18T09:00'), at('2026-03-26T09:00')],
    ]);
  });

  it('keeps the limit a dossier was received under when the change is another one', () => {
    const old = dossier('a', { limit: days(3), firstDue: at('2026-03-12T09:00') });
    expect(simulateChange([old], (before) => ({ ...before }))).toEqual({ checked: 1, moved: [] });
    const sameDay = buildDeadlineRules({ limit: { unit: 'sameDay' } });
    expect(simulateChange([dossier('a', {}, sameDay)], (before) => ({ ...before })).moved).toEqual([]);
  });
});
