import type { ReactNode } from 'react';
import { toLocalDay } from '../../../shared/base/time';
import { AddressPanel } from './AddressPanel';
import { AskPanel } from './AskPanel';
import { CitizenPanel } from './CitizenPanel';
import { DraftList } from './DraftList';
import { useProblemOf } from './FieldSlot';
import type { IntakeDraft } from './intake-draft';
import { takeCard, type Desk } from './intake-flow';
import type { IntakeSurroundings, IntakeView } from './intake-form';
import { useIntake, type SavedDossier } from './intake.store';
import { MoneyPanel } from './MoneyPanel';
import { PeoplePanel } from './PeoplePanel';
import { QuestionsPanel } from './QuestionsPanel';
import { ReusableList } from './ReusableList';
import { SavedSlip } from './SavedSlip';
import { ScanPanel } from './ScanPanel';
import { findTalkProblems, type TalkMatter } from './talk-form';
import { TalkPanel } from './TalkPanel';
import type { CitizenRecord } from './use-citizen';

interface ContextPanelProps {
  readonly draft: IntakeDraft;
  readonly view: IntakeView;
  readonly around: IntakeSurroundings;
  readonly desk: Desk;
  readonly citizen: CitizenRecord;
  readonly matter: TalkMatter | undefined;
  /** What was just saved; null while something is typed. */
  readonly saved: SavedDossier | null;
}

function Citizen({ draft, view, around, desk, citizen, saved }: ContextPanelProps): ReactNode {
  return (
    <>
      {saved && <SavedSlip saved={saved} around={around} />}
      {!saved && <ReusableList draft={draft} view={view} index={around.index ?? []} now={around.now} />}
      <CitizenPanel citizen={citizen} form={draft.submitter} reference={around.reference} />
      <DraftList desk={desk} now={around.now} />
    </>
  );
}

/** What stands beside the form: the citizen, or the one panel that was asked for. The form itself never moves for it. */
export function ContextPanel(props: ContextPanelProps): ReactNode {
  const { draft, view, around, desk, matter } = props;
  const isScanOpen = useIntake((state) => state.isScanOpen);
  const panel = useIntake((state) => state.panel);
  const problems = panel === 'talk' ? (matter ? findTalkProblems(matter) : []) : view.problems;
  const problemOf = useProblemOf({ problems });
  if (props.saved) return <Citizen {...props} />;
  if (isScanOpen) return <ScanPanel draft={draft} desk={desk} />;
  switch (panel) {
    case 'questions':
      return <QuestionsPanel draft={draft} view={view} now={around.now} />;
    case 'ask':
      return view.checklist ? (
        <AskPanel draft={draft} checklist={view.checklist} problemOf={problemOf} />
      ) : (
        <Citizen {...props} />
      );
    case 'money': {
      const isFree = view.procedureCase?.fees[draft.channel].basis === 'free';
      return <MoneyPanel draft={draft} fee={view.fee} isFree={isFree} problemOf={problemOf} />;
    }
    case 'people':
      return (
        <PeoplePanel
          draft={draft}
          hasSides={view.procedure?.duplicateRule === 'sameParcel'}
          problemOf={problemOf}
          onCard={(text) => void takeCard(text, desk)}
        />
      );
    case 'address':
      return <AddressPanel draft={draft} index={around.addresses} day={toLocalDay(around.now)} />;
    case 'talk':
      return <TalkPanel matter={matter} problemOf={problemOf} />;
    case 'citizen':
      return <Citizen {...props} />;
  }
}
