import type { ReactNode } from 'react';
import { t } from '../../../ui';
import { ActFrame, type ActFormProps } from './ActFrame';
import { DraftNumber, DraftText } from './draft-fields';
import { readStop, startStop, type StopDraft } from './ending-drafts';
import { useActDraft } from './use-act-draft';

const MAX_ORIGINALS = 999;

/** The office stops processing; a legal act, so its button is red. */
export function StopForm(props: ActFormProps): ReactNode {
  const [draft, setDraft] = useActDraft<StopDraft>(() => startStop(props.state));
  return (
    <ActFrame {...props} kind="ProcessingStopped" isDanger read={() => readStop(draft)}>
      {(errors) => {
        const bound = { draft, setDraft, errors };
        return (
          <>
            <DraftText
              bound={bound}
              name="reason"
              label={t('dossiers.handling.stop.reason')}
              isMultiline
              maxLength={600}
            />
            <DraftText
              bound={bound}
              name="decisionNo"
              label={t('dossiers.handling.stop.decisionNo')}
              reserve={false}
              maxLength={100}
            />
            <DraftText
              bound={bound}
              name="stage"
              label={t('dossiers.handling.stop.stage')}
              reserve={false}
              maxLength={200}
            />
            <DraftNumber
              bound={bound}
              name="originalsReturned"
              label={t('dossiers.handling.originalsReturned')}
              max={MAX_ORIGINALS}
            />
          </>
        );
      }}
    </ActFrame>
  );
}
