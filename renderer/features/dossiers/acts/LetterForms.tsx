import type { ReactNode } from 'react';
import { formatInstant } from '../../../../shared/base/time';
import { decideApology, type ApologyStanding } from '../../../../shared/domain/apology';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import { describeApology } from '../../../../shared/text/overdue-sentences';
import { Notice, t } from '../../../ui';
import type { CaseSurroundings } from '../use-surroundings';
import { ActFrame, type ActFormProps } from './ActFrame';
import type { ApprovalContext } from './approval-draft';
import { ApprovalFields } from './ApprovalFields';
import { type Binding, DraftChoice, DraftDay, DraftText } from './draft-fields';
import {
  type DeliveryDraft,
  deliveryWays,
  type ExtensionDraft,
  findApologyDraft,
  type LetterDraft,
  needsApprover,
  readDelivery,
  readExtension,
  readLetter,
  startDelivery,
  startExtension,
  startLetter,
} from './letter-drafts';
import type { PromiseDraft } from './promise-draft';
import { useActDraft } from './use-act-draft';

function standingOf(state: DossierState, around: CaseSurroundings): ApologyStanding | undefined {
  const { deadlineRules: rules, reference, ownUnits, now } = around;
  return rules && reference ? decideApology({ state, rules, ruleSet: reference.rules, ownUnits, now }) : undefined;
}

function approvalOf(acts: readonly unknown[], { officer, officers }: CaseSurroundings): ApprovalContext | null {
  return needsApprover(acts) ? { act: 'secondExtension', actor: officer, officers } : null;
}

/** Day and hour of a new promise, side by side. */
function PromiseFields<Draft extends PromiseDraft>({ bound }: { readonly bound: Binding<Draft> }): ReactNode {
  const typed: Binding<PromiseDraft> = {
    ...bound,
    setDraft: (change) => {
      bound.setDraft({ ...bound.draft, ...change });
    },
  };
  return (
    <div className="act-pair">
      <DraftDay bound={typed} name="promiseDay" label={t('dossiers.handling.promise.day')} />
      <DraftText bound={typed} name="promiseTime" label={t('dossiers.act.backEntry.time')} isTabular maxLength={5} />
    </div>
  );
}

/** A new promise; the legal date stays what it is. */
export function ExtensionForm(props: ActFormProps): ReactNode {
  const { state, around } = props;
  const approval = approvalOf(state.extensions, around);
  const [draft, setDraft] = useActDraft<ExtensionDraft>(() =>
    startExtension(state, standingOf(state, around), { approval }),
  );
  return (
    <ActFrame {...props} kind="DeadlineExtended" read={() => readExtension(draft, { approval })}>
      {(errors) => {
        const bound = { draft, setDraft, errors };
        return (
          <>
            <p className="muted text-small">{t('dossiers.handling.promise.movesNothing')}</p>
            <PromiseFields bound={bound} />
            <DraftText
              bound={bound}
              name="reason"
              label={t('dossiers.handling.promise.reason')}
              isMultiline
              maxLength={600}
            />
            {approval && <ApprovalFields context={approval} bound={bound} />}
          </>
        );
      }}
    </ActFrame>
  );
}

/** Where the apology stands, and whose head signs: of another unit's dossier only a reminder is the own unit's to write. */
function Standing({ standing }: { readonly standing: ApologyStanding | undefined }): ReactNode {
  if (standing === undefined) return null;
  const draft = findApologyDraft(standing);
  return (
    <>
      <p className="text-small">{t(describeApology(standing))}</p>
      {draft?.kind === 'reminder' && (
        <Notice tone="info">{t('dossiers.handling.letter.reminder', { unit: draft.handlingUnit })}</Notice>
      )}
    </>
  );
}

/** The apology, once it is signed; its draft is what the rules propose. */
export function LetterForm(props: ActFormProps): ReactNode {
  const { state, around } = props;
  const standing = standingOf(state, around);
  const approval = approvalOf(state.apologies, around);
  const [draft, setDraft] = useActDraft<LetterDraft>(() => startLetter(standing, { approval, now: around.now }));
  return (
    <ActFrame {...props} kind="ApologyIssued" read={() => readLetter(draft, { approval })}>
      {(errors) => {
        const bound = { draft, setDraft, errors };
        const field = (name: 'reason' | 'remedy') => (
          <DraftText
            bound={bound}
            name={name}
            label={t(`dossiers.handling.letter.${name}`)}
            isMultiline
            maxLength={600}
          />
        );
        return (
          <>
            <Standing standing={standing} />
            {field('reason')}
            {field('remedy')}
            <PromiseFields bound={bound} />
            <DraftText
              bound={bound}
              name="signedBy"
              label={t('dossiers.handling.letter.signedBy', { unit: state.handlingUnit })}
              maxLength={200}
            />
            <div className="act-pair">
              <DraftText bound={bound} name="number" label={t('dossiers.handling.letter.number')} maxLength={60} />
              <DraftDay bound={bound} name="signedOn" label={t('dossiers.handling.letter.signedOn')} />
            </div>
            {approval && <ApprovalFields context={approval} bound={bound} />}
          </>
        );
      }}
    </ActFrame>
  );
}

/** The citizen has the letter; only then it counts. */
export function DeliveryForm(props: ActFormProps): ReactNode {
  const { state } = props;
  const [draft, setDraft] = useActDraft<DeliveryDraft>(() => startDelivery(state));
  const letter = state.apologies.find((one) => one.actionId === draft.apologyId);
  return (
    <ActFrame {...props} kind="ApologyDelivered" read={() => readDelivery(draft)}>
      {(errors) => {
        const bound = { draft, setDraft, errors };
        return (
          <>
            {letter && (
              <p className="text-small">
                {t('dossiers.handling.delivery.letter', {
                  number: letter.number,
                  signedBy: letter.signedBy,
                  promise: formatInstant(letter.newPromise),
                })}
              </p>
            )}
            <DraftChoice
              bound={bound}
              name="by"
              label={t('dossiers.handling.delivery.by')}
              options={deliveryWays.map((id) => ({ id, text: t(`dossiers.handling.delivery.byOf.${id}`) }))}
            />
            <DraftText
              bound={bound}
              name="proof"
              label={t('dossiers.handling.delivery.proof')}
              hint={t('dossiers.handling.delivery.proofHint')}
              maxLength={300}
            />
          </>
        );
      }}
    </ActFrame>
  );
}
