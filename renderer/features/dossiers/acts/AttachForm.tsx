import type { ReactNode } from 'react';
import type { PageRef } from '../../../../shared/domain/actions/action-parts';
import { Picker, t, TextField } from '../../../ui';
import { ActFrame, type ActFormProps } from './ActFrame';
import { type AttachDraft, listChoices, OTHER_PAPER, readAttach, startAttach } from './attach-draft';
import { PaperCounts } from './PaperCounts';
import { ScanPages } from './ScanPages';
import { useActDraft } from './use-act-draft';

const NEW_ID_LENGTH = 8;

/** Adds a paper, its pages, or both. */
export function AttachForm(props: ActFormProps): ReactNode {
  const { state, around } = props;
  const choices = listChoices(
    state,
    around.procedure?.cases.find((one) => one.id === state.caseId),
  );
  const [draft, setDraft] = useActDraft<AttachDraft>(() => startAttach(choices));
  const [newId] = useActDraft(() => `them-${crypto.randomUUID().slice(0, NEW_ID_LENGTH)}`, 'newId');
  const isOther = draft.choice === OTHER_PAPER;
  const addPage = (page: PageRef): void => {
    setDraft((known) =>
      known.pages.some((one) => one.pageId === page.pageId) ? known : { ...known, pages: [...known.pages, page] },
    );
  };
  return (
    <ActFrame {...props} kind="PaperAttached" read={() => readAttach(draft, { choices, newId })}>
      {(errors) => (
        <>
          <Picker
            label={t('dossiers.act.attach.paper')}
            width="full"
            reserve={false}
            value={draft.choice}
            options={[
              ...choices.map(({ id, name }) => ({ id, text: name })),
              { id: OTHER_PAPER, text: t('dossiers.act.attach.other') },
            ]}
            onChange={(choice) => {
              setDraft({ ...draft, choice });
            }}
          />
          {isOther && (
            <TextField
              label={t('dossiers.act.attach.name')}
              maxLength={400}
              value={draft.name}
              onChange={(name) => {
                setDraft({ ...draft, name });
              }}
              error={errors['name'] && t(errors['name'])}
            />
          )}
          <PaperCounts
            counts={draft.counts}
            onChange={(counts) => {
              setDraft({ ...draft, counts });
            }}
          />
          {errors['counts'] && (
            <p className="act-error text-small" role="alert">
              {t(errors['counts'])}
            </p>
          )}
          <ScanPages
            dossierId={state.dossierId}
            paperId={isOther ? newId : draft.choice}
            pages={draft.pages}
            onPage={addPage}
          />
        </>
      )}
    </ActFrame>
  );
}
