import { useMemo, useState } from 'react';
import type { Column } from './TableHeader';
import { holdOrder, type SortOrder, sortRows } from './table-order';

interface TableRowsInput<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly initialSort?: SortOrder;
  readonly hasFocus: boolean;
}

interface TableRows<Row> {
  readonly rows: readonly Row[];
  readonly sort: SortOrder | undefined;
  readonly sortBy: (column: string) => void;
  /** The rows shown are not in the order they would be in; they will be once the focus leaves. */
  readonly isHeld: boolean;
}

/** Order of a table's rows: sorted by the chosen column, held still while somebody works in it. */
export function useTableRows<Row>(input: TableRowsInput<Row>): TableRows<Row> {
  const { columns, rows, rowKey, hasFocus } = input;
  const [sort, setSort] = useState(input.initialSort);
  const [held, setHeld] = useState<readonly string[]>();
  const sorted = useMemo(() => {
    const valueOf = columns.find((column) => column.id === sort?.column)?.sortValue;
    return valueOf && sort ? sortRows(rows, valueOf, sort.direction) : rows;
  }, [columns, rows, sort]);
  const sortedKeys = useMemo(() => sorted.map(rowKey), [sorted, rowKey]);
  // Keeping state in step with a prop during rendering is React's own recipe; an effect would show one wrong frame.
  if (hasFocus && held === undefined) setHeld(sortedKeys);
  if (!hasFocus && held !== undefined) setHeld(undefined);
  const shown = held === undefined ? sorted : holdOrder(held, sorted, rowKey);
  const isHeld = held !== undefined && shown.some((row, index) => rowKey(row) !== sortedKeys[index]);
  const sortBy = (column: string): void => {
    setSort({
      column,
      direction: sort?.column === column && sort.direction === 'ascending' ? 'descending' : 'ascending',
    });
    setHeld(undefined);
  };
  return { rows: shown, sort, sortBy, isHeld };
}
