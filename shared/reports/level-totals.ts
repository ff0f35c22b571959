import { toLocalDay } from '../base/time';
import { judgeNationalAt, type JudgeRules } from './fact-standing';
import { shareOf, type Ids } from './figure';
import { listStanding, sumColumns, type ResultColumns } from './procedure-results';
import type { PeriodBounds } from './report-period';
import type { ReportFact } from './report-fact';
import { findUnitLevel, unitLevels, type UnitLevel, type UnitLevelRow } from './unit-levels';

/** Totals of one level, each with its dossiers; rates as shares of 1, null where nothing is to be rated. */
export interface LevelTotals {
  readonly level: UnitLevel;
  readonly columns: ResultColumns;
  /** 8 + 9 of 7: results not later than the date that counts. */
  readonly onTimeRate: number | null;
  /** 4 of 4 + 5: online of what was newly received. */
  readonly onlineRate: number | null;
  /** Of column 3, on time as the national index 2.1 reads it (domain notes §5.4), and the share. */
  readonly nationalOnTime: Ids;
  readonly nationalRate: number | null;
}

function isOnTime(fact: ReportFact, { end }: PeriodBounds, rules: JudgeRules): boolean {
  const judged = judgeNationalAt(fact, end, rules.early);
  return judged !== 'late' && judged !== 'overdue';
}

type Stood = ReturnType<typeof listStanding>;

function totalsOf(level: UnitLevel, stood: Stood, judge: (fact: ReportFact) => boolean): LevelTotals {
  const columns = sumColumns(stood);
  const nationalOnTime = stood.filter(({ fact }) => judge(fact)).map(({ fact }) => fact.dossierId);
  const { early, onTime, resolved, online, direct, total } = columns;
  return {
    level,
    columns,
    onTimeRate: shareOf(early.length + onTime.length, resolved.length),
    onlineRate: shareOf(online.length, online.length + direct.length),
    nationalOnTime,
    nationalRate: shareOf(nationalOnTime.length, total.length),
  };
}

/** Totals of a period by level, and all levels together. */
export interface AllLevels {
  readonly levels: readonly LevelTotals[];
  readonly total: LevelTotals;
}

/**
 * Totals by level with on-time and online rates, as the province reports them (domain notes §9, row 8: 99.8 % province,
 * 82.92 % district, 97.5 % commune). A dossier stays with the level its unit had on the day of reception.
 */
export function buildLevelTotals(
  facts: readonly ReportFact[],
  bounds: PeriodBounds,
  rules: JudgeRules & { readonly levels: readonly UnitLevelRow[] },
): AllLevels {
  const stood = listStanding(facts, bounds, rules);
  const levelOf = (fact: ReportFact): UnitLevel =>
    findUnitLevel(rules.levels, fact.unitId, toLocalDay(fact.history.receivedAt ?? bounds.end));
  const placed = stood.map((one) => ({ ...one, level: levelOf(one.fact) }));
  const judge = (fact: ReportFact): boolean => isOnTime(fact, bounds, rules);
  const levels = unitLevels
    .map((level) =>
      totalsOf(
        level,
        placed.filter((one) => one.level === level),
        judge,
      ),
    )
    .filter(({ level, columns }) => level !== 'unknown' || columns.total.length > 0);
  return { levels, total: totalsOf('unknown', stood, judge) };
}
