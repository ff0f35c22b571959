import type { FormDocument, FormNode } from '../../shared/forms/form-layout';

function linesOf(node: FormNode): string[] {
  if ('columns' in node) return node.columns.flatMap(linesOf);
  if ('stack' in node) return node.stack.flatMap(linesOf);
  if ('table' in node) return node.table.body.flat().flatMap(linesOf);
  if ('barcode' in node) return [`[bar code ${node.barcode}]`];
  if ('qr' in node) return [`[qr ${node.qr}]`];
  if ('pageBreak' in node) return ['[page]'];
  return [typeof node.text === 'string' ? node.text : node.text.map(({ text }) => text).join('')];
}

/** What stands on a paper, a line for each block; codes and page breaks in brackets. */
export function listLines(document: FormDocument): readonly string[] {
  return document.content.flatMap(linesOf).filter((line) => line !== '');
}

/** The whole paper as one text. */
export function textOf(document: FormDocument): string {
  return listLines(document).join('\n');
}
