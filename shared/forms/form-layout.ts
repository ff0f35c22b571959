import { toLocalDay, toLocalTime, type Instant } from '../base/time';
import type { FormHead } from '../domain/form-set';
import type { Unit } from '../domain/unit';
import { fillText } from '../text/message';
import { vi } from '../text/vi';

/** Points per millimetre. */
const MM = 72 / 25.4;

/** Look of a run or block of text; a closed subset of what the renderer of PDFs understands. */
export interface TextLook {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly fontSize?: number;
  readonly alignment?: 'left' | 'center' | 'right' | 'justify';
  readonly decoration?: 'underline';
  readonly color?: string;
  readonly margin?: readonly [number, number, number, number];
  readonly noWrap?: boolean;
}

/** A run of text with its own look. */
export type TextRun = { readonly text: string } & TextLook;

/** A table cell. */
export type FormCell = FormNode & { readonly colSpan?: number; readonly rowSpan?: number; readonly fillColor?: string };

/**
 * One block of a paper. Plain data: no URL, no file, no picture can be named in it, so nothing a citizen types can make
 * the renderer fetch anything. `barcode` is drawn as Code 128, `qr` as a QR symbol.
 */
export type FormNode =
  | ({ readonly text: string | readonly TextRun[] } & TextLook)
  | {
      readonly columns: readonly (FormNode & { readonly width?: number | '*' | 'auto' })[];
      readonly columnGap?: number;
      readonly margin?: readonly [number, number, number, number];
    }
  | {
      readonly stack: readonly FormNode[];
      readonly margin?: readonly [number, number, number, number];
      readonly unbreakable?: boolean;
    }
  | {
      readonly table: {
        readonly widths: readonly (number | '*' | 'auto')[];
        readonly headerRows: number;
        readonly body: readonly (readonly FormCell[])[];
      };
      readonly margin?: readonly [number, number, number, number];
      readonly fontSize?: number;
      /** Space left and right of a cell's text in points; 3 where it is left out. */
      readonly cellPadding?: number;
    }
  | { readonly barcode: string; readonly height: number; readonly alignment?: 'left' | 'right' | 'center' }
  | { readonly qr: string; readonly fit: number; readonly alignment?: 'left' | 'right' | 'center' }
  | { readonly pageBreak: true };

/** A whole paper, ready for the renderer. Margins in points: left, top, right, bottom. */
export interface FormDocument {
  readonly title: string;
  readonly pageSize: 'A4' | 'A5';
  readonly orientation: 'portrait' | 'landscape';
  readonly margins: readonly [number, number, number, number];
  readonly fontSize: number;
  readonly content: readonly FormNode[];
  /** Large mark across each page of practice papers; null on legal ones. */
  readonly watermark: string | null;
  /** Stands in the file as the time it was made; a paper that can be made again says when it was first made. */
  readonly createdAt?: Instant;
  /** Foot of each page: left text, and "Trang x/y" right. */
  readonly footer: string;
}

/** Millimetres to points. */
export function millimetres(value: number): number {
  return Math.round(value * MM * 100) / 100;
}

/** Margins of administrative papers in use: 20 mm, left 30 mm (domain notes §2.2). Left, top, right, bottom in points. */
export const paperMargins = [millimetres(30), millimetres(15), millimetres(20), millimetres(15)] as const;

/** Head of a unit's papers: names in upper case as on official paper. */
export function buildFormHeadOf(unit: Unit): FormHead {
  return {
    parentName: unit.parentName.toLocaleUpperCase('vi'),
    unitName: unit.name.toLocaleUpperCase('vi'),
    place: unit.place,
    address: unit.address,
    phone: unit.phone,
  };
}

/** Common head of all forms: issuing body left, national motto right, place and date below it. */
export function buildFormHead(head: FormHead, at: Instant, extraLeft: readonly FormNode[]): FormNode {
  return {
    columns: [
      {
        width: '*',
        stack: [
          { text: head.parentName, alignment: 'center' },
          { text: head.unitName, alignment: 'center', bold: true, decoration: 'underline' },
          ...extraLeft,
        ],
      },
      {
        width: 'auto',
        stack: [
          { text: vi.forms.nation, alignment: 'center', bold: true, noWrap: true },
          { text: vi.forms.motto, alignment: 'center', bold: true, decoration: 'underline' },
          { text: placeAndDate(head.place, at), alignment: 'center', italics: true, margin: [0, 4, 0, 0] },
        ],
      },
    ],
    columnGap: 10,
  };
}

/** Two signature blocks side by side; names are printed below the space left for signing. */
export function buildSignatures(blocks: readonly { readonly title: string; readonly name: string }[]): FormNode {
  return {
    columns: blocks.map(({ title, name }) => ({
      width: '*' as const,
      stack: [
        { text: title, alignment: 'center' as const, bold: true },
        { text: vi.forms.sign, alignment: 'center' as const, italics: true },
        { text: name, alignment: 'center' as const, bold: true, margin: [0, 44, 0, 0] as const },
      ],
    })),
    margin: [0, 8, 0, 0],
  };
}

/** A line "label: value" with the value set off in bold. */
export function labelled(label: string, value: string): FormNode {
  const runs: readonly TextRun[] = [{ text: label }, { text: value, bold: true }];
  return { text: runs, margin: [0, 1.5, 0, 1.5] };
}

/** "Thanh Bình, ngày 09 tháng 03 năm 2026". */
export function placeAndDate(place: string, at: Instant): string {
  const day = toLocalDay(at);
  return fillText(vi.forms.placeAndDate, {
    place,
    day: day.slice(8, 10),
    month: day.slice(5, 7),
    year: day.slice(0, 4),
  });
}

/** "09 giờ 10 phút, ngày 09 tháng 03 năm 2026". */
export function timeInWords(at: Instant): string {
  const day = toLocalDay(at);
  const time = toLocalTime(at);
  return fillText(vi.forms.receipt.time, {
    hour: time.slice(0, 2),
    minute: time.slice(3, 5),
    day: day.slice(8, 10),
    month: day.slice(5, 7),
    year: day.slice(0, 4),
  });
}
