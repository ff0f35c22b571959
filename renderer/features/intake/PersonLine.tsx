import type { ReactNode } from 'react';
import { toLocalDay } from '../../../shared/base/time';
import type { AddressIndex } from '../../../shared/domain/address-index';
import { Button, Icon, t, useShortcut } from '../../ui';
import { CardLine } from './CardLine';
import { describeToday } from './address-choice';
import { changePerson, clearPerson } from './draft-changes';
import { findNextStop } from './field-order';
import type { IntakeDraft } from './intake-draft';
import type { IntakeView } from './intake-form';
import type { Desk } from './intake-flow';
import { takeCard } from './intake-flow';
import { changeDraft, focusOn, setIntake, useIntake } from './intake.store';
import { openPanel } from './open-panel';
import { isBlankPerson } from './person-form';
import { PersonFields } from './PersonFields';
import { describePerson, describeSource } from './person-words';

interface PersonLineProps {
  readonly draft: IntakeDraft;
  readonly view: IntakeView;
  readonly problemOf: (field: string) => string | undefined;
  readonly desk: Desk;
  readonly addresses: AddressIndex | undefined;
}

function openPerson(): void {
  setIntake({ isPersonOpen: true });
  focusOn('submitter.name');
}

/** Who stands at the counter: one line, or its fields while they are typed or changed. */
export function PersonLine({ draft, view, problemOf, desk, addresses }: PersonLineProps): ReactNode {
  const isOpen = useIntake((state) => state.isPersonOpen);
  const form = draft.submitter;
  const isBlank = isBlankPerson(form);
  const today = addresses && describeToday(addresses, form.address, toLocalDay(desk.now()));
  const addressHint = today && t(today);
  const close = (): void => {
    setIntake({ isPersonOpen: false });
    focusOn(findNextStop({ draft, procedure: view.procedure, isPersonOpen: false, isMoreOpen: false }, ''));
  };
  useShortcut(isOpen ? 'F2' : undefined, t('intake.person.change'), { run: openPerson });
  return (
    <section className="intake-person" aria-label={t('intake.person.submitter')}>
      <div className="intake-person-line">
        <Icon name="person" size={20} />
        {isOpen ? (
          <p className="intake-person-who">
            <span className="strong">{t('intake.person.submitter')}</span>
            <span className="muted text-small">{isBlank ? t('intake.person.scanHint') : describeSource(form)}</span>
          </p>
        ) : (
          <p className="intake-person-who" title={form.name}>
            <span className="intake-person-title strong">{isBlank ? t('intake.person.unnamed') : form.name}</span>
            {!isBlank && <span className="tabular">{describePerson(form)}</span>}
            <span className="muted text-small">{isBlank ? t('intake.person.scanHint') : describeSource(form)}</span>
          </p>
        )}
        {isOpen ? (
          <>
            {!isBlank && (
              <Button
                variant="quiet"
                onPress={() => {
                  changeDraft((current) => clearPerson(current, 'submitter'));
                  focusOn('submitter.name');
                }}
              >
                {t('intake.person.clear')}
              </Button>
            )}
            <Button
              variant="quiet"
              keys="Alt+D"
              onPress={() => {
                openPanel('address', 'panel.commune');
              }}
            >
              {t('intakeRules.address.button')}
            </Button>
            {!isBlank && <Button onPress={close}>{t('intake.person.done')}</Button>}
          </>
        ) : (
          <Button keys="F2" onPress={openPerson}>
            {t('intake.person.change')}
          </Button>
        )}
      </div>
      <CardLine current={form.name} desk={desk} />
      {isOpen && (
        <PersonFields
          role="submitter"
          label={t('intake.person.submitter')}
          form={form}
          onChange={(what) => {
            changeDraft((current) => changePerson(current, 'submitter', what));
          }}
          addressHint={addressHint}
          problemOf={problemOf}
          hasContact
          onCard={(text) => void takeCard(text, desk)}
        />
      )}
    </section>
  );
}
