import type { Instant } from '../../../shared/base/time';
import type { DossierState } from '../../../shared/domain/dossier-state';
import { isFinal } from '../../../shared/domain/national-status';
import type { Officer } from '../../../shared/domain/officer';
import { canApply } from '../../../shared/domain/transitions';
import { describeNotAllowed } from '../../../shared/text/domain-sentences';
import type { Message, TextKey } from '../../../shared/text/message';
import { listOwed } from './acts/fee-draft';

/** Acts the panel of a dossier offers, in its order: the next step first, corrections and prints last. */
export const panelActs = [
  'OnlineSubmissionAccepted',
  'SupplementReceived',
  'OutcomeReturned',
  'HandedOver',
  'OutcomeReady',
  'FeeCollected',
  'SupplementRequested',
  'PaperAttached',
  'DetailsCorrected',
  'FormPrinted',
  'IssueResolved',
  'Withdrawn',
] as const;
/** See {@link panelActs}. */
export type PanelAct = (typeof panelActs)[number];

/** Keys of the acts; the same for every dossier, so that hands learn them. */
export const actKeys = {
  OnlineSubmissionAccepted: 'Alt+T',
  HandedOver: 'Alt+B',
  SupplementRequested: 'Alt+Y',
  SupplementReceived: 'Alt+N',
  FeeCollected: 'Alt+P',
  OutcomeReady: 'Alt+K',
  OutcomeReturned: 'Alt+R',
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
}

function check({ state, actor, at }: ActQuestion, kind: PanelAct) {
  return canApply({ state, kind, payload: undefined, actor, at, happenedAt: at });
}

/** Every fee of the dossier is known here and paid. Of a stub nothing of the kind is known. */
function isPaid(state: DossierState): boolean {
  return state.reception !== null && !state.stub && listOwed(state).every(({ amount }) => amount === 0);
}

/** A slip can be printed only from a reception that is here whole; a closed dossier without debt asks for no money. */
function isPossible(state: DossierState, kind: PanelAct): boolean {
  if (kind === 'FeeCollected') return !(isFinal(state.status) && isPaid(state));
  return kind !== 'FormPrinted' || (state.reception !== null && !state.stub);
}

/** Acts that may be done now. Money that nobody owes may still be taken (it is a fact), but comes last. */
export function listActs(question: ActQuestion): readonly PanelAct[] {
  const { state } = question;
  const acts = panelActs.filter((kind) => isPossible(state, kind) && check(question, kind).ok);
  if (!isPaid(state)) return acts;
  return [...acts.filter((kind) => kind !== 'FeeCollected'), ...acts.filter((kind) => kind === 'FeeCollected')];
}

/** Acts that may not be done now, each with its reason; those that are pointless by nature are not named. */
export function listRefusedActs(question: ActQuestion): readonly { readonly kind: PanelAct; readonly why: Message }[] {
  const isOnline = question.state.submission !== null;
  return panelActs.flatMap((kind) => {
    if (kind === 'IssueResolved' || (kind === 'OnlineSubmissionAccepted' && !isOnline)) return [];
    const checked = check(question, kind);
    return checked.ok ? [] : [{ kind, why: describeNotAllowed(checked.error) }];
  });
}

const nextByStatus: Readonly<Record<number, PanelAct>> = {
  1: 'OnlineSubmissionAccepted',
  2: 'HandedOver',
  4: 'OutcomeReady',
  5: 'SupplementReceived',
  9: 'OutcomeReturned',
};

/** The one act that moves the dossier on, if it is among the allowed ones. Of a stub nothing is known to come next but its return. */
export function findNextAct(
  state: Pick<DossierState, 'status' | 'stub'>,
  allowed: readonly PanelAct[],
): PanelAct | undefined {
  const next = state.stub ? 'OutcomeReturned' : nextByStatus[state.status];
  return next !== undefined && allowed.includes(next) ? next : undefined;
}

/** Name of an act on a button; a slip that was never printed is not reprinted. */
export function actName(kind: PanelAct, state: Pick<DossierState, 'prints'>): TextKey {
  const isFirst = kind === 'FormPrinted' && !state.prints.some((print) => print.form === 'receipt');
  return isFirst ? 'dossiers.act.name.firstPrint' : `dossiers.act.name.${kind}`;
}
