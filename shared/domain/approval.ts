import { err, ok, type Result } from '../base/result';
import { toLocalDay, type Instant, type LocalDay } from '../base/time';
import type { Approval } from './actions/action-parts';
import type { DossierState } from './dossier-shape';
import type { Officer } from './officer';
import { embeddedActRules, type ActRules } from './act-rules';
import type { ApprovedAct } from './approval-levels';
import { can } from './permissions';
import type { DossierKind } from './transition-table';

export { approvalLevels, type ApprovalLevel, type ApprovedAct } from './approval-levels';

/** Why an approval does not do. */
export type ApprovalFault =
  | { readonly kind: 'approvalMissing' }
  | { readonly kind: 'mustBeImmediate' }
  | { readonly kind: 'reasonMissing' }
  | { readonly kind: 'unknownApprover' }
  | { readonly kind: 'ownApproval' }
  | { readonly kind: 'mayNotApprove' };

/** An act with the approval it carries. */
export interface ApprovalQuestion {
  readonly act: ApprovedAct;
  readonly actor: Officer;
  readonly approval: Approval | undefined;
  /** Officers of the unit: who approved must be among them. */
  readonly officers: readonly Officer[];
  /** Rules in force on the day of the act; absent: those inside the program. */
  readonly rules?: Pick<ActRules, 'sets' | 'levels'>;
}

function checkApprover(
  { actor, officers, rules = embeddedActRules }: ApprovalQuestion,
  approverId: string,
): Result<null, ApprovalFault> {
  if (approverId === actor.officerId) return err({ kind: 'ownApproval' });
  const approver = officers.find((officer) => officer.officerId === approverId);
  if (!approver) return err({ kind: 'unknownApprover' });
  return can(approver.role, 'approve', rules.sets) ? ok(null) : err({ kind: 'mayNotApprove' });
}

/**
 * Checks an act's approval. Separation of duties: nobody approves their own act; somebody who holds the permission themselves
 * needs no second person for it, alone in the office or not, and their deferred acts stay on the list for another leader.
 */
export function checkApproval(question: ApprovalQuestion): Result<null, ApprovalFault> {
  const { approval, actor, rules = embeddedActRules } = question;
  const level = rules.levels[question.act];
  if (level === 'reason' || can(actor.role, 'approve', rules.sets)) return ok(null);
  if (approval === undefined) return err({ kind: 'approvalMissing' });
  if (approval.kind === 'immediate') return checkApprover(question, approval.approverId);
  if (level === 'block') return err({ kind: 'mustBeImmediate' });
  return approval.reason.trim() === '' ? err({ kind: 'reasonMissing' }) : ok(null);
}

/** One act on the leader's list for the close. */
export interface DeferredRow {
  readonly dossierId: string;
  readonly code: string | null;
  readonly actionId: string;
  readonly kind: DossierKind;
  readonly reason: string;
  /** Legal time. */
  readonly at: Instant;
  readonly officerId: string;
  /** The leader's own act: somebody else has to look at it. */
  readonly own: boolean;
}

/** Acts of a day that went on without an approver, by time, for the leader who closes it. */
export function listDeferred(
  dossiers: readonly Pick<DossierState, 'dossierId' | 'code' | 'deferredApprovals'>[],
  day: LocalDay,
  leaderId: string,
): readonly DeferredRow[] {
  return dossiers
    .flatMap(({ dossierId, code, deferredApprovals }) =>
      deferredApprovals
        .filter((act) => toLocalDay(act.at) === day)
        .map(({ actionId, kind, reason, at, officerId }): DeferredRow => {
          return { dossierId, code, actionId, kind, reason, at, officerId, own: officerId === leaderId };
        }),
    )
    .sort((a, b) => a.at - b.at || (a.actionId < b.actionId ? -1 : 1));
}
