import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromLocal, type Instant } from '../base/time';
import { frozenVersionsSchema, intakeSchema, type Intake } from './actions/intake-payload';
import { checkIntake, decideFormSet, decideIntake } from './intake';
import { defaultPapers } from './paper-checklist';
import type { Person } from './person';
import { referencePackageSchema, type Reference } from './reference-package';
import { buildReference } from './reference';

const packages = ['procedures', 'calendar', 'units'].map((name) => {
  const url = new URL(`../../build/packages/${name}.json`, import.meta.url);
  return referencePackageSchema.parse(JSON.parse(readFileSync(url, 'utf8')));
});

function referenceOn(day: string): Reference {
  const built = buildReference(packages, day);
  if (!built.ok) throw new Error(built.error.kind);
  return built.value;
}

const reference = referenceOn('2026-03-09');
const NOW: Instant = fromLocal('2026-03-09', '09:10');

const hoa: Person = {
  name: 'Nguyễn Thị Hòa',
  identity: { kind: 'personalId', number: '040188002345' },
  birth: '1988-05-12',
  sex: 'female',
  source: 'card',
};

/** A complete intake without anything to warn about. */
function completeIntake(procedureCode: string, caseId: string): Intake {
  const item = reference.procedures.get(procedureCode)?.cases.find((one) => one.id === caseId);
  if (!item) throw new Error('no such case');
  const papers = defaultPapers(item);
  const page = {
    pageId: '01890a5d-ac96-774b-bcce-b302099a8057',
    sha256: 'a'.repeat(64),
    mime: 'image/jpeg' as const,
    bytes: 1,
  };
  return intakeSchema.parse({
    v: 1,
    procedureCode,
    caseId,
    channel: 'counter',
    receivingUnitId: 'H41.26',
    handlingUnit: 'UBND xã Thanh Bình',
    parties: [{ role: 'applicant', person: hoa }],
    papers,
    pages: papers
      .filter((paper) => paper.mode === 'submit')
      .map((paper) => ({ paperId: paper.paperId, pages: [page] })),
    quantities: {},
    setCount: 1,
    summary: '',
    fees: [],
    returnMethod: 'counter',
  });
}

const birth = completeIntake('1.001193', 'dung-han');

describe('decideIntake', () => {
  it('gives appointment, rules and versions when everything is known', () => {
    const decided = decideIntake({ intake: birth, at: NOW, reference, unitId: 'H41.26' });
    if (!decided.ok) throw new Error(decided.error.kind);
    expect(decided.value.procedure.code).toBe('1.001193');
    expect(decided.value.procedureCase.id).toBe('dung-han');
    expect(decided.value.appointment.promisedAt).toBe(fromLocal('2026-03-09', '17:00'));
    expect(frozenVersionsSchema.parse(decided.value.versions)).toEqual({
      procedures: '2026.11.20',
      calendar: '2026.01.15',
      units: '2026.11.20',
      rules: 'embedded',
      formSet: 'TT03-2025',
    });
  });

  it('takes the limit of the channel when channels differ', () => {
    const procedure = reference.procedures.get('1.001193');
    const [first] = procedure?.cases ?? [];
    if (!procedure || !first) throw new Error('no procedure');
    const online = { ...first, limits: { ...first.limits, online: { unit: 'workingDays' as const, amount: 2 } } };
    const changed = { ...reference, procedures: new Map([[procedure.code, { ...procedure, cases: [online] }]]) };
    const decided = decideIntake({
      intake: { ...birth, channel: 'online' },
      at: NOW,
      reference: changed,
      unitId: 'H41.26',
    });
    expect(decided.ok && decided.value.appointment.legalDue).toBe(fromLocal('2026-03-11', '09:10'));
  });

  it('runs the limit in the working time of the receiving unit', () => {
    const unit = reference.units.get('H41.26');
    if (!unit) throw new Error('no unit');
    const units = new Map([[unit.id, { ...unit, workingTime: [{ from: '08:00', to: '16:00' }] }]]);
    const decided = decideIntake({ intake: birth, at: NOW, reference: { ...reference, units }, unitId: unit.id });
    expect(decided.ok && decided.value.appointment.legalDue).toBe(fromLocal('2026-03-09', '16:00'));
  });

  it.each([
    ['procedure', { procedureCode: '9.999999' }, 'H41.26', { kind: 'unknownProcedure', code: '9.999999' }],
    ['case', { caseId: 'x' }, 'H41.26', { kind: 'unknownCase', code: '1.001193', caseId: 'x' }],
    ['unit', {}, 'H99', { kind: 'unknownUnit', unitId: 'H99' }],
  ])('refuses with the reason when the %s is unknown', (_what, changes, unitId, error) => {
    expect(decideIntake({ intake: { ...birth, ...changes }, at: NOW, reference, unitId })).toEqual({
      ok: false,
      error,
    });
  });
});

describe('decideFormSet', () => {
  it.each([
    ['2025-06-30', 'TT01-2018'],
    ['2025-07-01', 'TT03-2025'],
  ])('chooses the forms by the day of reception when it is %s', (day, formSet) => {
    expect(decideFormSet(day)).toBe(formSet);
  });
});

describe('checkIntake', () => {
  it('has nothing to say when the dossier is complete', () => {
    expect(checkIntake(birth, reference, { at: NOW })).toEqual([]);
  });

  const stranger: Person = { name: 'Lê Văn An', identity: { kind: 'none', reason: 'notNeeded' }, source: 'typed' };
  const newborn: Person = {
    name: 'Lê Bảo An',
    identity: { kind: 'none', reason: 'newborn' },
    birth: '2026-03-01',
    source: 'typed',
  };
  const form = birth.papers[0];
  const cases: [what: string, changes: Partial<Intake>, kinds: string[]][] = [
    ['a paper is missing', { papers: birth.papers.slice(1) }, ['missingPaper']],
    [
      'a paper is not on the list',
      {
        papers: [
          ...birth.papers,
          { ...(form ?? birth.papers[1]), paperId: 'x', name: 'Đơn' } as Intake['papers'][number],
        ],
      },
      ['extraPaper'],
    ],
    ['a paper was not scanned', { pages: birth.pages.slice(1) }, ['notDigitised']],
    [
      'a paper has a scan entry without pages',
      { pages: birth.pages.map((item) => ({ ...item, pages: [] })) },
      ['notDigitised', 'notDigitised'],
    ],
    ['nobody is the applicant', { parties: [{ role: 'submitter', person: hoa }] }, ['noApplicant']],
    ['an identity is missing', { parties: [{ role: 'applicant', person: stranger }] }, ['identityMissing']],
    ['the applicant is newborn', { parties: [{ role: 'applicant', person: newborn }] }, []],
    ['sex and number disagree', { parties: [{ role: 'applicant', person: { ...hoa, sex: 'male' } }] }, ['person']],
    [
      'a fee was entered for a free procedure',
      { fees: [{ ledger: 'stateFee', name: 'Lệ phí', amount: 8000 }] },
      ['feeDiffers'],
    ],
    ['only the post is paid', { fees: [{ ledger: 'postalCharge', name: 'Cước', amount: 26_000 }] }, []],
    ['the post has no address', { returnMethod: 'post', returnAddress: '  ' }, ['returnAddressMissing']],
  ];
  it.each(cases)('warns exactly when %s', (_what, changes, kinds) => {
    expect(checkIntake({ ...birth, ...changes }, reference, { at: NOW }).map((warning) => warning.kind)).toEqual(kinds);
  });

  it('owes what the answers ask for, unless it was taken over from an earlier dossier', () => {
    const answers = { 'nguoi-khac-di': true };
    const asked = { ...birth, answers };
    expect(checkIntake(asked, reference, { at: NOW })).toEqual([
      { kind: 'missingPaper', paperId: 'uy-quyen', name: 'Văn bản ủy quyền của cha, mẹ' },
    ]);
    expect(checkIntake(asked, reference, { at: NOW, reused: new Set(['uy-quyen']) })).toEqual([]);
    expect(checkIntake({ ...birth, answers: { 'nguoi-khac-di': false } }, reference, { at: NOW })).toEqual([]);
  });

  it('names a paper the answers rule out as one beside the list', () => {
    const given = { paperId: 'uy-quyen', name: 'Văn bản ủy quyền', mode: 'submit' as const };
    const papers = [...birth.papers, { ...given, counts: { original: 1, certifiedCopy: 0, photocopy: 0 } }];
    const found = checkIntake({ ...birth, papers, answers: { 'nguoi-khac-di': false } }, reference, { at: NOW });
    expect(found).toEqual([{ kind: 'extraPaper', name: 'Văn bản ủy quyền' }]);
  });

  it('warns when the counter is closed', () => {
    expect(checkIntake(birth, reference, { at: fromLocal('2026-03-08', '09:00') })).toEqual([
      { kind: 'outsideOpeningHours' },
    ]);
  });

  it('asks for pages and copies before it compares the fee of certified copies', () => {
    const copies = completeIntake('2.000815', 'thuong');
    const none: Person = { ...hoa, identity: { kind: 'none', reason: 'notNeeded' } };
    const open = { ...copies, parties: [{ role: 'applicant' as const, person: none }] };
    expect(checkIntake(open, reference, { at: NOW })).toEqual([
      { kind: 'quantityMissing', quantity: 'pages' },
      { kind: 'quantityMissing', quantity: 'copies' },
    ]);
    const counted = { ...open, quantities: { pages: 3, copies: 2 } };
    expect(checkIntake(counted, reference, { at: NOW })).toEqual([
      { kind: 'feeDiffers', expected: 10_000, entered: 0 },
    ]);
    const paid = { ...counted, fees: [{ ledger: 'stateFee' as const, name: 'Phí', amount: 10_000 }] };
    expect(checkIntake(paid, reference, { at: NOW })).toEqual([]);
    const waived = { ...counted, feeWaiver: { ground: 'NQ 12/2024/NQ-HĐND', proof: 'sổ số 7', amount: 10_000 } };
    expect(checkIntake(waived, reference, { at: NOW })).toEqual([]);
  });

  it('leaves unknown procedures to decideIntake', () => {
    expect(checkIntake({ ...birth, procedureCode: '9.999999' }, reference, { at: NOW })).toEqual([]);
  });
});
