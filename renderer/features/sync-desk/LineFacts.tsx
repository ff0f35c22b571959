import type { ReactNode } from 'react';
import { formatInstant } from '../../../shared/base/time';
import type { SyncStatus } from '../../../shared/ipc/messages';
import { describeAge, describeCodesLeft } from '../../../shared/text/sync-sentences';
import { DetailList, Section, StatusChip, t, useNow } from '../../ui';

const MINUTE_MS = 60_000;
const lineTones = { up: 'ok', down: 'warn', notTried: 'neutral', notConfigured: 'neutral' } as const;

/** The line to the province: when it last answered, what it granted, what it can be trusted with. */
export function LineFacts({ status }: { readonly status: SyncStatus }): ReactNode {
  const now = useNow(15_000);
  const moment = (at: number | null): string => {
    if (at === null) return t('sync.desk.never');
    if (now - at < MINUTE_MS) return formatInstant(at);
    return t('sync.desk.ago', { at: formatInstant(at), age: t(describeAge(at, now)) });
  };
  const durable = status.serverDurable === null ? 'durableUnknown' : status.serverDurable ? 'durableYes' : 'durableNo';
  return (
    <div className="stack">
      <Section title={t('sync.desk.context')}>
        <div className="stack-tight">
          <StatusChip tone={status.failure ? 'warn' : lineTones[status.line]}>
            {t(`sync.desk.line.${status.line}`)}
          </StatusChip>
          <span className="muted">{t(`sync.desk.activity.${status.activity}`)}</span>
        </div>
        <DetailList
          items={[
            {
              label: t('sync.desk.lastContact'),
              value: <span className="tabular">{moment(status.lastContactAt)}</span>,
            },
            {
              label: t('sync.desk.lastReceipt'),
              value: <span className="tabular">{moment(status.lastReceiptAt)}</span>,
            },
            {
              label: t('sync.desk.codesLeft'),
              value: <span className="tabular">{t(describeCodesLeft(status.codesLeft))}</span>,
            },
            { label: t('sync.desk.durable'), value: t(`sync.desk.${durable}`) },
          ]}
        />
      </Section>
      <Section title={t('sync.desk.safeTitle')}>
        <p className="muted">{t('sync.desk.safeBody')}</p>
      </Section>
    </div>
  );
}
