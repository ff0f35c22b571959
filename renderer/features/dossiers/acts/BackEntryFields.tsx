import type { ReactNode } from 'react';
import { Checkbox, DateTextField, Picker, t, TextField } from '../../../ui';
import type { BackEntryDraft } from './back-entry';
import type { FieldErrors } from './field-errors';

const reasons = ['power', 'line', 'forgotten'] as const;

interface BackEntryFieldsProps {
  readonly draft: BackEntryDraft;
  readonly onChange: (draft: BackEntryDraft) => void;
  readonly errors: FieldErrors;
}

/** "Nhập bù": when the act really happened, and why it is typed only now. */
export function BackEntryFields({ draft, onChange, errors }: BackEntryFieldsProps): ReactNode {
  const set = (change: Partial<BackEntryDraft>): void => {
    onChange({ ...draft, ...change });
  };
  return (
    <>
      <Checkbox
        isSelected={draft.isOne}
        onChange={(isOne) => {
          set({ isOne });
        }}
      >
        {t('dossiers.act.backEntry.isOne')}
      </Checkbox>
      {draft.isOne && (
        <>
          <div className="act-pair">
            <DateTextField
              label={t('dossiers.act.backEntry.day')}
              width="full"
              value={draft.day}
              onChange={(day) => {
                set({ day });
              }}
              error={errors['day'] && t(errors['day'])}
            />
            <TextField
              label={t('dossiers.act.backEntry.time')}
              isTabular
              value={draft.time}
              maxLength={5}
              onChange={(time) => {
                set({ time });
              }}
              error={errors['time'] && t(errors['time'])}
            />
          </div>
          <Picker
            label={t('dossiers.act.backEntry.reason')}
            width="full"
            reserve={false}
            value={draft.reason}
            options={reasons.map((id) => ({ id, text: t(`dossiers.case.reason.${id}`) }))}
            onChange={(id) => {
              set({ reason: reasons.find((known) => known === id) ?? draft.reason });
            }}
          />
          <TextField
            label={t('dossiers.act.backEntry.slip')}
            reserve={false}
            value={draft.paperSlipNo}
            maxLength={40}
            onChange={(paperSlipNo) => {
              set({ paperSlipNo });
            }}
          />
        </>
      )}
    </>
  );
}
