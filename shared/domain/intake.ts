import type { z } from 'zod';
import { err, ok, type Result } from '../base/result';
import { toLocalDay, type Instant, type LocalDay } from '../base/time';
import type { frozenVersionsSchema, Intake } from './actions/intake-payload';
import { decideAppointment } from './appointment';
import { decideDeadlineRules, findPosting } from './deadline-rules';
import type { Appointment } from './appointment-schema';
import type { FormSet } from './form-set';
import type { Procedure, ProcedureCase } from './procedure';
import type { Reference } from './reference-package';

export { checkIntake, type IntakeWarning } from './intake-warnings';

/** First day of the forms of TT 03/2025/TT-VPCP, together with NĐ 118/2025/NĐ-CP. */
const NEW_FORMS_FROM: LocalDay = '2025-07-01';

/** The part of an intake that fixes dates and rules; known long before the rest is typed. */
export type IntakeChoice = Pick<Intake, 'procedureCode' | 'caseId' | 'channel'>;

/** What follows from procedure, case, channel and legal time of reception. */
export interface IntakeDecision {
  readonly procedure: Procedure;
  readonly procedureCase: ProcedureCase;
  readonly appointment: Appointment;
  /** Frozen in the dossier. */
  readonly versions: z.infer<typeof frozenVersionsSchema>;
}

/** Why a dossier cannot be received under the rules at hand. */
export type IntakeRefusal =
  | { readonly kind: 'unknownProcedure'; readonly code: string }
  | { readonly kind: 'unknownCase'; readonly code: string; readonly caseId: string }
  | { readonly kind: 'unknownUnit'; readonly unitId: string };

/** Form set by the day of reception. */
export function decideFormSet(day: LocalDay): FormSet {
  return day >= NEW_FORMS_FROM ? 'TT03-2025' : 'TT01-2018';
}

/**
 * Decides appointment and frozen versions of a reception at `at` (legal time). The page previews with it and the door
 * stamps with it: the same input gives the same promise. `reference` must be that of the day of `at`; `unitId` is the
 * receiving unit, whose working time runs the limit.
 */
export function decideIntake(input: {
  readonly intake: IntakeChoice;
  readonly at: Instant;
  readonly reference: Reference;
  readonly unitId: string;
}): Result<IntakeDecision, IntakeRefusal> {
  const { intake, at, reference, unitId } = input;
  const procedure = reference.procedures.get(intake.procedureCode);
  if (!procedure) return err({ kind: 'unknownProcedure', code: intake.procedureCode });
  const procedureCase = procedure.cases.find((item) => item.id === intake.caseId);
  if (!procedureCase) return err({ kind: 'unknownCase', code: procedure.code, caseId: intake.caseId });
  const unit = reference.units.get(unitId);
  if (!unit) return err({ kind: 'unknownUnit', unitId });
  const rules = decideDeadlineRules(reference, { procedure, procedureCase, channel: intake.channel, unit });
  const { limit, calendar } = rules;
  return ok({
    procedure,
    procedureCase,
    appointment: decideAppointment({ limit, receivedAt: at, calendar, rules, posting: findPosting(rules) }),
    versions: { ...reference.versions, formSet: decideFormSet(toLocalDay(at)) },
  });
}
