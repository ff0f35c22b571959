import { err, ok, type Result } from '../base/result';
import type { Instant } from '../base/time';
import { checkContent } from './act-content';
import { embeddedActRules, type ActRules } from './act-rules';
import { checkActTime, type TimedAct } from './act-time';
import { checkDelegation } from './delegation';
import type { DossierState } from './dossier-shape';
import { isFinal } from './national-status';
import type { NotAllowedReason } from './not-allowed';
import type { Officer } from './officer';
import { can } from './permissions';
import {
  decideMove,
  decideResumed,
  isDossierKind,
  openings,
  transitionTable,
  type DossierKind,
} from './transition-table';

export { transitionTable } from './transition-table';

/** An act somebody wants to do, or did, on a dossier. `payload` may be a proposal's intake or a whole payload. */
export interface ProposedAct extends TimedAct {
  readonly state: DossierState;
  readonly kind: string;
  /** Undefined: asked for a button, before anything was typed. What only a payload can break is then not asked. */
  readonly payload: unknown;
  /** Legal time of the last hand-in of this counter's cash: a cancellation behind it needs somebody who approves on the spot. */
  readonly cashHandedInAt?: Instant;
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
  const move = decideMove({ kind, status, resumed: decideResumed(state) });
  if (state.stub) {
    if (!row.onStub) return err({ kind: 'unknownDossier' });
    if (move.fit !== 'outside') return ok(null);
  }
  if (move.fit === 'offered') return ok(null);
  const already = Object.values(row.moves).includes(status) && row.moves[status] === undefined;
  if (already) return err({ kind: 'alreadyDone' });
  return err(isFinal(status) ? { kind: 'closed' } : { kind: 'status', status });
}

/** Talks and consignments precede the reception: told late they are in their right place, done late they are not. */
const precedents: ReadonlySet<DossierKind> = new Set<DossierKind>(['CollectedByPost', 'GuidanceIssued']);

/** The reception names a consignment slip that is not the one these papers came on. */
function completesAnother({ consignment }: DossierState, consignmentNo: string | null): boolean {
  return consignment !== null && consignmentNo !== null && consignmentNo !== consignment.consignmentNo;
}

/** What begins a dossier: whatever is known of it already must leave room for that. */
function checkOpening(act: ProposedAct, kind: DossierKind): Check {
  const { state } = act;
  if (state.reception !== null) {
    const before = precedents.has(kind) && act.happenedAt <= state.reception.receivedAt;
    return before ? ok(null) : err({ kind: 'alreadyDone' });
  }
  if (kind === 'OnlineSubmissionArrived') return state.opened ? err({ kind: 'alreadyDone' }) : ok(null);
  if (!state.opened) return ok(null);
  if (kind === 'DossierReceived' && completesAnother(state, textOf(act.payload, 'consignmentNo'))) {
    return err({ kind: 'notFound', what: 'consignment' });
  }
  // A submission of the portal is accepted, never received anew.
  const own = kind === 'DossierReceived' || kind === 'CollectedByPost';
  if (own && state.submission !== null) return err({ kind: 'status', status: state.status });
  return checkStatus(state, kind);
}

/**
 * A reception that completes a consignment took place when the bag came, without anybody having entered it late: between
 * the collection by the post and now. Any other time is checked as usual.
 */
function checkTime(act: ProposedAct): Check {
  const { consignment } = act.state;
  const { at, happenedAt } = act;
  const completes = act.kind === 'DossierReceived' && consignment !== null && act.backEntry === undefined;
  return completes && consignment.at <= happenedAt && happenedAt <= at ? ok(null) : checkActTime(act);
}

function checkDelegated(act: ProposedAct, kind: DossierKind): Check {
  const opening = openings[kind] !== undefined;
  // A collection carries its intake inside.
  const told: unknown =
    kind === 'CollectedByPost' ? (act.payload as { readonly intake?: unknown } | undefined)?.intake : act.payload;
  const tell = (field: 'receivingUnitId' | 'procedureCode') =>
    (opening ? textOf(told, field) : null) ?? act.state[field];
  return checkDelegation({
    officer: act.actor,
    kind,
    unitId: tell('receivingUnitId'),
    procedureCode: tell('procedureCode'),
    at: act.at,
    happenedAt: act.happenedAt,
    units: (act.rules ?? embeddedActRules).units,
  });
}

/**
 * Whether an act may be done: permission, delegation, time, status, content, in this order; the first no is the answer.
 * Asked by the button, by main before the append and by the server, which turns a no into a verdict (`decideVerdict`).
 * Kinds without a row in the table are nobody's to do.
 */
export function canApply(act: ProposedAct): Check {
  const { kind, rules = embeddedActRules } = act;
  if (!isDossierKind(kind) || !can(act.actor.role, transitionTable[kind].permission, rules.sets)) {
    return err({ kind: 'permission', role: act.actor.role });
  }
  const checks = [
    () => checkDelegated(act, kind),
    () => checkTime(act),
    () => (openings[kind] === undefined ? checkStatus(act.state, kind) : checkOpening(act, kind)),
    () => checkContent(act, kind),
  ];
  for (const check of checks) {
    const result = check();
    if (!result.ok) return result;
  }
  return ok(null);
}

/** Who asks what they may do, when, and under which rules. */
export interface Asker {
  readonly actor: Officer;
  readonly at: Instant;
  readonly rules?: ActRules;
}

/** Kinds somebody may do on a dossier now, in the table's order: what buttons and shortcuts show. */
export function allowedKinds(state: DossierState, asker: Asker): DossierKind[] {
  const kinds = Object.keys(transitionTable).filter(isDossierKind);
  return kinds.filter((kind) => canApply({ ...asker, state, kind, payload: undefined, happenedAt: asker.at }).ok);
}
