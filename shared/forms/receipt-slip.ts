import { fillText } from '../text/message';
import { vi } from '../text/vi';
import { papers } from '../text/vi/forms-papers';
import { buildForm, type FormOptions } from './build-form';
import type { FormBlock, FormDefinition } from './form-definition';
import type { FillCell, FormFill } from './form-fill';
import { timeInWords, type FormDocument } from './form-layout';
import { paperColumns } from './form-parts';
import type { ReceiptSlip } from './receipt-slip-data';

const words = vi.forms.receipt;

const beforePapers: readonly FormBlock[] = [
  { kind: 'text', text: '{{receivedFromLine}}', style: 'bold' },
  { kind: 'line', label: words.submitter.replace(': ', ''), value: 'submitter', bold: true },
  { kind: 'line', label: papers.label.address, value: 'address' },
  { kind: 'line', label: papers.label.contact, value: 'contact' },
  { kind: 'line', label: papers.label.identity, value: 'identity' },
  { kind: 'line', label: papers.label.request, value: 'request', bold: true },
  { kind: 'text', text: words.papers },
];

const afterPapers: readonly FormBlock[] = [
  { kind: 'text', text: words.setCount.replace('{{n}}', '{{setCount}}') },
  { kind: 'text', text: words.limit },
  { kind: 'text', text: words.receivedAt.replace('{{time}}', '{{receivedAt}}') },
  { kind: 'text', text: '{{promiseLine}}', style: 'bold' },
  { kind: 'text', text: words.returnAt.replace('{{place}}', '{{returnText}}') },
  { kind: 'text', text: words.fee },
  { kind: 'text', text: '{{secondStage}}' },
  {
    kind: 'notes',
    lines: ['{{provisional}}', '{{clockDoubt}}', '{{backEntry}}', words.note, '{{contactLine}}'],
    caption: words.lookUp,
  },
  {
    kind: 'signatures',
    signers: [
      { title: words.submitterSigns, name: 'submitterSigns' },
      { title: words.officerSigns, name: 'officerName' },
    ],
  },
  { kind: 'text', text: '{{onBehalfText}}', style: 'right' },
];

const { no, paperName } = papers.column;
const certifiedTable: FormBlock = {
  kind: 'table',
  rows: 'certified',
  columns: [
    { head: no, width: 22, align: 'center' },
    { head: paperName, width: '*' },
    { head: words.pages, width: 46, align: 'center', group: words.paperCount },
    { head: words.copies, width: 52, align: 'center', group: words.paperCount },
    { head: words.electronicCopies, width: 52, align: 'center', group: words.paperCount },
  ],
};

/**
 * Form 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả, in two copies (domain notes §2.3). Certified copies have a table of their
 * own. Wording provisional.
 */
export const receiptForm: FormDefinition = {
  form: 'receipt',
  title: words.title,
  head: 'unit',
  headLines: ['{{codeLine}}', '{{bookLine}}'],
  barcode: true,
  page: 'paper',
  parts: [words.partForCitizen, words.partForOffice],
  sharedSheetRows: 5,
  blocks: [
    ...beforePapers,
    { kind: 'table', rows: 'papers', columns: paperColumns },
    certifiedTable,
    { kind: 'text', text: '{{noPapers}}', style: 'note' },
    ...afterPapers,
  ],
  source: 'domain notes §2.3; layout of provincial templates, wording provisional',
};

/** Form 01 with the QR text that main signed. */
export function buildReceiptSlip(slip: ReceiptSlip, qrText: string, options: FormOptions = {}): FormDocument {
  return buildForm(receiptForm, buildReceiptFill(slip, qrText), options);
}

/** What stands on Form 01. */
export function buildReceiptFill(slip: ReceiptSlip, qrText: string): FormFill {
  return {
    form: 'receipt',
    formSet: slip.formSet,
    head: slip.head,
    practice: slip.practice,
    at: slip.receivedAt,
    code: slip.code,
    qr: qrText,
    copyNo: slip.copyNo,
    marks: slip.codeIsTemporary ? [words.temporaryNote] : [],
    values: { ...personValues(slip), ...timeValues(slip), ...noteValues(slip) },
    lists: {},
    tables: paperTables(slip),
  };
}

function personValues(slip: ReceiptSlip): FormFill['values'] {
  const { submitterName, applicantName, otherApplicants, channelName } = slip;
  const others = otherApplicants > 0 ? fillText(words.others, { n: otherApplicants }) : '';
  const label =
    slip.formSet === 'TT03-2025' ? fillText(words.receivedFromChannel, { channel: channelName }) : words.receivedFrom;
  return {
    receivedFromLine: label + applicantName + others,
    submitter: submitterName === applicantName ? '' : submitterName,
    submitterSigns: submitterName === '' ? applicantName : submitterName,
    address: slip.address,
    contact: [slip.phone, slip.email].filter((text) => text !== '').join('     '),
    identity: slip.identityLine,
    request: requestText(slip),
    officerName: slip.officerName,
    onBehalfText: slip.onBehalfText,
  };
}

function requestText(slip: ReceiptSlip): string {
  const procedure = `${slip.procedureName} (${slip.procedureCode})`;
  return slip.summary === '' || slip.summary === slip.procedureName ? procedure : `${procedure}. ${slip.summary}`;
}

function timeValues(slip: ReceiptSlip): FormFill['values'] {
  const { promisedAt } = slip;
  return {
    codeLine: fillText(slip.codeIsTemporary ? words.temporaryCode : words.code, { code: slip.code }),
    bookLine: fillText(words.slipNumber, slip.slip),
    setCount: String(slip.setCount),
    limit: slip.limitText,
    receivedAt: timeInWords(slip.receivedAt),
    promiseLine:
      promisedAt === null ? words.noAppointment : fillText(words.promisedAt, { time: timeInWords(promisedAt) }),
    returnText: slip.returnText,
    fee: slip.feeText,
    secondStage: slip.secondStageText ?? '',
  };
}

function noteValues(slip: ReceiptSlip): FormFill['values'] {
  return {
    provisional: slip.provisional ? words.provisional : '',
    clockDoubt: slip.clockDoubt ? words.clockDoubt : '',
    backEntry: slip.backEntry ? words.backEntry : '',
    contactLine: fillText(words.contact, { address: slip.head.address, phone: slip.head.phone }),
    noPapers: slip.papers.length === 0 ? words.noPapers : '',
  };
}

function paperTables({ papers: received, quantities }: ReceiptSlip): FormFill['tables'] {
  const count = (n: number | undefined): FillCell => ({ text: n === undefined || n === 0 ? '' : String(n) });
  const named = received.map((paper, index): FillCell[] => [
    String(index + 1),
    paper.shownOnly ? fillText(words.shownOnly, { name: paper.name }) : paper.name,
  ]);
  if (quantities === undefined) {
    const counts = received.map((paper) => [paper.original, paper.certifiedCopy, paper.photocopy].map(count));
    return { papers: named.map((cells, index) => [...cells, ...(counts[index] ?? [])]), certified: [] };
  }
  // The quantities belong to the whole request: they stand once, beside its first paper.
  return {
    papers: [],
    certified: named.map((cells, index) => {
      return index === 0 ? [...cells, count(quantities.pages), count(quantities.copies), ''] : [...cells, '', '', ''];
    }),
  };
}
