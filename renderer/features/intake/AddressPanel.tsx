import { type ReactNode, useState } from 'react';
import type { LocalDay } from '../../../shared/base/time';
import type { AddressIndex } from '../../../shared/domain/address-index';
import { searchAddresses, type AddressChoice } from '../../../shared/domain/address-search';
import { ComboBox, t } from '../../ui';
import { putCommune } from './address-choice';
import { changePerson } from './draft-changes';
import { FieldSlot } from './FieldSlot';
import type { IntakeDraft } from './intake-draft';
import { changeDraft, focusOn, setIntake } from './intake.store';
import { PanelFrame } from './PanelFrame';

const SHOWN = 12;

function keyOf({ unit, former }: AddressChoice): string {
  return `${unit.id}|${former?.unit.id ?? ''}`;
}

/** Puts the commune where the officer came from: the return address, else the address of the one at the counter. */
function takeChoice(draft: IntakeDraft, choice: AddressChoice, around: Parameters<typeof putCommune>[0]): IntakeDraft {
  if (draft.focus === 'returnAddress') {
    return { ...draft, returnAddress: putCommune(around, draft.returnAddress, choice) };
  }
  return changePerson(draft, 'submitter', { address: putCommune(around, draft.submitter.address, choice) });
}

interface AddressPanelProps {
  readonly draft: IntakeDraft;
  readonly index: AddressIndex | undefined;
  readonly day: LocalDay;
}

/** Alt+D: a commune by its new or its former name, a few letters of it. */
export function AddressPanel({ draft, index, day }: AddressPanelProps): ReactNode {
  const [text, setText] = useState('');
  const choices = index ? searchAddresses(index, text, { day, limit: SHOWN }) : [];
  const take = (key: string | null): void => {
    const choice = choices.find((one) => keyOf(one) === key);
    if (!choice || !index) return;
    changeDraft((current) => takeChoice(current, choice, { index, day }));
    setIntake({ panel: 'citizen' });
    focusOn(draft.focus === 'returnAddress' ? 'returnAddress' : 'submitter.address');
  };
  return (
    <PanelFrame title={t('intakeRules.address.title')} closeLabel={t('intakeRules.address.close')}>
      {index ? (
        <FieldSlot field="panel.commune">
          <ComboBox
            label={t('intakeRules.address.label')}
            placeholder={t('intakeRules.address.placeholder')}
            emptyText={t('intakeRules.address.none')}
            items={choices.map((choice) => ({
              id: keyOf(choice),
              text:
                choice.former === null
                  ? choice.label
                  : t('intakeRules.address.both', { now: choice.label, former: choice.former.label }),
            }))}
            inputValue={text}
            onInputChange={setText}
            selectedId={null}
            onSelect={take}
            hint={index.provisional ? t('intakeRules.address.provisional') : undefined}
          />
        </FieldSlot>
      ) : (
        <p className="muted">{t('intakeRules.address.missing')}</p>
      )}
    </PanelFrame>
  );
}
