import type { ReactNode } from 'react';
import { formatInstant } from '../../../shared/base/time';
import type { DossierDates } from '../../../shared/domain/dossier-dates';
import type { DossierState } from '../../../shared/domain/dossier-state';
import { Explain, Icon, Section, StatusChip, t } from '../../ui';
import { useLegalDates } from '../../records/use-dossiers';
import {
  type CaseDate,
  type CaseStep,
  listDateDoubts,
  listDates,
  listDateSteps,
  listPauses,
  listSteps,
} from './case-dates';
import { CaseLateness } from './CaseLateness';
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

/** When the limit stood still, and by which rule. */
function PauseLines({ dates }: { readonly dates: DossierDates }): ReactNode {
  return listPauses(dates).map((pause, index) => (
    <p key={index} className="case-pause text-small">
      <Icon name="clock" /> {t(pause)}
    </p>
  ));
}

/** Who should have done what by when inside the office. */
function Steps({ steps }: { readonly steps: readonly CaseStep[] }): ReactNode {
  return (
    <Explain label={t('dossiers.dates.steps')} keys="F7" title={t('dossiers.dates.stepsTitle')}>
      <ol className="case-trace">
        {steps.map((step) => (
          <li key={step.id}>
            <span className="strong">{step.name}</span> · {step.who}
            <br />
            <span className="tabular">{t('dossiers.dates.stepDue', { at: formatInstant(step.due) })}</span>
            {step.isPast && <span className="case-past"> · {t('dossiers.dates.stepPast')}</span>}
          </li>
        ))}
      </ol>
    </Explain>
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
  const internal = listSteps(state, inForce, { rules: around.deadlineRules, now: around.now });
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
    <Section
      title={t('dossiers.case.dates')}
      aside={
        <div className="row">
          {internal.length > 0 && <Steps steps={internal} />}
          {why}
        </div>
      }
    >
      <dl className="case-dates">
        {dates.map((date) => (
          <DateCell key={date.id} date={date} />
        ))}
      </dl>
      <Reception state={state} officerName={around.officerName} />
      <PauseLines dates={inForce} />
      <CaseLateness state={state} around={around} />
      {listDateDoubts(state, inForce).map((doubt) => (
        <p key={doubt.key} className="case-doubt text-small">
          <Icon name="warn" /> {t(doubt)}
        </p>
      ))}
    </Section>
  );
}
