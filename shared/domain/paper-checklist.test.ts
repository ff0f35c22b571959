import { describe, expect, it } from 'vitest';
import type { ReceivedPaper } from './actions/dossier-actions';
import { buildReceivedPaper, defaultPapers, extraPapers, missingPapers } from './paper-checklist';
import type { ProcedureCase, RequiredPaper } from './procedure';

function paper(id: string, mode: RequiredPaper['mode'], required = true): RequiredPaper {
  const counts = { original: 1, certifiedCopy: 0, photocopy: 2 };
  return { id, name: `Giấy ${id}`, mode, required, counts, digitise: { duty: 'optional' } };
}

const limit = { unit: 'none' as const };
const fee = { basis: 'free' as const, ground: '' };
const birth: ProcedureCase = {
  id: 'a',
  name: 'a',
  papers: [
    paper('form', 'submit'),
    paper('card', 'present'),
    paper('marriage', 'lookup'),
    paper('proxy', 'submit', false),
  ],
  limits: { counter: limit, online: limit, post: limit },
  fees: { counter: fee, online: fee, post: fee },
};

const none = { original: 0, certifiedCopy: 0, photocopy: 0 };
const received = (paperId: string, counts = none): ReceivedPaper => ({
  paperId,
  name: paperId,
  mode: 'submit',
  counts,
});
const missing = (...papers: ReceivedPaper[]) => missingPapers(birth, papers).map((item) => item.id);

describe('missingPapers', () => {
  it('asks for what is submitted or shown, never for look-ups or papers of other situations, when nothing came', () => {
    expect(missing()).toEqual(['form', 'card']);
  });

  it('still misses a submitted paper when no sheet of it came, but not a shown one', () => {
    expect(missing(received('form'), received('card'))).toEqual(['form']);
  });

  it.each(['original', 'certifiedCopy', 'photocopy'])('is content when one %s came', (form) => {
    expect(missing(received('card'), received('form', { ...none, [form]: 1 }))).toEqual([]);
  });
});

describe('defaultPapers', () => {
  it('puts usual counts in custody for submitted papers only when a case is chosen', () => {
    const papers = defaultPapers(birth);
    expect(papers.map((item) => item.paperId)).toEqual(['form', 'card', 'marriage']);
    expect(papers.map((item) => item.counts)).toEqual([{ original: 1, certifiedCopy: 0, photocopy: 2 }, none, none]);
    expect(missingPapers(birth, papers)).toEqual([]);
  });

  it('does not share its counts with the rule when a row is changed', () => {
    const source = paper('form', 'submit');
    const row = buildReceivedPaper(source);
    row.counts.original = 9;
    expect(source.counts.original).toBe(1);
  });
});

describe('extraPapers', () => {
  it('names papers outside the published list when the officer added some', () => {
    expect(extraPapers(birth, [received('form'), received('them-1')]).map((item) => item.paperId)).toEqual(['them-1']);
  });
});
