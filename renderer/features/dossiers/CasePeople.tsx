import { type ReactNode, useMemo, useState } from 'react';
import { formatDay, toLocalDay, type LocalDay } from '../../../shared/base/time';
import { buildAddressIndex, type AddressIndex } from '../../../shared/domain/address-index';
import type { DossierState } from '../../../shared/domain/dossier-state';
import { identityNumber, maskPhone } from '../../../shared/domain/masking';
import type { Party } from '../../../shared/domain/person';
import { useReference } from '../../records/reference.store';
import { Button, Section, t } from '../../ui';
import { describeAddressNow, findAddressRows } from './address-now';
import { describeRole } from './case-facts';
import { noteDossierAccess } from './dossiers.commands';
import type { CaseSurroundings } from './use-surroundings';

interface Places {
  readonly index: AddressIndex | undefined;
  readonly day: LocalDay;
}

/** Old and new administrative units, put together once for the packages held. */
function usePlaces(day: LocalDay): Places {
  const packages = useReference((known) => known.packages);
  return useMemo(() => {
    const rows = findAddressRows(packages, day);
    return { index: rows && buildAddressIndex(rows), day };
  }, [packages, day]);
}

function birthText(birth: string | undefined): string {
  return birth?.length === 10 ? formatDay(birth) : (birth ?? '');
}

function AddressLines({ address, places }: { readonly address: string; readonly places: Places }): ReactNode {
  const now = places.index && describeAddressNow(places.index, address, places.day);
  return (
    <p className="text-small">
      {t('dossiers.case.address')}: {address}
      {now && (
        <>
          <br />
          <span className="muted">{t(now)}</span>
        </>
      )}
    </p>
  );
}

function Person({
  party,
  isRevealed,
  places,
}: {
  readonly party: Party;
  readonly isRevealed: boolean;
  readonly places: Places;
}): ReactNode {
  const { identity, birth, phone, address, sex } = party.person;
  const absent = identity.kind === 'none' ? t(`dossiers.case.noIdentity.${identity.reason}`) : '';
  const shownPhone = phone === undefined || isRevealed ? (phone ?? '') : maskPhone(phone);
  const lines = [
    [t('dossiers.case.identity'), identityNumber(identity, isRevealed) ?? absent],
    [t('dossiers.case.birth'), birthText(birth)],
    [t('dossiers.case.phone'), shownPhone],
  ] as const;
  const facts = lines.filter(([, value]) => value !== '').map(([label, value]) => `${label}: ${value}`);
  return (
    <li className="case-person">
      <p>
        <span className="muted">
          {describeRole(party)
            .map((part) => t(part))
            .join(', ')}
          :{' '}
        </span>
        <span className="strong">{party.person.name}</span>
        {party.ground && <span className="muted"> ({party.ground})</span>}
      </p>
      <p className="text-small tabular">{[...facts, sex && t(`caseFacts.sex.${sex}`)].filter(Boolean).join(' · ')}</p>
      {address && <AddressLines address={address} places={places} />}
    </li>
  );
}

/** Everybody of the dossier in their roles. Numbers are masked until asked for, which is on record. */
export function CasePeople({
  state,
  around,
}: {
  readonly state: DossierState;
  readonly around: CaseSurroundings;
}): ReactNode {
  const [isRevealed, setRevealed] = useState(false);
  const places = usePlaces(toLocalDay(around.now));
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
    <Section title={t('dossiers.case.people')} aside={reveal}>
      <ul className="case-people">
        {state.parties.map((party, index) => (
          <Person key={index} party={party} isRevealed={isRevealed} places={places} />
        ))}
      </ul>
    </Section>
  );
}
