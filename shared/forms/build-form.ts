import type { FormChanges } from '../domain/form-override';
import { fillText } from '../text/message';
import { vi } from '../text/vi';
import { sayOnPaper } from './fill-words';
import { changeDefinition, changeHead, noChanges } from './form-changes';
import { renderBlock, type TypeArea } from './form-blocks';
import { pickBySet, type FormDefinition, type PageKind } from './form-definition';
import type { FormFill } from './form-fill';
import { buildFormHead, millimetres, paperMargins, type FormDocument, type FormNode } from './form-layout';
import { formReference } from './form-numbers';

type Page = Pick<FormDocument, 'pageSize' | 'orientation' | 'margins' | 'fontSize'> & { readonly width: number };

const mm = millimetres;
/** Margins of NĐ 30/2020/NĐ-CP: 20-25, 15-20, 20-25, 30-35 mm (domain notes §2.2). */
const letterMargins = [mm(30), mm(20), mm(18), mm(20)] as const;
const bookMargins = [mm(15), mm(10), mm(10), mm(14)] as const;
const labelMargins = [mm(10), mm(10), mm(10), mm(10)] as const;

const pages: Readonly<Record<PageKind, Page>> = {
  paper: { pageSize: 'A4', orientation: 'portrait', margins: paperMargins, fontSize: 11, width: mm(160) },
  letter: { pageSize: 'A4', orientation: 'portrait', margins: letterMargins, fontSize: 13, width: mm(162) },
  book: { pageSize: 'A4', orientation: 'landscape', margins: bookMargins, fontSize: 10, width: mm(272) },
  label: { pageSize: 'A5', orientation: 'landscape', margins: labelMargins, fontSize: 10.5, width: mm(190) },
  cover: { pageSize: 'A5', orientation: 'portrait', margins: labelMargins, fontSize: 10, width: mm(128) },
};

const GUTTER = mm(12);
const HEAD_FONT_SIZE = 11.5;
/** Two A5 columns on a landscape A4. */
const sharedSheet: Page = {
  pageSize: 'A4',
  orientation: 'landscape',
  margins: [mm(9), mm(7), mm(9), mm(10)],
  fontSize: 8.5,
  width: (mm(279) - GUTTER) / 2,
};

/** What the caller may want differently from the definition. */
export interface FormOptions {
  readonly changes?: FormChanges;
  /** Wins over the province's layout; an officer may want a whole page. */
  readonly layout?: NonNullable<FormChanges['layout']>;
}

function headLines(definition: FormDefinition, fill: FormFill, { fontSize, dense }: TypeArea): FormNode[] {
  const lines = definition.headLines.flatMap((line) => sayOnPaper(pickBySet(line, fill.formSet), fill.values) ?? []);
  return [
    ...lines.map((text, index): FormNode => ({
      text,
      alignment: 'center',
      ...(index === 0 ? { bold: true, margin: [0, 4, 0, 2] } : { fontSize: fontSize - 1.5, margin: [0, 1, 0, 1] }),
    })),
    ...(definition.barcode && fill.code !== ''
      ? [{ barcode: fill.code, height: dense ? 16 : 22, alignment: 'center' as const }]
      : []),
  ];
}

function buildHead(definition: FormDefinition, fill: FormFill, area: TypeArea): FormNode[] {
  switch (definition.head) {
    case 'unit':
      return [fitHead(buildFormHead(fill.head, fill.at, headLines(definition, fill, area)), area)];
    case 'citizen':
      return [
        { text: vi.forms.nation, alignment: 'center', bold: true },
        { text: vi.forms.motto, alignment: 'center', bold: true, decoration: 'underline' },
      ];
    case 'none':
      return headLines(definition, fill, area);
  }
}

/** On a wide page each block of the head stands at its own side; in a letter it is a size smaller than the text. */
function fitHead(head: FormNode, area: TypeArea): FormNode {
  if (!('columns' in head)) return head;
  if (area.fontSize > 12) return { ...head, columns: head.columns.map((column) => ({ ...column, ...shrink(column) })) };
  const [left, ...right] = head.columns;
  if (left === undefined || area.width < mm(185)) return head;
  return { ...head, columns: [{ ...left, width: mm(110) }, { text: '', width: '*' }, ...right] };
}

function shrink(node: FormNode): FormNode {
  if ('stack' in node) return { ...node, stack: node.stack.map(shrink) };
  return 'text' in node ? { ...node, fontSize: HEAD_FONT_SIZE } : node;
}

/** A title may depend on the data (receipt or mere slip), so it is a sentence like any other. */
function titleOf(definition: FormDefinition, fill: FormFill): string {
  return sayOnPaper(pickBySet(definition.title, fill.formSet), fill.values) ?? '';
}

function buildMarks(fill: FormFill, fontSize: number): FormNode[] {
  const lines = [
    ...(fill.practice ? [vi.forms.practiceLine] : []),
    ...(fill.copyNo > 1 ? [fillText(vi.forms.receipt.reprint, { n: fill.copyNo - 1 })] : []),
    ...fill.marks,
  ];
  return lines.map((text): FormNode => ({
    text,
    alignment: 'center',
    bold: true,
    fontSize: fontSize - 1,
    margin: [0, 0, 0, 2],
  }));
}

function titleNode(
  definition: FormDefinition,
  fill: FormFill,
  area: TypeArea & { readonly isLast: boolean },
): FormNode {
  const isTight = definition.head === 'none' || area.dense;
  return {
    text: titleOf(definition, fill),
    bold: true,
    // Titles of letters are 13 to 14 points (NĐ 30/2020/NĐ-CP).
    fontSize: Math.min(14, area.fontSize * 1.23),
    alignment: 'center',
    margin: [0, isTight ? 3 : 12, 0, area.isLast ? 4 : 0],
  };
}

function buildPart(definition: FormDefinition, fill: FormFill, made: TypeArea & { readonly part: string }): FormNode[] {
  const subtitle = sayOnPaper(definition.subtitle ?? '', fill.values) ?? '';
  const under = [subtitle, made.part].filter((text) => text !== '');
  return [
    ...buildHead(definition, fill, made),
    ...(definition.hideTitle === true ? [] : [titleNode(definition, fill, { ...made, isLast: under.length === 0 })]),
    ...under.map((text): FormNode => ({ text, italics: true, alignment: 'center', margin: [0, 0, 0, 2] })),
    ...buildMarks(fill, made.fontSize),
    ...pickBySet(definition.blocks, fill.formSet).flatMap((block) => renderBlock(block, fill, made)),
  ];
}

/** Letters, table included, that fit an A5 copy of the fullest form: measured on rendered sheets, 1,329 fitted. */
const SHARED_SHEET_LETTERS = 1280;

/** Two copies on one sheet only while tables and texts are short enough; else each has its own page. */
function decideShared(definition: FormDefinition, fill: FormFill, wanted: boolean): boolean {
  const { sharedSheetRows, parts } = definition;
  if (!wanted || sharedSheetRows === undefined || parts.length !== 2) return false;
  const cells = Object.values(fill.tables).flat(2);
  const texts = [...Object.values(fill.values), ...Object.values(fill.lists).flat()];
  const letters = [...texts, ...cells.map((cell) => (typeof cell === 'string' ? cell : cell.text))].join('').length;
  const isShort = Object.values(fill.tables).every((rows) => rows.length <= sharedSheetRows);
  return isShort && letters <= SHARED_SHEET_LETTERS;
}

function onPages(parts: readonly FormNode[][]): FormNode[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [{ pageBreak: true } as const, ...part]));
}

function onOneSheet(parts: readonly FormNode[][], page: Page): FormNode[] {
  const columns = parts.map((stack) => ({ width: page.width, stack }));
  return [{ columns, columnGap: GUTTER }];
}

/**
 * A paper out of its definition and its values: the one renderer of all forms. Margins after domain notes §2.2. Throws when
 * the fill is of another form.
 */
export function buildForm(definition: FormDefinition, given: FormFill, options: FormOptions = {}): FormDocument {
  if (definition.form !== given.form) throw new Error(`buildForm: ${definition.form} filled as ${given.form}`);
  const changes = options.changes ?? noChanges;
  const fill = changeHead(given, changes);
  const form = changeDefinition(definition, changes, fill);
  const isShared = decideShared(form, fill, (options.layout ?? changes.layout) === 'twoOnOne');
  const { width, ...page } = isShared ? sharedSheet : pages[form.page];
  const names = form.parts.length === 0 ? [''] : form.parts;
  const parts = names.map((part) => buildPart(form, fill, { part, width, fontSize: page.fontSize, dense: isShared }));
  const title = titleOf(form, fill).replaceAll('\n', ' ');
  return {
    ...page,
    title: fill.code === '' ? title : `${title} ${fill.code}`,
    content: isShared ? onOneSheet(parts, sharedSheet) : onPages(parts),
    watermark: fill.practice ? vi.forms.practiceMark : null,
    footer: formReference(form.form, fill.formSet),
    createdAt: fill.at,
  };
}
