import type { FormId } from '../domain/form-id';
import type { FormSet } from '../domain/form-set';

/** The same for both form sets, or one for each. */
export type BySet<T> = T | Readonly<Record<FormSet, T>>;

/** How a sentence stands on the paper. */
export type TextStyle = 'body' | 'bold' | 'centre' | 'heading' | 'note' | 'small' | 'large' | 'huge' | 'right';

/** A column of a table; neighbours with the same `group` share a head above their own. Width in points. */
export interface TableColumn {
  readonly head: BySet<string>;
  readonly width: number | '*';
  readonly align?: 'center' | 'right';
  readonly group?: string;
}

/** One signature: title above, hint below it, name under the space for signing. `name` is a key of the fill. */
export interface Signer {
  readonly title: BySet<string>;
  readonly name: string;
  readonly hint?: string;
}

/**
 * One part of a form, as data. `value`, `items`, `rows` and `when` are keys of the fill; `{{key}}` in a sentence is a value of
 * it. A sentence all of whose values are empty is left out; so is a line, unless it is there to be written on (`dots`).
 */
export type FormBlock =
  | {
      readonly kind: 'line';
      readonly label: BySet<string>;
      readonly value: string;
      readonly dots?: true;
      readonly bold?: true;
    }
  | { readonly kind: 'text'; readonly text: BySet<string>; readonly style?: TextStyle; readonly when?: string }
  | {
      readonly kind: 'table';
      readonly rows: string;
      readonly columns: readonly TableColumn[];
      /** Said over all columns when there is no row; without it an empty table is left out. */
      readonly empty?: string;
      readonly fontSize?: number;
    }
  | {
      readonly kind: 'list';
      readonly items: string;
      readonly mark: 'number' | 'dash' | 'none';
      readonly empty?: string;
      readonly small?: true;
    }
  /** Small print, with the QR symbol of the fill beside it. */
  | { readonly kind: 'notes'; readonly lines: readonly BySet<string>[]; readonly caption?: string }
  | { readonly kind: 'signatures'; readonly signers: readonly Signer[] }
  /** Empty dotted lines to write on. */
  | { readonly kind: 'blank'; readonly lines: number }
  | { readonly kind: 'newPage' }
  /** Bar code and QR of the fill in the middle of the page. */
  | { readonly kind: 'codes'; readonly size: number };

/**
 * Paper and type area. `letter`: administrative letters, NĐ 30/2020/NĐ-CP; `book`: landscape; `label`: A5 landscape;
 * `cover`: A5 portrait.
 */
export type PageKind = 'paper' | 'letter' | 'book' | 'label' | 'cover';

/**
 * A form as data: what stands where. Values come from a {@link FormFill}, words of a province from overrides; the one renderer
 * (`buildForm`) knows no form by name.
 */
export interface FormDefinition {
  readonly form: FormId;
  readonly title: BySet<string>;
  /** Official letters carry their subject instead of a title; the file is still named by it. */
  readonly hideTitle?: true;
  readonly subtitle?: string;
  /** `unit`: issuing body and national motto; `citizen`: motto alone, somebody else writes; `none`: labels. */
  readonly head: 'unit' | 'citizen' | 'none';
  /** Sentences under the name of the unit (number, code, book). */
  readonly headLines: readonly BySet<string>[];
  /** Bar code of the dossier's code under the head lines. */
  readonly barcode: boolean;
  readonly page: PageKind;
  /** Names of the copies (liên), a page each; empty: one without a name. */
  readonly parts: readonly string[];
  /** Rows a table may have for two A5 copies to fit on one A4; absent: never. */
  readonly sharedSheetRows?: number;
  readonly blocks: BySet<readonly FormBlock[]>;
  /** Domain notes section or law the layout follows, and how sure it is. Not printed. */
  readonly source: string;
}

/** The value for a form set. */
export function pickBySet<T extends string | readonly unknown[]>(value: BySet<T>, set: FormSet): T {
  return typeof value === 'string' || Array.isArray(value)
    ? (value as T)
    : (value as Readonly<Record<FormSet, T>>)[set];
}
