import type { ReactNode } from 'react';
import { Button, Icon, type IconName, Notice, t } from '../../ui';
import { DoorFrame } from './DoorFrame';
import { describeRestored } from './unlock-sentences';

interface StartStepProps {
  readonly officerName: string;
  readonly place: string;
  readonly isPractice: boolean;
  /** Dossiers brought back from the journal, when the page's store had been lost. */
  readonly restored: number | null;
  /** How many of those are online submissions still to be accepted. */
  readonly restoredOnline: number;
  readonly waiting: number;
  /** Null while counting. */
  readonly dueToday: number | null;
  readonly overdue: number | null;
  readonly onBegin: () => void;
}

interface LineProps {
  readonly icon: IconName;
  readonly tone?: 'warn' | 'danger';
  readonly children: ReactNode;
}

function Line({ icon, tone, children }: LineProps): ReactNode {
  return (
    <li className={tone ? `start-line start-line-${tone}` : 'start-line'}>
      <Icon name={icon} size={20} />
      <span>{children}</span>
    </li>
  );
}

function counted(
  count: number | null,
  some: 'unlock.start.dueToday' | 'unlock.start.overdue',
  none: 'unlock.start.dueTodayNone' | 'unlock.start.overdueNone',
): string {
  if (count === null) return t('unlock.start.counting');
  return count > 0 ? t(some, { count }) : t(none);
}

/** Opening in one Enter: what was left from yesterday and what falls due today. */
export function StartStep(props: StartStepProps): ReactNode {
  const { waiting, dueToday, overdue } = props;
  return (
    <DoorFrame
      title={t('unlock.start.greeting', { name: props.officerName })}
      subtitle={t('unlock.start.lead')}
      place={props.place}
      isPractice={props.isPractice}
    >
      {props.restored !== null && (
        <Notice tone="ok" title={t(describeRestored(props.restored, props.restoredOnline))}>
          {t('unlock.start.restoredDrafts')}
        </Notice>
      )}
      <ul className="start-lines">
        <Line icon="send" {...(waiting > 0 ? { tone: 'warn' as const } : {})}>
          {waiting > 0 ? t('unlock.start.unsent', { count: waiting }) : t('unlock.start.unsentNone')}
          {waiting > 0 && <span className="muted"> {t('unlock.start.unsentHint')}</span>}
        </Line>
        <Line icon="clock">{counted(dueToday, 'unlock.start.dueToday', 'unlock.start.dueTodayNone')}</Line>
        <Line icon="alert" {...((overdue ?? 0) > 0 ? { tone: 'danger' as const } : {})}>
          {counted(overdue, 'unlock.start.overdue', 'unlock.start.overdueNone')}
        </Line>
      </ul>
      <div className="row door-end">
        <Button variant="primary" keys="Ctrl+Enter" autoFocus onPress={props.onBegin}>
          {t('unlock.start.begin')}
        </Button>
      </div>
    </DoorFrame>
  );
}
