import { type ReactNode, useState } from 'react';
import { toLocalDay } from '../../../shared/base/time';
import type { ReportEntry } from '../../../shared/reports/report-catalogue';
import type { CellPlace } from '../../records/report-protocol';
import { Explain, FilterChips, Notice, t } from '../../ui';
import { CounterLine } from './CounterLine';
import { ReportExportBar } from './ReportExportBar';
import { ReportGrid } from './ReportGrid';
import { sayReport } from './say-report';
import type { MadeReport, ReportsState } from './use-report-desk';

interface ReportShownProps {
  readonly entry: ReportEntry;
  readonly made: MadeReport;
  readonly reports: ReportsState;
  /** The figure looked behind last. */
  readonly last: CellPlace | null;
  readonly onBehind: (place: CellPlace) => void;
}

/** What the figures rest on, one key away. */
function HowCounted({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return (
    <Explain label={t('reportScreen.table.facts')} title={t('reportScreen.table.facts')} keys="F8">
      {lines.map((line) => (
        <p key={line} className="text-small">
          {sayReport(line)}
        </p>
      ))}
    </Explain>
  );
}

/** The tables of a report, one at a time, with their notes and the way out of the app. */
export function ReportShown({ entry, made, reports, last, onBehind }: ReportShownProps): ReactNode {
  const [chosen, setChosen] = useState(last?.table ?? 0);
  const { report, counters, unreadable } = made.read;
  const tableNo = chosen < report.tables.length ? chosen : 0;
  const table = report.tables[tableNo];
  if (table === undefined) return null;
  const isStale = JSON.stringify(made.params) !== JSON.stringify(reports.params);
  return (
    <>
      {unreadable > 0 && <Notice tone="danger">{t('reportScreen.make.unreadable', { count: unreadable })}</Notice>}
      {isStale && (
        <p className="text-small report-stale" role="status">
          {t('reportScreen.make.stale')}
        </p>
      )}
      <div className="row-between">
        {report.tables.length > 1 ? (
          <FilterChips
            label={t('reportScreen.table.choose')}
            value={String(tableNo)}
            onChange={(id) => {
              setChosen(Number(id));
            }}
            options={report.tables.map(({ name, rows }, index) => ({
              id: String(index),
              text: sayReport(name),
              count: rows.length,
            }))}
          />
        ) : (
          <span />
        )}
        <HowCounted lines={[report.reference, ...report.lines].filter((line) => line !== '')} />
      </div>
      <ReportGrid
        key={`${made.read.report.madeAt.toString()} ${String(tableNo)}`}
        report={report}
        table={table}
        counts={made.read.behind[tableNo]}
        start={last?.table === tableNo ? last : null}
        onBehind={(row, column) => {
          onBehind({ table: tableNo, row, column });
        }}
      />
      {table.notes.length > 0 && (
        <ul className="report-notes text-small" aria-label={t('reportScreen.table.notes')}>
          {table.notes.map((note) => (
            <li key={note}>{sayReport(note)}</li>
          ))}
        </ul>
      )}
      <ReportExportBar entry={entry} report={report} reports={reports}>
        <CounterLine day={toLocalDay(report.madeAt)} counters={counters} />
      </ReportExportBar>
    </>
  );
}
