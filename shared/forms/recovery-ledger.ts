import { formatDay, type LocalDay } from '../base/time';
import { office } from '../text/vi/forms-office';
import { papers as words } from '../text/vi/forms-papers';
import { startUnitFill, type PaperAround } from './fill-parts';
import type { FormDefinition } from './form-definition';
import type { FillCell, FormFill } from './form-fill';

const own = office.recoveryLedger;

/** Lines for entries by hand: the ledger is kept on paper, away from every PC. */
const BLANK_LINES = 12;

/** Book in which a unit keeps account of its recovery key: who has the envelope, when it was opened and why. */
export const recoveryLedgerForm: FormDefinition = {
  form: 'recoveryLedger',
  title: own.title,
  head: 'unit',
  headLines: [],
  barcode: false,
  page: 'book',
  parts: [],
  blocks: [
    { kind: 'text', text: own.intro },
    {
      kind: 'table',
      rows: 'rows',
      columns: [
        { head: own.number, width: 36, align: 'center' },
        { head: own.day, width: 62, align: 'center' },
        { head: own.key, width: 90 },
        { head: own.event, width: 90 },
        { head: own.place, width: '*' },
        { head: own.keeper, width: 100 },
        { head: own.witness, width: 100 },
        { head: own.signature, width: 80 },
        { head: own.note, width: 90 },
      ],
      fontSize: 9,
    },
    { kind: 'notes', lines: [own.blank] },
    {
      kind: 'signatures',
      signers: [
        { title: own.keeperSigns, name: 'officerName' },
        { title: words.sign.headOfUnit, name: 'leaderName' },
      ],
    },
  ],
  source: 'counter needs §4; wording provisional',
};

/** One entry. `keyMark`: the checksum words or id of the public half; never anything of the key itself. */
export interface RecoveryEntry {
  readonly day: LocalDay;
  readonly keyMark: string;
  readonly event: keyof typeof own.eventOf;
  readonly place: string;
  readonly keeper: string;
  readonly witness: string;
  readonly note: string;
}

function entryCells(entry: RecoveryEntry, index: number): FillCell[] {
  const { day, keyMark, event, place, keeper, witness, note } = entry;
  return [String(index + 1), formatDay(day), keyMark, own.eventOf[event], place, keeper, witness, '', note];
}

/** The ledger: known entries by day, then lines to write on, numbered on. */
export function buildRecoveryLedger(
  entries: readonly RecoveryEntry[],
  around: PaperAround & { readonly officerName: string },
): FormFill {
  const fill = startUnitFill('recoveryLedger', around);
  const known = entries.toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
  const blank = Array.from({ length: BLANK_LINES }, (_, index): FillCell[] => {
    return [String(known.length + index + 1), '', '', '', '', '', '', '', ''];
  });
  return {
    ...fill,
    values: { ...fill.values, officerName: around.officerName, leaderName: '' },
    tables: { rows: [...known.map(entryCells), ...blank] },
  };
}
