import { fillText } from '../text/message';
import { vi } from '../text/vi';
import {
  buildFormHead,
  buildSignatures,
  labelled,
  paperMargins,
  timeInWords,
  type FormCell,
  type FormDocument,
  type FormNode,
} from './form-layout';
import type { ReceiptSlip } from './receipt-slip-data';

const words = vi.forms.receipt;

/**
 * Form 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả, as two parts (citizen, office), one page each.
 * Layout of TT 01/2018/TT-VPCP and TT 03/2025/TT-VPCP as found in provincial templates (provisional wording).
 * `qrText` is the signed slip text made by main.
 */
export function buildReceiptSlip(slip: ReceiptSlip, qrText: string): FormDocument {
  const parts = [words.partForCitizen, words.partForOffice].map((part) => buildPart(slip, { part, qrText }));
  return {
    title: `${words.title} ${slip.code}`,
    pageSize: 'A4',
    orientation: 'portrait',
    margins: paperMargins,
    fontSize: 11,
    content: parts.flatMap((part, index) => (index === 0 ? part : [{ pageBreak: true } as const, ...part])),
    watermark: slip.practice ? vi.forms.practiceMark : null,
    footer: words.reference[slip.formSet],
  };
}

function buildPart(slip: ReceiptSlip, made: { readonly part: string; readonly qrText: string }): FormNode[] {
  return [
    buildFormHead(slip.head, slip.receivedAt, codeLines(slip)),
    { text: words.title, bold: true, fontSize: 13.5, alignment: 'center', margin: [0, 14, 0, 0] },
    { text: made.part, italics: true, alignment: 'center', margin: [0, 0, 0, 2] },
    ...marks(slip),
    ...personLines(slip),
    labelled(words.request, requestText(slip)),
    { text: words.papers, margin: [0, 3, 0, 3] },
    paperTable(slip),
    ...timeLines(slip),
    {
      columns: [
        { width: '*', stack: noteLines(slip) },
        { width: 92, stack: qrBlock(made.qrText) },
      ],
      columnGap: 12,
      margin: [0, 6, 0, 0],
    },
    buildSignatures([
      { title: words.submitterSigns, name: slip.submitterName || slip.applicantName },
      { title: words.officerSigns, name: slip.officerName },
    ]),
    ...(slip.onBehalfText === ''
      ? []
      : [
          {
            text: slip.onBehalfText,
            italics: true,
            alignment: 'right' as const,
            fontSize: 9.5,
            margin: [0, 4, 0, 0] as const,
          },
        ]),
  ];
}

function codeLines(slip: ReceiptSlip): FormNode[] {
  const code = slip.codeIsTemporary ? words.temporaryCode : words.code;
  const { book, year, number } = slip.slip;
  return [
    { text: fillText(code, { code: slip.code }), alignment: 'center', bold: true, margin: [0, 4, 0, 2] },
    { barcode: slip.code, height: 22, alignment: 'center' },
    {
      text: fillText(words.slipNumber, { book, year, number }),
      alignment: 'center',
      fontSize: 9.5,
      margin: [0, 2, 0, 0],
    },
  ];
}

function marks(slip: ReceiptSlip): FormNode[] {
  const lines = [
    ...(slip.practice ? [vi.forms.practiceLine] : []),
    ...(slip.copyNo > 1 ? [fillText(words.reprint, { n: slip.copyNo - 1 })] : []),
    ...(slip.codeIsTemporary ? [words.temporaryNote] : []),
  ];
  return lines.map((text) => ({
    text,
    alignment: 'center' as const,
    bold: true,
    fontSize: 10,
    margin: [0, 0, 0, 2] as const,
  }));
}

function personLines(slip: ReceiptSlip): FormNode[] {
  const label =
    slip.formSet === 'TT03-2025'
      ? fillText(words.receivedFromChannel, { channel: slip.channelName })
      : words.receivedFrom;
  const others = slip.otherApplicants > 0 ? fillText(words.others, { n: slip.otherApplicants }) : '';
  const contact = [
    ...(slip.phone === '' ? [] : [`${words.phone}${slip.phone}`]),
    ...(slip.email === '' ? [] : [`${words.email}${slip.email}`]),
  ].join('     ');
  return [
    labelled(label, slip.applicantName + others),
    ...(slip.submitterName === '' || slip.submitterName === slip.applicantName
      ? []
      : [labelled(words.submitter, slip.submitterName)]),
    { text: `${words.address}${slip.address}`, margin: [0, 1.5, 0, 1.5] },
    ...(contact === '' ? [] : [{ text: contact, margin: [0, 1.5, 0, 1.5] as const }]),
    ...(slip.identityLine === ''
      ? []
      : [{ text: `${words.identity}${slip.identityLine}`, margin: [0, 1.5, 0, 1.5] as const }]),
  ];
}

function requestText(slip: ReceiptSlip): string {
  const procedure = `${slip.procedureName} (${slip.procedureCode})`;
  return slip.summary === '' || slip.summary === slip.procedureName ? procedure : `${procedure}. ${slip.summary}`;
}

function paperTable(slip: ReceiptSlip): FormNode {
  const isOld = slip.formSet === 'TT01-2018';
  const headCell = (text: string, span: Pick<FormCell, 'colSpan' | 'rowSpan'> = {}): FormCell => ({
    text,
    bold: true,
    alignment: 'center',
    ...span,
  });
  const blank: FormCell = { text: '' };
  const head: FormCell[][] = [
    [
      headCell(words.paperNo, { rowSpan: 2 }),
      headCell(words.paperName, { rowSpan: 2 }),
      headCell(words.paperCount, { colSpan: 3 }),
      blank,
      blank,
    ],
    [
      blank,
      blank,
      headCell(words.original),
      headCell(isOld ? words.certifiedCopyOld : words.certifiedCopy),
      headCell(isOld ? words.photocopyOld : words.photocopy),
    ],
  ];
  const count = (n: number): FormCell => ({ text: n === 0 ? '' : String(n), alignment: 'center' });
  const rows: FormCell[][] = slip.papers.map((paper, index) => [
    { text: String(index + 1), alignment: 'center' },
    { text: paper.shownOnly ? fillText(words.shownOnly, { name: paper.name }) : paper.name },
    count(paper.original),
    count(paper.certifiedCopy),
    count(paper.photocopy),
  ]);
  const none: FormCell[][] = [
    [{ text: words.noPapers, colSpan: 5, alignment: 'center', italics: true }, blank, blank, blank, blank],
  ];
  return {
    table: { widths: [22, '*', 44, 62, 44], headerRows: 2, body: [...head, ...(rows.length > 0 ? rows : none)] },
    fontSize: 10,
  };
}

function timeLines(slip: ReceiptSlip): FormNode[] {
  const line = (text: string, bold = false): FormNode => ({ text, bold, margin: [0, 1.5, 0, 1.5] });
  return [
    { text: fillText(words.setCount, { n: slip.setCount }), margin: [0, 5, 0, 1.5] },
    line(fillText(words.limit, { limit: slip.limitText })),
    line(fillText(words.receivedAt, { time: timeInWords(slip.receivedAt) })),
    line(
      slip.promisedAt === null
        ? words.noAppointment
        : fillText(words.promisedAt, { time: timeInWords(slip.promisedAt) }),
      true,
    ),
    line(fillText(words.returnAt, { place: slip.returnText })),
    ...(slip.feeText === '' ? [] : [line(fillText(words.fee, { fee: slip.feeText }))]),
  ];
}

function noteLines(slip: ReceiptSlip): FormNode[] {
  const small = (text: string): FormNode => ({ text, italics: true, fontSize: 9, margin: [0, 0, 0, 2] });
  return [
    ...(slip.provisional ? [small(words.provisional)] : []),
    ...(slip.clockDoubt ? [small(words.clockDoubt)] : []),
    ...(slip.backEntry ? [small(words.backEntry)] : []),
    small(words.note),
    small(fillText(words.contact, { address: slip.head.address, phone: slip.head.phone })),
  ];
}

function qrBlock(qrText: string): FormNode[] {
  return [
    { qr: qrText, fit: 84, alignment: 'center' },
    { text: words.lookUp, fontSize: 8, alignment: 'center', margin: [0, 2, 0, 0] },
  ];
}
