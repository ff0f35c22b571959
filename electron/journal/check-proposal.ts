import { err, ok, type Result } from '../../shared/base/result';
import { toLocalDay, type Instant, type LocalDay } from '../../shared/base/time';
import { findActRules } from '../../shared/domain/act-rules';
import { findKnownAction, payloadSchemas, type Action, type KnownKind } from '../../shared/domain/actions/action';
import type { Intake } from '../../shared/domain/actions/intake-payload';
import { unitDayPayloads } from '../../shared/domain/actions/unit-day-actions';
import type { TimedAct } from '../../shared/domain/act-time';
import { foldDossier } from '../../shared/domain/dossier-state';
import { decideIntake, type IntakeDecision } from '../../shared/domain/intake';
import type { History } from '../../shared/domain/merge';
import type { NotAllowedReason } from '../../shared/domain/not-allowed';
import { formatSlipNumber } from '../../shared/domain/slip-number';
import { plainKinds, type Proposal, type TalkKind } from '../../shared/domain/proposal';
import { canApply } from '../../shared/domain/transitions';
import { canApplyUnitDay, foldUnitDay } from '../../shared/domain/unit-day';
import { findUnitInCharge } from '../../shared/domain/unit-succession';
import { buildUnitCalendar, describeDay } from '../../shared/domain/working-calendar';
import { addDays } from '../../shared/domain/working-calendar-days';
import type { CheckedAct, DoorTurn } from './door-turn';
import { numberReceipt } from './number-receipt';
import { findArrival, findCashHandIn } from './unit-day-facts';

/** Why one proposal of a command is refused; the door adds its index. */
export type ProposalRefusal =
  | { readonly kind: 'notAllowed'; readonly reason: NotAllowedReason }
  | { readonly kind: 'invalid'; readonly fields: readonly string[] }
  | { readonly kind: 'unknownProcedure'; readonly code: string };

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
    case 'GuidanceIssued':
    case 'RefusalProposed':
    case 'IntakeRefused':
      return checkTalk(turn, { proposal, history, kind: act.kind, talk: act.talk });
    case 'PaperKitIssued':
      return checkKit(turn, { proposal, history, kit: act });
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

/** Units in whose name the officer at this counter may receive. */
function isOwnUnit({ session, at, reference }: DoorTurn, unitId: string): boolean {
  const { officer, unit } = session;
  const day = toLocalDay(at);
  const { units } = reference(day);
  const named = [unit.id, officer.unitId, officer.delegation?.unitId].filter((id) => id !== undefined);
  return named.includes(unitId) || named.some((id) => findUnitInCharge(units, id, day) === unitId);
}

/**
 * Papers the post collected before: the limit runs from the arrival of their bag, unless the officer says otherwise. The
 * proposal with that time.
 */
async function timeReception(turn: DoorTurn, { proposal, history }: Case, intake: Intake): Promise<Proposal> {
  if (proposal.subject.type !== 'dossier' || proposal.happenedAt !== undefined) return proposal;
  const { consignment, dossierId } = foldDossier({ dossierId: proposal.subject.id, ...history });
  if (consignment === null) return proposal;
  const happenedAt = await findArrival(turn, { unitId: intake.receivingUnitId, dossierId, since: consignment.at });
  return happenedAt === null ? proposal : { ...proposal, happenedAt };
}

async function checkReception(turn: DoorTurn, given: Case & { readonly intake: Intake }): Promise<Checked> {
  const { history, intake } = given;
  if (!isOwnUnit(turn, intake.receivingUnitId)) return invalid('intake.receivingUnitId');
  const proposal = await timeReception(turn, given, intake);
  const allowed = await checkDossierAct(turn, { proposal, history, kind: 'DossierReceived', payload: intake });
  if (!allowed.ok) return allowed;
  const decided = decideRules(turn, proposal, intake);
  if (!decided.ok) return decided;
  const { appointment, versions } = decided.value;
  const code = turn.takeCode(intake.receivingUnitId);
  const payload = { ...intake, code, slip: turn.takeSlip(), appointment, versions };
  const { happenedAt } = proposal;
  return ok({ kind: 'DossierReceived', payload, ...(happenedAt === undefined ? {} : { happenedAt }) });
}

type Talk = Extract<Proposal['act'], { readonly kind: TalkKind }>['talk'];

/** A talk that ended without a reception: the paper given has a number of the same yearly series. */
async function checkTalk(
  turn: DoorTurn,
  { proposal, history, kind, talk }: Case & { readonly kind: TalkKind; readonly talk: Talk },
): Promise<Checked> {
  if (!isOwnUnit(turn, talk.receivingUnitId)) return invalid('talk.receivingUnitId');
  const allowed = await checkDossierAct(turn, { proposal, history, kind, payload: talk });
  return allowed.ok ? ok({ kind, payload: { ...talk, slip: turn.takeSlip() } }) : allowed;
}

type Kit = Extract<Proposal['act'], { readonly kind: 'PaperKitIssued' }>;

/** Slips for the hours without power: each with a code of today's leases and a number of the counter's series. */
function checkKit(turn: DoorTurn, { proposal, history, kit }: Case & { readonly kit: Kit }): Checked {
  const { subject } = proposal;
  if (subject.type !== 'unitDay') return invalid('subject');
  if (!isOwnUnit(turn, kit.receivingUnitId)) return invalid('receivingUnitId');
  const kind = 'PaperKitIssued';
  const act = { proposal, history, kind, unitId: subject.unitId };
  const mayIssue = checkUnitDayAct(turn, { ...act, payload: undefined });
  if (!mayIssue.ok) return mayIssue;
  const codes = turn.takeKitCodes(kit.receivingUnitId, kit.count);
  if (codes.length === 0) return err({ kind: 'notAllowed', reason: { kind: 'notFound', what: 'freeCode' } });
  const payload = { v: 1, kitId: kit.kitId, codes, slipNumbers: codes.map(() => formatSlipNumber(turn.takeSlip())) };
  const allowed = checkUnitDayAct(turn, { ...act, payload });
  return allowed.ok ? ok({ kind, payload }) : allowed;
}

/** An accepted submission keeps the portal's code; rules and promise count from its acceptance. */
async function checkAcceptance(turn: DoorTurn, { proposal, history }: Case): Promise<Checked> {
  const kind = 'OnlineSubmissionAccepted';
  const allowed = await checkDossierAct(turn, { proposal, history, kind, payload: undefined });
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

async function checkPlain(
  turn: DoorTurn,
  input: Case & { readonly kind: string; readonly payload: Action['payload'] },
): Promise<Checked> {
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
      : await checkDossierAct(turn, { proposal, history, kind, payload: parsed.data });
  if (!allowed.ok) return allowed;
  return kind === 'FeeCollected'
    ? numberReceipt(turn, payloadSchemas.FeeCollected.parse(parsed.data))
    : ok({ kind, payload: parsed.data });
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

async function checkDossierAct(
  turn: DoorTurn,
  { proposal, history, kind, payload }: Case & { readonly kind: string; readonly payload: unknown },
): Promise<Result<null, ProposalRefusal>> {
  if (proposal.subject.type !== 'dossier') return invalid('subject');
  const state = foldDossier({ dossierId: proposal.subject.id, ...history });
  const times = timesOf(turn, proposal);
  const { happenedAt } = times;
  const cashHandedInAt = kind === 'FeeCancelled' ? await findCashHandIn(turn, state, { payload, happenedAt }) : null;
  const cash = cashHandedInAt === null ? {} : { cashHandedInAt };
  const checked = canApply({ ...times, state, kind, payload, ...cash });
  return checked.ok ? checked : err({ kind: 'notAllowed', reason: checked.error });
}

function timesOf(turn: DoorTurn, proposal: Proposal): TimedAct {
  const today = toLocalDay(turn.at);
  const rules = findActRules(turn.reference(today), today);
  const times = { actor: turn.session.officer, at: turn.at, happenedAt: proposal.happenedAt ?? turn.at, rules };
  if (proposal.backEntry === undefined) return times;
  return { ...times, backEntry: proposal.backEntry, previousWorkingDay: findPreviousWorkingDay(turn) };
}

/** Working day before today; back entries reach so far without the leader. */
function findPreviousWorkingDay({ at, session, reference }: DoorTurn): LocalDay {
  const today = toLocalDay(at);
  const rules = reference(today);
  const calendar = buildUnitCalendar(rules.calendar, rules.units.get(session.unit.id) ?? session.unit);
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
