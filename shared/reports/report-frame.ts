import { formatDay, formatInstant, type Instant, type LocalDay } from '../base/time';
import type { Unit } from '../domain/unit';
import { buildFormHeadOf } from '../forms/form-layout';
import { fillText } from '../text/message';
import { vi } from '../text/vi';
import type { JudgeRules } from './fact-standing';
import type { ReportTable, TableReport, TableReportId } from './report-data';
import type { Register } from './register-data';
import { listCounterLines } from './register-lines';

const words = vi.reports;

/** What every report says of itself: whose it is, who made it, and until when each counter's data is in it. */
export interface ReportFrame {
  readonly unit: Unit;
  readonly practice: boolean;
  readonly counters: Register['counters'];
  readonly madeAt: Instant;
  readonly madeBy: string;
}

/** What is particular to one report. */
export interface ReportBody {
  readonly id: TableReportId;
  readonly subtitles: readonly string[];
  readonly tables: readonly ReportTable[];
  readonly fileMark: string;
  readonly lines?: readonly string[];
  readonly reference?: string;
  readonly masked?: boolean;
}

/** Puts a report into its frame. */
export function frameReport(frame: ReportFrame, body: ReportBody): TableReport {
  const { unit, practice, counters, madeAt, madeBy } = frame;
  return {
    id: body.id,
    head: buildFormHeadOf(unit),
    practice,
    ...(body.masked === undefined ? {} : { masked: body.masked }),
    unitId: unit.id,
    title: words.title[body.id],
    reference: body.reference ?? '',
    subtitles: body.subtitles,
    lines: [...(body.lines ?? []), ...listCounterLines({ counters, closing: null })],
    tables: body.tables,
    fileMark: body.fileMark,
    madeAt,
    madeBy,
  };
}

/** "(Ngày 20/11/2026)". */
export function describeDayOf(day: LocalDay): string {
  return fillText(words.period.day, { day: formatDay(day) });
}

/** "(Tính đến 16:30 20/11/2026)". */
export function describeAsOf(asOf: Instant): string {
  return fillText(words.period.asOf, { time: formatInstant(asOf) });
}

/** How early, on time and late were told apart, to be printed with the figures, and whether that is confirmed. */
export function describeJudging({ early, endedWithoutResult, provisional = [] }: JudgeRules): readonly string[] {
  return [
    words.line.early[early],
    words.line.legalDue,
    endedWithoutResult === 'onTime' ? words.line.endedOnTime : words.line.endedByDate,
    ...(provisional.length === 0 ? [] : [words.line.provisional]),
  ];
}
