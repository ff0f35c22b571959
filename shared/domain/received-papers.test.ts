import { describe, expect, it } from 'vitest';
import { createBuilders } from '../../tests/support/builders';
import type { Action } from './actions/action';
import { foldDossier } from './dossier-state';

function setUp() {
  const make = createBuilders(18);
  const subject = { type: 'dossier', id: make.id() } as const;
  const fold = (actions: readonly Action[]) =>
    foldDossier({ dossierId: subject.id, actions, receipts: make.acceptAll(actions) });
  return { make, subject, fold };
}

describe('papers', () => {
  const counts = { original: 3, certifiedCopy: 0, photocopy: 0 };

  it('holds originals that were submitted, never those only shown or looked up', () => {
    const { make, subject, fold } = setUp();
    const attach = (mode: 'submit' | 'present' | 'lookup') =>
      make.action(
        'PaperAttached',
        { subject },
        { paper: { paperId: `x-${mode}`, name: 'Giấy', mode, counts }, pages: [] },
      );
    const received = make.action('DossierReceived', { subject });
    expect(fold([received, attach('present'), attach('lookup')]).originalsInCustody).toBe(2);
    expect(fold([received, attach('submit')]).originalsInCustody).toBe(5);
    const brought = make.action(
      'SupplementReceived',
      { subject },
      { papers: [{ paperId: 'y', name: 'Giấy', mode: 'submit', counts }] },
    );
    expect(fold([received, brought]).originalsInCustody).toBe(5);
    expect(fold([received, make.action('PaperReused', { subject })]).originalsInCustody).toBe(2);
  });

  it('gives originals back with detaching, withdrawal, stop and return, and never goes below zero', () => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject });
    const kinds = ['Withdrawn', 'ProcessingStopped', 'OutcomeReturned'] as const;
    for (const kind of kinds) {
      expect(fold([received, make.action(kind, { subject })]).originalsInCustody).toBe(2);
      expect(fold([received, make.action(kind, { subject }, { originalsReturned: 1 })]).originalsInCustody).toBe(1);
      expect(fold([received, make.action(kind, { subject }, { originalsReturned: 7 })]).originalsInCustody).toBe(0);
    }
    expect(fold([received, make.action('PaperDetached', { subject })])).toMatchObject({ originalsInCustody: 1 });
  });

  it('takes a detached paper off the list, keeps its pages, and lets it come back', () => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject });
    const detached = make.action('PaperDetached', { subject }, { paperId: 'form' });
    const state = fold([received, detached]);
    expect(state.papers.map((paper) => paper.paperId)).toEqual(['proof']);
    expect(state.detachedPapers).toMatchObject([{ paperId: 'form', pages: [{ mime: 'image/jpeg' }] }]);
    expect(state.detachments).toMatchObject([{ actionId: detached.id, reason: 'ghi nhầm' }]);
    const again = make.action(
      'PaperAttached',
      { subject },
      { paper: { paperId: 'form', name: 'Tờ khai', mode: 'submit', counts }, pages: [] },
    );
    expect(fold([received, detached, again]).papers.map((paper) => paper.paperId)).toEqual(['proof', 'form']);
  });

  it('does not bring a page back that an edit left out when it is attached again', () => {
    const { make, subject, fold } = setUp();
    const [p1, p2] = [make.page(), make.page()];
    const received = make.action('DossierReceived', { subject }, { pages: [{ paperId: 'form', pages: [p1] }] });
    const edited = make.action('PageSetEdited', { subject }, { paperId: 'form', pages: [] });
    const paper = { paperId: 'form', name: 'Tờ khai', mode: 'submit' as const, counts };
    const attached = make.action('PaperAttached', { subject }, { paper, pages: [p1, p2] });
    const stray = make.action('PageSetEdited', { subject }, { paperId: 'nowhere', pages: [p1] });
    expect(fold([received, edited, attached, stray]).papers[0]).toMatchObject({ pages: [p2], leftOut: [p1] });
  });

  it('remembers what was reused and from where', () => {
    const { make, subject, fold } = setUp();
    const reused = make.action('PaperReused', { subject });
    const state = fold([make.action('DossierReceived', { subject }), reused]);
    expect(state.reuses).toMatchObject([{ actionId: reused.id, source: { code: 'H41.26-261001-0003' } }]);
    expect(state.papers.map((paper) => paper.paperId)).toEqual(['form', 'proof', 'household']);
  });
});
