import { type ReactNode, useState } from 'react';
import { formatDong } from '../../../../shared/base/money';
import { buildPersonFromCard } from '../../../../shared/domain/citizen-card';
import { classifyScan } from '../../../../shared/domain/slip-qr';
import { collectAnswerText } from '../../../../shared/text/people-sentences';
import { DateTextField, Notice, RadioRow, t, TextField, useScan } from '../../../ui';
import { ActFrame, type ActFormProps } from './ActFrame';
import {
  askCollector,
  fillFromCard,
  findParty,
  type OutcomeDraft,
  readOutcome,
  readReturn,
  type ReturnDraft,
  startOutcome,
  startReturn,
} from './outcome-drafts';

const outcomeForms = ['paperOnly', 'scanned', 'electronicSigned'] as const;

/** The result is at the counter. */
export function OutcomeForm(props: ActFormProps): ReactNode {
  const [draft, setDraft] = useState<OutcomeDraft>(() => startOutcome(props.around.procedure?.resultName ?? ''));
  const set = (change: Partial<OutcomeDraft>): void => {
    setDraft({ ...draft, ...change });
  };
  return (
    <ActFrame {...props} kind="OutcomeReady" read={() => readOutcome(draft)}>
      {(errors) => (
        <>
          <TextField
            label={t('dossiers.act.outcome.name')}
            maxLength={300}
            value={draft.name}
            onChange={(name) => {
              set({ name });
            }}
            error={errors['name'] && t(errors['name'])}
          />
          <TextField
            label={t('dossiers.act.outcome.number')}
            reserve={false}
            maxLength={100}
            value={draft.number}
            onChange={(number) => {
              set({ number });
            }}
          />
          <TextField
            label={t('dossiers.act.outcome.signedBy')}
            reserve={false}
            maxLength={200}
            value={draft.signedBy}
            onChange={(signedBy) => {
              set({ signedBy });
            }}
          />
          <DateTextField
            label={t('dossiers.act.outcome.signedOn')}
            value={draft.signedOn}
            onChange={(signedOn) => {
              set({ signedOn });
            }}
          />
          <RadioRow
            label={t('dossiers.act.outcome.form')}
            value={draft.form}
            options={outcomeForms.map((value) => ({ value, text: t(`dossiers.case.outcomeForm.${value}`) }))}
            onChange={(value) => {
              set({ form: outcomeForms.find((one) => one === value) ?? draft.form });
            }}
          />
          {draft.form === 'paperOnly' && (
            <TextField
              label={t('dossiers.act.outcome.paperOnlyReason')}
              hint={t('dossiers.act.outcome.paperOnlyHint')}
              maxLength={300}
              value={draft.paperOnlyReason}
              onChange={(paperOnlyReason) => {
                set({ paperOnlyReason });
              }}
              error={errors['paperOnlyReason'] && t(errors['paperOnlyReason'])}
            />
          )}
        </>
      )}
    </ActFrame>
  );
}

const proofs = ['slip', 'card', 'authorisation', 'secondOfficer'] as const;

/** Hands the result to the citizen. A card scanned now is the collector's. */
export function ReturnForm(props: ActFormProps): ReactNode {
  const { state } = props;
  const [draft, setDraft] = useState<ReturnDraft>(() => startReturn(state));
  useScan((text) => {
    const scan = classifyScan(text);
    if (scan.type !== 'card' || !scan.card.ok) return false;
    setDraft(fillFromCard(buildPersonFromCard(scan.card.value)));
    return true;
  });
  const owed = state.feesDue - state.feesCollected;
  const collector = askCollector(draft, state, props.around.procedure?.collectRule);
  return (
    <ActFrame {...props} kind="OutcomeReturned" read={() => readReturn(draft)}>
      {(errors) => (
        <>
          {owed > 0 && <Notice tone="warn">{t('dossiers.act.return.feeLeft', { amount: formatDong(owed) })}</Notice>}
          {collector !== undefined && collector !== 'may' && (
            <Notice tone="warn">{t(collectAnswerText(collector))}</Notice>
          )}
          <TextField
            label={t('dossiers.act.return.collector')}
            maxLength={200}
            value={draft.name}
            onChange={(name) => {
              setDraft({ ...draft, name });
            }}
            hint={t('dossiers.act.return.collectorHint')}
            error={errors['name'] && t(errors['name'])}
          />
          <RadioRow
            label={t('dossiers.act.return.proof')}
            value={draft.proof}
            options={proofs.map((value) => ({ value, text: t(`dossiers.act.return.proofOf.${value}`) }))}
            onChange={(value) => {
              setDraft({ ...draft, proof: proofs.find((one) => one === value) ?? draft.proof });
            }}
          />
          <TextField
            label={t('dossiers.act.return.number')}
            isTabular
            inputMode="numeric"
            maxLength={14}
            value={draft.number}
            onChange={(number) => {
              setDraft({ ...draft, number });
            }}
            hint={t(
              findParty(state, draft.number) ? 'dossiers.act.return.numberSame' : 'dossiers.act.return.numberHint',
            )}
            error={errors['number'] && t(errors['number'])}
          />
        </>
      )}
    </ActFrame>
  );
}
