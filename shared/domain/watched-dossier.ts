import { toLocalDay, type Instant } from '../base/time';
import { decideAcceptanceDue } from './acceptance-clock';
import { draftFrom } from './apology';
import { placeApology, type PlacedApology } from './apology-day';
import { listApprovals, type ApprovalRow } from './approval-list';
import type { Channel } from './channel';
import { buildDeadlineHistory, type DeadlineHistory } from './deadline-history';
import { decideDeadlineRules, type DeadlineRules } from './deadline-rules';
import type { DateRules } from './dossier-dates';
import type { DossierState } from './dossier-shape';
import { shownCode } from './dossier-codes';
import { planInternalSteps } from './internal-step';
import { placeLate, type LatePlaces } from './late-lists';
import { decideLegalDates, type LegalDates } from './legal-dates';
import type { NationalStatus } from './national-status';
import { isAnswered } from './overdue-acceptance';
import type { Reference } from './reference-package';
import type { Unit } from './unit';

/** The step of the internal process a dossier is in, and until when. */
export interface StepDue {
  readonly name: string;
  readonly unit: string;
  readonly due: Instant;
}

/** One dossier as boards and a leader's lists see it. No name and no number of a person. Instants; null: there is none. */
export interface WatchedDossier {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureCode: string | null;
  readonly channel: Channel | null;
  readonly status: NationalStatus;
  readonly handlingUnit: string;
  readonly isOpen: boolean;
  /** Until when an online submission must be accepted or answered; null once it was. */
  readonly acceptBy: Instant | null;
  readonly legalDue: Instant | null;
  readonly pausedSince: Instant | null;
  readonly endedAt: Instant | null;
  readonly step: StepDue | null;
  readonly late: LatePlaces;
  readonly apology: PlacedApology | null;
  readonly approvals: readonly ApprovalRow[];
  /** False: this device holds no rules for it, so it is late nowhere and that says nothing. */
  readonly isJudged: boolean;
  /** From then on it may have to be looked at anew although nothing happened to it. */
  readonly turnsAt: Instant | null;
}

/** What dossiers are watched under. */
export interface WatchRules {
  readonly dates: DateRules;
  /** The own unit's names, see `listOwnUnits`. */
  readonly ownUnits: readonly string[];
}

/** Rules of one dossier, with the versions in force on its day and the published list of its procedure. */
export interface FoundRules {
  readonly rules: DeadlineRules;
  readonly reference: Reference;
  readonly listed: ReadonlySet<string>;
}

/** Finds the rules of dossiers; kept between calls, since most dossiers share few of them. */
export type RulesFinder = (state: DossierState) => FoundRules | undefined;

const HOUR_MS = 3_600_000;
const none: LatePlaces = { toAccept: null, toProcess: null };

function findRules(state: DossierState, { dates }: WatchRules, unit: Unit): FoundRules | undefined {
  const { procedureCode, caseId, channel } = state;
  const begun = state.receivedAt ?? state.submission?.submittedAt;
  if (begun === undefined || procedureCode === null || channel === null) return undefined;
  for (const reference of [dates.onDay(toLocalDay(begun)), dates.now]) {
    const procedure = reference?.procedures.get(procedureCode);
    const procedureCase = procedure?.cases.find((one) => one.id === caseId);
    if (!reference || !procedure || !procedureCase) continue;
    const source = { rules: reference.rules, calendar: dates.now.calendar };
    const listed = new Set(procedure.cases.flatMap((one) => one.papers.map((paper) => paper.id)));
    return {
      rules: decideDeadlineRules(source, { procedure, procedureCase, channel, unit }),
      reference,
      listed,
    };
  }
  return undefined;
}

/** A finder that remembers: rules depend on procedure, case, channel, unit and day only. */
export function createRulesFinder(watch: WatchRules): RulesFinder {
  const known = new Map<string, FoundRules | undefined>();
  return (state) => {
    const unit = watch.dates.now.units.get(state.receivingUnitId ?? '');
    const begun = state.receivedAt ?? state.submission?.submittedAt;
    if (!unit || begun === undefined) return undefined;
    const { procedureCode, caseId, channel } = state;
    const key = [procedureCode, caseId, channel, unit.id, toLocalDay(begun)].join('|');
    if (!known.has(key)) known.set(key, findRules(state, watch, unit));
    return known.get(key);
  };
}

/** The step begun by the last hand-over, else the first; none once a pause moved the date: the plan was made before it. */
function findStep(state: DossierState, rules: DeadlineRules, dates: LegalDates): StepDue | null {
  const { receivedAt } = state;
  if (receivedAt === null || state.endedAt !== null || dates.pauses.length > 0 || rules.steps.length === 0) return null;
  const startsAt = state.appointment?.startsAt ?? receivedAt;
  const plan = planInternalSteps({ steps: rules.steps, startsAt, legalDue: dates.legalDue, calendar: rules.calendar });
  const begun = state.handoversMade.findLast((one) => one.stepId !== undefined)?.stepId;
  const current = plan.find(({ step }) => step.id === begun) ?? plan[0];
  return current ? { name: current.step.name, unit: current.step.unit, due: current.due } : null;
}

interface Looked {
  readonly state: DossierState;
  readonly found: FoundRules;
  readonly history: DeadlineHistory;
  readonly dates: LegalDates;
  readonly acceptBy: Instant | null;
  readonly now: Instant;
}

/** The next instant at which one of the lists may change by time alone; late ones are looked at hourly: causes shift. */
function findTurn({ state, found, history, dates, acceptBy, now }: Looked): Instant | null {
  if (history.end !== null) return null;
  const { legalDue } = dates;
  const running = legalDue !== null && history.receivedAt !== null && dates.waitingFor === null;
  const turns = [
    acceptBy,
    ...(running ? [legalDue, draftFrom(legalDue, history.receivedAt, found.rules.calendar)] : []),
    ...state.apologies.map((apology) => apology.newPromise),
  ].filter((at): at is Instant => at !== null);
  if (turns.some((at) => at <= now)) turns.push(now + HOUR_MS);
  const ahead = turns.filter((at) => at > now);
  return ahead.length === 0 ? null : Math.min(...ahead) + 1;
}

function look(state: DossierState, found: FoundRules, now: Instant): Looked {
  const { rules, reference } = found;
  const history = buildDeadlineHistory(state);
  const { submission } = state;
  const waits = submission !== null && !isAnswered({ state, asOf: now });
  const acceptBy = waits ? decideAcceptanceDue(submission.submittedAt, rules.calendar, reference.rules).due : null;
  return { state, found, history, dates: decideLegalDates(history, rules), acceptBy, now };
}

function judge(looked: Looked, ownUnits: readonly string[]) {
  const { state, found, dates, acceptBy, now } = looked;
  const { rules, reference } = found;
  const about = { state, rules, ownUnits };
  return {
    acceptBy,
    legalDue: dates.legalDue,
    pausedSince: dates.waitingFor?.since ?? null,
    step: findStep(state, rules, dates),
    late: placeLate({ ...about, acceptance: reference.rules, versions: reference.versions, asOf: now }),
    apology: placeApology({ ...about, ruleSet: reference.rules, now }),
    approvals: listApprovals(state, found.listed),
    turnsAt: findTurn(looked),
    isJudged: true,
  };
}

/** One dossier as it stands now; `undefined` for a stub, of which only a slip is known. */
export function watchDossier(
  state: DossierState,
  { ownUnits }: Pick<WatchRules, 'ownUnits'>,
  at: { readonly now: Instant; readonly find: RulesFinder },
): WatchedDossier | undefined {
  if (state.stub) return undefined;
  const { dossierId, procedureCode, channel, status, handlingUnit, isOpen, endedAt } = state;
  const found = at.find(state);
  const known = { dossierId, code: shownCode(state), procedureCode, channel, status, handlingUnit, isOpen, endedAt };
  if (found) return { ...known, ...judge(look(state, found, at.now), ownUnits) };
  return {
    ...known,
    ...{ acceptBy: null, legalDue: state.firstDue, pausedSince: state.pausedSince, step: null, late: none },
    ...{ apology: null, approvals: listApprovals(state, undefined), isJudged: false, turnsAt: null },
  };
}
