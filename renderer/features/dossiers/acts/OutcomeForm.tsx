import type { ReactNode } from 'react';
import type { PageRef } from '../../../../shared/domain/actions/action-parts';
import { DateTextField, RadioRow, t, TextField } from '../../../ui';
import { ActFrame, type ActFormProps } from './ActFrame';
import type { FieldErrors } from './field-errors';
import { OUTCOME_PAPER, type OutcomeDraft, readOutcome, startOutcome } from './outcome-drafts';
import { ScanPages } from './ScanPages';
import { useActDraft } from './use-act-draft';

const outcomeForms = ['paperOnly', 'scanned', 'electronicSigned'] as const;

interface PartProps {
  readonly draft: OutcomeDraft;
  readonly onChange: (change: Partial<OutcomeDraft>) => void;
  readonly errors: FieldErrors;
}

/** A line of the result that need not be known. */
function Line({
  field,
  max,
  draft,
  onChange,
}: PartProps & {
  readonly field: 'number' | 'abstract' | 'signedBy' | 'agency' | 'shelf' | 'originalsWithheld';
  readonly max: number;
}): ReactNode {
  return (
    <TextField
      label={t(`caseOutcome.field.${field}`)}
      reserve={false}
      maxLength={max}
      value={draft[field]}
      onChange={(text) => {
        onChange({ [field]: text });
      }}
    />
  );
}

/** In which form the result is there, and what that form asks for: why there is no file, or its pages. */
function FormPart({ dossierId, ...part }: PartProps & { readonly dossierId: string }): ReactNode {
  const { draft, onChange, errors } = part;
  const addPage = (page: PageRef): void => {
    if (!draft.pages.some((one) => one.pageId === page.pageId)) onChange({ pages: [...draft.pages, page] });
  };
  return (
    <>
      <RadioRow
        label={t('dossiers.act.outcome.form')}
        value={draft.form}
        options={outcomeForms.map((value) => ({ value, text: t(`dossiers.case.outcomeForm.${value}`) }))}
        onChange={(value) => {
          onChange({ form: outcomeForms.find((one) => one === value) ?? draft.form });
        }}
      />
      {draft.form === 'paperOnly' && (
        <TextField
          label={t('dossiers.act.outcome.paperOnlyReason')}
          hint={t('dossiers.act.outcome.paperOnlyHint')}
          maxLength={300}
          value={draft.paperOnlyReason}
          onChange={(paperOnlyReason) => {
            onChange({ paperOnlyReason });
          }}
          error={errors['paperOnlyReason'] && t(errors['paperOnlyReason'])}
        />
      )}
      {draft.form === 'scanned' && (
        <ScanPages dossierId={dossierId} paperId={OUTCOME_PAPER} pages={draft.pages} onPage={addPage} />
      )}
      {errors['pages'] && (
        <p className="act-error text-small" role="alert">
          {t(errors['pages'])}
        </p>
      )}
    </>
  );
}

/** The result is at the counter. */
export function OutcomeForm(props: ActFormProps): ReactNode {
  const { state, around } = props;
  const [draft, setDraft] = useActDraft<OutcomeDraft>(() =>
    startOutcome(around.procedure?.resultName ?? '', state.handlingUnit),
  );
  const onChange = (change: Partial<OutcomeDraft>): void => {
    setDraft((known) => ({ ...known, ...change }));
  };
  return (
    <ActFrame {...props} kind="OutcomeReady" read={() => readOutcome(draft)}>
      {(errors) => {
        const part = { draft, onChange, errors };
        return (
          <>
            <TextField
              label={t('dossiers.act.outcome.name')}
              maxLength={300}
              value={draft.name}
              onChange={(name) => {
                onChange({ name });
              }}
              error={errors['name'] && t(errors['name'])}
            />
            <Line {...part} field="number" max={100} />
            <Line {...part} field="abstract" max={600} />
            <Line {...part} field="signedBy" max={200} />
            <DateTextField
              label={t('dossiers.act.outcome.signedOn')}
              value={draft.signedOn}
              onChange={(signedOn) => {
                onChange({ signedOn });
              }}
            />
            <Line {...part} field="agency" max={200} />
            <FormPart {...part} dossierId={state.dossierId} />
            <Line {...part} field="shelf" max={60} />
            <Line {...part} field="originalsWithheld" max={300} />
          </>
        );
      }}
    </ActFrame>
  );
}
