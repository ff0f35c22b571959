import { type ReactNode, useState } from 'react';
import { formatDong } from '../../../shared/base/money';
import { formatDay } from '../../../shared/base/time';
import type { DossierState } from '../../../shared/domain/dossier-state';
import { identityNumber } from '../../../shared/domain/masking';
import type { Party } from '../../../shared/domain/person';
import { Button, DetailList, Section, t } from '../../ui';
import { noteDossierAccess } from './dossiers.commands';

interface Detail {
  readonly label: string;
  readonly value: ReactNode;
}

function listDetails(pairs: readonly (readonly [label: string, value: ReactNode])[]): readonly Detail[] {
  return pairs
    .filter(([, value]) => value !== '' && value !== null && value !== undefined)
    .map(([label, value]) => ({ label, value }));
}

function describeFees({ feesDue, feesCollected, feeUndecided }: DossierState): string {
  if (feeUndecided) {
    return feesCollected === 0
      ? t('dossiers.case.feesUndecided')
      : t('dossiers.case.feesUndecidedPaid', { collected: formatDong(feesCollected) });
  }
  if (feesDue === 0 && feesCollected === 0) return t('dossiers.case.feesNone');
  const text = t('dossiers.case.feesDue', { due: formatDong(feesDue), collected: formatDong(feesCollected) });
  const left = feesDue - feesCollected;
  return left > 0 ? `${text}, ${t('dossiers.case.feesLeft', { left: formatDong(left) })}` : text;
}

function describeReturn({ returnMethod, returnAddress }: DossierState): string {
  if (returnMethod === null) return '';
  return returnMethod === 'post' && returnAddress
    ? t('forms.returnMethod.postTo', { address: returnAddress })
    : t(`forms.returnMethod.${returnMethod}`);
}

function describeQuantities({ quantities }: DossierState): string {
  const parts = [
    quantities.pages === undefined ? '' : t('dossiers.case.quantityPages', { count: quantities.pages }),
    quantities.copies === undefined ? '' : t('dossiers.case.quantityCopies', { count: quantities.copies }),
  ];
  return parts.filter((part) => part !== '').join(' × ');
}

function describeOutcome({ outcome }: DossierState): string {
  if (outcome === null) return '';
  return [
    outcome.name,
    outcome.number,
    outcome.signedBy,
    outcome.signedOn && formatDay(outcome.signedOn),
    t(`dossiers.case.outcomeForm.${outcome.form}`),
  ]
    .filter(Boolean)
    .join(', ');
}

function birthText(birth: string | undefined): string {
  return birth?.length === 10 ? formatDay(birth) : (birth ?? '');
}

function Person({ party, isRevealed }: { readonly party: Party; readonly isRevealed: boolean }): ReactNode {
  const { identity, birth, phone, address } = party.person;
  const number = identityNumber(identity, isRevealed);
  const absent = identity.kind === 'none' ? t(`dossiers.case.noIdentity.${identity.reason}`) : '';
  const lines = [
    [t('dossiers.case.identity'), number ?? absent],
    [t('dossiers.case.birth'), birthText(birth)],
    [t('dossiers.case.phone'), phone ?? ''],
    [t('dossiers.case.address'), address ?? ''],
  ] as const;
  return (
    <div className="case-person">
      <p>
        <span className="muted">{t(`dossiers.case.role.${party.role}`)}: </span>
        <span className="strong">{party.person.name}</span>
        {party.ground && <span className="muted"> ({party.ground})</span>}
      </p>
      <p className="text-small tabular">
        {lines
          .filter(([, value]) => value !== '')
          .map(([label, value]) => `${label}: ${value}`)
          .join(' · ')}
      </p>
    </div>
  );
}

/** What the dossier is about: people (numbers masked until asked for), fees, handling, result. */
export function CaseFacts({ state }: { readonly state: DossierState }): ReactNode {
  const [isRevealed, setRevealed] = useState(false);
  const reveal = (
    <Button
      variant="quiet"
      onPress={() => {
        if (!isRevealed) noteDossierAccess(state.dossierId, 'revealed');
        setRevealed(!isRevealed);
      }}
    >
      {t(isRevealed ? 'dossiers.case.hideIdentity' : 'dossiers.case.revealIdentity')}
    </Button>
  );
  return (
    <>
      <Section title={t('dossiers.case.facts')}>
        <DetailList
          columns={2}
          items={listDetails([
            [t('dossiers.case.fees'), describeFees(state)],
            [t('dossiers.case.returning'), describeReturn(state)],
            [t('dossiers.case.handling'), state.handlingUnit],
            [t('dossiers.case.channel'), state.channel === null ? '' : t(`forms.channel.${state.channel}`)],
            [t('dossiers.case.summary'), state.summary],
            [t('dossiers.case.quantities'), describeQuantities(state)],
            [t('dossiers.case.setCount'), state.setCount > 1 ? String(state.setCount) : ''],
            [t('dossiers.case.outcome'), describeOutcome(state)],
            [t('dossiers.case.collector'), state.returned?.collector.name ?? ''],
          ])}
        />
      </Section>
      <Section title={t('dossiers.case.people')} aside={reveal}>
        {state.parties.map((party, index) => (
          <Person key={index} party={party} isRevealed={isRevealed} />
        ))}
      </Section>
    </>
  );
}
