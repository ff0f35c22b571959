import type { ReactNode } from 'react';
import { ApplicantFields } from './ApplicantFields';
import { CaseFields } from './CaseFields';
import { useProblemOf } from './FieldSlot';
import type { IntakeDraft } from './intake-draft';
import type { Desk } from './intake-flow';
import type { IntakeSurroundings, IntakeView } from './intake-form';
import { IntakeNotices } from './IntakeNotices';
import { MoreFields } from './MoreFields';
import { PapersTable } from './PapersTable';
import { PersonLine } from './PersonLine';
import { ProcedureField } from './ProcedureField';

interface TypingViewProps {
  readonly draft: IntakeDraft;
  readonly view: IntakeView;
  readonly around: IntakeSurroundings;
  readonly desk: Desk;
}

/** The one screen of an intake, from the person down; fee, date and warnings stand below it, always in view. */
export function TypingView({ draft, view, around, desk }: TypingViewProps): ReactNode {
  const problemOf = useProblemOf(view);
  return (
    <>
      <IntakeNotices around={around} unitName={view.receivingUnit.name} />
      <PersonLine draft={draft} view={view} problemOf={problemOf} desk={desk} addresses={around.addresses} />
      <div className="intake-choice">
        <ProcedureField draft={draft} view={view} around={around} problem={problemOf('procedure')} />
        <ApplicantFields draft={draft} problemOf={problemOf} desk={desk} />
      </div>
      <CaseFields draft={draft} view={view} problemOf={problemOf} />
      <PapersTable draft={draft} view={view} problemOf={problemOf} />
      <MoreFields draft={draft} isFree={(view.fee?.gross ?? 0) === 0} problemOf={problemOf} />
    </>
  );
}
