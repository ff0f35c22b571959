import { formatDay, formatInstant } from '../base/time';
import { buildFormHead, buildSignatures, millimetres, type FormCell, type FormDocument, type FormNode } from '../forms/form-layout';
import { fillText } from '../text/message';
import { vi } from '../text/vi';
import type { Register, RegisterRow } from './register-data';

const words = vi.forms.register;
const money = new Intl.NumberFormat('vi-VN');

/** The daily intake log as a landscape A4 paper for signing; long days flow over pages with a repeated head row. */
export function buildRegisterDocument(register: Register): FormDocument {
  return {
    title: `${words.title} ${formatDay(register.day)}`,
    pageSize: 'A4',
    orientation: 'landscape',
    margins: [millimetres(15), millimetres(12), millimetres(12), millimetres(14)],
    fontSize: 9,
    content: [
      buildFormHead(register.head, register.madeAt, []),
      { text: words.title, bold: true, fontSize: 14, alignment: 'center', margin: [0, 10, 0, 0] },
      { text: fillText(words.day, { day: formatDay(register.day) }), italics: true, alignment: 'center' },
      ...(register.practice ? [{ text: vi.forms.practiceLine, bold: true, alignment: 'center' as const }] : []),
      { text: register.counters.map(counterText).join(' · '), fontSize: 8.5, margin: [0, 4, 0, 4] },
      rowTable(register),
      ...closingLines(register),
      buildSignatures([
        { title: words.preparedBy, name: register.madeBy },
        { title: words.headOfUnit, name: '' },
      ]),
    ],
    watermark: register.practice ? vi.forms.practiceMark : null,
    footer: register.closing === null ? words.title : register.closing.chainHead,
  };
}

function counterText(counter: Register['counters'][number]): string {
  return counter.dataUntil === null
    ? fillText(words.counterSilent, { name: counter.name })
    : fillText(words.counter, { name: counter.name, time: formatInstant(counter.dataUntil) });
}

function rowTable(register: Register): FormNode {
  const { column, group } = words;
  const heads = [column.no, column.code, group.times, group.procedure, group.person, group.papers, group.fee, column.officer, group.status, column.note];
  const head: FormCell[] = heads.map((text) => ({ text, bold: true, alignment: 'center', fillColor: '#EEF1F5' }));
  const none: FormCell[] = heads.map((_, index) => (index === 0 ? { text: words.empty, colSpan: heads.length, alignment: 'center', italics: true } : { text: '' }));
  const body = [head, ...(register.rows.length > 0 ? register.rows.map(rowCells) : [none])];
  return { table: { widths: [18, 80, 66, '*', 146, 40, 44, 60, 74, 40], headerRows: 1, body }, fontSize: 8 };
}

function rowCells(row: RegisterRow): FormCell[] {
  const lines = (...parts: readonly string[]): FormCell => ({ text: parts.filter((part) => part !== '').join('\n') });
  const centred = (text: string): FormCell => ({ text, alignment: 'center' });
  return [
    centred(String(row.no)),
    lines(row.code, row.temporaryCode === row.code ? '' : row.temporaryCode),
    lines(formatInstant(row.receivedAt), row.promisedAt === null ? '' : formatInstant(row.promisedAt)),
    lines(`${row.procedureName} (${row.procedureCode})`, row.channel),
    lines(row.applicant, row.identity, row.submitter === row.applicant ? '' : `${words.column.submitter}: ${row.submitter}`, row.phone, row.address),
    centred(`${String(row.setCount)} / ${String(row.papers)} / ${String(row.digitised)}`),
    centred(`${money.format(row.fee)} / ${money.format(row.feeCollected)}`),
    lines(row.officer),
    lines(row.status, row.sync),
    lines(row.note),
  ];
}

function closingLines(register: Register): FormNode[] {
  const { totals, closing } = register;
  const sum = fillText(words.totals, {
    received: totals.received,
    counter: totals.counter,
    online: totals.online,
    post: totals.post,
    fee: `${money.format(totals.fee)} đ`,
    collected: `${money.format(totals.feeCollected)} đ`,
    waiting: totals.waiting,
  });
  const state =
    closing === null
      ? fillText(words.open, { time: formatInstant(register.madeAt) })
      : fillText(words.closed, { time: formatInstant(closing.closedAt), officer: closing.officer, hash: closing.registerHash.slice(0, 16), chain: closing.chainHead.slice(0, 16) });
  return [
    { text: sum, bold: true, margin: [0, 6, 0, 2] },
    { text: state, margin: [0, 0, 0, 2] },
    ...(register.masked ? [{ text: words.maskedNote, italics: true }] : []),
  ];
}
