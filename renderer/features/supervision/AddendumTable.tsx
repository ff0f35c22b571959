import { type ReactNode, useMemo } from 'react';
import { formatDay, formatInstant, toLocalTime, type LocalDay } from '../../../shared/base/time';
import type { AddendumRow } from '../../../shared/domain/actions/unit-day-actions';
import { describeLateAct, describeLateness } from '../../../shared/text/addendum-sentences';
import { openDossier } from '../../route.store';
import { type Column, DataTable, EmptyState, t } from '../../ui';
import { CODE_CHARACTERS, measureWidth } from '../../ui/table-widths';
import type { IssuedAddendum } from './addendum';

/** A late act with the number of the addendum that holds it; null while none does. */
type LateRow = AddendumRow & { readonly key: string; readonly number: number | null };

function listRows(issued: readonly IssuedAddendum[], waiting: readonly AddendumRow[]): readonly LateRow[] {
  return [
    ...issued.flatMap(({ number, rows, actionId }) =>
      rows.map((row) => ({ ...row, number, key: `${actionId} ${row.actionId}` })),
    ),
    ...waiting.map((row) => ({ ...row, number: null, key: row.actionId })),
  ];
}

const rowKey = (row: LateRow): string => row.key;

function buildColumns(codeWidth: string): readonly Column<LateRow>[] {
  return [
    {
      id: 'number',
      header: t('supervision.addendum.column.number'),
      width: '84px',
      isTabular: true,
      cell: (row) => row.number ?? <span className="strong">{t('supervision.addendum.waiting')}</span>,
    },
    {
      id: 'code',
      header: t('supervision.addendum.column.code'),
      width: codeWidth,
      isTabular: true,
      cell: (row) => row.code,
    },
    {
      id: 'person',
      header: t('supervision.addendum.column.person'),
      width: 'minmax(140px, 1fr)',
      cell: (row) => <span title={row.person}>{row.person}</span>,
    },
    {
      id: 'act',
      header: t('supervision.addendum.column.act'),
      width: 'minmax(160px, 1fr)',
      cell: (row) => <span className="strong">{t(describeLateAct(row))}</span>,
    },
    {
      id: 'happenedAt',
      header: t('supervision.addendum.column.happenedAt'),
      width: '96px',
      isTabular: true,
      cell: (row) => toLocalTime(row.happenedAt),
    },
    {
      id: 'recordedAt',
      header: t('supervision.addendum.column.at'),
      width: '136px',
      isTabular: true,
      cell: (row) => formatInstant(row.recordedAt),
    },
    {
      id: 'why',
      header: t('supervision.addendum.column.why'),
      width: 'minmax(180px, 1.2fr)',
      cell: ({ why }) => <span title={t(describeLateness(why))}>{t(describeLateness(why))}</span>,
    },
  ];
}

/** What was recorded of a day after its register was closed: in which numbered addendum, and why so late. */
export function AddendumTable({
  issued,
  waiting,
  day,
  action,
}: {
  readonly issued: readonly IssuedAddendum[];
  readonly waiting: readonly AddendumRow[];
  readonly day: LocalDay;
  readonly action: ReactNode;
}): ReactNode {
  const rows = useMemo(() => listRows(issued, waiting), [issued, waiting]);
  const codeWidth = measureWidth(
    rows.map((row) => row.code),
    CODE_CHARACTERS,
  );
  const columns = useMemo(() => buildColumns(codeWidth), [codeWidth]);
  return (
    <section className="board-addendum">
      <div className="row-between">
        <div>
          <h3 className="text-section">
            {t('supervision.addendum.title')} <span className="muted tabular">{rows.length}</span>
          </h3>
          <p className="muted text-small">{t('supervision.addendum.body')}</p>
        </div>
        {action}
      </div>
      <DataTable
        label={t('supervision.addendum.table', { day: formatDay(day) })}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        onOpen={(row) => {
          openDossier(row.dossierId);
        }}
        empty={<EmptyState title={t('supervision.addendum.empty')} />}
      />
    </section>
  );
}
