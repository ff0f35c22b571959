import { buildAskReport, type AskRecord } from '../domain/ask-report';
import { fillText } from '../text/message';
import { vi } from '../text/vi';
import { detailOrId, type DetailOf } from './dossier-detail';
import { plainCell, rowOf } from './figure';
import { column } from './report-columns';
import type { ReportRow, TableReport } from './report-data';
import { frameReport, type ReportFrame } from './report-frame';
import { describePeriod, markPeriod, type ReportPeriod } from './report-period';

const words = vi.reports;
const heads = vi.reportColumns;

const columns = [
  column.count(heads.no, 5),
  column.instant(heads.ask.at),
  column.text(heads.ask.kind, 20),
  column.text(heads.ask.paper, 30),
  column.text(heads.procedure, 30),
  column.text(heads.code, 23),
  column.text(heads.ask.ground, 24),
  column.text(heads.ask.reason, 24),
  column.text(heads.ask.officer, 20),
];

/** The weekly list of papers asked outside the published list, asked again, or brought unasked (counter notes §3, seed 002). */
export function buildAskedReport(
  asks: readonly AskRecord[],
  input: {
    readonly frame: ReportFrame;
    readonly period: ReportPeriod;
    readonly detailOf: DetailOf;
    readonly officerName: (officerId: string) => string;
  },
): TableReport {
  const { frame, period, detailOf, officerName } = input;
  const found = buildAskReport(asks, period);
  const rows = found.lines.map((ask, index): ReportRow => {
    const detail = detailOrId(detailOf, ask.dossierId);
    return rowOf([
      plainCell(index + 1),
      plainCell(ask.at),
      plainCell(words.ask[ask.kind]),
      plainCell(ask.name),
      plainCell(detail.procedureName === '' ? (ask.procedureCode ?? '') : detail.procedureName),
      { value: detail.code, dossierIds: [ask.dossierId] },
      plainCell(ask.ground ?? ''),
      plainCell(ask.reason ?? ''),
      plainCell(officerName(ask.officerId)),
    ]);
  });
  const counts = fillText(words.line.asks, {
    without: found.outsideListWithoutGround,
    with: found.outsideListWithGround,
    repeated: found.repeated,
    volunteered: found.volunteered,
  });
  return frameReport(frame, {
    id: 'askedPapers',
    subtitles: [describePeriod(period)],
    tables: [{ name: words.sheet.asks, columns, rows, empty: words.empty.none, notes: [counts] }],
    fileMark: markPeriod(period),
  });
}
