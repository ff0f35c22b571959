import { type ReactNode, useState } from 'react';
import { TextField } from './TextField';
import type { FieldProps } from './field-parts';

interface NumberFieldProps extends FieldProps {
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min?: number;
  readonly max?: number;
  readonly width?: 'short' | 'medium' | 'full';
}

/**
 * A whole number, typed or stepped with ↑ and ↓. Not the kit's own number field: that clears its announcer through
 * `innerHTML`, which the content policy forbids.
 */
export function NumberField({
  value,
  onChange,
  min = 0,
  max = 9999,
  width = 'short',
  ...field
}: NumberFieldProps): ReactNode {
  const [draft, setDraft] = useState<string>();
  const take = (next: number): void => {
    onChange(Math.min(max, Math.max(min, next)));
  };
  return (
    <TextField
      {...field}
      width={width}
      isTabular
      inputMode="numeric"
      maxLength={String(max).length}
      value={draft ?? String(value)}
      onChange={(text) => {
        const digits = text.replaceAll(/\D/g, '');
        setDraft(digits);
        if (digits !== '' && Number(digits) >= min) take(Number(digits));
      }}
      onArrow={(step) => {
        setDraft(undefined);
        take(value + step);
      }}
      onBlur={() => {
        setDraft(undefined);
      }}
    />
  );
}
