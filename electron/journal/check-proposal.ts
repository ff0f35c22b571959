import { err, ok, type Result } from '../../shared/base/result';
import { toLocalDay, type Instant, type LocalDay } from '../../shared/base/time';
import { findKnownAction, payloadSchemas, type Action, type KnownKind } from '../../shared/domain/actions/action';
import type { Intake } from '../../shared/domain/actions/dossier-actions';
import { unitDayPayloads } from '../../shared/domain/actions/unit-day-actions';
import type { TimedAct } from '../../shared/domain/act-time';
import { foldDossier } from '../../shared/domain/dossier-state';
import { decideIntake, type IntakeDecision } from '../../shared/domain/intake';
import type { History } from '../../shared/domain/merge';
import type { NotAllowedReason } from '../../shared/domain/not-allowed';
import { plainKinds, type Proposal } from '../../shared/domain/proposal';
import { canApply } from '../../shared/domain/transitions';
import { canApplyUnitDay, foldUnitDay } from '../../shared/domain/unit-day';
import { buildWorkingCalendar, describeDay } from '../../shared/domain/working-calendar';
import { addDays } from '../../shared/domain/working-calendar-days';
import type { DoorTurn } from './door-turn';

/** Why one proposal of a command is refused; the door adds its index. */
export type ProposalRefusal =
  | { readonly kind: 'notAllowed'; readonly reason: NotAllowedReason }
  | { readonly kind: 'invalid'; readonly fields: readonly string[] }
  | { readonly kind: 'unknownProcedure'; readonly code: string };

/** Kind and whole payload of an act that may be recorded. */
export interface CheckedAct {
  readonly kind: string;
  readonly payload: Action['payload'];
}

type Checked = Result<CheckedAct, ProposalRefusal>;

function invalid(...fields: readonly string[]): { readonly ok: false; readonly error: ProposalRefusal } {
  return err({ kind: 'invalid', fields });
}

/** Checks a proposal against the journal's state and completes its payload with what only the door may add. */
export async function checkProposal(turn: DoorTurn, proposal: Proposal): Promise<Checked> {
  const badTime = findBadTime(proposal, turn.at);
  if (badTime !== undefined) return invalid(...badTime);
  const history = await turn.historyOf(proposal.subject);
  const { act } = proposal;
  switch (act.kind) {
    case 'DossierReceived':
      return checkReception(turn, { proposal, history, intake: act.intake });
    case 'OnlineSubmissionAccepted':
      return checkAcceptance(turn, { proposal, history });
    case 'plain':
      return checkPlain(turn, { proposal, history, kind: act.plainKind, payload: act.payload });
  }
}

/** A legal time other than now needs its reason, and a reason its time. A time in the future is the table's to refuse. */
function findBadTime(proposal: Proposal, at: Instant): readonly string[] | undefined {
  if (proposal.backEntry !== undefined && proposal.happenedAt === undefined) return ['happenedAt'];
  if (proposal.happenedAt !== undefined && proposal.happenedAt < at && proposal.backEntry === undefined) {
    return ['backEntry'];
  }
  return undefined;
}

interface Case {
  readonly proposal: Proposal;
  readonly history: History;
}

function checkReception(turn: DoorTurn, { proposal, history, intake }: Case & { readonly intake: Intake }): Checked {
  if (proposal.subject.type !== 'dossier') return invalid('subject');
  const { officer, unit } = turn.session;
  const mine = [unit.id, officer.unitId, officer.delegation?.unitId];
  if (!mine.includes(intake.receivingUnitId)) return invalid('intake.receivingUnitId');
  const allowed = checkDossierAct(turn, { proposal, history, kind: 'DossierReceived', payload: intake });
  if (!allowed.ok) return allowed;
  const decided = decideRules(turn, proposal, intake);
  if (!decided.ok) return decided;
  const { appointment, versions } = decided.value;
  const code = turn.takeCode(intake.receivingUnitId);
  return ok({ kind: 'DossierReceived', payload: { ...intake, code, slip: turn.takeSlip(), appointment, versions } });
}

/** An accepted submission keeps the portal's code; rules and promise count from its acceptance. */
function checkAcceptance(turn: DoorTurn, { proposal, history }: Case): Checked {
  const kind = 'OnlineSubmissionAccepted';
  const allowed = checkDossierAct(turn, { proposal, history, kind, payload: undefined });
  if (!allowed.ok) return allowed;
  const intake = findSubmittedIntake(history);
  if (intake === undefined) return err({ kind: 'notAllowed', reason: { kind: 'unknownDossier' } });
  const decided = decideRules(turn, proposal, intake);
  if (!decided.ok) return decided;
  const { appointment, versions } = decided.value;
  return ok({ kind, payload: { v: 1, appointment, versions, slip: turn.takeSlip() } });
}

function findSubmittedIntake(history: History): Intake | undefined {
  for (const action of history.actions) {
    const known = action.kind === 'OnlineSubmissionArrived' ? findKnownAction(action) : undefined;
    if (known?.kind === 'OnlineSubmissionArrived') return known.payload.intake;
  }
  return undefined;
}

function checkPlain(
  turn: DoorTurn,
  input: Case & { readonly kind: string; readonly payload: Action['payload'] },
): Checked {
  const { proposal, history, kind } = input;
  if (!isPlainKind(kind)) return invalid('plainKind');
  const parsed = payloadSchemas[kind].safeParse(input.payload);
  if (!parsed.success) return invalid(...parsed.error.issues.map((issue) => issue.path.join('.')));
  const ofUnitDay = Object.hasOwn(unitDayPayloads, kind);
  if (ofUnitDay !== (proposal.subject.type === 'unitDay')) return invalid('subject');
  const { subject } = proposal;
  const allowed =
    subject.type === 'unitDay'
      ? checkUnitDayAct(turn, { proposal, history, kind, payload: parsed.data, unitId: subject.unitId })
      : checkDossierAct(turn, { proposal, history, kind, payload: parsed.data });
  return allowed.ok ? ok({ kind, payload: parsed.data }) : allowed;
}

function isPlainKind(kind: string): kind is KnownKind {
  return plainKinds.includes(kind);
}

function checkUnitDayAct(
  turn: DoorTurn,
  {
    proposal,
    history,
    kind,
    payload,
    unitId,
  }: Case & {
    readonly kind: string;
    readonly payload: unknown;
    readonly unitId: string;
  },
): Result<null, ProposalRefusal> {
  if (unitId !== turn.session.unit.id) return invalid('subject.unitId');
  const state = foldUnitDay(history.actions, history.receipts);
  const checked = canApplyUnitDay({ ...timesOf(turn, proposal), state, kind, payload, unitId });
  return checked.ok ? checked : err({ kind: 'notAllowed', reason: checked.error });
}

function checkDossierAct(
  turn: DoorTurn,
  { proposal, history, kind, payload }: Case & { readonly kind: string; readonly payload: unknown },
): Result<null, ProposalRefusal> {
  if (proposal.subject.type !== 'dossier') return invalid('subject');
  const state = foldDossier({ dossierId: proposal.subject.id, ...history });
  const checked = canApply({ ...timesOf(turn, proposal), state, kind, payload });
  return checked.ok ? checked : err({ kind: 'notAllowed', reason: checked.error });
}

function timesOf(turn: DoorTurn, proposal: Proposal): TimedAct {
  const times = { actor: turn.session.officer, at: turn.at, happenedAt: proposal.happenedAt ?? turn.at };
  if (proposal.backEntry === undefined) return times;
  return { ...times, backEntry: proposal.backEntry, previousWorkingDay: findPreviousWorkingDay(turn) };
}

/** Working day before today; back entries reach so far without the leader. */
function findPreviousWorkingDay({ at, session, reference }: DoorTurn): LocalDay {
  const { workingTime, openingHours } = session.unit;
  const today = toLocalDay(at);
  const calendar = buildWorkingCalendar(reference(today).calendar, workingTime, openingHours);
  let day = addDays(today, -1);
  // No holiday is longer than a month; the bound keeps a broken calendar from stopping the door.
  for (let back = 0; back < 31 && !describeDay(calendar, day).works; back += 1) day = addDays(day, -1);
  return day;
}

function decideRules(turn: DoorTurn, proposal: Proposal, intake: Intake): Result<IntakeDecision, ProposalRefusal> {
  const at = proposal.happenedAt ?? turn.at;
  const decided = decideIntake({
    intake,
    at,
    reference: turn.reference(toLocalDay(at)),
    unitId: intake.receivingUnitId,
  });
  if (decided.ok) return decided;
  switch (decided.error.kind) {
    case 'unknownProcedure':
      return err(decided.error);
    case 'unknownCase':
      return invalid('intake.caseId');
    case 'unknownUnit':
      return invalid('intake.receivingUnitId');
  }
}
