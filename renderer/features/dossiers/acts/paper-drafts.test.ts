import { describe, expect, it } from 'vitest';
import { payloadSchemas } from '../../../../shared/domain/actions/action';
import { foldDossier } from '../../../../shared/domain/dossier-state';
import { type IndexedPaper, personIdOf } from '../../../../shared/domain/paper-index';
import type { ProcedureCase } from '../../../../shared/domain/procedure';
import { sayVi } from '../../../../shared/text/message';
import { createBuilders } from '../../../../tests/support/builders';
import { choosePaper, countKept, readDetach, startDetach } from './detach-draft';
import { describeOffer, listOffers, readReuse } from './reuse-draft';

const builders = createBuilders(11);
const subject = { type: 'dossier', id: builders.id() } as const;
const received = builders.action('DossierReceived', { subject });
const state = foldDossier({ dossierId: subject.id, actions: [received], receipts: new Map() });
const errorsOf = (read: { readonly ok: boolean; readonly error?: object }): string[] =>
  read.ok ? [] : Object.keys(read.error ?? {}).sort();

describe('a paper taken off the list', () => {
  it('is the last one, goes back with its originals, and says why', () => {
    const draft = startDetach(state);
    expect(draft.paperId).toBe(state.papers.at(-1)?.paperId);
    expect(errorsOf(readDetach(draft))).toEqual(['reason']);
    const first = state.papers[0]?.paperId ?? '';
    const chosen = choosePaper(draft, state, first);
    expect(chosen.originals).toBe(countKept(state, first));
    const read = readDetach({ ...chosen, reason: ' ghi nhầm hồ sơ ' });
    expect(payloadSchemas.PaperDetached.safeParse(read.ok && read.value).error).toBeUndefined();
    expect(read).toMatchObject({ value: { paperId: first, reason: 'ghi nhầm hồ sơ' } });
    expect(errorsOf(readDetach(startDetach({ papers: [] })))).toEqual(['paperId', 'reason']);
  });
});

describe('a paper taken over', () => {
  const day = '2026-11-20';
  const person = state.applicant?.identity ?? { kind: 'none' as const, reason: 'other' as const };
  const required = {
    ...{ id: 'p-birth', name: 'Giấy khai sinh', mode: 'submit', required: true, typeCode: 'GKS' },
    ...{ counts: { original: 0, certifiedCopy: 1, photocopy: 0 }, digitise: { duty: 'required' } },
    validity: { kind: 'days', days: 100 },
  } as const;
  const procedureCase = { papers: [required] } as unknown as ProcedureCase;
  const paper = (issuedOn: string, more: Partial<IndexedPaper> = {}): IndexedPaper => ({
    ...{ personId: personIdOf(person) ?? '', typeCode: 'GKS', name: 'Giấy khai sinh', validity: undefined, issuedOn },
    ...{ pages: [builders.page()], fileSha256: null },
    source: { kind: 'outcome', dossierId: builders.id(), code: 'H41.26-261001-0007', digitisedOn: issuedOn },
    ...more,
  });
  const offersOf = (...index: readonly IndexedPaper[]) => listOffers({ state, procedureCase, index, day });

  it('is offered when it is of the same person and still valid, the others with their reason behind it', () => {
    const offers = offersOf(paper('2026-01-01'), paper('2026-11-01'));
    expect(offers.map((offer) => offer.invalid)).toEqual([null, 'expired']);
    expect(offers.map((offer) => sayVi(describeOffer(offer)))).toEqual([
      'kết quả của hồ sơ H41.26-261001-0007, ngày 01/11/2026; còn giá trị',
      'kết quả của hồ sơ H41.26-261001-0007, ngày 01/01/2026; không dùng lại được: đã hết hạn',
    ]);
    expect(offersOf(paper('2026-11-01', { personId: 'personalId:999999999999' }))).toEqual([]);
    expect(offersOf(paper('2026-11-01', { pages: [] }))).toEqual([]);
  });

  it('is recorded with its source, and never an invalid one', () => {
    const offers = offersOf(paper('2026-01-01'), paper('2026-11-01'));
    const read = readReuse(offers, offers[0]?.id ?? null);
    expect(payloadSchemas.PaperReused.safeParse(read.ok && read.value).error).toBeUndefined();
    expect(read).toMatchObject({ value: { source: { kind: 'outcome', code: 'H41.26-261001-0007' } } });
    expect(errorsOf(readReuse(offers, offers[1]?.id ?? null))).toEqual(['offer']);
    expect(errorsOf(readReuse([], null))).toEqual(['offer']);
  });

  it('is not offered for a paper that is there as a file already', () => {
    const attached = builders.action(
      'PaperAttached',
      { subject },
      {
        paper: { paperId: required.id, name: required.name, mode: 'submit', counts: required.counts },
        pages: [builders.page()],
      },
    );
    const full = foldDossier({ dossierId: subject.id, actions: [received, attached], receipts: new Map() });
    expect(listOffers({ state: full, procedureCase, index: [paper('2026-11-01')], day })).toEqual([]);
  });
});
