import type { ReactNode } from 'react';
import { NumberField, Picker, t, TextField } from '../../../ui';
import { ActFrame, type ActFormProps } from './ActFrame';
import { choosePaper, countKept, type DetachDraft, readDetach, startDetach } from './detach-draft';
import { useActDraft } from './use-act-draft';

const MOST_SHEETS = 999;

/** A paper filed by mistake leaves the list; its pages stay on file, its originals go back. */
export function DetachForm(props: ActFormProps): ReactNode {
  const { state } = props;
  const [draft, setDraft] = useActDraft<DetachDraft>(() => startDetach(state));
  return (
    <ActFrame {...props} kind="PaperDetached" isDanger read={() => readDetach(draft)}>
      {(errors) => (
        <>
          <Picker
            label={t('casePapers.detach.which')}
            width="full"
            value={draft.paperId}
            options={state.papers.map(({ paperId, name }) => ({ id: paperId, text: name }))}
            onChange={(paperId) => {
              setDraft(choosePaper(draft, state, paperId));
            }}
            hint={t('casePapers.detach.hint')}
            error={errors['paperId'] && t(errors['paperId'])}
          />
          <TextField
            label={t('casePapers.detach.reason')}
            isMultiline
            maxLength={300}
            value={draft.reason}
            onChange={(reason) => {
              setDraft({ ...draft, reason });
            }}
            error={errors['reason'] && t(errors['reason'])}
          />
          {countKept(state, draft.paperId) > 0 && (
            <NumberField
              label={t('casePapers.detach.originals')}
              width="full"
              max={MOST_SHEETS}
              value={draft.originals}
              onChange={(originals) => {
                setDraft({ ...draft, originals });
              }}
            />
          )}
        </>
      )}
    </ActFrame>
  );
}
