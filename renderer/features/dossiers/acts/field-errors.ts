import type { Message } from '../../../../shared/text/message';

/** What is wrong, by field of a form. */
export type FieldErrors = Readonly<Partial<Record<string, Message>>>;

/** The field must say something. */
export const required: Message = { key: 'dossiers.act.required' };

/** Errors of the fields named that are empty; `undefined` when none is. */
export function findMissing<Draft extends object>(
  draft: Draft,
  fields: readonly (keyof Draft & string)[],
): FieldErrors | undefined {
  const empty = fields.filter((field) => {
    const value = draft[field];
    return typeof value === 'string' && value.trim() === '';
  });
  return empty.length === 0 ? undefined : Object.fromEntries(empty.map((field) => [field, required]));
}

/** The member, unless the text is empty: absent and empty are not the same in a payload. */
export function given<Name extends string>(name: Name, text: string): Partial<Record<Name, string>> {
  const trimmed = text.trim();
  return trimmed === '' ? {} : ({ [name]: trimmed } as Partial<Record<Name, string>>);
}
