import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBuilders, type Builders } from '../../tests/support/builders';
import { historyArbitrary } from '../../tests/support/history-arbitrary';
import type { Action, Subject } from './actions/action';
import type { ReceivedPaper } from './actions/action-parts';
import { foldDossier } from './dossier-state';
import { buildCustodySheet, checkOriginals, expectOriginals, listGivenBack, listOriginals } from './paper-custody';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

function paper(paperId: string, mode: ReceivedPaper['mode'], original: number): ReceivedPaper {
  return { paperId, name: `Giấy ${paperId}`, mode, counts: { original, certifiedCopy: 1, photocopy: 1 } };
}

const papers = [paper('land', 'submit', 2), paper('card', 'present', 1), paper('copy', 'submit', 0)];

describe('listOriginals', () => {
  it('names only submitted papers of which an original came', () => {
    expect(listOriginals(papers)).toEqual([{ paperId: 'land', name: 'Giấy land', originals: 2 }]);
  });
});

type Parts = { readonly subject: Subject };

function story(...build: ((make: Builders, parts: Parts) => Action)[]) {
  const make = createBuilders(5);
  const id = make.id();
  const subject = { type: 'dossier', id } as const;
  const actions = [
    make.action('DossierReceived', { subject }, { papers: [...papers], pages: [] }),
    ...build.map((one) => one(make, { subject })),
  ];
  return buildCustodySheet(foldDossier({ dossierId: id, actions, receipts: make.acceptAll(actions) }));
}

describe('buildCustodySheet', () => {
  it('holds what was submitted when the dossier is at the counter', () => {
    expect(story()).toEqual({
      rows: [{ paperId: 'land', name: 'Giấy land', originals: 2 }],
      ...{ taken: 2, givenBack: 0, held: 2, atCounter: 2, withHandler: 0, excess: 0 },
    });
  });

  it('follows a hand-over on paper and a return', () => {
    const handOver = story((make, parts) => make.action('HandedOver', parts, { medium: 'paper', originals: 1 }));
    expect([handOver.held, handOver.atCounter, handOver.withHandler]).toEqual([2, 1, 1]);
    const back = story((make, parts) => make.action('Withdrawn', parts, { originalsReturned: 2 }));
    expect([back.taken, back.givenBack, back.held, back.excess]).toEqual([2, 2, 0, 0]);
  });

  it('names the excess when more was given back than came in', () => {
    const sheet = story((make, parts) => make.action('Withdrawn', parts, { originalsReturned: 5 }));
    expect([sheet.held, sheet.atCounter, sheet.excess]).toEqual([0, 0, 3]);
  });

  it('always balances', () => {
    fc.assert(
      fc.property(historyArbitrary(), (history) => {
        const sheet = buildCustodySheet(foldDossier(history));
        expect(sheet.taken + sheet.excess).toBe(sheet.givenBack + sheet.held);
        expect(sheet.atCounter + sheet.withHandler).toBe(sheet.held);
        expect(Math.min(sheet.atCounter, sheet.withHandler, sheet.held, sheet.excess)).toBeGreaterThanOrEqual(0);
      }),
      PROPERTY_RUNS,
    );
  });
});

const sheet = { rows: listOriginals(papers), taken: 5, givenBack: 0, held: 5, atCounter: 3, withHandler: 2, excess: 0 };

describe('expectOriginals', () => {
  it('moves what is at the counter at a hand-over', () => {
    expect(expectOriginals(sheet, 'handOver')).toBe(3);
    expect(expectOriginals(sheet, 'handOver', 2)).toBe(3);
  });

  it.each(['refuse', 'withdraw', 'stop', 'returnOutcome'] as const)('gives back all that is held at a %s', (act) => {
    expect(expectOriginals(sheet, act)).toBe(5);
    expect(expectOriginals(sheet, act, 1)).toBe(4);
    expect(expectOriginals(sheet, act, 6)).toBe(0);
  });
});

describe('checkOriginals', () => {
  it.each([
    [2, 2, { kind: 'complete' }],
    [2, 1, { kind: 'fewer', by: 1 }],
    [2, 5, { kind: 'more', by: 3 }],
    [0, 0, { kind: 'complete' }],
  ] as const)('compares when %d should move and %d were counted', (expected, counted, check) => {
    expect(checkOriginals(expected, counted)).toEqual(check);
  });
});

describe('listGivenBack', () => {
  it('lists the papers with originals, and none when nothing is held', () => {
    expect(listGivenBack(sheet, papers)).toEqual(sheet.rows);
    expect(listGivenBack(sheet, [paper('other', 'submit', 1)])).toEqual([]);
    expect(listGivenBack({ ...sheet, held: 0 }, papers)).toEqual([]);
  });
});
