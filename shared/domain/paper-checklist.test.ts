import { describe, expect, it } from 'vitest';
import type { ReceivedPaper } from './actions/action-parts';
import {
  buildReceivedPaper,
  defaultPapers,
  extraPapers,
  findCountDifferences,
  listPapers,
  missingPapers,
  type Circumstances,
} from './paper-checklist';
import type { ProcedureCase } from './procedure';
import type { RequiredPaper } from './procedure-paper';

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

  it('does not take another paper for the one that is missing', () => {
    expect(missing(received('other', { ...none, original: 1 }))).toEqual(['form', 'card']);
    expect(missing(received('card', { ...none, original: 1 }))).toEqual(['form']);
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

describe('listPapers', () => {
  const day = '2026-03-10';
  const listed = (papers: RequiredPaper[], circumstances?: Circumstances) =>
    listPapers({ papers }, circumstances).map((row) => [row.paper.id, row.need]);
  const dated = (id: string, validFrom?: string, validTo?: string): RequiredPaper => ({
    ...paper(id, 'submit'),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  });

  it('keeps a paper from its first to its last day, both included', () => {
    const papers = [
      dated('always'),
      dated('fromToday', day),
      dated('fromTomorrow', '2026-03-11'),
      dated('toToday', undefined, day),
      dated('toYesterday', undefined, '2026-03-09'),
    ];
    expect(listed(papers, { day, answers: {} })).toEqual([
      ['always', 'required'],
      ['fromToday', 'required'],
      ['toToday', 'required'],
    ]);
    expect(listed(papers)).toHaveLength(5);
  });

  it.each([
    [{}, 'open'],
    [{ proxy: true }, 'required'],
  ] as const)('asks for a conditional paper by the answers when they are %o', (answers, need) => {
    const papers = [{ ...paper('proxy', 'submit'), condition: { all: [{ question: 'proxy', is: true }] } }];
    expect(listed(papers, { day, answers })).toEqual([['proxy', need]]);
  });

  it('leaves a conditional paper out when its condition fails', () => {
    const papers = [{ ...paper('proxy', 'submit'), condition: { all: [{ question: 'proxy', is: true }] } }];
    expect(listed(papers, { day, answers: { proxy: false } })).toEqual([]);
  });

  it('leaves papers of other situations to the officer, also while a question is open', () => {
    const condition = { all: [{ question: 'proxy', is: true }] };
    expect(listed([paper('a', 'submit', false), { ...paper('b', 'submit', false), condition }])).toEqual([
      ['a', 'ifNeeded'],
      ['b', 'ifNeeded'],
    ]);
  });
});

describe('circumstances', () => {
  const condition = { all: [{ question: 'proxy', is: true }] };
  const papers = [paper('form', 'submit'), { ...paper('proxy', 'submit'), condition }];
  const at = (proxy: boolean): Circumstances => ({ day: '2026-03-10', answers: { proxy } });

  it('misses a conditional paper only when its condition holds', () => {
    const ids = (circumstances?: Circumstances) => missingPapers({ papers }, [], circumstances).map((item) => item.id);
    expect(ids(at(true))).toEqual(['form', 'proxy']);
    expect(ids(at(false))).toEqual(['form']);
    expect(ids()).toEqual(['form']);
  });

  it('does not miss a paper that was taken over from an earlier dossier', () => {
    const reused = new Set(['form']);
    expect(missingPapers({ papers }, [], { ...at(true), reused }).map((item) => item.id)).toEqual(['proxy']);
  });

  it('calls a paper extra when the answers take it off the list', () => {
    expect(extraPapers({ papers }, [received('proxy')], at(true))).toEqual([]);
    expect(extraPapers({ papers }, [received('proxy')], at(false)).map((item) => item.paperId)).toEqual(['proxy']);
  });

  it('presets a conditional paper only when its condition holds', () => {
    expect(defaultPapers({ papers }, at(true)).map((item) => item.paperId)).toEqual(['form', 'proxy']);
    expect(defaultPapers({ papers }, at(false)).map((item) => item.paperId)).toEqual(['form']);
  });
});

describe('findCountDifferences', () => {
  const counts = { original: 1, certifiedCopy: 1, photocopy: 2 };
  const papers = [{ ...paper('land', 'submit'), counts }, paper('card', 'present')];
  const differences = (...given: ReceivedPaper[]) => findCountDifferences({ papers }, given);

  it('finds nothing when the usual number came, when nothing came, or when a paper was only shown', () => {
    expect(differences(received('land', counts))).toEqual([]);
    expect(differences(received('land', none))).toEqual([]);
    expect(differences()).toEqual([]);
    expect(differences(received('card', { ...none, original: 4 }))).toEqual([]);
    expect(differences({ ...received('land', { ...none, photocopy: 1 }), mode: 'present' })).toEqual([]);
  });

  it('names each form that differs, fewer and more', () => {
    expect(differences(received('land', { original: 0, certifiedCopy: 1, photocopy: 3 }))).toEqual([
      { paperId: 'land', form: 'original', usual: 1, received: 0 },
      { paperId: 'land', form: 'photocopy', usual: 2, received: 3 },
    ]);
  });

  it('asks for no certified copy when the original is here, but names one too many', () => {
    expect(differences(received('land', { ...counts, certifiedCopy: 0 }))).toEqual([]);
    expect(differences(received('land', { ...counts, certifiedCopy: 2 }))).toEqual([
      { paperId: 'land', form: 'certifiedCopy', usual: 1, received: 2 },
    ]);
    expect(differences(received('land', { ...counts, original: 0, certifiedCopy: 0 }))).toHaveLength(2);
    expect(differences(received('land', { ...counts, certifiedCopy: 0, photocopy: 1 }))).toEqual([
      { paperId: 'land', form: 'photocopy', usual: 2, received: 1 },
    ]);
  });
});
