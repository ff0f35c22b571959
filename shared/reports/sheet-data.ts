import type { Instant } from '../base/time';

/**
 * One column of a sheet. `width` in characters. `kind` decides the cell type: text is never read as a formula. `percent` is a
 * share of 1.
 */
export interface SheetColumn {
  readonly header: string;
  readonly width: number;
  readonly kind: 'text' | 'integer' | 'money' | 'instant' | 'decimal' | 'percent';
  /** A head over this column and its neighbours of the same group. */
  readonly group?: string | undefined;
}

/** A sheet as plain data. Instants are given as Vietnamese wall time on the UTC axis, since spreadsheets have no zones. */
export interface SheetData {
  readonly name: string;
  /** Head of an official paper, line by line; left and right lines stand over `split` columns each. */
  readonly letterhead: {
    readonly left: readonly string[];
    readonly right: readonly string[];
    readonly split: number;
  } | null;
  readonly title: string;
  /** Centred lines below the title. */
  readonly subtitles: readonly string[];
  /** Lines above the table. */
  readonly head: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Lines below the table. */
  readonly foot: readonly string[];
  readonly signatures: readonly { readonly title: string; readonly name: string }[];
  /** Foot of each printed page, left; "Trang x/y" stands right. */
  readonly pageFoot: string;
  /** Printed pages side by side. */
  readonly pagesWide: number;
  /** Columns of the leftmost page, where there are several: lines above and below the table stand on it. */
  readonly firstPageColumns?: number;
}

/** Sheets of one file, and what stands in the file as its making: the same data gives the same bytes. */
export interface WorkbookData {
  readonly sheets: readonly SheetData[];
  readonly author: string;
  readonly createdAt: Instant;
}
