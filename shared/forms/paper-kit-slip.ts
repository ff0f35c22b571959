import { formatDay, formatInstant, type Instant, type LocalDay } from '../base/time';
import { citizen } from '../text/vi/forms-citizen';
import { papers as words } from '../text/vi/forms-papers';
import { startUnitFill, type PaperAround } from './fill-parts';
import type { FormDefinition } from './form-definition';
import type { FormFill } from './form-fill';

const own = citizen.kitSlip;
const sheet = citizen.kitSheet;
const { label } = words;

/** Slip for the hours without power: a leased code is on it, the rest is written by hand. */
export const paperKitSlipForm: FormDefinition = {
  form: 'paperKitSlip',
  title: own.title,
  head: 'unit',
  headLines: ['{{codeLine}}', '{{slipLine}}'],
  barcode: true,
  page: 'paper',
  parts: [words.part.citizen, words.part.office],
  sharedSheetRows: 0,
  blocks: [
    { kind: 'line', label: label.applicant, value: 'blank', dots: true },
    { kind: 'line', label: label.submitter, value: 'blank', dots: true },
    { kind: 'line', label: label.identity, value: 'blank', dots: true },
    { kind: 'line', label: label.address, value: 'blank', dots: true },
    { kind: 'line', label: label.phone, value: 'blank', dots: true },
    { kind: 'line', label: own.request, value: 'blank', dots: true },
    { kind: 'blank', lines: 1 },
    { kind: 'line', label: own.receivedAt, value: 'blank', dots: true },
    { kind: 'line', label: own.promised, value: 'blank', dots: true },
    { kind: 'line', label: own.fee, value: 'blank', dots: true },
    { kind: 'text', text: own.papersTaken },
    { kind: 'blank', lines: 3 },
    { kind: 'notes', lines: [own.rule, words.askUnit], caption: words.scan },
    {
      kind: 'signatures',
      signers: [
        { title: words.sign.submitter, name: 'blank' },
        { title: own.officerSigns, name: 'blank' },
      ],
    },
  ],
  source: 'counter needs §1.2; wording provisional',
};

/** What stands on a kit slip; its QR names it when it is scanned after the cut. */
export interface KitSlip {
  readonly code: string;
  readonly slipNo: string;
}

/** One slip of the kit. */
export function buildPaperKitSlip(slip: KitSlip, around: PaperAround): FormFill {
  const fill = startUnitFill('paperKitSlip', around);
  return {
    ...fill,
    code: slip.code,
    qr: ['QMCK1', slip.code, slip.slipNo].join('|'),
    values: {
      ...fill.values,
      codeLine: words.codeLine.replace('{{code}}', slip.code),
      slipLine: words.number.replace('{{number}}', slip.slipNo),
    },
  };
}

/** The sheet beside the slips: due dates and papers of the usual procedures on that day. */
export const paperKitSheetForm: FormDefinition = {
  form: 'paperKitSheet',
  title: sheet.title,
  subtitle: sheet.subtitle,
  head: 'unit',
  headLines: [],
  barcode: false,
  page: 'paper',
  parts: [],
  blocks: [
    { kind: 'text', text: sheet.codes },
    {
      kind: 'table',
      rows: 'due',
      columns: [
        { head: own.short, width: 140 },
        { head: own.dueAt, width: 82, align: 'center' },
        { head: own.papers, width: '*' },
      ],
      empty: sheet.empty,
      fontSize: 9,
    },
    { kind: 'notes', lines: [sheet.rule] },
  ],
  source: 'counter needs §1.2; wording provisional',
};

/** One of the usual procedures, so that a due date can be written without a computer. */
export interface KitDue {
  readonly shortName: string;
  readonly dueAt: Instant | null;
  readonly papers: readonly string[];
}

/** The sheet of a kit printed for one day; `codes` are those of its slips. */
export function buildPaperKitSheet(
  kit: { readonly day: LocalDay; readonly due: readonly KitDue[]; readonly codes: readonly string[] },
  around: PaperAround,
): FormFill {
  const fill = startUnitFill('paperKitSheet', around);
  const { codes, due, day } = kit;
  return {
    ...fill,
    values: {
      ...fill.values,
      day: formatDay(day),
      ...{ first: codes[0] ?? '', last: codes.at(-1) ?? '', n: codes.length === 0 ? '' : String(codes.length) },
    },
    tables: {
      due: due.map(({ shortName, dueAt, papers }) => [
        shortName,
        dueAt === null ? '' : formatInstant(dueAt),
        papers.join('; '),
      ]),
    },
  };
}
