import { type ReactNode, useState } from 'react';
import { formatDay } from '../../shared/base/time';
import { findTypedDate, spellTypedDate } from './date-text';
import type { FieldProps } from './field-parts';
import { t } from './text';
import { TextField } from './TextField';

interface DateTextFieldProps extends FieldProps {
  /** `''`, `yyyy-MM-dd`, or `yyyy` where a bare year is allowed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly allowYear?: boolean;
  readonly width?: 'short' | 'medium' | 'full';
}

/** A date typed as on paper; eight digits are enough. */
export function DateTextField({
  value,
  onChange,
  allowYear = false,
  width = 'short',
  ...field
}: DateTextFieldProps): ReactNode {
  const [draft, setDraft] = useState<string>();
  const [isLeft, setLeft] = useState(false);
  const shown = draft ?? (value.length === 10 ? formatDay(value) : value);
  const isBroken = isLeft && shown !== '' && findTypedDate(shown, allowYear) === undefined;
  return (
    <TextField
      {...field}
      error={field.error ?? (isBroken ? t('shell.field.noSuchDate') : undefined)}
      width={width}
      isTabular
      inputMode="numeric"
      placeholder="dd/mm/yyyy"
      value={shown}
      onChange={(text) => {
        const isDeleting = text.length < shown.length;
        const spelled = isDeleting ? text : spellTypedDate(text, allowYear);
        setDraft(spelled);
        setLeft(false);
        onChange(findTypedDate(spelled, allowYear) ?? '');
      }}
      onBlur={() => {
        setLeft(true);
        // A text that is no date stays where it is, to be mended; it is never lost.
        if (findTypedDate(shown, allowYear) !== undefined || shown === '') setDraft(undefined);
      }}
    />
  );
}
