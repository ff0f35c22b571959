import { toLocalDay, type Instant, type LocalDay } from '../../shared/base/time';
import { subjectKey, type Action, type Subject } from '../../shared/domain/actions/action';
import type { DossierCode, SlipNumber } from '../../shared/domain/actions/dossier-actions';
import { decideNextCode } from '../../shared/domain/code-lease';
import { formatTemporaryNumber } from '../../shared/domain/dossier-code';
import { mergeHistory, type History } from '../../shared/domain/merge';
import type { Officer } from '../../shared/domain/officer';
import type { Reference, Unit } from '../../shared/domain/procedure';
import type { Proposal } from '../../shared/domain/proposal';
import { decideNextSlip, slipSeriesKey } from '../../shared/domain/slip-number';
import type { ActionIds } from './action-ids';
import type { JournalIndex } from './journal-index';
import { temporaryName } from './number-ledger';
import type { Clock } from './trusted-clock';

/** Who sits where: the officer signed in at main, never what a page says. */
export interface DoorSession {
  readonly officer: Officer;
  readonly unit: Unit;
  readonly counter: { readonly id: string; readonly name: string; readonly book: string };
}

/** What a turn reads. */
export interface TurnPorts {
  readonly index: JournalIndex;
  readonly clock: Clock;
  readonly ids: ActionIds;
  /** Rules in force on a Vietnamese day. */
  readonly reference: (day: LocalDay) => Reference;
  readonly device: { readonly deviceId: string };
}

/**
 * One command on its way through the door: the journal's state plus the acts of the command that were already checked.
 * Numbers taken here count only once the command is on the disk; a refused command takes none.
 */
export interface DoorTurn {
  readonly session: DoorSession;
  readonly at: Instant;
  readonly reference: (day: LocalDay) => Reference;
  readonly historyOf: (subject: Subject) => Promise<History>;
  readonly takeCode: (agencyId: string) => DossierCode;
  readonly takeSlip: () => SlipNumber;
  /** Stamps a checked act and lets the next ones of the command see it. */
  readonly add: (proposal: Proposal, act: { readonly kind: string; readonly payload: Action['payload'] }) => Action;
}

/** Starts a turn. */
export function startTurn(ports: TurnPorts, session: DoorSession, incarnation: string): DoorTurn {
  const { index, clock, ids, device } = ports;
  const at = clock.now();
  const trusted = clock.trusted();
  const firstSeq = index.nextSeq();
  const added: Action[] = [];
  const takeSlip = createSlipSeries(index, {
    book: session.counter.book,
    year: Number(toLocalDay(trusted.at).slice(0, 4)),
  });
  return {
    session,
    at,
    reference: ports.reference,
    historyOf: async (subject) => {
      const key = subjectKey(subject);
      const own = added.filter((action) => subjectKey(action.subject) === key);
      const known = await index.historyOf(key);
      return own.length === 0 ? known : mergeHistory(known, { actions: own, receipts: new Map() });
    },
    takeCode: createCodeSource(index, {
      day: toLocalDay(trusted.at),
      doubt: trusted.doubt,
      deviceName: temporaryName(device.deviceId),
    }),
    takeSlip,
    add: (proposal, act) => {
      const action: Action = {
        id: ids.next(at),
        subject: proposal.subject,
        kind: act.kind,
        payload: act.payload,
        at,
        happenedAt: proposal.happenedAt ?? at,
        seq: firstSeq + added.length,
        base: proposal.base,
        deviceId: device.deviceId,
        incarnation,
        officerId: session.officer.officerId,
        ...(proposal.backEntry === undefined ? {} : { backEntry: proposal.backEntry }),
        ...(trusted.doubt ? { clockDoubt: true as const } : {}),
        ...onBehalfOf(session.officer),
      };
      added.push(action);
      return action;
    },
  };
}

function onBehalfOf({ delegation }: Officer): Pick<Action, 'onBehalfOf'> {
  if (delegation === undefined) return {};
  return { onBehalfOf: { unitId: delegation.unitId, delegationId: delegation.id, decisionNo: delegation.decisionNo } };
}

/** The day of an official code must be beyond doubt: another day's number may be somebody else's. */
function createCodeSource(
  index: JournalIndex,
  source: { readonly day: LocalDay; readonly doubt: boolean; readonly deviceName: string },
): DoorTurn['takeCode'] {
  const taken = new Set<string>();
  let temporary = index.lastTemporary(source.day);
  const takeTemporary = (reason: 'noLease' | 'clockDoubt'): DossierCode => {
    temporary += 1;
    return {
      kind: 'temporary',
      value: formatTemporaryNumber({ deviceId: source.deviceName, day: source.day, number: temporary }),
      reason,
    };
  };
  return (agencyId) => {
    if (source.doubt) return takeTemporary('clockDoubt');
    const supply = index.codeSupply(agencyId, source.day);
    const next = decideNextCode({ ...supply, usedCodes: new Set([...supply.usedCodes, ...taken]) });
    if (next === undefined) return takeTemporary('noLease');
    taken.add(next.value);
    return { kind: 'official', ...next };
  };
}

function createSlipSeries(index: JournalIndex, series: Pick<SlipNumber, 'book' | 'year'>): () => SlipNumber {
  let last = index.lastSlip(series);
  return () => {
    const slip = decideNextSlip({ ...series, lastNumbers: new Map([[slipSeriesKey(series), last]]) });
    last = slip.number;
    return slip;
  };
}
