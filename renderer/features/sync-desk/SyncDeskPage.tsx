import { type ReactNode, useState } from 'react';
import type { DesktopBridge } from '../../../shared/ipc/contract';
import type { IpcError, SyncStatus } from '../../../shared/ipc/messages';
import { describeIpcError } from '../../../shared/text/error-sentences';
import { listAbnormal } from '../../../shared/text/sync-sentences';
import { syncNow } from '../../sync/watch-sync';
import { useSyncStatus } from '../../sync/sync-status.store';
import { Button, Notice, Page, Skeleton, t, Tabs } from '../../ui';
import { IssueTable } from './IssueTable';
import { LineFacts } from './LineFacts';
import { QueueTable } from './QueueTable';
import './sync-desk.css';

interface FigureProps {
  readonly label: string;
  readonly value: number;
  /** What is counted: one dossier may have several acts on their way. */
  readonly unit: 'dossiers' | 'acts';
}

function Figure({ label, value, unit }: FigureProps): ReactNode {
  return (
    <div className="sync-figure">
      <dt className="muted text-small">{label}</dt>
      <dd>
        <span className="sync-number tabular">{value}</span>{' '}
        <span className="muted text-small">{t(`sync.desk.unit.${unit}`)}</span>
      </dd>
    </div>
  );
}

function Figures({ status }: { readonly status: SyncStatus }): ReactNode {
  return (
    <dl className="sync-figures">
      <Figure label={t('sync.desk.saved')} value={status.saved} unit="dossiers" />
      <Figure label={t('sync.desk.accepted')} value={status.accepted} unit="dossiers" />
      <Figure label={t('sync.desk.waiting')} value={status.waiting} unit="dossiers" />
      <Figure label={t('sync.desk.issues')} value={status.issues.length} unit="acts" />
    </dl>
  );
}

/** What waits for the province, what it said, and what to do about it. */
export function SyncDeskPage({ desktop }: { readonly desktop: DesktopBridge }): ReactNode {
  const status = useSyncStatus((sync) => sync.status);
  const [tab, setTab] = useState('waiting');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<IpcError>();
  const send = async (): Promise<void> => {
    setBusy(true);
    const answer = await syncNow(desktop);
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.error);
  };
  if (status === null) return <Skeleton rows={6} />;
  const isSending = isBusy || status.activity === 'sending';
  return (
    <Page
      isWide
      contextLabel={t('sync.desk.context')}
      context={<LineFacts status={status} />}
      actions={
        <Button
          variant="primary"
          keys="Ctrl+Enter"
          icon="send"
          isPending={isSending}
          isDisabled={status.line === 'notConfigured'}
          onPress={() => void send()}
        >
          {isSending ? t('sync.desk.sendNowBusy') : t('sync.desk.sendNow')}
        </Button>
      }
    >
      <Figures status={status} />
      {failure && <Notice tone="danger" title={t(describeIpcError(failure))} />}
      {listAbnormal(status).map((item) => (
        <Notice key={item.kind} tone={item.tone}>
          {t(item.detail)}
        </Notice>
      ))}
      <Tabs
        label={t('sync.desk.tabs')}
        value={tab}
        onChange={setTab}
        tabs={[
          {
            id: 'waiting',
            text: t('sync.desk.waitingActs'),
            count: status.queue.length,
            content: <QueueTable status={status} />,
          },
          {
            id: 'issues',
            text: t('sync.desk.issueActs'),
            count: status.issues.length,
            content: <IssueTable status={status} />,
          },
        ]}
      />
    </Page>
  );
}
