import { assertNever } from '../base/result';
import { vi } from '../text/vi';
import { dotsAfter, sayOnPaper, valueOf } from './fill-words';
import { pickBySet, type FormBlock, type TextStyle } from './form-definition';
import type { FormFill } from './form-fill';
import { labelled, type FormNode, type TextLook } from './form-layout';
import { renderTable } from './form-table';

/** The type area a block stands in. Points. */
export interface TypeArea {
  readonly width: number;
  readonly fontSize: number;
  /** Two copies share the sheet: every millimetre counts. */
  readonly dense: boolean;
}

type BlockOf<K extends FormBlock['kind']> = Extract<FormBlock, { kind: K }>;

function lookOf(style: TextStyle, fontSize: number): TextLook {
  switch (style) {
    case 'body':
      return { margin: [0, 1.5, 0, 1.5], alignment: 'justify' };
    case 'bold':
      return { margin: [0, 1.5, 0, 1.5], bold: true };
    case 'centre':
      return { margin: [0, 2, 0, 2], alignment: 'center' };
    case 'heading':
      return { margin: [0, 5, 0, 2], bold: true };
    case 'note':
      return { margin: [0, 1, 0, 1], italics: true, fontSize: fontSize - 1.5 };
    case 'small':
      return { margin: [0, 1, 0, 1], fontSize: fontSize - 1.5 };
    case 'large':
      return { margin: [0, 4, 0, 4], alignment: 'center', bold: true, fontSize: fontSize * 1.5 };
    case 'huge':
      return { margin: [0, 4, 0, 4], alignment: 'center', bold: true, fontSize: fontSize * 2.2 };
    case 'right':
      return { margin: [0, 2, 0, 2], alignment: 'right', italics: true };
    default:
      return assertNever(style, 'lookOf');
  }
}

function renderLine(block: BlockOf<'line'>, fill: FormFill, area: TypeArea): FormNode[] {
  const label = `${pickBySet(block.label, fill.formSet)}: `;
  const value = valueOf(fill, block.value);
  if (value === '') return block.dots === true ? [{ text: label + dotsAfter(label, area), margin: [0, 2, 0, 2] }] : [];
  return block.bold === true ? [labelled(label, value)] : [{ text: label + value, margin: [0, 1.5, 0, 1.5] }];
}

function renderText(block: BlockOf<'text'>, fill: FormFill, area: TypeArea): FormNode[] {
  if (block.when !== undefined && valueOf(fill, block.when) === '') return [];
  const text = sayOnPaper(pickBySet(block.text, fill.formSet), fill.values);
  return text === undefined ? [] : [{ text, ...lookOf(block.style ?? 'body', area.fontSize) }];
}

function renderList(block: BlockOf<'list'>, fill: FormFill, { fontSize }: TypeArea): FormNode[] {
  const items = fill.lists[block.items] ?? [];
  if (items.length === 0) return block.empty === undefined ? [] : [{ text: block.empty, italics: true }];
  return items.map((text, index) => {
    const sign = { number: `${String(index + 1)}. `, dash: '- ', none: '' }[block.mark];
    const size = block.small === true ? { fontSize: fontSize - 2 } : {};
    return { text: sign + text, margin: [block.mark === 'none' ? 0 : 10, 1, 0, 1], ...size };
  });
}

function renderNotes(block: BlockOf<'notes'>, fill: FormFill, area: TypeArea): FormNode[] {
  const lines = block.lines.flatMap((line) => sayOnPaper(pickBySet(line, fill.formSet), fill.values) ?? []);
  const stack = lines.map((text): FormNode => ({
    text,
    italics: true,
    fontSize: area.fontSize - 2,
    margin: [0, 0, 0, 2],
  }));
  if (fill.qr === '') return stack.length === 0 ? [] : [{ stack, margin: [0, 4, 0, 0] }];
  const caption = block.caption ?? '';
  const symbol: FormNode[] = [
    { qr: fill.qr, fit: 84, alignment: 'center' },
    ...(caption === ''
      ? []
      : [{ text: caption, fontSize: 7.5, alignment: 'center' as const, margin: [0, 3, 0, 0] as const }]),
  ];
  const columns = [
    { width: '*' as const, stack },
    { width: 92, stack: symbol },
  ];
  return [{ columns, columnGap: 12, margin: [0, 6, 0, 0] }];
}

function renderSignatures(block: BlockOf<'signatures'>, fill: FormFill, { dense }: TypeArea): FormNode[] {
  const space = dense ? 26 : 44;
  const columns = block.signers.map(({ title, hint, name }) => ({
    width: '*' as const,
    stack: [
      { text: pickBySet(title, fill.formSet), alignment: 'center' as const, bold: true },
      { text: hint ?? vi.forms.sign, alignment: 'center' as const, italics: true },
      { text: valueOf(fill, name), alignment: 'center' as const, bold: true, margin: [0, space, 0, 0] as const },
    ],
  }));
  // One signer stands on the right, as on official paper.
  const all = columns.length === 1 ? [{ width: '*' as const, stack: [] }, ...columns] : columns;
  return [{ unbreakable: true, stack: [{ columns: all, columnGap: 8, margin: [0, dense ? 4 : 8, 0, 0] }] }];
}

function renderCodes(block: BlockOf<'codes'>, fill: FormFill): FormNode[] {
  return [
    ...(fill.code === '' ? [] : [{ barcode: fill.code, height: block.size / 3, alignment: 'center' as const }]),
    ...(fill.qr === ''
      ? []
      : [
          { text: '', fontSize: 5 },
          { qr: fill.qr, fit: block.size, alignment: 'center' as const },
        ]),
  ];
}

/** One part of a form, filled in; `[]` when there is nothing to say. */
export function renderBlock(block: FormBlock, fill: FormFill, area: TypeArea): FormNode[] {
  switch (block.kind) {
    case 'line':
      return renderLine(block, fill, area);
    case 'text':
      return renderText(block, fill, area);
    case 'table':
      return renderTable(block, fill, area.fontSize);
    case 'list':
      return renderList(block, fill, area);
    case 'notes':
      return renderNotes(block, fill, area);
    case 'signatures':
      return renderSignatures(block, fill, area);
    case 'blank':
      return Array.from({ length: block.lines }, () => ({ text: dotsAfter('', area), margin: [0, 2, 0, 2] as const }));
    case 'newPage':
      return [{ pageBreak: true }];
    case 'codes':
      return renderCodes(block, fill);
    default:
      return assertNever(block, 'renderBlock');
  }
}
