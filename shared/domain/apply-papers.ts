import type { PayloadOf } from './actions/action';
import { append, toRecord, type Appliers } from './act-appliers';
import type { DossierFacts } from './dossier-shape';
import { claimField } from './field-corrections';
import { addPaper, countOriginals, orderPages } from './received-papers';

function attachPaper(facts: DossierFacts, { paper, pages }: PayloadOf<'PaperAttached'>): DossierFacts {
  return {
    ...facts,
    papers: addPaper(facts.papers, paper, pages),
    originalsTaken: facts.originalsTaken + countOriginals([paper]),
  };
}

function detachPaper(facts: DossierFacts, { paperId, originalsReturned }: PayloadOf<'PaperDetached'>): DossierFacts {
  return {
    ...facts,
    papers: facts.papers.filter((paper) => paper.paperId !== paperId),
    detachedPapers: [...facts.detachedPapers, ...facts.papers.filter((paper) => paper.paperId === paperId)],
    originalsGivenBack: facts.originalsGivenBack + originalsReturned,
  };
}

/** Papers, their pages and prints. A paper that was reused puts no original into our keeping. */
export const paperAppliers: Appliers<
  'PaperAttached' | 'PaperReused' | 'PaperDetached' | 'PageSetEdited' | 'FormPrinted'
> = {
  PaperAttached: (facts, { payload }) => attachPaper(facts, payload),
  PaperReused: (facts, act) =>
    append({ ...facts, papers: addPaper(facts.papers, act.payload.paper, act.payload.pages) }, 'reuses', toRecord(act)),
  PaperDetached: (facts, act) => append(detachPaper(facts, act.payload), 'detachments', toRecord(act)),
  PageSetEdited: (facts, { payload: { paperId, pages }, mark }) => {
    const claim = claimField(facts, { field: `pages:${paperId}`, mark, value: pages });
    return claim.granted ? { ...claim.facts, papers: orderPages(claim.facts.papers, paperId, pages) } : claim.facts;
  },
  FormPrinted: (facts, act) => append(facts, 'prints', toRecord(act)),
};
