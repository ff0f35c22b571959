import { z } from 'zod';
import { uuidV7Schema, type UuidV7 } from '../../../shared/base/ids';
import { instantSchema, type Instant } from '../../../shared/base/time';
import { pageSchema, paperCountsSchema, returnMethodSchema } from '../../../shared/domain/actions/action-parts';
import { landSchema } from '../../../shared/domain/actions/intake-payload';
import { paperPayloads } from '../../../shared/domain/actions/paper-actions';
import { channelSchema } from '../../../shared/domain/channel';
import { partyRelationSchema, partySideSchema } from '../../../shared/domain/person';
import { emptyPerson, isBlankPerson, personFormSchema } from './person-form';

const paperRowSchema = z.object({
  paperId: z.string(),
  name: z.string(),
  mode: z.enum(['submit', 'present', 'lookup']),
  counts: paperCountsSchema,
  /** Seen (present) or looked up (lookup); without meaning for papers to hand over. */
  ticked: z.boolean(),
  /** Beside the published list. */
  isExtra: z.boolean(),
  /** Legal ground of a paper beside the list; empty: none given. */
  ground: z.string().default(''),
  /** Why it is asked for although the office holds it; empty: none given. */
  repeatReason: z.string().default(''),
  /** The citizen handed it over unasked. */
  volunteered: z.boolean().default(false),
  /** Taken over from an earlier dossier, as it will be recorded: nothing is asked of the citizen. */
  reuse: paperPayloads.PaperReused.nullable().default(null),
});
/** One row of the paper table. */
export type PaperRow = z.infer<typeof paperRowSchema>;

/** No sheet of any form. */
export const noSheets: PaperRow['counts'] = { original: 0, certifiedCopy: 0, photocopy: 0 };

/** A row nobody has touched. */
export const blankRow: PaperRow = {
  ...{ paperId: '', name: '', mode: 'submit', counts: noSheets, ticked: false, isExtra: false },
  ...{ ground: '', repeatReason: '', volunteered: false, reuse: null },
};

/** Somebody on the dossier besides the one at the counter and the first applicant. */
const otherPartySchema = z.object({
  id: z.string(),
  role: z.enum(['applicant', 'representative']),
  relation: partyRelationSchema.nullable(),
  side: partySideSchema.nullable(),
  ground: z.string(),
  form: personFormSchema,
});
/** See {@link otherPartySchema}. */
export type OtherParty = z.infer<typeof otherPartySchema>;

/** Why less than the full fee is asked. `waiverId`: a waiver of the fee rule, `''` for one typed by hand. */
const waiverSchema = z.object({
  waiverId: z.string(),
  ground: z.string(),
  percent: z.int().min(1).max(100),
  proof: z.string(),
});

const talkSchema = z.object({
  kind: z.enum(['guidance', 'refusal']),
  reason: z.string(),
  legalGround: z.string(),
  comeBackBy: z.string(),
  originalsReturned: z.int().min(0).max(999),
  /** Papers of the list the citizen has to bring; null: as the table of papers says. */
  asked: z.array(z.string()).nullable(),
});

/**
 * An intake while being typed, as it is kept through a crash. Texts stand as written. `id` becomes the id of the
 * dossier: a draft that outlived its reception can therefore never be received twice.
 */
export const intakeDraftSchema = z.object({
  v: z.literal(1),
  id: uuidV7Schema,
  startedAt: instantSchema,
  /** On the screen when it was saved: opened again by itself after a crash. */
  isOpen: z.boolean(),
  /** Field that had the focus, as in `data-field`. */
  focus: z.string(),
  /** Where the caret stood in that field; null when it has none. */
  caret: z
    .object({ start: z.int().min(0), end: z.int().min(0) })
    .nullable()
    .default(null),
  /** Who typed in it last; null in a draft of before this was kept. Another officer never finds it open. */
  owner: z.object({ officerId: z.string(), name: z.string() }).nullable().default(null),
  submitter: personFormSchema,
  applicant: personFormSchema,
  applicantIs: z.enum(['submitter', 'other']),
  ground: z.string(),
  procedureText: z.string(),
  procedureCode: z.string().nullable(),
  /** The procedure whose case and papers stand below, also while another one is being looked for. */
  listOf: z.string().nullable(),
  caseId: z.string().nullable(),
  channel: channelSchema,
  returnMethod: returnMethodSchema,
  returnAddress: z.string(),
  quantities: z.object({ pages: z.int().min(0), copies: z.int().min(0) }),
  /** Answers to the procedure's questions, by question id. */
  answers: z.record(z.string(), z.boolean()).default({}),
  land: landSchema.default({}),
  /** What the one at the counter is to the applicant. */
  relation: partyRelationSchema.nullable().default(null),
  /** Side of the first applicant in a transfer. */
  side: partySideSchema.nullable().default(null),
  others: z.array(otherPartySchema).default([]),
  waiver: waiverSchema.nullable().default(null),
  /** Postal charge in đồng: a ledger of its own, never part of the state fee. */
  postalCharge: z.int().min(0).default(0),
  talk: talkSchema.nullable().default(null),
  papers: z.array(paperRowSchema),
  pages: z.array(z.object({ paperId: z.string(), pages: z.array(pageSchema) })),
  setCount: z.int().min(1),
  summary: z.string(),
  payment: z.enum(['cash', 'transfer', 'later']),
  backEntry: z.object({
    isOn: z.boolean(),
    day: z.string(),
    time: z.string(),
    reason: z.enum(['power', 'line', 'forgotten']),
    slipNo: z.string(),
  }),
});
/** See {@link intakeDraftSchema}. */
export type IntakeDraft = z.infer<typeof intakeDraftSchema>;

/** See `owner` of {@link intakeDraftSchema}. */
export type DraftOwner = NonNullable<IntakeDraft['owner']>;

/** Drafts of this screen in the draft store. */
export const intakeDraftShape = { kind: 'intake', schema: intakeDraftSchema };

/** Scanned pages that stand under no paper of the list. */
export const UNASSIGNED = '';

/** A fresh intake. */
export function startDraft(id: UuidV7, startedAt: Instant): IntakeDraft {
  return {
    v: 1,
    id,
    startedAt,
    isOpen: true,
    focus: '',
    caret: null,
    owner: null,
    submitter: emptyPerson,
    applicant: emptyPerson,
    applicantIs: 'submitter',
    ground: '',
    procedureText: '',
    procedureCode: null,
    listOf: null,
    caseId: null,
    channel: 'counter',
    returnMethod: 'counter',
    returnAddress: '',
    quantities: { pages: 0, copies: 1 },
    answers: {},
    land: {},
    relation: null,
    side: null,
    others: [],
    waiver: null,
    postalCharge: 0,
    talk: null,
    papers: [],
    pages: [],
    setCount: 1,
    summary: '',
    payment: 'cash',
    backEntry: { isOn: false, day: '', time: '', reason: 'power', slipNo: '' },
  };
}

/** Nothing was entered that would be missed. */
export function isBlankDraft(draft: IntakeDraft): boolean {
  const texts = [draft.procedureText, draft.summary, draft.backEntry.day, draft.backEntry.slipNo];
  return (
    isBlankPerson(draft.submitter) &&
    isBlankPerson(draft.applicant) &&
    draft.procedureCode === null &&
    draft.pages.length === 0 &&
    draft.others.length === 0 &&
    texts.every((text) => text.trim() === '')
  );
}

/** The draft of another officer: it is opened only when asked for. */
export function isOfAnother({ owner }: Pick<IntakeDraft, 'owner'>, { officerId }: DraftOwner): boolean {
  return owner !== null && owner.officerId !== officerId;
}

/** The next dossier of the same citizen: the person stays, everything else begins anew. */
export function startNextOfSame(draft: IntakeDraft, fresh: IntakeDraft): IntakeDraft {
  return { ...fresh, submitter: draft.submitter };
}
