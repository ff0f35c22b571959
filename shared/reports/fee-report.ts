import type { MoneyAct } from '../domain/money-acts';
import { signedAmount } from '../domain/money-acts';
import type { WaivedFee } from '../domain/waiver-list';
import { vi } from '../text/vi';
import { detailOrId, type DetailOf } from './dossier-detail';
import { buildFeeReport, type Amount, type FeeTotal, type WaiverTotal } from './fee-totals';
import { countCell, figureCell, plainCell, rowOf } from './figure';
import { column } from './report-columns';
import type { ReportCell, ReportRow, ReportTable, TableReport } from './report-data';
import { frameReport, type ReportFrame } from './report-frame';
import { boundsOf, describePeriod, markPeriod, type ReportPeriod } from './report-period';

const words = vi.reports;
const heads = vi.reportColumns;

const totalColumns = [
  column.text(heads.money.ledger, 18),
  column.text(heads.money.method, 18),
  column.money(heads.money.collected),
  column.money(heads.money.cancelled),
  column.money(heads.money.refunded),
  column.money(heads.money.net),
  column.count(heads.money.dossiers),
  column.money(heads.money.announced, 18),
];

const cellOf = ({ amount, dossiers }: Amount): ReportCell => figureCell(amount, dossiers);

function totalRow(total: FeeTotal): ReportRow {
  return rowOf([
    plainCell(words.ledger[total.ledger]),
    plainCell(words.method[total.method]),
    cellOf(total.collected),
    cellOf(total.cancelled),
    cellOf(total.refunded),
    cellOf(total.net),
    countCell(total.net.dossiers),
    cellOf(total.announced),
  ]);
}

function addUp(amounts: readonly Amount[]): Amount {
  return {
    amount: amounts.reduce((sum, { amount }) => sum + amount, 0),
    dossiers: [...new Set(amounts.flatMap(({ dossiers }) => dossiers))],
  };
}

/** A sum for each ledger; there is none over both, since their money never mixes. */
function ledgerRows(totals: readonly FeeTotal[]): readonly ReportRow[] {
  return (['stateFee', 'postalCharge'] as const).flatMap((ledger) => {
    const own = totals.filter((total) => total.ledger === ledger);
    if (own.length === 0) return [];
    const sum = (pick: (total: FeeTotal) => Amount) => addUp(own.map(pick));
    const net = sum((total) => total.net);
    const cells = [
      plainCell(words.ledger[ledger]),
      plainCell(words.total),
      cellOf(sum(({ collected }) => collected)),
      cellOf(sum(({ cancelled }) => cancelled)),
      cellOf(sum(({ refunded }) => refunded)),
      cellOf(net),
      countCell(net.dossiers),
      cellOf(sum(({ announced }) => announced)),
    ];
    return [...own.map(totalRow), rowOf(cells, 'total')];
  });
}

const lineColumns = [
  column.count(heads.no, 5),
  column.instant(heads.money.at),
  column.text(heads.code, 25),
  column.text(heads.applicant, 24),
  column.text(heads.procedure, 28),
  column.text(heads.money.ledger, 16),
  column.text(heads.money.method, 16),
  column.text(heads.money.kind, 16),
  column.money(heads.money.amount),
  column.text(heads.money.officer, 20),
  column.text(heads.money.reason, 24),
];

/** A movement; an announcement shows its amount in words of its kind but moves nothing. */
function lineRow(act: MoneyAct, no: number, input: FeeInput): ReportRow {
  const detail = detailOrId(input.detailOf, act.dossierId);
  return rowOf([
    plainCell(no),
    plainCell(act.at),
    { value: detail.code, dossierIds: [act.dossierId] },
    plainCell(detail.applicant),
    plainCell(detail.procedureName),
    plainCell(words.ledger[act.ledger]),
    plainCell(words.method[act.method]),
    plainCell(words.money[act.kind]),
    figureCell(signedAmount(act), [act.dossierId]),
    plainCell(input.officerName(act.officerId)),
    plainCell(act.reason ?? ''),
  ]);
}

const waiverColumns = [
  column.text(heads.money.ground, 50),
  column.count(heads.money.dossiers),
  column.money(heads.money.waived),
  column.count(heads.money.unknown, 16),
];

function waiverRow({ ground, waived, unknown }: WaiverTotal): ReportRow {
  return rowOf([plainCell(ground), countCell([...waived.dossiers, ...unknown]), cellOf(waived), countCell(unknown)]);
}

interface FeeInput {
  readonly frame: ReportFrame;
  readonly period: ReportPeriod;
  readonly detailOf: DetailOf;
  readonly officerName: (officerId: string) => string;
}

/** Fee report of a period: totals by ledger and method, every movement, and what was waived (domain notes §10.4). */
export function buildFeeTable(
  money: { readonly acts: readonly MoneyAct[]; readonly waived: readonly WaivedFee[] },
  input: FeeInput,
): TableReport {
  const { frame, period } = input;
  const { acts, totals, waivers } = buildFeeReport(money.acts, money.waived, boundsOf(period, frame.madeAt));
  const tables: readonly ReportTable[] = [
    {
      name: words.sheet.feeTotals,
      columns: totalColumns,
      rows: ledgerRows(totals),
      empty: words.empty.money,
      notes: [words.line.money],
    },
    {
      name: words.sheet.feeLines,
      columns: lineColumns,
      rows: acts.map((act, index) => lineRow(act, index + 1, input)),
      empty: words.empty.money,
      notes: [],
    },
    {
      name: words.sheet.waivers,
      columns: waiverColumns,
      rows: waivers.map(waiverRow),
      empty: words.empty.none,
      notes: [],
    },
  ];
  return frameReport(frame, {
    id: 'fees',
    subtitles: [describePeriod(period)],
    tables,
    fileMark: markPeriod(period),
  });
}
