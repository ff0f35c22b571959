import type { Instant } from '../base/time';
import type { DossierState } from '../domain/dossier-shape';
import type { FormId } from '../domain/form-id';
import { countSlipCopies } from '../domain/slip-copies';
import { countFormCopies } from './fill-parts';
import { findDateCause } from './redated-slip';

/** One paper of a dossier: its form, and which of several. */
export interface PaperKey {
  readonly form: FormId;
  /** As `FormPrinted.about`. */
  readonly about?: string;
}

/** Made anew each time: blanks and letters have no second copy. */
const uncounted: ReadonlySet<FormId> = new Set([
  'lostSlipDeclaration',
  'authorisation',
  'procedureSheet',
  'handlingReminder',
]);

/** Whether a second print of a form is a reprint of the first. */
export function countsCopies(form: FormId): boolean {
  return !uncounted.has(form);
}

/** When the act happened that the paper is about: earlier prints belong to an earlier paper. `undefined`: always the same. */
function findPaperStart(state: DossierState, { form, about }: PaperKey): Instant | undefined {
  switch (form) {
    case 'supplementRequest':
      return state.supplements.at(-1)?.requestedAt ?? state.guidances.at(-1)?.at;
    case 'refusal':
      return state.refusals.at(-1)?.at;
    case 'apology':
      return state.apologies.at(-1)?.at;
    case 'stopNotice':
      return (state.stopped ?? state.withdrawn)?.at;
    case 'redatedSlip':
      return findDateCause(state)?.act.at;
    case 'consignmentSlip':
      return state.consignment?.at;
    case 'outcomeReceipt':
      return state.returned?.at;
    case 'feeReceipt':
      return state.collections.find(({ actionId }) => about?.startsWith(`${actionId}:`) === true)?.at;
    case 'handoverList':
      return state.handover?.at;
    case 'outcomeHandover':
      return state.outcome?.at;
    case 'postalPickUpList':
      return state.dispatches.at(-1)?.at;
    default:
      return undefined;
  }
}

/** Number of the next copy of a paper, or of the copy that did not come out. The page and main count by this same rule. */
export function countPaperCopies(state: DossierState, paper: PaperKey, isSameCopy = false): number {
  if (paper.form === 'receipt') {
    const out = countSlipCopies(state.prints);
    return isSameCopy ? Math.max(1, out) : out + 1;
  }
  const since = findPaperStart(state, paper);
  return countFormCopies(state.prints, paper.form, {
    isSameCopy,
    ...(since === undefined ? {} : { since }),
    ...(paper.about === undefined ? {} : { about: paper.about }),
  });
}

/** Whether the citizen still holds an older date: something moved it and no re-dated slip was printed since. */
export function isRedatingDue(state: DossierState): boolean {
  return state.isOpen && countPaperCopies(state, { form: 'redatedSlip' }) === 1;
}
