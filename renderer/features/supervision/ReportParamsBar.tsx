import { type ReactNode, useState } from 'react';
import type { Unit } from '../../../shared/domain/unit';
import type { ReportEntry, ReportParameter } from '../../../shared/reports/report-catalogue';
import { Button, Checkbox, DateTextField, Picker, t } from '../../ui';
import { AssumptionsDialog } from './AssumptionsDialog';
import { MovesDialog } from './MovesDialog';
import { PeriodFields } from './PeriodFields';
import { type ParamFaults, readElements, type ReportDesk, type ReportParams } from './report-params';

interface ParamProps {
  readonly params: ReportParams;
  readonly preset: ReportDesk;
  readonly counters: Unit['counters'];
  readonly faults: ParamFaults;
  readonly onChange: (params: ReportParams) => void;
}

function AssumptionsButton({ params, faults, onChange }: ParamProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { assumptions, changes } = readElements(params);
  const count = Object.keys(assumptions).length + changes.length;
  return (
    <div className="report-extra">
      <Button keys="Alt+G" onPress={() => setOpen(true)}>
        {count === 0
          ? t('reportScreen.parameter.assumptions')
          : t('reportScreen.parameter.assumptionsCount', { count })}
      </Button>
      <span className="field-message field-error">{faults.elements ? t(faults.elements) : ''}</span>
      {isOpen && <AssumptionsDialog params={params} onChange={onChange} onClose={() => setOpen(false)} />}
    </div>
  );
}

function MovesButton({ params, onChange }: ParamProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="report-extra">
      <Button keys="Alt+G" onPress={() => setOpen(true)}>
        {t('reportScreen.parameter.movesCount', { count: params.moves.length })}
      </Button>
      <span className="field-message" />
      {isOpen && <MovesDialog params={params} onChange={onChange} onClose={() => setOpen(false)} />}
    </div>
  );
}

function CounterField({ params, preset, counters, onChange }: ParamProps): ReactNode {
  const own = counters.filter(({ id }) => preset.seesAll || id === preset.counterId);
  const all = preset.seesAll ? [{ id: '', text: t('reportScreen.parameter.allCounters') }] : [];
  return (
    <Picker
      label={t('reportScreen.parameter.counter')}
      value={params.counterId ?? ''}
      options={[...all, ...own.map(({ id, name }) => ({ id, text: name }))]}
      onChange={(id) => {
        onChange({ ...params, counterId: id === '' ? null : id });
      }}
    />
  );
}

function Parameter({ name, ...props }: ParamProps & { readonly name: ReportParameter }): ReactNode {
  const { params, faults, onChange } = props;
  switch (name) {
    case 'day':
      return (
        <DateTextField
          label={t('reportScreen.parameter.day')}
          value={params.day}
          error={faults.day && t(faults.day)}
          onChange={(day) => {
            onChange({ ...params, day });
          }}
        />
      );
    case 'period':
      return <PeriodFields {...props} />;
    case 'counter':
      return <CounterField {...props} />;
    case 'masked':
      return (
        <div className="report-check">
          <Checkbox
            isSelected={params.masked}
            onChange={(masked) => {
              onChange({ ...params, masked });
            }}
          >
            {t('reportScreen.parameter.masked')}
          </Checkbox>
        </div>
      );
    case 'assumptions':
      return <AssumptionsButton {...props} />;
    case 'staffMoves':
      return <MovesButton {...props} />;
    case 'asOf':
    case 'levels':
      return <p className="report-said muted text-small">{t(`reportScreen.parameter.${name}`)}</p>;
  }
}

/** What a report asks, with the usual values in place. */
export function ReportParamsBar({ entry, ...props }: ParamProps & { readonly entry: ReportEntry }): ReactNode {
  return (
    <div className="report-params">
      {entry.parameters.map((name) => (
        <Parameter key={name} name={name} {...props} />
      ))}
    </div>
  );
}
