import type { ReactNode } from 'react';
import { Checkbox, Picker, t, TextField } from '../../ui';
import { changePerson } from './draft-changes';
import { FieldSlot } from './FieldSlot';
import type { IntakeDraft } from './intake-draft';
import { takeCard, type Desk } from './intake-flow';
import { changeDraft, focusOn } from './intake.store';
import { PersonFields } from './PersonFields';
import { findRelation, listRelations, NO_CHOICE, submitterRelations } from './relation-options';

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
          label={t('intake.person.applicant')}
          form={draft.applicant}
          onChange={(what) => {
            changeDraft((current) => changePerson(current, 'applicant', what));
          }}
          problemOf={problemOf}
          hasContact={false}
          onCard={(text) => void takeCard(text, desk)}
        >
          <FieldSlot field="relation" className="intake-applicant-relation">
            <Picker
              label={t('intakeRules.people.ofApplicant')}
              width="full"
              options={listRelations(submitterRelations)}
              value={draft.relation ?? NO_CHOICE}
              onChange={(id) => {
                changeDraft((current) => ({ ...current, relation: findRelation(id) }));
              }}
            />
          </FieldSlot>
          <FieldSlot field="ground" className="intake-applicant-ground">
            <TextField
              label={t('intakeRules.people.ground')}
              hint={t('intakeRules.people.groundHint')}
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
