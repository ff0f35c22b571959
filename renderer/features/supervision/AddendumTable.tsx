import { type ReactNode, useMemo } from 'react';
import { formatDay, formatInstant, toLocalTime, type LocalDay } from '../../../shared/base/time';
import { openDossier } from '../../route.store';
import { type Column, DataTable, EmptyState, t } from '../../ui';
import type { AddendumRow } from './addendum';

const rowKey = (row: AddendumRow): string => row.actionId;

function buildColumns(): readonly Column<AddendumRow>[] {
  return [
    {
      id: 'no',
      header: t('supervision.addendum.column.no'),
      width: '48px',
      align: 'end',
      isTabular: true,
      cell: (row) => row.no,
    },
    {
      id: 'code',
      header: t('supervision.addendum.column.code'),
      width: '176px',
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
      cell: (row) => <span className="strong">{t(row.act)}</span>,
    },
    {
      id: 'happenedAt',
      header: t('supervision.addendum.column.happenedAt'),
      width: '96px',
      isTabular: true,
      cell: (row) => toLocalTime(row.happenedAt),
    },
    {
      id: 'at',
      header: t('supervision.addendum.column.at'),
      width: '136px',
      isTabular: true,
      cell: (row) => formatInstant(row.at),
    },
    {
      id: 'why',
      header: t('supervision.addendum.column.why'),
      width: 'minmax(180px, 1.2fr)',
      cell: (row) => <span title={t(row.why)}>{t(row.why)}</span>,
    },
  ];
}

/** What was recorded of a day after its register was closed: numbered, each with its reason. */
export function AddendumTable({
  rows,
  day,
}: {
  readonly rows: readonly AddendumRow[];
  readonly day: LocalDay;
}): ReactNode {
  const columns = useMemo(() => buildColumns(), []);
  return (
    <section className="board-addendum">
      <h3 className="text-section">
        {t('supervision.addendum.title')} <span className="muted tabular">{rows.length}</span>
      </h3>
      <p className="muted text-small">{t('supervision.addendum.body')}</p>
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
