import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { formatInstant, toLocalDay } from '../../../shared/base/time';
import type { StepDue } from '../../../shared/domain/watched-dossier';
import type { DossierRow } from '../../records/dossier-row';
import { readDossierRows } from '../../records/dossier-queries';
import type { FactFilter } from '../../records/fact-table';
import { selectDossierIds } from '../../records/projection-queries';
import { useRecordsStatus } from '../../records/records-status.store';
import { useDossierList, useSummaries } from '../../records/use-dossiers';
import { openDossier } from '../../route.store';
import { useSession } from '../../session.store';
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  Explain,
  FilterChips,
  Notice,
  StatusChip,
  t,
  useNow,
} from '../../ui';
import { CODE_CHARACTERS, measureWidth } from '../../ui/table-widths';
import { useOfficeNames, useUnitCalendar } from '../../use-office';
import { CounterLine } from './CounterLine';
import { decideCounterData } from './counter-data';
import { BOARD_LIMIT, buildDueFilters, buildDueRows, type DueList, dueLists, type DueRow } from './due-board';
import { SimulateDialog } from './SimulateDialog';
import { useSteady } from './use-steady';
import type { Watch } from './use-watch';

const NOW_MS = 60_000;
const TODAY_LIMIT = 500;

interface BoardRows {
  readonly rows: readonly DossierRow[];
  readonly isBusy: boolean;
  readonly hasFailed: boolean;
}

/** Rows of a filter; read again whenever dossiers changed. Old rows stay until the new ones are there. */
function useBoardRows(list: DueList, filter: FactFilter, version: unknown): BoardRows {
  const key = JSON.stringify(filter);
  const [read, setRead] = useState<{
    readonly list: DueList;
    readonly rows: readonly DossierRow[];
    readonly hasFailed: boolean;
  }>();
  useEffect(() => {
    let isGone = false;
    const readRows = async (): Promise<void> => {
      const ids = await selectDossierIds(JSON.parse(key) as FactFilter, 'dueAt', BOARD_LIMIT);
      const rows = ids.ok ? await readDossierRows(ids.value) : ids;
      if (!isGone) setRead((last) => ({ list, rows: rows.ok ? rows.value : (last?.rows ?? []), hasFailed: !rows.ok }));
    };
    void readRows();
    return () => {
      isGone = true;
    };
  }, [list, key, version]);
  const isCurrent = read?.list === list;
  return { rows: isCurrent ? read.rows : [], isBusy: !isCurrent, hasFailed: isCurrent && read.hasFailed };
}

/** Room for "quá hạn 12 ngày 5 giờ làm việc"; less of it where the window is small, so that whole codes stay in view. */
const LEFT_WIDTH = 'clamp(150px, 15vw, 232px)';

const columns: readonly (Omit<Column<DueRow>, 'header'> & { readonly id: keyof typeof headers })[] = [
  {
    id: 'left',
    width: LEFT_WIDTH,
    cell: (row) => (
      <StatusChip tone={row.left.tone}>
        <span title={t(row.left.message)}>{t(row.left.message)}</span>
      </StatusChip>
    ),
    sortValue: (row) => row.dueAt,
  },
  // Its width follows the codes shown: a temporary number is longer, and told from the next by its last digits only.
  { id: 'code', width: '', cell: (row) => row.code, isTabular: true, sortValue: (row) => row.code },
  { id: 'due', width: '140px', cell: (row) => row.due, isTabular: true, sortValue: (row) => row.dueAt },
  {
    id: 'person',
    width: 'minmax(110px, 1.1fr)',
    cell: (row) => (
      <span className="strong" title={row.person}>
        {row.person}
      </span>
    ),
    sortValue: (row) => row.person,
  },
  {
    id: 'procedure',
    width: 'minmax(110px, 1.1fr)',
    cell: (row) => <span title={row.procedure}>{row.procedure}</span>,
    sortValue: (row) => row.procedure,
  },
  {
    id: 'status',
    width: 'minmax(96px, 0.8fr)',
    cell: (row) => <span title={t(row.status)}>{t(row.status)}</span>,
    sortValue: (row) => t(row.status),
  },
  {
    id: 'handling',
    width: 'minmax(120px, 0.9fr)',
    cell: (row) => <span title={row.handlingUnit}>{row.handlingUnit}</span>,
    sortValue: (row) => row.handlingUnit,
  },
  { id: 'counter', width: '72px', cell: (row) => row.counter, sortValue: (row) => row.counter },
];

const headers = {
  left: 'supervision.due.column.left',
  due: 'supervision.due.column.due',
  code: 'supervision.due.column.code',
  person: 'supervision.due.column.person',
  procedure: 'supervision.due.column.procedure',
  status: 'supervision.due.column.status',
  handling: 'supervision.due.column.handling',
  counter: 'supervision.due.column.counter',
} as const;

const rowKey = (row: DueRow): string => row.id;

/** The step of the internal process each dossier is in, and until when (counter reality §2c). */
function buildStepColumn(steps: ReadonlyMap<string, StepDue>): Column<DueRow> {
  const textOf = ({ id, handlingUnit }: DueRow): string => {
    const step = steps.get(id);
    if (step === undefined) return handlingUnit;
    return t('leader.step.text', { name: step.name, unit: step.unit, due: formatInstant(step.due) });
  };
  return {
    ...{ id: 'step', header: t('leader.step.column'), width: 'minmax(200px, 1.6fr)' },
    cell: (row) => <span title={textOf(row)}>{textOf(row)}</span>,
    sortValue: (row) => steps.get(row.id)?.due ?? Number.MAX_SAFE_INTEGER,
  };
}

/** Counters as the day's receptions show them; the register of the day tells the same from all acts. */
function BoardCounters({ now }: { readonly now: number }): ReactNode {
  const { unit, counter } = useSession();
  const day = toLocalDay(now);
  const today = useDossierList({ list: 'receivedOn', day, limit: TODAY_LIMIT });
  if (unit === null || counter === null || today.loading) return <div className="board-counters text-small" />;
  const heard = today.value.flatMap((row) =>
    row.receivedAt === null ? [] : [{ book: row.counterId, at: row.receivedAt }],
  );
  return <CounterLine day={day} counters={decideCounterData({ unit, ownCounterId: counter.id, heard, until: now })} />;
}

/** Dossiers by working time left. */
export function DueBoard({ watch }: { readonly watch: Watch }): ReactNode {
  const [isSimulating, setSimulating] = useState(false);
  const steps = watch.report?.steps;
  const [list, setList] = useState<DueList>('all');
  const now = useNow(NOW_MS);
  const calendar = useUnitCalendar();
  const { procedureName, counterName } = useOfficeNames();
  const isReady = useRecordsStatus((records) => records.searchReady);
  const filters = useMemo(() => buildDueFilters(calendar, now), [calendar, now]);
  const counts = useSteady(useSummaries(dueLists.map((id) => filters[id])));
  const { rows, isBusy, hasFailed } = useBoardRows(list, filters[list], counts);
  const shown = useMemo(
    () => buildDueRows(rows, { now, calendar, procedureName, counterName }),
    [rows, now, calendar, procedureName, counterName],
  );
  const codeWidth = measureWidth(
    shown.map((row) => row.code),
    CODE_CHARACTERS,
  );
  const tableColumns = useMemo(() => {
    const usual = columns.map((column) => ({
      ...column,
      header: t(headers[column.id]),
      ...(column.id === 'code' ? { width: codeWidth } : {}),
    }));
    // A step names the desk that has the dossier: it says more than the handling unit, in the same place.
    if (steps === undefined || steps.size === 0) return usual;
    return usual.map((column) => (column.id === 'handling' ? buildStepColumn(steps) : column));
  }, [codeWidth, steps]);
  const total = counts?.[dueLists.indexOf(list)]?.dossiers ?? 0;
  return (
    <div className="board">
      <div className="row-between">
        <FilterChips
          label={t('supervision.due.filters')}
          value={list}
          onChange={(id) => {
            setList(dueLists.find((known) => known === id) ?? list);
          }}
          options={dueLists.map((id, index) => {
            const count = counts?.[index]?.dossiers;
            return { id, text: t(`supervision.due.${id}`), ...(count === undefined ? {} : { count }) };
          })}
        />
        <div className="board-tools">
          <Explain label={t('supervision.due.explainLabel')} title={t('supervision.due.explainLabel')} keys="F8">
            <p className="text-small">{t('supervision.due.explain')}</p>
          </Explain>
          <Button keys="Alt+N" isDisabled={watch.report === null} onPress={() => setSimulating(true)}>
            {t('leader.simulate.button')}
          </Button>
        </div>
      </div>
      {hasFailed && <Notice tone="warn">{t(isReady ? 'supervision.due.failed' : 'supervision.due.preparing')}</Notice>}
      <DataTable
        key={list}
        label={t('supervision.due.table', { name: t(`supervision.due.${list}`) })}
        columns={tableColumns}
        rows={shown}
        rowKey={rowKey}
        isBusy={isBusy}
        onOpen={(row) => {
          openDossier(row.id);
        }}
        empty={<EmptyState title={t(`supervision.due.empty.${list}`)}>{t('supervision.due.emptyHint')}</EmptyState>}
      />
      <div className="row-between board-foot">
        <BoardCounters now={now} />
        {total > shown.length && shown.length >= BOARD_LIMIT && (
          <span className="muted text-small">{t('supervision.due.capped', { shown: shown.length, total })}</span>
        )}
      </div>
      {isSimulating && <SimulateDialog onClose={() => setSimulating(false)} />}
    </div>
  );
}
