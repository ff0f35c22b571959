import { err, ok, type Result } from '../base/result';
import type { Instant } from '../base/time';
import { checkActTime, type TimedAct } from './act-time';
import { checkDelegation } from './delegation';
import type { DossierState } from './dossier-shape';
import { isFinal } from './national-status';
import type { NotAllowedReason } from './not-allowed';
import type { Officer } from './officer';
import { can } from './permissions';
import { decideMove, isDossierKind, transitionTable, type DossierKind } from './transition-table';

export { isDecision } from './action-nature';
export { transitionTable } from './transition-table';

/** An act somebody wants to do, or did, on a dossier. `payload` may be a proposal's intake or a whole payload. */
export interface ProposedAct extends TimedAct {
  readonly state: DossierState;
  readonly kind: string;
  readonly payload: unknown;
}

type Check = Result<null, NotAllowedReason>;

function textOf(payload: unknown, field: string): string | null {
  const value: unknown =
    typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>)[field] : undefined;
  return typeof value === 'string' ? value : null;
}

function checkStatus(state: DossierState, kind: DossierKind): Check {
  const row = transitionTable[kind];
  const { status } = state;
  const move = decideMove({ kind, status, handedOver: state.handover !== null });
  if (state.stub) {
    if (!row.onStub) return err({ kind: 'unknownDossier' });
    if (move.fit !== 'outside') return ok(null);
  }
  if (move.fit === 'offered') return ok(null);
  const already = Object.values(row.moves).includes(status) && row.moves[status] === undefined;
  if (already) return err({ kind: 'alreadyDone' });
  return err(isFinal(status) ? { kind: 'closed' } : { kind: 'status', status });
}

function checkOpening(state: DossierState, kind: DossierKind): Check {
  const done =
    kind === 'OnlineSubmissionArrived'
      ? state.submission !== null || state.reception !== null
      : state.reception !== null;
  if (done) return err({ kind: 'alreadyDone' });
  return state.submission !== null ? err({ kind: 'status', status: state.status }) : ok(null);
}

/** What the table cannot say: an act that a field of the dossier or payload makes pointless. */
function checkContent(act: ProposedAct, kind: DossierKind): Check {
  if (kind === 'OutcomeReady' && act.state.outcome !== null) return err({ kind: 'alreadyDone' });
  if (kind === 'IssueResolved') {
    const named = textOf(act.payload, 'actionId');
    const open = act.state.issues.some((issue) => !issue.resolved && (named === null || issue.actionId === named));
    if (!open) return err({ kind: 'alreadyDone' });
  }
  return ok(null);
}

function checkDelegated(act: ProposedAct, kind: DossierKind): Check {
  const opening = kind === 'DossierReceived';
  return checkDelegation({
    officer: act.actor,
    kind,
    unitId: opening ? textOf(act.payload, 'receivingUnitId') : act.state.receivingUnitId,
    procedureCode: opening ? textOf(act.payload, 'procedureCode') : act.state.procedureCode,
    at: act.at,
    happenedAt: act.happenedAt,
  });
}

/**
 * Whether an act may be done: permission, delegation, time, status, content, in this order; the first no is the answer.
 * Asked by the button, by main before the append and by the server, which turns a no into a verdict (`decideVerdict`).
 * Kinds without a row in the table are nobody's to do.
 */
export function canApply(act: ProposedAct): Check {
  const { kind } = act;
  if (!isDossierKind(kind) || !can(act.actor.role, transitionTable[kind].permission)) {
    return err({ kind: 'permission', role: act.actor.role });
  }
  const opens = kind === 'DossierReceived' || kind === 'OnlineSubmissionArrived';
  const checks = [
    () => checkDelegated(act, kind),
    () => checkActTime(act),
    () => (opens ? checkOpening(act.state, kind) : checkStatus(act.state, kind)),
    () => checkContent(act, kind),
  ];
  for (const check of checks) {
    const result = check();
    if (!result.ok) return result;
  }
  return ok(null);
}

/** Kinds somebody may do on a dossier now, in the table's order: what buttons and shortcuts show. */
export function allowedKinds(state: DossierState, actor: Officer, at: Instant): DossierKind[] {
  const kinds = Object.keys(transitionTable).filter(isDossierKind);
  return kinds.filter((kind) => canApply({ state, kind, payload: undefined, actor, at, happenedAt: at }).ok);
}
