import { type ReactNode, useMemo } from 'react';
import type { DossierRow } from '../../records/dossier-row';
import { type Column, DataTable, StatusChip, t, useNow } from '../../ui';
import { CODE_CHARACTERS, measureWidth } from '../../ui/table-widths';
import { useOfficeNames, useUnitCalendar } from '../../use-office';
import { buildListRow, type ListRow } from './list-row';

const NOW_MS = 30_000;
const leftIcons = { neutral: 'clock', warn: 'clock', danger: 'alert' } as const;

function Person({ row }: { readonly row: ListRow }): ReactNode {
  if (row.isStub) return <span className="muted">{t('dossiers.list.stubPerson')}</span>;
  if (row.person === '') return <span className="muted">{t('dossiers.list.noPerson')}</span>;
  const text =
    row.otherApplicants > 0 ? t('dossiers.list.others', { name: row.person, count: row.otherApplicants }) : row.person;
  return (
    <span className="strong" title={text}>
      {text}
    </span>
  );
}

function buildColumns(isSubmission: boolean, codeWidth: string): readonly Column<ListRow>[] {
  return [
    {
      id: 'code',
      header: t('dossiers.list.column.code'),
      width: codeWidth,
      cell: (row) => row.code,
      isTabular: true,
      sortValue: (row) => row.code,
    },
    {
      id: 'person',
      header: t('dossiers.list.column.person'),
      width: 'minmax(140px, 1.2fr)',
      cell: (row) => <Person row={row} />,
      sortValue: (row) => row.person,
    },
    {
      id: 'procedure',
      header: t('dossiers.list.column.procedure'),
      width: 'minmax(140px, 1.2fr)',
      cell: (row) => <span title={row.procedure}>{row.procedure}</span>,
      sortValue: (row) => row.procedure,
    },
    {
      id: 'status',
      header: t('dossiers.list.column.status'),
      width: 'minmax(110px, 0.8fr)',
      cell: (row) => <span title={t(row.status)}>{t(row.status)}</span>,
      sortValue: (row) => t(row.status),
    },
    {
      id: 'due',
      header: t(isSubmission ? 'dossiers.list.column.submitted' : 'dossiers.list.column.due'),
      width: '140px',
      cell: (row) => row.due,
      isTabular: true,
      sortValue: (row) => row.dueAt,
    },
    {
      id: 'left',
      header: t('dossiers.list.column.left'),
      width: 'clamp(150px, 15vw, 232px)',
      cell: (row) => (
        <StatusChip tone={row.left.tone} {...(row.left.tone === 'neutral' ? {} : { icon: leftIcons[row.left.tone] })}>
          <span title={t(row.left.message)}>{t(row.left.message)}</span>
        </StatusChip>
      ),
      sortValue: (row) => row.dueAt,
    },
    {
      id: 'sync',
      header: t('dossiers.list.column.sync'),
      width: '130px',
      cell: (row) => <StatusChip tone={row.sync.tone}>{t(row.sync.message)}</StatusChip>,
    },
  ];
}

interface DossierTableProps {
  readonly label: string;
  readonly rows: readonly DossierRow[];
  readonly isBusy: boolean;
  readonly empty: ReactNode;
  /** The time column tells when a submission was sent. */
  readonly isSubmission?: boolean;
  readonly shouldFocus: boolean;
  readonly onOpen: (dossierId: string) => void;
}

const rowKey = (row: ListRow): string => row.id;

/** Dossiers to work through. */
export function DossierTable(props: DossierTableProps): ReactNode {
  const now = useNow(NOW_MS);
  const calendar = useUnitCalendar();
  const { procedureName } = useOfficeNames();
  const isSubmission = props.isSubmission ?? false;
  const rows = useMemo(
    () => props.rows.map((row) => buildListRow(row, { now, calendar, procedureName })),
    [props.rows, now, calendar, procedureName],
  );
  // A temporary number is longer than a code, and told from the next by its last digits only: it is never cut.
  const codeWidth = measureWidth(
    rows.map((row) => row.code),
    CODE_CHARACTERS,
  );
  const columns = useMemo(() => buildColumns(isSubmission, codeWidth), [isSubmission, codeWidth]);
  return (
    <DataTable
      label={props.label}
      columns={columns}
      rows={rows}
      rowKey={rowKey}
      onOpen={(row) => {
        props.onOpen(row.id);
      }}
      empty={props.empty}
      isBusy={props.isBusy}
      shouldFocus={props.shouldFocus}
    />
  );
}
