import { z } from 'zod';
import { instantSchema } from '../base/time';
import { formIdSchema } from '../domain/form-id';
import { formHeadSchema, formSetSchema } from '../domain/form-set';

const text = z.string().max(4000);
const key = z.string().min(1).max(40);

/** A cell of a filled table. */
export const fillCellSchema = z.union([
  text,
  z.object({ text, align: z.enum(['left', 'center', 'right']).optional(), strong: z.boolean().optional() }),
]);
/** See {@link fillCellSchema}. */
export type FillCell = z.infer<typeof fillCellSchema>;

/**
 * What one paper says: texts, lists and table rows by the keys its definition names. Plain data, checked before it is rendered;
 * amounts and times are written out already.
 */
export const formFillSchema = z.object({
  form: formIdSchema,
  formSet: formSetSchema,
  head: formHeadSchema,
  /** Practice data: each page carries a large mark and the paper is no legal one. */
  practice: z.boolean(),
  /** Date under the national motto. */
  at: instantSchema,
  /** Text of the bar code; empty: none. */
  code: z.string().max(60),
  /** Text of the QR symbol; empty: none. */
  qr: z.string().max(1000),
  /** 1, 2, …: above 1 the paper is marked "In lại lần n-1". */
  copyNo: z.int().min(1).max(999),
  /** Sentences under the title that warn: provisional date, clock doubt, back entry. */
  marks: z.array(z.string().max(300)).max(10),
  values: z.record(key, text),
  lists: z.record(key, z.array(text).max(1000)),
  tables: z.record(key, z.array(z.array(fillCellSchema).max(20)).max(5000)),
});
/** See {@link formFillSchema}. */
export type FormFill = z.infer<typeof formFillSchema>;
