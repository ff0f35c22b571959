import { type ReactNode, useMemo } from 'react';
import type { Reference } from '../../../shared/domain/reference-package';
import { describeIpcError } from '../../../shared/text/error-sentences';
import type { Message } from '../../../shared/text/message';
import { describeReferenceError } from '../../../shared/text/rule-sentences';
import { getDesktop } from '../../desktop';
import { useReference, type ReferenceState } from '../../records/reference.store';
import { type SessionState, useSession } from '../../session.store';
import { Notice, Page, t, useNow } from '../../ui';
import { CitizenPanel } from './CitizenPanel';
import { DraftList } from './DraftList';
import type { IntakeDraft } from './intake-draft';
import type { Desk } from './intake-flow';
import { deriveIntake, type IntakeSurroundings, type IntakeView } from './intake-form';
import { SavedActions, TypingActions } from './IntakeActions';
import { useIntake } from './intake.store';
import { LeftPrints } from './LeftPrints';
import { chooseBest } from './ProcedureField';
import { printSaved } from './print-flow';
import { receiveAndPrint } from './receive-flow';
import { SavedView } from './SavedView';
import { ScanPanel } from './ScanPanel';
import { TypingView } from './TypingView';
import { useCitizen } from './use-citizen';
import { useArrivals, useDesk, useDrafts } from './use-desk';
import { useFieldKeys } from './use-field-keys';
import './intake.css';

function describeNoRules(problem: NonNullable<ReferenceState['problem']>): Message {
  return problem.kind === 'missingPackage' || problem.kind === 'noWorkingTime'
    ? describeReferenceError(problem)
    : describeIpcError(problem);
}

interface ShownIntakeProps {
  readonly draft: IntakeDraft;
  readonly view: IntakeView;
  readonly around: IntakeSurroundings;
  readonly desk: Desk;
}

/** The screen once there is a draft: typing it, or what became of it. */
function ShownIntake({ draft, view, around, desk }: ShownIntakeProps): ReactNode {
  const stage = useIntake((state) => state.stage);
  const saved = useIntake((state) => state.saved);
  const isScanOpen = useIntake((state) => state.isScanOpen);
  const isPersonOpen = useIntake((state) => state.isPersonOpen);
  const isMoreOpen = useIntake((state) => state.isMoreOpen);
  const practice = useSession((session) => session.practice);
  const citizen = useCitizen(draft.submitter, saved?.dossierId ?? '');
  const isTyping = stage !== 'saved' || saved === null;
  const order = isTyping ? { draft, procedure: view.procedure, isPersonOpen, isMoreOpen } : undefined;
  const keys = useFieldKeys(order, () => chooseBest(draft, around));
  const { rootRef, ...handlers } = keys;
  const desktop = { desktop: getDesktop(), practice, now: desk.now };
  const receive = (): void => {
    // The promise is decided at the instant of the key, not at the last tick of the screen's clock.
    const current = { ...around, now: desk.now() };
    void receiveAndPrint(deriveIntake(draft, current), current, desktop);
  };
  const context =
    isTyping && isScanOpen ? (
      <ScanPanel draft={draft} desk={desk} />
    ) : (
      <>
        <CitizenPanel citizen={citizen} form={draft.submitter} reference={around.reference} />
        <DraftList desk={desk} now={around.now} />
      </>
    );
  return (
    <div className="intake" ref={rootRef} {...handlers}>
      <Page
        context={<div className="stack">{context}</div>}
        contextLabel={t(isTyping && isScanOpen ? 'intake.scan.title' : 'intake.citizen.panel')}
        actions={
          isTyping ? (
            <TypingActions
              draft={draft}
              view={view}
              now={around.now}
              citizen={citizen}
              desk={desk}
              onReceive={receive}
            />
          ) : (
            <SavedActions saved={saved} desk={desk} />
          )
        }
      >
        <LeftPrints />
        {isTyping ? (
          <TypingView draft={draft} view={view} around={around} desk={desk} />
        ) : (
          <SavedView
            saved={saved}
            reference={around.reference}
            onPrint={(wish) => void printSaved(around, desktop, wish)}
          />
        )}
      </Page>
    </div>
  );
}

interface IntakeScreenProps {
  readonly officer: NonNullable<SessionState['officer']>;
  readonly unit: NonNullable<SessionState['unit']>;
  readonly counterId: string;
  readonly reference: Reference;
}

const CLOCK_MS = 5_000;

function IntakeScreen({ officer, unit, counterId, reference }: IntakeScreenProps): ReactNode {
  const desk = useDesk(counterId, officer);
  useDrafts(desk);
  useArrivals(desk);
  const now = useNow(CLOCK_MS);
  const isOwn = useIntake((state) => state.holder?.officerId === officer.officerId);
  const draft = useIntake((state) => state.draft);
  const around = useMemo(() => ({ reference, officer, unit, now }), [reference, officer, unit, now]);
  const view = useMemo(() => (draft === null ? undefined : deriveIntake(draft, around)), [draft, around]);
  if (!isOwn || draft === null || view === undefined) return null;
  return <ShownIntake draft={draft} view={view} around={around} desk={desk} />;
}

/** Tiếp nhận: one screen from the citizen's card to the printed slip. */
export function IntakePage(): ReactNode {
  const { officer, unit, counter } = useSession();
  const { reference, problem } = useReference();
  if (officer === null || unit === null || counter === null) return null;
  if (reference === null) {
    return (
      <Page>
        <Notice tone="warn">{t(problem ? describeNoRules(problem) : { key: 'intake.loadingRules' })}</Notice>
      </Page>
    );
  }
  return <IntakeScreen officer={officer} unit={unit} counterId={counter.id} reference={reference} />;
}
