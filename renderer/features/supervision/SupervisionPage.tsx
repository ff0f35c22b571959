import { type ReactNode, useState } from 'react';
import { can } from '../../../shared/domain/permissions';
import { useSession } from '../../session.store';
import { EmptyState, Page, t, Tabs } from '../../ui';
import { DayRegisterView } from './DayRegisterView';
import { DueBoard } from './DueBoard';
import './supervision.css';

/** What is due, and the day's register. For supervisors. */
export function SupervisionPage(): ReactNode {
  const { officer, unit, counter } = useSession();
  const [tab, setTab] = useState('due');
  if (officer === null || unit === null || counter === null) return null;
  if (!can(officer.role, 'supervise')) {
    return (
      <Page>
        <EmptyState icon="lock" title={t('supervision.noAccess')}>
          {t('supervision.noAccessHint')}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page isWide>
      <Tabs
        label={t('supervision.tabs')}
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'due', text: t('supervision.due.tab'), content: <DueBoard /> },
          {
            id: 'register',
            text: t('supervision.register.tab'),
            content: <DayRegisterView unit={unit} officer={officer} counterId={counter.id} />,
          },
        ]}
      />
    </Page>
  );
}
