import { describe, expect, it } from 'vitest';
import { findOutcomeFault, listIncomingHashes } from './outcome-file';

type Facts = Parameters<typeof listIncomingHashes>[0];
type Outcome = Parameters<typeof findOutcomeFault>[1];

const sha = (letter: string) => letter.repeat(64);
const page = (letter: string) => ({ pageId: letter, sha256: sha(letter) });
const facts = {
  papers: [{ pages: [page('a')], leftOut: [page('b')] }],
  detachedPapers: [{ pages: [page('c')], leftOut: [page('d')] }],
  obligations: [{ fileSha256: sha('e') }, {}],
  obligationPayments: [{ fileSha256: sha('f') }, {}],
} as unknown as Facts;
const outcome = (changes: object) => ({ v: 1, form: 'electronic', ...changes }) as unknown as Outcome;

describe('listIncomingHashes', () => {
  it('holds pages of papers on and off the list, used or left out, and files about payment; nothing else', () => {
    expect([...listIncomingHashes(facts)]).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map(sha));
  });
});

describe('findOutcomeFault', () => {
  it.each(['a', 'b', 'c', 'd', 'e', 'f'])('takes no incoming file %s for a result', (letter) => {
    expect(findOutcomeFault(facts, outcome({ fileSha256: sha(letter) }))).toEqual({ kind: 'incomingPaper' });
    const pages = [page('x'), page(letter)];
    expect(findOutcomeFault(facts, outcome({ fileSha256: sha('x'), pages }))).toEqual({ kind: 'incomingPaper' });
  });

  it('takes a file of its own, and no file at all', () => {
    expect(findOutcomeFault(facts, outcome({ fileSha256: sha('x'), pages: [page('y')] }))).toBeUndefined();
    expect(findOutcomeFault(facts, outcome({}))).toBeUndefined();
  });

  it('wants a reason for a result on paper only', () => {
    expect(findOutcomeFault(facts, outcome({ form: 'paperOnly' }))).toEqual({
      ...{ kind: 'missing', what: 'paperOnlyReason' },
    });
    expect(findOutcomeFault(facts, outcome({ form: 'paperOnly', paperOnlyReason: 'sổ bìa giấy' }))).toBeUndefined();
    expect(findOutcomeFault(facts, outcome({ form: 'paperOnly', fileSha256: sha('a') }))).toEqual({
      kind: 'incomingPaper',
    });
  });
});
