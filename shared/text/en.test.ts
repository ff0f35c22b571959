import { describe, expect, it } from 'vitest';
import { en } from './en';
import { vi } from './vi';

/** Every sentence by its dotted path. */
function listSentences(node: unknown, path = ''): [path: string, sentence: string][] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as object).flatMap(([key, child]) =>
    listSentences(child, path === '' ? key : `${path}.${key}`),
  );
}

function listMarks(sentence: string): string[] {
  return [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();
}

/** Areas that English has begun: what is missing appears in Vietnamese. */
const begun: readonly string[] = ['deadlines', 'people'];
const areas = (Object.keys(en) as (keyof typeof en)[]).filter((area) => !begun.includes(area));

describe('English', () => {
  it('covers every area but the papers, the server page, and what main says outside the window', () => {
    const missing = Object.keys(vi).filter((area) => !Object.hasOwn(en, area));
    expect(missing.sort()).toEqual(['forms', 'machine', 'server']);
  });

  it.each(begun)('keeps the placeholders of what %s says in English', (area) => {
    const vietnamese = new Map(listSentences((vi as Record<string, unknown>)[area]));
    for (const [path, sentence] of listSentences((en as Record<string, unknown>)[area])) {
      expect([path, listMarks(sentence)]).toEqual([path, listMarks(vietnamese.get(path) ?? '')]);
    }
  });

  it.each(areas)('says every sentence of %s, with the same placeholders', (area) => {
    const english = new Map(listSentences(en[area]));
    const vietnamese = listSentences(vi[area]);
    expect([...english.keys()].sort()).toEqual(vietnamese.map(([path]) => path).sort());
    for (const [path, sentence] of vietnamese) {
      expect([path, listMarks(english.get(path) ?? '')]).toEqual([path, listMarks(sentence)]);
    }
  });

  it.each(areas)('leaves no Vietnamese word standing in %s', (area) => {
    const meant = ['Tiếng Việt', '0 đ', 'đồng', 'Quầy Một Cửa', 'khai sinh'];
    for (const [path, sentence] of listSentences(en[area])) {
      const rest = meant.reduce((words, word) => words.replaceAll(word, ''), sentence);
      expect([path, /[À-ÖØ-öø-ÿĂăĐđƠơƯưẠ-ỹ]/u.exec(rest)?.[0]]).toEqual([path, undefined]);
    }
  });
});
