import { type ReactNode, useMemo, useState } from 'react';
import { formatInstant, toLocalTime } from '../../../shared/base/time';
import type { ApologyList, ApologyRow } from '../../../shared/domain/apology-day';
import { spellAgency } from '../../../shared/text/agency-name';
import { describeApology } from '../../../shared/text/overdue-sentences';
import { describeTimeLeft } from '../../../shared/text/worklist-sentences';

import { openDossier } from '../../route.store';
import { Button, type Column, DataTable, EmptyState, FilterChips, StatusChip, t, useNow } from '../../ui';
import { CODE_CHARACTERS, measureWidth } from '../../ui/table-widths';
import { useUnitCalendar } from '../../use-office';
import { BATCH_LIMIT, type RecordedActs } from './apologies.commands';
import { apologyLists, findDeliverable, findFirstList, findSignable } from './apology-desk';
import { ChoiceMark } from './ChoiceMark';
import { DeliverDialog } from './DeliverDialog';
import { PersonCell } from './ShownRows';
import { SignDialog } from './SignDialog';
import { type Chosen, useChosen } from './use-chosen';
import type { Watch } from './use-watch';
import { WatchNotice } from './WatchNotice';

const NOW_MS = 60_000;
const rowKey = (row: ApologyRow): string => row.dossierId;
const noRows: readonly ApologyRow[] = [];
const mayChoose = (row: ApologyRow): boolean => findSignable(row) !== null || findDeliverable(row) !== null;

function useColumns(rows: readonly ApologyRow[], chosen: Chosen<ApologyRow>): readonly Column<ApologyRow>[] {
  const now = useNow(NOW_MS);
  const calendar = useUnitCalendar();
  const width = useMemo(
    () =>
      measureWidth(
        rows.slice(0, 200).map((row) => row.code),
        CODE_CHARACTERS,
      ),
    [rows],
  );
  const head = (id: 'choose' | 'left' | 'code' | 'due' | 'person' | 'handling' | 'standing') =>
    t(`leader.apology.column.${id}`);
  return [
    {
      ...{ id: 'choose', header: head('choose'), width: '64px' },
      cell: (row) => (
        <ChoiceMark
          isChosen={chosen.has(row)}
          isDisabled={!mayChoose(row)}
          label={row.code}
          onToggle={() => {
            chosen.toggle(row);
          }}
        />
      ),
    },
    {
      ...{ id: 'left', header: head('left'), width: 'clamp(150px, 15vw, 220px)' },
      cell: (row) => {
        const left = describeTimeLeft(calendar, now, row.due);
        return (
          <StatusChip tone={left.tone}>
            <span title={t(left.message)}>{t(left.message)}</span>
          </StatusChip>
        );
      },
      sortValue: (row) => row.due,
    },
    {
      ...{ id: 'code', header: head('code'), width, isTabular: true },
      cell: (row) => row.code,
      sortValue: (row) => row.code,
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
      ...{ id: 'handling', header: head('handling'), width: 'minmax(130px, 0.8fr)' },
      cell: (row) => <span title={row.handlingUnit}>{spellAgency(row.handlingUnit)}</span>,
      sortValue: (row) => row.handlingUnit,
    },
    {
      ...{ id: 'standing', header: head('standing'), width: 'minmax(180px, 1.6fr)' },
      cell: (row) => <span title={t(describeApology(row.standing))}>{t(describeApology(row.standing))}</span>,
    },
  ];
}

/** Letters of apology: who needs one, signed by whom, with the citizen or not. Only delivered ones count. */
export function ApologyBoard({ watch }: { readonly watch: Watch }): ReactNode {
  const [picked, setPicked] = useState<ApologyList>();
  const [told, setTold] = useState<{
    readonly at: number;
    readonly count: number;
    readonly what: 'signed' | 'delivered';
  }>();
  const [open, setOpen] = useState<'sign' | 'deliver'>();
  const day = watch.report?.apologies;
  // Chosen once: a list that empties under the hand must not turn into another one.
  if (picked === undefined && day !== undefined) setPicked(findFirstList(day));
  const list = picked ?? 'toDraft';
  const rows = day?.[list] ?? noRows;
  const chosen = useChosen(rows, rowKey, mayChoose);
  const columns = useColumns(rows, chosen);
  const signable = chosen.rows.filter((row) => findSignable(row) !== null);
  const deliverable = chosen.rows.filter((row) => findDeliverable(row) !== null);
  const end = (what: 'signed' | 'delivered') => (recorded: RecordedActs) => {
    setOpen(undefined);
    chosen.clear();
    setTold({ at: recorded.actions[0]?.at ?? 0, count: recorded.actions.length, what });
  };
  return (
    <div className="board">
      <WatchNotice watch={watch} />
      <FilterChips
        label={t('leader.apology.lists')}
        value={list}
        onChange={(id) => {
          setPicked(apologyLists.find((one) => one === id));
          chosen.clear();
        }}
        options={apologyLists.map((id) => {
          const text = t(`leader.apology.list.${id}`);
          return day ? { id, text, count: day[id].length } : { id, text };
        })}
      />
      <p className="muted text-small">{`${t(`leader.apology.hint.${list}`)} ${t('leader.choose.hint')}`}</p>
      <DataTable
        key={list}
        label={t('leader.apology.table', { name: t(`leader.apology.list.${list}`) })}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        isBusy={day === undefined}
        onToggle={chosen.toggle}
        onOpen={(row) => {
          openDossier(row.dossierId);
        }}
        empty={<EmptyState title={t(`leader.apology.empty.${list}`)}>{t('supervision.due.emptyHint')}</EmptyState>}
      />
      <div className="board-actions">
        <span className="text-small grow" role="status">
          {chosen.rows.length > BATCH_LIMIT
            ? t('leader.choose.tooMany', { count: chosen.rows.length, most: BATCH_LIMIT })
            : told && t(`leader.apology.${told.what}`, { at: toLocalTime(told.at), count: told.count })}
        </span>
        <Button keys="Alt+A" isDisabled={!rows.some(mayChoose)} onPress={chosen.toggleAll}>
          {t('leader.choose.all')}
        </Button>
        <Button
          keys="Alt+G"
          isDisabled={deliverable.length === 0 || deliverable.length > BATCH_LIMIT}
          onPress={() => setOpen('deliver')}
        >
          {t('leader.apology.deliver.button', { count: deliverable.length })}
        </Button>
        <Button
          variant="primary"
          keys="Alt+K"
          isDisabled={signable.length === 0 || signable.length > BATCH_LIMIT}
          onPress={() => setOpen('sign')}
        >
          {t('leader.apology.sign.button', { count: signable.length })}
        </Button>
      </div>
      {open === 'sign' && <SignDialog rows={signable} onClose={() => setOpen(undefined)} onSaved={end('signed')} />}
      {open === 'deliver' && (
        <DeliverDialog rows={deliverable} onClose={() => setOpen(undefined)} onSaved={end('delivered')} />
      )}
    </div>
  );
}
