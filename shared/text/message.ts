import { vi } from './vi';

type PathOf<T> = T extends string
  ? ''
  : { [K in keyof T & string]: T[K] extends string ? K : `${K}.${PathOf<T[K]>}` }[keyof T & string];

/** Dotted path of a sentence in `vi`, checked by the compiler, e.g. `shell.rail.intake`. */
export type TextKey = PathOf<typeof vi>;

/**
 * A sentence to be said: key plus values. Decisions return these; screens, papers and main turn them into words.
 * A value may be a sentence itself, so that both are said in one language.
 */
export interface Message {
  readonly key: TextKey;
  readonly values?: Readonly<Record<string, string | number | Message>>;
}

/** Values as words: sentences among them are said by `say`. */
export function sayValues(
  values: Message['values'],
  say: (message: Message) => string,
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [name, typeof value === 'object' ? say(value) : value]),
  );
}

/** Fills `{{name}}` marks of a template. An unknown mark stays visible: better seen than silently empty. */
export function fillText(template: string, values: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{\{(\w+)\}\}/g, (mark, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : mark,
  );
}

/** The Vietnamese sentence of a message. Used on papers and by main; screens go through i18next. */
export function sayVi(message: Message): string {
  let node: unknown = vi;
  for (const part of message.key.split('.')) node = (node as Record<string, unknown>)[part];
  return fillText(typeof node === 'string' ? node : message.key, sayValues(message.values, sayVi));
}
