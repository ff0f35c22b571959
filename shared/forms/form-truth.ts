import { err, ok, type Result } from '../base/result';
import { toLocalDay, type Instant } from '../base/time';
import type { Ledger } from '../domain/actions/action-parts';
import type { DossierState } from '../domain/dossier-shape';
import type { FormId } from '../domain/form-id';
import { decideFormSet } from '../domain/intake';
import type { Unit } from '../domain/unit';
import { circular } from '../text/vi/forms-circular';
import { dossierForms, type DossierForm } from './dossier-forms';
import { buildFeeReceipt } from './fee-receipt';
import { applicantText, dossierValues } from './fill-parts';
import { findFormDefinition } from './form-catalogue';
import type { FillCell, FormFill } from './form-fill';
import { buildFormHeadOf, timeInWords } from './form-layout';
import { countPaperCopies, countsCopies } from './paper-copies';
import { nationalPortal } from './procedure-sheet';

/** What main itself knows of the place a paper is printed at. */
export interface PlaceTruth {
  /** For a dossier the unit that received it. */
  readonly unit: Unit;
  readonly practice: boolean;
}

/** What main's own journal says of a dossier a paper is about. */
export interface DossierTruth extends PlaceTruth {
  readonly state: DossierState;
  /** Date a re-dated slip gives by main's own rules; null: none may be promised. */
  readonly newDate: Instant | null;
}

/** Made under the circular of the day, not of the reception: they name the dossier in a row or not at all. */
const lists: ReadonlySet<FormId> = new Set(['handoverList', 'outcomeHandover', 'postalPickUpList', 'handlingReminder']);
const blanks: ReadonlySet<FormId> = new Set(['authorisation', 'procedureSheet']);
/** Also printed for nobody's dossier. */
const alsoWithout: ReadonlySet<FormId> = new Set([...lists, ...blanks, 'lostSlipDeclaration']);

function isDossierForm(form: FormId): form is DossierForm {
  return dossierForms.some((one) => one === form);
}

function cellText(cell: FillCell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

function listTexts(fill: FormFill): readonly string[] {
  const cells = Object.values(fill.tables).flat(2).map(cellText);
  return [fill.code, ...Object.values(fill.values), ...Object.values(fill.lists).flat(), ...cells];
}

const noSurroundings = { practice: false, procedure: undefined, officerName: () => '' };
const comparedValues = ['code', 'codeLine', 'bookLine', 'applicant', 'identity', 'receivedAt', 'promisedAt'] as const;

function findWrongValues(fill: FormFill, { state, unit }: DossierTruth): readonly string[] {
  const truth = dossierValues(state, { ...noSurroundings, unit, at: fill.at });
  return comparedValues.filter((key) => fill.values[key] !== undefined && fill.values[key] !== truth[key]);
}

/** A list must name the dossier and its owner in one row. */
function findWrongRows(fill: FormFill, { state }: DossierTruth): readonly string[] {
  const code = state.code ?? state.temporaryCode ?? '';
  const rows = Object.values(fill.tables)
    .flat()
    .map((row) => row.map(cellText));
  const own = rows.find((row) => row.includes(code));
  if (own === undefined) return ['code'];
  return own.includes(applicantText(state.parties)) ? [] : ['applicantName'];
}

function readAbout(about: string | undefined): { readonly collectionId: string; readonly ledger: Ledger } | undefined {
  const [collectionId = '', ledger] = (about ?? '').split(':');
  return ledger === 'stateFee' || ledger === 'postalCharge' ? { collectionId, ledger } : undefined;
}

/** The amounts of a fee receipt, line by line, with their sum in words. */
function findWrongMoney(fill: FormFill, about: string | undefined, { state, unit }: DossierTruth): readonly string[] {
  if (fill.form !== 'feeReceipt') return [];
  const money = readAbout(about);
  const truth = money && buildFeeReceipt(state, money, { ...noSurroundings, unit, at: fill.at });
  const said = JSON.stringify([fill.tables['lines'], fill.values['amountWords'], fill.values['series']]);
  const known = truth && JSON.stringify([truth.tables['lines'], truth.values['amountWords'], truth.values['series']]);
  return said === known ? [] : ['money'];
}

function findWrongDate(fill: FormFill, { newDate }: DossierTruth): readonly string[] {
  if (fill.form !== 'redatedSlip') return [];
  const truth = newDate === null ? circular.redated.noDate : timeInWords(newDate);
  const said = [fill.values['newDate'] ?? '', fill.values['movedTo'] ?? ''].filter((text) => text !== '');
  return said.length === 1 && said[0] === truth ? [] : ['newDate'];
}

/** Symbols the page may ask for; a signed one is made by main alone. */
function isOwnQr({ form, qr, code }: FormFill, state: DossierState | undefined): boolean {
  switch (form) {
    case 'folderCover':
      return state !== undefined && qr === ['QMCF1', state.dossierId, code].join('|');
    case 'consignmentSlip':
      return qr !== '' && qr === state?.consignment?.consignmentNo;
    case 'bagLabel':
      return qr.startsWith('QMCB1|');
    case 'paperKitSlip':
      return qr.startsWith('QMCK1|');
    case 'procedureSheet':
      return qr === nationalPortal;
    case 'selfTest':
      return qr === code;
    default:
      return qr === '';
  }
}

function findWrongPlace(fill: FormFill, { unit }: PlaceTruth, formSet: FormFill['formSet']): readonly string[] {
  const head = buildFormHeadOf(unit);
  const isOwnHead = (Object.keys(head) as (keyof typeof head)[]).every((part) => head[part] === fill.head[part]);
  return [...(isOwnHead ? [] : ['head']), ...(fill.formSet === formSet ? [] : ['formSet'])];
}

function findWrongCode(fill: FormFill, { state }: DossierTruth): readonly string[] {
  const code = state.code ?? state.temporaryCode ?? '';
  const own = ['', code, state.consignment?.consignmentNo ?? ''];
  if (!own.includes(fill.code)) return ['code'];
  return code === '' || fill.form === 'procedureSheet' || listTexts(fill).some((text) => text.includes(code))
    ? []
    : ['code'];
}

/** Names of the parts in which a paper about a dossier says something else than main's own journal. */
export function findFormDifferences(fill: FormFill, about: string | undefined, truth: DossierTruth): readonly string[] {
  const { form } = fill;
  if (form === 'receipt' || !isDossierForm(form) || findFormDefinition(form) === undefined) return ['form'];
  const ofDay = decideFormSet(toLocalDay(fill.at));
  const isUnitPaper = lists.has(form) || blanks.has(form);
  const found = [
    ...findWrongPlace(fill, truth, isUnitPaper ? ofDay : (truth.state.versions?.formSet ?? ofDay)),
    ...findWrongCode(fill, truth),
    ...(isUnitPaper ? [] : findWrongValues(fill, truth)),
    ...(lists.has(form) ? findWrongRows(fill, truth) : []),
    ...findWrongMoney(fill, about, truth),
    ...findWrongDate(fill, truth),
    ...(isOwnQr(fill, truth.state) ? [] : ['qr']),
  ];
  return [...new Set(found)];
}

/**
 * A paper about a dossier as main lets it out: what the journal contradicts is refused (names of the parts), the mark of
 * practice and the copy number are main's own. `fill.copyNo` only says whether the last copy is printed again.
 */
export function settleDossierForm(
  fill: FormFill,
  about: string | undefined,
  truth: DossierTruth,
): Result<FormFill, readonly string[]> {
  const wrong = findFormDifferences(fill, about, truth);
  if (wrong.length > 0) return err(wrong);
  const paper = about === undefined ? { form: fill.form } : { form: fill.form, about };
  const same = countPaperCopies(truth.state, paper, true);
  const next = countPaperCopies(truth.state, paper);
  const copyNo = !countsCopies(fill.form) ? 1 : fill.copyNo === same ? same : next;
  return ok({ ...fill, practice: truth.practice, copyNo });
}

/** A paper that belongs to no dossier, as main lets it out; see {@link settleDossierForm}. */
export function settleUnitForm(fill: FormFill, truth: PlaceTruth): Result<FormFill, readonly string[]> {
  const { form } = fill;
  if (findFormDefinition(form) === undefined) return err(['form']);
  if (isDossierForm(form) && !alsoWithout.has(form)) return err(['dossierId']);
  const wrong = [
    ...findWrongPlace(fill, truth, decideFormSet(toLocalDay(fill.at))),
    ...(isOwnQr(fill, undefined) ? [] : ['qr']),
  ];
  return wrong.length > 0 ? err(wrong) : ok({ ...fill, practice: truth.practice, copyNo: 1 });
}
