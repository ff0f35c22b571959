import { useEffect, useMemo, useState } from 'react';
import type { EarlierDossier } from '../../../shared/domain/duplicate-check';
import type { Identity, Person } from '../../../shared/domain/person';
import { toLocalDay } from '../../../shared/base/time';
import type { DossierState } from '../../../shared/domain/dossier-state';
import { indexDossier, type IndexedPaper } from '../../../shared/domain/paper-index';
import type { Reference } from '../../../shared/domain/reference-package';
import { findFrozenProcedure } from '../../records/reference';
import { useReference } from '../../records/reference.store';
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
      /** Papers these dossiers hold as files. */
      readonly index: readonly IndexedPaper[];
    };

const ROWS = 20;

/** Papers of a dossier, by the procedure as it stood when it was received. */
async function readIndex(state: DossierState, reference: Reference | null): Promise<readonly IndexedPaper[]> {
  const { procedureCode: code, reception, receivedAt } = state;
  if (code === null || reception === null || receivedAt === null) return [];
  const version = reception.versions.procedures;
  const frozen = await findFrozenProcedure({ version, code, day: toLocalDay(receivedAt) });
  const procedure = frozen ?? reference?.procedures.get(code);
  return procedure ? indexDossier(state, procedure) : [];
}

async function look(identity: Identity): Promise<CitizenRecord> {
  const found = await findDossiersOfPerson(identity, ROWS);
  if (!found.ok) return { state: 'unknown' };
  const rows = found.value;
  const read = await readDossierStates(rows.map((row) => row.dossierId));
  const states = read.ok ? read.value : [];
  const [newest] = [...states].sort((a, b) => (b.receivedAt ?? 0) - (a.receivedAt ?? 0));
  const reusable = newest ? findReusable(newest, identity) : undefined;
  const { reference } = useReference.getState();
  const papers = await Promise.all(states.map((state) => readIndex(state, reference)));
  return { state: 'known', rows, earlier: states.map(toEarlier), reusable, index: papers.flat() };
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
