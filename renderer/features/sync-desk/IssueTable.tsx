import { type ReactNode, useMemo } from 'react';
import { formatInstant } from '../../../shared/base/time';
import type { SyncStatus } from '../../../shared/ipc/messages';
import { kindText } from '../../../shared/text/domain-sentences';
import { type Column, DataTable, EmptyState, StatusChip, t } from '../../ui';
import { openSubject } from './QueueTable';
import { SubjectCell } from './SubjectCell';
import { readSyncSubject } from './sync-subject';
import { useDossierLabels } from './use-dossier-labels';

type Issue = SyncStatus['issues'][number];

const keyOf = (issue: Issue): string => issue.actionId;

/** What the province came back with: each with its cause and who must act. */
export function IssueTable({ status }: { readonly status: SyncStatus }): ReactNode {
  const labels = useDossierLabels(
    status.issues.flatMap((issue) => {
      const subject = readSyncSubject(issue.subjectKey);
      return subject.kind === 'dossier' ? [subject.id] : [];
    }),
  );
  const columns = useMemo<readonly Column<Issue>[]>(
    () => [
      {
        id: 'verdict',
        header: t('sync.desk.column.verdict'),
        width: '160px',
        cell: (issue) => (
          <StatusChip
            tone={issue.verdict === 'acceptedWithIssue' ? 'warn' : 'danger'}
            icon={issue.verdict === 'quarantined' ? 'clock' : 'alert'}
          >
            {t(`sync.desk.verdict.${issue.verdict}`)}
          </StatusChip>
        ),
        sortValue: (issue) => issue.verdict,
      },
      {
        id: 'subject',
        header: t('sync.desk.column.subject'),
        width: 'minmax(170px, 1.4fr)',
        cell: (issue) => <SubjectCell subjectKey={issue.subjectKey} labels={labels} />,
      },
      {
        id: 'act',
        header: t('sync.desk.column.act'),
        width: 'minmax(130px, 1fr)',
        cell: (issue) => t(kindText(issue.kind)),
      },
      {
        id: 'cause',
        header: t('sync.desk.column.cause'),
        width: 'minmax(220px, 1.8fr)',
        cell: (issue) => (
          <>
            <div className="sync-cause">{t(`domain.cause.${issue.cause}`)}</div>
            <div className="muted">{t('sync.desk.whoActs', { who: t(`domain.whoActs.${issue.whoActs}`) })}</div>
          </>
        ),
      },
      {
        id: 'at',
        header: t('sync.desk.column.at'),
        width: '132px',
        isTabular: true,
        cell: (issue) => formatInstant(issue.at),
        sortValue: (issue) => issue.at,
      },
    ],
    [labels],
  );
  return (
    <DataTable
      label={t('sync.desk.issues')}
      columns={columns}
      rows={status.issues}
      rowKey={keyOf}
      lines={2}
      onOpen={(issue) => {
        openSubject(issue.subjectKey);
      }}
      empty={
        <EmptyState icon="done" title={t('sync.desk.noIssues')}>
          {t('sync.desk.noIssuesHint')}
        </EmptyState>
      }
    />
  );
}
