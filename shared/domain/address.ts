import { z } from 'zod';
import { localDaySchema } from '../base/time';

/**
 * An administrative unit with the days it existed. `id` is the row's own name: the official `code` alone is not enough,
 * since a merged province may keep the code of one of its predecessors (QĐ 19/2025/QĐ-TTg).
 */
export const addressUnitSchema = z.object({
  id: z.string().min(1).max(40),
  /** Code in the national list of administrative units; what a server expects. */
  code: z.string().regex(/^[0-9A-Z-]{1,12}$/),
  level: z.enum(['province', 'district', 'commune']),
  /** With the word of its kind: `Xã …`, `Phường …`, `Tỉnh …`. */
  name: z.string().min(1).max(120),
  /** Unit above it; none for a province. A commune has a district until 30/6/2025 and a province afterwards. */
  parentId: z.string().max(40).optional(),
  validFrom: localDaySchema,
  /** Last day; none while it exists. */
  validTo: localDaySchema.optional(),
  /** Invented for practice; stands on no real paper. */
  practice: z.literal(true).optional(),
});
/** See {@link addressUnitSchema}. */
export type AddressUnit = z.infer<typeof addressUnitSchema>;

/** What became of a unit: wholly or with a part of its territory it went into another on a day. */
export const addressChangeSchema = z.object({
  from: z.string().min(1).max(40),
  to: z.string().min(1).max(40),
  day: localDaySchema,
  part: z.enum(['whole', 'part']),
  /** Resolution, e.g. `NQ 202/2025/QH15`. */
  act: z.string().max(120),
});
/** See {@link addressChangeSchema}. */
export type AddressChange = z.infer<typeof addressChangeSchema>;

/** Rows of an address package: old and new units and how the ones became the others (counter needs §2a, domain notes §7.1). */
export const addressRowsSchema = z.object({
  provisional: z.boolean(),
  units: z.array(addressUnitSchema).max(30_000),
  changes: z.array(addressChangeSchema).max(30_000),
});
/** See {@link addressRowsSchema}. */
export type AddressRows = z.infer<typeof addressRowsSchema>;
