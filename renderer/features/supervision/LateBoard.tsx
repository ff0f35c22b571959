import { type ReactNode, useMemo, useState } from 'react';
import { toLocalDay, toLocalTime } from '../../../shared/base/time';
import type { LateRow } from '../../../shared/domain/late-lists';
import { embeddedReportRules } from '../../../shared/domain/report-rules';
import type { Unit } from '../../../shared/domain/unit';
import type { ReportPeriod } from '../../../shared/reports/report-period';
import { useReference } from '../../records/reference.store';
import { openDossier } from '../../route.store';
import { Button, DataTable, EmptyState, FilterChips, t, useNow } from '../../ui';
import { useOfficeNames, useUnitCalendar } from '../../use-office';
import { CauseBars } from './CauseBars';
import { EvidenceDialog } from './EvidenceDialog';
import {
  choosePeriod,
  countMainCauses,
  filterLate,
  firstFilter,
  type LateFilter,
  type PeriodChoice,
  periodChoices,
} from './late-board';
import { buildLateColumns } from './late-columns';
import { LateFigures } from './LateFigures';
import type { Watch } from './use-watch';
import { WaitingTable } from './WaitingTable';
import { WatchNotice } from './WatchNotice';

const NOW_MS = 60_000;
const lists = ['toProcess', 'toAccept', 'waiting'] as const;
type List = (typeof lists)[number];
const rowKey = (row: LateRow): string => row.dossierId;

interface LateBoardProps {
  readonly unit: Unit;
  readonly watch: Watch;
  readonly period: PeriodChoice;
  readonly onPeriod: (choice: PeriodChoice) => void;
}

/** Chậm giải quyết and chậm tiếp nhận, in both readings, with the cause of each. */
export function LateBoard({ unit, watch, period, onPeriod }: LateBoardProps): ReactNode {
  const [list, setList] = useState<List>('toProcess');
  const [filter, setFilter] = useState<LateFilter>(firstFilter);
  const now = useNow(NOW_MS);
  const rules = useReference((known) => known.reference?.rules.reports) ?? embeddedReportRules;
  const days = choosePeriod(period, toLocalDay(now), rules);
  const late = watch.report?.late;
  const countOf = (one: List): number | undefined =>
    one === 'waiting' ? watch.report?.waiting.length : late?.[one].cumulative.late;
  return (
    <div className="board">
      <WatchNotice watch={watch} />
      <div className="row-between board-filters">
        <FilterChips
          label={t('leader.late.lists')}
          value={list}
          onChange={(id) => {
            setList(lists.find((one) => one === id) ?? list);
            setFilter(firstFilter);
          }}
          options={lists.map((id) => {
            const count = countOf(id);
            return { id, text: t(`leader.late.list.${id}`), ...(count === undefined ? {} : { count }) };
          })}
        />
        {list !== 'waiting' && (
          <FilterChips
            label={t('leader.late.period')}
            value={period}
            onChange={(id) => {
              onPeriod(periodChoices.find((one) => one === id) ?? period);
            }}
            options={periodChoices.map((id) => ({ id, text: t(`leader.late.periods.${id}`) }))}
          />
        )}
      </div>
      {list === 'waiting' ? (
        <WaitingTable rows={watch.report?.waiting ?? []} isBusy={watch.report === null} />
      ) : (
        <LateListPart
          key={list}
          unit={unit}
          watch={watch}
          name={list}
          days={days}
          filter={filter}
          onFilter={setFilter}
        />
      )}
    </div>
  );
}

interface LateListPartProps {
  readonly unit: Unit;
  readonly watch: Watch;
  readonly name: 'toProcess' | 'toAccept';
  readonly days: ReportPeriod;
  readonly filter: LateFilter;
  readonly onFilter: (filter: LateFilter) => void;
}

function LateListPart({ unit, watch, name, days, filter, onFilter }: LateListPartProps): ReactNode {
  const now = useNow(NOW_MS);
  const calendar = useUnitCalendar();
  const { procedureName } = useOfficeNames();
  const [active, setActive] = useState<LateRow>();
  const [asked, setAsked] = useState<LateRow>();
  const list = watch.report?.late[name];
  const bars = useMemo(() => countMainCauses(filterLate(list?.rows ?? [], { ...filter, cause: null })), [list, filter]);
  const rows = useMemo(() => filterLate(list?.rows ?? [], filter), [list, filter]);
  const columns = useMemo(
    () => buildLateColumns({ rows, calendar, now, procedureName }),
    [rows, calendar, now, procedureName],
  );
  const chosen = rows.find((row) => row.dossierId === active?.dossierId) ?? rows[0];
  return (
    <>
      <div className="board-head">
        {list && <LateFigures list={list} days={days} value={filter} onChange={onFilter} />}
        <CauseBars
          bars={bars}
          value={filter.cause}
          onChange={(cause) => {
            onFilter({ ...filter, cause });
          }}
        />
      </div>
      <DataTable
        label={t('leader.late.table', { name: t(`leader.late.list.${name}`) })}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        isBusy={list === undefined}
        onFocusRow={setActive}
        onOpen={(row) => {
          openDossier(row.dossierId);
        }}
        empty={<EmptyState title={t(`leader.late.empty.${name}`)}>{t('supervision.due.emptyHint')}</EmptyState>}
      />
      <div className="board-actions">
        <span className="muted text-small grow tabular">
          {t('leader.late.shown', { count: rows.length })}
          {watch.madeAt !== null && ` · ${t('leader.watch.madeAt', { at: toLocalTime(watch.madeAt) })}`}
        </span>
        <Button keys="F9" isDisabled={chosen === undefined} onPress={() => setAsked(chosen)}>
          {t('leader.evidence.ask')}
        </Button>
      </div>
      {asked && (
        <EvidenceDialog
          dossierId={asked.dossierId}
          code={asked.code}
          unit={unit}
          asOf={watch.madeAt ?? now}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
