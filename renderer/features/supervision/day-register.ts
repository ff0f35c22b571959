import { canonicalJson } from '../../../shared/base/canonical-json';
import type { Instant, LocalDay } from '../../../shared/base/time';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { Unit } from '../../../shared/domain/unit';
import type { UnitDayRecord, UnitDayState } from '../../../shared/domain/unit-day';
import { buildRegister } from '../../../shared/reports/dossier-register';
import type { Register } from '../../../shared/reports/register-data';
import { decideCounterData, listHeard } from './counter-data';

/** Name and field of procedures by code, as they stood when the day's dossiers were received. */
export type ProcedureNames = ReadonlyMap<string, { readonly name: string; readonly fieldName: string }>;

/** What a day's register is made from, whoever looks at it. */
export interface DayFacts {
  readonly unit: Unit;
  readonly day: LocalDay;
  readonly states: readonly DossierState[];
  readonly procedures: ProcedureNames;
  readonly practice: boolean;
}

/** A closing of the day, and the counter at which it was closed. */
export interface DayClosing {
  readonly counterId: string;
  readonly record: UnitDayRecord<'RegisterClosed'>;
  /** Closings that came after it: listed, never in its place. */
  readonly later: number;
}

/** The closing that counts: the first by legal time, whichever counter made it. */
export function findClosing(
  days: readonly { readonly counterId: string; readonly state: Pick<UnitDayState, 'closing' | 'laterClosings'> }[],
): DayClosing | null {
  const all = days.flatMap(({ counterId, state }) =>
    [...(state.closing ? [state.closing] : []), ...state.laterClosings].map((record) => ({ counterId, record })),
  );
  const [first] = all.sort((a, b) => a.record.at - b.record.at || (a.record.actionId < b.record.actionId ? -1 : 1));
  return first === undefined ? null : { ...first, later: all.length - 1 };
}

/** How a register is to be made: by whom, when, with which numbers shown. */
export interface RegisterMaking {
  readonly ownCounterId: string;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly masked: boolean;
  readonly officerName: (officerId: string) => string;
  readonly closing: Register['closing'];
}

/** The register of a day. */
export function makeRegister(facts: DayFacts, making: RegisterMaking): Register {
  const { unit, day, states, practice, procedures } = facts;
  const counters = decideCounterData({
    unit,
    ownCounterId: making.ownCounterId,
    heard: listHeard(states.filter((state) => state.receivedAt !== null)),
    until: making.madeAt,
  });
  return buildRegister({
    unit,
    day,
    states,
    practice,
    counters: [...counters],
    procedureOf: (code) => procedures.get(code),
    officerName: making.officerName,
    closing: making.closing,
    masked: making.masked,
    madeAt: making.madeAt,
    madeBy: making.madeBy,
  });
}

/**
 * The text whose hash a closing names: the register in full, at the instant of the closing. Officers stand in it by id: their
 * names are a matter of each PC's list, and a list that grows later must not make a closed register look changed.
 */
export function buildClosingText(
  facts: DayFacts,
  closing: { readonly counterId: string; readonly closedAt: Instant; readonly officerId: string },
): string {
  const register = makeRegister(facts, {
    ownCounterId: closing.counterId,
    madeAt: closing.closedAt,
    madeBy: closing.officerId,
    masked: false,
    officerName: (officerId) => officerId,
    closing: null,
  });
  return canonicalJson(register);
}

/** The closed register as people see it: the rows as of the closing, with its hash and the names this PC knows. */
export function makeClosedRegister(
  facts: DayFacts,
  closing: DayClosing,
  look: { readonly masked: boolean; readonly officerName: (officerId: string) => string },
): Register {
  const { closedAt, officerId, registerHash, chainHead, missingCounters } = closing.record;
  const officer = look.officerName(officerId);
  return makeRegister(facts, {
    ownCounterId: closing.counterId,
    madeAt: closedAt,
    madeBy: officer,
    masked: look.masked,
    officerName: look.officerName,
    closing: { closedAt, officer, registerHash, chainHead, missing: missingCounters },
  });
}
