import { formatDay, formatInstant, toLocalDay, type Instant, type LocalDay } from '../base/time';
import type { PaperCounts } from '../domain/actions/action-parts';
import type { DossierState, PaperOnFile } from '../domain/dossier-shape';
import type { FormId } from '../domain/form-id';
import type { FormSet } from '../domain/form-set';
import { decideFormSet } from '../domain/intake';
import type { Party, Person } from '../domain/person';
import type { Procedure } from '../domain/procedure';
import type { Unit } from '../domain/unit';
import { fillText } from '../text/message';
import { papers as words } from '../text/vi/forms-papers';
import { identityLine, returnText } from './dossier-words';
import type { FillCell, FormFill } from './form-fill';
import { buildFormHeadOf, timeInWords } from './form-layout';

/** What every paper is made from beside its subject. */
export interface PaperAround {
  readonly unit: Unit;
  readonly practice: boolean;
  /** Date of the paper. */
  readonly at: Instant;
  /** 1, 2, … ({@link countFormCopies}); absent: the first. */
  readonly copyNo?: number;
}

/** What a paper about a dossier is made from. */
export interface DossierAround extends PaperAround {
  /** Undefined when the catalogue at hand does not know it any more. */
  readonly procedure: Procedure | undefined;
  readonly officerName: (officerId: string) => string;
  /** Number of the outgoing document; absent: dots to write it on. */
  readonly number?: string;
}

/** A cell with a count; zero is left empty. */
export function countCell(count: number): FillCell {
  return { text: count === 0 ? '' : String(count), align: 'center' };
}

/** Day of an instant, or nothing. */
export function dayText(at: Instant | null): string {
  return at === null ? '' : formatDay(toLocalDay(at));
}

/** Time above the day, as narrow as a date. */
export function stampText(at: Instant | null): string {
  return at === null ? '' : formatInstant(at).replace(' ', '\n');
}

/** A day that may be missing. */
export function optionalDay(day: LocalDay | null | undefined): string {
  return day === null || day === undefined ? '' : formatDay(day);
}

/**
 * Number of the next copy of a form. `since`: prints before it belong to an earlier paper of the same form; `about`: prints of
 * another paper of the same form do not count, those that name none do.
 */
export function countFormCopies(
  prints: DossierState['prints'],
  form: FormId,
  options: { readonly since?: Instant; readonly about?: string; readonly isSameCopy?: boolean } = {},
): number {
  const { about } = options;
  const isOwn = (print: DossierState['prints'][number]): boolean =>
    about === undefined || print.about === undefined || print.about === about;
  const own = prints.filter((print) => print.form === form && print.at >= (options.since ?? 0) && isOwn(print));
  const reprints = own.filter((print) => print.reprint).length;
  const out = reprints === own.length ? reprints : reprints + 1;
  return options.isSameCopy === true ? Math.max(1, out) : out + 1;
}

/** A paper with nothing on it but its head. */
export function startFill(form: FormId, formSet: FormSet, around: PaperAround): FormFill {
  return {
    form,
    formSet,
    head: buildFormHeadOf(around.unit),
    practice: around.practice,
    at: around.at,
    code: '',
    qr: '',
    copyNo: around.copyNo ?? 1,
    marks: [],
    values: { unit: around.unit.name, officeAddress: around.unit.address, officePhone: around.unit.phone },
    lists: {},
    tables: {},
  };
}

/** A paper of a unit's day: the circular in force on that day. */
export function startUnitFill(form: FormId, around: PaperAround): FormFill {
  return startFill(form, decideFormSet(toLocalDay(around.at)), around);
}

/** Name of the first applicant and how many others there are. */
export function applicantText(parties: readonly Party[]): string {
  const applicants = parties.filter(({ role }) => role === 'applicant');
  const name = applicants[0]?.person.name ?? '';
  return applicants.length < 2 ? name : fillText(words.others, { name, n: applicants.length - 1 });
}

/** Values about people, the same on every paper. */
export function personValues(parties: readonly Party[]): FormFill['values'] {
  const applicant = parties.find(({ role }) => role === 'applicant')?.person;
  const other = parties.find(({ role }) => role !== 'applicant')?.person;
  const submitter: Person | undefined = other ?? applicant;
  const phone = submitter?.phone ?? applicant?.phone ?? '';
  const email = submitter?.email ?? applicant?.email ?? '';
  const known = applicant?.identity.kind === 'none' ? submitter : applicant;
  return {
    applicant: applicantText(parties),
    submitter: other === undefined || other.name === applicant?.name ? '' : other.name,
    submitterSigns: submitter?.name ?? '',
    address: applicant?.address ?? submitter?.address ?? '',
    phone,
    email,
    contact: [phone, email].filter((text) => text !== '').join('     '),
    identity: known === undefined ? '' : identityLine(known.identity),
  };
}

/** "Đăng ký khai sinh (1.001193). Con của …". */
export function requestText(state: Pick<DossierState, 'summary' | 'procedureCode'>, procedure?: Procedure): string {
  const code = state.procedureCode ?? '';
  const name = procedure === undefined ? code : `${procedure.name} (${procedure.code})`;
  return state.summary === '' || state.summary === procedure?.name ? name : `${name}. ${state.summary}`;
}

/** What a dossier is about in a column of a list: the short name, for the code of the dossier stands beside it. */
export function contentText(state: Pick<DossierState, 'summary' | 'procedureCode'>, procedure?: Procedure): string {
  const name = procedure?.shortName ?? state.procedureCode ?? '';
  return [name, state.summary].filter((text, index, all) => text !== '' && all.indexOf(text) === index).join('. ');
}

/** "Mã hồ sơ: …" or "Số tạm: …". */
function codeLine(state: DossierState): string {
  if (state.code !== null) return fillText(words.codeLine, { code: state.code });
  return state.temporaryCode === null ? '' : fillText(words.temporaryLine, { code: state.temporaryCode });
}

/** Rows of papers that stayed with the office: number, name, counts by form. */
export function paperRows(papers: readonly Pick<PaperOnFile, 'name' | 'counts' | 'mode'>[]): FillCell[][] {
  const cells = ({ original, certifiedCopy, photocopy }: PaperCounts) =>
    [original, certifiedCopy, photocopy].map((count) => countCell(count));
  const kept = papers.filter(({ mode }) => mode === 'submit');
  return kept.map(({ name, counts }, index) => [String(index + 1), name, ...cells(counts)]);
}

/** Values about a dossier, the same on every paper. Instants are written out. */
export function dossierValues(state: DossierState, around: DossierAround): FormFill['values'] {
  const { receivedAt, promisedAt, slip } = state;
  const codes = state.externalCodes.filter(({ inForce }) => inForce);
  return {
    ...personValues(state.parties),
    code: state.code ?? state.temporaryCode ?? '',
    codeLine: codeLine(state),
    bookLine: slip === null ? '' : fillText(words.bookLine, { ...slip }),
    number: around.number ?? words.noNumber,
    request: requestText(state, around.procedure),
    procedure: around.procedure?.name ?? state.procedureCode ?? '',
    handlingUnit: state.handlingUnit === '' ? around.unit.name : state.handlingUnit,
    receivedAt: receivedAt === null ? '' : timeInWords(receivedAt),
    promisedAt: promisedAt === null ? '' : timeInWords(promisedAt),
    returnText: returnText(state),
    originals: state.originalsInCustody === 0 ? '' : String(state.originalsInCustody),
    externalCodes: codes.map(({ system, code }) => `${system}: ${code}`).join('; '),
  };
}

/** Sentences that warn about the dossier's own data. */
export function dossierMarks(state: DossierState): string[] {
  return [
    ...(state.code === null && state.temporaryCode !== null ? [words.temporaryNote] : []),
    ...(state.appointment?.provisional === true ? [words.provisionalDate] : []),
    ...(state.clockDoubt ? [words.clockDoubt] : []),
    ...(state.backEntry === null ? [] : [words.backEntry]),
  ];
}

/** A paper about a dossier, under the circular of its reception; before one, of the paper's own day. */
export function startDossierFill(form: FormId, state: DossierState, around: DossierAround): FormFill {
  const formSet = state.versions?.formSet ?? decideFormSet(toLocalDay(around.at));
  const fill = startFill(form, formSet, around);
  return {
    ...fill,
    code: state.code ?? state.temporaryCode ?? '',
    marks: dossierMarks(state),
    values: { ...fill.values, ...dossierValues(state, around) },
  };
}
