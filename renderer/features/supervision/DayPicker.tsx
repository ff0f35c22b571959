import type { ReactNode } from 'react';
import type { LocalDay } from '../../../shared/base/time';
import { Button, DateTextField, IconButton, t } from '../../ui';
import { stepDay } from './day-steps';

interface DayPickerProps {
  readonly day: LocalDay;
  readonly today: LocalDay;
  readonly onChange: (day: LocalDay) => void;
}

/** A day up to today, typed or stepped through. */
export function DayPicker({ day, today, onChange }: DayPickerProps): ReactNode {
  return (
    <div className="board-day">
      <IconButton
        icon="back"
        label={t('supervision.register.previousDay')}
        keys="Alt+ArrowLeft"
        onPress={() => {
          onChange(stepDay(day, -1));
        }}
      />
      <DateTextField
        label={t('supervision.register.day')}
        labelHidden
        reserve={false}
        value={day}
        onChange={(typed) => {
          if (typed !== '') onChange(typed);
        }}
      />
      <IconButton
        icon="next"
        label={t('supervision.register.nextDay')}
        keys="Alt+ArrowRight"
        isDisabled={day >= today}
        onPress={() => {
          onChange(stepDay(day, 1));
        }}
      />
      {day !== today && (
        <Button
          variant="quiet"
          onPress={() => {
            onChange(today);
          }}
        >
          {t('supervision.register.today')}
        </Button>
      )}
    </div>
  );
}
