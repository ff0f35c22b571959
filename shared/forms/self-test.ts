import { office } from '../text/vi/forms-office';
import { startUnitFill, type PaperAround } from './fill-parts';
import type { FormBlock, FormDefinition } from './form-definition';
import type { FormFill } from './form-fill';
import { millimetres } from './form-layout';

const own = office.selfTest;

/** The 67 small letters of Vietnamese that carry a mark, precomposed; with their capitals 134. */
export const vietnameseLetters = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ';

/** A code no dossier can have, to try the reader with. */
const SAMPLE_CODE = 'QMC-TEST-000000-0000';

const plain: readonly FormBlock[] = [
  { kind: 'text', text: own.lower },
  { kind: 'text', text: own.upper },
];

/** Page printed after installation: letters, codes, width and the state of the PC, countersigned by the unit. */
export const selfTestForm: FormDefinition = {
  form: 'selfTest',
  title: own.title,
  head: 'unit',
  headLines: [],
  barcode: false,
  page: 'paper',
  parts: [],
  blocks: [
    { kind: 'text', text: own.intro },
    { kind: 'line', label: own.computer, value: 'computer' },
    { kind: 'line', label: own.version, value: 'version' },
    { kind: 'line', label: own.data, value: 'dataFolder' },
    {
      kind: 'table',
      rows: 'checks',
      columns: [
        { head: own.check, width: '*' },
        { head: own.result, width: 200 },
      ],
    },
    { kind: 'text', text: own.letters, style: 'heading' },
    ...plain,
    { kind: 'text', text: own.bold, style: 'bold' },
    { kind: 'text', text: own.boldUpper, style: 'bold' },
    { kind: 'text', text: own.italic, style: 'note' },
    { kind: 'text', text: own.boldUpper, style: 'note' },
    { kind: 'text', text: own.pangram },
    { kind: 'text', text: own.codes, style: 'heading' },
    { kind: 'codes', size: 84 },
    { kind: 'text', text: own.ruler, style: 'heading' },
    // A cell has 3 points of padding on each side.
    { kind: 'table', rows: 'ruler', columns: [{ head: '100 mm', width: millimetres(100) - 6 }] },
    {
      kind: 'signatures',
      signers: [
        { title: own.technicianSigns, name: 'technician' },
        { title: own.unitSigns, name: 'blank' },
      ],
    },
  ],
  source: 'counter needs §1.14, §4; wording provisional',
};

/** What the program found out about itself. */
export interface SelfTestFacts {
  readonly computer: string;
  readonly version: string;
  readonly dataFolder: string;
  readonly technician: string;
  readonly checks: readonly { readonly name: string; readonly result: string }[];
}

/** The self-test page with all 134 precomposed Vietnamese letters, upright, bold and italic. */
export function buildSelfTest(facts: SelfTestFacts, around: PaperAround): FormFill {
  const { computer, version, dataFolder, technician } = facts;
  const fill = startUnitFill('selfTest', around);
  return {
    ...fill,
    code: SAMPLE_CODE,
    qr: SAMPLE_CODE,
    values: {
      ...fill.values,
      ...{ computer, version, dataFolder, technician, code: SAMPLE_CODE },
      lower: Array.from(vietnameseLetters).join(' '),
      upper: Array.from(vietnameseLetters.toLocaleUpperCase('vi')).join(' '),
    },
    tables: { checks: facts.checks.map(({ name, result }) => [name, result]), ruler: [['']] },
  };
}
