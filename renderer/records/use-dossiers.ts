import { useEffect, useMemo, useState } from 'react';
import type { Observable } from 'rxjs';
import { decideDossierDates, type DossierDates } from '../../shared/domain/dossier-dates';
import type { DossierState } from '../../shared/domain/dossier-state';
import { watchDossier, watchDossierList } from './dossier-queries';
import type { DossierRow } from './dossier-row';
import type { FactFilter, FactSummary } from './fact-table';
import { dateRulesOf } from './legal-dates-of';
import type { DossierListQuery } from './list-queries';
import { useReference } from './reference.store';
import { watchSummaries } from './projection-queries';

/** A live value: nothing yet, or the latest. */
export type Live<T> = { readonly loading: true } | { readonly loading: false; readonly value: T };

interface Held<T> {
  readonly source: Observable<T>;
  readonly value: T;
}

/** Latest value of an observable; what another observable gave is never shown in its place. */
function useLatest<T>(source: Observable<T>): Live<T> {
  const [held, setHeld] = useState<Held<T>>();
  useEffect(() => {
    const subscription = source.subscribe((value) => {
      setHeld({ source, value });
    });
    return () => {
      subscription.unsubscribe();
    };
  }, [source]);
  return held?.source === source ? { loading: false, value: held.value } : { loading: true };
}

/** A worklist, live. A new object with equal content is the same query. */
export function useDossierList(query: DossierListQuery): Live<readonly DossierRow[]> {
  const key = JSON.stringify(query);
  return useLatest(useMemo(() => watchDossierList(JSON.parse(key) as DossierListQuery), [key]));
}

/** A dossier, live; its value is `undefined` when this device does not hold it. */
export function useDossier(id: string): Live<DossierState | undefined> {
  return useLatest(useMemo(() => watchDossier(id), [id]));
}

/** Counts and sums, live, one per filter. */
export function useSummaries(filters: readonly FactFilter[]): Live<readonly FactSummary[]> {
  const key = JSON.stringify(filters);
  return useLatest(useMemo(() => watchSummaries(JSON.parse(key) as FactFilter[]), [key]));
}

/** The dates of a dossier under the rules in force, again when these change. */
export function useLegalDates(state: DossierState): DossierDates {
  const rules = useReference(dateRulesOf);
  return useMemo(() => decideDossierDates(state, rules), [state, rules]);
}
