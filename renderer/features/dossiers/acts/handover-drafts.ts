import { err, ok, type Result } from '../../../../shared/base/result';
import type { PayloadOf } from '../../../../shared/domain/actions/action';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import { findMissing, given, type FieldErrors } from './field-errors';

/** A signature under a hand-over as typed. */
export interface SignatureDraft {
  readonly handoverId: string;
  readonly receivedBy: string;
  readonly originals: number;
  readonly mismatch: string;
}

/** Hand-overs nobody has signed for; the giver still answers for the folder. */
export function listUnsigned(state: Pick<DossierState, 'handovers'>): DossierState['handovers'] {
  return state.handovers.filter((handover) => handover.confirmed === null);
}

/** The newest open hand-over, with everything that was on its list. */
export function startSignature(state: Pick<DossierState, 'handovers'>): SignatureDraft {
  const list = listUnsigned(state).at(-1);
  return { handoverId: list?.actionId ?? '', receivedBy: '', originals: list?.originals ?? 0, mismatch: '' };
}

/** Another list with its own count of originals. */
export function chooseHandover(
  state: Pick<DossierState, 'handovers'>,
  draft: SignatureDraft,
  handoverId: string,
): SignatureDraft {
  const list = state.handovers.find((one) => one.actionId === handoverId);
  return { ...draft, handoverId, originals: list?.originals ?? draft.originals };
}

/** Whether other originals came than the list says: then it must be said what differs. */
export function hasMismatch(state: Pick<DossierState, 'handovers'>, draft: SignatureDraft): boolean {
  const list = state.handovers.find((one) => one.actionId === draft.handoverId);
  return list !== undefined && list.originals !== draft.originals;
}

/** Who signed, for what; a difference in words when there is one. */
export function readSignature(
  state: Pick<DossierState, 'handovers'>,
  draft: SignatureDraft,
): Result<PayloadOf<'HandoverConfirmed'>, FieldErrors> {
  const differs = hasMismatch(state, draft);
  const missing = findMissing(draft, differs ? ['receivedBy', 'mismatch'] : ['receivedBy']);
  if (missing) return err(missing);
  const { handoverId, originals } = draft;
  return ok({
    v: 1,
    handoverId,
    receivedBy: draft.receivedBy.trim(),
    originals,
    ...given('mismatch', draft.mismatch),
  });
}

/** A sending-on as typed. */
export interface ForwardDraft {
  readonly to: string;
  readonly purpose: PayloadOf<'Forwarded'>['purpose'];
  readonly documentNo: string;
  readonly medium: PayloadOf<'Forwarded'>['medium'];
}

/** Why a dossier goes on to another body. */
export const forwardPurposes = ['taxDetermination', 'consultation', 'competence', 'other'] as const;

/** Where the tax authority's time is not part of the limit, that is what a dossier mostly goes on for. */
export function startForward(state: Pick<DossierState, 'channel'>, awaitsTax: boolean): ForwardDraft {
  return {
    to: '',
    purpose: awaitsTax ? 'taxDetermination' : 'consultation',
    documentNo: '',
    medium: state.channel === 'online' ? 'electronic' : 'paper',
  };
}

/** Where it goes and what for. */
export function readForward(draft: ForwardDraft): Result<PayloadOf<'Forwarded'>, FieldErrors> {
  const missing = findMissing(draft, ['to']);
  if (missing) return err(missing);
  const { purpose, medium } = draft;
  return ok({ v: 1, to: draft.to.trim(), purpose, medium, ...given('documentNo', draft.documentNo) });
}
