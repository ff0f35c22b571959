import { err, ok, type Result } from '../../../../shared/base/result';
import type { Approval } from '../../../../shared/domain/actions/action-parts';
import { approvalLevels, type ApprovedAct } from '../../../../shared/domain/approval';
import type { Officer, Role } from '../../../../shared/domain/officer';
import { can } from '../../../../shared/domain/permissions';
import type { FieldErrors } from './field-errors';
import { required } from './field-errors';

/** Who approves, as chosen. `approverId` empty: nobody is there, it goes on the leader's list for the close. */
export interface ApproverDraft {
  readonly approverId: string;
  readonly reason: string;
}

/** Somebody who may be asked. */
export interface KnownOfficer {
  readonly officerId: string;
  readonly name: string;
  readonly role: Role;
}

/** An act that may need somebody's word, and who does it. */
export interface ApproverQuestion {
  readonly act: ApprovedAct;
  readonly actor: Pick<Officer, 'officerId' | 'role'>;
}

/** Nobody asked yet. */
export const noApprover: ApproverDraft = { approverId: '', reason: '' };

/** Whether the act asks for anybody's word: not for what needs a reason only, nor of somebody who may approve. */
export function needsApproval({ act, actor }: ApproverQuestion): boolean {
  return approvalLevels[act] !== 'reason' && !can(actor.role, 'approve');
}

/** Colleagues of this PC who may approve, never the one who acts. */
export function listApprovers<T extends KnownOfficer>(
  officers: readonly T[],
  actor: Pick<Officer, 'officerId'>,
): readonly T[] {
  return officers.filter((one) => one.officerId !== actor.officerId && can(one.role, 'approve'));
}

/** Approval for the payload: none where none is needed; put off to the close only where the rules let it. */
export function readApprover(
  draft: ApproverDraft,
  question: ApproverQuestion,
): Result<{ readonly approval?: Approval }, FieldErrors> {
  if (!needsApproval(question)) return ok({});
  const { approverId } = draft;
  if (approverId !== '') return ok({ approval: { kind: 'immediate', approverId } });
  if (approvalLevels[question.act] === 'block') return err({ approver: { key: 'caseMoney.approval.mustBeNow' } });
  const reason = draft.reason.trim();
  return reason === '' ? err({ approvalReason: required }) : ok({ approval: { kind: 'deferred', reason } });
}
