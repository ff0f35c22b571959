import { err, ok, type Result } from '../../../shared/base/result';
import { toLocalDay, type Instant } from '../../../shared/base/time';
import type { Unit } from '../../../shared/domain/unit';
import type { IpcError } from '../../../shared/ipc/messages';
import type { TableReportId } from '../../../shared/reports/report-data';
import type { ReportOrder } from '../../../shared/reports/report-order';
import type { TextKey } from '../../../shared/text/message';
import { getDesktop } from '../../desktop';
import { buildReport, type OpenReport, type ReportFailure, type ReportProgress } from '../../records/build-report';
import { getAllUnitDays, getUnitDays, type ReadFailure } from '../../records/dossier-queries';
import { decideCounterData, type CounterData } from './counter-data';
import { periodOf, readElements, type ReportParams } from './report-params';

/** Who asks, and where. */
export interface ReportAsker {
  readonly unit: Unit;
  readonly counterId: string;
  readonly name: string;
  readonly practice: boolean;
  readonly officers: ReportOrder['officers'];
}

/** A report on the screen, with until when each counter's data is in it. */
export interface ReadReport extends OpenReport {
  readonly counters: readonly CounterData[];
}

/** Why there is no report. */
export type ReadReportFailure = ReportFailure | ReadFailure | IpcError;

type DayActs = Pick<ReportOrder, 'counterDays' | 'leases' | 'returned'>;

/** Acts of the unit's days: only cash sheets and the account of numbers are made from them. */
async function readDayActs(
  id: TableReportId,
  { unit, day }: { readonly unit: Unit; readonly day: string },
): Promise<Result<DayActs, ReadReportFailure>> {
  const none = { leases: [], returned: [] };
  if (id === 'cashSheets') {
    const days = await getUnitDays(unit.id, day);
    return days.ok ? ok({ counterDays: days.value, ...none }) : days;
  }
  if (id !== 'codeGaps') return ok({ counterDays: [], ...none });
  const days = await getAllUnitDays(unit.id);
  if (!days.ok) return days;
  const numbers = await getDesktop().records.leases();
  return numbers.ok ? ok({ counterDays: days.value, ...numbers.value }) : numbers;
}

/** Makes a report off the page's thread. */
export async function readReport(
  wanted: { readonly id: TableReportId; readonly params: ReportParams; readonly now: Instant },
  asker: ReportAsker,
  how: { readonly signal: AbortSignal; readonly onProgress: (progress: ReportProgress) => void },
): Promise<Result<ReadReport, ReadReportFailure>> {
  const { id, params, now } = wanted;
  const { unit, counterId: ownCounterId } = asker;
  const day = params.day === '' || id === 'codeGaps' || id === 'postalPickUp' ? toLocalDay(now) : params.day;
  const acts = await readDayActs(id, { unit, day });
  if (!acts.ok) return acts;
  if (how.signal.aborted) return err({ kind: 'cancelled' });
  const { counterId, masked, moves } = params;
  const order: ReportOrder = {
    ...{ id, unit, day, counterId, masked, moves },
    practice: asker.practice,
    madeAt: now,
    madeBy: asker.name,
    officers: asker.officers,
    period: periodOf(params),
    ...readElements(params),
    ...acts.value,
  };
  let counters: readonly CounterData[] = [];
  const made = await buildReport(order, {
    ...how,
    countersOf: (heard) => {
      counters = decideCounterData({ unit, ownCounterId, heard, until: now });
      return [...counters];
    },
  });
  return made.ok ? ok({ ...made.value, counters }) : made;
}

/** Why there is no report, what is safe, what to do. */
export function describeReportFailure({ kind }: ReadReportFailure): TextKey {
  if (kind === 'cancelled' || kind === 'noRules') return `reportScreen.failure.${kind}`;
  return 'reportScreen.failure.notRead';
}
