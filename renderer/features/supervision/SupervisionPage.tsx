import { type ReactNode, useState } from 'react';
import { toLocalDay } from '../../../shared/base/time';
import type { Officer } from '../../../shared/domain/officer';
import { can } from '../../../shared/domain/permissions';
import { embeddedReportRules } from '../../../shared/domain/report-rules';
import type { Unit } from '../../../shared/domain/unit';
import { useReference } from '../../records/reference.store';
import { useSession } from '../../session.store';
import { useActRules } from '../../use-office';
import { Page, t, Tabs, useNow } from '../../ui';
import { ApologyBoard } from './ApologyBoard';
import { groupApprovals } from './approval-desk';
import { ApprovalBoard } from './ApprovalBoard';
import { DayRegisterView } from './DayRegisterView';
import { DueBoard } from './DueBoard';
import { choosePeriod, type PeriodChoice } from './late-board';
import { LateBoard } from './LateBoard';
import { OtherForms } from './OtherForms';
import { ReportsView } from './ReportsView';
import { ShownRowsProvider } from './ShownRows';
import { useReportDesk } from './use-report-desk';
import { useWatch } from './use-watch';
import './leader.css';
import './supervision.css';

const NOW_MS = 60_000;

interface BoardsProps {
  readonly unit: Unit;
  readonly officer: Officer;
  readonly counterId: string;
  readonly tab: string;
  readonly onTab: (tab: string) => void;
  readonly reports: ReactNode;
}

function Boards({ unit, officer, counterId, tab, onTab, reports }: BoardsProps): ReactNode {
  const [period, setPeriod] = useState<PeriodChoice>('month');
  const now = useNow(NOW_MS);
  const rules = useReference((known) => known.reference?.rules.reports) ?? embeddedReportRules;
  const watch = useWatch(unit, choosePeriod(period, toLocalDay(now), rules));
  const { report } = watch;
  const counted = (text: string, count: number | undefined) => (count === undefined ? { text } : { text, count });
  const apologies = report?.apologies;
  const letters = apologies && apologies.lateWithout.length + apologies.toDraft.length + apologies.toSign.length;
  const words = report && groupApprovals(report.approvals, officer.officerId).waiting.length;
  return (
    <Tabs
      label={t('supervision.tabs')}
      value={tab}
      onChange={onTab}
      tabs={[
        { id: 'due', text: t('supervision.due.tab'), content: <DueBoard watch={watch} /> },
        {
          ...{ id: 'late', ...counted(t('leader.tab.late'), report?.late.toProcess.cumulative.open) },
          content: <LateBoard unit={unit} watch={watch} period={period} onPeriod={setPeriod} />,
        },
        { id: 'apology', ...counted(t('leader.tab.apology'), letters), content: <ApologyBoard watch={watch} /> },
        {
          ...{ id: 'approval', ...counted(t('leader.tab.approval'), words ?? undefined) },
          content: <ApprovalBoard watch={watch} leaderId={officer.officerId} />,
        },
        {
          id: 'register',
          text: t('supervision.register.tab'),
          content: <DayRegisterView unit={unit} officer={officer} counterId={counterId} />,
        },
        { id: 'reports', text: t('reportScreen.tab'), content: reports },
        { id: 'forms', text: t('printing.paper.other.tab'), content: <OtherForms unit={unit} officer={officer} /> },
      ]}
    />
  );
}

/**
 * What is due and late, the leader's lists, the day's register, and the reports. Who does not supervise sees the reports of
 * his own work only.
 */
export function SupervisionPage(): ReactNode {
  const { officer, unit, counter } = useSession();
  const { sets } = useActRules();
  const [tab, setTab] = useState('due');
  const desk = useReportDesk();
  if (officer === null || unit === null || counter === null) return null;
  const reports = (
    <ReportsView
      officer={officer}
      reports={desk}
      onRegister={() => {
        setTab('register');
      }}
    />
  );
  if (!can(officer.role, 'supervise', sets)) return <Page isWide>{reports}</Page>;
  return (
    <Page isWide>
      <ShownRowsProvider>
        <Boards unit={unit} officer={officer} counterId={counter.id} tab={tab} onTab={setTab} reports={reports} />
      </ShownRowsProvider>
    </Page>
  );
}
