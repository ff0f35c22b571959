import { err, ok, type Result } from '../../../../shared/base/result';
import type { PayloadOf } from '../../../../shared/domain/actions/action';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import { countOriginals } from '../case-papers';
import { findMissing, given, type FieldErrors } from './field-errors';

/** Hand-over as typed. */
export interface HandOverDraft {
  readonly to: string;
  readonly medium: PayloadOf<'HandedOver'>['medium'];
  readonly originals: number;
  /** Internal step that begins with it; empty: none is named. */
  readonly stepId: string;
}

/** The handling unit, with every original in custody; what came through the portal without any goes on electronically. */
export function startHandOver(state: DossierState): HandOverDraft {
  const originals = countOriginals(state);
  const medium = state.channel === 'online' && originals === 0 ? 'electronic' : 'paper';
  return { to: state.handlingUnit, medium, originals, stepId: '' };
}

/** An electronic hand-over moves no original. */
export function readHandOver(draft: HandOverDraft): Result<PayloadOf<'HandedOver'>, FieldErrors> {
  const missing = findMissing(draft, ['to']);
  if (missing) return err(missing);
  const originals = draft.medium === 'electronic' ? 0 : draft.originals;
  return ok({ v: 1, to: draft.to.trim(), medium: draft.medium, originals, ...given('stepId', draft.stepId) });
}

/** Withdrawal as typed. */
export interface WithdrawDraft {
  readonly reason: string;
  readonly originalsReturned: number;
}

/** Everything in custody goes back to the citizen. */
export function startWithdraw(state: DossierState): WithdrawDraft {
  return { reason: '', originalsReturned: countOriginals(state) };
}

/** The citizen's reason is on record, and how many originals went back. */
export function readWithdraw(draft: WithdrawDraft): Result<PayloadOf<'Withdrawn'>, FieldErrors> {
  const missing = findMissing(draft, ['reason']);
  return missing ? err(missing) : ok({ v: 1, reason: draft.reason.trim(), originalsReturned: draft.originalsReturned });
}

/** Resolution of an issue as typed; `actionId` names the act the issue is about. */
export interface ResolveDraft {
  readonly actionId: string;
  readonly note: string;
}

/** The first issue still open. */
export function startResolve(state: DossierState): ResolveDraft {
  return { actionId: state.issues.find((issue) => !issue.resolved)?.actionId ?? '', note: '' };
}

/** What was done about the issue is on record. */
export function readResolve(draft: ResolveDraft): Result<PayloadOf<'IssueResolved'>, FieldErrors> {
  const missing = findMissing(draft, ['actionId', 'note']);
  return missing ? err(missing) : ok({ v: 1, actionId: draft.actionId, note: draft.note.trim() });
}
