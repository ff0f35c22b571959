import type { CalendarRows } from './calendar-rows';
import type { Channel } from './channel';
import type { InternalStep } from './internal-step';
import type { PauseRule } from './pause-rule';
import type { Procedure, ProcedureCase } from './procedure';
import type { TimeLimit } from './procedure-limit';
import type { RuleSet } from './rule-set';
import type { Posting } from './appointment';
import type { LimitRules } from './time-limit';
import type { Unit } from './unit';
import { buildUnitCalendar, type WorkingCalendar } from './working-calendar';

/** Everything the dates of one dossier follow from, apart from what happened to it. */
export interface DeadlineRules extends LimitRules {
  readonly limit: TimeLimit;
  /** Limit counted from the fulfilled obligation; null for procedures of one stage. */
  readonly secondStage: TimeLimit | null;
  /** What stops the limit in this procedure; nothing else does. */
  readonly pauses: readonly PauseRule[];
  readonly early: RuleSet['early'];
  readonly steps: readonly InternalStep[];
  readonly calendar: WorkingCalendar;
}

/** The rows that decide the dates of a dossier: procedure, case, channel and receiving unit. */
export interface DeadlineChoice {
  readonly procedure: Procedure;
  readonly procedureCase: ProcedureCase;
  readonly channel: Channel;
  readonly unit: Unit;
}

/** Pause rules of a procedure: its own, else those of the rule set for its field. */
function findPauses(procedure: Procedure, rules: RuleSet): readonly PauseRule[] {
  const rows = procedure.pauses ?? rules.pauses;
  return rows.filter((row) => row.onlyFields === undefined || row.onlyFields.includes(procedure.field.code));
}

/** Joins catalogue, rule set and unit to the rules of one dossier. */
export function decideDeadlineRules(
  reference: { readonly rules: RuleSet; readonly calendar: CalendarRows },
  choice: DeadlineChoice,
): DeadlineRules {
  const { procedure, procedureCase, channel, unit } = choice;
  return {
    limit: procedureCase.limits[channel],
    secondStage: procedureCase.secondStage ?? null,
    pauses: findPauses(procedure, reference.rules),
    sameDayCutoff: reference.rules.sameDayCutoff,
    dueTime: unit.dueTime ?? reference.rules.dueTime,
    early: reference.rules.early,
    steps: procedureCase.steps ?? [],
    calendar: buildUnitCalendar(reference.calendar, unit),
  };
}

/** Posting that begins with the reception, when the procedure has one. */
export function findPosting(rules: Pick<DeadlineRules, 'pauses'>): Posting | undefined {
  return rules.pauses.find((row): row is Posting => row.kind === 'publicPosting' && row.starts === 'DossierReceived');
}
