import type { Instant } from '../base/time';
import type { ApologyRecord, DispatchRecord, FactRecord, HandoverRecord } from './dossier-records';
import type { DossierFacts, DossierState, TimelineEntry } from './dossier-shape';
import { isFinal, isPaused } from './national-status';

function deriveReception({ reception }: DossierFacts) {
  return {
    receivedAt: reception?.receivedAt ?? null,
    at: reception?.at ?? null,
    backEntry: reception?.backEntry ?? null,
    clockDoubt: reception?.clockDoubt ?? false,
    receivedBy: reception?.officerId ?? null,
    slip: reception?.slip ?? null,
    appointment: reception?.appointment ?? null,
    versions: reception?.versions ?? null,
    firstDue: reception?.appointment.legalDue ?? null,
    promisedAt: reception?.appointment.promisedAt ?? null,
  };
}

function derivePeople({ parties }: DossierFacts) {
  const applicant = parties.find((party) => party.role === 'applicant')?.person ?? null;
  const other =
    parties.find((party) => party.role === 'representative') ?? parties.find((party) => party.role === 'submitter');
  return { applicant, submitter: other?.person ?? applicant };
}

function findPauseStart(facts: DossierFacts): Instant | null {
  if (!isPaused(facts.status)) return null;
  return facts.status === 5
    ? (facts.supplements.find((request) => request.receivedAt === null)?.requestedAt ?? null)
    : (facts.obligations.find((notice) => notice.fulfilled === null)?.at ?? null);
}

function joinHandovers(facts: DossierFacts): readonly HandoverRecord[] {
  return facts.handoversMade.map((handover) => ({
    ...handover,
    confirmed: facts.handoverSignatures.find((signed) => signed.handoverId === handover.actionId) ?? null,
  }));
}

function joinApologies(facts: DossierFacts): readonly ApologyRecord[] {
  return facts.apologiesIssued.map((apology) => ({
    ...apology,
    delivered: facts.apologyDeliveries.find((delivery) => delivery.apologyId === apology.actionId) ?? null,
  }));
}

function joinDispatches(facts: DossierFacts): readonly DispatchRecord[] {
  return facts.dispatchesMade.map((dispatch) => ({
    ...dispatch,
    failed: facts.deliveryFailures.find((failure) => failure.waybill === dispatch.waybill) ?? null,
  }));
}

/** A hand-over as files moves no original; what was given back is nobody's to keep any more. */
function deriveCustody(facts: DossierFacts, handover: FactRecord<'HandedOver'> | null) {
  const originalsInCustody = Math.max(0, facts.originalsTaken - facts.originalsGivenBack);
  const out = handover === null || handover.medium === 'electronic' ? 0 : handover.originals;
  return { originalsInCustody, originalsWithHandler: Math.min(out, originalsInCustody) };
}

/**
 * End of handling (domain notes §5.4): the ending that counts where two contradict, else result ready, else result returned.
 * A refusal ends only what had been received.
 */
function findEnd(facts: DossierFacts): Instant | null {
  if (facts.status === 7) return facts.withdrawn?.at ?? null;
  if (facts.status === 8) return facts.stopped?.at ?? null;
  if (facts.status === 3) return facts.reception === null ? null : (facts.refusals[0]?.at ?? null);
  return facts.outcome?.at ?? facts.returned?.at ?? null;
}

/** Only guidance was given: the talk ended, nothing waits on either side until the citizen comes again. */
function isTalkOnly(facts: DossierFacts): boolean {
  const waits = facts.reception ?? facts.submission ?? facts.consignment;
  return waits === null && facts.guidances.length > 0 && facts.refusalProposals.length === 0;
}

function deriveSync(timeline: readonly TimelineEntry[]) {
  return {
    pos: timeline.reduce((highest, entry) => Math.max(highest, entry.receipt?.pos ?? 0), 0),
    waitingActionIds: timeline.filter((entry) => !entry.receipt).map((entry) => entry.action.id),
    refusedActionIds: timeline.filter((entry) => entry.effect === 'refused').map((entry) => entry.action.id),
  };
}

/** Everything of a dossier's state that follows from its facts and timeline, apart from codes and money. */
export function deriveState(facts: DossierFacts, timeline: readonly TimelineEntry[]) {
  const handovers = joinHandovers(facts);
  const handover = handovers.at(-1) ?? null;
  return {
    ...deriveReception(facts),
    ...derivePeople(facts),
    pausedSince: findPauseStart(facts),
    ...deriveCustody(facts, handover),
    ...deriveSync(timeline),
    handovers,
    handover,
    apologies: joinApologies(facts),
    dispatches: joinDispatches(facts),
    stub: facts.procedureCode === null,
    isOpen: !isFinal(facts.status) && !isTalkOnly(facts),
    endedAt: findEnd(facts),
    timeline,
  } satisfies Partial<DossierState>;
}
