import { describe, expect, it } from 'vitest';
import { createBuilders, MORNING } from '../../tests/support/builders';
import { buildRequiredPaper } from '../../tests/support/procedures';
import type { PaperOnFile } from './dossier-records';
import { decideCoverage } from './paper-coverage';
import type { PaperNeed } from './paper-checklist';
import type { RequiredPaper } from './procedure-paper';

const make = createBuilders(41);
const counts = { original: 1, certifiedCopy: 0, photocopy: 0 };
const onFile = (paperId: string, pages = 0): PaperOnFile => ({
  ...{ paperId, name: paperId, mode: 'submit', counts, leftOut: [] },
  pages: Array.from({ length: pages }, () => make.page()),
});
const row = (paper: RequiredPaper, need: PaperNeed = 'required') => ({ paper, need });
const verdict = (paper: RequiredPaper, papers: PaperOnFile[] = [], need?: PaperNeed) =>
  decideCoverage([row(paper, need)], { papers, reuses: [] }).rows[0]?.verdict;

describe('decideCoverage', () => {
  it('judges a paper to be scanned: covered with pages, missing without, received or not', () => {
    const paper = buildRequiredPaper('a');
    expect(verdict(paper, [onFile('a', 1)])).toBe('covered');
    expect(verdict(paper, [onFile('a')])).toBe('missing');
    expect(verdict(paper)).toBe('missing');
  });

  it.each(['ifNeeded', 'open'] as const)('does not miss a paper that is %s before it came', (need) => {
    const paper = buildRequiredPaper('a');
    expect(verdict(paper, [], need)).toBe('notReceived');
    expect(verdict(paper, [onFile('a')], need)).toBe('missing');
    expect(verdict(paper, [onFile('a', 2)], need)).toBe('covered');
  });

  it('does not judge exempt, optional and looked-up papers, scanned or not', () => {
    const exempt = buildRequiredPaper('a', { digitise: { duty: 'exempt', reason: 'bản vẽ khổ lớn' } });
    expect([verdict(exempt), verdict(exempt, [onFile('a', 1)])]).toEqual(['exempt', 'exempt']);
    const optional = buildRequiredPaper('a', { digitise: { duty: 'optional' } });
    expect([verdict(optional), verdict(optional, [onFile('a', 1)])]).toEqual(['optional', 'optional']);
    expect(verdict(buildRequiredPaper('a', { mode: 'lookup' }), [onFile('a', 1)])).toBe('lookup');
  });

  it('judges a shown paper only when the rule wants its scan', () => {
    expect(verdict(buildRequiredPaper('a', { mode: 'present' }))).toBe('missing');
    expect(verdict(buildRequiredPaper('a', { mode: 'present', digitise: { duty: 'optional' } }))).toBe('optional');
  });

  it('counts a reuse without pages as covered', () => {
    const reuse = {
      ...make.payload('PaperReused', { paper: onFile('a'), pages: [] }),
      ...{ actionId: make.id(), at: MORNING, officerId: 'o', deviceId: 'M01' },
    };
    const { rows } = decideCoverage([row(buildRequiredPaper('a'))], { papers: [onFile('a')], reuses: [reuse] });
    expect(rows[0]).toMatchObject({ verdict: 'covered', state: 2, pages: 0 });
  });

  it('sums up rows, percent and pages outside the list', () => {
    const checklist = [
      row(buildRequiredPaper('a')),
      row(buildRequiredPaper('b')),
      row(buildRequiredPaper('c')),
      row(buildRequiredPaper('d', { digitise: { duty: 'exempt', reason: 'vật mẫu' } })),
    ];
    const papers = [onFile('a', 2), onFile('b', 1), onFile('x', 3), onFile('y', 4)];
    const coverage = decideCoverage(checklist, { papers, reuses: [] });
    expect(coverage).toMatchObject({ toCover: 3, covered: 2, percent: 66, extraPages: 7 });
    expect(coverage.rows[0]).toEqual({
      ...{ paperId: 'a', name: 'Giấy a', verdict: 'covered', judged: true, state: 1, pages: 2, reason: null },
    });
    expect(coverage.rows[2]).toMatchObject({ verdict: 'missing', judged: true, state: 0, pages: 0 });
    expect(coverage.rows[3]).toMatchObject({ verdict: 'exempt', judged: false, reason: 'vật mẫu' });
  });

  it('has no percent when nothing is to be covered, and 100 when all is', () => {
    expect(decideCoverage([], { papers: [], reuses: [] })).toEqual({
      ...{ rows: [], toCover: 0, covered: 0, percent: null, extraPages: 0 },
    });
    expect(decideCoverage([row(buildRequiredPaper('a'))], { papers: [onFile('a', 1)], reuses: [] }).percent).toBe(100);
  });
});
