import type { Instant } from '../../../shared/base/time';
import { checkDelegation } from '../../../shared/domain/delegation';
import type { Officer } from '../../../shared/domain/officer';
import type { Procedure } from '../../../shared/domain/procedure';
import { describeNotAllowed } from '../../../shared/text/domain-sentences';
import type { IntakeDraft } from './intake-draft';
import type { IntakeFee } from './intake-money';
import type { FieldProblem } from './person-form';

const SUMMARY_MAX = 1000;
const ADDRESS_MAX = 500;
const PAPER_NAME_MAX = 400;

function findTooLong(field: string, text: string, max: number): FieldProblem[] {
  const { length } = text.trim();
  return length <= max ? [] : [{ field, message: { key: 'intake.problem.textTooLong', values: { length, max } } }];
}

function findPaperProblems(draft: IntakeDraft): FieldProblem[] {
  return draft.papers
    .filter((row) => row.isExtra)
    .flatMap(({ paperId, name }) => {
      const field = `papers.${paperId}.name`;
      if (name.trim() === '') return [{ field, message: { key: 'intake.problem.paperName' as const } }];
      return findTooLong(field, name, PAPER_NAME_MAX);
    });
}

/** What is wrong in papers, summary and return address. */
export function findTextProblems(draft: IntakeDraft): FieldProblem[] {
  return [
    ...findPaperProblems(draft),
    ...(draft.returnMethod === 'post' ? findTooLong('returnAddress', draft.returnAddress, ADDRESS_MAX) : []),
    ...findTooLong('summary', draft.summary, SUMMARY_MAX),
  ];
}

/** The fee hangs on a count that was not typed: a made-up one would be taken from the citizen. */
export function findCountProblems({ uncounted }: Pick<IntakeFee, 'uncounted'>): FieldProblem[] {
  return uncounted.map((quantity) => ({
    field: `quantities.${quantity}`,
    message: { key: `intake.problem.${quantity}` },
  }));
}

/** No procedure is chosen: nothing typed, or typed and not taken from the list. */
export function findChoiceProblem(draft: IntakeDraft, procedure: Procedure | undefined): FieldProblem[] {
  if (procedure) return [];
  const key = draft.procedureText.trim() === '' ? 'intake.problem.procedure' : 'intake.problem.procedureUnpicked';
  return [{ field: 'procedure', message: { key } }];
}

/** The delegation does not cover this reception. */
export function findDelegationProblem(act: {
  readonly officer: Officer;
  readonly unitId: string;
  readonly procedureCode: string | null;
  readonly at: Instant;
  readonly happenedAt: Instant;
}): FieldProblem[] {
  // Who may not issue Form 01 consigns instead: that is the act the delegation is asked about.
  const kind = act.officer.delegation?.mayIssueReceipt === false ? 'CollectedByPost' : 'DossierReceived';
  const checked = checkDelegation({ ...act, kind });
  return checked.ok ? [] : [{ field: 'procedure', message: describeNotAllowed(checked.error) }];
}
