import { z } from 'zod';
import { localDaySchema, type LocalDay } from '../base/time';

const approvedActSchema = z.enum([
  'secondExtension',
  'oldBackEntry',
  'cancelAfterHandIn',
  'secondSupplement',
  'refund',
  'feeWaiver',
  'lostSlip',
  'reprint',
]);

/** Acts that are tied to somebody's approval, or to a reason instead of one (counter reality §1.13). */
export type ApprovedAct = z.infer<typeof approvedActSchema>;

const approvalLevelSchema = z.enum(['block', 'defer', 'reason']);

/**
 * `block`: nothing happens until somebody with the permission approves on the spot. `defer`: with one person present the act
 * goes on with its reason and enters the leader's list for the close. `reason`: a reason is enough, nobody approves.
 */
export type ApprovalLevel = z.infer<typeof approvalLevelSchema>;

/** Level of one act from a day on: data, so that a province can change it without a release. */
export const approvalRowSchema = z.object({
  act: approvedActSchema,
  level: approvalLevelSchema,
  validFrom: localDaySchema,
});
/** See {@link approvalRowSchema}. */
export type ApprovalRow = z.infer<typeof approvalRowSchema>;

/** Level by act. */
export type ApprovalLevels = Readonly<Record<ApprovedAct, ApprovalLevel>>;

/** Level of each act inside the program, provisional (field practice, counter reality §1.13). Only the first three block. */
export const approvalLevels: ApprovalLevels = {
  secondExtension: 'block',
  oldBackEntry: 'block',
  cancelAfterHandIn: 'block',
  secondSupplement: 'defer',
  refund: 'defer',
  feeWaiver: 'defer',
  lostSlip: 'defer',
  reprint: 'reason',
};

/**
 * Levels in force on a day: of each act the latest row that has begun, and where there is none the level inside the program.
 * Of two rows of one day the later in the list counts.
 */
export function findApprovalLevels(rows: readonly ApprovalRow[], day: LocalDay): ApprovalLevels {
  const begun = rows.filter((row) => row.validFrom <= day);
  // Sorting is stable, so that of one day the later in the list is written last.
  const inOrder = begun.toSorted((a, b) => (a.validFrom === b.validFrom ? 0 : a.validFrom < b.validFrom ? -1 : 1));
  return { ...approvalLevels, ...Object.fromEntries(inOrder.map(({ act, level }) => [act, level])) };
}
