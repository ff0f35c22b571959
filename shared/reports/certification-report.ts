import { formatDay } from '../base/time';
import type { DossierState } from '../domain/dossier-shape';
import { vi } from '../text/vi';
import { buildCertificationRows, type CertificationRow } from './certification-rows';
import { figureCell, plainCell, rowOf, sumOf } from './figure';
import { column } from './report-columns';
import type { ReportRow, TableReport } from './report-data';
import { frameReport, type ReportFrame } from './report-frame';
import { boundsOf, describePeriod, markPeriod, type ReportPeriod } from './report-period';

const words = vi.reports;
const heads = vi.reportColumns;

const columns = [
  column.count(heads.certification.order, 8),
  column.text(heads.certification.number, 14),
  column.text(heads.certification.day, 13),
  column.text(heads.certification.requester, 28),
  column.text(heads.certification.paper, 32),
  column.text(heads.certification.signer, 24),
  column.count(heads.certification.copies),
  column.count(heads.certification.pages),
  column.money(heads.certification.fee),
  column.text(heads.note, 22),
];

function rowFor(row: CertificationRow): ReportRow {
  const requester = row.identity === '' ? row.requester : `${row.requester}\n${row.identity}`;
  return rowOf([
    plainCell(row.order),
    plainCell(row.number),
    plainCell(formatDay(row.certifiedOn)),
    plainCell(requester),
    plainCell(row.paperName),
    plainCell(row.signedBy),
    figureCell(row.copies, [row.dossierId]),
    figureCell(row.pages, [row.dossierId]),
    figureCell(row.fee, [row.dossierId]),
    { value: row.code, dossierIds: [row.dossierId] },
  ]);
}

function totalRow(rows: readonly CertificationRow[]): ReportRow {
  const ids = rows.map(({ dossierId }) => dossierId);
  const sum = (pick: (row: CertificationRow) => number) => figureCell(sumOf(rows.map(pick)), ids);
  const blank = Array.from({ length: 5 }, () => plainCell(null));
  return rowOf(
    [
      plainCell(null),
      ...blank.with(0, plainCell(words.total)),
      sum(({ copies }) => copies),
      sum(({ pages }) => pages),
      sum(({ fee }) => fee),
      plainCell(null),
    ],
    'total',
  );
}

/** The certification register of a period as a report; columns provisional. `states` reach back to 1 January of its year. */
export function buildCertificationReport(
  states: readonly DossierState[],
  input: {
    readonly frame: ReportFrame;
    readonly period: ReportPeriod;
    /** Codes of the procedures whose results stand in this book. */
    readonly procedures: ReadonlySet<string>;
    readonly masked: boolean;
  },
): TableReport {
  const { frame, period, procedures, masked } = input;
  const rows = buildCertificationRows(states, boundsOf(period, frame.madeAt), { procedures, masked });
  return frameReport(frame, {
    id: 'certificationRegister',
    masked,
    reference: words.reference.certificationRegister,
    subtitles: [describePeriod(period)],
    tables: [
      {
        name: words.sheet.certification,
        columns,
        rows: rows.length === 0 ? [] : [...rows.map(rowFor), totalRow(rows)],
        empty: words.empty.dossiers,
        notes: [words.line.certification, ...(masked ? [words.line.masked] : [])],
      },
    ],
    fileMark: markPeriod(period),
  });
}
