import { fillText } from '../text/message';
import { vi } from '../text/vi';
import { detailOrId, type DetailOf } from './dossier-detail';
import { countCell, plainCell, rowOf, shareCell, shareOf } from './figure';
import { listLateToAccept, listLateToProcess, type LateLine, type LateLists, type LateReading } from './overdue-lists';
import { column } from './report-columns';
import type { ReportColumn, ReportRow, ReportTable, TableReport } from './report-data';
import type { ReportFact } from './report-fact';
import { describeJudging, frameReport } from './report-frame';
import { boundsOf, describePeriod, markPeriod } from './report-period';
import { writeShare } from './report-values';
import type { PeriodInput } from './results-report';

const words = vi.reports;
const heads = vi.reportColumns;

/** What the lists print beyond the figures. */
export interface LateInput extends PeriodInput {
  readonly detailOf: DetailOf;
  readonly unitName: (unitId: string) => string;
  /** Cause of the lateness in words; null while nobody knows it. */
  readonly causeOf: (dossierId: string) => string | null;
}

type Which = 'lateToAccept' | 'lateToProcess';

function columnsOf(which: Which): readonly ReportColumn[] {
  const toAccept = which === 'lateToAccept';
  return [
    column.count(heads.no, 5),
    column.text(heads.unit, 18),
    column.text(heads.officer, 16),
    column.text(heads.procedure, 25),
    column.text(heads.code, 26),
    column.text(heads.channel, 11),
    column.text(heads.status, 14),
    column.text(heads.applicant, 20),
    column.text(heads.address, 22),
    column.instant(toAccept ? heads.late.submittedAt : heads.late.receivedAt),
    column.instant(toAccept ? heads.late.acceptanceDue : heads.late.due),
    column.instant(toAccept ? heads.late.answeredAt : heads.late.finishedAt),
    column.decimal(heads.late.hours),
    column.text(heads.late.cause, 20),
  ];
}

function rowFor(line: LateLine, no: number, input: LateInput): ReportRow {
  const { fact, startedAt, due, finishedAt, hoursLate } = line;
  const detail = detailOrId(input.detailOf, fact.dossierId);
  return rowOf([
    plainCell(no),
    plainCell(fact.unitId === '' ? '' : input.unitName(fact.unitId)),
    plainCell(detail.receivedBy),
    plainCell(detail.procedureName),
    { value: detail.code, dossierIds: [fact.dossierId] },
    plainCell(vi.forms.channel[fact.channel]),
    plainCell(detail.status),
    plainCell(detail.applicant),
    plainCell(detail.address),
    plainCell(startedAt),
    plainCell(due),
    plainCell(finishedAt),
    plainCell(hoursLate),
    plainCell(input.causeOf(fact.dossierId) ?? ''),
  ]);
}

function listTable(
  reading: LateReading,
  which: Which,
  { name, input }: { name: string; input: LateInput },
): ReportTable {
  return {
    name,
    columns: columnsOf(which),
    rows: reading.lines.map((line, index) => rowFor(line, index + 1, input)),
    empty: words.empty.late,
    notes: reading.channels.map(({ channel, late, all }) =>
      fillText(words.line.lateBase, {
        channel: vi.forms.channel[channel],
        late: late.length,
        all: all.length,
        rate: all.length === 0 ? words.line.noRate : writeShare(shareOf(late.length, all.length)),
      }),
    ),
  };
}

const channelColumns = [
  column.text(heads.late.reading, 16),
  column.text(heads.channel, 20),
  column.count(heads.late.late),
  column.count(heads.late.all),
  column.percent(heads.late.rate),
];

function channelRows(reading: LateReading, name: string): readonly ReportRow[] {
  const all = reading.channels.flatMap((one) => one.all);
  const late = reading.channels.flatMap((one) => one.late);
  return [
    ...reading.channels.map((one) =>
      rowOf([
        plainCell(name),
        plainCell(vi.forms.channel[one.channel]),
        countCell(one.late),
        countCell(one.all),
        shareCell(one.late, one.all),
      ]),
    ),
    rowOf([plainCell(name), plainCell(words.total), countCell(late), countCell(all), shareCell(late, all)], 'total'),
  ];
}

function channelTable({ inPeriod, cumulative }: LateLists): ReportTable {
  return {
    name: words.sheet.byChannel,
    columns: channelColumns,
    rows: [...channelRows(inPeriod, words.sheet.inPeriod), ...channelRows(cumulative, words.sheet.cumulative)],
    empty: words.empty.late,
    notes: [],
  };
}

/** One of the two overdue lists in both readings, and its figures by channel (domain notes §10.4, counter notes §2 (c)). */
export function buildLateReport(facts: readonly ReportFact[], which: Which, input: LateInput): TableReport {
  const { frame, period, rules } = input;
  const bounds = boundsOf(period, frame.madeAt);
  const lists = which === 'lateToAccept' ? listLateToAccept(facts, bounds) : listLateToProcess(facts, bounds, rules);
  return frameReport(frame, {
    id: which,
    subtitles: [describePeriod(period)],
    lines: which === 'lateToAccept' ? [] : describeJudging(rules),
    tables: [
      channelTable(lists),
      listTable(lists.inPeriod, which, { name: words.sheet.inPeriod, input }),
      listTable(lists.cumulative, which, { name: words.sheet.cumulative, input }),
    ],
    fileMark: markPeriod(period),
  });
}
