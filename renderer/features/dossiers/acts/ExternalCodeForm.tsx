import type { ReactNode } from 'react';
import { externalSystems } from '../../../../shared/domain/external-code';
import { describeExternalCodeDoubt } from '../../../../shared/text/code-sentences';
import { Checkbox, Picker, t, TextField } from '../../../ui';
import { ActFrame, type ActFormProps } from './ActFrame';
import {
  chooseSystem,
  type ExternalCodeDraft,
  listDoubts,
  readExternalCode,
  startExternalCode,
} from './external-code-draft';
import { useActDraft } from './use-act-draft';

/** The code of the same dossier in another system. An unusual one is questioned, never refused: others change without asking us. */
export function ExternalCodeForm(props: ActFormProps): ReactNode {
  const { state } = props;
  const [draft, setDraft] = useActDraft<ExternalCodeDraft>(() => startExternalCode(state));
  const doubts = listDoubts(draft, state).map((doubt) => t(describeExternalCodeDoubt(doubt, externalSystems)));
  return (
    <ActFrame {...props} kind="ExternalCodeLinked" hasBackEntry={false} read={() => readExternalCode(draft)}>
      {(errors) => (
        <>
          <TextField
            label={t('caseFacts.code.code')}
            hint={t('caseFacts.code.codeHint')}
            isTabular
            maxLength={80}
            value={draft.code}
            onChange={(code) => {
              setDraft({ ...draft, code });
            }}
            warning={doubts.length > 0 ? doubts.join('. ') : undefined}
            error={errors['code'] && t(errors['code'])}
          />
          <Picker
            label={t('caseFacts.code.system')}
            width="full"
            reserve={false}
            value={draft.system}
            options={externalSystems.map(({ id, name }) => ({ id, text: name }))}
            onChange={(system) => {
              setDraft(chooseSystem(draft, system));
            }}
          />
          <Checkbox
            isSelected={draft.provisional}
            onChange={(provisional) => {
              setDraft({ ...draft, provisional });
            }}
          >
            {t('caseFacts.code.provisional')}
          </Checkbox>
        </>
      )}
    </ActFrame>
  );
}
