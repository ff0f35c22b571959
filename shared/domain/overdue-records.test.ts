import { describe, expect, it } from 'vitest';
import { at, officialCalendar as calendar } from '../../tests/support/deadline-kit';
import { received, typeHistory, type TypedAct } from '../../tests/support/overdue-kit';
import { formatInstant, type Instant } from '../base/time';
import type { TimelineEntry } from './dossier-shape';
import {
  buildEvidence,
  earliestTime,
  explainUnseen,
  findArrival,
  findEntry,
  hasMissingActs,
  isTimeDoubted,
  latestTime,
} from './overdue-records';

const ASOF = at('2026-04-01T09:00');

function entryOf(act: TypedAct, before: readonly TypedAct[] = [received]) {
  const { state, ids } = typeHistory([...before, act]);
  const entry = findEntry(state, ids[act.kind] ?? '');
  if (!entry) throw new Error('no such act');
  return { state, entry };
}

const ready = (parts: Partial<TypedAct> = {}): TypedAct => ({ kind: 'OutcomeReady', at: '2026-03-13T10:00', ...parts });
const quarantined = { type: 'quarantined', cause: 'malformed', whoActs: 'unitAdmin' } as const;
const dateDoubt = { type: 'acceptedWithIssue', cause: 'dateDoubt', whoActs: 'supervisor' } as const;

describe('findArrival', () => {
  it.each([
    ['at once', ready(), ASOF, { kind: 'arrived', at: at('2026-03-13T10:00') }],
    ['later', ready({ arrival: '2026-03-20T10:00' }), ASOF, { kind: 'arrived', at: at('2026-03-20T10:00') }],
    ['on the instant', ready({ arrival: '2026-04-01T09:00' }), ASOF, { kind: 'arrived', at: ASOF }],
    ['after the question', ready({ arrival: '2026-04-01T09:01' }), ASOF, { kind: 'missing' }],
    ['never', ready({ arrival: null }), ASOF, { kind: 'missing' }],
    ['with an issue', ready({ verdict: dateDoubt }), ASOF, { kind: 'arrived', at: at('2026-03-13T10:00') }],
    [
      'set aside',
      ready({ verdict: quarantined }),
      ASOF,
      { kind: 'refused', at: at('2026-03-13T10:00'), verdict: 'malformed' },
    ],
    [
      'refused',
      ready({ verdict: { type: 'refused', cause: 'permission', whoActs: 'officer' } }),
      ASOF,
      { kind: 'refused', at: at('2026-03-13T10:00'), verdict: 'permission' },
    ],
  ] as const)('%s', (_what, act, asOf, arrival) => {
    expect(findArrival(entryOf(act).entry, asOf)).toEqual(arrival);
  });
});

describe('times in doubt', () => {
  const doubted = { clockDoubt: true } as const;

  it('come from the device or from the province', () => {
    expect(isTimeDoubted(entryOf(ready()).entry)).toBe(false);
    expect(isTimeDoubted(entryOf(ready({ arrival: null })).entry)).toBe(false);
    expect(isTimeDoubted(entryOf(ready({ verdict: quarantined })).entry)).toBe(false);
    expect(isTimeDoubted(entryOf(ready({ parts: doubted })).entry)).toBe(true);
    expect(isTimeDoubted(entryOf(ready({ verdict: dateDoubt })).entry)).toBe(true);
  });

  const handed: TypedAct = { kind: 'HandedOver', at: '2026-03-10T10:00', arrival: '2026-03-11T10:00' };
  const early = (act: TypedAct): string => {
    const { state, entry } = entryOf(act, [received, handed]);
    return formatInstant(earliestTime(state, entry));
  };

  it('are its own time, or that of the receipt when the clock ran ahead', () => {
    expect(early(ready())).toBe('10:00 13/03/2026');
    expect(early(ready({ arrival: null }))).toBe('10:00 13/03/2026');
    expect(early(ready({ arrival: '2026-03-12T08:00' }))).toBe('08:00 12/03/2026');
  });

  it('of a doubted act reach back to what its author had seen, never beyond its own time', () => {
    expect(early(ready({ parts: { ...doubted, base: 1 } }))).toBe('09:00 09/03/2026');
    expect(early(ready({ parts: { ...doubted, base: 2 } }))).toBe('10:00 11/03/2026');
    expect(early(ready({ parts: { ...doubted, base: 0 } }))).toBe('07:00 01/01/1970');
    expect(early(ready({ at: '2026-03-10T11:00', parts: { ...doubted, base: 2 } }))).toBe('11:00 10/03/2026');
  });

  it('reach forward to the receipt of a doubted act, without one for ever', () => {
    expect(latestTime(entryOf(ready({ arrival: '2026-03-20T10:00' })).entry)).toBe(at('2026-03-13T10:00'));
    expect(latestTime(entryOf(ready({ parts: doubted, arrival: '2026-03-20T10:00' })).entry)).toBe(
      at('2026-03-20T10:00'),
    );
    expect(latestTime(entryOf(ready({ parts: doubted, arrival: null })).entry)).toBe(Infinity);
  });
});

describe('hasMissingActs', () => {
  it('sees a gap between positions, not what nobody placed', () => {
    const handed: TypedAct = { kind: 'HandedOver', at: '2026-03-10T10:00' };
    expect(hasMissingActs(typeHistory([received, handed]).state)).toBe(false);
    expect(hasMissingActs(typeHistory([received, { ...handed, arrival: null }]).state)).toBe(false);
    expect(hasMissingActs(typeHistory([received, { ...handed, verdict: quarantined }]).state)).toBe(false);
    expect(hasMissingActs(typeHistory([{ ...received, arrival: null }]).state)).toBe(false);
    expect(hasMissingActs(typeHistory([received, { ...handed, pos: 3 }]).state)).toBe(true);
    expect(hasMissingActs(typeHistory([{ ...received, pos: 2 }]).state)).toBe(true);
  });
});

describe('buildEvidence', () => {
  it('counts working minutes, never below zero', () => {
    const span = { cause: 'staff', fact: { kind: 'secondRequest' }, actionId: 'a' } as const;
    const rows = [
      { from: at('2026-03-13T16:30'), to: at('2026-03-16T07:10') + 59_000 },
      { from: at('2026-03-16T07:10'), to: at('2026-03-13T16:30') },
    ].map((times) => buildEvidence(calendar, { ...span, ...times }));
    expect(rows.map((row) => row.workingMinutes)).toEqual([40, 0]);
    expect(rows[0]).toEqual({
      ...span,
      from: at('2026-03-13T16:30'),
      to: at('2026-03-16T07:10') + 59_000,
      workingMinutes: 40,
    });
  });
});

/** Due 16/3 09:00. */
function explain(act: TypedAct, until: Instant = ASOF) {
  const { entry } = entryOf(act);
  return listStretches(entry, until);
}

function listStretches(entry: TimelineEntry, until: Instant) {
  const stretches = explainUnseen({ entry, due: at('2026-03-16T09:00'), until, asOf: ASOF, calendar });
  return stretches.map(({ cause, ms, officerId, evidence: [row] }) => [
    cause,
    ms / 3_600_000,
    officerId,
    row?.fact,
    row && [formatInstant(row.from), formatInstant(row.to)],
  ]);
}

const act = { actKind: 'OutcomeReady' } as const;

describe('explainUnseen', () => {
  it('has nothing to say when the province knew in time', () => {
    expect(explain(ready())).toEqual([]);
    expect(explain(ready({ arrival: '2026-03-16T09:00' }))).toEqual([]);
  });

  it('tells a late receipt from a missing one', () => {
    expect(explain(ready({ arrival: '2026-03-17T10:00' }))).toEqual([
      ['syncLate', 9, null, { kind: 'receiptLate', ...act }, ['10:00 13/03/2026', '10:00 17/03/2026']],
    ]);
    expect(explain(ready({ arrival: null }), at('2026-03-16T10:00'))).toEqual([
      ['syncLate', 1, null, { kind: 'receiptMissing', ...act }, ['10:00 13/03/2026', '10:00 16/03/2026']],
    ]);
  });

  it('counts only until the books no longer show it', () => {
    expect(explain(ready({ arrival: '2026-03-20T10:00' }), at('2026-03-16T11:00'))[0]?.[1]).toBe(2);
    expect(explain(ready({ arrival: '2026-03-20T10:00' }), at('2026-03-16T09:00'))).toEqual([]);
  });

  it('names what the province set aside', () => {
    const fact = { kind: 'refused', ...act, verdict: 'malformed' };
    const aside = ready({ verdict: quarantined, arrival: '2026-03-13T11:00' });
    expect(explain(aside, at('2026-03-17T09:00'))).toEqual([
      ['syncRefused', 8, null, fact, ['10:00 13/03/2026', '11:00 13/03/2026']],
    ]);
    expect(explain(aside, at('2026-03-16T09:00'))).toEqual([]);
  });

  it('divides late typing and the line behind it', () => {
    const parts = { happenedAt: at('2026-03-13T10:00'), backEntry: { reason: 'power' } } as const;
    const typed = { kind: 'typedLate', ...act, reason: 'power' };
    const line = { kind: 'receiptLate', ...act };
    const late = (time: string, arrival: string) => explain(ready({ at: time, parts, arrival }));
    expect(late('2026-03-16T11:00', '2026-03-16T14:30')).toEqual([
      ['backEntry', 2, null, typed, ['10:00 13/03/2026', '11:00 16/03/2026']],
      ['syncLate', 1.5, null, line, ['11:00 16/03/2026', '14:30 16/03/2026']],
    ]);
    expect(late('2026-03-16T11:00', '2026-03-16T11:00').map(([cause]) => cause)).toEqual(['backEntry']);
    expect(late('2026-03-16T08:00', '2026-03-16T11:00')).toEqual([
      ['syncLate', 2, null, line, ['08:00 16/03/2026', '11:00 16/03/2026']],
    ]);
    expect(late('2026-03-16T09:00', '2026-03-16T11:00').map(([cause]) => cause)).toEqual(['syncLate']);
  });

  it('does not call it the line when the time itself is in doubt', () => {
    const doubted = ready({ parts: { clockDoubt: true }, arrival: '2026-03-16T10:00' });
    expect(explain(doubted)).toEqual([
      ['clock', 1, null, { kind: 'clockDoubt', ...act }, ['10:00 13/03/2026', '10:00 16/03/2026']],
    ]);
  });
});
