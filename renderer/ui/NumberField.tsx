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
  // `firm`: the number before typing began, which an emptied field falls back to.
  const [draft, setDraft] = useState<{ readonly text: string; readonly firm: number }>();
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
      value={draft?.text ?? String(value)}
      onChange={(text) => {
        const digits = text.replaceAll(/\D/g, '');
        const firm = draft?.firm ?? value;
        setDraft({ text: digits, firm });
        if (digits === '') take(firm);
        else if (Number(digits) >= min) take(Number(digits));
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
