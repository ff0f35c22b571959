import { type ReactNode, useEffect } from 'react';
import { DateTextField, Picker, t, TextField } from '../../../ui';
import { noteDossierAccess } from '../dossiers.commands';
import { ActFrame, type ActFormProps } from './ActFrame';
import { type CorrectionDraft, readCorrection, startCorrection } from './correction-draft';
import { useActDraft } from './use-act-draft';

const returnMethods = ['counter', 'post', 'online'] as const;
const textFields = ['name', 'number', 'phone', 'address', 'summary'] as const;
const limits = { name: 200, number: 20, phone: 16, address: 500, summary: 1000 } as const;

/** Puts details right; what is not touched is not part of the correction. */
export function CorrectForm(props: ActFormProps): ReactNode {
  const { state } = props;
  const [draft, setDraft] = useActDraft<CorrectionDraft>(() => startCorrection(state));
  const { dossierId } = state;
  // A number cannot be put right unseen: the form shows it whole, which is on record.
  useEffect(() => {
    noteDossierAccess(dossierId, 'revealed');
  }, [dossierId]);
  const set = (change: Partial<CorrectionDraft>): void => {
    setDraft({ ...draft, ...change });
  };
  return (
    <ActFrame {...props} kind="DetailsCorrected" hasBackEntry={false} read={() => readCorrection(draft, state)}>
      {(errors) => (
        <>
          {textFields.map((field) => (
            <TextField
              key={field}
              label={t(`dossiers.act.correct.${field}`)}
              reserve={false}
              maxLength={limits[field]}
              isTabular={field === 'number' || field === 'phone'}
              value={draft[field]}
              onChange={(value) => {
                set({ [field]: value });
              }}
              error={errors[field] && t(errors[field])}
            />
          ))}
          <DateTextField
            label={t('dossiers.act.correct.birth')}
            allowYear
            reserve={false}
            value={draft.birth}
            onChange={(birth) => {
              set({ birth });
            }}
          />
          <Picker
            label={t('dossiers.act.correct.returnMethod')}
            width="full"
            reserve={false}
            value={draft.returnMethod}
            options={returnMethods.map((id) => ({ id, text: t(`forms.returnMethod.${id}`) }))}
            onChange={(id) => {
              set({ returnMethod: returnMethods.find((one) => one === id) ?? draft.returnMethod });
            }}
          />
          {draft.returnMethod === 'post' && (
            <TextField
              label={t('dossiers.act.correct.returnAddress')}
              reserve={false}
              maxLength={500}
              value={draft.returnAddress}
              onChange={(returnAddress) => {
                set({ returnAddress });
              }}
            />
          )}
          <TextField
            label={t('dossiers.act.correct.reason')}
            maxLength={300}
            value={draft.reason}
            onChange={(reason) => {
              set({ reason });
            }}
            error={errors['reason'] && t(errors['reason'])}
          />
        </>
      )}
    </ActFrame>
  );
}
