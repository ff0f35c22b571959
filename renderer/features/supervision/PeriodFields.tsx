import type { ReactNode } from 'react';
import { formatDay } from '../../../shared/base/time';
import { DateTextField, IconButton, Picker, t } from '../../ui';
import {
  type ParamFaults,
  periodKinds,
  periodOf,
  type ReportDesk,
  type ReportParams,
  spanOfRule,
  stepPeriod,
} from './report-params';
import { sayReport } from './say-report';

interface PeriodProps {
  readonly params: ReportParams;
  readonly preset: ReportDesk;
  readonly faults: ParamFaults;
  readonly onChange: (params: ReportParams) => void;
}

function ChosenDays({ params, faults, onChange }: PeriodProps): ReactNode {
  return (
    <>
      <DateTextField
        label={t('reportScreen.parameter.from')}
        value={params.from}
        error={faults.from && t(faults.from)}
        onChange={(from) => {
          onChange({ ...params, from });
        }}
      />
      <DateTextField
        label={t('reportScreen.parameter.to')}
        value={params.to}
        error={faults.to && t(faults.to)}
        onChange={(to) => {
          onChange({ ...params, to });
        }}
      />
    </>
  );
}

function NamedPeriod({ params, preset, faults, onChange }: PeriodProps): ReactNode {
  const { name, from, to } = periodOf(params);
  const step = (by: 1 | -1): void => {
    onChange(stepPeriod(params, by));
  };
  return (
    <div className="report-period" role="group" aria-label={t('reportScreen.parameter.kind')}>
      <div className="report-period-steps">
        <IconButton
          icon="back"
          label={t('reportScreen.parameter.previous')}
          keys="Alt+ArrowLeft"
          onPress={() => {
            step(-1);
          }}
        />
        <span className="report-period-name" aria-live="polite">
          <span className="strong">{sayReport(name)}</span>
          <span className="muted text-small tabular">
            {t('reportScreen.parameter.range', { from: formatDay(from), to: formatDay(to) })}
          </span>
        </span>
        <IconButton
          icon="next"
          label={t('reportScreen.parameter.next')}
          keys="Alt+ArrowRight"
          isDisabled={to >= preset.today}
          onPress={() => {
            step(1);
          }}
        />
      </div>
      <span className="field-message field-error">{faults.period ? t(faults.period) : ''}</span>
    </div>
  );
}

/** A named period of the rule or of the calendar, or days by hand. */
export function PeriodFields(props: PeriodProps): ReactNode {
  const { params, preset, onChange } = props;
  const rule = { id: String(preset.startDay), text: t('reportScreen.parameter.byRule', spanOfRule(preset.startDay)) };
  return (
    <>
      <Picker
        label={t('reportScreen.parameter.kind')}
        width="short"
        value={params.kind}
        options={periodKinds.map((id) => ({ id, text: t(`reportScreen.parameter.${id}`) }))}
        onChange={(id) => {
          const kind = periodKinds.find((known) => known === id);
          if (kind !== undefined) onChange({ ...params, kind });
        }}
      />
      {params.kind === 'days' ? <ChosenDays {...props} /> : <NamedPeriod {...props} />}
      {params.kind !== 'days' && preset.startDay !== 1 && (
        <Picker
          label={t('reportScreen.parameter.rule')}
          value={String(params.startDay)}
          options={[rule, { id: '1', text: t('reportScreen.parameter.calendar') }]}
          onChange={(id) => {
            onChange({ ...params, startDay: Number(id) });
          }}
        />
      )}
    </>
  );
}
