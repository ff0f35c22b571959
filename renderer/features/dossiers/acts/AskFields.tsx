import type { ReactNode } from 'react';
import { Notice, t } from '../../../ui';
import { listOthers, type AskDraft, type PublishedPaper } from './ask-items';
import { type Binding, DraftChoice, DraftText } from './draft-fields';

const kinds = ['content', 'papers'] as const;

/** What is asked, one thing a line; what stands beside the published list must say what it is and on which ground. */
export function AskFields<Draft extends AskDraft>({
  bound,
  published,
}: {
  readonly bound: Binding<Draft>;
  readonly published: readonly PublishedPaper[];
}): ReactNode {
  const typed: Binding<AskDraft> = {
    ...bound,
    setDraft: (change) => {
      bound.setDraft({ ...bound.draft, ...change });
    },
  };
  const others = published.length === 0 ? [] : listOthers(bound.draft.items, published);
  return (
    <>
      <DraftText
        bound={typed}
        name="items"
        label={t('dossiers.act.supplement.items')}
        hint={t('dossiers.act.supplement.itemsHint')}
        isMultiline
        maxLength={4000}
      />
      {others.length > 0 && (
        <>
          <DraftChoice
            bound={typed}
            name="othersAre"
            label={t('dossiers.handling.ask.others', { names: others.join('; ') })}
            options={kinds.map((id) => ({ id, text: t(`dossiers.handling.ask.othersAre.${id}`) }))}
          />
          {bound.draft.othersAre === 'papers' && (
            <>
              <Notice tone="warn">{t('dossiers.handling.ask.outside')}</Notice>
              <DraftText bound={typed} name="ground" label={t('dossiers.handling.ask.ground')} maxLength={300} />
            </>
          )}
        </>
      )}
    </>
  );
}
