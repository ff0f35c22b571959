import { parseAgencyId } from './agency-id';
import type { DossierState } from './dossier-shape';
import { decideFees } from './fees';
import { decideCoverage } from './paper-coverage';
import type { ChecklistRow } from './paper-checklist';
import type { Procedure, ProcedureCase } from './procedure';

/** What the service index (QĐ 766/QĐ-TTg) is computed from at reception (domain notes §1.2). */
export type ReadinessCheck = 'channel' | 'identity' | 'scans' | 'fees' | 'due' | 'agency';

/** One check. `notApplicable`: the procedure or its rule asks for nothing here, so it costs no points. */
export interface ReadinessRow {
  readonly check: ReadinessCheck;
  readonly verdict: 'ready' | 'missing' | 'notApplicable';
}

/** Readiness of a dossier for the index. */
export interface Readiness {
  readonly rows: readonly ReadinessRow[];
  /** Nothing is missing. */
  readonly ready: boolean;
}

/** A folded dossier with the rules it was received under. */
export interface ReadinessQuestion {
  readonly state: DossierState;
  readonly procedure: Procedure;
  readonly procedureCase: ProcedureCase;
  readonly checklist: readonly ChecklistRow[];
}

type Verdict = ReadinessRow['verdict'];

function given(isThere: boolean): Verdict {
  return isThere ? 'ready' : 'missing';
}

/** A newborn has no number by law; where the law asks no identity paper its lack costs nothing. */
function checkIdentity({ state, procedure }: ReadinessQuestion): Verdict {
  if (!procedure.identityRequired) return 'notApplicable';
  const owners = state.parties.filter((party) => party.role === 'applicant').map((party) => party.person.identity);
  const asked = owners.filter((identity) => !(identity.kind === 'none' && identity.reason === 'newborn'));
  if (owners.length > 0 && asked.length === 0) return 'notApplicable';
  return given(asked.length > 0 && asked.every((identity) => identity.kind !== 'none'));
}

function checkScans({ state, checklist }: ReadinessQuestion): Verdict {
  const { toCover, covered } = decideCoverage(checklist, state);
  return toCover === 0 ? 'notApplicable' : given(covered === toCover);
}

/** Free by rule or waived with its ground: no fee row is owed. */
function checkFees({ state, procedureCase }: ReadinessQuestion): Verdict {
  const rule = procedureCase.fees[state.channel ?? 'counter'];
  const isFree = decideFees(rule, state.quantities).every((line) => line.amount === 0);
  if (isFree || state.feeWaiver !== null) return 'notApplicable';
  return given(state.fees.some((line) => line.ledger === 'stateFee' && line.amount > 0));
}

function checkDue({ state }: ReadinessQuestion): Verdict {
  if (state.appointment?.limit.unit === 'none') return 'notApplicable';
  return given(state.firstDue !== null);
}

function checkAgency({ state }: ReadinessQuestion): Verdict {
  const isAgency = state.receivingUnitId !== null && parseAgencyId(state.receivingUnitId).ok;
  return given(isAgency && state.handlingUnit.trim() !== '');
}

/** Checks a dossier before its reception screen closes; rows in the order of the screen. */
export function checkReadiness(question: ReadinessQuestion): Readiness {
  const rows: readonly ReadinessRow[] = [
    { check: 'channel', verdict: given(question.state.channel !== null) },
    { check: 'identity', verdict: checkIdentity(question) },
    { check: 'scans', verdict: checkScans(question) },
    { check: 'fees', verdict: checkFees(question) },
    { check: 'due', verdict: checkDue(question) },
    { check: 'agency', verdict: checkAgency(question) },
  ];
  return { rows, ready: rows.every((row) => row.verdict !== 'missing') };
}
