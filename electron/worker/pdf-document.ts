import { join } from 'node:path';
import bwipjs from 'bwip-js/node';
import pdfMake from 'pdfmake';
import type { FormDocument, FormNode } from '../../shared/forms/form-layout';
import { fillText } from '../../shared/text/message';
import { vi } from '../../shared/text/vi';

/** A rendered paper. */
export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** The rest of the foot's width is for its text. */
const PAGE_NUMBER_WIDTH = 64;

type PdfNode = Readonly<Record<string, unknown>>;

const fontFiles = {
  normal: 'Tinos_400Regular.ttf',
  italics: 'Tinos_400Regular_Italic.ttf',
  bold: 'Tinos_700Bold.ttf',
  bolditalics: 'Tinos_700Bold_Italic.ttf',
};

/**
 * Renders papers with the bundled Tinos fonts (complete Vietnamese). The definition is built here from plain form data;
 * no address is ever fetched and no file but the four fonts is read.
 */
export function createPdfRenderer(fontFolder: string): (form: FormDocument) => Promise<RenderedPdf> {
  const fonts = Object.fromEntries(Object.entries(fontFiles).map(([style, file]) => [style, join(fontFolder, file)]));
  const allowed = new Set(Object.values(fonts));
  pdfMake.setFonts({ Tinos: fonts });
  pdfMake.setUrlAccessPolicy(() => false);
  pdfMake.setLocalAccessPolicy((path) => allowed.has(path));
  return (form) => render(form);
}

async function render(form: FormDocument): Promise<RenderedPdf> {
  let pages = 0;
  const definition = {
    pageSize: form.pageSize,
    pageOrientation: form.orientation,
    pageMargins: [...form.margins],
    version: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    language: 'vi-VN',
    displayTitle: true,
    info: {
      title: nfc(form.title),
      creator: vi.shell.product,
      producer: vi.shell.product,
      ...(form.createdAt === undefined ? {} : timesOf(form.createdAt)),
    },
    defaultStyle: { font: 'Tinos', fontSize: form.fontSize, lineHeight: 1.06 },
    content: form.content.map(toPdfNode),
    footer: (page: number, pageCount: number) => {
      pages = pageCount;
      return footer(form, page, pageCount);
    },
    ...(form.watermark === null
      ? {}
      : { watermark: { text: nfc(form.watermark), color: '#8A94A0', opacity: 0.13, bold: true, angle: -45 } }),
  };
  const bytes: Uint8Array = await pdfMake
    .createPdf(definition as unknown as Parameters<typeof pdfMake.createPdf>[0])
    .getBuffer();
  return { bytes, pages };
}

/** Also decides the file's id, so that the same paper gives the same bytes. */
function timesOf(createdAt: number): { readonly creationDate: Date; readonly modDate: Date } {
  return { creationDate: new Date(createdAt), modDate: new Date(createdAt) };
}

function footer(form: FormDocument, page: number, pages: number): PdfNode {
  return {
    margin: [form.margins[0], 4, form.margins[2], 0],
    fontSize: 8,
    columns: [
      { text: nfc(form.footer), italics: true },
      { text: fillText(vi.forms.page, { page, pages }), alignment: 'right', width: PAGE_NUMBER_WIDTH },
    ],
  };
}

function toPdfNode(node: FormNode): PdfNode {
  if ('barcode' in node) return code128(node);
  if ('qr' in node) return { qr: nfc(node.qr), fit: node.fit, eccLevel: 'M', alignment: node.alignment ?? 'left' };
  if ('pageBreak' in node) return { text: '', pageBreak: 'after', fontSize: 1 };
  if ('columns' in node) return { ...node, columns: node.columns.map(toPdfNode) };
  if ('stack' in node) return { ...node, stack: node.stack.map(toPdfNode) };
  if ('table' in node) {
    const { widths, headerRows, body } = node.table;
    return {
      ...node,
      table: { widths: [...widths], headerRows, dontBreakRows: true, body: body.map((row) => row.map(toPdfNode)) },
      layout: {
        hLineWidth: () => 0.6,
        vLineWidth: () => 0.6,
        paddingLeft: () => node.cellPadding ?? 3,
        paddingRight: () => node.cellPadding ?? 3,
        paddingTop: () => 2,
        paddingBottom: () => 2,
      },
    };
  }
  return {
    ...node,
    text: typeof node.text === 'string' ? nfc(node.text) : node.text.map((run) => ({ ...run, text: nfc(run.text) })),
  };
}

/** Combining marks are missing in parts of the font: papers are always written in precomposed letters. */
function nfc(text: string): string {
  return text.normalize('NFC');
}

/** Vector bars: sharp on any printer, no picture with transparency. Characters beyond ASCII cannot stand in Code 128. */
function code128(node: { readonly barcode: string; readonly height: number; readonly alignment?: string }): PdfNode {
  const [symbol] = bwipjs.raw({ bcid: 'code128', text: node.barcode.replace(/[^\x20-\x7e]/g, '?') });
  if (symbol === undefined || !('sbs' in symbol)) throw new Error('code128 gave no bars');
  const module = 0.92;
  let x = 0;
  const canvas = Array.from(symbol.sbs).flatMap((width, index) => {
    const at = x;
    x += width * module;
    return index % 2 === 0 ? [{ type: 'rect', x: at, y: 0, w: width * module, h: node.height, color: '#000000' }] : [];
  });
  return { canvas, alignment: node.alignment ?? 'left' };
}
