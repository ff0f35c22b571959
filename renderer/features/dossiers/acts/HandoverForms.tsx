import type { ReactNode } from 'react';
import { formatInstant } from '../../../../shared/base/time';
import { Notice, Picker, t } from '../../../ui';
import { ActFrame, type ActFormProps } from './ActFrame';
import { DraftChoice, DraftNumber, DraftPick, DraftText } from './draft-fields';
import {
  chooseHandover,
  type ForwardDraft,
  forwardPurposes,
  hasMismatch,
  listUnsigned,
  readForward,
  readSignature,
  type SignatureDraft,
  startForward,
  startSignature,
} from './handover-drafts';
import { useActDraft } from './use-act-draft';

const MAX_ORIGINALS = 999;
const media = ['paper', 'electronic', 'both'] as const;

/** The receiver signed for a hand-over. */
export function SignatureForm(props: ActFormProps): ReactNode {
  const { state } = props;
  const [draft, setDraft] = useActDraft<SignatureDraft>(() => startSignature(state));
  const lists = listUnsigned(state);
  const list = state.handovers.find((one) => one.actionId === draft.handoverId);
  return (
    <ActFrame {...props} kind="HandoverConfirmed" read={() => readSignature(state, draft)}>
      {(errors) => {
        const bound = { draft, setDraft, errors };
        return (
          <>
            {lists.length > 1 && (
              <Picker
                label={t('dossiers.handling.signature.which')}
                width="full"
                reserve={false}
                value={draft.handoverId}
                options={lists.map(({ actionId, to, at }) => ({ id: actionId, text: `${to} · ${formatInstant(at)}` }))}
                onChange={(id) => {
                  setDraft(chooseHandover(state, draft, id));
                }}
              />
            )}
            {list && (
              <p className="text-small">
                {t('dossiers.handling.signature.list', {
                  to: list.to,
                  at: formatInstant(list.at),
                  originals: list.originals,
                })}
              </p>
            )}
            <DraftText
              bound={bound}
              name="receivedBy"
              label={t('dossiers.handling.signature.receivedBy')}
              maxLength={200}
            />
            <DraftNumber
              bound={bound}
              name="originals"
              label={t('dossiers.handling.signature.originals')}
              max={MAX_ORIGINALS}
            />
            {hasMismatch(state, draft) && (
              <>
                <Notice tone="warn">{t('dossiers.handling.signature.differs')}</Notice>
                <DraftText
                  bound={bound}
                  name="mismatch"
                  label={t('dossiers.handling.signature.mismatch')}
                  isMultiline
                  maxLength={600}
                />
              </>
            )}
          </>
        );
      }}
    </ActFrame>
  );
}

/** The dossier goes on to another body; what that does to the limit is said before it is recorded. */
export function ForwardForm(props: ActFormProps): ReactNode {
  const { state, around } = props;
  const pauses = (around.deadlineRules?.pauses ?? []).some((pause) => pause.kind === 'taxDetermination');
  const [draft, setDraft] = useActDraft<ForwardDraft>(() => startForward(state, pauses));
  const stops = draft.purpose === 'taxDetermination' && pauses;
  return (
    <ActFrame {...props} kind="Forwarded" read={() => readForward(draft)}>
      {(errors) => {
        const bound = { draft, setDraft, errors };
        return (
          <>
            <DraftPick
              bound={bound}
              name="purpose"
              label={t('dossiers.handling.forward.purpose')}
              hint={t(stops ? 'dossiers.handling.forward.stops' : 'dossiers.handling.forward.runs')}
              options={forwardPurposes.map((id) => ({ id, text: t(`dossiers.handling.forward.purposeOf.${id}`) }))}
            />
            <DraftText bound={bound} name="to" label={t('dossiers.handling.forward.to')} maxLength={200} />
            <DraftText
              bound={bound}
              name="documentNo"
              label={t('dossiers.handling.forward.documentNo')}
              reserve={false}
              maxLength={100}
            />
            <DraftChoice
              bound={bound}
              name="medium"
              label={t('dossiers.act.handOver.medium')}
              options={media.map((id) => ({ id, text: t(`dossiers.act.handOver.mediumOf.${id}`) }))}
            />
          </>
        );
      }}
    </ActFrame>
  );
}
