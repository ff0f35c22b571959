import type { ReactNode } from 'react';
import { DateTextField, NumberField, Picker, RadioRow, t, TextField } from '../../../ui';
import type { FieldErrors } from './field-errors';

/** A form's draft with the way to change it and what is wrong with it. */
export interface Binding<Draft> {
  readonly draft: Draft;
  readonly setDraft: (draft: Draft) => void;
  readonly errors: FieldErrors;
}

type KeysOf<Draft, Value> = { [K in keyof Draft]: Draft[K] extends Value ? K : never }[keyof Draft] & string;

interface FieldOf<Draft, Value> {
  readonly bound: Binding<Draft>;
  readonly name: KeysOf<Draft, Value>;
  readonly label: string;
  readonly hint?: string;
  /** No room is kept for a message below the field. */
  readonly reserve?: boolean;
}

function errorOf<Draft>({ errors }: Binding<Draft>, name: string): string | undefined {
  const error = errors[name];
  return error && t(error);
}

/** A text of the draft. */
export function DraftText<Draft extends object>({
  bound,
  name,
  ...field
}: FieldOf<Draft, string> & {
  readonly maxLength: number;
  readonly isMultiline?: boolean;
  readonly isTabular?: boolean;
}): ReactNode {
  return (
    <TextField
      {...field}
      value={bound.draft[name] as string}
      onChange={(value) => {
        bound.setDraft({ ...bound.draft, [name]: value });
      }}
      error={errorOf(bound, name)}
    />
  );
}

/** A day of the draft. */
export function DraftDay<Draft extends object>({ bound, name, ...field }: FieldOf<Draft, string>): ReactNode {
  return (
    <DateTextField
      {...field}
      width="full"
      value={bound.draft[name] as string}
      onChange={(value) => {
        bound.setDraft({ ...bound.draft, [name]: value });
      }}
      error={errorOf(bound, name)}
    />
  );
}

/** A number of the draft. */
export function DraftNumber<Draft extends object>({
  bound,
  name,
  max,
  ...field
}: FieldOf<Draft, number> & { readonly max: number }): ReactNode {
  return (
    <NumberField
      {...field}
      width="full"
      max={max}
      value={bound.draft[name] as number}
      onChange={(value) => {
        bound.setDraft({ ...bound.draft, [name]: value });
      }}
      error={errorOf(bound, name)}
    />
  );
}

interface ChoiceOf<Draft> extends FieldOf<Draft, string> {
  readonly options: readonly { readonly id: string; readonly text: string }[];
}

/** One of a few choices, side by side. */
export function DraftChoice<Draft extends object>({ bound, name, options, ...field }: ChoiceOf<Draft>): ReactNode {
  return (
    <RadioRow
      {...field}
      value={bound.draft[name] as string}
      options={options.map(({ id, text }) => ({ value: id, text }))}
      onChange={(value) => {
        bound.setDraft({ ...bound.draft, [name]: value });
      }}
      error={errorOf(bound, name)}
    />
  );
}

/** One of a list of choices. */
export function DraftPick<Draft extends object>({ bound, name, options, ...field }: ChoiceOf<Draft>): ReactNode {
  const value = bound.draft[name] as string;
  return (
    <Picker
      {...field}
      width="full"
      value={value === '' ? null : value}
      options={options}
      onChange={(id) => {
        bound.setDraft({ ...bound.draft, [name]: id });
      }}
      error={errorOf(bound, name)}
    />
  );
}
