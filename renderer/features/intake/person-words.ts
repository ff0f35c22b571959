import { toLocalTime } from '../../../shared/base/time';
import { maskNumber } from '../../../shared/domain/masking';
import { t } from '../../ui';
import type { PersonForm } from './person-form';
import { findDate } from './typed-date';

const NAME_SHOWN = 48;

/** A name inside a sentence; the whole one stands in its field. */
export function shortenName(name: string): string {
  return name.length <= NAME_SHOWN ? name : `${name.slice(0, NAME_SHOWN).trim()}…`;
}

function describeNumber(form: PersonForm): string {
  if (form.identityKind === 'none') {
    return t('intake.person.noNumber', { reason: t(`intake.noneReason.${form.noneReason}`).toLowerCase() });
  }
  return maskNumber(form.number.trim());
}

function describeBirth(form: PersonForm): string {
  const found = findDate(form.birth, true);
  return found?.length === 4 ? t('intake.person.bornIn', { year: found }) : form.birth.trim();
}

/** Sex, birth and number of a person on one line; what is not known is left out. */
export function describePerson(form: PersonForm): string {
  const sex = form.sex === '' ? '' : t(`intake.person.${form.sex}`).toLowerCase();
  return [sex, describeBirth(form), describeNumber(form)].filter((part) => part !== '').join(' · ');
}

/** Where the data came from: a card is a typing aid and no proof, and says so. */
export function describeSource(form: PersonForm): string {
  switch (form.source) {
    case 'card':
      return form.cardReadAt === null ? '' : t('intake.person.fromCard', { time: toLocalTime(form.cardReadAt) });
    case 'reused':
      return t('intake.person.fromDossier');
    case 'portal':
      return t('intake.person.fromPortal');
    case 'typed':
      return t('intake.person.typed');
  }
}
