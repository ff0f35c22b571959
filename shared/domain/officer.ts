import { z } from 'zod';
import { localDaySchema } from '../base/time';

/** Roles of this version. What each may do is data in `permissions`. */
export const roleSchema = z.enum(['intakeOfficer', 'postalOfficer', 'supervisor']);
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
});
/** See {@link delegationSchema}. */
export type Delegation = z.infer<typeof delegationSchema>;

/** Who sits at the counter. */
export const officerSchema = z.object({
  officerId: z.string().min(1).max(60),
  name: z.string().min(1).max(200),
  role: roleSchema,
  unitId: z.string().max(60),
  delegation: delegationSchema.optional(),
});
/** See {@link officerSchema}. */
export type Officer = z.infer<typeof officerSchema>;
