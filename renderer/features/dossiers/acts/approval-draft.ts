import { err, ok, type Result } from '../../../../shared/base/result';
import type { Approval } from '../../../../shared/domain/actions/action-parts';
import {
  approvalLevels,
  checkApproval,
  type ApprovalFault,
  type ApprovalLevel,
  type ApprovedAct,
} from '../../../../shared/domain/approval';
import type { Officer } from '../../../../shared/domain/officer';
import { can } from '../../../../shared/domain/permissions';
import type { FieldErrors } from './field-errors';

/** An approval as typed: somebody who stands by, or a reason with which the act goes on alone. */
export interface ApprovalDraft {
  readonly approvalWay: Approval['kind'];
  readonly approverId: string;
  readonly approvalReason: string;
}

/** Whose act of which kind, and who could approve it. */
export interface ApprovalContext {
  readonly act: ApprovedAct;
  readonly actor: Officer;
  /** Officers of the unit. */
  readonly officers: readonly Officer[];
}

/** What the form has to ask: nothing of somebody who may approve, a person, or a person or else a reason. */
export function askApproval({ act, actor }: ApprovalContext): ApprovalLevel | 'own' {
  return can(actor.role, 'approve') ? 'own' : approvalLevels[act];
}

/** Colleagues who may approve. */
export function listApprovers({ actor, officers }: ApprovalContext): readonly Officer[] {
  return officers.filter((officer) => officer.officerId !== actor.officerId && can(officer.role, 'approve'));
}

/** Whoever may approve is named already when there is only one. */
export function startApproval(context: ApprovalContext): ApprovalDraft {
  const approvers = listApprovers(context);
  const [only] = approvers;
  return {
    approvalWay: askApproval(context) === 'defer' ? 'deferred' : 'immediate',
    approverId: approvers.length === 1 && only ? only.officerId : '',
    approvalReason: '',
  };
}

function errorsOf(fault: ApprovalFault): FieldErrors {
  const field = fault.kind === 'reasonMissing' ? 'approvalReason' : 'approverId';
  return { [field]: { key: `dossiers.handling.approval.fault.${fault.kind}` } };
}

/** The approval the act carries: a leader's own word, a colleague's, or the reason for the leader's list at the close. */
export function readApproval(context: ApprovalContext, draft: ApprovalDraft): Result<Approval, FieldErrors> {
  const { actor } = context;
  if (askApproval(context) === 'own') return ok({ kind: 'immediate', approverId: actor.officerId });
  const reason = draft.approvalReason.trim();
  const typed: Approval =
    draft.approvalWay === 'immediate'
      ? { kind: 'immediate', approverId: draft.approverId }
      : { kind: 'deferred', reason };
  const isEmpty = typed.kind === 'immediate' && typed.approverId === '';
  const checked = checkApproval({ ...context, approval: isEmpty ? undefined : typed });
  return checked.ok ? ok(typed) : err(errorsOf(checked.error));
}
