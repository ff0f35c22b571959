import type { ReactNode } from 'react';
import type { TextKey } from '../../../shared/text/message';
import { t } from '../../ui';
import type { IntakeView } from './intake-form';
import { useIntake } from './intake.store';

/** Marks the place of one field: Enter, Esc, the restored caret and "go to what is wrong" find it by its name. */
export function FieldSlot({
  field,
  className = '',
  children,
}: {
  readonly field: string;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={`intake-slot ${className}`} data-field={field}>
      {children}
    </div>
  );
}

/** Nothing was typed yet: said only when receiving was asked for, never while somebody works their way down. */
const emptiness: ReadonlySet<string> = new Set<TextKey>([
  'intake.problem.nameEmpty',
  'intake.problem.numberEmpty',
  'intake.problem.procedure',
  'intake.problem.paperName',
  'intakeRules.ask.atHand',
  'intakeRules.ask.lookup',
  'intakeRules.ask.outsideList',
  'intakeRules.talk.empty',
  'intakeRules.talk.nothingAsked',
  'intakeRules.waiver.groundMissing',
  'intakeRules.waiver.proofMissing',
]);

/** What is wrong in a field, once it may be said: after the field was left, or when receiving was asked for. */
export function useProblemOf(view: Pick<IntakeView, 'problems'>): (field: string) => string | undefined {
  const left = useIntake((state) => state.left);
  const wasAsked = useIntake((state) => state.wasAsked);
  return (field) => {
    const problem = view.problems.find((found) => found.field === field);
    if (!problem) return undefined;
    const maySay = wasAsked || (left.has(field) && !emptiness.has(problem.message.key));
    return maySay ? t(problem.message) : undefined;
  };
}
