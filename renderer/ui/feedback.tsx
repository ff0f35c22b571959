import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import { IconButton } from './Button';
import { t } from './text';
import './feedback.css';

const noticeIcons = { info: 'info', ok: 'done', warn: 'warn', danger: 'alert' } as const satisfies Record<
  string,
  IconName
>;

interface NoticeProps {
  readonly tone: keyof typeof noticeIcons;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly onDismiss?: () => void;
}

/** What happened, what is safe, what to do. Danger is read out at once, the rest when there is a pause. */
export function Notice({ tone, title, children, action, onDismiss }: NoticeProps): ReactNode {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon name={noticeIcons[tone]} size={20} />
      <div className="notice-text">
        {title && <p className="strong">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action}
      {onDismiss && <IconButton icon="close" label={t('shell.button.dismiss')} onPress={onDismiss} />}
    </div>
  );
}

const chipIcons = {
  neutral: undefined,
  info: 'info',
  ok: 'done',
  warn: 'clock',
  danger: 'alert',
} as const satisfies Record<string, IconName | undefined>;

interface StatusChipProps {
  readonly tone: keyof typeof chipIcons;
  readonly children: ReactNode;
  readonly icon?: IconName;
}

/** A state in a word, with a sign, never by colour alone. */
export function StatusChip({ tone, children, icon }: StatusChipProps): ReactNode {
  const sign = icon ?? chipIcons[tone];
  return (
    <span className={`chip chip-${tone}`}>
      {sign && <Icon name={sign} />}
      <span className="truncate">{children}</span>
    </span>
  );
}

interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly icon?: IconName;
}

/** Nothing here yet, and what to do first. */
export function EmptyState({ title, children, action, icon = 'info' }: EmptyStateProps): ReactNode {
  return (
    <div className="ui-empty">
      <Icon name={icon} size={20} />
      <p className="strong">{title}</p>
      {children && <div className="muted">{children}</div>}
      {action}
    </div>
  );
}
