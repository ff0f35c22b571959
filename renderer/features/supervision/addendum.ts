import { toLocalDay, type Instant, type LocalDay } from '../../../shared/base/time';
import type { Action } from '../../../shared/domain/actions/action';
import { shownCode } from '../../../shared/domain/dossier-codes';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { Unit } from '../../../shared/domain/procedure';
import { kindText } from '../../../shared/text/domain-sentences';
import { sayVi, type Message } from '../../../shared/text/message';

/** One late act of a closed day. */
export interface AddendumRow {
  readonly no: number;
  readonly actionId: string;
  readonly dossierId: string;
  readonly code: string;
  readonly person: string;
  readonly act: Message;
  readonly happenedAt: Instant;
  readonly at: Instant;
  readonly why: Message;
}

/** What an addendum is made from. */
export interface AddendumSource {
  readonly day: LocalDay;
  readonly unit: Pick<Unit, 'counters'>;
  readonly closedAt: Instant;
  /** The day's dossiers as they are now. */
  readonly states: readonly DossierState[];
  /** Ids of the acts the closed register was made from; `undefined` when this PC cannot tell. */
  readonly closedActs: ReadonlySet<string> | undefined;
}

/** Acts that no column of the register shows. */
const unseen: ReadonlySet<string> = new Set(['FormPrinted', 'IssueResolved']);
const openings: ReadonlySet<string> = new Set(['DossierReceived', 'OnlineSubmissionAccepted']);

function describeWhy(action: Action, state: DossierState, source: AddendumSource): Message {
  if (action.backEntry) {
    const reason = sayVi({ key: `dossiers.case.reason.${action.backEntry.reason}` });
    return { key: 'supervision.addendum.why.backEntry', values: { reason } };
  }
  if (action.at > source.closedAt) return { key: 'supervision.addendum.why.afterClosing' };
  const isCounters = action.deviceId === state.reception?.deviceId;
  const counter = source.unit.counters.find((one) => isCounters && one.book === state.slip?.book);
  return counter
    ? { key: 'supervision.addendum.why.otherCounter', values: { name: counter.name } }
    : { key: 'supervision.addendum.why.otherPlace' };
}

/**
 * Acts of a day that its closed register does not hold, in order of typing, numbered. Where the closed acts are not known,
 * those typed after the closing.
 */
export function listAddendum(source: AddendumSource): readonly AddendumRow[] {
  const { closedActs, closedAt, day } = source;
  const isLate = (action: Action): boolean => (closedActs ? !closedActs.has(action.id) : action.at > closedAt);
  const late = source.states.flatMap((state) =>
    state.timeline
      .map((entry) => entry.action)
      .filter((action) => toLocalDay(action.happenedAt) === day && !unseen.has(action.kind) && isLate(action))
      .map((action) => ({ state, action })),
  );
  return late
    .sort((a, b) => a.action.at - b.action.at || (a.action.id < b.action.id ? -1 : 1))
    .map(({ state, action }, index) => ({
      no: index + 1,
      actionId: action.id,
      dossierId: state.dossierId,
      code: shownCode(state),
      person: state.applicant?.name ?? '',
      act: openings.has(action.kind)
        ? { key: 'supervision.addendum.newRow', values: { kind: sayVi(kindText(action.kind)) } }
        : kindText(action.kind),
      happenedAt: action.happenedAt,
      at: action.at,
      why: describeWhy(action, state, source),
    }));
}
