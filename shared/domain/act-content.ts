import { err, ok, type Result } from '../base/result';
import type { Instant } from '../base/time';
import { embeddedActRules, type ActRules } from './act-rules';
import { payloadSchemas, type PayloadOf } from './actions/action';
import type { ApprovedAct } from './approval-levels';
import { sumByLedger, findRefundable } from './dossier-money';
import type { DossierState } from './dossier-shape';
import type { NotAllowedReason, UnknownPart } from './not-allowed';
import type { Officer } from './officer';
import { findOutcomeFault } from './outcome-file';
import { can } from './permissions';
import type { DossierKind } from './transition-table';

/** What a content check may look at. */
export interface ContentQuestion {
  readonly state: DossierState;
  readonly actor: Officer;
  readonly happenedAt: Instant;
  readonly cashHandedInAt?: Instant;
  /** Rules in force on the day of typing; absent: those inside the program. */
  readonly rules?: ActRules;
}

type Fault = NotAllowedReason | undefined;

/** `payload` is undefined while nothing was typed: then only what the dossier itself rules out is named. */
type Checker<K extends DossierKind> = (question: ContentQuestion, payload: PayloadOf<K> | undefined) => Fault;

const alreadyDone: NotAllowedReason = { kind: 'alreadyDone' };

function notFound(what: UnknownPart): NotAllowedReason {
  return { kind: 'notFound', what };
}

/**
 * Finds what an act names among what the dossier knows, and whether it is settled. On a stub an unknown name is no fault:
 * its act has not arrived yet.
 */
function checkNamed<T extends { readonly actionId: string }>(
  state: DossierState,
  among: { readonly what: UnknownPart; readonly items: readonly T[]; readonly isOpen: (item: T) => boolean },
  id: string | undefined,
): Fault {
  const { what, items, isOpen } = among;
  if (id !== undefined) {
    const named = items.find((item) => item.actionId === id);
    if (!named) return state.stub ? undefined : notFound(what);
    return isOpen(named) ? undefined : alreadyDone;
  }
  if (state.stub || items.some(isOpen)) return undefined;
  return items.length === 0 ? notFound(what) : alreadyDone;
}

type Approval = PayloadOf<'DeadlineExtended'>['approval'];

/** An approval on the spot is somebody else's word, or the leader's own. */
function isApprovedOnTheSpot(approval: Approval, { actor, rules }: ContentQuestion): boolean {
  if (approval?.kind !== 'immediate') return false;
  return approval.approverId !== actor.officerId || can(actor.role, 'approve', (rules ?? embeddedActRules).sets);
}

/** What is missing of an approval for the level the rules in force give the act. */
function checkApproved(question: ContentQuestion, act: ApprovedAct, approval: Approval): Fault {
  const level = (question.rules ?? embeddedActRules).levels[act];
  if (level === 'reason' || isApprovedOnTheSpot(approval, question)) return undefined;
  if (level === 'block') return { kind: 'missing', what: 'immediateApproval' };
  return approval?.kind === 'deferred' ? undefined : { kind: 'missing', what: 'approval' };
}

function checkFurtherSupplement(
  question: ContentQuestion,
  payload: PayloadOf<'SupplementRequested'> | undefined,
): Fault {
  const { state, rules = embeddedActRules } = question;
  if (payload === undefined || state.supplements.length < rules.supplementsAllowed) return undefined;
  if (payload.legalGround === undefined) return { kind: 'missing', what: 'legalGround' };
  return checkApproved(question, 'secondSupplement', payload.approval);
}

function checkExtension(question: ContentQuestion, payload: PayloadOf<'DeadlineExtended'> | undefined): Fault {
  if (payload === undefined) return undefined;
  const { state, happenedAt, rules = embeddedActRules } = question;
  const than = Math.max(happenedAt, state.extendedTo ?? state.promisedAt ?? happenedAt);
  if (payload.newPromise <= than) return { kind: 'promiseNotLater', than };
  if (state.extensions.length < rules.extensionsAllowed) return undefined;
  return checkApproved(question, 'secondExtension', payload.approval);
}

/** Not asking a fee needs its law, and somebody who approves, at the close at the latest (counter reality §1.10, §1.13). */
function checkCollection(question: ContentQuestion, payload: PayloadOf<'FeeCollected'> | undefined): Fault {
  const { state, actor, rules = embeddedActRules } = question;
  if (state.status === 1 && state.consignment === null) return { kind: 'status', status: 1 };
  if (payload?.method !== 'waived') return undefined;
  if (payload.waiver === undefined) return { kind: 'missing', what: 'waiverGround' };
  const { approval } = payload;
  const approved =
    approval?.kind === 'deferred' || isApprovedOnTheSpot(approval, question) || can(actor.role, 'approve', rules.sets);
  return approved ? undefined : { kind: 'missing', what: 'approval' };
}

/**
 * One letter for one delay, none twice (features 3-3): the newest stands until the citizen has it and its own promise has
 * passed. The next one promises a second time, so it needs an approver who is there (NĐ 61/2018 art. 19, second-hand; provisional).
 */
function checkApology(question: ContentQuestion, payload: PayloadOf<'ApologyIssued'> | undefined): Fault {
  const { state, happenedAt } = question;
  const last = state.apologies.at(-1);
  if (last && (last.delivered === null || happenedAt <= last.newPromise)) return alreadyDone;
  if (payload === undefined) return undefined;
  if (payload.newPromise <= happenedAt) return { kind: 'promiseNotLater', than: happenedAt };
  if (!last || isApprovedOnTheSpot(payload.approval, question)) return undefined;
  return { kind: 'missing', what: 'immediateApproval' };
}

function checkCancellation(question: ContentQuestion, payload: PayloadOf<'FeeCancelled'> | undefined): Fault {
  const { state, cashHandedInAt } = question;
  const among = {
    what: 'collection',
    items: state.collections,
    isOpen: (one: DossierState['collections'][number]) => one.cancelled === null && one.refunds.length === 0,
  } as const;
  const named = checkNamed(state, among, payload?.collectionId);
  if (named || payload === undefined || cashHandedInAt === undefined) return named;
  const collection = state.collections.find((one) => one.actionId === payload.collectionId);
  const handedIn = collection?.method === 'cash' && collection.at <= cashHandedInAt;
  return handedIn ? checkApproved(question, 'cancelAfterHandIn', payload.approval) : undefined;
}

function checkRefund({ state }: ContentQuestion, payload: PayloadOf<'FeeRefunded'> | undefined): Fault {
  const left = findRefundable(state);
  if (payload === undefined) return left.stateFee + left.postalCharge > 0 ? undefined : notFound('collection');
  if (payload.collectionId !== undefined) {
    const among = {
      what: 'collection',
      items: state.collections,
      isOpen: (one: DossierState['collections'][number]) => one.cancelled === null,
    } as const;
    const named = checkNamed(state, among, payload.collectionId);
    if (named) return named;
  }
  const back = sumByLedger(payload.lines);
  if (back.stateFee > left.stateFee) return { kind: 'exceedsCollected', left: left.stateFee };
  return back.postalCharge > left.postalCharge ? { kind: 'exceedsCollected', left: left.postalCharge } : undefined;
}

function checkSignature({ state }: ContentQuestion, payload: PayloadOf<'HandoverConfirmed'> | undefined): Fault {
  const among = {
    what: 'handover',
    items: state.handovers,
    isOpen: (one: DossierState['handovers'][number]) => one.confirmed === null,
  } as const;
  const named = checkNamed(state, among, payload?.handoverId);
  if (named || payload === undefined) return named;
  const list = state.handovers.find((one) => one.actionId === payload.handoverId);
  const differs = list !== undefined && list.originals !== payload.originals;
  return differs && payload.mismatch === undefined ? { kind: 'missing', what: 'mismatch' } : undefined;
}

function checkPages({ state }: ContentQuestion, payload: PayloadOf<'PageSetEdited'> | undefined): Fault {
  if (payload === undefined) return state.papers.length > 0 ? undefined : notFound('paper');
  const paper = state.papers.find((known) => known.paperId === payload.paperId);
  if (!paper) return notFound('paper');
  const known = new Set([...paper.pages, ...paper.leftOut].map((page) => page.pageId));
  return payload.pages.every((page) => known.has(page.pageId)) ? undefined : notFound('page');
}

function checkDispatch({ state }: ContentQuestion, waybill: string | undefined): Fault {
  const fits = state.dispatches.filter((one) => waybill === undefined || one.waybill === waybill);
  if (state.stub || fits.some((one) => one.failed === null)) return undefined;
  return fits.length === 0 ? notFound('dispatch') : alreadyDone;
}

function checkResolved({ state }: ContentQuestion, payload: PayloadOf<'IssueResolved'> | undefined): Fault {
  const open = state.issues.some(
    (issue) => !issue.resolved && (payload === undefined || issue.actionId === payload.actionId),
  );
  return open ? undefined : alreadyDone;
}

/** A leader's word on an act that is there, that nobody decided yet, and that is not the leader's own. */
function checkDecided({ state, actor }: ContentQuestion, payload: PayloadOf<'ApprovalDecided'> | undefined): Fault {
  const isDecided = (actId: string) => state.approvalDecisions.some((decision) => decision.actId === actId);
  if (payload === undefined) {
    const waits = state.deferredApprovals.some(
      ({ actionId, officerId }) => officerId !== actor.officerId && !isDecided(actionId),
    );
    return waits ? undefined : alreadyDone;
  }
  if (isDecided(payload.actId)) return alreadyDone;
  const act = state.timeline.find((entry) => entry.action.id === payload.actId)?.action;
  if (!act) return state.stub ? undefined : notFound('act');
  return act.officerId === actor.officerId ? { kind: 'ownAct' } : undefined;
}

/** What the table cannot say: an act that a field of the dossier or of the payload rules out. Kinds left out need nothing. */
const checkers: { readonly [K in DossierKind]?: Checker<K> } = {
  CollectedByPost: ({ state }) => (state.consignment === null ? undefined : alreadyDone),
  OnlineSubmissionAccepted: ({ state }) => (state.submission === null ? notFound('submission') : undefined),
  RefusalProposed: ({ state }) => (state.refusalProposals.length === 0 ? undefined : alreadyDone),
  PaperDetached: ({ state }, payload) =>
    state.papers.some((paper) => payload === undefined || paper.paperId === payload.paperId)
      ? undefined
      : notFound('paper'),
  PageSetEdited: checkPages,
  FeeCollected: checkCollection,
  FeeCancelled: checkCancellation,
  FeeRefunded: checkRefund,
  ObligationFulfilled: ({ state }, payload) =>
    payload?.notificationId === undefined
      ? undefined
      : checkNamed(
          state,
          { what: 'obligation', items: state.obligations, isOpen: (notice) => notice.fulfilled === null },
          payload.notificationId,
        ),
  SupplementRequested: checkFurtherSupplement,
  HandoverConfirmed: checkSignature,
  DeadlineExtended: checkExtension,
  ApologyIssued: checkApology,
  ApologyDelivered: ({ state }, payload) =>
    checkNamed(
      state,
      { what: 'apology', items: state.apologies, isOpen: (apology) => apology.delivered === null },
      payload?.apologyId,
    ),
  OutcomeReady: ({ state }, payload) => {
    if (state.outcome !== null) return alreadyDone;
    return payload === undefined ? undefined : findOutcomeFault(state, payload);
  },
  OutcomeDispatched: ({ state }) =>
    state.dispatches.some((dispatch) => dispatch.failed === null) ? alreadyDone : undefined,
  DeliveryFailed: (question, payload) => checkDispatch(question, payload?.waybill),
  SurveyAnswered: ({ state }) => (state.surveys.length === 0 ? undefined : alreadyDone),
  ExternalCodeLinked: ({ state }, payload) =>
    state.externalCodes.some(
      (known) => known.inForce && known.system === payload?.system && known.code === payload.code,
    )
      ? alreadyDone
      : undefined,
  IssueResolved: checkResolved,
  ApprovalDecided: checkDecided,
};

/**
 * Checks what only the payload or a field of the dossier can rule out. A payload that does not fit its schema is no matter
 * of this check: the door and the server refuse it before.
 */
export function checkContent(
  act: ContentQuestion & { readonly payload: unknown },
  kind: DossierKind,
): Result<null, NotAllowedReason> {
  const check = checkers[kind] as Checker<DossierKind> | undefined;
  if (check === undefined) return ok(null);
  const payload = payloadSchemas[kind].safeParse(act.payload);
  const fault = check(act, payload.success ? payload.data : undefined);
  return fault === undefined ? ok(null) : err(fault);
}
