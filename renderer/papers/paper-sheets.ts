import type { FormCell, FormDocument, FormNode } from '../../shared/forms/form-layout';

/** A4 and A5 upright, in points. */
const sizes = { A4: { width: 595.28, height: 841.89 }, A5: { width: 419.53, height: 595.28 } } as const;

/** Width and height of a sheet in points. */
export function sheetSize({ pageSize, orientation }: Pick<FormDocument, 'pageSize' | 'orientation'>): {
  readonly width: number;
  readonly height: number;
} {
  const { width, height } = sizes[pageSize];
  return orientation === 'portrait' ? { width, height } : { width: height, height: width };
}

/** Content between the page breaks; what is longer than a sheet makes the picture of it longer, the PDF goes on overleaf. */
export function splitSheets(content: readonly FormNode[]): readonly (readonly FormNode[])[] {
  const sheets: FormNode[][] = [[]];
  for (const node of content) {
    if ('pageBreak' in node) sheets.push([]);
    else sheets.at(-1)?.push(node);
  }
  return sheets;
}

/** A cell that is drawn, with the place it has in its row. */
export interface DrawnCell {
  readonly cell: FormCell;
  readonly column: number;
}

/** Rows without the empty cells that stand where another one spans. */
export function dropSpanned(body: readonly (readonly FormCell[])[]): readonly (readonly DrawnCell[])[] {
  const covered = new Set<string>();
  return body.map((row, line) =>
    row.flatMap((cell, column): DrawnCell[] => {
      if (covered.has(`${String(line)} ${String(column)}`)) return [];
      const { colSpan = 1, rowSpan = 1 } = cell;
      const marks = Array.from({ length: rowSpan }, (_, down) =>
        Array.from({ length: colSpan }, (_unused, right) => `${String(line + down)} ${String(column + right)}`),
      );
      for (const mark of marks.flat()) covered.add(mark);
      return [{ cell, column }];
    }),
  );
}
