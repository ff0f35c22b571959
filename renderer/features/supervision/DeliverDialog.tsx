import { type ReactNode, useState } from 'react';
import type { ApologyRow } from '../../../shared/domain/apology-day';

import { DateTextField, RadioRow, t, TextField } from '../../ui';
import { recordApologies, type RecordedActs } from './apologies.commands';
import { type DeliverDraft, deliveryWays, type DraftFaults, readDelivery } from './apology-desk';
import { BatchDialog } from './BatchDialog';

interface DeliverDialogProps {
  readonly rows: readonly ApologyRow[];
  readonly onSaved: (recorded: RecordedActs) => void;
  readonly onClose: () => void;
}

/** Letters that are with the citizens now: how, proof, and when where it was earlier. */
export function DeliverDialog({ rows, onSaved, onClose }: DeliverDialogProps): ReactNode {
  const [draft, setDraft] = useState<DeliverDraft>({ by: 'post', proof: '', day: '', time: '' });
  const [faults, setFaults] = useState<DraftFaults<keyof DeliverDraft>>({});
  const set = (changes: Partial<DeliverDraft>): void => {
    setDraft({ ...draft, ...changes });
  };
  const errorOf = (field: keyof DeliverDraft) => faults[field] && t(`leader.fault.${faults[field]}`);
  const submit = () => {
    const read = readDelivery(draft, rows, Date.now());
    setFaults(read.ok ? {} : read.error);
    return read.ok ? recordApologies(read.value.acts, read.value.happenedAt) : null;
  };
  return (
    <BatchDialog
      title={t('leader.apology.deliver.title', { count: rows.length })}
      submitText={t('leader.apology.deliver.submit', { count: rows.length })}
      onSubmit={submit}
      onSaved={onSaved}
      onClose={onClose}
    >
      <RadioRow
        label={t('leader.apology.deliver.by')}
        value={draft.by}
        options={deliveryWays.map((value) => ({ value, text: t(`leader.apology.deliver.way.${value}`) }))}
        onChange={(by) => set({ by: deliveryWays.find((one) => one === by) ?? draft.by })}
      />
      <TextField
        label={t('leader.apology.deliver.proof')}
        hint={t(`leader.apology.deliver.proofHint.${draft.by}`)}
        value={draft.proof}
        maxLength={300}
        autoFocus
        reserve
        onChange={(proof) => set({ proof })}
        error={errorOf('proof')}
      />
      <div className="batch-time">
        <DateTextField
          label={t('leader.apology.deliver.day')}
          value={draft.day}
          reserve
          onChange={(day) => set({ day })}
          error={errorOf('day')}
        />
        <TextField
          label={t('leader.apology.deliver.time')}
          placeholder="hh:mm"
          inputMode="numeric"
          isTabular
          width="short"
          value={draft.time}
          reserve
          onChange={(time) => set({ time })}
          error={errorOf('time')}
        />
      </div>
      <p className="muted text-small">{t('leader.apology.deliver.timeHint')}</p>
    </BatchDialog>
  );
}
