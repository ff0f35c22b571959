import { z } from 'zod';
import { uuidV7Schema } from '../base/ids';
import { formFillSchema } from './form-fill';

/** `twoOnOne`: two A5 copies side by side on one A4, where the form fits; `onePerPage`: a page for each copy. */
export const paperLayoutSchema = z.enum(['onePerPage', 'twoOnOne']);
/** See {@link paperLayoutSchema}. */
export type PaperLayout = z.infer<typeof paperLayoutSchema>;

/** A paper the page asks main to render. */
export const formWishSchema = z.object({
  fill: formFillSchema,
  /** Null: a paper that belongs to no dossier. */
  dossierId: uuidV7Schema.nullable(),
  /** Which of several papers of this form, as `FormPrinted.about`. */
  about: z.string().min(1).max(80).optional(),
  layout: paperLayoutSchema.optional(),
});
/** See {@link formWishSchema}. */
export type FormWish = z.infer<typeof formWishSchema>;
