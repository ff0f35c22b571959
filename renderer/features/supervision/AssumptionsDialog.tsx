import type { ReactNode } from 'react';
import { indexElementIds, type IndexElementId } from '../../../shared/domain/service-index-rules';
import { indexElementText } from '../../../shared/reports/index-report';
import { Button, Dialog, t, TextField } from '../../ui';
import { parsePercent, type ReportParams, type TypedElement, typeElement } from './report-params';
import { sayReport } from './say-report';

interface AssumptionsDialogProps {
  readonly params: ReportParams;
  readonly onChange: (params: ReportParams) => void;
  readonly onClose: () => void;
}

const LONGEST = 6;

function ElementRow({
  id,
  params,
  onChange,
}: Omit<AssumptionsDialogProps, 'onClose'> & { readonly id: IndexElementId }) {
  const typed: TypedElement = params.elements[id] ?? { now: '', then: '', fixed: '' };
  const name = sayReport(indexElementText(id));
  const field = (what: keyof TypedElement): ReactNode => (
    <TextField
      label={t(`reportScreen.assumptions.${what}Of`, { name })}
      labelHidden
      reserve={false}
      isTabular
      inputMode="numeric"
      maxLength={LONGEST}
      value={typed[what]}
      error={what !== 'fixed' && parsePercent(typed[what]) === undefined ? t('reportScreen.wrong.percent') : undefined}
      onChange={(text) => {
        onChange(typeElement(params, id, { [what]: text }));
      }}
    />
  );
  return (
    <>
      <span className="text-small">{name}</span>
      {field('now')}
      {field('then')}
      {field('fixed')}
    </>
  );
}

/** Rates no local data shows, and what to try. Nothing here is recorded anywhere. */
export function AssumptionsDialog({ params, onChange, onClose }: AssumptionsDialogProps): ReactNode {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('reportScreen.assumptions.title')}
      actions={
        <>
          <Button
            onPress={() => {
              onChange({ ...params, elements: {} });
            }}
          >
            {t('reportScreen.assumptions.clear')}
          </Button>
          <Button variant="primary" keys="Ctrl+Enter" onPress={onClose}>
            {t('reportScreen.assumptions.close')}
          </Button>
        </>
      }
    >
      <p className="muted text-small">{t('reportScreen.assumptions.body')}</p>
      <div className="report-elements">
        {(['element', 'now', 'then', 'fixed'] as const).map((head) => (
          <span key={head} className="strong text-small">
            {t(`reportScreen.assumptions.${head}`)}
          </span>
        ))}
        {indexElementIds.map((id) => (
          <ElementRow key={id} id={id} params={params} onChange={onChange} />
        ))}
      </div>
    </Dialog>
  );
}
