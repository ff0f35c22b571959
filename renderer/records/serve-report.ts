import { foldDossier } from '../../shared/domain/dossier-state';
import { buildReference } from '../../shared/domain/reference';
import { buildDossierDetail, type DossierDetail } from '../../shared/reports/dossier-detail';
import { gatherDossier, listHeardOf, startGathering, type Gathered } from '../../shared/reports/gather-report';
import { lateCauseText } from '../../shared/reports/late-cause';
import { makeReport, namesOfOfficers, namesOfProcedures, type Named } from '../../shared/reports/make-report';
import { dropDrillDown, type TableReport } from '../../shared/reports/report-data';
import type { ReportFrame } from '../../shared/reports/report-frame';
import { boundsOf } from '../../shared/reports/report-period';
import { buildDateRules } from './date-rules';
import { openDossier } from './dossier-content';
import { servePort, type PortRequest } from './port-client';
import type { CellCounts, CellPlace, ReportCalls, SealedDossier } from './report-protocol';

interface Held {
  readonly key: CryptoKey;
  readonly gathered: Gathered;
  readonly details: Map<string, DossierDetail>;
  readonly causes: Map<string, string>;
  report: TableReport | undefined;
}

function open({ key, order, packages, day }: ReportCalls['open']['input']): Held {
  const reference = buildReference(packages, day);
  if (!reference.ok) throw new Error('no rules');
  const gathered = startGathering(order, buildDateRules(reference.value, packages));
  return { key, gathered, details: new Map(), causes: new Map(), report: undefined };
}

async function gather({ key, gathered }: Held, docs: readonly SealedDossier[]): Promise<number> {
  let damaged = 0;
  for (const doc of docs) {
    const content = await openDossier({ records: key }, doc);
    if (content.ok) gatherDossier(gathered, foldDossier({ dossierId: doc.id, ...content.value.history }));
    else damaged += 1;
  }
  return damaged;
}

/** Whom the report wants to name: it is made once without a name. */
function draft(held: Held, counters: ReportFrame['counters']): readonly string[] {
  const wanted = new Set<string>();
  const nobody: Named = {
    detailOf: (dossierId) => {
      wanted.add(dossierId);
      return undefined;
    },
    causeOf: () => null,
  };
  const report = makeReport(held.gathered, counters, nobody);
  // Who names nobody is done.
  if (wanted.size === 0) held.report = report;
  return [...wanted];
}

async function name({ key, gathered, details, causes }: Held, docs: readonly SealedDossier[]): Promise<null> {
  const { order, dates } = gathered;
  const look = {
    procedureOf: namesOfProcedures(gathered),
    officerName: namesOfOfficers(gathered),
    masked: order.masked,
  };
  const asOf = boundsOf(order.period, order.madeAt).end;
  for (const doc of docs) {
    const content = await openDossier({ records: key }, doc);
    if (!content.ok) continue;
    const state = foldDossier({ dossierId: doc.id, ...content.value.history });
    details.set(doc.id, buildDossierDetail(state, look));
    if (order.id !== 'lateToAccept' && order.id !== 'lateToProcess') continue;
    const cause = lateCauseText(state, order.id, { dates, unit: order.unit, asOf });
    if (cause !== null) causes.set(doc.id, cause);
  }
  return null;
}

function countBehind({ columns, rows }: TableReport['tables'][number]): CellCounts {
  const counts = new Int32Array(rows.length * columns.length).fill(-1);
  rows.forEach(({ cells }, row) => {
    cells.forEach(({ dossierIds }, column) => {
      if (dossierIds) counts[row * columns.length + column] = dossierIds.length;
    });
  });
  return counts;
}

function finish(held: Held, counters: ReportFrame['counters']): ReportCalls['finish']['output'] {
  held.report ??= makeReport(held.gathered, counters, {
    detailOf: (id) => held.details.get(id),
    causeOf: (id) => held.causes.get(id) ?? null,
  });
  const { report } = held;
  return { report: dropDrillDown(report), behind: report.tables.map(countBehind) };
}

function listBehind({ report }: Held, { table, row, column }: CellPlace): readonly string[] {
  return [...new Set(report?.tables[table]?.rows[row]?.cells[column]?.dossierIds ?? [])];
}

async function answer(held: Held, request: Exclude<PortRequest<ReportCalls>, { op: 'open' }>): Promise<unknown> {
  switch (request.op) {
    case 'gather':
      return gather(held, request.input);
    case 'heard':
      return listHeardOf(held.gathered);
    case 'draft':
      return draft(held, request.input);
    case 'name':
      return name(held, request.input);
    case 'finish':
      return finish(held, request.input);
    case 'behind':
      return listBehind(held, request.input);
  }
}

/** Serves the making of one report on a port. Who wants another one starts another worker: nothing is left behind. */
export function serveReport(port: MessagePort): void {
  let held: Held | undefined;
  servePort<ReportCalls>(port, async (request) => {
    if (request.op === 'open') {
      held = open(request.input);
      return null;
    }
    if (held === undefined) throw new Error('report is not open');
    return answer(held, request);
  });
}
