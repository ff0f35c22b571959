import { type ReactNode, useEffect, useState } from 'react';
import { toLocalTime, toLocalDay, formatDay, type Instant } from '../../../shared/base/time';
import { ConfirmDialog, IconButton, Section, t } from '../../ui';
import { forgetDraft, listCounterDrafts, type ListedDraft } from './draft-keeper';
import { isOfAnother } from './intake-draft';
import { resumeDraft, type Desk } from './intake-flow';
import { useIntake } from './intake.store';
import { shortenName } from './person-words';

function nameOf(draft: ListedDraft): string {
  if (draft.state === 'damaged') return t('intake.drafts.damaged');
  const name = draft.value.submitter.name.trim();
  return name === '' ? t('intake.drafts.untitled') : shortenName(name);
}

/** Whose draft it is, when it is not the officer's own. */
function findOwner(draft: ListedDraft, { officer }: Desk): string | undefined {
  return draft.state === 'readable' && isOfAnother(draft.value, officer) ? draft.value.owner?.name : undefined;
}

function describeWhen(savedAt: Instant, now: Instant): string {
  const day = toLocalDay(savedAt);
  return day === toLocalDay(now) ? toLocalTime(savedAt) : `${toLocalTime(savedAt)} ${formatDay(day)}`;
}

function useCounterDrafts(counterId: string): readonly ListedDraft[] {
  const no = useIntake((state) => state.draftsNo);
  const [drafts, setDrafts] = useState<readonly ListedDraft[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void listCounterDrafts(counterId).then((found) => {
      if (isCurrent) setDrafts(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [counterId, no]);
  return drafts;
}

/** Dossiers begun at this counter and not received: whoever sits here may go on with them. */
export function DraftList({ desk, now }: { readonly desk: Desk; readonly now: Instant }): ReactNode {
  const drafts = useCounterDrafts(desk.counterId);
  const currentId = useIntake((state) => state.draft?.id);
  const [unwanted, setUnwanted] = useState<ListedDraft | null>(null);
  const others = drafts.filter((draft) => draft.id !== currentId);
  if (others.length === 0) return null;
  return (
    <Section title={t('intake.drafts.title')}>
      <ul className="intake-citizen-rows">
        {others.map((draft) => {
          const name = nameOf(draft);
          const procedure = draft.state === 'readable' ? draft.value.procedureText.trim() : '';
          const owner = findOwner(draft, desk);
          return (
            <li key={draft.id} className="intake-draft-row">
              <button
                type="button"
                className="intake-citizen-row"
                aria-label={t('intake.drafts.open', { name })}
                disabled={draft.state === 'damaged'}
                onClick={() => void resumeDraft(draft.id, desk)}
              >
                <span className="intake-citizen-row-title truncate">{name}</span>
                <span className="muted text-small">
                  {procedure === '' ? t('intake.drafts.noProcedure') : procedure} · {describeWhen(draft.savedAt, now)}
                </span>
                {owner !== undefined && <span className="text-small">{t('intake.drafts.of', { name: owner })}</span>}
              </button>
              <IconButton
                icon="close"
                label={t('intake.drafts.discard', { name })}
                onPress={() => {
                  setUnwanted(draft);
                }}
              />
            </li>
          );
        })}
      </ul>
      <ConfirmDialog
        isOpen={unwanted !== null}
        isDanger
        title={t('intake.drafts.discardTitle')}
        confirmText={t('intake.drafts.discardConfirm')}
        onCancel={() => {
          setUnwanted(null);
        }}
        onConfirm={() => {
          if (unwanted) void forgetDraft(unwanted.id);
          setUnwanted(null);
        }}
      >
        {unwanted && t('intake.drafts.discardText', { name: nameOf(unwanted) })}
      </ConfirmDialog>
    </Section>
  );
}
