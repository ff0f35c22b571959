import { z } from 'zod';
import { uuidV7Schema, type UuidV7 } from '../../../shared/base/ids';
import { instantSchema, type Instant } from '../../../shared/base/time';
import { pageSchema, paperCountsSchema, returnMethodSchema } from '../../../shared/domain/actions/action-parts';
import { channelSchema } from '../../../shared/domain/channel';
import { emptyPerson, isBlankPerson, personFormSchema } from './person-form';

const paperRowSchema = z.object({
  paperId: z.string(),
  name: z.string(),
  mode: z.enum(['submit', 'present', 'lookup']),
  counts: paperCountsSchema,
  /** Seen (present) or looked up (lookup); without meaning for papers to hand over. */
  ticked: z.boolean(),
  /** Beside the published list, given by the citizen. */
  isExtra: z.boolean(),
});
/** One row of the paper table. */
export type PaperRow = z.infer<typeof paperRowSchema>;

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
