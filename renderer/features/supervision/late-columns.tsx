import { formatInstant } from '../../../shared/base/time';
import { remainingWorkMinutes } from '../../../shared/domain/deadline-clock';
import type { LateRow } from '../../../shared/domain/late-lists';
import type { WorkingCalendar } from '../../../shared/domain/working-calendar';
import { causeText } from '../../../shared/text/overdue-sentences';
import { workTimeText } from '../../../shared/text/worklist-sentences';
import { type Column, StatusChip, t } from '../../ui';
import { CODE_CHARACTERS, measureWidth } from '../../ui/table-widths';
import { lateSince } from './late-board';
import { PersonCell } from './ShownRows';

function lateMinutes(row: LateRow, calendar: WorkingCalendar, now: number): number {
  return row.lateness === 'legal' && row.doneAt === null
    ? Math.max(0, remainingWorkMinutes(calendar, row.due, lateSince(row, now)))
    : row.workingMinutes;
}

/** Columns of a late list. */
export function buildLateColumns(around: {
  readonly rows: readonly LateRow[];
  readonly calendar: WorkingCalendar;
  readonly now: number;
  readonly procedureName: (code: string) => string;
}): readonly Column<LateRow>[] {
  const { rows, calendar, now, procedureName } = around;
  const head = (id: 'late' | 'code' | 'due' | 'person' | 'procedure' | 'channel' | 'cause' | 'done') =>
    t(`leader.late.column.${id}`);
  const nameOf = (row: LateRow): string => (row.procedureCode === null ? '' : procedureName(row.procedureCode));
  const codeWidth = measureWidth(
    rows.slice(0, 200).map((row) => row.code),
    CODE_CHARACTERS,
  );
  return [
    {
      ...{ id: 'late', header: head('late'), width: 'clamp(120px, 12vw, 190px)' },
      cell: (row) => (
        <StatusChip tone={row.lateness === 'recordOnly' ? 'info' : row.doneAt === null ? 'danger' : 'neutral'}>
          {t(workTimeText(lateMinutes(row, calendar, now)))}
        </StatusChip>
      ),
      sortValue: (row) => -lateMinutes(row, calendar, now),
    },
    {
      ...{ id: 'code', header: head('code'), width: codeWidth, isTabular: true },
      cell: (row) => row.code,
      sortValue: rowCode,
    },
    {
      ...{ id: 'due', header: head('due'), width: '140px', isTabular: true },
      cell: (row) => formatInstant(row.due),
      sortValue: (row) => row.due,
    },
    {
      ...{ id: 'person', header: head('person'), width: 'minmax(120px, 1fr)' },
      cell: (row) => <PersonCell id={row.dossierId} />,
    },
    {
      ...{ id: 'cause', header: head('cause'), width: 'minmax(150px, 1.2fr)' },
      cell: (row) => <span title={t(causeText(row.main))}>{t(causeText(row.main))}</span>,
      sortValue: (row) => t(causeText(row.main)),
    },
    {
      ...{ id: 'procedure', header: head('procedure'), width: 'minmax(120px, 1fr)' },
      cell: (row) => <span title={nameOf(row)}>{nameOf(row)}</span>,
      sortValue: nameOf,
    },
    {
      ...{ id: 'channel', header: head('channel'), width: '96px' },
      cell: (row) => (row.channel === null ? '' : t(`intake.channel.${row.channel}`)),
      sortValue: (row) => row.channel ?? '',
    },
    {
      ...{ id: 'done', header: head('done'), width: '140px', isTabular: true },
      cell: (row) => (row.doneAt === null ? t('leader.late.notDone') : formatInstant(row.doneAt)),
      sortValue: (row) => row.doneAt ?? Number.MAX_SAFE_INTEGER,
    },
  ];
}

function rowCode(row: LateRow): string {
  return row.code;
}
