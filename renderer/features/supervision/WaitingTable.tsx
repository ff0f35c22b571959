import { type ReactNode, useMemo } from 'react';
import { formatInstant } from '../../../shared/base/time';
import { describeTimeLeft } from '../../../shared/text/worklist-sentences';
import type { WaitingSubmission } from '../../records/watch-table';
import { openDossier } from '../../route.store';
import { type Column, DataTable, EmptyState, StatusChip, t, useNow } from '../../ui';
import { CODE_CHARACTERS, measureWidth } from '../../ui/table-widths';
import { useOfficeNames, useUnitCalendar } from '../../use-office';
import { PersonCell } from './ShownRows';

const NOW_MS = 60_000;
const rowKey = (row: WaitingSubmission): string => row.dossierId;

interface WaitingTableProps {
  readonly rows: readonly WaitingSubmission[];
  readonly isBusy: boolean;
}

/** Online submissions by the working time left to accept or answer them. */
export function WaitingTable({ rows, isBusy }: WaitingTableProps): ReactNode {
  const now = useNow(NOW_MS);
  const calendar = useUnitCalendar();
  const { procedureName } = useOfficeNames();
  const columns = useMemo((): readonly Column<WaitingSubmission>[] => {
    const nameOf = ({ procedureCode }: WaitingSubmission) =>
      procedureCode === null ? '' : procedureName(procedureCode);
    return [
      {
        ...{ id: 'left', header: t('supervision.due.column.left'), width: 'clamp(150px, 15vw, 232px)' },
        cell: (row) => {
          const left = describeTimeLeft(calendar, now, row.acceptBy);
          return (
            <StatusChip tone={left.tone}>
              <span title={t(left.message)}>{t(left.message)}</span>
            </StatusChip>
          );
        },
        sortValue: (row) => row.acceptBy,
      },
      {
        ...{ id: 'code', header: t('supervision.due.column.code'), isTabular: true },
        width: measureWidth(
          rows.slice(0, 200).map((row) => row.code),
          CODE_CHARACTERS,
        ),
        cell: (row) => row.code,
        sortValue: (row) => row.code,
      },
      {
        ...{ id: 'due', header: t('leader.late.column.acceptBy'), width: '140px', isTabular: true },
        cell: (row) => formatInstant(row.acceptBy),
        sortValue: (row) => row.acceptBy,
      },
      {
        ...{ id: 'person', header: t('supervision.due.column.person'), width: 'minmax(130px, 1fr)' },
        cell: (row) => <PersonCell id={row.dossierId} />,
      },
      {
        ...{ id: 'procedure', header: t('supervision.due.column.procedure'), width: 'minmax(160px, 1.4fr)' },
        cell: (row) => <span title={nameOf(row)}>{nameOf(row)}</span>,
        sortValue: nameOf,
      },
    ];
  }, [rows, calendar, now, procedureName]);
  return (
    <DataTable
      label={t('leader.late.table', { name: t('leader.late.list.waiting') })}
      columns={columns}
      rows={rows}
      rowKey={rowKey}
      isBusy={isBusy}
      onOpen={(row) => {
        openDossier(row.dossierId);
      }}
      empty={<EmptyState title={t('leader.late.empty.waiting')}>{t('supervision.due.emptyHint')}</EmptyState>}
    />
  );
}
