import type { ReactNode } from 'react';
import { Button, IconButton, Picker, t, TextField } from '../../ui';
import { FieldSlot } from './FieldSlot';
import type { IntakeDraft, OtherParty } from './intake-draft';
import { changeDraft, focusOn, useIntake } from './intake.store';
import { PanelFrame } from './PanelFrame';
import { addOther, changeOther, changeOtherPerson, OTHERS_MAX, removeOther } from './party-changes';
import { PersonFields } from './PersonFields';
import {
  findRelation,
  findSide,
  listRelations,
  listSides,
  NO_CHOICE,
  ownerRelations,
  representativeRelations,
} from './relation-options';

interface PeoplePanelProps {
  readonly draft: IntakeDraft;
  /** Transfers, gifts and inheritances have two sides. */
  readonly hasSides: boolean;
  readonly problemOf: (field: string) => string | undefined;
  readonly onCard: (text: string) => void;
}

function titleOf({ role }: OtherParty, no: number): string {
  return role === 'applicant' ? t('intakeRules.people.coApplicant', { no }) : t('intakeRules.people.representative');
}

/** What somebody is to the others, and what shows it. */
function Standing({
  other,
  hasSides,
  problemOf,
}: Omit<PeoplePanelProps, 'draft' | 'onCard'> & { readonly other: OtherParty }): ReactNode {
  const isOwner = other.role === 'applicant';
  return (
    <>
      <FieldSlot field={`panel.${other.id}.relation`}>
        <Picker
          label={t('intakeRules.people.relation')}
          width="full"
          reserve={false}
          options={listRelations(isOwner ? ownerRelations : representativeRelations)}
          value={other.relation ?? NO_CHOICE}
          onChange={(id) => {
            changeDraft((draft) => changeOther(draft, other.id, { relation: findRelation(id) }));
          }}
        />
      </FieldSlot>
      {hasSides && (
        <FieldSlot field={`panel.${other.id}.side`}>
          <Picker
            label={t('intakeRules.people.side')}
            width="full"
            reserve={false}
            options={listSides()}
            value={other.side ?? NO_CHOICE}
            onChange={(id) => {
              changeDraft((draft) => changeOther(draft, other.id, { side: findSide(id) }));
            }}
          />
        </FieldSlot>
      )}
      {!isOwner && (
        <FieldSlot field={`panel.${other.id}.ground`}>
          <TextField
            label={t('intakeRules.people.ground')}
            hint={t('intakeRules.people.groundHint')}
            value={other.ground}
            error={problemOf(`panel.${other.id}.ground`)}
            onChange={(ground) => {
              changeDraft((draft) => changeOther(draft, other.id, { ground }));
            }}
          />
        </FieldSlot>
      )}
    </>
  );
}

function OtherFields({
  other,
  no,
  ...props
}: PeoplePanelProps & { readonly other: OtherParty; readonly no: number }): ReactNode {
  const title = titleOf(other, no);
  return (
    <li className="intake-other">
      <div className="row-between">
        <p className="strong">{title}</p>
        <IconButton
          icon="close"
          label={t('intakeRules.people.remove', { name: other.form.name.trim() === '' ? title : other.form.name })}
          onPress={() => {
            changeDraft((draft) => removeOther(draft, other.id));
            focusOn('panel.add');
          }}
        />
      </div>
      <PersonFields
        role={`panel.${other.id}`}
        label={title}
        form={other.form}
        problemOf={props.problemOf}
        hasContact={false}
        onCard={props.onCard}
        onChange={(what) => {
          changeDraft((draft) => changeOtherPerson(draft, other.id, what));
        }}
      />
      <Standing other={other} hasSides={props.hasSides} problemOf={props.problemOf} />
    </li>
  );
}

function add(role: OtherParty['role']): void {
  changeDraft((draft) => addOther(draft, role));
  const added = useIntake.getState().draft?.others.at(-1);
  if (added) focusOn(`panel.${added.id}.name`);
}

/** Alt+G: owners besides the first, and those who come for them with their authority. */
export function PeoplePanel(props: PeoplePanelProps): ReactNode {
  const { draft, hasSides } = props;
  const owners = draft.others.filter(({ role }) => role === 'applicant');
  const isFull = draft.others.length >= OTHERS_MAX;
  return (
    <PanelFrame title={t('intakeRules.people.title')} closeLabel={t('intakeRules.people.close')}>
      {draft.others.length === 0 && <p className="muted">{t('intakeRules.people.none')}</p>}
      <FieldSlot field="panel.add" className="row">
        <Button
          icon="plus"
          isDisabled={isFull}
          onPress={() => {
            add('applicant');
          }}
        >
          {t('intakeRules.people.addApplicant')}
        </Button>
        <Button
          icon="plus"
          isDisabled={isFull}
          onPress={() => {
            add('representative');
          }}
        >
          {t('intakeRules.people.addRepresentative')}
        </Button>
      </FieldSlot>
      {hasSides && (
        <FieldSlot field="panel.side">
          <Picker
            label={t('intakeRules.people.sideOfFirst')}
            width="full"
            reserve={false}
            options={listSides()}
            value={draft.side ?? NO_CHOICE}
            onChange={(id) => {
              changeDraft((current) => ({ ...current, side: findSide(id) }));
            }}
          />
        </FieldSlot>
      )}
      <ul className="stack">
        {draft.others.map((other) => (
          <OtherFields key={other.id} {...props} other={other} no={owners.indexOf(other) + 2} />
        ))}
      </ul>
    </PanelFrame>
  );
}
