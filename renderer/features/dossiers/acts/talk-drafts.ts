import { err, ok, type Result } from '../../../../shared/base/result';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import type { Proposal, TalkKind } from '../../../../shared/domain/proposal';
import { countOriginals } from '../case-papers';
import { buildAsked, listItems, type AskDraft, type PublishedPaper } from './ask-items';
import { findMissing, given, type FieldErrors } from './field-errors';
import { findAskErrors } from './supplement-drafts';

/** What the door is asked to record of a talk that ended without a reception; it adds the slip number. */
export type TalkOf<Kind extends TalkKind> = Extract<Proposal['act'], { readonly kind: Kind }>['talk'];

type TalkBase = Pick<
  TalkOf<'RefusalProposed'>,
  'v' | 'procedureCode' | 'procedureName' | 'receivingUnitId' | 'parties' | 'summary'
>;

/** What every paper before reception says of the dossier; `undefined` while that is not here. */
export function buildTalkBase(state: DossierState, procedureName: string): TalkBase | undefined {
  const { procedureCode, receivingUnitId, parties, summary } = state;
  if (procedureCode === null || receivingUnitId === null || parties.length === 0) return undefined;
  return { v: 1, procedureCode, procedureName, receivingUnitId, parties: [...parties], summary };
}

/** A refusal, or the proposal of one, as typed. */
export interface RefusalDraft {
  readonly reason: string;
  readonly legalGround: string;
  readonly originalsReturned: number;
}

/** What the post proposed stands there already for whoever decides. */
export function startRefusal(state: DossierState): RefusalDraft {
  const proposed = state.refusalProposals.at(-1);
  const { reason = '', legalGround = '' } = proposed ?? {};
  return { reason, legalGround, originalsReturned: countOriginals(state) };
}

const incomplete: FieldErrors = { reason: { key: 'dossiers.handling.talk.incomplete' } };

/** A reason of law and its ground; never a technical error (domain notes §2.5). */
export function readProposedRefusal(
  draft: RefusalDraft,
  base: TalkBase | undefined,
): Result<TalkOf<'RefusalProposed'>, FieldErrors> {
  const missing = findMissing(draft, ['reason', 'legalGround']);
  if (missing) return err(missing);
  if (base === undefined) return err(incomplete);
  return ok({ ...base, reason: draft.reason.trim(), legalGround: draft.legalGround.trim() });
}

/** The refusal itself (Form 03), with the originals that went back. */
export function readRefusal(
  draft: RefusalDraft,
  base: TalkBase | undefined,
): Result<TalkOf<'IntakeRefused'>, FieldErrors> {
  const proposed = readProposedRefusal(draft, base);
  return proposed.ok ? ok({ ...proposed.value, originalsReturned: draft.originalsReturned }) : proposed;
}

/** Guidance before reception (Form 02) as typed. */
export interface GuidanceDraft extends AskDraft {
  readonly reason: string;
  readonly comeBackBy: string;
}

/** What is missing by the published list stands there already. */
export function startGuidance(missing: readonly string[]): GuidanceDraft {
  return { items: missing.join('\n'), othersAre: 'content', ground: '', reason: '', comeBackBy: '' };
}

/** What to complete and why; nothing is paused, since nothing runs yet. */
export function readGuidance(
  draft: GuidanceDraft,
  base: TalkBase | undefined,
  published: readonly PublishedPaper[],
): Result<TalkOf<'GuidanceIssued'>, FieldErrors> {
  const errors = { ...findMissing(draft, ['items', 'reason']), ...findAskErrors(draft, published) };
  if (Object.keys(errors).length > 0) return err(errors);
  if (base === undefined) return err(incomplete);
  const reason = draft.reason.trim();
  const askedPapers = buildAsked(draft, reason, published);
  return ok({
    ...base,
    reason,
    items: [...listItems(draft.items)],
    papers: [],
    ...(askedPapers.length === 0 ? {} : { askedPapers }),
    ...given('comeBackBy', draft.comeBackBy),
  });
}
