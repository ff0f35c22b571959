import { type ReactNode, useState } from 'react';
import { formatInstant, toLocalDay, type LocalDay } from '../../../shared/base/time';
import { simulateDaysOff } from '../../records/watch-dossiers';
import type { SimulatedMoves } from '../../records/watch-table';
import { openDossier } from '../../route.store';
import { Button, type Column, DataTable, DateTextField, Dialog, EmptyState, Notice, t } from '../../ui';
import { CODE_CHARACTERS, measureWidth } from '../../ui/table-widths';

type Move = SimulatedMoves['moved'][number];

const rowKey = (row: Move): string => row.id;

function spell(at: number | null): string {
  return at === null ? '' : formatInstant(at);
}

function buildColumns(rows: readonly Move[]): readonly Column<Move>[] {
  return [
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
      ...{ id: 'from', header: t('leader.simulate.from'), width: '140px', isTabular: true },
      cell: (row) => spell(row.from),
      sortValue: (row) => row.from ?? 0,
    },
    {
      ...{ id: 'to', header: t('leader.simulate.to'), width: '140px', isTabular: true },
      cell: (row) => (row.waitingFor === null ? spell(row.to) : t('leader.simulate.paused', { at: spell(row.to) })),
      sortValue: (row) => row.to ?? 0,
    },
  ];
}

/** "Nếu thêm ngày nghỉ…": which open dossiers would move. A question only; nothing is written. */
export function SimulateDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [day, setDay] = useState('');
  const [fault, setFault] = useState<'missing' | 'past'>();
  const [answer, setAnswer] = useState<{ readonly day: LocalDay; readonly moves: SimulatedMoves } | 'failed'>();
  const ask = async (): Promise<void> => {
    const isPast = day !== '' && day < toLocalDay(Date.now());
    setFault(day === '' ? 'missing' : isPast ? 'past' : undefined);
    if (day === '' || isPast) return;
    const moves = await simulateDaysOff([{ day, type: 'off', name: t('leader.simulate.name'), provisional: true }]);
    setAnswer(moves.ok ? { day, moves: moves.value } : 'failed');
  };
  const moves = typeof answer === 'object' ? answer.moves : undefined;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('leader.simulate.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('shell.button.close')}</Button>
          <Button variant="primary" keys="Ctrl+Enter" onPress={() => void ask()}>
            {t('leader.simulate.ask')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('leader.simulate.body')}</p>
      <DateTextField
        label={t('leader.simulate.day')}
        value={day}
        autoFocus
        reserve
        onEnter={() => void ask()}
        onChange={setDay}
        error={fault && t(`leader.simulate.fault.${fault}`)}
      />
      {answer === 'failed' && <Notice tone="warn">{t('supervision.due.failed')}</Notice>}
      {moves && (
        <>
          <p className="strong" role="status">
            {t('leader.simulate.result', { count: moves.moved.length, checked: moves.checked })}
          </p>
          <div className="simulate-rows">
            <DataTable
              label={t('leader.simulate.table')}
              columns={buildColumns(moves.moved)}
              rows={moves.moved}
              rowKey={rowKey}
              onOpen={(row) => {
                openDossier(row.id);
              }}
              empty={<EmptyState title={t('leader.simulate.none')} />}
            />
          </div>
        </>
      )}
    </Dialog>
  );
}
