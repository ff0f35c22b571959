import { useEffect, useState } from 'react';
import { toLocalDay } from '../../../../shared/base/time';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import { indexDossier, type IndexedPaper, personIdOf } from '../../../../shared/domain/paper-index';
import type { Identity } from '../../../../shared/domain/person';
import { readDossierStates } from '../../../records/dossier-queries';
import { findDossiersOfPerson } from '../../../records/projection-queries';
import { findFrozenProcedure } from '../../../records/reference';

/** A person's last dossiers; older papers are rarely still valid. */
const MOST_DOSSIERS = 40;

/** Papers at hand of the people of a dossier. */
export type ReuseIndex =
  | { readonly kind: 'looking' }
  /** The store did not answer: nothing can be said about what is at hand. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'found'; readonly papers: readonly IndexedPaper[] };

/** Papers of one earlier dossier, by the procedure it was received under; none when that is not known here. */
async function indexEarlier(state: DossierState): Promise<readonly IndexedPaper[]> {
  const { versions, procedureCode, receivedAt } = state;
  if (versions === null || procedureCode === null || receivedAt === null) return [];
  const day = toLocalDay(receivedAt);
  const procedure = await findFrozenProcedure({ version: versions.procedures, code: procedureCode, day });
  return procedure === undefined ? [] : indexDossier(state, procedure);
}

async function lookUp(identities: readonly Identity[], ownId: string): Promise<ReuseIndex> {
  const found = await Promise.all(identities.map((identity) => findDossiersOfPerson(identity, MOST_DOSSIERS)));
  if (found.some((one) => !one.ok)) return { kind: 'failed' };
  const ids = found.flatMap((one) => (one.ok ? one.value.map((row) => row.dossierId) : []));
  const states = await readDossierStates([...new Set(ids)].filter((id) => id !== ownId));
  if (!states.ok) return { kind: 'failed' };
  const papers = await Promise.all(states.value.map(indexEarlier));
  return { kind: 'found', papers: papers.flat() };
}

/** Papers that earlier dossiers of this PC hold of the people of a dossier, found by number and never by name. */
export function useReuseIndex({ dossierId, parties }: Pick<DossierState, 'dossierId' | 'parties'>): ReuseIndex {
  const identities = parties.map(({ person }) => person.identity).filter(({ kind }) => kind !== 'none');
  const key = [dossierId, ...identities.map(personIdOf)].join(' ');
  const [read, setRead] = useState<{ readonly key: string; readonly index: ReuseIndex }>();
  useEffect(() => {
    let isGone = false;
    void lookUp(identities, dossierId).then((index) => {
      if (!isGone) setRead({ key, index });
    });
    return () => {
      isGone = true;
    };
    // The people are named by the key; their list is new on every draw.
  }, [key]);
  return read?.key === key ? read.index : { kind: 'looking' };
}
