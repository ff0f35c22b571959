import { toLocalDay, type Instant, type LocalDay } from '../base/time';
import type { Intake } from './actions/intake-payload';
import { decideFees, sumFees } from './fees';
import { extraPapers, listPapers, missingPapers, type Circumstances } from './paper-checklist';
import { checkPerson, type PersonWarning } from './person-checks';
import type { Procedure, ProcedureCase } from './procedure';
import type { Reference } from './reference-package';
import { buildUnitCalendar, isOpen } from './working-calendar';

/** Something to look at before receiving. Warnings never block. Amounts in đồng; `party` is the index in `parties`. */
export type IntakeWarning =
  | { readonly kind: 'noApplicant' }
  | { readonly kind: 'identityMissing'; readonly party: number }
  | { readonly kind: 'person'; readonly party: number; readonly warning: PersonWarning }
  | { readonly kind: 'missingPaper'; readonly paperId: string; readonly name: string }
  | { readonly kind: 'extraPaper'; readonly name: string }
  | { readonly kind: 'notDigitised'; readonly paperId: string; readonly name: string }
  | { readonly kind: 'quantityMissing'; readonly quantity: 'pages' | 'copies' }
  | { readonly kind: 'feeDiffers'; readonly expected: number; readonly entered: number }
  | { readonly kind: 'returnAddressMissing' }
  | { readonly kind: 'outsideOpeningHours' };

function checkParties(intake: Intake, procedure: Procedure, now: Instant): IntakeWarning[] {
  const today = toLocalDay(now);
  const warnings: IntakeWarning[] = [];
  if (!intake.parties.some((party) => party.role === 'applicant')) warnings.push({ kind: 'noApplicant' });
  // A newborn has no number yet and a submitter signs for it, so only a person who could have one is asked.
  intake.parties.forEach(({ person }, party) => {
    const mayLack = person.identity.kind === 'none' && person.identity.reason === 'newborn';
    if (procedure.identityRequired && person.identity.kind === 'none' && !mayLack) {
      warnings.push({ kind: 'identityMissing', party });
    }
    warnings.push(...checkPerson(person, today).map((warning) => ({ kind: 'person' as const, party, warning })));
  });
  return warnings;
}

/** What decides which papers are on the list of this intake. `reused`: papers taken over, of which nothing is asked. */
function circumstancesOf(intake: Intake, day: LocalDay, reused: ReadonlySet<string>): Circumstances {
  return { day, answers: intake.answers ?? {}, reused };
}

function checkPapers(intake: Intake, procedureCase: ProcedureCase, circumstances: Circumstances): IntakeWarning[] {
  const missing = missingPapers(procedureCase, intake.papers, circumstances);
  const scanned = new Set(intake.pages.filter((item) => item.pages.length > 0).map((item) => item.paperId));
  const unscanned = listPapers(procedureCase, circumstances)
    .map(({ paper }) => paper)
    .filter(
      (paper) =>
        paper.digitise.duty === 'required' &&
        !scanned.has(paper.id) &&
        !missing.includes(paper) &&
        intake.papers.some((received) => received.paperId === paper.id),
    );
  return [
    ...missing.map((paper) => ({ kind: 'missingPaper' as const, paperId: paper.id, name: paper.name })),
    ...extraPapers(procedureCase, intake.papers, circumstances).map((paper) => ({
      kind: 'extraPaper' as const,
      name: paper.name,
    })),
    ...unscanned.map((paper) => ({ kind: 'notDigitised' as const, paperId: paper.id, name: paper.name })),
  ];
}

function checkMoney(intake: Intake, procedure: Procedure, procedureCase: ProcedureCase): IntakeWarning[] {
  const warnings: IntakeWarning[] = procedure.quantities
    .filter((quantity) => intake.quantities[quantity] === undefined)
    .map((quantity) => ({ kind: 'quantityMissing', quantity }));
  const gross = sumFees(decideFees(procedureCase.fees[intake.channel], intake.quantities), 'stateFee');
  const expected = gross - (intake.feeWaiver?.amount ?? 0);
  const entered = sumFees(intake.fees, 'stateFee');
  if (warnings.length === 0 && expected !== entered) warnings.push({ kind: 'feeDiffers', expected, entered });
  return warnings;
}

function checkPlace(intake: Intake, reference: Reference, now: Instant): IntakeWarning[] {
  const warnings: IntakeWarning[] = [];
  const unit = reference.units.get(intake.receivingUnitId);
  if (unit && !isOpen(buildUnitCalendar(reference.calendar, unit), now)) {
    warnings.push({ kind: 'outsideOpeningHours' });
  }
  if (intake.returnMethod === 'post' && (intake.returnAddress ?? '').trim() === '') {
    warnings.push({ kind: 'returnAddressMissing' });
  }
  return warnings;
}

/**
 * Everything worth a look in an intake received at `at` (legal time), in the order of the screen: people, papers, money,
 * return. Which papers are owed follows from the day and the answers; `reused` papers are not owed. Empty for an unknown
 * procedure or case: `decideIntake` refuses those.
 */
export function checkIntake(
  intake: Intake,
  reference: Reference,
  { at: now, reused = new Set() }: { readonly at: Instant; readonly reused?: ReadonlySet<string> },
): IntakeWarning[] {
  const procedure = reference.procedures.get(intake.procedureCode);
  const procedureCase = procedure?.cases.find((item) => item.id === intake.caseId);
  if (!procedure || !procedureCase) return [];
  return [
    ...checkParties(intake, procedure, now),
    ...checkPapers(intake, procedureCase, circumstancesOf(intake, toLocalDay(now), reused)),
    ...checkMoney(intake, procedure, procedureCase),
    ...checkPlace(intake, reference, now),
  ];
}
