import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFacts, foldedFacts, judgeRules, procedureOf } from '../../tests/support/report-kit';
import { at } from '../../tests/support/deadline-kit';
import { fromLocal, type LocalDay } from '../base/time';
import { addDays } from '../domain/working-calendar-days';
import { buildLevelTotals } from './level-totals';
import { listLateToProcess } from './overdue-lists';
import { buildProcedureResults, type ResultColumns } from './procedure-results';
import { boundsOf, periodOfDays } from './report-period';
import type { ReportFact } from './report-fact';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

const rules = { ...judgeRules, procedureOf };
const later = at('2027-12-01T08:00');
const either = fc.oneof(anyFacts, foldedFacts);
const anyDay = fc.nat(330).map((count) => addDays('2026-01-05', count));

/** Any period of up to three months. */
const anyPeriod = fc.tuple(anyDay, fc.nat(90)).map(([from, length]) => periodOfDays(from, addDays(from, length)));

function checkColumns(columns: ResultColumns): void {
  const { total, online, direct, carried, resolved, early, onTime, late, pending, inTime, overdue } = columns;
  const sorted = (...lists: readonly (readonly string[])[]) => lists.flat().sort();
  // The dossiers agree, not only their numbers: nobody is counted twice and nobody is left out.
  expect(sorted(online, direct, carried)).toEqual(sorted(total));
  expect(sorted(early, onTime, late)).toEqual(sorted(resolved));
  expect(sorted(inTime, overdue)).toEqual(sorted(pending));
  expect(sorted(resolved, pending)).toEqual(sorted(total));
  expect(new Set(total).size).toBe(total.length);
}

const resultsOf = (facts: readonly ReportFact[], from: LocalDay, to: LocalDay) =>
  buildProcedureResults(facts, boundsOf(periodOfDays(from, to), later), rules);

describe('II.06a on generated histories', () => {
  it('keeps 3 = 4+5+6, 7 = 8+9+10, 11 = 12+13 and 3 = 7+11 in every row', () => {
    fc.assert(
      fc.property(either, anyPeriod, (facts, { from, to }) => {
        const { rows, total } = resultsOf(facts, from, to);
        for (const { columns } of rows) checkColumns(columns);
        checkColumns(total);
      }),
      PROPERTY_RUNS,
    );
  });

  it('sums procedures to fields and fields to the total, column by column', () => {
    fc.assert(
      fc.property(either, anyPeriod, (facts, { from, to }) => {
        const { rows, total } = resultsOf(facts, from, to);
        for (const key of Object.keys(total) as (keyof ResultColumns)[]) {
          const sumOf = (kind: string) => rows.filter((row) => row.kind === kind).flatMap((row) => row.columns[key]);
          expect(sumOf('field').sort()).toEqual([...total[key]].sort());
          expect(sumOf('procedure').sort()).toEqual([...total[key]].sort());
        }
      }),
      PROPERTY_RUNS,
    );
  });

  it('carries into the next period exactly what was pending at the end of this one', () => {
    fc.assert(
      fc.property(either, anyDay, fc.nat(60), (facts, from, length) => {
        const to = addDays(from, length);
        const before = resultsOf(facts, from, to).total;
        const after = resultsOf(facts, addDays(to, 1), addDays(to, 31)).total;
        expect([...after.carried].sort()).toEqual([...before.pending].sort());
      }),
      PROPERTY_RUNS,
    );
  });

  it('does not change when something happens after the period', () => {
    fc.assert(
      fc.property(either, anyPeriod, (facts, { from, to }) => {
        const end = fromLocal(addDays(to, 1), '00:00') - 1;
        const cut = facts.map((fact) => {
          const { end: ending } = fact.history;
          return ending !== null && ending.at > end ? { ...fact, history: { ...fact.history, end: null } } : fact;
        });
        expect(resultsOf(cut, from, to)).toEqual(resultsOf(facts, from, to));
      }),
      PROPERTY_RUNS,
    );
  });

  it('names in its late columns the same dossiers as the list of the period, all of them in the cumulative list', () => {
    fc.assert(
      fc.property(either, anyPeriod, (facts, period) => {
        const bounds = boundsOf(period, later);
        const { total } = buildProcedureResults(facts, bounds, rules);
        const { inPeriod, cumulative } = listLateToProcess(facts, bounds, judgeRules);
        const idsOf = (lines: typeof inPeriod.lines) => lines.map(({ fact }) => fact.dossierId);
        const listed = idsOf(inPeriod.lines);
        expect([...listed].sort()).toEqual([...total.late, ...total.overdue].sort());
        expect(idsOf(cumulative.lines)).toEqual(expect.arrayContaining(listed));
        expect(inPeriod.channels.flatMap(({ late }) => late).sort()).toEqual([...listed].sort());
        expect(inPeriod.channels.flatMap(({ all }) => all).sort()).toEqual([...total.total].sort());
      }),
      PROPERTY_RUNS,
    );
  });

  it('splits over the levels without loss', () => {
    fc.assert(
      fc.property(anyFacts, anyPeriod, (facts, period) => {
        const bounds = boundsOf(period, later);
        const levels = [
          { unitId: 'H41.26', level: 'commune', validFrom: '2025-07-01' },
          { unitId: 'H41', level: 'province', validFrom: '2018-06-21' },
          { unitId: '000.00.26.H41', level: 'district', validFrom: '2018-06-21' },
        ] as const;
        const found = buildLevelTotals(facts, bounds, { ...judgeRules, levels });
        const { total } = buildProcedureResults(facts, bounds, rules);
        expect(found.levels.flatMap(({ columns }) => columns.total).sort()).toEqual([...total.total].sort());
        expect(found.total.columns).toEqual(total);
        expect(found.levels.find(({ level }) => level === 'district')?.columns.total).toEqual([]);
      }),
      PROPERTY_RUNS,
    );
  });
});
