import { type ComponentType, type ReactNode, useState } from 'react';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import type { Message } from '../../../../shared/text/message';
import { Notice, t } from '../../../ui';
import type { PanelAct } from '../case-acts';
import type { CaseSurroundings } from '../use-surroundings';
import type { ActFormProps } from './ActFrame';
import { ActList, WhyNot } from './ActList';
import { AttachForm } from './AttachForm';
import { CancelFeeForm } from './CancelFeeForm';
import { CorrectForm } from './CorrectForm';
import { DeliveryFailedForm, DispatchForm } from './DeliveryForms';
import { DetachForm } from './DetachForm';
import { StopForm } from './EndForms';
import { ExternalCodeForm } from './ExternalCodeForm';
import { FeeForm } from './FeeForm';
import { ForwardForm, SignatureForm } from './HandoverForms';
import { AcceptForm, HandOverForm, ResolveForm, WithdrawForm } from './HandlingForms';
import { KeptForm } from './KeptForm';
import { LeftDrafts } from './LeftDrafts';
import { DeliveryForm, ExtensionForm, LetterForm } from './LetterForms';
import { NoticeForm, PaymentForm } from './ObligationForms';
import { OutcomeForm } from './OutcomeForm';
import { PrintForm } from './PrintForm';
import { RefundForm } from './RefundForm';
import { ReturnForm } from './ReturnForm';
import { ReuseForm } from './ReuseForm';
import { BroughtForm, RequestForm } from './SupplementForms';
import { GuidanceForm, ProposeRefusalForm, RefuseForm } from './TalkForms';
import { findOpenDraft, useKeptDrafts, useOpenedForms } from './use-kept-forms';

const forms: Readonly<Record<PanelAct, ComponentType<ActFormProps>>> = {
  OnlineSubmissionAccepted: AcceptForm,
  HandedOver: HandOverForm,
  HandoverConfirmed: SignatureForm,
  Forwarded: ForwardForm,
  ObligationNotified: NoticeForm,
  ObligationFulfilled: PaymentForm,
  GuidanceIssued: GuidanceForm,
  RefusalProposed: ProposeRefusalForm,
  IntakeRefused: RefuseForm,
  DeadlineExtended: ExtensionForm,
  ApologyIssued: LetterForm,
  ApologyDelivered: DeliveryForm,
  ProcessingStopped: StopForm,
  SupplementRequested: RequestForm,
  SupplementReceived: BroughtForm,
  FeeCollected: FeeForm,
  FeeCancelled: CancelFeeForm,
  FeeRefunded: RefundForm,
  OutcomeDispatched: DispatchForm,
  DeliveryFailed: DeliveryFailedForm,
  PaperReused: ReuseForm,
  PaperDetached: DetachForm,
  ExternalCodeLinked: ExternalCodeForm,
  OutcomeReady: OutcomeForm,
  OutcomeReturned: ReturnForm,
  DetailsCorrected: CorrectForm,
  PaperAttached: AttachForm,
  Withdrawn: WithdrawForm,
  FormPrinted: PrintForm,
  IssueResolved: ResolveForm,
};

interface ActPanelProps {
  readonly state: DossierState;
  readonly around: CaseSurroundings;
  readonly acts: readonly PanelAct[];
  readonly next: PanelAct | undefined;
  readonly open: PanelAct | null;
  readonly onOpen: (kind: PanelAct | null) => void;
  /** False: the store does not show the whole journal yet, so nothing may be recorded. */
  readonly isCurrent: boolean;
}

/** What may be done with the dossier, and the form of the act being done. */
export function ActPanel({ state, around, acts, next, open, onOpen, isCurrent }: ActPanelProps): ReactNode {
  const { opened, drop, beginAnew } = useOpenedForms(open);
  const [told, setTold] = useState<Message>();
  const { drafts, look } = useKeptDrafts(state.dossierId, (found) => {
    const kind = findOpenDraft(found, around.officer.officerId);
    if (open === null && kind !== undefined && acts.includes(kind)) onOpen(kind);
  });
  const dismiss = (): void => {
    setTold(undefined);
  };
  return (
    <div className="act-panel">
      {told && open === null && (
        <Notice tone="ok" onDismiss={dismiss}>
          {t(told)}
        </Notice>
      )}
      {!isCurrent && <Notice tone="info">{t('dossiers.act.readOnly')}</Notice>}
      {drafts &&
        [...opened].map(([kind, round]) => (
          <KeptForm
            key={`${kind} ${String(round)}`}
            {...{ kind, state, around }}
            isOpen={kind === open}
            kept={round === 0 ? (drafts.get(kind) ?? null) : null}
            onClose={() => {
              onOpen(null);
            }}
            onSaved={(message) => {
              setTold(message);
              onOpen(null);
              drop(kind);
            }}
            onDiscard={() => {
              beginAnew(kind);
            }}
            onKept={look}
          >
            {(props) => {
              const Form = forms[kind];
              return <Form {...props} />;
            }}
          </KeptForm>
        ))}
      {open === null && (
        <section className="stack-tight">
          <h3 className="text-section">{t('dossiers.act.panel')}</h3>
          {isCurrent && <ActList {...{ state, acts, next, drafts, around, onOpen }} />}
          {isCurrent && drafts && <LeftDrafts {...{ state, around, drafts, acts }} onRemoved={look} />}
          {isCurrent && <WhyNot state={state} around={around} />}
        </section>
      )}
    </div>
  );
}
