import { formatDay, toLocalDay } from '../base/time';
import { listRuns, type DoubleUse, type LeaseAccount } from '../domain/code-accounting';
import type { SlipAccount, SlipFate } from '../domain/slip-accounting';
import { vi } from '../text/vi';
import { countCell, plainCell, rowOf } from './figure';
import { column } from './report-columns';
import type { ReportRow, ReportTable, TableReport } from './report-data';
import { describeAsOf, frameReport, type ReportFrame } from './report-frame';

const words = vi.reports;
const heads = vi.reportColumns.codes;

/** Account of a slip series with its name, `Q1/2026`. */
export interface NamedSlips {
  readonly book: string;
  readonly account: SlipAccount;
}

const fates = ['used', 'void', 'returned', 'expired', 'kit', 'lost', 'free'] as const;

const leaseColumns = [
  column.text(heads.lease, 24),
  column.text(heads.day, 12),
  column.count(heads.from),
  column.count(heads.to),
  column.count(heads.size),
  ...fates.map((fate) => column.count(words.fate[fate], 11)),
];

function leaseRow({ lease, counts, numbers }: LeaseAccount): ReportRow {
  const users = numbers.flatMap((number) => (number.fate === 'used' ? number.dossierId : []));
  return rowOf([
    plainCell(`${lease.agencyId} ${lease.leaseId}`),
    plainCell(formatDay(lease.day)),
    plainCell(lease.from),
    plainCell(lease.to),
    plainCell(numbers.length),
    ...fates.map((fate) => (fate === 'used' ? { value: counts.used, dossierIds: users } : plainCell(counts[fate]))),
  ]);
}

const runColumns = [
  column.text(heads.lease, 24),
  column.text(heads.day, 12),
  column.count(heads.from),
  column.count(heads.to),
  column.count(heads.size),
  column.text(heads.fate, 20),
];

function runRows(account: LeaseAccount): readonly ReportRow[] {
  const { agencyId, leaseId, day } = account.lease;
  return listRuns(account).map(({ from, to, fate }) =>
    rowOf([
      plainCell(`${agencyId} ${leaseId}`),
      plainCell(formatDay(day)),
      plainCell(from),
      plainCell(to),
      plainCell(to - from + 1),
      plainCell(words.fate[fate]),
    ]),
  );
}

const doubleColumns = [column.text(heads.code, 26), column.text(heads.claims, 60), column.count(heads.size)];

function doubleRow(code: string, claims: Pick<DoubleUse, 'voidReasons' | 'kitIds'>, dossierIds: readonly string[]) {
  const kits = claims.kitIds.map((kitId) => `${words.fate.kit} ${kitId}`);
  const voids = claims.voidReasons.map((reason) => `${words.fate.void}: ${reason}`);
  return rowOf([plainCell(code), plainCell([...dossierIds, ...voids, ...kits].join('; ')), countCell(dossierIds)]);
}

/** Runs of neighbouring slips of one fate, so that a year's book fits a page. */
function slipRuns({ book, account }: NamedSlips): readonly ReportRow[] {
  const runs: { from: number; to: number; fate: SlipFate['fate'] }[] = [];
  for (const { number, fate } of account.numbers) {
    const last = runs.at(-1);
    if (last?.fate === fate) last.to = number;
    else runs.push({ from: number, to: number, fate });
  }
  return runs.map(({ from, to, fate }) =>
    rowOf(
      [plainCell(book), plainCell(from), plainCell(to), plainCell(to - from + 1), plainCell(words.fate[fate])],
      fate === 'missing' ? 'group' : 'plain',
    ),
  );
}

const slipColumns = [
  column.text(heads.book, 16),
  column.count(heads.from),
  column.count(heads.to),
  column.count(heads.size),
  column.text(heads.fate, 20),
];

/** Gap report of codes and slips: every number of every lease and book with its fate, and those claimed twice (domain notes §3.2). */
export function buildCodeGapReport(
  accounts: { readonly leases: readonly LeaseAccount[]; readonly slips: readonly NamedSlips[] },
  frame: ReportFrame,
): TableReport {
  const { leases, slips } = accounts;
  const doubles = [
    ...leases.flatMap((account) => account.doubles.map((one) => doubleRow(one.code, one, one.dossierIds))),
    ...slips.flatMap(({ book, account }) =>
      account.doubles.map((one) => doubleRow(`${book}/${String(one.number)}`, one, one.subjectIds)),
    ),
  ];
  const tableOf = (table: Pick<ReportTable, 'name' | 'columns' | 'rows'>): ReportTable => ({
    ...table,
    empty: words.empty.codes,
    notes: [],
  });
  return frameReport(frame, {
    id: 'codeGaps',
    subtitles: [describeAsOf(frame.madeAt)],
    tables: [
      tableOf({ name: words.sheet.leases, columns: leaseColumns, rows: leases.map(leaseRow) }),
      tableOf({ name: words.sheet.runs, columns: runColumns, rows: leases.flatMap(runRows) }),
      tableOf({ name: words.sheet.slips, columns: slipColumns, rows: slips.flatMap(slipRuns) }),
      tableOf({ name: words.sheet.doubles, columns: doubleColumns, rows: doubles }),
    ],
    fileMark: toLocalDay(frame.madeAt),
  });
}
