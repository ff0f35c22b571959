import { Activity, type ComponentType, type ReactNode, useState } from 'react';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import type { Message } from '../../../../shared/text/message';
import { Button, Explain, Notice, t } from '../../../ui';
import { actKeys, actName, listRefusedActs, type PanelAct } from '../case-acts';
import type { CaseSurroundings } from '../use-surroundings';
import type { ActFormProps } from './ActFrame';
import { AttachForm } from './AttachForm';
import { CorrectForm } from './CorrectForm';
import { FeeForm } from './FeeForm';
import { AcceptForm, HandOverForm, ResolveForm, WithdrawForm } from './HandlingForms';
import { OutcomeForm, ReturnForm } from './OutcomeForms';
import { PrintForm } from './PrintForm';
import { BroughtForm, RequestForm } from './SupplementForms';

const forms: Readonly<Record<PanelAct, ComponentType<ActFormProps>>> = {
  OnlineSubmissionAccepted: AcceptForm,
  HandedOver: HandOverForm,
  SupplementRequested: RequestForm,
  SupplementReceived: BroughtForm,
  FeeCollected: FeeForm,
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
  readonly open: PanelAct | null;
  readonly onOpen: (kind: PanelAct | null) => void;
  /** False: the store does not show the whole journal yet, so nothing may be recorded. */
  readonly isCurrent: boolean;
}

function ActList({ state, acts, onOpen }: Pick<ActPanelProps, 'state' | 'acts' | 'onOpen'>): ReactNode {
  if (acts.length === 0) return <p className="muted">{t('dossiers.act.none')}</p>;
  return (
    <ul className="act-list">
      {acts.map((kind) => (
        <li key={kind}>
          <Button
            variant="quiet"
            keys={actKeys[kind]}
            onPress={() => {
              onOpen(kind);
            }}
          >
            {t(actName(kind, state))}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function WhyNot({ state, around }: Pick<ActPanelProps, 'state' | 'around'>): ReactNode {
  const refused = listRefusedActs({ state, actor: around.officer, at: around.now });
  if (refused.length === 0) return null;
  return (
    <Explain label={t('dossiers.act.whyNot')} title={t('dossiers.act.whyNotTitle')}>
      <ul className="act-refused text-small">
        {refused.map(({ kind, why }) => (
          <li key={kind}>
            <span className="strong">{t(actName(kind, state))}</span>
            <br />
            {t(why)}
          </li>
        ))}
      </ul>
    </Explain>
  );
}

/** Forms opened so far; one that was put away keeps what was typed, one that was recorded begins anew. */
function useKeptForms(open: PanelAct | null): {
  readonly kept: readonly PanelAct[];
  readonly drop: (kind: PanelAct) => void;
} {
  const [kept, setKept] = useState<readonly PanelAct[]>([]);
  if (open !== null && !kept.includes(open)) setKept([...kept, open]);
  return {
    kept,
    drop: (kind) => {
      setKept(kept.filter((one) => one !== kind));
    },
  };
}

/** What may be done with the dossier, and the form of the act being done. */
export function ActPanel({ state, around, acts, open, onOpen, isCurrent }: ActPanelProps): ReactNode {
  const { kept, drop } = useKeptForms(open);
  const [told, setTold] = useState<Message>();
  return (
    <div className="act-panel">
      {told && open === null && (
        <Notice
          tone="ok"
          onDismiss={() => {
            setTold(undefined);
          }}
        >
          {t(told)}
        </Notice>
      )}
      {!isCurrent && <Notice tone="info">{t('dossiers.act.readOnly')}</Notice>}
      {kept.map((kind) => {
        const Form = forms[kind];
        return (
          <Activity key={kind} mode={kind === open ? 'visible' : 'hidden'}>
            <Form
              state={state}
              around={around}
              onClose={() => {
                onOpen(null);
              }}
              onSaved={(message) => {
                setTold(message);
                onOpen(null);
                drop(kind);
              }}
            />
          </Activity>
        );
      })}
      {open === null && (
        <section className="stack-tight">
          <h3 className="text-section">{t('dossiers.act.panel')}</h3>
          {isCurrent && <ActList state={state} acts={acts} onOpen={onOpen} />}
          {isCurrent && <WhyNot state={state} around={around} />}
        </section>
      )}
    </div>
  );
}
