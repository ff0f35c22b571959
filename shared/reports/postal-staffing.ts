import { toLocalDay, type LocalDay } from '../base/time';
import type { Officer } from '../domain/officer';
import { describeDay, type WorkingCalendar } from '../domain/working-calendar';
import { addDays } from '../domain/working-calendar-days';
import { idsOf, shareOf, sumOf, type Ids } from './figure';
import { isWithin, type PeriodBounds } from './report-period';
import type { ReportFact } from './report-fact';

/** Work moved from officials to the post at one unit, as its plan or decision names it. */
export interface StaffMove {
  readonly unitId: string;
  readonly unitName: string;
  /** Officials whose work postal employees took over. */
  readonly officialsReplaced: number;
  /** Officials who still receive at the counter. */
  readonly officialsLeft: number;
  readonly postalStaff: number;
  readonly proceduresMoved: number;
  readonly decisionNo: string;
}

/** Staffing of a unit and what the post did with it in a period. */
export interface StaffingRow extends StaffMove {
  /** Received in the period by postal employees, and by everybody. */
  readonly moved: Ids;
  readonly received: Ids;
  readonly movedShare: number | null;
  /** Different procedures among those the post received. */
  readonly proceduresUsed: number;
  /** Dossiers a person and working day; null without people or working days. */
  readonly perPostalDay: number | null;
  readonly perOfficialDay: number | null;
}

/** Rows by unit, their sum, and the working days they are spread over. */
export interface Staffing {
  readonly rows: readonly StaffingRow[];
  readonly total: StaffingRow;
  readonly workingDays: number;
}

/** Working days of a period: the days on which limits run. */
export function countWorkingDays(calendar: WorkingCalendar, { start, end }: PeriodBounds): number {
  let count = 0;
  const last = toLocalDay(end);
  for (let day = toLocalDay(start); day <= last; day = addDays(day, 1)) {
    if (describeDay(calendar, day).works) count += 1;
  }
  return count;
}

/** People of the list who act for a unit by a delegation on a day, and how many procedures theirs cover (of `all` when open). */
export function countPostalStaff(
  officers: readonly Officer[],
  wanted: { readonly unitId: string; readonly day: LocalDay; readonly all: number },
): Pick<StaffMove, 'postalStaff' | 'proceduresMoved'> {
  const { unitId, day, all } = wanted;
  const delegations = officers.flatMap(({ delegation }) =>
    delegation?.unitId === unitId && delegation.validFrom <= day && day <= delegation.validTo ? delegation : [],
  );
  const isOpen = delegations.some(({ procedures }) => procedures.length === 0);
  const named = new Set(delegations.flatMap(({ procedures }) => procedures));
  return { postalStaff: delegations.length, proceduresMoved: isOpen ? all : named.size };
}

function buildRow(move: StaffMove, received: readonly ReportFact[], workingDays: number): StaffingRow {
  const moved = received.filter(({ byDelegation }) => byDelegation);
  const { postalStaff, officialsLeft } = move;
  return {
    ...move,
    moved: idsOf(moved),
    received: idsOf(received),
    movedShare: shareOf(moved.length, received.length),
    proceduresUsed: new Set(moved.map(({ procedureCode }) => procedureCode)).size,
    perPostalDay: shareOf(moved.length, postalStaff * workingDays),
    perOfficialDay: shareOf(received.length - moved.length, officialsLeft * workingDays),
  };
}

/**
 * Staffing moved to the post (domain notes §8: 17 postal employees in place of 24 officials, 1,381 procedures): people and
 * procedures by the moves given, dossiers and productivity by what was received. Units without a move have no row but count
 * in nothing else; add a move of zeros to show one.
 */
export function buildStaffing(
  moves: readonly StaffMove[],
  facts: readonly ReportFact[],
  period: { readonly bounds: PeriodBounds; readonly workingDays: number },
): Staffing {
  const { bounds, workingDays } = period;
  const received = facts.filter(({ receivedAt }) => isWithin(receivedAt, bounds));
  const ofUnits = (unitIds: ReadonlySet<string>) => received.filter(({ unitId }) => unitIds.has(unitId));
  const sum = (pick: (move: StaffMove) => number): number => sumOf(moves.map(pick));
  const whole: StaffMove = {
    unitId: '',
    unitName: '',
    officialsReplaced: sum((move) => move.officialsReplaced),
    officialsLeft: sum((move) => move.officialsLeft),
    postalStaff: sum((move) => move.postalStaff),
    proceduresMoved: sum((move) => move.proceduresMoved),
    decisionNo: '',
  };
  return {
    rows: moves.map((move) => buildRow(move, ofUnits(new Set([move.unitId])), workingDays)),
    total: buildRow(whole, ofUnits(new Set(moves.map(({ unitId }) => unitId))), workingDays),
    workingDays,
  };
}
