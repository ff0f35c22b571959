import type { Instant } from '../base/time';
import type { Channel } from './channel';
import type { DossierFacts } from './dossier-shape';
import type { TimeLimit } from './procedure-limit';

/** A stretch between two events; `to` null while the second has not happened. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** How handling ended, in the order the national index looks for it (domain notes §5.4). */
export type EndKind = 'done' | 'returned' | 'stopped' | 'withdrawn' | 'refused';

/** What happened to a dossier, as far as its dates depend on it. Legal times (`happenedAt`) throughout. */
export interface DeadlineHistory {
  /** Null before reception: no clock. Of an online submission the time of its acceptance. */
  readonly receivedAt: Instant | null;
  readonly channel: Channel | null;
  /** Limit the slip was made under; null before reception. */
  readonly limit: TimeLimit | null;
  /** Legal due instant of the first slip; never changes. Null: no date was given. */
  readonly firstDue: Instant | null;
  readonly supplements: readonly { readonly requestedAt: Instant; readonly receivedAt: Instant | null }[];
  readonly obligations: readonly { readonly notifiedAt: Instant; readonly fulfilledAt: Instant | null }[];
  readonly taxForwardings: readonly Stretch[];
  /** First hand-over to the handling unit. */
  readonly handedOverAt: Instant | null;
  /** New promises given with an apology, in the dossier's order. They move nothing. */
  readonly extensions: readonly { readonly at: Instant; readonly newPromise: Instant }[];
  readonly end: { readonly at: Instant; readonly kind: EndKind } | null;
}

/** A history in which nothing has happened. */
export const emptyHistory: DeadlineHistory = {
  receivedAt: null,
  channel: null,
  limit: null,
  firstDue: null,
  supplements: [],
  obligations: [],
  taxForwardings: [],
  handedOverAt: null,
  extensions: [],
  end: null,
};

function until(asOf: Instant, at: Instant | null): Instant | null {
  return at !== null && at <= asOf ? at : null;
}

/** The history as it stood at an instant: what happened later is left out, for reports and closed registers. */
export function cutHistory(history: DeadlineHistory, asOf: Instant): DeadlineHistory {
  const { receivedAt, end } = history;
  if (receivedAt !== null && receivedAt > asOf) return { ...emptyHistory, channel: history.channel };
  return {
    ...history,
    supplements: history.supplements
      .filter((request) => request.requestedAt <= asOf)
      .map((request) => ({ ...request, receivedAt: until(asOf, request.receivedAt) })),
    obligations: history.obligations
      .filter((notice) => notice.notifiedAt <= asOf)
      .map((notice) => ({ ...notice, fulfilledAt: until(asOf, notice.fulfilledAt) })),
    taxForwardings: history.taxForwardings
      .filter((stretch) => stretch.from <= asOf)
      .map((stretch) => ({ ...stretch, to: until(asOf, stretch.to) })),
    handedOverAt: until(asOf, history.handedOverAt),
    extensions: history.extensions.filter((extension) => extension.at <= asOf),
    end: end !== null && end.at <= asOf ? end : null,
  };
}

/** The tax authority's time ends with the first notice after the folder went there. */
function readForwardings({ forwardings, obligations }: DossierFacts): readonly Stretch[] {
  return forwardings
    .filter((forwarding) => forwarding.purpose === 'taxDetermination')
    .map(({ at }) => {
      const answers = obligations.map((notice) => notice.at).filter((answer) => answer >= at);
      return { from: at, to: answers.length === 0 ? null : Math.min(...answers) };
    });
}

/** A notice over nothing ends the tax authority's time, and nobody has to pay. */
function readObligations({ obligations }: DossierFacts): DeadlineHistory['obligations'] {
  return obligations
    .filter((notice) => notice.amount > 0)
    .map((notice) => ({ notifiedAt: notice.at, fulfilledAt: notice.fulfilled?.at ?? null }));
}

/** Promises the citizen has: extensions, and apologies that were delivered. */
function readExtensions(facts: DossierFacts): DeadlineHistory['extensions'] {
  const delivered = facts.apologiesIssued.flatMap((apology) => {
    const delivery = facts.apologyDeliveries.find((one) => one.apologyId === apology.actionId);
    return delivery ? [{ at: delivery.at, newPromise: apology.newPromise }] : [];
  });
  const extended = facts.extensions.map(({ at, newPromise }) => ({ at, newPromise }));
  return [...extended, ...delivered].sort((a, b) => a.at - b.at);
}

/**
 * The ending the status tells where two contradict, else result ready before result returned. A refusal ends only what had
 * been received.
 */
function readEnd(facts: DossierFacts): DeadlineHistory['end'] {
  const { status, outcome, returned, stopped, withdrawn } = facts;
  const refused = facts.reception === null ? undefined : facts.refusals[0];
  if (status === 7 && withdrawn) return { at: withdrawn.at, kind: 'withdrawn' };
  if (status === 8 && stopped) return { at: stopped.at, kind: 'stopped' };
  if (status === 3 && refused) return { at: refused.at, kind: 'refused' };
  if (outcome) return { at: outcome.at, kind: 'done' };
  return returned ? { at: returned.at, kind: 'returned' } : null;
}

/** What the dates of a folded dossier depend on. */
export function buildDeadlineHistory(facts: DossierFacts): DeadlineHistory {
  const { reception } = facts;
  const handovers = facts.handoversMade.map((handover) => handover.at);
  return {
    receivedAt: reception?.receivedAt ?? null,
    channel: facts.channel,
    limit: reception?.appointment.limit ?? null,
    firstDue: reception?.appointment.legalDue ?? null,
    supplements: facts.supplements.map(({ requestedAt, receivedAt }) => ({ requestedAt, receivedAt })),
    obligations: readObligations(facts),
    taxForwardings: readForwardings(facts),
    handedOverAt: handovers.length === 0 ? null : Math.min(...handovers),
    extensions: readExtensions(facts),
    end: readEnd(facts),
  };
}
