import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ReportColumn, ReportRow, ReportTable, TableReport } from '../../../shared/reports/report-data';
import { t } from '../../ui';
import type { CellCounts } from '../../records/report-protocol';
import { breakable, cellText, headHeight, isNumber, listGroupHeads, listTracks, needsTwoLines } from './report-cells';
import { type GridPlace, stepInGrid } from './report-grid-keys';
import { sayReport } from './say-report';

const ROW_PX = 32;
const SECOND_LINE_PX = 18;
const GROUP_PX = 28;

interface ReportGridProps {
  readonly report: TableReport;
  readonly table: ReportTable;
  readonly counts: CellCounts | undefined;
  /** Where the officer was before looking behind a figure: the focus comes back there. */
  readonly start: GridPlace | null;
  readonly onBehind: (row: number, column: number) => void;
}

function Heads({ columns }: { readonly columns: readonly ReportColumn[] }): ReactNode {
  const groups = listGroupHeads(columns);
  return (
    <div className="report-heads" role="rowgroup">
      {groups.length > 0 && (
        <div className="report-tracks report-groups" role="row">
          {groups.map(({ text, span }, index) => (
            // Heads have no name of their own where columns stand alone.
            <div
              key={index}
              role="columnheader"
              aria-colspan={span}
              className="report-group"
              style={{ gridColumn: `span ${String(span)}` }}
            >
              {sayReport(text)}
            </div>
          ))}
        </div>
      )}
      <div className="report-tracks" role="row" style={{ height: headHeight(columns) }}>
        {columns.map((column, index) => (
          <div
            key={index}
            role="columnheader"
            className={isNumber(column) ? 'report-header report-end' : 'report-header'}
            title={sayReport(column.header)}
          >
            <span>{breakable(sayReport(column.header))}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

interface CellProps {
  readonly id: string;
  readonly report: TableReport;
  readonly row: ReportRow;
  readonly column: ReportColumn;
  readonly index: number;
  readonly behind: number;
  readonly isActive: boolean;
  readonly onPress: () => void;
}

/** A value; where dossiers make it, the way to them. The focus stays on the grid. */
function Cell({ id, report, row, column, index, behind, isActive, onPress }: CellProps): ReactNode {
  const text = sayReport(cellText(report.id, row, { column, index }));
  const className = ['report-cell', isNumber(column) && 'report-end tabular', isActive && 'report-cell-active']
    .filter(Boolean)
    .join(' ');
  return (
    <div id={id} role="gridcell" aria-selected={isActive} className={className} title={text}>
      {behind > 0 && (row.cells[index]?.value ?? null) !== null ? (
        <button type="button" tabIndex={-1} className="report-figure" onClick={onPress}>
          {text}
        </button>
      ) : (
        <span className="report-text">{text}</span>
      )}
    </div>
  );
}

/**
 * A table of figures. Arrows move from value to value, Enter lists the dossiers behind one; only visible rows exist in the
 * page.
 */
export function ReportGrid({ report, table, counts, start, onBehind }: ReportGridProps): ReactNode {
  const { columns, rows, name, empty } = table;
  const id = useId();
  const scrollRef = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<GridPlace>(start ?? { row: 0, column: 0 });
  const height = useMemo(() => ROW_PX + (needsTwoLines(table) ? SECOND_LINE_PX : 0), [table]);
  const head = headHeight(columns) + (columns.some(({ group }) => group !== undefined) ? GROUP_PX : 0);
  // eslint-disable-next-line react-hooks/incompatible-library -- the React compiler, which this is about, is not used
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => height,
    overscan: 10,
    scrollMargin: head,
    scrollPaddingStart: head,
  });
  const cellId = ({ row, column }: GridPlace): string => `${id}-${String(row)}-${String(column)}`;
  const behindOf = ({ row, column }: GridPlace): number => counts?.[row * columns.length + column] ?? -1;
  const activeId = cellId(active);
  useEffect(() => {
    document.getElementById(activeId)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [activeId]);
  const isComingBack = start !== null;
  useEffect(() => {
    if (isComingBack) scrollRef.current?.focus({ preventScroll: true });
  }, [isComingBack]);
  const open = (place: GridPlace): void => {
    setActive(place);
    if (behindOf(place) > 0) onBehind(place.row, place.column);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return;
    const next = stepInGrid(event.key, active, { rows: rows.length, columns: columns.length });
    if (next !== undefined) {
      setActive(next);
      if (next.row !== active.row) virtual.scrollToIndex(next.row);
    } else if (event.key === 'Enter') open(active);
    else return;
    event.preventDefault();
  };
  const { tracks, least } = listTracks(columns);
  const style = { '--tracks': tracks, '--least': `${String(least)}px` } as CSSProperties;
  return (
    <div className="table report-table" style={style}>
      <div
        ref={scrollRef}
        className="table-scroll"
        role="grid"
        aria-label={t('reportScreen.table.label', { name: sayReport(name) })}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        tabIndex={0}
        {...(rows.length === 0 ? {} : { 'aria-activedescendant': activeId })}
        onKeyDown={onKeyDown}
      >
        <Heads columns={columns} />
        <div className="table-body report-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <div
                key={item.key}
                role="row"
                aria-rowindex={item.index + 2}
                className={`report-row report-tracks report-row-${row.look}`}
                style={{
                  height: item.size,
                  transform: `translateY(${String(item.start - virtual.options.scrollMargin)}px)`,
                }}
              >
                {columns.map((column, index) => {
                  const place = { row: item.index, column: index };
                  return (
                    <Cell
                      key={index}
                      id={cellId(place)}
                      {...{ report, row, column, index }}
                      behind={behindOf(place)}
                      isActive={active.row === place.row && active.column === index}
                      onPress={() => {
                        open(place);
                      }}
                    />
                  );
                })}
              </div>
            );
          })}
        </div>
        {rows.length === 0 && <div className="table-empty">{sayReport(empty)}</div>}
      </div>
      <p className="report-hint muted text-small">
        {t('reportScreen.table.rows', { count: rows.length })} · {t('reportScreen.table.hint')}
      </p>
    </div>
  );
}
