import { z } from 'zod';
import { localDaySchema } from '../base/time';

/** Dải mã: numbers `from`…`to` of one agency and day, granted by the server to one device. Official codes come only from here. */
export const codeLeaseSchema = z.object({
  leaseId: z.string().min(1).max(60),
  agencyId: z.string().max(60),
  day: localDaySchema,
  from: z.int().min(1).max(999_999),
  to: z.int().min(1).max(999_999),
});
/** See {@link codeLeaseSchema}. */
export type CodeLease = z.infer<typeof codeLeaseSchema>;
