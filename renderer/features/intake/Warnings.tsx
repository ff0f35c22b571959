import type { ReactNode } from 'react';
import type { Message } from '../../../shared/text/message';
import { Icon, t } from '../../ui';
import { describeDuplicate, findDuplicate } from './citizen-rows';
import type { IntakeDraft } from './intake-draft';
import type { IntakeView } from './intake-form';
import type { CitizenRecord } from './use-citizen';

/** Warnings of the rules, and what the citizen's own dossiers say. */
export function listWarnings(draft: IntakeDraft, view: IntakeView, citizen: CitizenRecord): readonly Message[] {
  if (citizen.state !== 'known' || !view.procedure || !view.legalTime) return view.warnings;
  const { name } = draft.applicantIs === 'other' ? draft.applicant : draft.submitter;
  const wanted = { procedure: view.procedure, applicantName: name, at: view.legalTime.at };
  const duplicate = findDuplicate(citizen.rows, wanted);
  return duplicate ? [describeDuplicate(duplicate), ...view.warnings] : view.warnings;
}

/** What deserves a look before receiving. Never blocks, never jumps in. */
export function Warnings({
  warnings,
  unscanned,
}: {
  readonly warnings: readonly Message[];
  readonly unscanned: number;
}): ReactNode {
  if (warnings.length === 0 && unscanned === 0) return null;
  return (
    <ul className="intake-warnings" aria-label={t('intake.warning.title')}>
      {warnings.map((warning) => (
        <li key={`${warning.key}-${JSON.stringify(warning.values ?? {})}`} className="intake-warning">
          <Icon name="warn" />
          <span>{t(warning)}</span>
        </li>
      ))}
      {unscanned > 0 && (
        <li className="muted intake-warning">
          <Icon name="info" />
          <span>{t('intake.warning.unscanned', { count: unscanned })}</span>
        </li>
      )}
    </ul>
  );
}
