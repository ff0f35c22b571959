import type { Instant } from '../base/time';
import { toLocalDay } from '../base/time';
import { fillText } from '../text/message';
import { vi } from '../text/vi';
import { detailOrId, type DetailOf } from './dossier-detail';
import { countCell, plainCell, rowOf } from './figure';
import { buildPostalLists, listPostalPickUp, type PostalCount, type PostalLine } from './postal-lists';
import type { ProcedureNames } from './procedure-results';
import { column } from './report-columns';
import type { ReportRow, ReportTable, TableReport } from './report-data';
import type { ReportFact } from './report-fact';
import { describeAsOf, frameReport, type ReportFrame } from './report-frame';
import { boundsOf, describePeriod, markPeriod, type ReportPeriod } from './report-period';

const words = vi.reports;
const heads = vi.reportColumns;

const lineColumns = [
  column.count(heads.no, 5),
  column.text(heads.code, 24),
  column.text(heads.procedure, 28),
  column.text(heads.applicant, 22),
  column.text(heads.postal.returnAddress, 28),
  column.text(heads.phone, 13),
  column.instant(heads.postal.takenAt),
  column.instant(heads.postal.readyAt),
  column.instant(heads.postal.dispatchedAt),
  column.instant(heads.postal.failedAt),
  column.text(heads.postal.waybill, 16),
  column.text(heads.status, 14),
];

function lineRow(line: PostalLine, no: number, detailOf: DetailOf): ReportRow {
  const { fact, takenAt, readyAt, dispatchedAt, failedAt } = line;
  const detail = detailOrId(detailOf, fact.dossierId);
  return rowOf([
    plainCell(no),
    { value: detail.code, dossierIds: [fact.dossierId] },
    plainCell(detail.procedureName),
    plainCell(detail.applicant),
    plainCell(detail.returnAddress),
    plainCell(detail.phone),
    plainCell(takenAt),
    plainCell(readyAt),
    plainCell(dispatchedAt),
    plainCell(failedAt),
    plainCell(detail.waybill),
    plainCell(detail.status),
  ]);
}

function lineTable(name: string, lines: readonly PostalLine[], detailOf: DetailOf): ReportTable {
  const rows = lines.map((line, index) => lineRow(line, index + 1, detailOf));
  return { name, columns: lineColumns, rows, empty: words.empty.dossiers, notes: [] };
}

const countColumns = [
  column.text(heads.procedure, 50),
  column.count(heads.postal.taken, 12),
  column.count(heads.postal.toReturn, 12),
  column.count(heads.postal.dispatched, 12),
  column.count(heads.postal.failed, 12),
];

function countTable(counts: readonly PostalCount[], procedureOf: ProcedureNames): ReportTable {
  const all = (pick: (count: PostalCount) => readonly string[]) => countCell(counts.flatMap(pick));
  const rows = counts.map((count) =>
    rowOf([
      plainCell(procedureOf(count.procedureCode)?.name ?? count.procedureCode),
      countCell(count.taken),
      countCell(count.toReturn),
      countCell(count.dispatched),
      countCell(count.failed),
    ]),
  );
  const total = rowOf(
    [
      plainCell(words.total),
      all(({ taken }) => taken),
      all(({ toReturn }) => toReturn),
      all(({ dispatched }) => dispatched),
      all(({ failed }) => failed),
    ],
    'total',
  );
  return {
    name: words.sheet.byProcedure,
    columns: countColumns,
    rows: [...rows, total],
    empty: words.empty.dossiers,
    notes: [],
  };
}

/** The postal list of a period: by procedure, taken in, to be returned, dispatched, come back (domain notes §8). */
export function buildPostalReport(
  facts: readonly ReportFact[],
  input: {
    readonly frame: ReportFrame;
    readonly period: ReportPeriod;
    readonly detailOf: DetailOf;
    readonly procedureOf: ProcedureNames;
  },
): TableReport {
  const { frame, period, detailOf, procedureOf } = input;
  const lists = buildPostalLists(facts, boundsOf(period, frame.madeAt));
  return frameReport(frame, {
    id: 'postalList',
    subtitles: [describePeriod(period)],
    tables: [
      countTable(lists.counts, procedureOf),
      lineTable(words.sheet.taken, lists.taken, detailOf),
      lineTable(words.sheet.toReturn, lists.toReturn, detailOf),
      lineTable(words.sheet.dispatched, lists.dispatched, detailOf),
      lineTable(words.sheet.failed, lists.failed, detailOf),
    ],
    fileMark: markPeriod(period),
  });
}

const pickUpColumns = [
  column.count(heads.no, 5),
  column.text(heads.code, 24),
  column.text(heads.postal.sender, 24),
  column.text(heads.postal.senderAddress, 24),
  column.text(heads.postal.senderPhone, 13),
  column.text(heads.postal.receiver, 22),
  column.text(heads.postal.returnAddress, 30),
  column.text(heads.postal.receiverPhone, 13),
  column.money(heads.postal.charge),
  column.text(heads.postal.waybill, 16),
  column.text(heads.note, 18),
  column.text(heads.postal.signature, 11),
];

function pickUpRow({ fact }: PostalLine, no: number, input: PickUpInput): ReportRow {
  const { unit } = input.frame;
  const detail = detailOrId(input.detailOf, fact.dossierId);
  const { originalsInCustody: count } = detail;
  return rowOf([
    plainCell(no),
    { value: detail.code, dossierIds: [fact.dossierId] },
    plainCell(unit.name),
    plainCell(unit.address),
    plainCell(unit.phone),
    plainCell(detail.applicant),
    plainCell(detail.returnAddress),
    plainCell(detail.phone),
    { value: detail.postalChargeOpen, dossierIds: [fact.dossierId] },
    plainCell(''),
    plainCell(count === 0 ? '' : fillText(words.hold, { count })),
    plainCell(''),
  ]);
}

interface PickUpInput {
  readonly frame: ReportFrame;
  readonly detailOf: DetailOf;
  readonly asOf: Instant;
}

/**
 * What the postman fetches: order, sender, receiver and charge as the post's order asks for them (domain notes §8); waybill
 * and signature are filled in at the door.
 */
export function buildPickUpReport(facts: readonly ReportFact[], input: PickUpInput): TableReport {
  const { frame, asOf } = input;
  const rows = listPostalPickUp(facts, asOf).map((line, index) => pickUpRow(line, index + 1, input));
  return frameReport(frame, {
    id: 'postalPickUp',
    subtitles: [describeAsOf(asOf)],
    tables: [{ name: words.sheet.pickUp, columns: pickUpColumns, rows, empty: words.empty.dossiers, notes: [] }],
    fileMark: toLocalDay(asOf),
  });
}
