import type { ReactNode } from 'react';
import { ok } from '../../../../shared/base/result';
import { formatInstant } from '../../../../shared/base/time';
import { decideAppointment } from '../../../../shared/domain/appointment';
import { describeVerdict, kindText } from '../../../../shared/text/domain-sentences';
import { NumberField, Picker, RadioRow, t, TextField } from '../../../ui';
import { acceptSubmission } from '../dossiers.commands';
import { ActFrame, type ActFormProps } from './ActFrame';
import { DraftNumber, DraftText } from './draft-fields';
import {
  type HandOverDraft,
  readHandOver,
  readResolve,
  readWithdraw,
  startHandOver,
  startResolve,
  startWithdraw,
  type WithdrawDraft,
} from './handling-drafts';
import { useActDraft } from './use-act-draft';

/** Accepts a submission of the portal. */
export function AcceptForm(props: ActFormProps): ReactNode {
  const { state, around } = props;
  const procedureCase = around.procedure?.cases.find((one) => one.id === state.caseId);
  const limit = procedureCase?.limits[state.channel ?? 'online'];
  const appointment = limit && decideAppointment({ limit, receivedAt: around.now, calendar: around.calendar });
  const promisedAt = appointment?.promisedAt ?? null;
  return (
    <ActFrame
      {...props}
      kind="OnlineSubmissionAccepted"
      read={() => ok({ v: 1 })}
      send={(backEntry) => acceptSubmission(state, backEntry)}
    >
      {() => (
        <>
          <p>{t('dossiers.act.accept.body')}</p>
          {promisedAt !== null && (
            <p className="strong">{t('dossiers.act.accept.promised', { at: formatInstant(promisedAt) })}</p>
          )}
        </>
      )}
    </ActFrame>
  );
}

const media = ['paper', 'electronic', 'both'] as const;

/** Hands the folder over. */
export function HandOverForm(props: ActFormProps): ReactNode {
  const [draft, setDraft] = useActDraft<HandOverDraft>(() => startHandOver(props.state));
  const steps = props.around.deadlineRules?.steps ?? [];
  return (
    <ActFrame {...props} kind="HandedOver" read={() => readHandOver(draft)}>
      {(errors) => (
        <>
          <TextField
            label={t('dossiers.act.handOver.to')}
            value={draft.to}
            maxLength={200}
            onChange={(to) => {
              setDraft({ ...draft, to });
            }}
            error={errors['to'] && t(errors['to'])}
          />
          <RadioRow
            label={t('dossiers.act.handOver.medium')}
            value={draft.medium}
            options={media.map((value) => ({ value, text: t(`dossiers.act.handOver.mediumOf.${value}`) }))}
            onChange={(value) => {
              setDraft({ ...draft, medium: media.find((one) => one === value) ?? draft.medium });
            }}
          />
          {steps.length > 0 && (
            <Picker
              label={t('dossiers.handling.step')}
              width="full"
              reserve={false}
              value={draft.stepId === '' ? null : draft.stepId}
              options={steps.map(({ id, name }) => ({ id, text: name }))}
              onChange={(stepId) => {
                setDraft({ ...draft, stepId });
              }}
            />
          )}
          {draft.medium !== 'electronic' && (
            <NumberField
              label={t('dossiers.act.handOver.originals')}
              value={draft.originals}
              max={999}
              onChange={(originals) => {
                setDraft({ ...draft, originals });
              }}
            />
          )}
        </>
      )}
    </ActFrame>
  );
}

/** The citizen takes the dossier back; a legal act, so its button is red. */
export function WithdrawForm(props: ActFormProps): ReactNode {
  const [draft, setDraft] = useActDraft<WithdrawDraft>(() => startWithdraw(props.state));
  return (
    <ActFrame {...props} kind="Withdrawn" isDanger read={() => readWithdraw(draft)}>
      {(errors) => {
        const bound = { draft, setDraft, errors };
        return (
          <>
            <DraftText
              bound={bound}
              name="reason"
              label={t('dossiers.act.withdraw.reason')}
              isMultiline
              maxLength={600}
            />
            <DraftNumber
              bound={bound}
              name="originalsReturned"
              label={t('dossiers.handling.originalsReturned')}
              max={999}
            />
          </>
        );
      }}
    </ActFrame>
  );
}

/** Closes an issue with a word on what was done. */
export function ResolveForm(props: ActFormProps): ReactNode {
  const { state } = props;
  const [draft, setDraft] = useActDraft(() => startResolve(state));
  const open = state.issues.filter((issue) => !issue.resolved);
  const options = open.map((issue) => {
    const kind = state.timeline.find((entry) => entry.action.id === issue.actionId)?.action.kind ?? '';
    return {
      id: issue.actionId,
      text: t(kindText(kind)),
      detail: t(describeVerdict(issue.cause, issue.whoActs, issue.verdict)),
    };
  });
  const chosen = options.find((option) => option.id === draft.actionId);
  return (
    <ActFrame {...props} kind="IssueResolved" hasBackEntry={false} read={() => readResolve(draft)}>
      {(errors) => (
        <>
          {options.length > 1 && (
            <Picker
              label={t('dossiers.act.resolve.which')}
              width="full"
              reserve={false}
              value={draft.actionId}
              options={options.map(({ id, text }) => ({ id, text }))}
              onChange={(actionId) => {
                setDraft({ ...draft, actionId });
              }}
            />
          )}
          {chosen && <p className="text-small">{chosen.detail}</p>}
          <TextField
            label={t('dossiers.act.resolve.note')}
            isMultiline
            maxLength={600}
            value={draft.note}
            onChange={(note) => {
              setDraft({ ...draft, note });
            }}
            error={errors['note'] && t(errors['note'])}
          />
        </>
      )}
    </ActFrame>
  );
}
