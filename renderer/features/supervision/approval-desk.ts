import type { ApprovalRow } from '../../../shared/domain/approval-list';

/** Views of the leader's list, in the order of their chips. */
export const approvalLists = ['waiting', 'own', 'returned', 'approved'] as const;
/** See {@link approvalLists}. `own`: acts of the reader, which somebody else has to look at. */
export type ApprovalList = (typeof approvalLists)[number];

/** The view an act stands in for one leader. */
export function chooseApprovalList(row: ApprovalRow, leaderId: string): ApprovalList {
  if (row.decision !== null) return row.decision.decision;
  return row.officerId === leaderId ? 'own' : 'waiting';
}

/** Rows by view, in their order. */
export function groupApprovals(
  rows: readonly ApprovalRow[],
  leaderId: string,
): Readonly<Record<ApprovalList, readonly ApprovalRow[]>> {
  const of = (list: ApprovalList) => rows.filter((row) => chooseApprovalList(row, leaderId) === list);
  return { waiting: of('waiting'), own: of('own'), returned: of('returned'), approved: of('approved') };
}
