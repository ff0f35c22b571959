import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBuilders } from '../../tests/support/builders';
import { buildCase, buildProcedure, buildRequiredPaper } from '../../tests/support/procedures';
import { foldDossier } from './dossier-state';
import { indexDossier, ownersOf, personIdOf, type IndexedPaper } from './paper-index';
import { buildReuse, findCandidates, findReusable, findReuseForChecklist } from './paper-reuse';
import type { Party, Person } from './person';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

const make = createBuilders(21);
const person = (number: string, name = 'Nguyễn Văn A'): Person => ({
  name,
  identity: { kind: 'personalId', number },
  source: 'card',
});
const an = person('040090000123');
const binh = person('040090000456');
const newborn: Person = { name: 'Bé', identity: { kind: 'none', reason: 'newborn' }, source: 'typed' };
const applicant = (of: Person): Party => ({ role: 'applicant', person: of });
const submitter = (of: Person): Party => ({ role: 'submitter', person: of });
const page = make.page();

function indexed(parts: Partial<Omit<IndexedPaper, 'source'>> & { source?: Partial<IndexedPaper['source']> } = {}) {
  return {
    personId: 'personalId:040090000123',
    typeCode: 'GCN',
    name: 'Giấy chứng nhận',
    validity: { kind: 'untilReplaced' as const },
    issuedOn: '2026-01-10',
    pages: [page],
    fileSha256: null,
    ...parts,
    source: { kind: 'dossier', dossierId: 'd1', code: 'X-1', digitisedOn: '2026-01-20', ...parts.source },
  } satisfies IndexedPaper;
}

const land = buildRequiredPaper('land', { typeCode: 'GCN' });
const question = { parties: [applicant(an)], day: '2026-11-20' };

describe('personIdOf', () => {
  it('names kind and number, and nobody without a number', () => {
    expect(personIdOf(an.identity)).toBe('personalId:040090000123');
    expect(personIdOf({ kind: 'oldId', number: '182345678' })).toBe('oldId:182345678');
    expect(personIdOf(newborn.identity)).toBeNull();
  });
});

describe('ownersOf', () => {
  const two = [applicant(an), applicant(binh), submitter(person('040090000789')), submitter(an)];

  it('gives an applicant’s paper to the only applicant, and to nobody when there are several', () => {
    expect(ownersOf(undefined, [applicant(an), submitter(binh)])).toEqual(['personalId:040090000123']);
    expect(ownersOf({ belongsTo: 'applicant' }, [applicant(an)])).toEqual(['personalId:040090000123']);
    expect(ownersOf(undefined, two)).toEqual([]);
    expect(ownersOf(undefined, [applicant(newborn)])).toEqual([]);
    expect(ownersOf(undefined, [])).toEqual([]);
  });

  it('gives a shared paper to every applicant with a number, once each', () => {
    const shared = { belongsTo: 'everyApplicant' as const };
    expect(ownersOf(shared, [...two, applicant(newborn), applicant(an)])).toEqual([
      'personalId:040090000123',
      'personalId:040090000456',
    ]);
  });

  it('gives the submitter’s paper to the first submitter', () => {
    expect(ownersOf({ belongsTo: 'submitter' }, two)).toEqual(['personalId:040090000789']);
    expect(ownersOf({ belongsTo: 'submitter' }, [applicant(an)])).toEqual([]);
  });
});

describe('indexDossier', () => {
  const procedure = buildProcedure({
    resultTypeCode: 'KQ',
    resultValidity: { kind: 'forever' },
    cases: [
      buildCase('default', {
        papers: [
          buildRequiredPaper('land', { typeCode: 'GCN', validity: { kind: 'untilReplaced' } }),
          buildRequiredPaper('form'),
          buildRequiredPaper('proxy', { typeCode: 'UQ', belongsTo: 'submitter' }),
        ],
      }),
    ],
  });
  const counts = { original: 1, certifiedCopy: 0, photocopy: 0 };
  const row = (paperId: string) => ({ paperId, name: paperId, mode: 'submit' as const, counts });
  const [landPage, formPage, resultPage] = [make.page(), make.page(), make.page()];

  function fold(options: {
    readonly caseId?: string;
    readonly more?: (subject: { readonly type: 'dossier'; readonly id: string }) => ReturnType<typeof make.action>[];
    readonly received?: boolean;
  }) {
    const subject = { type: 'dossier', id: make.id() } as const;
    const reception = make.action(
      'DossierReceived',
      { subject },
      {
        caseId: options.caseId ?? 'default',
        parties: [applicant(an), submitter(binh)],
        papers: [{ ...row('land'), issuedOn: '2024-05-06' }, row('form'), row('proxy')],
        pages: [
          { paperId: 'land', pages: [landPage] },
          { paperId: 'form', pages: [formPage] },
        ],
        code: { kind: 'official', value: 'H41.26-261120-0007', leaseId: 'l' },
      },
    );
    const actions = [...(options.received === false ? [] : [reception]), ...(options.more?.(subject) ?? [])];
    return foldDossier({ dossierId: subject.id, actions, receipts: make.acceptAll(actions) });
  }

  it('indexes digitised papers with a type code under the person they belong to', () => {
    const state = fold({});
    expect(indexDossier(state, procedure)).toEqual([
      {
        personId: 'personalId:040090000123',
        typeCode: 'GCN',
        name: 'Giấy land',
        validity: { kind: 'untilReplaced' },
        issuedOn: '2024-05-06',
        pages: [landPage],
        fileSha256: null,
        source: {
          kind: 'dossier',
          dossierId: state.dossierId,
          code: 'H41.26-261120-0007',
          digitisedOn: '2026-11-20',
        },
      },
    ]);
  });

  it('indexes a paper of the submitter once it is scanned, without an issue day', () => {
    const proxyPage = make.page();
    const state = fold({
      more: (subject) => [make.action('PaperAttached', { subject }, { paper: row('proxy'), pages: [proxyPage] })],
    });
    expect(indexDossier(state, procedure).find((one) => one.typeCode === 'UQ')).toMatchObject({
      personId: 'personalId:040090000456',
      issuedOn: null,
      pages: [proxyPage],
    });
  });

  it('keeps the first day and kind of a paper that was itself reused', () => {
    const taken = make.page();
    const state = fold({
      more: (subject) => [
        make.action(
          'PaperReused',
          { subject },
          {
            paper: row('proxy'),
            pages: [taken],
            source: { kind: 'outcome', code: 'OLD-1', digitisedOn: '2026-02-03' },
          },
        ),
      ],
    });
    expect(indexDossier(state, procedure).find((one) => one.typeCode === 'UQ')?.source).toEqual({
      kind: 'outcome',
      code: 'OLD-1',
      digitisedOn: '2026-02-03',
      dossierId: state.dossierId,
    });
  });

  it('indexes a result that is a file, dated by its signing, and none that is paper only', () => {
    const result = (parts: object) =>
      indexDossier(
        fold({ more: (subject) => [make.action('OutcomeReady', { subject }, { name: 'Sổ mới', ...parts })] }),
        procedure,
      ).find((one) => one.typeCode === 'KQ');
    expect(result({ form: 'scanned', pages: [resultPage], signedOn: '2026-11-19' })).toMatchObject({
      personId: 'personalId:040090000123',
      name: 'Sổ mới',
      validity: { kind: 'forever' },
      issuedOn: '2026-11-19',
      pages: [resultPage],
      fileSha256: null,
      source: { kind: 'outcome', code: 'H41.26-261120-0007', digitisedOn: '2026-11-20' },
    });
    const sha = 'cd'.repeat(32);
    expect(result({ form: 'electronicSigned', fileSha256: sha })).toMatchObject({
      issuedOn: '2026-11-20',
      pages: [],
      fileSha256: sha,
    });
    expect(result({ form: 'paperOnly', paperOnlyReason: 'sổ tay' })).toBeUndefined();
  });

  it('indexes nothing of an unknown case, of a stub, or of a procedure without types', () => {
    expect(indexDossier(fold({ caseId: 'other' }), procedure)).toEqual([]);
    const stub = fold({
      received: false,
      more: (subject) => [make.action('PaperAttached', { subject }, { paper: row('land'), pages: [landPage] })],
    });
    expect(indexDossier({ ...stub, caseId: 'default', parties: [applicant(an)] }, procedure)).toEqual([]);
    const done = fold({
      more: (subject) => [make.action('OutcomeReady', { subject }, { form: 'scanned', fileSha256: 'ab'.repeat(32) })],
    });
    expect(indexDossier(done, buildProcedure())).toEqual([]);
  });

  it('writes no code when the dossier has none yet', () => {
    expect(indexDossier({ ...fold({}), code: null }, procedure)[0]?.source.code).toBe('');
    const done = fold({
      more: (subject) => [make.action('OutcomeReady', { subject }, { form: 'scanned', fileSha256: 'ab'.repeat(32) })],
    });
    expect(indexDossier({ ...done, code: null }, procedure).at(-1)?.source.code).toBe('');
  });
});

describe('findCandidates', () => {
  it('finds the same person and type, never a namesake, another type or the dossier itself', () => {
    const found = (one: IndexedPaper, dossierId?: string) =>
      findCandidates([one], land, { ...question, ...(dossierId === undefined ? {} : { dossierId }) }).length;
    expect(found(indexed())).toBe(1);
    expect(found(indexed({ personId: 'personalId:040090000456' }))).toBe(0);
    expect(found(indexed({ personId: 'oldId:040090000123' }))).toBe(0);
    expect(found(indexed({ typeCode: 'KS' }))).toBe(0);
    expect(found(indexed(), 'd1')).toBe(0);
    expect(found(indexed(), 'd2')).toBe(1);
  });

  it('finds nothing for a paper without type or a person without number', () => {
    expect(findCandidates([indexed()], buildRequiredPaper('land'), question)).toEqual([]);
    expect(findCandidates([indexed()], land, { ...question, parties: [applicant(newborn)] })).toEqual([]);
  });

  it('lists the newest first, the result before the incoming paper, and says why others are dead', () => {
    const old = indexed({ issuedOn: '2020-01-01', source: { dossierId: 'd0', digitisedOn: '2020-01-02' } });
    const incoming = indexed({ source: { dossierId: 'd1' } });
    const outcome = indexed({ source: { kind: 'outcome', dossierId: 'd2' } });
    const found = findCandidates([old, incoming, outcome], land, question);
    expect(found.map((one) => [one.paper.source.dossierId, one.invalid])).toEqual([
      ['d2', null],
      ['d1', null],
      ['d0', 'replaced'],
    ]);
    expect(findCandidates([outcome, incoming, old], land, question).map((one) => one.paper.source.dossierId)).toEqual([
      'd2',
      'd1',
      'd0',
    ]);
  });

  it('compares by the day of digitisation when no issue day is known', () => {
    const dated = indexed({ issuedOn: null, source: { dossierId: 'd9', digitisedOn: '2026-02-01' } });
    expect(
      findCandidates([indexed(), dated], land, question).map((one) => [one.paper.source.dossierId, one.invalid]),
    ).toEqual([
      ['d9', null],
      ['d1', 'replaced'],
    ]);
  });

  it('prefers the rule of the checklist to that of the index', () => {
    const strict = buildRequiredPaper('land', { typeCode: 'GCN', validity: { kind: 'days', days: 30 } });
    expect(findCandidates([indexed()], strict, question)[0]?.invalid).toBe('expired');
    expect(findCandidates([indexed({ validity: undefined })], land, question)[0]?.invalid).toBe('noRule');
  });

  it('needs a shared paper at hand for all applicants', () => {
    const shared = buildRequiredPaper('land', { typeCode: 'GCN', belongsTo: 'everyApplicant' });
    const couple = { ...question, parties: [applicant(an), applicant(binh)] };
    const ofBinh = indexed({ personId: 'personalId:040090000456' });
    expect(findCandidates([indexed()], shared, couple)).toEqual([]);
    expect(
      findCandidates([indexed(), { ...ofBinh, source: { ...ofBinh.source, dossierId: 'd7' } }], shared, couple),
    ).toEqual([]);
    expect(findCandidates([indexed(), ofBinh], shared, couple)).toHaveLength(1);
  });
});

describe('findReusable', () => {
  it('offers the first that is valid, else nothing', () => {
    const future = indexed({ issuedOn: '2026-12-01', source: { dossierId: 'd5' } });
    const forever = buildRequiredPaper('land', { typeCode: 'GCN', validity: { kind: 'forever' } });
    expect(findReusable([future, indexed()], forever, question)?.source.dossierId).toBe('d1');
    expect(findReusable([future], forever, question)).toBeNull();
  });

  // Idea 3-14: expiry, wrong person with the same name, scope: no wrong reuse in 1,000 generated cases.
  it('never offers a paper of somebody else, of another type, expired or from the future', () => {
    const days = fc
      .integer({ min: 0, max: 400 })
      .map((n) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
    const paperOf = fc
      .record({
        personId: fc.constantFrom('personalId:040090000123', 'personalId:040090000456', 'oldId:182345678'),
        typeCode: fc.constantFrom('GCN', 'KS'),
        issuedOn: fc.option(days),
        digitisedOn: days,
        dossierId: fc.constantFrom('d1', 'd2', 'd3'),
        kind: fc.constantFrom('dossier' as const, 'outcome' as const, 'nationalStore' as const),
      })
      .map(({ personId, typeCode, issuedOn, ...source }) => indexed({ personId, typeCode, issuedOn, source }));
    const rule = fc.constantFrom(
      { kind: 'forever' as const },
      { kind: 'days' as const, days: 30 },
      { kind: 'untilReplaced' as const },
    );
    fc.assert(
      fc.property(fc.array(paperOf, { maxLength: 8 }), rule, days, (index, validity, day) => {
        const required = { ...land, validity };
        const found = findReusable(index, required, { parties: [applicant(an)], day, dossierId: 'd3' });
        if (found === null) return;
        expect([found.personId, found.typeCode]).toEqual(['personalId:040090000123', 'GCN']);
        expect(found.source.dossierId).not.toBe('d3');
        expect(found.source.digitisedOn <= day && (found.issuedOn ?? day) <= day).toBe(true);
        if (validity.kind !== 'days') return;
        expect(Date.parse(day) - Date.parse(found.issuedOn ?? '1900-01-01')).toBeLessThanOrEqual(30 * 86_400_000);
      }),
      PROPERTY_RUNS,
    );
  });
});

describe('findReuseForChecklist', () => {
  it('finds what is at hand by paper, but nothing for papers that are only shown', () => {
    const rows = [
      { paper: land, need: 'required' as const },
      { paper: { ...land, id: 'shown', mode: 'present' as const }, need: 'required' as const },
      { paper: { ...land, id: 'looked', mode: 'lookup' as const }, need: 'required' as const },
      { paper: buildRequiredPaper('form'), need: 'required' as const },
    ];
    expect([...findReuseForChecklist(rows, [indexed()], question).keys()]).toEqual(['land', 'looked']);
  });
});

describe('buildReuse', () => {
  it('takes a paper over without any sheet, with its source and issue day', () => {
    expect(buildReuse(land, indexed())).toEqual({
      v: 1,
      paper: {
        paperId: 'land',
        name: 'Giấy land',
        mode: 'submit',
        counts: { original: 0, certifiedCopy: 0, photocopy: 0 },
        issuedOn: '2026-01-10',
      },
      pages: [page],
      source: { kind: 'dossier', dossierId: 'd1', code: 'X-1', digitisedOn: '2026-01-20' },
    });
    expect(buildReuse(land, indexed({ issuedOn: null })).paper).not.toHaveProperty('issuedOn');
  });
});
