import { err, ok, type Result } from '../../../../shared/base/result';
import { toLocalDay, type Instant } from '../../../../shared/base/time';
import type { PayloadOf } from '../../../../shared/domain/actions/action';
import type { ApologyDraft, ApologyStanding } from '../../../../shared/domain/apology';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import { apologyReasonText } from '../../../../shared/text/overdue-sentences';
import { sayVi } from '../../../../shared/text/message';
import { readApproval, startApproval, type ApprovalContext, type ApprovalDraft } from './approval-draft';
import { findMissing, type FieldErrors } from './field-errors';
import { readPromise, startPromise, type PromiseDraft } from './promise-draft';

/** The draft inside a standing, when there is one. */
export function findApologyDraft(standing: ApologyStanding | undefined): ApologyDraft | null {
  return standing !== undefined && 'draft' in standing ? standing.draft : null;
}

/** A second promise needs somebody who approves on the spot; the first does not. */
export function needsApprover(acts: readonly unknown[]): boolean {
  return acts.length > 0;
}

const nobody: ApprovalDraft = { approvalWay: 'immediate', approverId: '', approvalReason: '' };

/** An extension as typed. */
export interface ExtensionDraft extends PromiseDraft, ApprovalDraft {
  readonly reason: string;
}

/** What an extension or a letter is judged by; `approval` null: none is needed. */
export interface PromiseContext {
  readonly approval: ApprovalContext | null;
}

/** The promise of the newest letter when one is out, else the one the rules propose. */
export function startExtension(
  state: Pick<DossierState, 'apologies'>,
  standing: ApologyStanding | undefined,
  { approval }: PromiseContext,
): ExtensionDraft {
  const proposed = state.apologies.at(-1)?.newPromise ?? findApologyDraft(standing)?.proposedPromise ?? null;
  return { ...startPromise(proposed), reason: '', ...(approval === null ? nobody : startApproval(approval)) };
}

/** New promise, reason, and the approval where one is needed. */
export function readExtension(
  draft: ExtensionDraft,
  { approval }: PromiseContext,
): Result<PayloadOf<'DeadlineExtended'>, FieldErrors> {
  const promise = readPromise(draft);
  const approved = approval === null ? ok(undefined) : readApproval(approval, draft);
  const missing = findMissing(draft, ['reason']);
  if (!promise.ok || !approved.ok || missing) {
    return err({ ...missing, ...(promise.ok ? {} : promise.error), ...(approved.ok ? {} : approved.error) });
  }
  const given = approved.value === undefined ? {} : { approval: approved.value };
  return ok({ v: 1, newPromise: promise.value, reason: draft.reason.trim(), ...given });
}

/** A letter of apology (Form 04) as typed. */
export interface LetterDraft extends ExtensionDraft {
  readonly number: string;
  readonly remedy: string;
  readonly signedBy: string;
  readonly signedOn: string;
}

/** Who has the folder is the reason proposed, in Vietnamese: it stands on the letter. Leaders edit it. */
export function startLetter(
  standing: ApologyStanding | undefined,
  { approval, now }: PromiseContext & { readonly now: Instant },
): LetterDraft {
  const draft = findApologyDraft(standing);
  return {
    ...startPromise(draft?.proposedPromise ?? null),
    ...(approval === null ? nobody : startApproval(approval)),
    reason: draft === null ? '' : sayVi(apologyReasonText(draft)),
    number: '',
    remedy: '',
    signedBy: '',
    signedOn: toLocalDay(now),
  };
}

/** What the signed letter says. Its number may be missing where the unit gives none. */
export function readLetter(
  draft: LetterDraft,
  context: PromiseContext,
): Result<PayloadOf<'ApologyIssued'>, FieldErrors> {
  const promise = readExtension(draft, context);
  const missing = findMissing(draft, ['signedBy', 'signedOn']);
  if (!promise.ok || missing) return err({ ...missing, ...(promise.ok ? {} : promise.error) });
  const { number, remedy, signedBy, signedOn } = draft;
  return ok({
    ...promise.value,
    ...{ number: number.trim(), remedy: remedy.trim(), signedBy: signedBy.trim(), signedOn },
  });
}

/** How a letter reached the citizen. */
export const deliveryWays = ['hand', 'post', 'email', 'zalo'] as const;

/** A delivery as typed. */
export interface DeliveryDraft {
  readonly apologyId: string;
  readonly by: PayloadOf<'ApologyDelivered'>['by'];
  readonly proof: string;
}

/** The letter that is out of the house and not with the citizen. */
export function startDelivery(state: Pick<DossierState, 'apologies'>): DeliveryDraft {
  const letter = state.apologies.findLast((one) => one.delivered === null);
  return { apologyId: letter?.actionId ?? '', by: 'hand', proof: '' };
}

/** Way and proof: an apology counts only when it was delivered. */
export function readDelivery(draft: DeliveryDraft): Result<PayloadOf<'ApologyDelivered'>, FieldErrors> {
  const missing = findMissing(draft, ['proof']);
  return missing ? err(missing) : ok({ v: 1, apologyId: draft.apologyId, by: draft.by, proof: draft.proof.trim() });
}
