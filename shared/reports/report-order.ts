import type { Instant, LocalDay } from '../base/time';
import type { CodeLease, CodeLeaseReturn } from '../domain/code-lease';
import type { Unit } from '../domain/unit';
import type { UnitDayState } from '../domain/unit-day';
import type { StaffMove } from './postal-staffing';
import type { TableReportId } from './report-data';
import type { ReportPeriod } from './report-period';
import type { IndexAssumptions, IndexChange } from './service-index';

/** A counter's day as the cash sheets and the gap report read it. */
export interface CounterDayOf {
  readonly counterId: string;
  readonly state: UnitDayState;
}

/** What somebody asked for, in full: everything a report depends on besides dossiers, reference rows and counters' data. */
export interface ReportOrder {
  readonly id: TableReportId;
  readonly unit: Unit;
  readonly practice: boolean;
  readonly madeAt: Instant;
  readonly madeBy: string;
  /** Names of officers by id. */
  readonly officers: readonly (readonly [officerId: string, name: string])[];
  /** Of reports of one day. */
  readonly day: LocalDay;
  /** Of reports of a period. */
  readonly period: ReportPeriod;
  /** Null: every counter. */
  readonly counterId: string | null;
  readonly masked: boolean;
  readonly assumptions: IndexAssumptions;
  readonly changes: readonly IndexChange[];
  readonly moves: readonly StaffMove[];
  /** Acts of the unit's days: those of `day` for cash sheets, all known for the gap report. */
  readonly counterDays: readonly CounterDayOf[];
  readonly leases: readonly CodeLease[];
  readonly returned: readonly CodeLeaseReturn[];
}

/** Last day of what a report looks at: rules and units are those of this day. */
export function lastDayOf({ id, day, period }: Pick<ReportOrder, 'id' | 'day' | 'period'>): LocalDay {
  switch (id) {
    case 'dailyStatistics':
    case 'cashSheets':
    case 'codeGaps':
    case 'postalPickUp':
      return day;
    default:
      return period.to;
  }
}
