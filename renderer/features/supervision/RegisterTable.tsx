import { type ReactNode, useMemo } from 'react';
import { formatDay, formatInstant, toLocalDay, toLocalTime } from '../../../shared/base/time';
import type { Register, RegisterRow } from '../../../shared/reports/register-data';
import { openDossier } from '../../route.store';
import { type Column, DataTable, EmptyState, Icon, t } from '../../ui';
import { feeText, measureColumns, shortSync } from './register-cells';

const rowKey = (row: RegisterRow): string => row.dossierId;

/** Time of reception, and what is unusual about it. */
function receivedText({ receivedAt, note }: RegisterRow): ReactNode {
  return (
    <span className="register-received" title={note}>
      <span className="tabular">{toLocalTime(receivedAt)}</span>
      {note !== '' && <Icon name="info" />}
      {note !== '' && <span className="visually-hidden">{note}</span>}
    </span>
  );
}

function promisedText({ promisedAt, receivedAt }: RegisterRow): string {
  if (promisedAt === null) return '–';
  return toLocalDay(promisedAt) === toLocalDay(receivedAt) ? toLocalTime(promisedAt) : formatInstant(promisedAt);
}

function syncCell({ sync, receivedAt }: RegisterRow): ReactNode {
  return <span title={sync}>{shortSync(sync, formatDay(toLocalDay(receivedAt)))}</span>;
}

function titled(text: string, className = ''): ReactNode {
  return (
    <span className={className} title={text}>
      {text}
    </span>
  );
}

function buildColumns(widths: ReturnType<typeof measureColumns>): readonly Column<RegisterRow>[] {
  return [
    {
      id: 'no',
      header: t('supervision.register.column.no'),
      width: '44px',
      align: 'end',
      isTabular: true,
      cell: (row) => row.no,
    },
    {
      id: 'code',
      header: t('supervision.register.column.code'),
      width: widths.code,
      isTabular: true,
      cell: (row) => row.code,
    },
    {
      id: 'receivedAt',
      header: t('supervision.register.column.receivedAt'),
      width: '80px',
      cell: receivedText,
    },
    {
      id: 'procedure',
      header: t('supervision.register.column.procedure'),
      width: 'minmax(110px, 1.2fr)',
      cell: (row) => titled(row.procedureName),
    },
    {
      id: 'applicant',
      header: t('supervision.register.column.applicant'),
      width: 'minmax(120px, 0.6fr)',
      cell: (row) => titled(row.applicant, 'strong'),
    },
    {
      id: 'identity',
      header: t('supervision.register.column.identity'),
      width: '118px',
      isTabular: true,
      cell: (row) => row.identity,
    },
    {
      id: 'fee',
      header: t('supervision.register.column.fee'),
      width: widths.fee,
      align: 'end',
      isTabular: true,
      cell: feeText,
    },
    {
      id: 'promisedAt',
      header: t('supervision.register.column.promisedAt'),
      width: '144px',
      isTabular: true,
      cell: promisedText,
    },
    {
      id: 'status',
      header: t('supervision.register.column.status'),
      width: '118px',
      cell: (row) => titled(row.status),
    },
    { id: 'sync', header: t('supervision.register.column.sync'), width: '144px', cell: syncCell },
  ];
}

/** The rows of a day, as they will be printed. */
export function RegisterTable({
  register,
  isBusy,
}: {
  readonly register: Register | undefined;
  readonly isBusy: boolean;
}): ReactNode {
  const rows = register?.rows;
  const columns = useMemo(() => buildColumns(measureColumns(rows ?? [])), [rows]);
  return (
    <DataTable
      label={t('supervision.register.table', { day: register ? formatDay(register.day) : '' })}
      columns={columns}
      rows={rows ?? []}
      rowKey={rowKey}
      isBusy={isBusy}
      onOpen={(row) => {
        openDossier(row.dossierId);
      }}
      empty={<EmptyState title={t('supervision.register.empty')}>{t('supervision.register.emptyHint')}</EmptyState>}
    />
  );
}
