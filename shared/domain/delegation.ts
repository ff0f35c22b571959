import { err, ok, type Result } from '../base/result';
import { toLocalDay, type Instant, type LocalDay } from '../base/time';
import type { Channel } from './channel';
import type { DelegationFault, NotAllowedReason } from './not-allowed';
import type { Delegation, Officer } from './officer';
import { isDelegable } from './permissions';
import { findUnitInCharge, followDelegation, type MergingUnits } from './unit-succession';
import { isDossierKind, transitionTable } from './transition-table';
import { workingStretches, type WorkingCalendar } from './working-calendar';
import { addDays } from './working-calendar-days';

/** An act to be held against a delegation. */
export interface DelegatedAct {
  readonly officer: Officer;
  readonly kind: string;
  /** Receiving unit of the dossier; null while it is unknown (a stub) and cannot be checked yet. */
  readonly unitId: string | null;
  /** Procedure of the dossier; null while unknown. */
  readonly procedureCode: string | null;
  readonly at: Instant;
  readonly happenedAt: Instant;
  /** Mergers by which a delegation goes on at the successor; absent: none. */
  readonly units?: MergingUnits;
}

type DelegationReason = Extract<NotAllowedReason, { kind: 'delegation' }>;

/** Kinds that take or move money. */
const moneyKinds: ReadonlySet<string> = new Set(['FeeCollected', 'FeeCancelled', 'CashCounted', 'CashHandedIn']);

/** Whether somebody acts by delegation: postal officers always do, others when they carry one. */
export function isDelegated(officer: Officer): boolean {
  return officer.role === 'postalOfficer' || officer.delegation !== undefined;
}

function findUncovered(delegation: Delegation, { kind, procedureCode }: DelegatedAct): DelegationFault | null {
  if (isDossierKind(kind) && !isDelegable(transitionTable[kind].permission)) return 'content';
  const { procedures } = delegation;
  const isListed = procedures.length === 0 || procedureCode === null || procedures.includes(procedureCode);
  if (!isListed) return 'procedure';
  if (moneyKinds.has(kind) && !delegation.mayCollectFees) return 'fees';
  if (kind === 'DossierReceived' && delegation.mayIssueReceipt === false) return 'receipt';
  return kind === 'GuidanceIssued' && delegation.maySignGuidance === false ? 'guidance' : null;
}

/** Whether a delegation is one to the unit in charge of a unit's affairs on the day of typing (counter reality §1.14). */
function isForUnit(delegation: Delegation, { unitId, at, units = new Map() }: DelegatedAct): boolean {
  const day = toLocalDay(at);
  return unitId === null || findUnitInCharge(units, unitId, day) === followDelegation(units, delegation, day).unitId;
}

function findFault(act: DelegatedAct): DelegationFault | null {
  const { delegation } = act.officer;
  if (!delegation || !isForUnit(delegation, act)) return 'missing';
  if (toLocalDay(act.happenedAt) < delegation.validFrom) return 'notStarted';
  if (toLocalDay(act.at) > delegation.validTo) return 'ended';
  return findUncovered(delegation, act);
}

/**
 * Whether a delegation covers an act; officials of the unit need none (domain notes §8, counter reality §1.9). `validTo` is
 * the last day. The legal day must not lie before the first day, the day of typing not after the last one: the server
 * quarantines what comes after the end, so the app must refuse it, even as a back entry.
 */
export function checkDelegation(act: DelegatedAct): Result<null, DelegationReason> {
  const why = isDelegated(act.officer) ? findFault(act) : null;
  return why === null ? ok(null) : err({ kind: 'delegation', why });
}

/** Working days ahead of which the end of a delegation is announced (counter reality §1.9). */
export const DELEGATION_WARNING_DAYS = 10;

/** Longest stretch of calendar days that can hold ten working days, Tết and swaps included. */
const HORIZON_DAYS = 40;

/**
 * Working days that remain with the delegation behind `day`, when they are ten or fewer: 0 on the last one. Null while there
 * is more time, or once it has ended.
 */
export function warnDelegationEnd(
  delegation: Pick<Delegation, 'validTo'>,
  day: LocalDay,
  calendar: WorkingCalendar,
): { readonly workingDaysLeft: number; readonly lastDay: LocalDay } | null {
  const { validTo } = delegation;
  if (day > validTo || addDays(day, HORIZON_DAYS) < validTo) return null;
  let workingDaysLeft = 0;
  for (let next = addDays(day, 1); next <= validTo; next = addDays(next, 1)) {
    if (workingStretches(calendar, next).length > 0) workingDaysLeft += 1;
  }
  return workingDaysLeft <= DELEGATION_WARNING_DAYS ? { workingDaysLeft, lastDay: validTo } : null;
}

/** What papers say of an officer who acts for a unit: "Thay mặt … theo QĐ …". */
export interface OnBehalfNote {
  readonly unitName: string;
  readonly employer: string;
  readonly decisionNo: string;
  /** Null when the delegation does not tell it. */
  readonly decidedOn: LocalDay | null;
}

/** Data of the note on papers; null for officials of the unit and for postal officers without a delegation. */
export function describeOnBehalf(officer: Officer, unitName: string): OnBehalfNote | null {
  const { delegation } = officer;
  if (!delegation) return null;
  const { employer, decisionNo, decidedOn } = delegation;
  return { unitName, employer, decisionNo, decidedOn: decidedOn ?? null };
}

/**
 * Three facts that never follow from each other: who employs the operator, how the papers travel, and where they were taken
 * in. A postal employee at a one-stop counter receives on the channel `counter` (KenhThucHien 1).
 */
export interface ReceptionFacts {
  readonly employer: string;
  readonly byPostEmployee: boolean;
  readonly channel: Channel;
  readonly place: string;
}

/** The three facts of a reception. `place`: where it differs from the unit's own counter; else the unit's name. */
export function decideReceptionFacts(
  officer: Officer,
  intake: { readonly channel: Channel; readonly place?: string | undefined },
  unitName: string,
): ReceptionFacts {
  return {
    employer: officer.delegation?.employer ?? officer.employer ?? unitName,
    byPostEmployee: isDelegated(officer),
    channel: intake.channel,
    place: intake.place ?? unitName,
  };
}
