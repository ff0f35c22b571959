import { err, ok, type Result } from '../base/result';
import { toLocalDay, type Instant } from '../base/time';
import type { NotAllowedReason } from './not-allowed';
import type { Officer } from './officer';

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
}

type DelegationReason = Extract<NotAllowedReason, { kind: 'delegation' }>;

function refuse(why: DelegationReason['why']): Result<null, DelegationReason> {
  return err({ kind: 'delegation', why });
}

/**
 * Whether a postal employee's delegation covers an act; other roles need none. The legal day must not lie before the
 * first day, the day of typing not after the last one: the server quarantines what comes after the end, so the app
 * must refuse it, even as a back entry.
 */
export function checkDelegation(act: DelegatedAct): Result<null, DelegationReason> {
  if (act.officer.role !== 'postalOfficer') return ok(null);
  const { delegation } = act.officer;
  if (!delegation) return refuse('missing');
  if (act.unitId !== null && act.unitId !== delegation.unitId) return refuse('missing');
  if (toLocalDay(act.happenedAt) < delegation.validFrom) return refuse('notStarted');
  if (toLocalDay(act.at) > delegation.validTo) return refuse('ended');
  const covered =
    delegation.procedures.length === 0 ||
    act.procedureCode === null ||
    delegation.procedures.includes(act.procedureCode);
  if (!covered) return refuse('procedure');
  if (act.kind === 'FeeCollected' && !delegation.mayCollectFees) return refuse('fees');
  return ok(null);
}
