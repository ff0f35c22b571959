import type { Permission } from '../domain/permissions';
import type { Message } from '../text/message';
import type { TableReportId } from './report-data';

/** Every report of the product. */
export type ReportId = TableReportId | 'register' | 'addendum';

/** What the screen asks before a report is made. */
export type ReportParameter =
  | 'day'
  /** Month, quarter, half-year or year by the rule, or days chosen by hand. */
  | 'period'
  | 'asOf'
  | 'counter'
  /** Units of the province with their levels. */
  | 'levels'
  /** Staff moves typed from the decisions. */
  | 'staffMoves'
  /** Rates for index elements that no local data shows, and changes to try. */
  | 'assumptions'
  | 'masked';

/** Format a report is written in. */
export type ReportFormat = 'xlsx' | 'pdf' | 'csv';

/** One entry of the list of reports. */
export interface ReportEntry {
  readonly id: ReportId;
  readonly title: Message;
  readonly about: Message;
  /** What somebody must hold to make it; rights are data, so roles are not named. */
  readonly permission: Permission;
  readonly parameters: readonly ReportParameter[];
  readonly formats: readonly ReportFormat[];
  /** Names, numbers or addresses of citizens are in it: its export is an access on record. */
  readonly personal: boolean;
}

const table: readonly ReportFormat[] = ['xlsx', 'pdf', 'csv'];
const paper: readonly ReportFormat[] = ['xlsx', 'pdf'];

type Rest = Pick<ReportEntry, 'parameters'> & Partial<Pick<ReportEntry, 'permission' | 'formats' | 'personal'>>;

function entry(id: ReportId, rest: Rest): ReportEntry {
  return {
    id,
    title: { key: `reports.title.${id}` },
    about: { key: `reports.about.${id}` },
    permission: 'supervise',
    formats: table,
    personal: false,
    ...rest,
  };
}

/** Every report with what it needs, in the order a screen lists them. The cash sheet is also the counter's own. */
export const reportCatalogue: readonly ReportEntry[] = [
  entry('register', { parameters: ['day', 'masked'], formats: paper, personal: true }),
  entry('addendum', { parameters: ['day'], formats: paper, personal: true }),
  entry('dailyStatistics', { parameters: ['day'] }),
  entry('procedureResults', { parameters: ['period'] }),
  entry('levelResults', { parameters: ['period', 'levels'] }),
  entry('levelTotals', { parameters: ['period', 'levels'] }),
  entry('lateToAccept', { parameters: ['period'], personal: true }),
  entry('lateToProcess', { parameters: ['period'], personal: true }),
  entry('postalList', { parameters: ['period'], personal: true }),
  entry('postalPickUp', { parameters: ['asOf'], permission: 'returnOutcome', personal: true }),
  entry('fees', { parameters: ['period'], personal: true }),
  entry('cashSheets', { parameters: ['day', 'counter'], permission: 'openShift' }),
  entry('postalStaffing', { parameters: ['period', 'staffMoves'] }),
  entry('serviceIndex', { parameters: ['period', 'assumptions'] }),
  entry('askedPapers', { parameters: ['period'] }),
  entry('codeGaps', { parameters: ['asOf'] }),
  entry('survey', { parameters: ['period'] }),
  entry('certificationRegister', { parameters: ['period', 'masked'], personal: true }),
];

/** Reports somebody with these permissions may make. */
export function listAllowedReports(permissions: ReadonlySet<Permission>): readonly ReportEntry[] {
  return reportCatalogue.filter(({ permission }) => permissions.has(permission));
}
