import { type ReactNode, useMemo, useState } from 'react';
import { formatInstant, toLocalTime } from '../../../shared/base/time';
import type { ApprovalRow } from '../../../shared/domain/approval-list';
import { kindText } from '../../../shared/text/domain-sentences';

import { openDossier } from '../../route.store';
import { Button, type Column, DataTable, EmptyState, FilterChips, t } from '../../ui';
import { CODE_CHARACTERS, measureWidth } from '../../ui/table-widths';
import { useOfficeNames } from '../../use-office';
import { BATCH_LIMIT, type RecordedActs } from './apologies.commands';
import { type ApprovalList, approvalLists, groupApprovals } from './approval-desk';
import { ApprovalDialog } from './ApprovalDialog';
import { ChoiceMark } from './ChoiceMark';
import { PersonCell } from './ShownRows';
import { type Chosen, useChosen } from './use-chosen';
import type { Watch } from './use-watch';
import { WatchNotice } from './WatchNotice';

const rowKey = (row: ApprovalRow): string => row.actId;
const noRows: readonly ApprovalRow[] = [];

function useColumns(
  rows: readonly ApprovalRow[],
  list: ApprovalList,
  chosen: Chosen<ApprovalRow>,
): readonly Column<ApprovalRow>[] {
  const { officerName } = useOfficeNames();
  const width = useMemo(
    () =>
      measureWidth(
        rows.slice(0, 200).map((row) => row.code),
        CODE_CHARACTERS,
      ),
    [rows],
  );
  const head = (id: 'choose' | 'at' | 'code' | 'person' | 'act' | 'why' | 'detail' | 'officer' | 'word') =>
    t(`leader.approval.column.${id}`);
  const columns: readonly Column<ApprovalRow>[] = [
    {
      ...{ id: 'at', header: head('at'), width: '140px', isTabular: true },
      cell: (row) => formatInstant(row.at),
      sortValue: (row) => row.at,
    },
    {
      ...{ id: 'code', header: head('code'), width, isTabular: true },
      cell: (row) => row.code,
      sortValue: (row) => row.code,
    },
    {
      ...{ id: 'person', header: head('person'), width: 'minmax(110px, 0.9fr)' },
      cell: (row) => <PersonCell id={row.dossierId} />,
    },
    {
      ...{ id: 'act', header: head('act'), width: 'minmax(130px, 1fr)' },
      cell: (row) => <span title={t(kindText(row.actKind))}>{t(kindText(row.actKind))}</span>,
      sortValue: (row) => t(kindText(row.actKind)),
    },
    {
      ...{ id: 'why', header: head('why'), width: 'minmax(130px, 0.9fr)' },
      cell: (row) => t(`leader.approval.why.${row.why}`),
      sortValue: (row) => row.why,
    },
    {
      ...{ id: 'detail', header: head('detail'), width: 'minmax(140px, 1.4fr)' },
      cell: (row) => <span title={row.detail}>{row.detail}</span>,
    },
    {
      ...{ id: 'officer', header: head('officer'), width: 'minmax(110px, 0.8fr)' },
      cell: (row) => officerName(row.officerId),
      sortValue: (row) => officerName(row.officerId),
    },
  ];
  const mark: Column<ApprovalRow> = {
    ...{ id: 'choose', header: head('choose'), width: '64px' },
    cell: (row) => (
      <ChoiceMark
        isChosen={chosen.has(row)}
        isDisabled={false}
        label={row.code}
        onToggle={() => {
          chosen.toggle(row);
        }}
      />
    ),
  };
  const word: Column<ApprovalRow> = {
    ...{ id: 'word', header: head('word'), width: 'minmax(140px, 1.2fr)' },
    cell: ({ decision }) => {
      if (decision === null) return '';
      const said = [formatInstant(decision.at), officerName(decision.officerId), decision.note ?? ''];
      const text = said.filter((part) => part !== '').join(' · ');
      return <span title={text}>{text}</span>;
    },
  };
  if (list === 'waiting') return [mark, ...columns];
  return list === 'own' ? columns : [...columns, word];
}

interface ApprovalBoardProps {
  readonly watch: Watch;
  readonly leaderId: string;
}

/** Acts that went on with one person present, waived fees and papers asked outside the list: seen, approved or returned. */
export function ApprovalBoard({ watch, leaderId }: ApprovalBoardProps): ReactNode {
  const [list, setList] = useState<ApprovalList>('waiting');
  const [open, setOpen] = useState<'approved' | 'returned'>();
  const [told, setTold] = useState<{ readonly at: number; readonly count: number }>();
  const all = watch.report?.approvals;
  const groups = useMemo(() => groupApprovals(all ?? [], leaderId), [all, leaderId]);
  const rows = all ? groups[list] : noRows;
  const chosen = useChosen(rows, rowKey, () => list === 'waiting');
  const columns = useColumns(rows, list, chosen);
  const isReady = chosen.rows.length > 0 && chosen.rows.length <= BATCH_LIMIT;
  const end = (recorded: RecordedActs): void => {
    setOpen(undefined);
    chosen.clear();
    setTold({ at: recorded.actions[0]?.at ?? 0, count: recorded.actions.length });
  };
  return (
    <div className="board">
      <WatchNotice watch={watch} />
      <FilterChips
        label={t('leader.approval.lists')}
        value={list}
        onChange={(id) => {
          setList(approvalLists.find((one) => one === id) ?? list);
          chosen.clear();
        }}
        options={approvalLists.map((id) => {
          const text = t(`leader.approval.list.${id}`);
          return all ? { id, text, count: groups[id].length } : { id, text };
        })}
      />
      <p className="muted text-small">
        {[t(`leader.approval.hint.${list}`), list === 'waiting' ? t('leader.choose.hint') : ''].join(' ')}
      </p>
      <DataTable
        key={list}
        label={t('leader.approval.table', { name: t(`leader.approval.list.${list}`) })}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        isBusy={all === undefined}
        onToggle={chosen.toggle}
        onOpen={(row) => {
          openDossier(row.dossierId);
        }}
        empty={<EmptyState title={t(`leader.approval.empty.${list}`)}>{t('supervision.due.emptyHint')}</EmptyState>}
      />
      {list === 'waiting' && (
        <div className="board-actions">
          <span className="text-small grow" role="status">
            {chosen.rows.length > BATCH_LIMIT
              ? t('leader.choose.tooMany', { count: chosen.rows.length, most: BATCH_LIMIT })
              : told && t('leader.approval.saved', { at: toLocalTime(told.at), count: told.count })}
          </span>
          <Button keys="Alt+A" isDisabled={rows.length === 0} onPress={chosen.toggleAll}>
            {t('leader.choose.all')}
          </Button>
          <Button keys="Alt+T" isDisabled={!isReady} onPress={() => setOpen('returned')}>
            {t('leader.approval.return.button', { count: chosen.rows.length })}
          </Button>
          <Button variant="primary" keys="Alt+D" isDisabled={!isReady} onPress={() => setOpen('approved')}>
            {t('leader.approval.approve.button', { count: chosen.rows.length })}
          </Button>
        </div>
      )}
      {open && <ApprovalDialog decision={open} rows={chosen.rows} onClose={() => setOpen(undefined)} onSaved={end} />}
    </div>
  );
}
