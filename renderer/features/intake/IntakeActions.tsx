import type { ReactNode } from 'react';
import type { TextKey } from '../../../shared/text/message';
import { openDossier } from '../../route.store';
import { Button, Icon, t } from '../../ui';
import { FieldSlot } from './FieldSlot';
import { RECEIVE } from './field-order';
import type { IntakeDraft } from './intake-draft';
import { isBlankDraft } from './intake-draft';
import { startNext, startNextSamePerson, type Desk } from './intake-flow';
import type { IntakeSurroundings, IntakeView } from './intake-form';
import { useIntake, type SavedDossier } from './intake.store';
import { MoneyAndDue } from './MoneyAndDue';
import { PrinterLine } from './PrinterLine';
import { openScan } from './open-scan';
import type { CitizenRecord } from './use-citizen';
import { listWarnings, Warnings } from './Warnings';

/** One quiet sentence beside the button: what is missing once it was asked for, else that all is there. */
function Readiness({ count, isTalk }: { readonly count: number; readonly isTalk: boolean }): ReactNode {
  const wasAsked = useIntake((state) => state.wasAsked);
  if (count === 0 && isTalk) return null;
  if (count === 0) {
    return (
      <span className="muted intake-ready">
        <Icon name="check" /> {t('intake.ready')}
      </span>
    );
  }
  if (!wasAsked) return null;
  return (
    <span className="intake-ready intake-ready-missing">
      <Icon name="alert" />
      <span>{t('intake.problem.count', { count })}</span>
    </span>
  );
}

/** Who may not issue Form 01 takes the papers in on a consignment slip, and the button says so. */
function receiveKey({ isConsignment }: IntakeView): TextKey {
  return isConsignment ? 'intakeRules.consign' : 'intake.receive';
}

interface TypingActionsProps {
  readonly draft: IntakeDraft;
  readonly view: IntakeView;
  readonly around: IntakeSurroundings;
  readonly citizen: CitizenRecord;
  readonly desk: Desk;
  readonly onReceive: () => void;
  /** Records the talk while its panel is open; absent while a dossier is being received. */
  readonly talk: { readonly text: string; readonly onEnd: () => void; readonly problems: number } | undefined;
}

/** What is about to be promised, what deserves a look, and the keys. */
export function TypingActions(props: TypingActionsProps): ReactNode {
  const { draft, view, around, citizen, desk, onReceive, talk } = props;
  const isReceiving = useIntake((state) => state.stage === 'receiving');
  const failure = useIntake((state) => state.failure);
  return (
    <>
      <div className="intake-decision">
        <MoneyAndDue view={view} around={around} />
        {!failure && <Warnings warnings={listWarnings(view, citizen)} unscanned={view.unscanned} />}
      </div>
      <div className="intake-side">
        {!isBlankDraft(draft) && (
          <Button variant="quiet" keys="Alt+N" onPress={() => void startNext(desk)}>
            {t('intake.drafts.park')}
          </Button>
        )}
        <Button
          icon="scan"
          keys="F4"
          onPress={() => {
            openScan();
          }}
        >
          {t('intake.scan.open')}
        </Button>
        <PrinterLine />
      </div>
      <div className="intake-go">
        <div className={failure ? 'grow intake-failure' : 'grow'} role="status">
          {failure ? (
            <span className="intake-ready intake-ready-missing">
              <Icon name="alert" />
              <span>{t(failure)}</span>
            </span>
          ) : (
            <Readiness count={talk ? talk.problems : view.problems.length} isTalk={talk !== undefined} />
          )}
        </div>
        <FieldSlot field={RECEIVE}>
          <Button variant="primary" keys="Ctrl+Enter" onPress={talk ? talk.onEnd : onReceive}>
            {isReceiving ? t('intake.receiving') : (talk?.text ?? t(receiveKey(view)))}
          </Button>
        </FieldSlot>
      </div>
    </>
  );
}

/** Keys after a dossier was saved. */
export function SavedActions({ saved, desk }: { readonly saved: SavedDossier; readonly desk: Desk }): ReactNode {
  return (
    <>
      <div className="grow" />
      <PrinterLine />
      <Button
        keys="Alt+O"
        onPress={() => {
          openDossier(saved.dossierId);
        }}
      >
        {t('intake.saved.open')}
      </Button>
      <Button keys="F6" onPress={() => void startNextSamePerson(desk)}>
        {t('intake.saved.nextSame')}
      </Button>
      <Button variant="primary" keys="F7" autoFocus onPress={() => void startNext(desk)}>
        {t('intake.saved.next')}
      </Button>
    </>
  );
}
