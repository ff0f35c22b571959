import { z } from 'zod';
import { localDaySchema } from '../base/time';

/**
 * Roles of this version; what each may do is data (`permissions`). `intakeOfficer`: counter officer, `postalOfficer`: employee
 * of the post who acts by delegation, `shiftLeader`: leads a shift and approves its acts, `supervisor`: head of the one-stop
 * unit, `unitAdmin`: officers, devices and settings, no dossiers and no money.
 */
export const roleSchema = z.enum(['intakeOfficer', 'postalOfficer', 'shiftLeader', 'supervisor', 'unitAdmin']);
/** See {@link roleSchema}. */
export type Role = z.infer<typeof roleSchema>;

/** A delegation that lets a postal employee act for a unit (NĐ 118/2025; decision number printed on papers). */
export const delegationSchema = z.object({
  id: z.string().max(60),
  unitId: z.string().max(60),
  employer: z.string().max(200),
  decisionNo: z.string().max(120),
  validFrom: localDaySchema,
  validTo: localDaySchema,
  /** Procedure codes the delegation covers; empty = all. */
  procedures: z.array(z.string().max(20)).max(5000),
  mayCollectFees: z.boolean(),
  /**
   * May issue Form 01, so that the clock starts at this counter. `false`: only a consignment slip; the clock starts when the
   * centre gets the bag (provisional, QĐ 45/2016/QĐ-TTg). Absent: yes, as in delegations written before there was a choice.
   */
  mayIssueReceipt: z.boolean().optional(),
  /** May sign Form 02 (guidance before reception). Absent: yes. */
  maySignGuidance: z.boolean().optional(),
  /** Day of the decision, printed with its number. */
  decidedOn: localDaySchema.optional(),
});
/** See {@link delegationSchema}. */
export type Delegation = z.infer<typeof delegationSchema>;

/** Who sits at the counter. */
export const officerSchema = z.object({
  officerId: z.string().min(1).max(60),
  name: z.string().min(1).max(200),
  role: roleSchema,
  unitId: z.string().max(60),
  /** Who pays this person, when it is not the unit: independent of the channel and of the place (counter reality §1.9). */
  employer: z.string().max(200).optional(),
  delegation: delegationSchema.optional(),
});
/** See {@link officerSchema}. */
export type Officer = z.infer<typeof officerSchema>;
