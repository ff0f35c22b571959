import type { ReactNode } from 'react';
import { formatDay } from '../../../shared/base/time';
import type { DesktopBridge } from '../../../shared/ipc/contract';
import { describeIpcError } from '../../../shared/text/error-sentences';
import { Notice, Section, Skeleton, StatusChip, t } from '../../ui';
import { useAnswer } from './use-answer';

/** The reference packages on this PC: which rules, from when, from whom. */
export function PackagesSection({ desktop }: { readonly desktop: DesktopBridge }): ReactNode {
  const packages = useAnswer(desktop.reference.current);
  if (!packages) return <Skeleton rows={2} />;
  return (
    <Section title={t('shell.settings.packages')}>
      {!packages.ok && <Notice tone="warn" title={t(describeIpcError(packages.error))} />}
      {packages.ok && (
        <ul className="settings-list">
          {packages.value.map((one) => (
            <li key={`${one.kind} ${one.version} ${one.origin}`} className="row-between settings-line">
              <span className="grow">
                {t(`shell.settings.packageKind.${one.kind}`)}
                <span className="muted tabular">
                  {' · '}
                  {t('shell.settings.packageLine', { version: one.version, validFrom: formatDay(one.validFrom) })}
                </span>
              </span>
              <StatusChip
                tone={one.origin === 'installer' ? 'warn' : 'ok'}
                icon={one.origin === 'installer' ? 'info' : 'done'}
              >
                {t(`shell.settings.packageOrigin.${one.origin}`)}
              </StatusChip>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
