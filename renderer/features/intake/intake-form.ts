import { toLocalDay, type Instant } from '../../../shared/base/time';
import type { Intake } from '../../../shared/domain/actions/intake-payload';
import type { Appointment } from '../../../shared/domain/appointment-schema';
import { warnDelegationEnd } from '../../../shared/domain/delegation';
import { checkIntake, decideIntake } from '../../../shared/domain/intake';
import type { AddressIndex } from '../../../shared/domain/address-index';
import type { Officer } from '../../../shared/domain/officer';
import type { IndexedPaper } from '../../../shared/domain/paper-index';
import { checkParties } from '../../../shared/domain/parties';
import type { Procedure, ProcedureCase } from '../../../shared/domain/procedure';
import type { Reference } from '../../../shared/domain/reference-package';
import type { Unit } from '../../../shared/domain/unit';
import { buildUnitCalendar } from '../../../shared/domain/working-calendar';
import { delegationEndText } from '../../../shared/text/counter-duty-sentences';
import type { Message } from '../../../shared/text/message';
import { describePartyWarning } from '../../../shared/text/people-sentences';
import { describeIntakeRefusal, describeIntakeWarning } from '../../../shared/text/rule-sentences';
import { readLegalTime, type LegalTime } from './back-entry';
import { buildIntake } from './build-intake';
import { deriveChecklist, findAskProblems, type Checklist } from './checklist';
import { pagesOf } from './paper-rows';
import { findChoiceProblem, findCountProblems, findDelegationProblem, findTextProblems } from './form-problems';
import { UNASSIGNED, type IntakeDraft } from './intake-draft';
import { decideIntakeFee, type IntakeFee } from './intake-money';
import { readParties } from './intake-parties';
import type { FieldProblem } from './person-form';

/** What an intake is judged by besides its draft. */
export interface IntakeSurroundings {
  readonly reference: Reference;
  readonly officer: Officer;
  /** The unit of this PC; a delegated officer receives for the unit of the delegation. */
  readonly unit: Unit;
  readonly now: Instant;
  /** What earlier dossiers of the people of this one hold; empty while nobody was looked up. */
  readonly index?: readonly IndexedPaper[];
  /** Old and new administrative units, when this PC has them. */
  readonly addresses?: AddressIndex | undefined;
}

/** What follows from the chosen procedure; all absent while none is chosen. */
interface ChosenView {
  readonly appointment: Appointment | undefined;
  readonly fee: IntakeFee | undefined;
  readonly problems: readonly FieldProblem[];
  readonly warnings: readonly Message[];
  readonly checklist: Checklist | undefined;
  /** Papers that must be digitised and are not yet; normal at this point, so no warning. */
  readonly unscanned: number;
  /** What would be proposed; `undefined` while there are problems. */
  readonly intake: Intake | undefined;
  /** The same as far as it can be read: what is held against earlier dossiers while it is still typed. */
  readonly typed: Intake | undefined;
}

/** Everything the screen shows of a draft. `problems` keep it from being received, in screen order; `warnings` never do. */
export interface IntakeView extends ChosenView {
  readonly receivingUnit: Unit;
  readonly procedure: Procedure | undefined;
  readonly procedureCase: ProcedureCase | undefined;
  readonly legalTime: LegalTime | undefined;
  /** The delegation allows a consignment slip only: the limit begins when the centre gets the bag. */
  readonly isConsignment: boolean;
}

const nothingChosen = {
  appointment: undefined,
  fee: undefined,
  checklist: undefined,
  unscanned: 0,
  intake: undefined,
  typed: undefined,
} as const;

/** Unit in whose name the officer receives. */
export function findReceivingUnit({ reference, officer, unit }: Omit<IntakeSurroundings, 'now'>): Unit {
  return reference.units.get(officer.delegation?.unitId ?? unit.id) ?? unit;
}

/** Whether the officer may receive this procedure at all: the delegation of postal staff names theirs. */
export function isCovered(officer: Officer, procedureCode: string): boolean {
  const covered = officer.delegation?.procedures ?? [];
  return officer.role !== 'postalOfficer' || covered.length === 0 || covered.includes(procedureCode);
}

/** Postal staff who may not issue Form 01 take papers in on a consignment slip. */
export function isConsignment({ delegation }: Officer): boolean {
  return delegation?.mayIssueReceipt === false;
}

/** A delegation that ends soon is said ten working days ahead, so that the contract can be renewed in time. */
function warnOfDelegation({ officer, reference, now }: IntakeSurroundings, unit: Unit): Message[] {
  const { delegation } = officer;
  if (officer.role !== 'postalOfficer' || !delegation) return [];
  const warning = warnDelegationEnd(delegation, toLocalDay(now), buildUnitCalendar(reference.calendar, unit));
  return warning === null ? [] : [delegationEndText(warning)];
}

function warnOfLoosePages(draft: IntakeDraft): Message[] {
  const count = pagesOf(draft, UNASSIGNED).length;
  return count === 0 ? [] : [{ key: 'intake.warning.unassignedPages', values: { count } }];
}

function judge(
  intake: Intake,
  { reference, at, checklist }: { readonly reference: Reference; readonly at: Instant; readonly checklist: Checklist },
): Pick<ChosenView, 'warnings' | 'unscanned'> {
  const reused = new Set(checklist.reuses.map(({ paper }) => paper.paperId));
  const found = checkIntake(intake, reference, { at, reused });
  // A missing applicant is a problem beside its field already; papers without a scan are the normal state before one.
  const told = found.filter(
    ({ kind }) => kind !== 'noApplicant' && kind !== 'notDigitised' && kind !== 'quantityMissing',
  );
  const unscanned = found.filter(({ kind }) => kind === 'notDigitised').length;
  const people = checkParties(intake.parties).map((warning) => describePartyWarning(warning, intake.parties));
  return { warnings: [...told.map(describeIntakeWarning), ...people], unscanned };
}

interface Chosen {
  readonly procedure: Procedure;
  readonly procedureCase: ProcedureCase;
  readonly receivingUnit: Unit;
  readonly at: Instant;
}

function deriveChosen(draft: IntakeDraft, chosen: Chosen, around: IntakeSurroundings): ChosenView {
  const { procedure, procedureCase, receivingUnit, at } = chosen;
  const { reference, officer, now } = around;
  const { parties, problems } = readParties(draft, procedure.identityRequired);
  const choice = { procedureCode: procedure.code, caseId: procedureCase.id, channel: draft.channel };
  const decided = decideIntake({ intake: choice, at, reference, unitId: receivingUnit.id });
  const fee = decideIntakeFee(draft, { procedure, procedureCase }, officer);
  const intake = buildIntake(draft, { procedure, procedureCase, parties, fee, receivingUnit });
  const act = { officer, unitId: receivingUnit.id, procedureCode: procedure.code, at: now, happenedAt: at };
  const appointment = decided.ok ? decided.value.appointment : undefined;
  const checklist = deriveChecklist(draft, {
    ...{ procedure, procedureCase, parties, papers: intake.papers },
    ...{ day: toLocalDay(at), index: around.index ?? [] },
  });
  const { warnings, unscanned } = judge(intake, { reference, at, checklist });
  return {
    appointment,
    fee,
    checklist,
    unscanned,
    intake,
    typed: intake,
    warnings: appointment?.provisional ? [...warnings, { key: 'intake.warning.calendarProvisional' }] : warnings,
    problems: [
      ...problems,
      ...findDelegationProblem(act),
      ...(decided.ok ? [] : [{ field: 'procedure', message: describeIntakeRefusal(decided.error) }]),
      ...findCountProblems(fee),
      ...(fee.waiverFault === null ? [] : [{ field: 'panel.waiver', message: fee.waiverFault }]),
    ],
  };
}

/** Derives the screen from draft, rules, officer and time, without any I/O. The door decides with the same rules. */
export function deriveIntake(draft: IntakeDraft, around: IntakeSurroundings): IntakeView {
  const receivingUnit = findReceivingUnit(around);
  const procedure = around.reference.procedures.get(draft.procedureCode ?? '');
  const procedureCase = procedure?.cases.find((item) => item.id === draft.caseId) ?? procedure?.cases[0];
  const time = readLegalTime(draft, around);
  const at = time.ok ? time.value.at : around.now;
  const chosen: ChosenView =
    procedure && procedureCase
      ? deriveChosen(draft, { procedure, procedureCase, receivingUnit, at }, around)
      : { ...nothingChosen, warnings: [], problems: readParties(draft, true).problems };
  const problems = [
    ...chosen.problems,
    ...findChoiceProblem(draft, procedure),
    ...findTextProblems(draft),
    ...(chosen.checklist ? findAskProblems(chosen.checklist, draft.papers) : []),
    ...(time.ok ? [] : time.error),
  ];
  return {
    ...chosen,
    receivingUnit,
    procedure,
    procedureCase,
    legalTime: time.ok ? time.value : undefined,
    isConsignment: isConsignment(around.officer),
    problems,
    warnings: [...chosen.warnings, ...warnOfLoosePages(draft), ...warnOfDelegation(around, receivingUnit)],
    intake: problems.length === 0 ? chosen.intake : undefined,
  };
}
