import type { Instant } from '../../../shared/base/time';
import type { ActRules } from '../../../shared/domain/act-rules';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { NotAllowedReason } from '../../../shared/domain/not-allowed';
import { isFinal } from '../../../shared/domain/national-status';
import type { Officer } from '../../../shared/domain/officer';
import { can } from '../../../shared/domain/permissions';
import { canApply, transitionTable } from '../../../shared/domain/transitions';
import { describeNotAllowed } from '../../../shared/text/domain-sentences';
import type { Message, TextKey } from '../../../shared/text/message';
import { listOwed } from './acts/fee-draft';

/** Acts the panel of a dossier offers, in its order within their group. */
export const panelActs = [
  'OnlineSubmissionAccepted',
  'SupplementReceived',
  'OutcomeReturned',
  'HandedOver',
  'HandoverConfirmed',
  'Forwarded',
  'OutcomeReady',
  'OutcomeDispatched',
  'DeliveryFailed',
  'FeeCollected',
  'FeeCancelled',
  'FeeRefunded',
  'ObligationNotified',
  'ObligationFulfilled',
  'GuidanceIssued',
  'SupplementRequested',
  'DeadlineExtended',
  'ApologyIssued',
  'ApologyDelivered',
  'PaperAttached',
  'PaperReused',
  'PaperDetached',
  'DetailsCorrected',
  'ExternalCodeLinked',
  'FormPrinted',
  'IssueResolved',
  'RefusalProposed',
  'IntakeRefused',
  'ProcessingStopped',
  'Withdrawn',
] as const;
/** See {@link panelActs}. */
export type PanelAct = (typeof panelActs)[number];

/**
 * Keys of the acts; the same for every dossier, so that hands learn them. The same paper before and after reception (Form 02),
 * and the office's own no at either stage, share a key: they are never offered together.
 */
export const actKeys = {
  OnlineSubmissionAccepted: 'Alt+T',
  HandedOver: 'Alt+B',
  HandoverConfirmed: 'Alt+J',
  Forwarded: 'Alt+C',
  ObligationNotified: 'Alt+V',
  ObligationFulfilled: 'Alt+D',
  GuidanceIssued: 'Alt+Y',
  DeadlineExtended: 'Alt+G',
  ApologyIssued: 'Alt+L',
  ApologyDelivered: 'Alt+E',
  RefusalProposed: 'Alt+H',
  IntakeRefused: 'Alt+Q',
  ProcessingStopped: 'Alt+Q',
  SupplementRequested: 'Alt+Y',
  SupplementReceived: 'Alt+N',
  FeeCollected: 'Alt+P',
  OutcomeReady: 'Alt+K',
  OutcomeReturned: 'Alt+R',
  OutcomeDispatched: 'Alt+Shift+G',
  DeliveryFailed: 'Alt+Shift+K',
  FeeCancelled: 'Alt+Shift+P',
  FeeRefunded: 'Alt+Shift+H',
  PaperReused: 'Alt+Shift+D',
  PaperDetached: 'Alt+Shift+B',
  ExternalCodeLinked: 'Alt+Shift+M',
  DetailsCorrected: 'Alt+S',
  PaperAttached: 'F4',
  FormPrinted: 'Alt+I',
  IssueResolved: 'Alt+X',
  Withdrawn: 'Alt+U',
} as const satisfies Record<PanelAct, string>;

/** What the acts of a dossier depend on. */
export interface ActQuestion {
  readonly state: DossierState;
  readonly actor: Officer;
  readonly at: Instant;
  /** In force today; absent: those inside the program. */
  readonly rules?: ActRules;
}

function check(question: ActQuestion, kind: PanelAct) {
  return canApply({ ...question, kind, payload: undefined, happenedAt: question.at });
}

/** Every fee of the dossier is known here and paid. Of a stub nothing of the kind is known. */
function isPaid(state: DossierState): boolean {
  return state.reception !== null && !state.stub && listOwed(state).every(({ amount }) => amount === 0);
}

/** Papers are made of acts that are here whole: a reception, a guidance or refusal before it, what the post took in. */
function hasPapers({ stub, reception, guidances, refusals, consignment }: DossierState): boolean {
  return !stub && (reception !== null || guidances.length > 0 || refusals.length > 0 || consignment !== null);
}

/** Nothing is printed of a stub; a closed dossier without debt asks for no money. */
function isPossible({ state, actor }: ActQuestion, kind: PanelAct): boolean {
  // Whoever may refuse proposes nothing.
  if (kind === 'RefusalProposed') return !can(actor.role, transitionTable.IntakeRefused.permission);
  // What was notified over nothing is nobody's to pay.
  if (kind === 'ObligationFulfilled') {
    return state.stub || state.obligations.some((notice) => notice.fulfilled === null);
  }
  if (kind === 'FeeCollected') return !(isFinal(state.status) && isPaid(state));
  return kind !== 'FormPrinted' || hasPapers(state);
}

/** Acts that may be done now. Money that nobody owes may still be taken (it is a fact), but comes last. */
export function listActs(question: ActQuestion): readonly PanelAct[] {
  const { state } = question;
  const acts = panelActs.filter((kind) => isPossible(question, kind) && check(question, kind).ok);
  if (!isPaid(state)) return acts;
  return [...acts.filter((kind) => kind !== 'FeeCollected'), ...acts.filter((kind) => kind === 'FeeCollected')];
}

/** Acts of the talk before a reception. */
const beforeReception: ReadonlySet<PanelAct> = new Set<PanelAct>([
  'GuidanceIssued',
  'RefusalProposed',
  'IntakeRefused',
]);

/** Nobody would look for the act: what it settles was never there, or its time is over by nature. */
function isPointless({ state }: ActQuestion, kind: PanelAct, why: NotAllowedReason): boolean {
  if (kind === 'IssueResolved' || why.kind === 'notFound') return true;
  if (kind === 'OnlineSubmissionAccepted') return state.submission === null;
  if (kind === 'ObligationFulfilled') return state.obligations.length === 0;
  if (kind === 'HandoverConfirmed') return state.handovers.length === 0;
  if (kind === 'ApologyDelivered') return state.apologies.length === 0;
  return beforeReception.has(kind) && state.reception !== null;
}

/** Acts that may not be done now, each with its reason; those that are pointless by nature are not named. */
export function listRefusedActs(question: ActQuestion): readonly { readonly kind: PanelAct; readonly why: Message }[] {
  return panelActs.flatMap((kind) => {
    const checked = check(question, kind);
    if (checked.ok || isPointless(question, kind, checked.error)) return [];
    return [{ kind, why: describeNotAllowed(checked.error) }];
  });
}

const nextByStatus: Readonly<Record<number, PanelAct>> = {
  1: 'OnlineSubmissionAccepted',
  2: 'HandedOver',
  4: 'OutcomeReady',
  5: 'SupplementReceived',
  6: 'ObligationFulfilled',
  9: 'OutcomeReturned',
};

/**
 * The one act that moves the dossier on, if it is among the allowed ones. Of a stub nothing is known to come next but its
 * return; a refusal the post proposed waits for an official's word.
 */
export function findNextAct(
  state: Pick<DossierState, 'status' | 'stub' | 'submission' | 'refusalProposals'>,
  allowed: readonly PanelAct[],
): PanelAct | undefined {
  const isProposed = state.status === 1 && state.submission === null && state.refusalProposals.length > 0;
  const next = state.stub ? 'OutcomeReturned' : isProposed ? 'IntakeRefused' : nextByStatus[state.status];
  return next !== undefined && allowed.includes(next) ? next : undefined;
}

/** Name of an act on a button; a slip that was never printed is not reprinted. */
export function actName(kind: PanelAct, state: Pick<DossierState, 'prints'>): TextKey {
  const isFirst = kind === 'FormPrinted' && !state.prints.some((print) => print.form === 'receipt');
  return isFirst ? 'dossiers.act.name.firstPrint' : `dossiers.act.name.${kind}`;
}
