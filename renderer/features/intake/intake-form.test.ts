import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromLocal } from '../../../shared/base/time';
import { intakeSchema } from '../../../shared/domain/actions/intake-payload';
import { buildPersonFromCard, parseCitizenCard } from '../../../shared/domain/citizen-card';
import type { Procedure } from '../../../shared/domain/procedure';
import { referencePackageSchema, type Reference } from '../../../shared/domain/reference-package';
import type { Unit } from '../../../shared/domain/unit';
import { buildReference } from '../../../shared/domain/reference';
import { sayVi } from '../../../shared/text/message';
import { buildDelegation, buildOfficer } from '../../../tests/support/builders';
import { changePerson, pickCase, pickProcedure, pickReturn, putPerson } from './draft-changes';
import { addExtraPaper, changePaper } from './paper-changes';
import { startDraft, type IntakeDraft } from './intake-draft';
import { deriveIntake, isCovered, type IntakeSurroundings } from './intake-form';
import { fillPersonForm } from './person-form';

const CARD = '040090000123||NGUYỄN VĂN A|01021990|Nam|Xóm 1, Xã Ví Dụ, Huyện Cũ, Nghệ An|15042021';
const ID = '019cd1c0-0000-7000-8000-000000000001';
const MORNING = fromLocal('2026-03-09', '09:10');

function loadReference(): Reference {
  const packages = ['procedures', 'calendar', 'units'].map((name) =>
    referencePackageSchema.parse(JSON.parse(readFileSync(`build/packages/${name}.json`, 'utf8'))),
  );
  const built = buildReference(packages, '2026-03-09');
  if (!built.ok) throw new Error(built.error.kind);
  return built.value;
}

const reference = loadReference();

function find<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new Error(key);
  return found;
}

const unit: Unit = find(reference.units, 'H41.26');
const birth: Procedure = find(reference.procedures, '1.001193');
const copies: Procedure = find(reference.procedures, '2.000815');
const marriage: Procedure = find(reference.procedures, '1.004873');
const around: IntakeSurroundings = { reference, officer: buildOfficer(), unit, now: MORNING };

function withCard(): IntakeDraft {
  const card = parseCitizenCard(CARD);
  if (!card.ok) throw new Error(card.error.kind);
  const form = fillPersonForm(buildPersonFromCard(card.value), MORNING);
  return putPerson(startDraft(ID, MORNING), 'submitter', form);
}

function fieldsOf(draft: IntakeDraft, where = around): string[] {
  return deriveIntake(draft, where).problems.map(({ field }) => field);
}

describe('deriveIntake', () => {
  it('names what is missing when nothing was entered', () => {
    expect(fieldsOf(startDraft(ID, MORNING))).toEqual(['submitter.name', 'submitter.number', 'procedure']);
  });

  it('gives a whole intake when a card and a procedure are there', () => {
    const view = deriveIntake(pickProcedure(withCard(), marriage), around);
    expect(view.problems).toEqual([]);
    expect(intakeSchema.safeParse(view.intake).success).toBe(true);
    expect(view.intake).toMatchObject({
      procedureCode: '1.004873',
      receivingUnitId: 'H41.26',
      channel: 'counter',
      parties: [{ role: 'applicant', person: { name: 'NGUYỄN VĂN A' } }],
    });
    expect(view.appointment?.promisedAt).toBe(fromLocal('2026-03-12', '09:10'));
  });

  it('promises the next working day when a same-day procedure comes after 15:00', () => {
    const late = { ...around, now: fromLocal('2026-03-09', '15:01') };
    const draft = pickProcedure(withCard(), copies);
    expect(deriveIntake(draft, late).appointment?.promisedAt).toBe(fromLocal('2026-03-10', '17:00'));
    expect(deriveIntake(draft, around).appointment?.promisedAt).toBe(fromLocal('2026-03-09', '17:00'));
  });

  it('names no sum and promises no "Không thu" when the fee is not confirmed', () => {
    const draft = pickProcedure(withCard(), marriage);
    const { fee, intake } = deriveIntake(draft, around);
    expect(fee).toMatchObject({ isUnknown: true, total: 0 });
    expect(fee && sayVi(fee.ground)).not.toMatch(/Không thu|^$/);
    expect(intake).toMatchObject({ fees: [], feeUndecided: true });
  });

  it('names 0 đ and its ground when the case is exempt, marked while not confirmed', () => {
    const draft = changePerson(pickProcedure(withCard(), birth), 'applicant', {
      name: 'Nguyễn An',
      birth: '01/03/2026',
    });
    const { fee, intake } = deriveIntake(draft, around);
    expect(fee).toMatchObject({ isUnknown: false, isProvisional: true, total: 0 });
    expect(fee && sayVi(fee.ground)).toContain('đăng ký đúng hạn');
    expect(intake).not.toHaveProperty('feeUndecided');
  });

  it('counts the fee as pages and copies are typed', () => {
    const draft = { ...pickProcedure(withCard(), copies), quantities: { pages: 5, copies: 3 } };
    const view = deriveIntake(draft, around);
    expect(view.fee).toMatchObject({ total: 3 * (2 * 2000 + 3 * 1000), payment: 'cash' });
    expect(view.warnings).toEqual([]);
  });

  it('names and takes no sum, and asks for the pages, while they are not counted', () => {
    const draft = pickProcedure(withCard(), copies);
    const view = deriveIntake(draft, around);
    expect(view.fee).toMatchObject({ lines: [], total: 0, payment: 'later', uncounted: ['pages'] });
    expect(view.problems).toEqual([{ field: 'quantities.pages', message: { key: 'intake.problem.pages' } }]);
    expect(view.warnings).toEqual([]);
    expect(view.intake).toBeUndefined();
  });

  it('presets a child without a number when the procedure is for somebody else', () => {
    const draft = pickProcedure(withCard(), birth);
    expect(fieldsOf(draft)).toEqual(['applicant.name']);
    const named = changePerson(draft, 'applicant', { name: 'Nguyễn An', birth: '01/03/2026' });
    expect(deriveIntake(named, around).intake?.parties).toMatchObject([
      { role: 'applicant', person: { name: 'Nguyễn An', identity: { kind: 'none', reason: 'newborn' } } },
      { role: 'submitter', person: { name: 'NGUYỄN VĂN A' } },
    ]);
  });

  it('warns when a required paper is not handed over, and keeps papers to show out of the counts', () => {
    const named = changePerson(pickProcedure(withCard(), birth), 'applicant', { name: 'Nguyễn An' });
    const none = { original: 0, certifiedCopy: 0, photocopy: 0 };
    const view = deriveIntake(changePaper(named, 'chung-sinh', { counts: none }), around);
    expect(view.warnings.map(({ key }) => key)).toContain('rules.intake.missingPaper');
    expect(view.intake?.papers.find((paper) => paper.paperId === 'cccd-cha-me')).toMatchObject({
      mode: 'present',
      counts: none,
    });
    expect(view.intake?.papers.some((paper) => paper.paperId === 'chung-sinh')).toBe(false);
  });

  it('wants name and legal ground of a paper beside the list, unless the citizen gave it unasked', () => {
    const draft = addExtraPaper(pickProcedure(withCard(), marriage));
    expect(fieldsOf(draft)).toEqual(['papers.extra-1.name', 'panel.ask.extra-1']);
    const asked = changePaper(draft, 'extra-1', { name: 'Đơn giải trình' });
    expect(fieldsOf(asked)).toEqual(['panel.ask.extra-1']);
    const grounded = deriveIntake(changePaper(asked, 'extra-1', { ground: ' Điều 5 NĐ 1 ' }), around);
    expect(grounded.intake?.papers.at(-1)).toMatchObject({ ground: 'Điều 5 NĐ 1' });
    const named = deriveIntake(changePaper(asked, 'extra-1', { volunteered: true }), around);
    expect(named.intake?.papers.at(-1)).toMatchObject({ name: 'Đơn giải trình', volunteered: true });
    expect(named.warnings.map(({ key }) => key)).toContain('rules.intake.extraPaper');
  });

  it('wants the address when the result goes by post, taken from the card', () => {
    const draft = pickReturn(pickProcedure(withCard(), marriage), 'post');
    expect(deriveIntake(draft, around).intake?.returnAddress).toBe('Xóm 1, Xã Ví Dụ, Huyện Cũ, Nghệ An');
    const emptied = deriveIntake({ ...draft, returnAddress: '' }, around);
    expect(emptied.warnings.map(({ key }) => key)).toContain('rules.intake.returnAddressMissing');
    expect(emptied.intake).toBeDefined();
  });

  it('counts from the earlier hour when the dossier is entered afterwards', () => {
    const backEntry = { isOn: true, day: '09/03/2026', time: '0815', reason: 'power', slipNo: 'G-12' } as const;
    const view = deriveIntake({ ...pickProcedure(withCard(), marriage), backEntry }, around);
    expect(view.legalTime).toEqual({
      at: fromLocal('2026-03-09', '08:15'),
      backEntry: { reason: 'power', paperSlipNo: 'G-12' },
    });
    expect(view.appointment?.promisedAt).toBe(fromLocal('2026-03-12', '08:15'));
  });

  it('refuses a back entry when it is in the future, too old or no time at all', () => {
    const base = pickProcedure(withCard(), marriage);
    const on = (day: string, time: string): IntakeDraft => ({
      ...base,
      backEntry: { isOn: true, day, time, reason: 'line', slipNo: '' },
    });
    // Today, but later than now: the time is wrong, not the day.
    expect(fieldsOf(on('09/03/2026', '10:00'))).toEqual(['backEntry.time']);
    expect(fieldsOf(on('10/03/2026', '08:00'))).toEqual(['backEntry.day']);
    expect(fieldsOf(on('02/03/2026', '10:00'))).toEqual(['backEntry.day']);
    expect(fieldsOf(on('', '25:00'))).toEqual(['backEntry.day', 'backEntry.time']);
  });

  it('keeps pages when the case changes and gives them to the dossier', () => {
    const page = { pageId: ID, sha256: 'a'.repeat(64), mime: 'image/jpeg', bytes: 10 } as const;
    const named = changePerson(pickProcedure(withCard(), birth), 'applicant', { name: 'Nguyễn An' });
    const draft: IntakeDraft = { ...named, pages: [{ paperId: 'to-khai', pages: [page] }] };
    const late = birth.cases[1];
    if (!late) throw new Error('case');
    const view = deriveIntake(pickCase(draft, late), around);
    expect(view.intake?.caseId).toBe('qua-han');
    expect(view.intake?.pages).toEqual([{ paperId: 'to-khai', pages: [page] }]);
    expect(view.unscanned).toBe(1);
  });

  it('names a summary of 4,000 characters instead of cutting it', () => {
    const draft = { ...pickProcedure(withCard(), marriage), summary: 'a'.repeat(4000) };
    expect(fieldsOf(draft)).toEqual(['summary']);
  });
});

describe('a postal employee', () => {
  const delegation = buildDelegation({ procedures: ['1.004873'], mayCollectFees: false, validTo: '2026-12-31' });
  const postOffice = find(reference.units, 'H41.26.1');
  const postal = {
    ...around,
    officer: buildOfficer('postalOfficer', { delegation, unitId: postOffice.id }),
    unit: postOffice,
  };

  it('receives in the name of the unit of the delegation', () => {
    const view = deriveIntake(pickProcedure(withCard(), marriage), postal);
    expect(view.receivingUnit.id).toBe('H41.26');
    expect(view.intake?.receivingUnitId).toBe('H41.26');
  });

  it('is refused a procedure outside the delegation', () => {
    expect(isCovered(postal.officer, '2.000815')).toBe(false);
    const draft = { ...pickProcedure(withCard(), copies), quantities: { pages: 1, copies: 1 } };
    expect(fieldsOf(draft, postal)).toEqual(['procedure']);
  });

  it('takes no money when the delegation does not say so', () => {
    const all = { ...delegation, procedures: [] };
    const officer = buildOfficer('postalOfficer', { delegation: all });
    const view = deriveIntake(pickProcedure(withCard(), copies), { ...postal, officer });
    expect(view.fee).toMatchObject({ mayCollect: false, payment: 'later' });
  });

  it('is told ten working days before the delegation ends', () => {
    const ending = { ...delegation, validTo: '2026-03-20' };
    const officer = buildOfficer('postalOfficer', { delegation: ending });
    const keys = deriveIntake(pickProcedure(withCard(), marriage), { ...postal, officer }).warnings.map(
      ({ key }) => key,
    );
    expect(keys).toContain('counterDuty.delegationEnds');
    const far = deriveIntake(pickProcedure(withCard(), marriage), postal).warnings.map(({ key }) => key);
    expect(far).not.toContain('counterDuty.delegationEnds');
  });
});
