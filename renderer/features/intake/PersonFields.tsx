import type { ReactNode } from 'react';
import { looksLikeCard } from '../../../shared/domain/citizen-card';
import { Picker, RadioRow, t, TextField } from '../../ui';
import { FieldSlot } from './FieldSlot';
import { identityKinds, noneReasons, type PersonForm } from './person-form';
import { spellDate } from './typed-date';

interface PersonFieldsProps {
  /** Beginning of the names of its fields, as in `data-field`. */
  readonly role: string;
  readonly label: string;
  readonly form: PersonForm;
  readonly onChange: (what: Partial<PersonForm>) => void;
  readonly problemOf: (field: string) => string | undefined;
  /** A whole card pasted into a field. */
  readonly onCard: (text: string) => void;
  /** Address and phone; a child at its mother's side needs neither. */
  readonly hasContact: boolean;
  /** What the address is called today, when its units are no more. */
  readonly addressHint?: string | undefined;
  readonly children?: ReactNode;
}

/** An input method puts at most a few words in at once; a card that comes through it is known by its closing Enter. */
const TYPED_AT_ONCE = 20;

/** The fields of one person. Grouped and named, so that two people on one screen are told apart. */
export function PersonFields(props: PersonFieldsProps): ReactNode {
  const { role, form, problemOf, onCard, hasContact, children, onChange: change } = props;
  const type = (field: 'name' | 'number' | 'birth' | 'address' | 'phone') => (text: string) => {
    const isPasted = text.length - form[field].length > TYPED_AT_ONCE;
    if (isPasted && looksLikeCard(text)) onCard(text);
    else change({ [field]: text });
  };
  const textField = (field: 'name' | 'number' | 'birth' | 'address' | 'phone'): ReactNode => (
    <FieldSlot field={`${role}.${field}`} className={`intake-person-${field}`}>
      <TextField
        label={t(`intake.person.${field}`)}
        value={form[field]}
        onChange={type(field)}
        error={problemOf(`${role}.${field}`)}
        hint={field === 'address' ? props.addressHint : undefined}
        isTabular={field === 'number' || field === 'birth' || field === 'phone'}
        {...(field === 'birth'
          ? { placeholder: 'dd/mm/yyyy', onBlur: () => change({ birth: spellDate(form.birth) }) }
          : {})}
      />
    </FieldSlot>
  );
  return (
    <div className="intake-person-fields" role="group" aria-label={props.label}>
      {textField('name')}
      <FieldSlot field={`${role}.identityKind`} className="intake-person-kind">
        <Picker
          label={t('intake.person.identityKind')}
          width="full"
          options={identityKinds.map((id) => ({ id, text: t(`intake.identityKind.${id}`) }))}
          value={form.identityKind}
          onChange={(id) => {
            change({ identityKind: identityKinds.find((kind) => kind === id) ?? form.identityKind });
          }}
        />
      </FieldSlot>
      {form.identityKind === 'none' ? (
        <FieldSlot field={`${role}.noneReason`} className="intake-person-number">
          <Picker
            label={t('intake.person.noneReason')}
            width="full"
            options={noneReasons.map((id) => ({ id, text: t(`intake.noneReason.${id}`) }))}
            value={form.noneReason}
            onChange={(id) => {
              change({ noneReason: noneReasons.find((reason) => reason === id) ?? form.noneReason });
            }}
          />
        </FieldSlot>
      ) : (
        textField('number')
      )}
      {textField('birth')}
      <FieldSlot field={`${role}.sex`} className="intake-person-sex">
        <RadioRow
          label={t('intake.person.sex')}
          options={[
            { value: 'male', text: t('intake.person.male') },
            { value: 'female', text: t('intake.person.female') },
          ]}
          value={form.sex === '' ? null : form.sex}
          onChange={(value) => {
            change({ sex: value === 'male' ? 'male' : 'female' });
          }}
        />
      </FieldSlot>
      {hasContact && textField('address')}
      {hasContact && textField('phone')}
      {children}
    </div>
  );
}
