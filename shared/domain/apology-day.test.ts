import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, buildDeadlineRules, officialCalendar as calendar, pauseRules } from '../../tests/support/deadline-kit';
import { fiveDays, ownUnits, received, typeHistory, type TypedAct } from '../../tests/support/overdue-kit';
import { toLocalDay, type Instant } from '../base/time';
import { decideApology, type ApologyInput } from './apology';
import { buildApologyDay, countApologies } from './apology-day';
import { decideAppointment } from './appointment';
import { embeddedRules } from './rule-set';
import { describeDay } from './working-calendar';
import { addDays, atTimeOfDay } from './working-calendar-days';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

const rules = buildDeadlineRules({
  pauses: pauseRules('addWorkingTime').filter((rule) => rule.kind !== 'publicPosting'),
});
const NOW = at('2026-03-16T08:00');

function input(acts: readonly TypedAct[], now: Instant = NOW): ApologyInput {
  return { state: typeHistory(acts).state, rules, ruleSet: embeddedRules, ownUnits, now };
}

const land: TypedAct = { ...received, payload: { appointment: fiveDays, handlingUnit: 'Chi nhánh đất đai' } };
const print = (form: string): TypedAct => ({ kind: 'FormPrinted', at: '2026-03-13T08:00', payload: { form } });
const sign: TypedAct = {
  kind: 'ApologyIssued',
  at: '2026-03-13T09:00',
  payload: { newPromise: at('2026-03-20T09:00') },
  name: 'apology',
};
const deliver = (time = '2026-03-13T15:00'): TypedAct => ({
  kind: 'ApologyDelivered',
  at: time,
  names: ['apologyId', 'apology'],
});
const done = (time: string): TypedAct => ({ kind: 'OutcomeReady', at: time });
/** Due on the 13th: late at `NOW`. */
const earlier: TypedAct = {
  ...received,
  at: '2026-03-06T09:00',
  payload: { ...received.payload, appointment: { ...fiveDays, legalDue: at('2026-03-13T09:00') } },
};

describe('buildApologyDay', () => {
  it.each([
    ['toDraft', [received], NOW],
    ['toSign', [received, print('apology')], NOW],
    ['toDeliver', [received, sign], NOW],
    ['toRemind', [land], NOW],
    ['awaitingLetter', [land, print('handlingReminder')], NOW],
    ['lateWithout', [earlier], NOW],
    ['promiseBroken', [received, sign, deliver()], at('2026-03-20T09:01')],
    [null, [received, sign, deliver()], NOW],
    [null, [received], at('2026-03-12T09:00')],
    [null, [earlier, done('2026-03-13T10:00')], NOW],
    [null, [received, { kind: 'SupplementRequested', at: '2026-03-13T10:00' }], NOW],
  ] as const)('puts it into one list: %s', (list, acts, now) => {
    const given = input(acts as readonly TypedAct[], now);
    const day = buildApologyDay([given]);
    const filled = Object.entries(day).filter(([, rows]) => (rows as readonly unknown[]).length > 0);
    expect(filled.map(([name]) => name)).toEqual(list === null ? [] : [list]);
  });

  it('shows the dossier with its due time and standing', () => {
    const given = input([received, sign]);
    expect(buildApologyDay([given]).toDeliver).toEqual([
      {
        dossierId: given.state.dossierId,
        code: given.state.code,
        handlingUnit: 'UBND xã Hoa Sơn',
        due: at('2026-03-16T09:00'),
        standing: decideApology(given),
      },
    ]);
    expect(buildApologyDay([input([received])]).toDraft[0]?.due).toBe(at('2026-03-16T09:00'));
  });

  it('puts the earliest due first, then by id', () => {
    const late = input([earlier]);
    const other = { ...late, state: { ...late.state, dossierId: 'b' } };
    const another = { ...late, state: { ...late.state, dossierId: 'a' } };
    const dueBefore = { ...fiveDays, legalDue: at('2026-03-12T09:00') };
    const earliest = input([
      { ...earlier, at: '2026-03-05T09:00', payload: { ...earlier.payload, appointment: dueBefore } },
    ]);
    const moved = { ...earliest, state: { ...earliest.state, dossierId: 'z' } };
    const rows = buildApologyDay([other, moved, another]).lateWithout;
    expect(rows.map((row) => row.dossierId)).toEqual(['z', 'a', 'b']);
  });
});

describe('countApologies', () => {
  it('counts only what was delivered', () => {
    const dossiers = [
      input([received]),
      input([received, sign]),
      input([received, sign, deliver()]),
      input([earlier, { ...sign, at: '2026-03-13T10:00' }, deliver('2026-03-13T15:00')]),
      input([earlier, sign]),
      input([earlier, done('2026-03-13T10:00')]),
      input([received, done('2026-03-12T10:00')]),
    ];
    expect(countApologies(dossiers)).toEqual({ owed: 4, delivered: 2, deliveredBeforeDue: 1, lateWithout: 2 });
    expect(countApologies([])).toEqual({ owed: 0, delivered: 0, deliveredBeforeDue: 0, lateWithout: 0 });
  });
});

/** What becomes of a dossier in the office below. */
const fate = fc.record({
  day: fc.integer({ min: 0, max: 12 }),
  minute: fc.integer({ min: 0, max: 200 }),
  /** Working days of handling; 99: never. */
  takes: fc.constantFrom(1, 2, 3, 99),
  pausedAfter: fc.constantFrom(null, null, 1),
});
type Fate = typeof fate extends fc.Arbitrary<infer F> ? F : never;

/** Working mornings from Monday 2/2/2026 on, over Tết (16–20/2), 30 days. */
const mornings = Array.from({ length: 30 }, (_, count) => addDays('2026-02-02', count)).filter(
  (day) => describeDay(calendar, day).works,
);

function buildFate({ day, minute, takes, pausedAfter }: Fate) {
  const receivedAt = atTimeOfDay(mornings[day] ?? '2026-02-02', 7 * 3_600_000 + minute * 60_000);
  const appointment = decideAppointment({ limit: rules.limit, receivedAt, calendar, rules });
  const stamp = (of: Instant): string => new Date(of + 7 * 3_600_000).toISOString().slice(0, 16);
  const first: TypedAct = {
    kind: 'DossierReceived',
    at: stamp(receivedAt),
    payload: { ...received.payload, appointment },
  };
  const later = (count: number): string => `${mornings[day + count] ?? '2026-03-03'}T15:00`;
  const acts = [first];
  if (pausedAfter !== null) acts.push({ kind: 'SupplementRequested', at: later(pausedAfter) });
  // The limit is five days: who takes 99 is late.
  else if (takes < 99) acts.push(done(later(takes)));
  return { acts, due: appointment.legalDue ?? 0, late: pausedAfter === null && takes === 99 };
}

describe('thirty days over Tết, the leader signing every evening', () => {
  // Features 3-3: exactly one letter per dossier that will be late, none for paused ones, none twice.
  it('gives every late dossier exactly one letter, before its date, and nobody else any', () => {
    fc.assert(
      fc.property(fate, (chosen) => {
        const { acts, due, late } = buildFate(chosen);
        const letters: Instant[] = [];
        const [first] = acts;
        const letter: TypedAct = { ...sign, at: first?.at ?? '', payload: { newPromise: due + 30 * 86_400_000 } };
        const unsigned = input(acts);
        const signed = input([...acts, letter, { ...deliver(), at: letter.at }]);
        // What happens later is in the history already: a leader of that morning must not see it.
        const until = addDays(toLocalDay(due), 2);
        for (const day of mornings.filter((one) => one >= letter.at.slice(0, 10) && one <= until)) {
          const given = letters.length > 0 ? signed : unsigned;
          const now = at(`${day}T07:00`);
          if (buildApologyDay([{ ...given, now }]).toDraft.length > 0) letters.push(now);
        }
        if (toLocalDay(due) > (mornings.at(-1) ?? '')) return;
        expect(letters).toHaveLength(late ? 1 : 0);
        for (const at of letters) expect(toLocalDay(at) < toLocalDay(due)).toBe(true);
      }),
      PROPERTY_RUNS,
    );
  }, 60_000);
});
