import { vi } from '../../../shared/text/vi';
import type { TextKey } from '../../../shared/text/message';
import { t } from '../../ui';

/** Areas a report's own sentences come from. Papers are made of them in Vietnamese; the screen says them in its language. */
const areas = {
  'reports.': vi.reports,
  'reportColumns.': vi.reportColumns,
  'domain.': vi.domain,
  'forms.channel.': vi.forms.channel,
};

function listSentences(node: unknown, path: string): readonly (readonly [sentence: string, key: string])[] {
  if (typeof node === 'string') return [[node, path]];
  return Object.entries(node as object).flatMap(([name, child]) => listSentences(child, `${path}.${name}`));
}

interface Pattern {
  readonly key: TextKey;
  readonly names: readonly string[];
  readonly shape: RegExp;
}

const known = Object.entries(areas)
  .flatMap(([path, area]) => listSentences(area, path.slice(0, -1)))
  // The keys were read from the very words the type is made of.
  .map(([sentence, key]) => [sentence, key as TextKey] as const);

const fixed: ReadonlyMap<string, TextKey> = new Map(known.filter(([sentence]) => !sentence.includes('{{')).reverse());

function toPattern([sentence, key]: readonly [string, TextKey]): Pattern {
  const parts = sentence.split(/\{\{(\w+)\}\}/u);
  const shape = parts.map((part, index) =>
    index % 2 === 1 ? '(.*)' : part.replaceAll(/[$()*+.?[\\\]^{|}]/gu, '\\$&'),
  );
  return { key, names: parts.filter((_, index) => index % 2 === 1), shape: new RegExp(`^${shape.join('')}$`, 'u') };
}

const patterns = known
  .filter(([sentence, key]) => key.startsWith('reports.') && /\{\{\w+\}\}.*\p{L}|\p{L}.*\{\{\w+\}\}/u.test(sentence))
  .map(toPattern);

/**
 * A sentence of a report in the language of the screen. Words of the report itself are known; names and what people typed
 * stay as they are.
 */
export function sayReport(text: string): string {
  if (t('reports.total') === vi.reports.total) return text;
  const key = fixed.get(text);
  if (key !== undefined) return t(key);
  for (const { key: said, names, shape } of patterns) {
    const match = shape.exec(text);
    if (match) {
      return t(said, Object.fromEntries(names.map((name, index) => [name, sayReport(match[index + 1] ?? '')])));
    }
  }
  return text;
}
