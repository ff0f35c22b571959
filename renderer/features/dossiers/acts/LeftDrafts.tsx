import type { ReactNode } from 'react';
import { removeDraft } from '../../../records/draft-store';
import { Button, Notice, t } from '../../../ui';
import { actName, type PanelAct } from '../case-acts';
import type { ActFormProps } from './ActFrame';
import { actDraftId } from './act-draft';
import { describeKeptDraft } from './DraftLine';
import type { KeptDrafts } from './use-kept-forms';

interface LeftDraftsProps extends Pick<ActFormProps, 'state' | 'around'> {
  readonly drafts: KeptDrafts;
  readonly acts: readonly PanelAct[];
  readonly onRemoved: () => void;
}

/** Half-typed acts that may not be done any more: somebody else moved the dossier on. Nothing is thrown away unasked. */
export function LeftDrafts({ state, around, drafts, acts, onRemoved }: LeftDraftsProps): ReactNode {
  const left = [...drafts].filter(([kind]) => !acts.includes(kind));
  if (left.length === 0) return null;
  return (
    <Notice tone="info" title={t('dossiers.act.draft.left')}>
      <ul className="stack-tight">
        {left.map(([kind, kept]) => (
          <li key={kind} className="row">
            <span>
              {t(actName(kind, state))}: {t(describeKeptDraft(kept, around.officer.officerId))}
            </span>
            <Button variant="quiet" onPress={() => void removeDraft(actDraftId(state.dossierId, kind)).then(onRemoved)}>
              {t('dossiers.act.draft.discard')}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
