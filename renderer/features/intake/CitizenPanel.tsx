import type { ReactNode } from 'react';
import { formatDay, toLocalDay } from '../../../shared/base/time';
import type { Person } from '../../../shared/domain/person';
import type { Reference } from '../../../shared/domain/reference-package';
import { statusText } from '../../../shared/text/domain-sentences';
import type { DossierRow } from '../../records/dossier-row';
import { openDossier } from '../../route.store';
import { Button, Section, Skeleton, t } from '../../ui';
import { groupRows } from './citizen-rows';
import { changePerson } from './draft-changes';
import { changeDraft } from './intake.store';
import type { PersonForm } from './person-form';
import type { CitizenRecord } from './use-citizen';

function describeWhen(row: DossierRow): string {
  if (row.promisedAt !== null && row.isOpen) {
    return t('intake.citizen.due', { day: formatDay(toLocalDay(row.promisedAt)) });
  }
  if (row.receivedAt !== null) return t('intake.citizen.received', { day: formatDay(toLocalDay(row.receivedAt)) });
  return '';
}

function DossierButton({ row, reference }: { readonly row: DossierRow; readonly reference: Reference }): ReactNode {
  const procedure = reference.procedures.get(row.procedureCode ?? '');
  return (
    <button
      type="button"
      className="intake-citizen-row"
      onClick={() => {
        openDossier(row.dossierId);
      }}
    >
      <span className="intake-citizen-row-title">{procedure?.shortName ?? row.procedureCode}</span>
      <span className="tabular text-small">{row.code}</span>
      <span className="muted text-small">
        {[t(statusText(row.status)), describeWhen(row)].filter((part) => part !== '').join(' · ')}
      </span>
    </button>
  );
}

/** Contact data of an earlier dossier, one press away; only for fields that are still empty. */
function Reusable({
  known,
  form,
}: {
  readonly known: Pick<Person, 'phone' | 'address'>;
  readonly form: PersonForm;
}): ReactNode {
  const offers = (['phone', 'address'] as const).flatMap((field) => {
    const value = known[field];
    return value === undefined || form[field].trim() !== '' ? [] : [{ field, value }];
  });
  if (offers.length === 0) return null;
  return (
    <Section title={t('intake.citizen.reuse')}>
      {offers.map(({ field, value }) => (
        <Button
          key={field}
          icon="undo"
          onPress={() => {
            changeDraft((draft) => changePerson(draft, 'submitter', { [field]: value }));
          }}
        >
          {t(field === 'phone' ? 'intake.citizen.reusePhone' : 'intake.citizen.reuseAddress', { [field]: value })}
        </Button>
      ))}
    </Section>
  );
}

interface CitizenPanelProps {
  readonly citizen: CitizenRecord;
  readonly form: PersonForm;
  readonly reference: Reference;
}

/** The citizen in front of me: what waits for them here, and what need not be asked again. */
export function CitizenPanel({ citizen, form, reference }: CitizenPanelProps): ReactNode {
  if (citizen.state === 'looking') return <Skeleton rows={2} />;
  if (citizen.state !== 'known') return <p className="muted">{t(`intake.citizen.${citizen.state}`)}</p>;
  return (
    <>
      {citizen.rows.length === 0 && <p className="muted">{t('intake.citizen.none')}</p>}
      {groupRows(citizen.rows).map(({ group, rows }) => (
        <Section key={group} title={t(`intake.citizen.${group}`)}>
          <ul className="intake-citizen-rows">
            {rows.map((row) => (
              <li key={row.dossierId}>
                <DossierButton row={row} reference={reference} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {citizen.reusable && <Reusable known={citizen.reusable} form={form} />}
    </>
  );
}
