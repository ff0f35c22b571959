import type { ReactNode } from 'react';
import type { DossierState } from '../../../shared/domain/dossier-state';
import { Section, StatusChip, t } from '../../ui';
import { buildTimeline, type TimelineRow } from './timeline-rows';

function Act({ row }: { readonly row: TimelineRow }): ReactNode {
  const detail = row.detail === null || typeof row.detail === 'string' ? row.detail : t(row.detail);
  return (
    <li className="act-row">
      <div className="act-time tabular">
        {row.happenedAt}
        {row.enteredAt && <span className="muted text-small">{t(row.enteredAt)}</span>}
      </div>
      <div className="act-what">
        <p>
          <span className={row.effect?.isVoid ? 'act-kind muted' : 'act-kind'}>{t(row.kind)}</span>
          {detail !== null && detail !== '' && <span className="act-detail"> {detail}</span>}
        </p>
        <p className="muted text-small">
          {[row.who ?? t('dossiers.case.receipt.server'), row.onBehalf && t(row.onBehalf)].filter(Boolean).join(', ')}
        </p>
        {(row.backEntry ?? row.effect) && (
          <p className="row text-small">
            {row.backEntry && (
              <StatusChip tone="neutral" icon="edit">
                {t(row.backEntry)}
              </StatusChip>
            )}
            {row.effect && (
              <StatusChip tone={row.effect.isVoid ? 'warn' : 'neutral'} icon="info">
                {t(row.effect.message)}
              </StatusChip>
            )}
          </p>
        )}
      </div>
      <div className="act-receipt">
        <StatusChip tone={row.receipt.tone}>{t(row.receipt.message)}</StatusChip>
      </div>
    </li>
  );
}

interface TimelineProps {
  readonly state: DossierState;
  readonly officerName: (officerId: string) => string;
}

/** Every act on record, newest first. Nothing leaves it, whatever the province said. */
export function Timeline({ state, officerName }: TimelineProps): ReactNode {
  const rows = buildTimeline(state, officerName);
  if (rows.length === 0) return null;
  return (
    <Section
      title={t('dossiers.case.timeline')}
      aside={<span className="muted text-small">{t('dossiers.case.timelineHint')}</span>}
    >
      <ol className="case-timeline" aria-label={t('dossiers.case.timeline')}>
        {rows.map((row) => (
          <Act key={row.actionId} row={row} />
        ))}
      </ol>
    </Section>
  );
}
