import { describe, expect, it } from 'vitest';
import { createBuilders, MORNING } from '../../tests/support/builders';
import { decideDigitisation, toNationalFlags, type Digitisation } from './digitisation';
import type { FactRecord, PaperOnFile } from './dossier-records';

const make = createBuilders(11);
const [own, taken] = [make.page(), make.page()];

function onFile(parts: Partial<PaperOnFile> = {}): PaperOnFile {
  const counts = { original: 1, certifiedCopy: 0, photocopy: 0 };
  return { paperId: 'land', name: 'Sổ đỏ', mode: 'submit', counts, pages: [], leftOut: [], ...parts };
}

function reuse(
  kind: FactRecord<'PaperReused'>['source']['kind'],
  parts: Partial<FactRecord<'PaperReused'>> = {},
): FactRecord<'PaperReused'> {
  return {
    ...make.payload('PaperReused', {
      paper: onFile(),
      pages: [taken],
      source: { kind, code: 'H41.26-261001-0003', digitisedOn: '2026-10-01' },
    }),
    ...{ actionId: make.id(), at: MORNING, officerId: 'a', deviceId: 'M01' },
    ...parts,
  };
}

const flags = ({ state, fromNationalStore }: Digitisation) => [state, fromNationalStore];

describe('decideDigitisation', () => {
  it('is 0 when there is no page and 1 when there is a scan of our own', () => {
    expect(decideDigitisation(onFile(), [])).toEqual({ state: 0, fromNationalStore: false, reuse: null });
    expect(decideDigitisation(onFile({ pages: [own] }), [])).toEqual({
      state: 1,
      fromNationalStore: false,
      reuse: null,
    });
  });

  it.each([
    ['dossier', 2, false],
    ['outcome', 3, false],
    ['nationalStore', 2, true],
  ] as const)('tells a reuse from %s', (kind, state, fromNationalStore) => {
    const act = reuse(kind);
    expect(decideDigitisation(onFile({ pages: [own, taken] }), [act])).toEqual({
      state,
      fromNationalStore,
      reuse: act,
    });
  });

  it('still counts the reuse when its pages were only left out', () => {
    expect(flags(decideDigitisation(onFile({ leftOut: [taken] }), [reuse('outcome')]))).toEqual([3, false]);
  });

  it('forgets the reuse when its pages are gone, or it was of another paper', () => {
    expect(flags(decideDigitisation(onFile({ pages: [own] }), [reuse('outcome')]))).toEqual([1, false]);
    const other = reuse('outcome', { paper: onFile({ paperId: 'other' }) });
    expect(flags(decideDigitisation(onFile({ pages: [taken] }), [other]))).toEqual([1, false]);
  });

  it('counts a look-up without pages only while the paper has none of its own', () => {
    const lookup = reuse('nationalStore', { pages: [] });
    expect(flags(decideDigitisation(onFile(), [lookup]))).toEqual([2, true]);
    expect(flags(decideDigitisation(onFile({ pages: [own] }), [lookup]))).toEqual([1, false]);
  });

  it('takes the last of several reuses', () => {
    const paper = onFile({ pages: [taken] });
    expect(flags(decideDigitisation(paper, [reuse('nationalStore'), reuse('outcome')]))).toEqual([3, false]);
    expect(flags(decideDigitisation(paper, [reuse('outcome'), reuse('nationalStore')]))).toEqual([2, true]);
  });
});

describe('toNationalFlags', () => {
  // Domain notes §4.3: DuocSoHoa 0/1, DuocTaiSuDung 0/1/2 (2 = replaced by a result), DuocLayTuKhoDMQG 0/1.
  it.each([
    [0, false, 0, 0, 0],
    [1, false, 1, 0, 0],
    [2, false, 1, 1, 0],
    [2, true, 1, 1, 1],
    [3, false, 1, 2, 0],
  ] as const)('writes state %d from the national store %s', (state, fromNationalStore, so, tai, kho) => {
    expect(toNationalFlags({ state, fromNationalStore, reuse: null })).toEqual({
      DuocSoHoa: so,
      DuocTaiSuDung: tai,
      DuocLayTuKhoDMQG: kho,
    });
  });
});
