import { z } from 'zod';

/** Form sets by circular; chosen by the reception date of the dossier and frozen in it. */
export const formSetSchema = z.enum(['TT01-2018', 'TT03-2025']);
/** See {@link formSetSchema}. */
export type FormSet = z.infer<typeof formSetSchema>;

/** Head of an official paper: issuing body left, national motto right. */
export const formHeadSchema = z.object({
  parentName: z.string().max(200),
  unitName: z.string().max(200),
  place: z.string().max(100),
  address: z.string().max(300),
  phone: z.string().max(60),
});
/** See {@link formHeadSchema}. */
export type FormHead = z.infer<typeof formHeadSchema>;
