import type { Instant } from '../base/time';
import type { DossierState } from '../domain/dossier-shape';
import {
  decideRedatedDate,
  dossierForms,
  makeDossierPapers,
  type DossierForm,
  type FormsAround,
  type MadePaper,
} from './dossier-forms';
import { countsCopies, countPaperCopies, isRedatingDue, type PaperKey } from './paper-copies';
import { aboutCollection } from './fee-receipt';

/** A paper that can be printed now. */
export interface DossierPaper extends MadePaper {
  /** The same for the same paper as long as the dossier has it. */
  readonly id: string;
  /** What its prints are recorded as (`FormPrinted.about`). */
  readonly about?: string;
  /** The promise the paper carries, as it is recorded with a print of it; absent where it carries none. */
  readonly promisedAt?: Instant;
  /** Number of the next copy. Above 1 it is a reprint and needs a reason. */
  readonly copyNo: number;
  /** Number when the last copy did not come out and is printed again. */
  readonly sameCopyNo: number;
}

/** What can be printed of a dossier and what cannot. */
export interface DossierForms {
  /** A re-dated slip that is still owed to the citizen comes first. */
  readonly papers: readonly DossierPaper[];
  readonly absent: readonly DossierForm[];
}

function findPromise(state: DossierState, { form, content }: MadePaper, around: FormsAround): Instant | null {
  if (content.kind === 'receipt') return content.slip.promisedAt;
  return form === 'redatedSlip' ? decideRedatedDate(state, around.dates).newDate : null;
}

function completePaper(state: DossierState, made: MadePaper, around: FormsAround): DossierPaper {
  const promisedAt = findPromise(state, made, around);
  const about = made.money === undefined ? undefined : aboutCollection(made.money);
  const key: PaperKey = about === undefined ? { form: made.form } : { form: made.form, about };
  return {
    ...made,
    ...key,
    ...(promisedAt === null ? {} : { promisedAt }),
    form: made.form,
    id: about === undefined ? made.form : `${made.form}:${about}`,
    copyNo: countsCopies(made.form) ? countPaperCopies(state, key) : 1,
    sameCopyNo: countsCopies(made.form) ? countPaperCopies(state, key, true) : 1,
  };
}

/** Every paper of a dossier that can be made now, and the forms of which none can. Pure: the page shows what it gives. */
export function listDossierForms(state: DossierState, around: FormsAround): DossierForms {
  const made = dossierForms.map((form) => ({ form, papers: makeDossierPapers(form, state, around) }));
  const papers = made.flatMap((one) => one.papers).map((paper) => completePaper(state, paper, around));
  const first = papers.filter(({ form }) => form === 'redatedSlip' && isRedatingDue(state));
  return {
    papers: [...first, ...papers.filter((paper) => !first.includes(paper))],
    absent: made.flatMap(({ form, papers: none }) => (none.length === 0 ? [form] : [])),
  };
}

/** The same paper under another copy number. */
export function withCopyNo(paper: DossierPaper, copyNo: number): MadePaper['content'] {
  const { content } = paper;
  return content.kind === 'receipt'
    ? { kind: 'receipt', slip: { ...content.slip, copyNo } }
    : { kind: 'form', fill: { ...content.fill, copyNo } };
}
