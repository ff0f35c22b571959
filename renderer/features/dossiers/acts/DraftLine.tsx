import type { ReactNode } from 'react';
import { formatDay, toLocalDay, toLocalTime, type Instant } from '../../../../shared/base/time';
import type { Message } from '../../../../shared/text/message';
import { useSession } from '../../../session.store';
import { Button, Notice, t } from '../../../ui';
import type { KeptActDraft } from './act-draft';
import { useActDrafting } from './use-act-draft';

function describeWhen(savedAt: Instant): string {
  const day = toLocalDay(savedAt);
  return day === toLocalDay(Date.now()) ? toLocalTime(savedAt) : `${toLocalTime(savedAt)} ${formatDay(day)}`;
}

/** "Đang gõ dở lúc 10:32", with the writer's name when it is a colleague's. */
export function describeKeptDraft({ savedAt, draft }: KeptActDraft, officerId: string): Message {
  const at = describeWhen(savedAt);
  return draft.owner.officerId === officerId
    ? { key: 'dossiers.act.draft.since', values: { at } }
    : { key: 'dossiers.act.draft.sinceOf', values: { at, name: draft.owner.name } };
}

/** On top of a form that goes on with half-typed text: since when, and the way to be rid of it. */
export function DraftLine(): ReactNode {
  const drafting = useActDrafting();
  const officerId = useSession((session) => session.officer?.officerId ?? '');
  if (drafting === undefined) return null;
  const { keeper, isKept, discard } = drafting;
  return (
    <>
      {keeper.kept && (
        <div className="act-draft-line row text-small">
          <span className="muted">{t(describeKeptDraft(keeper.kept, officerId))}</span>
          <Button variant="quiet" onPress={discard}>
            {t('dossiers.act.draft.discard')}
          </Button>
        </div>
      )}
      {!isKept && <Notice tone="warn">{t('dossiers.act.draft.notKept')}</Notice>}
    </>
  );
}
