import type { ReactNode } from 'react';
import type { Instant } from '../../../shared/base/time';
import { openDossier } from '../../route.store';
import { Button, Icon, t } from '../../ui';
import { FieldSlot } from './FieldSlot';
import { RECEIVE } from './field-order';
import type { IntakeDraft } from './intake-draft';
import { isBlankDraft } from './intake-draft';
import { startNext, startNextSamePerson, type Desk } from './intake-flow';
import type { IntakeView } from './intake-form';
import { useIntake, type SavedDossier } from './intake.store';
import { MoneyAndDue } from './MoneyAndDue';
import { PrinterLine } from './PrinterLine';
import { openScan } from './open-scan';
import type { CitizenRecord } from './use-citizen';
import { listWarnings, Warnings } from './Warnings';

/** One quiet sentence beside the button: what is missing once it was asked for, else that all is there. */
function Readiness({ view }: { readonly view: IntakeView }): ReactNode {
  const wasAsked = useIntake((state) => state.wasAsked);
  const count = view.problems.length;
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

interface TypingActionsProps {
  readonly draft: IntakeDraft;
  readonly view: IntakeView;
  readonly now: Instant;
  readonly citizen: CitizenRecord;
  readonly desk: Desk;
  readonly onReceive: () => void;
}

/** What is about to be promised, what deserves a look, and the keys. */
export function TypingActions({ draft, view, now, citizen, desk, onReceive }: TypingActionsProps): ReactNode {
  const isReceiving = useIntake((state) => state.stage === 'receiving');
  const failure = useIntake((state) => state.failure);
  return (
    <>
      <div className="intake-decision">
        <MoneyAndDue view={view} now={now} />
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
            <Readiness view={view} />
          )}
        </div>
        <FieldSlot field={RECEIVE}>
          <Button variant="primary" keys="Ctrl+Enter" onPress={onReceive}>
            {t(isReceiving ? 'intake.receiving' : 'intake.receive')}
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
