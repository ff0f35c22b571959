import type { ReactNode } from 'react';
import { formatInstant } from '../../../shared/base/time';
import type { DossierState } from '../../../shared/domain/dossier-state';
import { Explain, Icon, Section, StatusChip, t } from '../../ui';
import { useLegalDates } from '../../records/use-dossiers';
import { type CaseDate, listDateDoubts, listDates, listDateSteps } from './case-dates';
import { describeBackEntry } from './timeline-rows';
import type { CaseSurroundings } from './use-surroundings';

function dateWords({ at, instead }: CaseDate): string {
  if (instead !== null) return t(instead);
  return at === null ? t('dossiers.case.noDate') : formatInstant(at);
}

function DateCell({ date }: { readonly date: CaseDate }): ReactNode {
  return (
    <div className="case-date">
      <dt className="muted text-small">{t(date.label)}</dt>
      <dd>
        <span className="tabular strong">{dateWords(date)}</span>
        {date.left && <StatusChip tone={date.left.tone}>{t(date.left.message)}</StatusChip>}
      </dd>
    </div>
  );
}

function Reception({
  state,
  officerName,
}: {
  readonly state: DossierState;
  readonly officerName: (id: string) => string;
}): ReactNode {
  const { reception } = state;
  if (reception === null) return null;
  const { slip, onBehalfOf } = reception;
  const parts = [
    `${t('dossiers.case.received')} ${formatInstant(reception.receivedAt)}`,
    officerName(reception.officerId),
    onBehalfOf && t('dossiers.case.onBehalf', { decision: onBehalfOf.decisionNo }),
    t('dossiers.case.slip', { book: slip.book, year: slip.year, number: slip.number }),
  ];
  const backEntry = describeBackEntry(reception.backEntry);
  return (
    <p className="row muted text-small">
      <span>{parts.filter(Boolean).join(' · ')}</span>
      {backEntry && (
        <StatusChip tone="neutral" icon="edit">
          {t(backEntry)}
        </StatusChip>
      )}
    </p>
  );
}

/** The dates, how much working time is left, and why they are what they are. */
export function CaseDates({
  state,
  around,
}: {
  readonly state: DossierState;
  readonly around: CaseSurroundings;
}): ReactNode {
  const inForce = useLegalDates(state);
  const dates = listDates({ state, dates: inForce, calendar: around.calendar, now: around.now });
  if (dates.length === 0) return null;
  const steps = listDateSteps(state, inForce);
  const why = steps.length > 0 && (
    <Explain label={t('dossiers.case.why')} keys="F8" title={t('dossiers.case.whyTitle')}>
      <ol className="case-trace">
        {steps.map((step, index) => (
          <li key={index}>{t(step)}</li>
        ))}
      </ol>
    </Explain>
  );
  return (
    <Section title={t('dossiers.case.dates')} aside={why}>
      <dl className="case-dates">
        {dates.map((date) => (
          <DateCell key={date.id} date={date} />
        ))}
      </dl>
      <Reception state={state} officerName={around.officerName} />
      {listDateDoubts(state, inForce).map((doubt) => (
        <p key={doubt} className="case-doubt text-small">
          <Icon name="warn" /> {t(doubt)}
        </p>
      ))}
    </Section>
  );
}
