import type { ReactNode } from 'react';
import { formatInstant } from '../../../../shared/base/time';
import { Notice, t } from '../../../ui';
import { listMissing } from '../case-papers';
import { recordTalk } from '../dossiers.commands';
import { ActFrame, type ActFormProps } from './ActFrame';
import { AskFields } from './AskFields';
import { type Binding, DraftDay, DraftNumber, DraftText } from './draft-fields';
import { listPublished } from './supplement-drafts';
import {
  buildTalkBase,
  type GuidanceDraft,
  readGuidance,
  readProposedRefusal,
  readRefusal,
  type RefusalDraft,
  startGuidance,
  startRefusal,
} from './talk-drafts';
import { useActDraft } from './use-act-draft';

const MAX_ORIGINALS = 999;

function baseOf({ state, around }: Pick<ActFormProps, 'state' | 'around'>) {
  return buildTalkBase(state, around.procedure?.name ?? '');
}

function RefusalFields({ bound }: { readonly bound: Binding<RefusalDraft> }): ReactNode {
  return (
    <>
      <DraftText
        bound={bound}
        name="reason"
        label={t('dossiers.handling.refusal.reason')}
        hint={t('dossiers.handling.refusal.reasonHint')}
        isMultiline
        maxLength={600}
      />
      <DraftText
        bound={bound}
        name="legalGround"
        label={t('dossiers.handling.refusal.legalGround')}
        isMultiline
        maxLength={600}
      />
    </>
  );
}

/** Somebody of the post may not refuse: an official decides. */
export function ProposeRefusalForm(props: ActFormProps): ReactNode {
  const { state } = props;
  const [draft, setDraft] = useActDraft<RefusalDraft>(() => startRefusal(state));
  return (
    <ActFrame
      {...props}
      kind="RefusalProposed"
      read={() => readProposedRefusal(draft, baseOf(props))}
      send={(backEntry, talk) => recordTalk(state, { kind: 'RefusalProposed', talk }, backEntry)}
    >
      {(errors) => (
        <>
          <p className="muted text-small">{t('dossiers.handling.refusal.proposedOnly')}</p>
          <RefusalFields bound={{ draft, setDraft, errors }} />
        </>
      )}
    </ActFrame>
  );
}

/** Reception is refused (Form 03); a legal act, so its button is red. */
export function RefuseForm(props: ActFormProps): ReactNode {
  const { state, around } = props;
  const [draft, setDraft] = useActDraft<RefusalDraft>(() => startRefusal(state));
  const proposed = state.refusalProposals.at(-1);
  return (
    <ActFrame
      {...props}
      kind="IntakeRefused"
      isDanger
      read={() => readRefusal(draft, baseOf(props))}
      send={(backEntry, talk) => recordTalk(state, { kind: 'IntakeRefused', talk }, backEntry)}
    >
      {(errors) => (
        <>
          {proposed && (
            <Notice tone="info">
              {t('dossiers.handling.refusal.proposedBy', {
                name: around.officerName(proposed.officerId),
                at: formatInstant(proposed.at),
              })}
            </Notice>
          )}
          <RefusalFields bound={{ draft, setDraft, errors }} />
          <DraftNumber
            bound={{ draft, setDraft, errors }}
            name="originalsReturned"
            label={t('dossiers.handling.originalsReturned')}
            max={MAX_ORIGINALS}
          />
        </>
      )}
    </ActFrame>
  );
}

/** The submission is not complete: the citizen is told what to put right before anything is received (Form 02). */
export function GuidanceForm(props: ActFormProps): ReactNode {
  const { state, around } = props;
  const procedureCase = around.procedure?.cases.find((one) => one.id === state.caseId);
  const published = listPublished(state, procedureCase);
  const [draft, setDraft] = useActDraft<GuidanceDraft>(() => startGuidance(listMissing(state, procedureCase)));
  return (
    <ActFrame
      {...props}
      kind="GuidanceIssued"
      read={() => readGuidance(draft, baseOf(props), published)}
      send={(backEntry, talk) => recordTalk(state, { kind: 'GuidanceIssued', talk }, backEntry)}
    >
      {(errors) => {
        const bound = { draft, setDraft, errors };
        return (
          <>
            <AskFields bound={bound} published={published} />
            <DraftText
              bound={bound}
              name="reason"
              label={t('dossiers.act.supplement.reason')}
              isMultiline
              maxLength={600}
            />
            <DraftDay
              bound={bound}
              name="comeBackBy"
              label={t('dossiers.handling.guidance.comeBackBy')}
              reserve={false}
            />
          </>
        );
      }}
    </ActFrame>
  );
}
