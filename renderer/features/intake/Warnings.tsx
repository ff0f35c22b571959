import type { ReactNode } from 'react';
import { findDuplicates } from '../../../shared/domain/duplicate-check';
import type { Message } from '../../../shared/text/message';
import { describeDuplicate } from '../../../shared/text/people-sentences';
import { Explain, Icon, t } from '../../ui';
import type { IntakeView } from './intake-form';
import type { CitizenRecord } from './use-citizen';

/** Every earlier dossier of the citizen that may be this very request, each with its reason. */
function listDuplicates({ procedure, typed, legalTime }: IntakeView, citizen: CitizenRecord): readonly Message[] {
  if (citizen.state !== 'known' || !procedure || !typed || !legalTime) return [];
  const found = findDuplicates({
    rule: procedure.duplicateRule,
    wanted: typed,
    earlier: citizen.earlier,
    at: legalTime.at,
  });
  return found.map(describeDuplicate);
}

/** Warnings of the rules, and what the citizen's own dossiers say. */
export function listWarnings(view: IntakeView, citizen: CitizenRecord): readonly Message[] {
  return [...listDuplicates(view, citizen), ...view.warnings];
}

interface Note {
  readonly message: Message;
  readonly isQuiet: boolean;
}

function NoteLine({ note: { message, isQuiet } }: { readonly note: Note }): ReactNode {
  return (
    <span className={isQuiet ? 'muted intake-warning' : 'intake-warning'} title={t(message)}>
      <Icon name={isQuiet ? 'info' : 'warn'} />
      <span>{t(message)}</span>
    </span>
  );
}

/**
 * What deserves a look before receiving: the first in full, the rest one key away. Its line is there also while it is
 * empty, so that no field moves when a warning comes. Never blocks, never jumps in.
 */
export function Warnings({
  warnings,
  unscanned,
}: {
  readonly warnings: readonly Message[];
  readonly unscanned: number;
}): ReactNode {
  const quiet: Message = { key: 'intake.warning.unscanned', values: { count: unscanned } };
  const notes: readonly Note[] = [
    ...warnings.map((message) => ({ message, isQuiet: false })),
    ...(unscanned > 0 ? [{ message: quiet, isQuiet: true }] : []),
  ];
  const [first, ...others] = notes;
  return (
    <ul className="intake-warnings" aria-label={t('intake.warning.title')}>
      {first && (
        <li className="intake-first-warning">
          <NoteLine note={first} />
        </li>
      )}
      {others.length > 0 && (
        <li>
          <Explain
            label={t('intake.warning.more', { count: others.length })}
            title={t('intake.warning.title')}
            keys="Alt+L"
          >
            <ul className="stack-tight text-small">
              {notes.map((note) => (
                <li key={`${note.message.key}-${JSON.stringify(note.message.values ?? {})}`}>
                  <NoteLine note={note} />
                </li>
              ))}
            </ul>
          </Explain>
        </li>
      )}
    </ul>
  );
}
