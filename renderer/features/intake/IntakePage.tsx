import { type ReactNode, useMemo } from 'react';
import { buildAddressIndex } from '../../../shared/domain/address-index';
import type { AddressIndex } from '../../../shared/domain/address-index';
import type { IndexedPaper } from '../../../shared/domain/paper-index';
import type { Reference } from '../../../shared/domain/reference-package';
import { describeIpcError } from '../../../shared/text/error-sentences';
import type { Message, TextKey } from '../../../shared/text/message';
import { describeReferenceError } from '../../../shared/text/rule-sentences';
import { getDesktop } from '../../desktop';
import { useReference, type ReferenceState } from '../../records/reference.store';
import { type SessionState, useSession } from '../../session.store';
import { Notice, Page, t, useNow } from '../../ui';
import { ContextPanel } from './ContextPanel';
import type { IntakeDraft } from './intake-draft';
import type { Desk } from './intake-flow';
import { deriveIntake, type IntakeSurroundings, type IntakeView } from './intake-form';
import { SavedActions, TypingActions } from './IntakeActions';
import { useIntake, type Panel } from './intake.store';
import { LeftPrints } from './LeftPrints';
import { chooseBest } from './ProcedureField';
import { printSaved } from './print-flow';
import { receiveAndPrint } from './receive-flow';
import { SavedView } from './SavedView';
import { TypingView } from './TypingView';
import { endTalk, readMatter } from './talk-flow';
import { findTalkProblems, isProposalOnly, type TalkMatter } from './talk-form';
import { useCitizen, type CitizenRecord } from './use-citizen';
import { useArrivals, useDesk, useDrafts } from './use-desk';
import { useFieldKeys } from './use-field-keys';
import './intake.css';

function describeNoRules(problem: NonNullable<ReferenceState['problem']>): Message {
  return problem.kind === 'missingPackage' || problem.kind === 'noWorkingTime'
    ? describeReferenceError(problem)
    : describeIpcError(problem);
}

const panelTitles: Readonly<Record<Panel, TextKey>> = {
  citizen: 'intake.citizen.panel',
  questions: 'intakeRules.questions.title',
  ask: 'intakeRules.ask.title',
  money: 'intakeRules.money.title',
  people: 'intakeRules.people.title',
  address: 'intakeRules.address.title',
  talk: 'intakeRules.talk.title',
};

interface ShownIntakeProps {
  readonly draft: IntakeDraft;
  readonly view: IntakeView;
  readonly around: IntakeSurroundings;
  readonly desk: Desk;
  readonly citizen: CitizenRecord;
  readonly counter: NonNullable<SessionState['counter']>;
}

/** The screen once there is a draft: typing it, or what became of it. */
function ShownIntake({ draft, view, around, desk, citizen, counter }: ShownIntakeProps): ReactNode {
  const stage = useIntake((state) => state.stage);
  const saved = useIntake((state) => state.saved);
  const isScanOpen = useIntake((state) => state.isScanOpen);
  const isPersonOpen = useIntake((state) => state.isPersonOpen);
  const isMoreOpen = useIntake((state) => state.isMoreOpen);
  const practice = useSession((session) => session.practice);
  const isTyping = stage !== 'saved' || saved === null;
  const order = isTyping ? { draft, procedure: view.procedure, isPersonOpen, isMoreOpen } : undefined;
  const keys = useFieldKeys(order, () => chooseBest(draft, around));
  const { rootRef, ...handlers } = keys;
  const desktop = { desktop: getDesktop(), practice, counter, now: desk.now };
  const panel = useIntake((state) => state.panel);
  const matter = isTyping && panel === 'talk' && !isScanOpen ? readMatter(draft, view, around) : undefined;
  const talk = matter && {
    text: nameTalk(matter),
    problems: findTalkProblems(matter).length,
    onEnd: () => void endTalk({ ...matter, now: desk.now() }, desk),
  };
  const receive = (): void => {
    // The promise is decided at the instant of the key, not at the last tick of the screen's clock.
    const current = { ...around, now: desk.now() };
    void receiveAndPrint(deriveIntake(draft, current), current, desktop);
  };
  const context = <ContextPanel {...{ draft, view, around, desk, citizen, matter }} saved={isTyping ? null : saved} />;
  return (
    <div className="intake" ref={rootRef} {...handlers}>
      <Page
        context={<div className="stack">{context}</div>}
        contextLabel={t(isTyping ? (isScanOpen ? 'intake.scan.title' : panelTitles[panel]) : 'intake.citizen.panel')}
        actions={
          isTyping ? (
            <TypingActions
              draft={draft}
              view={view}
              around={around}
              talk={talk}
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

/** What the key that records a talk says. */
function nameTalk(matter: TalkMatter): string {
  if (matter.draft.talk?.kind !== 'refusal') return t('intakeRules.talk.recordGuidance');
  return t(isProposalOnly(matter.officer) ? 'intakeRules.talk.recordProposal' : 'intakeRules.talk.recordRefusal');
}

interface IntakeScreenProps {
  readonly officer: NonNullable<SessionState['officer']>;
  readonly unit: NonNullable<SessionState['unit']>;
  readonly counter: NonNullable<SessionState['counter']>;
  readonly reference: Reference;
}

const CLOCK_MS = 5_000;

/** Old and new administrative units of this PC; prepared once, for every keystroke. */
function useAddresses(): AddressIndex | undefined {
  const packages = useReference((known) => known.packages);
  return useMemo(() => {
    const pack = packages.find((one) => one.kind === 'addresses');
    return pack?.kind === 'addresses' ? buildAddressIndex(pack.rows) : undefined;
  }, [packages]);
}

const nothingHeld: readonly IndexedPaper[] = [];

function indexOf(citizen: CitizenRecord): readonly IndexedPaper[] {
  return citizen.state === 'known' ? citizen.index : nothingHeld;
}

function IntakeScreen({ officer, unit, counter, reference }: IntakeScreenProps): ReactNode {
  const desk = useDesk(counter.id, officer);
  useDrafts(desk);
  useArrivals(desk);
  const now = useNow(CLOCK_MS);
  const isOwn = useIntake((state) => state.holder?.officerId === officer.officerId);
  const draft = useIntake((state) => state.draft);
  const again = useIntake((state) => state.saved?.dossierId ?? '');
  const citizen = useCitizen(draft?.submitter, again);
  const owner = useCitizen(draft?.applicantIs === 'other' ? draft.applicant : undefined, again);
  const [ofSubmitter, ofOwner] = [indexOf(citizen), indexOf(owner)];
  const addresses = useAddresses();
  const around = useMemo(
    () => ({ reference, officer, unit, now, addresses, index: [...ofSubmitter, ...ofOwner] }),
    [reference, officer, unit, now, addresses, ofSubmitter, ofOwner],
  );
  const view = useMemo(() => (draft === null ? undefined : deriveIntake(draft, around)), [draft, around]);
  if (!isOwn || draft === null || view === undefined) return null;
  return <ShownIntake {...{ draft, view, around, desk, citizen, counter }} />;
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
  return <IntakeScreen officer={officer} unit={unit} counter={counter} reference={reference} />;
}
