import { toLocalDay, type Instant, type LocalDay } from '../../shared/base/time';
import { subjectKey, type Action, type Subject } from '../../shared/domain/actions/action';
import type { SlipNumber } from '../../shared/domain/actions/intake-payload';
import { mergeHistory, type History } from '../../shared/domain/merge';
import type { Officer } from '../../shared/domain/officer';
import type { Reference } from '../../shared/domain/reference-package';
import type { Unit } from '../../shared/domain/unit';
import type { Proposal } from '../../shared/domain/proposal';
import { foldUnitDay, type UnitDayState } from '../../shared/domain/unit-day';
import type { ActionIds } from './action-ids';
import type { JournalIndex } from './journal-index';
import { temporaryName } from './number-ledger';
import { createCodeSource, createSlipSeries, type CodeSource } from './number-series';
import { createReceiptSource, type ReceiptSource } from './receipt-source';
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
export interface DoorTurn extends CodeSource {
  readonly session: DoorSession;
  readonly at: Instant;
  readonly reference: (day: LocalDay) => Reference;
  readonly historyOf: (subject: Subject) => Promise<History>;
  /** Days of a unit from a day on, as far as this device knows them, one for each counter. */
  readonly unitDays: (unitId: string, since: LocalDay) => Promise<readonly KnownUnitDay[]>;
  readonly takeSlip: () => SlipNumber;
  readonly receipts: ReceiptSource;
  /** Stamps a checked act and lets the next ones of the command see it. */
  readonly add: (proposal: Proposal, act: CheckedAct) => Action;
}

/** Kind and whole payload of an act that may be recorded. */
export interface CheckedAct {
  readonly kind: string;
  readonly payload: Action['payload'];
  /** Legal time that the records themselves give; absent: as proposed, or now. */
  readonly happenedAt?: Instant;
}

/** The day of a unit at one counter. */
export interface KnownUnitDay {
  readonly counterId: string;
  readonly state: UnitDayState;
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
  const historyOf = async (subject: Subject): Promise<History> => {
    const key = subjectKey(subject);
    const own = added.filter((action) => subjectKey(action.subject) === key);
    const known = await index.historyOf(key);
    return own.length === 0 ? known : mergeHistory(known, { actions: own, receipts: new Map() });
  };
  return {
    session,
    at,
    reference: ports.reference,
    historyOf,
    unitDays: async (unitId, since) => {
      const named = [...index.unitDays(), ...added.map((action) => action.subject)].filter(
        (subject) => subject.type === 'unitDay' && subject.unitId === unitId && subject.day >= since,
      );
      return foldDays(new Map(named.map((subject) => [subjectKey(subject), subject])).values(), historyOf);
    },
    ...createCodeSource(index, {
      day: toLocalDay(trusted.at),
      doubt: trusted.doubt,
      deviceName: temporaryName(device.deviceId),
      units: ports.reference(toLocalDay(trusted.at)).units,
    }),
    takeSlip,
    receipts: createReceiptSource(index),
    add: (proposal, act) => {
      const action: Action = {
        id: ids.next(at),
        subject: proposal.subject,
        kind: act.kind,
        payload: act.payload,
        at,
        happenedAt: act.happenedAt ?? proposal.happenedAt ?? at,
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

async function foldDays(
  subjects: Iterable<Subject>,
  historyOf: DoorTurn['historyOf'],
): Promise<readonly KnownUnitDay[]> {
  const days: KnownUnitDay[] = [];
  for (const subject of subjects) {
    if (subject.type !== 'unitDay') continue;
    const { actions, receipts } = await historyOf(subject);
    days.push({ counterId: subject.counterId, state: foldUnitDay(actions, receipts) });
  }
  return days;
}
