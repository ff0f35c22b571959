import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { isComposingKey } from './keyboard';
import { Skeleton } from './Skeleton';
import { HeaderCell, type Column } from './TableHeader';
import { t } from './text';
import { type SortOrder } from './table-order';
import { useTableRows } from './use-table-rows';
import './data-table.css';

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Enter or double click. */
  readonly onOpen?: (row: Row) => void;
  readonly onFocusRow?: (row: Row) => void;
  /** Space, where rows can be chosen. */
  readonly onToggle?: (row: Row) => void;
  readonly initialSort?: SortOrder;
  readonly empty?: ReactNode;
  readonly isBusy?: boolean;
  /** Lines of text a row has room for. */
  readonly lines?: 1 | 2;
  /** Takes the focus when it appears. */
  readonly shouldFocus?: boolean;
}

const PAGE_ROWS = 12;
const LINE_HEIGHT = 18;

function findTarget(key: string, from: number, count: number): number | undefined {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, from + 1);
    case 'ArrowUp':
      return Math.max(0, from - 1);
    case 'PageDown':
      return Math.min(last, from + PAGE_ROWS);
    case 'PageUp':
      return Math.max(0, from - PAGE_ROWS);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** Height of a row in pixels, from the token, so that the touch option holds here too. */
function readRowHeight(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row')) || 32;
}

/** Rows to work through. The focus stays on the table and a marker moves; only visible rows exist in the page. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { columns, rowKey, label, onOpen, onFocusRow, lines = 1 } = props;
  const id = useId();
  const scrollRef = useRef<HTMLDivElement>(null);
  const [hasFocus, setFocus] = useState(false);
  const [activeKey, setActiveKey] = useState<string>();
  const { rows, sort, sortBy, isHeld } = useTableRows({ ...props, hasFocus });
  // eslint-disable-next-line react-hooks/incompatible-library -- the React compiler, which this is about, is not used
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => readRowHeight() + (lines - 1) * LINE_HEIGHT,
    getItemKey: (index) => (rows[index] === undefined ? index : rowKey(rows[index])),
    overscan: 10,
    // The head stays on top of the rows while they scroll below it.
    scrollMargin: readRowHeight(),
    scrollPaddingStart: readRowHeight(),
  });
  const activeIndex = Math.max(
    0,
    rows.findIndex((row) => rowKey(row) === activeKey),
  );
  const shouldFocus = props.shouldFocus ?? false;
  useEffect(() => {
    if (shouldFocus) scrollRef.current?.focus({ preventScroll: true });
  }, [shouldFocus]);

  const moveTo = (index: number): void => {
    const row = rows[index];
    if (row === undefined) return;
    setActiveKey(rowKey(row));
    virtual.scrollToIndex(index);
    onFocusRow?.(row);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || isComposingKey(event.nativeEvent)) return;
    const row = rows[activeIndex];
    const target = findTarget(event.key, activeIndex, rows.length);
    if (target !== undefined) moveTo(target);
    else if (event.key === 'Enter' && row !== undefined && onOpen) onOpen(row);
    else if (event.key === ' ' && row !== undefined && props.onToggle) props.onToggle(row);
    else return;
    event.preventDefault();
  };
  const tracks = { '--columns': columns.map((column) => column.width).join(' ') } as CSSProperties;
  const isEmpty = rows.length === 0;
  return (
    <div className="table" style={tracks}>
      <div
        ref={scrollRef}
        className="table-scroll"
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-busy={props.isBusy ?? false}
        tabIndex={0}
        {...(isEmpty ? {} : { 'aria-activedescendant': `${id}-${String(activeIndex)}` })}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          setFocus(true);
          if (event.target === scrollRef.current && !hasFocus && rows[activeIndex] !== undefined) {
            onFocusRow?.(rows[activeIndex]);
          }
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setFocus(false);
        }}
      >
        <div className="table-head" role="row" aria-rowindex={1}>
          {columns.map((column) => (
            <HeaderCell key={column.id} column={column} sort={sort} onSort={sortBy} />
          ))}
        </div>
        <div className="table-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const isActive = item.index === activeIndex;
            return (
              <div
                key={item.key}
                id={`${id}-${String(item.index)}`}
                className={isActive ? 'table-row table-row-active' : 'table-row'}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={isActive}
                style={{
                  height: item.size,
                  transform: `translateY(${String(item.start - virtual.options.scrollMargin)}px)`,
                }}
                onClick={() => {
                  moveTo(item.index);
                }}
                onDoubleClick={() => onOpen?.(row)}
              >
                {columns.map((column) => (
                  <div key={column.id} role="gridcell" className={cellClass(column, lines)}>
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
        {isEmpty && (props.isBusy ? <Skeleton rows={6} /> : <div className="table-empty">{props.empty}</div>)}
      </div>
      {isHeld && (
        <p className="table-held muted text-small" role="status">
          {t('shell.table.waitsForFocus')}
        </p>
      )}
    </div>
  );
}

function cellClass<Row>(column: Column<Row>, lines: 1 | 2): string {
  return [
    'table-cell',
    lines === 1 ? 'truncate' : 'two-lines',
    column.align === 'end' && 'table-cell-end',
    column.isTabular && 'tabular',
  ]
    .filter(Boolean)
    .join(' ');
}
