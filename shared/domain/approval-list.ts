import type { Instant } from '../base/time';
import { listAsks } from './ask-report';
import type { FactRecord } from './dossier-records';
import type { DossierState } from './dossier-shape';
import { shownCode } from './dossier-codes';
import type { DossierKind } from './transition-table';

/**
 * Why an act is on the leader's list. `deferred`: it went on with one person present. `waiver`: state fees were waived at the
 * reception. `outsideList`: a paper the published list does not name was asked for or taken in.
 */
export type WordNeeded = 'deferred' | 'waiver' | 'outsideList';

/** An act that waits for a leader's word, or has it. Times are legal times. */
export interface ApprovalRow {
  readonly dossierId: string;
  readonly code: string;
  readonly actId: string;
  readonly actKind: DossierKind;
  readonly why: WordNeeded;
  /** Reason of the officer, ground of the waiver, or name and ground of the papers. */
  readonly detail: string;
  readonly at: Instant;
  readonly officerId: string;
  /** Position in the dossier that a decision is based on. */
  readonly pos: number;
  readonly decision: Pick<FactRecord<'ApprovalDecided'>, 'decision' | 'note' | 'at' | 'officerId'> | null;
}

type Draft = Pick<ApprovalRow, 'actId' | 'actKind' | 'why' | 'detail' | 'at' | 'officerId'>;

function listDeferredActs({ deferredApprovals }: DossierState): readonly Draft[] {
  return deferredApprovals.map(({ actionId, kind, reason, at, officerId }) => {
    return { actId: actionId, actKind: kind, why: 'deferred', detail: reason, at, officerId };
  });
}

function listWaivers({ feeWaiver, reception, submission }: DossierState): readonly Draft[] {
  if (feeWaiver === null || reception === null) return [];
  const { actionId, receivedAt: at, officerId } = reception;
  const detail = [feeWaiver.ground, feeWaiver.proof ?? ''].filter((text) => text !== '').join(' · ');
  const actKind = submission === null ? 'DossierReceived' : 'OnlineSubmissionAccepted';
  return [{ actId: actionId, actKind, why: 'waiver', detail, at, officerId }];
}

/** One row per act, however many papers it names. */
function listOutside(state: DossierState, listed: ReadonlySet<string>): readonly Draft[] {
  const asks = listAsks(state, listed).filter((ask) => ask.kind === 'outsideList');
  return [...new Set(asks.map((ask) => ask.actionId))].flatMap((actId): Draft[] => {
    const own = asks.filter((ask) => ask.actionId === actId);
    const actKind = state.timeline.find(({ action }) => action.id === actId)?.action.kind as DossierKind | undefined;
    const [first] = own;
    if (!first || actKind === undefined) return [];
    const detail = own.map(({ name, ground }) => (ground === null ? name : `${name} (${ground})`)).join(', ');
    return [{ actId, actKind, why: 'outsideList', detail, at: first.at, officerId: first.officerId }];
  });
}

/**
 * Acts of a dossier that a leader has to look at, by time, with what was said of them (counter reality §1.13). An act stands
 * here once, by the first of its grounds. `listed`: paper ids of the published list the dossier was received under;
 * `undefined` when it is not known here, then no paper is said to lie outside it.
 */
export function listApprovals(state: DossierState, listed: ReadonlySet<string> | undefined): readonly ApprovalRow[] {
  const drafts = [
    ...listDeferredActs(state),
    ...listWaivers(state),
    ...(listed === undefined ? [] : listOutside(state, listed)),
  ];
  const first = drafts.filter((one, index) => drafts.findIndex(({ actId }) => actId === one.actId) === index);
  const { dossierId, pos, approvalDecisions } = state;
  return first
    .map((draft): ApprovalRow => {
      const said = approvalDecisions.find(({ actId }) => actId === draft.actId);
      const decision = said
        ? { decision: said.decision, note: said.note, at: said.at, officerId: said.officerId }
        : null;
      return { ...draft, dossierId, code: shownCode(state), pos, decision };
    })
    .sort((a, b) => a.at - b.at || (a.actId < b.actId ? -1 : 1));
}
