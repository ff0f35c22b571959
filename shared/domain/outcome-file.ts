import type { PayloadOf } from './actions/action';
import type { DossierFacts } from './dossier-shape';
import type { NotAllowedReason } from './not-allowed';

type IncomingFacts = Pick<DossierFacts, 'papers' | 'detachedPapers' | 'obligations' | 'obligationPayments'>;

/** SHA-256 of every file that came in with the dossier or about its payment, also of pages and papers taken off the list. */
export function listIncomingHashes(facts: IncomingFacts): ReadonlySet<string> {
  const pages = [...facts.papers, ...facts.detachedPapers].flatMap((paper) => [...paper.pages, ...paper.leftOut]);
  const payments = [...facts.obligations, ...facts.obligationPayments].flatMap((one) => one.fileSha256 ?? []);
  return new Set([...pages.map((page) => page.sha256), ...payments]);
}

/**
 * Why a result may not be recorded so: an incoming paper is never a result (domain notes §4.4; counter reality §1.8), and a
 * result on paper only says why it has no file.
 */
export function findOutcomeFault(
  facts: IncomingFacts,
  { form, fileSha256, pages, paperOnlyReason }: PayloadOf<'OutcomeReady'>,
): NotAllowedReason | undefined {
  const incoming = listIncomingHashes(facts);
  const files = [...(fileSha256 === undefined ? [] : [fileSha256]), ...(pages ?? []).map((page) => page.sha256)];
  if (files.some((hash) => incoming.has(hash))) return { kind: 'incomingPaper' };
  return form === 'paperOnly' && paperOnlyReason === undefined
    ? { kind: 'missing', what: 'paperOnlyReason' }
    : undefined;
}
