import type { LocalDay } from '../../../shared/base/time';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { FormId } from '../../../shared/domain/form-id';
import type { Procedure } from '../../../shared/domain/procedure';
import { buildCertificationRegister, listCertifications } from '../../../shared/forms/certification-register';
import { buildAuthorisation, buildLostSlipDeclaration } from '../../../shared/forms/citizen-papers';
import { buildProcedureSheet, nationalPortal } from '../../../shared/forms/procedure-sheet';
import { buildSelfTest, type SelfTestFacts } from '../../../shared/forms/self-test';
import { dayForms, makeDayPapers, type DayAround, type DayForm, type DayPaper } from '../../../shared/forms/unit-forms';
import type { TextKey } from '../../../shared/text/message';

/** Papers that belong to no single dossier, in the order they are offered. */
export const otherForms = [
  'procedureSheet',
  'authorisation',
  'lostSlipDeclaration',
  ...dayForms,
  'certificationRegister',
  'selfTest',
  'explanationLetter',
] as const satisfies readonly FormId[];
/** See {@link otherForms}. */
export type OtherForm = (typeof otherForms)[number];

/** Which paper, of what. `procedureCode`, `caseId` and `paperId` null: the first there is. */
export interface OtherWish {
  readonly form: OtherForm;
  readonly day: LocalDay;
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly book: 'BS' | 'SCT';
  readonly procedureCode: string | null;
  readonly caseId: string | null;
  readonly paperId: string | null;
}

/** What was read for a wish. */
export type OtherRecords =
  | { readonly kind: 'none' }
  | { readonly kind: 'day'; readonly counters: DayAround['counters']; readonly dossiers: readonly DossierState[] }
  | { readonly kind: 'period'; readonly dossiers: readonly DossierState[] }
  | { readonly kind: 'selfTest'; readonly facts: SelfTestFacts };

/** What the papers are made from beside the records. */
export type OtherAround = Omit<DayAround, 'day' | 'counters' | 'dossiers'> & {
  readonly procedures: readonly Procedure[];
};

const YEAR_DAYS = 366;
const DAY_MS = 86_400_000;

/** Whether a form is of one chosen day. */
export function isDayForm(form: OtherForm): form is DayForm {
  return dayForms.some((one) => one === form);
}

/** What is wrong with the period of a book; `undefined` when nothing is. */
export function findPeriodFault({ from, to }: Pick<OtherWish, 'from' | 'to'>): TextKey | undefined {
  if (to < from) return 'printing.paper.other.badPeriod';
  return Date.parse(to) - Date.parse(from) > YEAR_DAYS * DAY_MS ? 'printing.paper.other.periodTooLong' : undefined;
}

/** The chosen procedure and case, else the first ones. */
export function findProcedureChoice(
  procedures: readonly Procedure[],
  { procedureCode, caseId }: Pick<OtherWish, 'procedureCode' | 'caseId'>,
): { readonly procedure: Procedure; readonly caseId: string } | undefined {
  const procedure = procedures.find(({ code }) => code === procedureCode) ?? procedures[0];
  const chosen = procedure?.cases.find(({ id }) => id === caseId) ?? procedure?.cases[0];
  return procedure && chosen ? { procedure, caseId: chosen.id } : undefined;
}

function single(form: OtherForm, fill: DayPaper['fill'] | undefined): readonly DayPaper[] {
  return fill === undefined ? [] : [{ id: form, label: { key: `printing.paper.name.${form}` }, fill }];
}

/** Books of copies count pages and copies; those of signatures and contracts do not. */
function makeBook(dossiers: readonly DossierState[], wish: OtherWish, around: OtherAround): readonly DayPaper[] {
  if (findPeriodFault(wish) !== undefined) return [];
  const { book: kind, from, to } = wish;
  const named = dossiers.map((state) => ({ state, procedure: around.findProcedure(state.procedureCode) }));
  const own = named.filter(({ procedure }) => (procedure?.quantities.includes('copies') === true) === (kind === 'BS'));
  const rows = listCertifications(own).filter(({ day }) => day >= from && day <= to);
  const { unit, practice, at, printedBy } = around;
  const number = `01/${to.slice(0, 4)}`;
  const book = { unit, practice, at, kind, from, to, book: number, officerName: printedBy };
  return single('certificationRegister', buildCertificationRegister(rows, book));
}

/** Papers a wish gives, several where the day has several; empty where there is none. */
export function makeOtherPapers(wish: OtherWish, records: OtherRecords, around: OtherAround): readonly DayPaper[] {
  const { form } = wish;
  const { unit, practice, at } = around;
  const place = { unit, practice, at };
  if (isDayForm(form)) {
    return records.kind === 'day' ? makeDayPapers(form, { ...around, ...records, day: wish.day }) : [];
  }
  switch (form) {
    case 'procedureSheet': {
      const chosen = findProcedureChoice(around.procedures, wish);
      const sheet = chosen && { caseId: chosen.caseId, address: nationalPortal };
      return single(form, sheet && buildProcedureSheet(chosen.procedure, sheet, place));
    }
    case 'authorisation':
      return single(form, buildAuthorisation(place));
    case 'lostSlipDeclaration': {
      const { officerName } = around;
      return single(form, buildLostSlipDeclaration(undefined, { ...place, procedure: undefined, officerName }));
    }
    case 'certificationRegister':
      return records.kind === 'period' ? makeBook(records.dossiers, wish, around) : [];
    case 'selfTest':
      return records.kind === 'selfTest' ? single(form, buildSelfTest(records.facts, place)) : [];
    case 'explanationLetter':
      return [];
  }
}
