import { useEffect, useMemo, useState } from 'react';
import type { EarlierDossier } from '../../../shared/domain/duplicate-check';
import type { Identity, Person } from '../../../shared/domain/person';
import { readDossierStates } from '../../records/dossier-queries';
import type { DossierRow } from '../../records/dossier-row';
import { findDossiersOfPerson } from '../../records/projection-queries';
import { findReusable, toEarlier } from './citizen-rows';
import { findIdentity, type PersonForm } from './person-form';

/** What this device knows of the person at the counter. */
export type CitizenRecord =
  | { readonly state: 'nobody' }
  | { readonly state: 'looking' }
  | { readonly state: 'unknown' }
  | {
      readonly state: 'known';
      readonly rows: readonly DossierRow[];
      /** The same dossiers as the duplicate check reads them. */
      readonly earlier: readonly EarlierDossier[];
      readonly reusable: Pick<Person, 'phone' | 'address'> | undefined;
    };

const ROWS = 20;

async function look(identity: Identity): Promise<CitizenRecord> {
  const found = await findDossiersOfPerson(identity, ROWS);
  if (!found.ok) return { state: 'unknown' };
  const rows = found.value;
  const read = await readDossierStates(rows.map((row) => row.dossierId));
  const states = read.ok ? read.value : [];
  const [newest] = [...states].sort((a, b) => (b.receivedAt ?? 0) - (a.receivedAt ?? 0));
  const reusable = newest ? findReusable(newest, identity) : undefined;
  return { state: 'known', rows, earlier: states.map(toEarlier), reusable };
}

interface Found {
  readonly key: string;
  readonly record: CitizenRecord;
}

/** Looks the person up whenever a whole number stands in the form; again when `again` changes (a dossier was saved). */
export function useCitizen(form: PersonForm | undefined, again: string): CitizenRecord {
  const identity = form && findIdentity(form);
  const key = identity ? `${identity.kind}|${identity.number}|${again}` : '';
  const [found, setFound] = useState<Found>();
  const wanted = useMemo(() => (key === '' ? undefined : identity), [key]);
  useEffect(() => {
    if (!wanted) return undefined;
    let isCurrent = true;
    void look(wanted).then((record) => {
      if (isCurrent) setFound({ key, record });
    });
    return () => {
      isCurrent = false;
    };
  }, [key, wanted]);
  if (key === '') return { state: 'nobody' };
  return found?.key === key ? found.record : { state: 'looking' };
}
