import { z } from 'zod';
import { localDaySchema } from '../base/time';

/**
 * How a person is identified. Never a dummy number: `none` carries a reason.
 * Kinds follow the national message (LoaiDinhDanh 1 = 12 digits, 2 = 9 digits); the others are ours.
 */
export const identitySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('personalId'), number: z.string().regex(/^\d{12}$/) }),
  z.object({ kind: z.literal('oldId'), number: z.string().regex(/^\d{9}$/) }),
  z.object({ kind: z.literal('passport'), number: z.string().min(5).max(20) }),
  z.object({ kind: z.literal('taxCode'), number: z.string().regex(/^\d{10}(-\d{3})?$/) }),
  z.object({ kind: z.literal('none'), reason: z.enum(['newborn', 'foreigner', 'notNeeded', 'other']) }),
]);
/** See {@link identitySchema}. */
export type Identity = z.infer<typeof identitySchema>;

/**
 * A natural person or organisation as written on papers. Names are NFC, trimmed, at most 200 characters;
 * `birth` is a full day, a bare year (some cards have no more) or absent.
 */
export const personSchema = z.object({
  name: z.string().min(1).max(200),
  identity: identitySchema,
  birth: z.union([localDaySchema, z.string().regex(/^\d{4}$/)]).optional(),
  sex: z.enum(['male', 'female']).optional(),
  address: z.string().max(500).optional(),
  phone: z
    .string()
    .regex(/^\+?\d{8,15}$/)
    .optional(),
  email: z.email().max(200).optional(),
  /** Where the data came from: typed by hand, the card's QR (unsigned, a typing aid) or an earlier dossier. */
  source: z.enum(['typed', 'card', 'reused', 'portal']),
});
/** See {@link personSchema}. */
export type Person = z.infer<typeof personSchema>;

/** Side of a transaction (bên chuyển, bên nhận): transfers, gifts, inheritances and mortgages have two. */
export const partySideSchema = z.enum(['transferor', 'transferee']);
/** See {@link partySideSchema}. */
export type PartySide = z.infer<typeof partySideSchema>;

/**
 * What somebody is to the other people of the dossier. Owners together: `spouse`, `coOwner`, `heir`. Those who come for
 * them: `parent`, `guardian` (by law), `authorised` (giấy ủy quyền), `employee` (of an organisation), `relative`, and
 * `postalCarrier` (brought by a postal employee, who acts for nobody).
 */
export const partyRelationSchema = z.enum([
  'spouse',
  'coOwner',
  'heir',
  'parent',
  'guardian',
  'authorised',
  'employee',
  'relative',
  'postalCarrier',
]);

/**
 * The role in which someone stands on a dossier (chủ hồ sơ, người nộp, người được ủy quyền). A dossier has any number of
 * applicants; land needs both spouses, all heirs and both sides (counter needs §2a).
 */
export const partySchema = z.object({
  role: z.enum(['applicant', 'submitter', 'representative']),
  person: personSchema,
  side: partySideSchema.optional(),
  relation: partyRelationSchema.optional(),
  /** For a submitter or representative: relation or ground of authority, in words. */
  ground: z.string().max(300).optional(),
});
/** See {@link partySchema}. */
export type Party = z.infer<typeof partySchema>;
