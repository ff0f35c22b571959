import type { ReactNode } from 'react';
import { Icon, t } from '../../ui';

interface ChoiceMarkProps {
  readonly isChosen: boolean;
  readonly isDisabled: boolean;
  readonly label: string;
  readonly onToggle: () => void;
}

/** Box of a row that can be chosen. The focus stays on the table; Space chooses the row it marks. */
export function ChoiceMark({ isChosen, isDisabled, label, onToggle }: ChoiceMarkProps): ReactNode {
  return (
    <button
      type="button"
      className="choice-mark"
      tabIndex={-1}
      disabled={isDisabled}
      aria-pressed={isChosen}
      aria-label={t('leader.choose.row', { code: label })}
      onClick={onToggle}
    >
      {isChosen && <Icon name="check" />}
    </button>
  );
}
