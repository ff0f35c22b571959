import { type ReactNode, useMemo } from 'react';
import { formatInstant } from '../../../shared/base/time';
import type { SyncStatus } from '../../../shared/ipc/messages';
import { kindText } from '../../../shared/text/domain-sentences';
import { describeAge } from '../../../shared/text/sync-sentences';
import { openDossier } from '../../route.store';
import { type Column, DataTable, EmptyState, t, useNow } from '../../ui';
import { SubjectCell } from './SubjectCell';
import { readSyncSubject } from './sync-subject';
import { useDossierLabels } from './use-dossier-labels';

type QueueItem = SyncStatus['queue'][number];

const keyOf = (item: QueueItem): string => item.actionId;

/** Opens the dossier an act is about; acts of a unit's day have none. */
export function openSubject(subjectKey: string): void {
  const subject = readSyncSubject(subjectKey);
  if (subject.kind === 'dossier') openDossier(subject.id);
}

/** Acts on their way, oldest first. */
export function QueueTable({ status }: { readonly status: SyncStatus }): ReactNode {
  const now = useNow(15_000);
  const { queue, lastReceiptAt } = status;
  const labels = useDossierLabels(
    queue.flatMap((item) => {
      const subject = readSyncSubject(item.subjectKey);
      return subject.kind === 'dossier' ? [subject.id] : [];
    }),
  );
  const columns = useMemo<readonly Column<QueueItem>[]>(
    () => [
      {
        id: 'act',
        header: t('sync.desk.column.act'),
        width: 'minmax(150px, 1.2fr)',
        cell: (item) => t(kindText(item.kind)),
        sortValue: (item) => t(kindText(item.kind)),
      },
      {
        id: 'subject',
        header: t('sync.desk.column.subject'),
        width: 'minmax(220px, 2fr)',
        cell: (item) => <SubjectCell subjectKey={item.subjectKey} labels={labels} />,
      },
      {
        id: 'at',
        header: t('sync.desk.column.at'),
        width: '140px',
        isTabular: true,
        cell: (item) => formatInstant(item.at),
        sortValue: (item) => item.at,
      },
      {
        id: 'age',
        header: t('sync.desk.column.age'),
        width: '90px',
        isTabular: true,
        cell: (item) => t(describeAge(item.at, now)),
      },
      {
        id: 'tries',
        header: t('sync.desk.column.tries'),
        width: '96px',
        align: 'end',
        isTabular: true,
        cell: (item) => item.tries,
        sortValue: (item) => item.tries,
      },
    ],
    [labels, now],
  );
  return (
    <>
      <DataTable
        label={t('sync.desk.waitingActs')}
        columns={columns}
        rows={queue}
        rowKey={keyOf}
        onOpen={(item) => {
          openSubject(item.subjectKey);
        }}
        empty={
          <EmptyState icon="done" title={t('sync.desk.allSent')}>
            {lastReceiptAt === null
              ? t('sync.desk.allSentNever')
              : t('sync.desk.allSentSince', { at: formatInstant(lastReceiptAt) })}
          </EmptyState>
        }
      />
      {queue.length >= QUEUE_SHOWN && (
        <p className="muted text-small">{t('sync.desk.queueShown', { shown: queue.length, total: status.waiting })}</p>
      )}
    </>
  );
}

/** Main names at most this many waiting acts. */
const QUEUE_SHOWN = 200;
