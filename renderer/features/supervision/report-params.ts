import type { LocalDay } from '../../../shared/base/time';
import type { Unit } from '../../../shared/domain/unit';
import { indexElementIds, type IndexElementId } from '../../../shared/domain/service-index-rules';
import { addDays } from '../../../shared/domain/working-calendar-days';
import type { StaffMove } from '../../../shared/reports/postal-staffing';
import type { ReportEntry } from '../../../shared/reports/report-catalogue';
import {
  decidePeriod,
  findPeriod,
  periodOfDays,
  type PeriodKind,
  type ReportPeriod,
} from '../../../shared/reports/report-period';
import type { IndexAssumptions, IndexChange } from '../../../shared/reports/service-index';
import type { TextKey } from '../../../shared/text/message';

/** Kinds of period in the order they are offered. */
export const periodKinds = ['month', 'quarter', 'halfYear', 'year', 'days'] as const;

/** What somebody typed for one element of the index; empty: nothing. */
export interface TypedElement {
  readonly now: string;
  readonly then: string;
  /** How many more dossiers reach it. */
  readonly fixed: string;
}

/** What the screen asks before a report is made, as typed. */
export interface ReportParams {
  /** `''` while no whole day is typed. */
  readonly day: string;
  readonly kind: PeriodKind | 'days';
  /** Day of the month on which named periods begin. */
  readonly startDay: number;
  /** A day of the named period. */
  readonly anchor: LocalDay;
  readonly from: string;
  readonly to: string;
  /** Null: every counter. */
  readonly counterId: string | null;
  readonly masked: boolean;
  readonly elements: Readonly<Partial<Record<IndexElementId, TypedElement>>>;
  readonly moves: readonly StaffMove[];
}

/** What the usual values follow from. */
export interface ReportDesk {
  readonly today: LocalDay;
  /** Day of the month on which periods begin by the rule. */
  readonly startDay: number;
  readonly unit: Pick<Unit, 'id' | 'name'>;
  readonly counterId: string;
  /** May see every counter. */
  readonly seesAll: boolean;
  readonly postalStaff: number;
}

const LONGEST_DAYS = 3660;
const nothing: TypedElement = { now: '', then: '', fixed: '' };

/** The usual values: today, the month that runs, every counter one may see, numbers hidden. */
export function presetParams(desk: ReportDesk): ReportParams {
  const { today, startDay, unit, postalStaff } = desk;
  const month = findPeriod('month', today, { periodStartDay: startDay });
  return {
    day: today,
    kind: 'month',
    startDay,
    anchor: today,
    from: month.from,
    to: today,
    counterId: desk.seesAll ? null : desk.counterId,
    masked: true,
    elements: {},
    moves: [{ ...blankMove(unit), postalStaff }],
  };
}

/** A unit nothing was typed of yet. */
export function blankMove({ id, name }: Pick<Unit, 'id' | 'name'>): StaffMove {
  const counts = { officialsReplaced: 0, officialsLeft: 0, postalStaff: 0, proceduresMoved: 0 };
  return { unitId: id, unitName: name, ...counts, decisionNo: '' };
}

/** The period chosen; days by hand may be incomplete, which {@link checkParams} tells. */
export function periodOf({ kind, anchor, startDay, from, to }: ReportParams): ReportPeriod {
  return kind === 'days' ? periodOfDays(from, to) : findPeriod(kind, anchor, { periodStartDay: startDay });
}

/** The period before or after the named one. */
export function stepPeriod(params: ReportParams, step: 1 | -1): ReportParams {
  const { from, to } = periodOf(params);
  return { ...params, anchor: step === 1 ? addDays(to, 1) : addDays(from, -1) };
}

/** First and last day of the month of a rule: "from the 15th to the 14th". */
export function spanOfRule(startDay: number): { readonly from: string; readonly to: string } {
  const { from, to } = decidePeriod({ kind: 'month', year: 2026, index: 3 }, { periodStartDay: startDay });
  return { from: from.slice(8), to: to.slice(8) };
}

/** What is wrong, by field. Empty: the report can be made. */
export interface ParamFaults {
  readonly day?: TextKey;
  readonly from?: TextKey;
  readonly to?: TextKey;
  readonly period?: TextKey;
  readonly elements?: TextKey;
}

function checkDays({ from, to }: ReportParams, today: LocalDay): ParamFaults {
  if (from === '') return { from: 'reportScreen.wrong.dayMissing' };
  if (to === '') return { to: 'reportScreen.wrong.dayMissing' };
  if (from > today) return { from: 'reportScreen.wrong.dayFuture' };
  if (to < from) return { to: 'reportScreen.wrong.endBeforeStart' };
  return addDays(from, LONGEST_DAYS) < to ? { to: 'reportScreen.wrong.tooLong' } : {};
}

function checkDay(day: string, today: LocalDay): ParamFaults {
  if (day === '') return { day: 'reportScreen.wrong.dayMissing' };
  return day > today ? { day: 'reportScreen.wrong.dayFuture' } : {};
}

function checkPeriod(params: ReportParams, today: LocalDay): ParamFaults {
  if (params.kind === 'days') return checkDays(params, today);
  return periodOf(params).from > today ? { period: 'reportScreen.wrong.future' } : {};
}

/** Looks at what a report needs and at nothing else. */
export function checkParams(
  { parameters }: Pick<ReportEntry, 'parameters'>,
  params: ReportParams,
  today: LocalDay,
): ParamFaults {
  const isWrong = indexElementIds.some((id) => {
    const typed = params.elements[id] ?? nothing;
    return parsePercent(typed.now) === undefined || parsePercent(typed.then) === undefined;
  });
  return {
    ...(parameters.includes('day') ? checkDay(params.day, today) : {}),
    ...(parameters.includes('period') ? checkPeriod(params, today) : {}),
    ...(parameters.includes('assumptions') && isWrong ? { elements: 'reportScreen.wrong.percent' } : {}),
  };
}

/** A percentage as typed, as a share of 1; null when nothing is typed, undefined when it is none. */
export function parsePercent(typed: string): number | null | undefined {
  const text = typed.trim().replace(',', '.').replace(/%$/u, '');
  if (text === '') return null;
  if (!/^\d{1,3}(\.\d{1,2})?$/u.test(text)) return undefined;
  const percent = Number(text);
  return percent > 100 ? undefined : percent / 100;
}

/** Rates the officer assumes, and the changes to try. Broken ones count as not typed. */
export function readElements({ elements }: Pick<ReportParams, 'elements'>): {
  readonly assumptions: IndexAssumptions;
  readonly changes: readonly IndexChange[];
} {
  const assumptions: Partial<Record<IndexElementId, number>> = {};
  const changes: IndexChange[] = [];
  for (const id of indexElementIds) {
    const typed = elements[id] ?? nothing;
    const now = parsePercent(typed.now) ?? null;
    const then = parsePercent(typed.then) ?? null;
    const dossiers = /^\d{1,6}$/u.test(typed.fixed.trim()) ? Number(typed.fixed) : 0;
    if (now !== null) assumptions[id] = now;
    if (then !== null) changes.push({ kind: 'rate', id, rate: then });
    else if (dossiers > 0) changes.push({ kind: 'putRight', id, dossiers });
  }
  return { assumptions, changes };
}

/** Writes one field of one element. */
export function typeElement(params: ReportParams, id: IndexElementId, changes: Partial<TypedElement>): ReportParams {
  return { ...params, elements: { ...params.elements, [id]: { ...(params.elements[id] ?? nothing), ...changes } } };
}
