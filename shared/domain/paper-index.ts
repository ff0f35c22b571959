import { toLocalDay, type LocalDay } from '../base/time';
import type { PageRef } from './actions/action-parts';
import { decideDigitisation } from './digitisation';
import type { PaperOnFile } from './dossier-records';
import type { DossierState } from './dossier-shape';
import type { Identity, Party } from './person';
import { listApplicants } from './parties';
import type { Procedure } from './procedure';
import type { PaperValidity, RequiredPaper } from './procedure-paper';

/** A paper the unit holds as a file, findable by person and type (domain notes §6, features row 19). */
export interface IndexedPaper {
  /** Identity of the person whose paper it is; never a name, so that namesakes are not mixed up. */
  readonly personId: string;
  readonly typeCode: string;
  readonly name: string;
  readonly validity: PaperValidity | undefined;
  /** Day on the paper; for results the day of signing. */
  readonly issuedOn: LocalDay | null;
  readonly pages: readonly PageRef[];
  /** File of a result that was not scanned page by page. */
  readonly fileSha256: string | null;
  readonly source: {
    readonly kind: 'dossier' | 'outcome' | 'nationalStore';
    readonly dossierId: string;
    /** Code as shown; empty while the dossier has none. */
    readonly code: string;
    readonly digitisedOn: LocalDay;
  };
}

/** Exact key of an identity, e.g. `personalId:040090000123`; null for people without a number: their papers are never reused. */
export function personIdOf(identity: Identity): string | null {
  return identity.kind === 'none' ? null : `${identity.kind}:${identity.number}`;
}

function idsOf(parties: readonly Party[]): readonly string[] {
  const ids = parties.map((party) => personIdOf(party.person.identity));
  return [...new Set(ids.filter((id) => id !== null))];
}

/**
 * Identities a paper belongs to. An applicant's paper in a dossier with several applicants names nobody in particular, so it
 * is indexed for none: privacy goes before reuse.
 */
export function ownersOf(
  paper: Pick<RequiredPaper, 'belongsTo'> | undefined,
  parties: readonly Party[],
): readonly string[] {
  const applicants = listApplicants(parties);
  switch (paper?.belongsTo) {
    case 'everyApplicant':
      return idsOf(applicants);
    case 'submitter':
      return idsOf(parties.filter((party) => party.role === 'submitter').slice(0, 1));
    default:
      return applicants.length === 1 ? idsOf(applicants) : [];
  }
}

type Indexable = Pick<DossierState, 'dossierId' | 'code' | 'caseId' | 'parties' | 'papers' | 'reuses' | 'outcome'> & {
  readonly receivedAt: DossierState['receivedAt'];
};

function indexPaper(
  state: Indexable,
  onFile: PaperOnFile,
  paper: RequiredPaper,
): readonly Omit<IndexedPaper, 'personId'>[] {
  const digitised = decideDigitisation(onFile, state.reuses);
  if (paper.typeCode === undefined || onFile.pages.length === 0 || state.receivedAt === null) return [];
  const source = digitised.reuse?.source ?? {
    kind: 'dossier' as const,
    code: state.code ?? '',
    digitisedOn: toLocalDay(state.receivedAt),
  };
  return [
    {
      typeCode: paper.typeCode,
      name: paper.name,
      validity: paper.validity,
      issuedOn: onFile.issuedOn ?? null,
      pages: onFile.pages,
      fileSha256: null,
      source: {
        kind: source.kind,
        code: source.code,
        digitisedOn: source.digitisedOn,
        // The paper is found again where its pages are: in this dossier.
        dossierId: state.dossierId,
      },
    },
  ];
}

function indexOutcome(state: Indexable, procedure: Procedure): readonly IndexedPaper[] {
  const { outcome } = state;
  if (outcome === null || procedure.resultTypeCode === undefined || outcome.form === 'paperOnly') return [];
  const typeCode = procedure.resultTypeCode;
  const day = toLocalDay(outcome.at);
  return ownersOf(undefined, state.parties).map((personId) => ({
    personId,
    typeCode,
    name: outcome.name,
    validity: procedure.resultValidity,
    issuedOn: outcome.signedOn ?? day,
    pages: outcome.pages ?? [],
    fileSha256: outcome.fileSha256 ?? null,
    source: { kind: 'outcome', dossierId: state.dossierId, code: state.code ?? '', digitisedOn: day },
  }));
}

/**
 * What a folded dossier puts into the reuse index: its digitised papers with a type code, and its result when that is a file.
 * `procedure` must be the version the dossier was received under. A paper that was itself reused keeps the day it was first
 * digitised: reuse makes nothing younger.
 */
export function indexDossier(state: Indexable, procedure: Procedure): readonly IndexedPaper[] {
  const procedureCase = procedure.cases.find((one) => one.id === state.caseId);
  const papers = (procedureCase?.papers ?? []).flatMap((paper) => {
    const onFile = state.papers.find((one) => one.paperId === paper.id);
    const rows = onFile ? indexPaper(state, onFile, paper) : [];
    return rows.flatMap((row) => ownersOf(paper, state.parties).map((personId) => ({ ...row, personId })));
  });
  return [...papers, ...indexOutcome(state, procedure)];
}
