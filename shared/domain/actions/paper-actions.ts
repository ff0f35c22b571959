import { z } from 'zod';
import { uuidV7Schema } from '../../base/ids';
import { localDaySchema } from '../../base/time';
import { formSetSchema } from '../form-set';
import { formIdSchema } from '../form-id';
import { pageSchema, receivedPaperSchema, sha256Schema } from './action-parts';

/** Kinds about papers, their pages and prints. */
export const paperPayloads = {
  /** Fact: papers and/or their pages were added after reception. */
  PaperAttached: z.object({
    v: z.literal(1),
    paper: receivedPaperSchema,
    pages: z.array(pageSchema).max(500),
  }),
  /** Fact: a paper digitised before was taken over, nothing was asked of the citizen. */
  PaperReused: z.object({
    v: z.literal(1),
    paper: receivedPaperSchema,
    pages: z.array(pageSchema).max(500),
    source: z.object({
      /** `dossier`: an incoming paper; `outcome`: the signed result of an earlier dossier; `nationalStore`: kho dữ liệu. */
      kind: z.enum(['dossier', 'outcome', 'nationalStore']),
      dossierId: uuidV7Schema.optional(),
      code: z.string().max(60),
      digitisedOn: localDaySchema,
    }),
  }),
  /** Decision: a paper filed by mistake leaves the list; its pages stay on file. */
  PaperDetached: z.object({
    v: z.literal(1),
    paperId: z.string().min(1).max(60),
    reason: z.string().min(1).max(300),
    originalsReturned: z.int().min(0).max(999),
  }),
  /** Decision: new order or selection of a paper's pages. Left-out pages stay on file and can come back. */
  PageSetEdited: z.object({
    v: z.literal(1),
    paperId: z.string().min(1).max(60),
    pages: z.array(pageSchema).max(500),
    reason: z.string().max(300).optional(),
  }),
  /** Fact: a paper form went to a printer or file. `copyNo` 1, 2 …; a reprint names its reason. */
  FormPrinted: z.object({
    v: z.literal(1),
    form: formIdSchema,
    formSet: formSetSchema,
    copies: z.int().min(1).max(20),
    printer: z.string().max(200),
    reprint: z.boolean(),
    reason: z.string().max(300).optional(),
    /** SHA-256 of the PDF that was handed out. */
    sha256: sha256Schema,
    /** Promise the paper carries, when it carries one: shows which date the citizen holds. */
    promisedAt: z.int().optional(),
    /** Which of several papers of this form, e.g. one collection in one ledger; absent where a dossier has one such paper. */
    about: z.string().min(1).max(80).optional(),
  }),
} as const;
