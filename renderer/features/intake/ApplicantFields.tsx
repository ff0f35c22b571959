import type { ReactNode } from 'react';
import { Checkbox, t, TextField } from '../../ui';
import { FieldSlot } from './FieldSlot';
import type { IntakeDraft } from './intake-draft';
import { takeCard, type Desk } from './intake-flow';
import { changeDraft, focusOn } from './intake.store';
import { PersonFields } from './PersonFields';

interface ApplicantFieldsProps {
  readonly draft: IntakeDraft;
  readonly problemOf: (field: string) => string | undefined;
  readonly desk: Desk;
}

/** Whose dossier it is when that is not the one at the counter: a child, somebody represented. */
export function ApplicantFields({ draft, problemOf, desk }: ApplicantFieldsProps): ReactNode {
  const isOther = draft.applicantIs === 'other';
  return (
    <div className={isOther ? 'intake-applicant intake-applicant-open' : 'intake-applicant'}>
      <FieldSlot field="applicantIs">
        <Checkbox
          isSelected={isOther}
          onChange={(next) => {
            changeDraft((current) => ({ ...current, applicantIs: next ? 'other' : 'submitter' }));
            if (next) focusOn('applicant.name');
          }}
        >
          {t('intake.person.isOther')}
        </Checkbox>
      </FieldSlot>
      {isOther && (
        <PersonFields
          role="applicant"
          form={draft.applicant}
          problemOf={problemOf}
          hasContact={false}
          onCard={(text) => void takeCard(text, desk)}
        >
          <FieldSlot field="ground" className="intake-applicant-ground">
            <TextField
              label={t('intake.person.ground')}
              hint={t('intake.person.groundHint')}
              value={draft.ground}
              error={problemOf('ground')}
              onChange={(ground) => {
                changeDraft((current) => ({ ...current, ground }));
              }}
            />
          </FieldSlot>
        </PersonFields>
      )}
    </div>
  );
}
