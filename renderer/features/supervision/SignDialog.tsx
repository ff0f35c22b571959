import { type ReactNode, useState } from 'react';
import { formatInstant, toLocalDay } from '../../../shared/base/time';
import type { ApologyRow } from '../../../shared/domain/apology-day';
import { apologyReasonText } from '../../../shared/text/overdue-sentences';

import { DateTextField, t, TextField } from '../../ui';
import { recordApologies, type RecordedActs } from './apologies.commands';
import { type DraftFaults, findSignable, readSigning, type SignDraft } from './apology-desk';
import { BatchDialog } from './BatchDialog';

interface SignDialogProps {
  readonly rows: readonly ApologyRow[];
  readonly onSaved: (recorded: RecordedActs) => void;
  readonly onClose: () => void;
}

/** What each draft proposes, so that nobody signs unseen. */
function Proposals({ rows }: { readonly rows: readonly ApologyRow[] }): ReactNode {
  return (
    <ul className="batch-rows text-small tabular">
      {rows.map((row) => {
        const draft = findSignable(row);
        const at = formatInstant(draft?.proposedPromise ?? row.due);
        const reason = draft ? t(apologyReasonText(draft)) : '';
        return <li key={row.dossierId}>{t('leader.apology.sign.row', { code: row.code, at, reason })}</li>;
      })}
    </ul>
  );
}

/** Letters the head of the unit has signed: one number, one signature, many dossiers. */
export function SignDialog({ rows, onSaved, onClose }: SignDialogProps): ReactNode {
  const [draft, setDraft] = useState<SignDraft>(() => ({
    ...{ number: '', signedBy: '', signedOn: toLocalDay(Date.now()), reason: '', remedy: '', newPromiseDay: '' },
  }));
  const [faults, setFaults] = useState<DraftFaults<keyof SignDraft>>({});
  const set = (changes: Partial<SignDraft>): void => {
    setDraft({ ...draft, ...changes });
  };
  const errorOf = (field: keyof SignDraft) => faults[field] && t(`leader.fault.${faults[field]}`);
  const submit = () => {
    const read = readSigning(draft, rows, Date.now());
    setFaults(read.ok ? {} : read.error);
    return read.ok ? recordApologies(read.value, null) : null;
  };
  return (
    <BatchDialog
      title={t('leader.apology.sign.title', { count: rows.length })}
      submitText={t('leader.apology.sign.submit', { count: rows.length })}
      onSubmit={submit}
      onSaved={onSaved}
      onClose={onClose}
    >
      <div className="batch-time">
        <TextField
          label={t('leader.apology.sign.number')}
          value={draft.number}
          maxLength={60}
          width="short"
          autoFocus
          reserve
          onChange={(number) => set({ number })}
          error={errorOf('number')}
        />
        <DateTextField
          label={t('leader.apology.sign.signedOn')}
          value={draft.signedOn}
          reserve
          onChange={(signedOn) => set({ signedOn })}
          error={errorOf('signedOn')}
        />
        <DateTextField
          label={t('leader.apology.sign.promise')}
          value={draft.newPromiseDay}
          reserve
          onChange={(newPromiseDay) => set({ newPromiseDay })}
          error={errorOf('newPromiseDay')}
        />
      </div>
      <p className="muted text-small">
        {rows.length > 1 && `${t('leader.apology.sign.numberHint')}. `}
        {t('leader.apology.sign.promiseHint')}.
      </p>
      <TextField
        label={t('leader.apology.sign.signedBy')}
        value={draft.signedBy}
        maxLength={200}
        reserve
        onChange={(signedBy) => set({ signedBy })}
        error={errorOf('signedBy')}
      />
      <TextField
        label={t('leader.apology.sign.reason')}
        hint={t('leader.apology.sign.reasonHint')}
        value={draft.reason}
        maxLength={600}
        onChange={(reason) => set({ reason })}
      />
      <TextField
        label={t('leader.apology.sign.remedy')}
        value={draft.remedy}
        maxLength={600}
        onChange={(remedy) => set({ remedy })}
      />
      <Proposals rows={rows} />
    </BatchDialog>
  );
}
