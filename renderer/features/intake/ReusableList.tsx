import type { ReactNode } from 'react';
import { findCandidates } from '../../../shared/domain/paper-reuse';
import type { IndexedPaper } from '../../../shared/domain/paper-index';
import { toLocalDay, type Instant } from '../../../shared/base/time';
import { Section, t } from '../../ui';
import type { IntakeDraft } from './intake-draft';
import type { IntakeView } from './intake-form';
import { describeSourceOf, describeValidity } from './reusable-words';

interface ReusableListProps {
  readonly draft: IntakeDraft;
  readonly view: IntakeView;
  readonly index: readonly IndexedPaper[];
  readonly now: Instant;
}

/** Papers of these people that are held already, each with its source and how long it is valid, or why it cannot be used. */
export function ReusableList({ draft, view, index, now }: ReusableListProps): ReactNode {
  const { checklist, typed } = view;
  if (!checklist || !typed || index.length === 0) return null;
  const question = { parties: typed.parties, day: toLocalDay(view.legalTime?.at ?? now), dossierId: draft.id };
  const held = checklist.rows.flatMap(({ paper }) => {
    if (paper.mode === 'present') return [];
    const [best] = findCandidates(index, paper, question);
    return best ? [{ required: paper, ...best }] : [];
  });
  if (held.length === 0) return null;
  return (
    <Section title={t('intakeRules.reusable.title')}>
      <ul className="stack-tight">
        {held.map(({ required, paper, invalid }) => (
          <li key={required.id} className="text-small">
            <p className="strong">{required.name}</p>
            <p className="muted">{t(describeSourceOf(paper))}</p>
            <p className="muted">
              {t(invalid === null ? describeValidity(paper) : { key: `intakeRules.reusable.invalid.${invalid}` })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
