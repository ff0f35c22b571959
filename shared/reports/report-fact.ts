import type { Instant } from '../base/time';
import type { PayloadOf } from '../domain/actions/action';
import type { Channel } from '../domain/channel';
import { buildDeadlineHistory, type DeadlineHistory } from '../domain/deadline-history';
import type { DeadlineRules } from '../domain/deadline-rules';
import { decideDigitisation } from '../domain/digitisation';
import type { DossierState } from '../domain/dossier-shape';

/** Papers of a dossier as the digitisation figures look at them: those handed over, not those only shown. */
export interface PaperFacts {
  readonly submitted: number;
  readonly digitised: number;
  readonly reused: number;
  readonly fromNationalStore: number;
}

/** What reports count of a dossier. No name, number or address is in it. Instants are legal times; null: it has not happened. */
export interface ReportFact {
  readonly dossierId: string;
  /** Empty while it is not known here. */
  readonly procedureCode: string;
  readonly unitId: string;
  readonly handlingUnit: string;
  readonly channel: Channel;
  readonly returnMethod: DossierState['returnMethod'];
  /** Of an online submission: arrival, end of the acceptance clock, and when it was accepted, guided, refused or withdrawn. */
  readonly submittedAt: Instant | null;
  readonly acceptanceDue: Instant | null;
  readonly answeredAt: Instant | null;
  readonly receivedAt: Instant | null;
  readonly receivedBy: string | null;
  /** Received by somebody who acts for the unit by a delegation. */
  readonly byDelegation: boolean;
  /** The province has the reception. */
  readonly receptionSynced: boolean;
  readonly consignedAt: Instant | null;
  readonly history: DeadlineHistory;
  /** Null when no package held here knows its procedure, case or unit: then the slip's date is all there is. */
  readonly rules: DeadlineRules | null;
  /** Form 02 and 03 before any reception. */
  readonly guidedAt: readonly Instant[];
  readonly refusedAt: readonly Instant[];
  readonly supplementsAt: readonly Instant[];
  readonly readyAt: Instant | null;
  readonly outcomeForm: PayloadOf<'OutcomeReady'>['form'] | null;
  readonly hasOutcomeFile: boolean;
  readonly returnedAt: Instant | null;
  /** Stopped, or refused after its reception. */
  readonly sentBackAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly dispatches: readonly { readonly at: Instant; readonly failedAt: Instant | null }[];
  readonly papers: PaperFacts;
  /** State fees in đồng. */
  readonly stateFeeDue: number;
  readonly paidOnline: boolean;
  readonly surveys: readonly { readonly at: Instant; readonly score: number; readonly topics: readonly string[] }[];
}

/** What a fact needs beyond the dossier: the rules of its dates, and the acceptance clock of its unit. */
export interface FactRules {
  readonly rulesOf: (state: DossierState) => DeadlineRules | null;
  readonly acceptanceDueOf: (submittedAt: Instant, unitId: string) => Instant | null;
}

/** An acceptance of a submission that is not here itself keeps the portal's code, so it came online. */
function channelOf({ channel, reception }: DossierState): Channel {
  return channel ?? (reception?.code === null ? 'online' : 'counter');
}

function earliest(times: readonly (Instant | null | undefined)[]): Instant | null {
  const known = times.filter((time) => typeof time === 'number');
  return known.length === 0 ? null : Math.min(...known);
}

function readClock(state: DossierState, { acceptanceDueOf }: FactRules) {
  const { submission, reception, guidances, refusals, withdrawn, receivingUnitId } = state;
  if (submission === null) return { submittedAt: null, acceptanceDue: null, answeredAt: null };
  const answers = [...guidances, ...refusals].map(({ at }) => at);
  return {
    submittedAt: submission.submittedAt,
    acceptanceDue: acceptanceDueOf(submission.submittedAt, receivingUnitId ?? ''),
    answeredAt: earliest([reception?.receivedAt, withdrawn?.at, ...answers]),
  };
}

function readReception({ reception, timeline }: DossierState) {
  const entry = timeline.find(({ action }) => action.id === reception?.actionId);
  const verdict = entry?.receipt?.verdict.type;
  return {
    receivedAt: reception?.receivedAt ?? null,
    receivedBy: reception?.officerId ?? null,
    byDelegation: reception !== null && reception.onBehalfOf !== null,
    receptionSynced: verdict === 'accepted' || verdict === 'acceptedWithIssue',
  };
}

function readPapers({ papers, reuses }: DossierState): PaperFacts {
  const found = papers
    .filter((paper) => paper.mode !== 'present')
    .map((paper) => ({ mode: paper.mode, ...decideDigitisation(paper, reuses) }));
  return {
    submitted: found.filter(({ mode }) => mode === 'submit').length,
    digitised: found.filter(({ mode, state }) => mode === 'submit' && state > 0).length,
    reused: found.filter(({ state }) => state > 1).length,
    fromNationalStore: found.filter(({ fromNationalStore }) => fromNationalStore).length,
  };
}

function readOutcome({ outcome, returned }: DossierState) {
  return {
    readyAt: outcome?.at ?? null,
    outcomeForm: outcome?.form ?? null,
    hasOutcomeFile: outcome !== null && (outcome.fileSha256 !== undefined || (outcome.pages?.length ?? 0) > 0),
    returnedAt: returned?.at ?? null,
  };
}

/** Refusals before any reception are talks; one after it ends the dossier. */
function readRefusals({ refusals, reception, stopped }: DossierState) {
  const times = refusals.map(({ at }) => at);
  return reception === null
    ? { refusedAt: times, sentBackAt: stopped?.at ?? null }
    : { refusedAt: [], sentBackAt: earliest([stopped?.at, ...times]) };
}

function readMoney({ fees, collections }: DossierState) {
  const kept = collections.filter(({ state }) => state === 'taken' || state === 'confirmed');
  return {
    stateFeeDue: fees.reduce((sum, line) => sum + (line.ledger === 'stateFee' ? line.amount : 0), 0),
    paidOnline: kept.some(
      ({ method, lines }) => method === 'gateway' && lines.some(({ ledger }) => ledger === 'stateFee'),
    ),
  };
}

/** Draws out of a folded dossier what reports count. */
export function buildReportFact(state: DossierState, rules: FactRules): ReportFact {
  return {
    dossierId: state.dossierId,
    procedureCode: state.procedureCode ?? '',
    unitId: state.receivingUnitId ?? '',
    handlingUnit: state.handlingUnit,
    channel: channelOf(state),
    returnMethod: state.returnMethod,
    ...readClock(state, rules),
    ...readReception(state),
    consignedAt: state.consignment?.at ?? null,
    history: buildDeadlineHistory(state),
    rules: rules.rulesOf(state),
    guidedAt: state.guidances.map(({ at }) => at),
    ...readRefusals(state),
    supplementsAt: state.supplements.map(({ requestedAt }) => requestedAt),
    ...readOutcome(state),
    withdrawnAt: state.withdrawn?.at ?? null,
    dispatches: state.dispatches.map(({ at, failed }) => ({ at, failedAt: failed?.at ?? null })),
    papers: readPapers(state),
    ...readMoney(state),
    surveys: state.surveys.map(({ at, score, topics }) => ({ at, score, topics })),
  };
}
