import { err, ok, type Result } from '../../../../shared/base/result';
import { formatDay, type LocalDay } from '../../../../shared/base/time';
import type { PayloadOf } from '../../../../shared/domain/actions/action';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import { listPapers, type Circumstances } from '../../../../shared/domain/paper-checklist';
import type { IndexedPaper } from '../../../../shared/domain/paper-index';
import { buildReuse, findCandidates } from '../../../../shared/domain/paper-reuse';
import type { InvalidReason } from '../../../../shared/domain/paper-validity';
import type { ProcedureCase } from '../../../../shared/domain/procedure';
import type { RequiredPaper } from '../../../../shared/domain/procedure-paper';
import type { Message } from '../../../../shared/text/message';
import type { FieldErrors } from './field-errors';

/** A paper of the checklist with one at hand for it. */
export interface ReuseOffer {
  readonly id: string;
  readonly required: RequiredPaper;
  readonly paper: IndexedPaper;
  /** Why it proves nothing on the day of reception; null: it may be taken. */
  readonly invalid: InvalidReason | null;
}

/** What candidates are looked for with. */
export interface ReuseSearch {
  readonly state: Pick<DossierState, 'dossierId' | 'parties' | 'papers' | 'answers'>;
  readonly procedureCase: ProcedureCase;
  readonly index: readonly IndexedPaper[];
  /** Day of reception. */
  readonly day: LocalDay;
}

/** A paper that is there as a file already needs none from elsewhere. */
function hasFile({ papers }: ReuseSearch['state'], paperId: string): boolean {
  return papers.some((paper) => paper.paperId === paperId && paper.pages.length > 0);
}

/** What earlier dossiers hold for the papers of this list, those that may be taken first. Papers only shown need no file. */
export function listOffers({ state, procedureCase, index, day }: ReuseSearch): readonly ReuseOffer[] {
  const circumstances: Circumstances = { day, answers: state.answers };
  const question = { parties: state.parties, day, dossierId: state.dossierId };
  const offers = listPapers(procedureCase, circumstances)
    .filter(({ paper }) => paper.mode !== 'present' && !hasFile(state, paper.id))
    .flatMap(({ paper: required }) =>
      findCandidates(index, required, question)
        // A result without scanned pages can be named, but there is nothing to take over.
        .filter(({ paper }) => paper.pages.length > 0)
        .map(({ paper, invalid }) => ({
          ...{ id: `${required.id} ${paper.source.dossierId} ${paper.source.kind}`, required, paper, invalid },
        })),
    );
  return [...offers.filter((one) => one.invalid === null), ...offers.filter((one) => one.invalid !== null)];
}

/** Where a paper comes from, and since when it is there. */
export function describeOffer({ paper, invalid }: ReuseOffer): Message {
  const { code, digitisedOn, kind } = paper.source;
  const from: Message = { key: `casePapers.reuse.from.${kind}`, values: { code, day: formatDay(digitisedOn) } };
  if (invalid === null) return { key: 'casePapers.reuse.valid', values: { from } };
  return { key: 'casePapers.reuse.invalid', values: { from, why: { key: `casePapers.reuse.why.${invalid}` } } };
}

/** The paper chosen; only one that may be used. */
export function readReuse(
  offers: readonly ReuseOffer[],
  chosenId: string | null,
): Result<PayloadOf<'PaperReused'>, FieldErrors> {
  const chosen = offers.find((offer) => offer.id === chosenId && offer.invalid === null);
  if (chosen === undefined) return err({ offer: { key: 'casePapers.reuse.choose' } });
  return ok(buildReuse(chosen.required, chosen.paper));
}
