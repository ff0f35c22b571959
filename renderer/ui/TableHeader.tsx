import type { ReactNode } from 'react';
import { Icon } from './Icon';
import type { SortOrder } from './table-order';

/** One column. `width` is a grid track, e.g. `minmax(160px, 2fr)`. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly width: string;
  readonly align?: 'start' | 'end';
  /** Makes the column sortable. */
  readonly sortValue?: (row: Row) => string | number;
  readonly isTabular?: boolean;
}

interface HeaderCellProps<Row> {
  readonly column: Column<Row>;
  readonly sort: SortOrder | undefined;
  readonly onSort: (column: string) => void;
}

/** Head of a column; pressing it orders the rows. */
export function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>): ReactNode {
  const isSorted = sort?.column === column.id;
  const className = column.align === 'end' ? 'table-header table-cell-end' : 'table-header';
  if (!column.sortValue) {
    return (
      <div role="columnheader" className={className}>
        <span className="truncate">{column.header}</span>
      </div>
    );
  }
  return (
    <div role="columnheader" className={className} aria-sort={isSorted ? sort.direction : 'none'}>
      <button
        type="button"
        className="table-sort"
        onClick={() => {
          onSort(column.id);
        }}
      >
        <span className="truncate">{column.header}</span>
        {isSorted && <Icon name={sort.direction === 'ascending' ? 'up' : 'down'} />}
      </button>
    </div>
  );
}
