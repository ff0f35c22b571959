import { type ReactNode, useState } from 'react';
import { toLocalDay } from '../../../shared/base/time';
import type { FactSummary } from '../../records/fact-table';
import type { DossierListQuery } from '../../records/list-queries';
import { useRecordsStatus } from '../../records/records-status.store';
import { useDossierList, useSummaries } from '../../records/use-dossiers';
import { openDossier, searchDossiers } from '../../route.store';
import { Button, EmptyState, FilterChips, Notice, Page, t, useNow } from '../../ui';
import { DossierTable } from './DossierTable';
import { type FoundRows, SEARCH_LIMIT, useReviewRows, useSearchRows } from './use-found-rows';
import { useSteady } from './use-steady';
import { filterOf, findQuery, keepRows, LIST_LIMIT, type WorklistName, worklistNames } from './worklists';
import './dossiers.css';

const DAY_CHECK_MS = 60_000;

interface ListProps {
  readonly name: WorklistName;
  readonly total: number | undefined;
  readonly shouldFocus: boolean;
}

function open(dossierId: string): void {
  openDossier(dossierId);
}

function WorklistTable({ name, total, shouldFocus, found }: ListProps & { readonly found: FoundRows }): ReactNode {
  const isCapped = total !== undefined && total > found.rows.length && found.rows.length >= LIST_LIMIT;
  return (
    <>
      {found.hasFailed && <Notice tone="warn">{t('dossiers.list.searchFailed')}</Notice>}
      <DossierTable
        label={t('dossiers.list.table', { name: t(`dossiers.list.${name}`) })}
        rows={found.rows}
        isBusy={found.isBusy}
        isSubmission={name === 'online'}
        shouldFocus={shouldFocus}
        onOpen={open}
        empty={<EmptyState title={t(`dossiers.list.empty.${name}`)}>{t(`dossiers.list.empty.${name}Hint`)}</EmptyState>}
      />
      <p className="muted text-small">
        {isCapped ? t('dossiers.list.capped', { shown: found.rows.length, total }) : t('dossiers.list.hint')}
      </p>
    </>
  );
}

function StoreList({ query, ...list }: ListProps & { readonly query: DossierListQuery }): ReactNode {
  const live = useDossierList(query);
  const rows = live.loading ? [] : keepRows(list.name, live.value);
  return <WorklistTable {...list} found={{ rows, isBusy: live.loading, hasFailed: false }} />;
}

function ReviewList({ version, ...list }: ListProps & { readonly version: unknown }): ReactNode {
  return <WorklistTable {...list} found={useReviewRows(version)} />;
}

interface SearchListProps {
  readonly text: string;
  readonly version: unknown;
  readonly shouldFocus: boolean;
}

function SearchList({ text, version, shouldFocus }: SearchListProps): ReactNode {
  const found = useSearchRows(text, version);
  const isReady = useRecordsStatus((records) => records.searchReady);
  const title = t('dossiers.list.results', { text });
  return (
    <>
      <div className="row-between">
        <h2 className="text-section truncate" role="status">
          {title}
          {!found.isBusy && (
            <span className="muted"> · {t('dossiers.list.resultsCount', { count: found.rows.length })}</span>
          )}
        </h2>
        <Button
          variant="quiet"
          icon="close"
          onPress={() => {
            searchDossiers('');
          }}
        >
          {t('dossiers.list.clearSearch')}
        </Button>
      </div>
      {!isReady && <Notice tone="info">{t('dossiers.list.preparing')}</Notice>}
      {isReady && found.hasFailed && <Notice tone="warn">{t('dossiers.list.searchFailed')}</Notice>}
      <DossierTable
        label={title}
        rows={found.rows}
        isBusy={found.isBusy}
        shouldFocus={shouldFocus}
        onOpen={open}
        empty={
          <EmptyState icon="search" title={t('dossiers.list.empty.search')}>
            {t('dossiers.list.empty.searchHint')}
          </EmptyState>
        }
      />
      <p className="muted text-small">
        {found.rows.length >= SEARCH_LIMIT
          ? t('dossiers.list.cappedSearch', { shown: SEARCH_LIMIT })
          : t('dossiers.list.hint')}
      </p>
    </>
  );
}

function useWorklistCounts(today: string): readonly FactSummary[] | undefined {
  return useSteady(useSummaries(worklistNames.map((name) => filterOf(name, today))));
}

/** Worklists, or what was searched for. */
export function DossierListView({
  searchText,
  shouldFocus,
}: {
  readonly searchText: string;
  readonly shouldFocus: boolean;
}): ReactNode {
  const [name, setName] = useState<WorklistName>('processing');
  const today = toLocalDay(useNow(DAY_CHECK_MS));
  const counts = useWorklistCounts(today);
  const query = findQuery(name, today);
  const list = { name, total: counts?.[worklistNames.indexOf(name)]?.dossiers, shouldFocus };
  if (searchText.trim() !== '') {
    return (
      <Page isWide>
        <SearchList text={searchText.trim()} version={counts} shouldFocus={shouldFocus} />
      </Page>
    );
  }
  return (
    <Page isWide>
      <FilterChips
        label={t('dossiers.list.worklists')}
        value={name}
        onChange={(id) => {
          setName(worklistNames.find((known) => known === id) ?? name);
        }}
        options={worklistNames.map((id, index) => {
          const count = counts?.[index]?.dossiers;
          return { id, text: t(`dossiers.list.${id}`), ...(count === undefined ? {} : { count }) };
        })}
      />
      {query ? <StoreList key={name} {...list} query={query} /> : <ReviewList key={name} {...list} version={counts} />}
    </Page>
  );
}
