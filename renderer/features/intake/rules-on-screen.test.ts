import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromLocal } from '../../../shared/base/time';
import { buildAddressIndex } from '../../../shared/domain/address-index';
import { intakeSchema } from '../../../shared/domain/actions/intake-payload';
import { paperPayloads } from '../../../shared/domain/actions/paper-actions';
import type { IndexedPaper } from '../../../shared/domain/paper-index';
import { searchAddresses } from '../../../shared/domain/address-search';
import type { Procedure } from '../../../shared/domain/procedure';
import { buildReference } from '../../../shared/domain/reference';
import { referencePackageSchema } from '../../../shared/domain/reference-package';
import { sayVi } from '../../../shared/text/message';
import { buildDelegation, buildOfficer } from '../../../tests/support/builders';
import { describeToday, putCommune } from './address-choice';
import { decideAfterCutoff } from './after-cutoff';
import { answerQuestion } from './answer-changes';
import { standingOf } from './checklist';
import { changePerson, pickCase, pickProcedure } from './draft-changes';
import { intakeDraftSchema, startDraft, type IntakeDraft } from './intake-draft';
import { deriveIntake, type IntakeSurroundings, type IntakeView } from './intake-form';
import { addPages, changePaper } from './paper-changes';
import { noteVolunteered, takeOffer, undoReuse } from './paper-keys';
import { addOther, changeOther, changeOtherPerson, removeOther } from './party-changes';
import { findFirstField, findNextQuestion } from './question-order';
import { describeSourceOf, describeValidity } from './reusable-words';
import { readMatter } from './talk-flow';
import { buildTalk, findTalkProblems, startTalk, toggleAsked, type TalkMatter } from './talk-form';

const ID = '019cd1c0-0000-7000-8000-000000000001';
const EARLIER = '019cd1c0-0000-7000-8000-000000000002';
const NUMBER = '040188912345';
const MORNING = fromLocal('2026-03-09', '09:10');

function read(name: string): ReturnType<typeof referencePackageSchema.parse> {
  return referencePackageSchema.parse(JSON.parse(readFileSync(`build/packages/${name}.json`, 'utf8')));
}

const built = buildReference(['procedures', 'calendar', 'units', 'rules'].map(read), '2026-03-09');
if (!built.ok) throw new Error(built.error.kind);
const reference = built.value;

function find<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new Error(key);
  return found;
}

const unit = find(reference.units, 'H41.26');
const birth = find(reference.procedures, '1.001193');
const marital = find(reference.procedures, '1.004873');
const copies = find(reference.procedures, '2.000815');
const transfer = find(reference.procedures, '1.013831');
const around: IntakeSurroundings = { reference, officer: buildOfficer(), unit, now: MORNING };

function start(procedure: Procedure): IntakeDraft {
  const draft = changePerson(startDraft(ID, MORNING), 'submitter', {
    ...{ name: 'Nguyễn Thị Hoa', number: NUMBER, birth: '12/05/1988' },
  });
  return pickProcedure(draft, procedure);
}

function answerAll(draft: IntakeDraft, procedure: Procedure, answers: Readonly<Record<string, boolean>>): IntakeDraft {
  return Object.entries(answers).reduce(
    (current, [questionId, answer]) => answerQuestion(current, procedure, { questionId, answer }),
    draft,
  );
}

function sheets(draft: IntakeDraft, paperId: string): number {
  const counts = draft.papers.find((row) => row.paperId === paperId)?.counts;
  return counts ? counts.original + counts.certifiedCopy + counts.photocopy : -1;
}

const page = { pageId: ID, sha256: 'a'.repeat(64), mime: 'image/png', bytes: 9 } as const;

/** A divorce judgment the office digitised for this person last year. */
const held: IndexedPaper = {
  ...{ personId: `personalId:${NUMBER}`, typeCode: 'BAN-AN-LY-HON', name: 'Bản án', validity: { kind: 'forever' } },
  ...{ issuedOn: '2024-02-01', pages: [page], fileSha256: null },
  source: { kind: 'dossier', dossierId: EARLIER, code: 'H41.26-250310-0001', digitisedOn: '2025-03-10' },
};

const judgment = marital.cases[0]?.papers.find(({ typeCode }) => typeCode === 'BAN-AN-LY-HON')?.id ?? '';

function divorced(): { readonly draft: IntakeDraft; readonly view: IntakeView } {
  const draft = answerAll(start(marital), marital, { 'da-ly-hon': true });
  return { draft, view: deriveIntake(draft, { ...around, index: [held] }) };
}

function checklistOf(view: IntakeView): NonNullable<IntakeView['checklist']> {
  if (!view.checklist) throw new Error('no checklist');
  return view.checklist;
}

describe('answerQuestion', () => {
  it('keeps every row in its place, and gives papers their sheets when an answer asks for them', () => {
    const before = start(birth);
    const after = answerAll(before, birth, { 'nguoi-khac-di': true });
    expect(after.papers.map(({ paperId }) => paperId)).toEqual(before.papers.map(({ paperId }) => paperId));
    expect([sheets(before, 'uy-quyen'), sheets(after, 'uy-quyen')]).toEqual([0, 1]);
    expect(sheets(answerAll(after, birth, { 'nguoi-khac-di': false }), 'uy-quyen')).toBe(0);
  });

  it('leaves a paper that was scanned alone when an answer rules it out: the guard asks about it', () => {
    const scanned = addPages(answerAll(start(birth), birth, { 'nguoi-khac-di': true }), 'uy-quyen', [page]);
    const after = answerAll(scanned, birth, { 'nguoi-khac-di': false });
    expect(sheets(after, 'uy-quyen')).toBe(1);
    expect(deriveIntake(after, around).problems.map(({ field }) => field)).toContain('panel.ask.uy-quyen');
  });

  it('chooses the case, and keeps the officer’s own choice where no answer decides it', () => {
    expect(answerAll(start(birth), birth, { 'qua-60-ngay': true }).caseId).toBe('qua-han');
    expect(answerAll(start(birth), birth, { 'qua-60-ngay': false }).caseId).toBe('dung-han');
    const picked = pickCase(start(birth), find(new Map(birth.cases.map((one) => [one.id, one])), 'qua-han'));
    expect(answerAll(picked, birth, { 'cha-me-ket-hon': true }).caseId).toBe('qua-han');
  });

  it('goes from question to question until nothing more needs to be asked', () => {
    expect(findFirstField(birth, {})).toBe('panel.question.qua-60-ngay');
    expect(findNextQuestion(birth, { 'qua-60-ngay': false })?.id).toBe('cha-me-ket-hon');
    const answers = { 'qua-60-ngay': false, 'cha-me-ket-hon': true, 'nguoi-khac-di': false };
    expect(findNextQuestion(birth, answers)).toBeUndefined();
    expect(findFirstField(birth, answers)).toBe('panel.question.qua-60-ngay');
  });

  it('writes the answers into the reception, and warns only of papers they ask for', () => {
    const draft = changePaper(answerAll(start(marital), marital, { 'da-ly-hon': true }), judgment, {
      counts: { original: 0, certifiedCopy: 0, photocopy: 0 },
    });
    const view = deriveIntake(draft, around);
    expect(view.intake?.answers).toEqual({ 'da-ly-hon': true });
    expect(view.warnings.map(({ key }) => key)).toContain('rules.intake.missingPaper');
    const no = deriveIntake(answerAll(draft, marital, { 'da-ly-hon': false }), around);
    expect(no.warnings.map(({ key }) => key)).not.toContain('rules.intake.missingPaper');
    expect(standingOf({ paperId: judgment, isExtra: false }, checklistOf(no).rows)).toBe('notAsked');
  });

  it('reads drafts of before there were answers', () => {
    const { answers: _a, others: _o, waiver: _w, talk: _t, land: _l, ...old } = start(birth);
    expect(intakeDraftSchema.safeParse(old)).toMatchObject({ success: true, data: { answers: {}, others: [] } });
  });
});

describe('papers held already', () => {
  it('are not asked for again without a word of the officer', () => {
    const { draft, view } = divorced();
    expect(view.problems).toEqual([{ field: `panel.ask.${judgment}`, message: { key: 'intakeRules.ask.atHand' } }]);
    const reasoned = changePaper(draft, judgment, { repeatReason: 'bản cũ mờ' });
    expect(deriveIntake(reasoned, { ...around, index: [held] }).intake?.papers).toContainEqual(
      expect.objectContaining({ paperId: judgment, repeatReason: 'bản cũ mờ' }),
    );
    const given = noteVolunteered(draft, checklistOf(view));
    expect(deriveIntake(given, { ...around, index: [held] }).problems).toEqual([]);
  });

  it('are taken over by one key: no sheet, an act of its own, nothing missing', () => {
    const { draft, view } = divorced();
    const taken = takeOffer(draft, checklistOf(view));
    const after = deriveIntake(taken, { ...around, index: [held] });
    expect(after.problems).toEqual([]);
    expect(after.intake?.papers.map(({ paperId }) => paperId)).not.toContain(judgment);
    expect(after.warnings.map(({ key }) => key)).not.toContain('rules.intake.missingPaper');
    expect(checklistOf(after).reuses).toEqual([
      expect.objectContaining({ pages: [page], source: expect.objectContaining({ dossierId: EARLIER }) as unknown }),
    ]);
    expect(paperPayloads.PaperReused.safeParse(checklistOf(after).reuses[0]).success).toBe(true);
    const undone = undoReuse(taken, checklistOf(after), judgment);
    expect(sheets(undone, judgment)).toBe(1);
  });

  it('of somebody else are never offered', () => {
    const other = { ...held, personId: 'personalId:040090000123' };
    const { draft } = divorced();
    expect(checklistOf(deriveIntake(draft, { ...around, index: [other] })).reusable.size).toBe(0);
  });

  it('say where they come from and how long they are valid', () => {
    expect(sayVi(describeSourceOf(held))).toBe('từ hồ sơ H41.26-250310-0001, số hóa 10/03/2025');
    expect(sayVi(describeValidity(held))).toBe('giá trị không thời hạn');
    expect(sayVi(describeValidity({ ...held, validity: { kind: 'days', days: 30 } }))).toBe('giá trị đến 02/03/2024');
    expect(sayVi(describeValidity({ validity: { kind: 'days', days: 30 }, issuedOn: null }))).toBe('không rõ ngày cấp');
  });
});

describe('money', () => {
  const counted = { ...start(copies), quantities: { pages: 4, copies: 3 } };

  it('asks less by a waiver with its ground and proof, and keeps postage apart', () => {
    const waiver = { waiverId: '', ground: 'NQ 12/2024/NQ-HĐND', percent: 50, proof: 'sổ hộ nghèo số 7' };
    const { fee, intake, problems, warnings } = deriveIntake({ ...counted, waiver, postalCharge: 25_000 }, around);
    expect(problems).toEqual([]);
    expect(fee).toMatchObject({ gross: 18_000, waived: 9_000, total: 34_000 });
    expect(intake?.fees.map(({ ledger, amount }) => [ledger, amount])).toEqual([
      ['stateFee', 9_000],
      ['postalCharge', 25_000],
    ]);
    expect(intake?.feeWaiver).toEqual({ ground: waiver.ground, proof: waiver.proof, amount: 9_000 });
    expect(warnings.map(({ key }) => key)).not.toContain('rules.intake.feeDiffers');
    expect(intakeSchema.safeParse(intake).success).toBe(true);
  });

  it.each([
    [{ ground: '', proof: 'sổ' }, 'intakeRules.waiver.groundMissing'],
    [{ ground: 'NQ 1', proof: ' ' }, 'intakeRules.waiver.proofMissing'],
  ])('asks for all until ground and proof are there: %o', (typed, key) => {
    const view = deriveIntake({ ...counted, waiver: { waiverId: '', percent: 100, ...typed } }, around);
    expect(view.fee?.total).toBe(18_000);
    expect(view.problems).toEqual([{ field: 'panel.waiver', message: { key } }]);
  });
});

describe('people', () => {
  it('writes down owners, sides and representatives, owners first', () => {
    const withOwner = addOther(addOther(start(transfer), 'representative'), 'applicant');
    const [representative, owner] = withOwner.others;
    if (!representative || !owner) throw new Error('nobody');
    let draft = changeOtherPerson(withOwner, representative.id, { name: 'Lê Văn Đại', number: '040080900123' });
    draft = changeOther(draft, representative.id, { ground: 'Giấy ủy quyền số 5' });
    draft = changeOtherPerson(draft, owner.id, { name: 'Trần Văn Bảy', number: '040080900199' });
    draft = { ...changeOther(draft, owner.id, { side: 'transferee', relation: 'spouse' }), side: 'transferor' };
    const { typed } = deriveIntake(draft, around);
    expect(typed?.parties.map(({ role, side, relation, ground }) => [role, side, relation, ground])).toEqual([
      ['applicant', 'transferor', undefined, undefined],
      ['applicant', 'transferee', 'spouse', undefined],
      ['representative', undefined, 'authorised', 'Giấy ủy quyền số 5'],
    ]);
    expect(removeOther(draft, owner.id).others).toHaveLength(1);
  });

  it('names what is wrong in one of them by its own field', () => {
    const draft = addOther(start(transfer), 'applicant');
    const fields = deriveIntake(draft, around).problems.map(({ field }) => field);
    expect(fields).toEqual(['panel.other-1.name', 'panel.other-1.number']);
  });

  it('takes a parent for granted who comes for a child', () => {
    const draft = changePerson(start(birth), 'applicant', {
      name: 'Nguyễn Minh Anh',
      birth: '01/03/2026',
      sex: 'female',
    });
    const view = deriveIntake(draft, around);
    expect(view.typed?.parties[1]).toMatchObject({ role: 'submitter', relation: 'parent' });
    expect(view.warnings.map(({ key }) => key)).not.toContain('people.party.groundMissing');
  });
});

describe('before a reception', () => {
  function matterOf(talk: NonNullable<IntakeDraft['talk']>, where = around): TalkMatter {
    const draft = { ...start(marital), talk };
    const matter = readMatter(draft, deriveIntake(draft, where), where);
    if (!matter) throw new Error('no matter');
    return matter;
  }
  const guidance = startTalk('guidance', 'Hồ sơ chưa đủ thành phần theo quy định');

  it('guides with the papers that are ticked, in the order of the list', () => {
    const matter = matterOf(guidance);
    expect(findTalkProblems(matter).map(({ field }) => field)).toEqual(['panel.asked']);
    const first = matter.checklist.rows[0]?.paper;
    const asked = [...toggleAsked(matter, first?.id ?? '')];
    const ready = matterOf({ ...guidance, asked, comeBackBy: '20/03/2026' });
    expect(findTalkProblems(ready)).toEqual([]);
    const act = buildTalk(ready);
    expect(act).toMatchObject({
      kind: 'GuidanceIssued',
      talk: { items: [first?.name], comeBackBy: '2026-03-20', askedPapers: [{ paperId: first?.id }] },
    });
    expect(toggleAsked(ready, first?.id ?? '')).toEqual([]);
  });

  it('refuses only with a legal ground, and a postal officer only proposes', () => {
    const refusal = { ...guidance, kind: 'refusal' as const };
    expect(findTalkProblems(matterOf(refusal)).map(({ field }) => field)).toEqual(['panel.legalGround']);
    const grounded = { ...refusal, legalGround: 'Điều 5', originalsReturned: 2 };
    expect(buildTalk(matterOf(grounded))).toMatchObject({ kind: 'IntakeRefused', talk: { originalsReturned: 2 } });
    const postal = { ...around, officer: buildOfficer('postalOfficer', { unitId: unit.id }) };
    expect(buildTalk(matterOf(grounded, postal))?.kind).toBe('RefusalProposed');
  });

  it('does not send anybody home for a day that has passed, or without a name', () => {
    const matter = matterOf({ ...guidance, asked: ['to-khai'], comeBackBy: '01/03/2026' });
    expect(findTalkProblems(matter).map(({ message }) => message.key)).toContain('intakeRules.talk.dayPassed');
    const nobody = { ...matter, typed: { ...matter.typed, parties: [] } };
    expect(findTalkProblems(nobody)[0]?.field).toBe('submitter.name');
  });
});

describe('what a delegation and the clock change', () => {
  it('consigns where Form 01 may not be issued', () => {
    const delegation = buildDelegation({
      ...{ unitId: unit.id, validFrom: '2026-01-01', validTo: '2026-12-31', procedures: [], mayIssueReceipt: false },
    });
    const officer = buildOfficer('postalOfficer', { unitId: unit.id, delegation });
    const view = deriveIntake(start(marital), { ...around, officer });
    expect([view.isConsignment, view.problems]).toEqual([true, []]);
  });

  it.each([
    ['14:44', undefined],
    ['14:45', '2026-03-10'],
    ['15:00', '2026-03-10'],
    ['15:01', undefined],
  ])('says at %s what is promised after the cutoff: %s', (time, day) => {
    const now = fromLocal('2026-03-09', time);
    const here = { ...around, now };
    const counted = { ...start(copies), quantities: { pages: 1, copies: 1 } };
    const next = decideAfterCutoff(deriveIntake(counted, here), here);
    expect(
      next === undefined || next.promisedAt === null
        ? undefined
        : new Date(next.promisedAt + 7 * 3_600_000).toISOString().slice(0, 10),
    ).toBe(day);
  });
});

describe('the cutoff on a day off', () => {
  it('changes nothing, so nothing is said', () => {
    const here = { ...around, now: fromLocal('2026-03-08', '14:50') };
    const counted = { ...start(copies), quantities: { pages: 1, copies: 1 } };
    expect(decideAfterCutoff(deriveIntake(counted, here), here)).toBeUndefined();
  });
});

describe('addresses', () => {
  const pack = read('addresses');
  if (pack.kind !== 'addresses') throw new Error(pack.kind);
  const index = buildAddressIndex(pack.rows);
  const day = '2026-03-09';
  const all = searchAddresses(index, 'thanh', { day, limit: 50 });

  it('writes both names of a commune found by its former one', () => {
    const choice = all.find(({ former }) => former !== null);
    if (!choice?.former) throw new Error('no former commune in the package');
    const text = putCommune({ index, day }, 'Xóm 3', choice);
    expect(text).toBe(`Xóm 3, ${choice.label} (trước đây: ${choice.former.label})`);
    const old = `Xóm 3, ${choice.former.label}`;
    const today = describeToday(index, old, day);
    expect(today && sayVi(today)).toMatch(/^(?:nay là Xóm 3, |xã cũ đã chia)/u);
    expect(putCommune({ index, day }, old, choice)).toBe(text);
  });

  it('writes one name where nothing changed, and says nothing of it', () => {
    const choice = all.find(({ former }) => former === null);
    if (!choice) throw new Error('no commune in the package');
    const text = putCommune({ index, day }, '', choice);
    expect(text).toBe(choice.label);
    expect(describeToday(index, text, day)).toBeUndefined();
    expect(describeToday(index, '  ', day)).toBeUndefined();
  });

  it('finds a commune within 50 ms', () => {
    const from = performance.now();
    for (let n = 0; n < 20; n += 1) searchAddresses(index, 'thanh b', { day, limit: 12 });
    expect((performance.now() - from) / 20).toBeLessThan(50);
  });
});
