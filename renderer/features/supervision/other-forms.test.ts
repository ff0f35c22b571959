import { describe, expect, it } from 'vitest';
import { foldUnitDay } from '../../../shared/domain/unit-day';
import type { PayloadOf } from '../../../shared/domain/actions/action';
import { formFillSchema } from '../../../shared/forms/form-fill';
import { settleUnitForm } from '../../../shared/forms/form-truth';
import { createBuilders } from '../../../tests/support/builders';
import { aroundOf } from '../../../tests/support/form-fills';
import { sampleCertification, sampleDossier, sampleProcedure } from '../../../tests/support/form-samples';
import {
  findPeriodFault,
  makeOtherPapers,
  otherForms,
  type OtherAround,
  type OtherRecords,
  type OtherWish,
} from './other-forms';

const wish = { formSet: 'TT03-2025' } as const;
const base = aroundOf(wish);
const procedures = ['1.013831', '2.000815'].map(sampleProcedure);
const around: OtherAround = {
  ...base,
  procedures,
  findProcedure: (code) => procedures.find((one) => one.code === code),
  printedBy: 'Phạm Đức Bình',
  kitDue: [],
};
const start: OtherWish = {
  ...{ form: 'procedureSheet', day: '2026-03-09', from: '2026-03-01', to: '2026-03-31', book: 'BS' },
  ...{ procedureCode: null, caseId: null, paperId: null },
};

function busyDay(): Extract<OtherRecords, { kind: 'day' }> {
  const builders = createBuilders(31);
  const dossier = sampleDossier(wish);
  const subject = { type: 'unitDay', unitId: 'H41.26', day: '2026-03-09', counterId: 'q1' } as const;
  const bag = { bagId: builders.id(), sealNo: 'NP-1', dossierIds: [dossier.dossierId] };
  const acts = [
    ['ShiftOpened', {}],
    ['BagSealed', bag],
    ['BagReceived', { ...bag, dossierIds: [], discrepancy: 'thiếu một hồ sơ' }],
    ['CashCounted', { counted: 8000 }],
    ['PaperKitIssued', {}],
  ] as const;
  const actions = acts.map(([kind, payload], index) =>
    builders.action(kind, { subject, at: base.at + index * 60_000 }, payload as Partial<PayloadOf<typeof kind>>),
  );
  const state = foldUnitDay(actions, builders.acceptAll(actions));
  return { kind: 'day', counters: [{ counterId: 'q1', name: 'Quầy 1', state }], dossiers: [dossier] };
}

const quiet: OtherRecords = { kind: 'day', counters: [], dossiers: [] };
const facts = { computer: 'Q1', version: '1', dataFolder: '/x', technician: '', checks: [] };
const recordsFor = (form: OtherWish['form'], day: OtherRecords): OtherRecords => {
  if (form === 'certificationRegister') return { kind: 'period', dossiers: [sampleCertification(wish)] };
  return form === 'selfTest' ? { kind: 'selfTest', facts } : day;
};

describe('papers of no dossier', () => {
  it.each(otherForms)('%s, where there is one, passes the contract and main’s check', (form) => {
    const papers = makeOtherPapers({ ...start, form }, recordsFor(form, busyDay()), around);
    expect(papers.length > 0).toBe(form !== 'explanationLetter');
    for (const { fill } of papers) {
      expect(formFillSchema.safeParse(fill).error).toBeUndefined();
      expect(settleUnitForm(fill, { unit: around.unit, practice: false })).toEqual({ ok: true, value: fill });
    }
    expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length);
  });

  it.each(otherForms.slice(3, -3))('%s is not there on a day on which nothing happened', (form) => {
    expect(makeOtherPapers({ ...start, form }, quiet, around)).toEqual([]);
  });

  it('puts certified copies and signatures into books of their own, by the day of signing', () => {
    const rowsOf = (changes: Partial<OtherWish>) => {
      const of = { ...start, form: 'certificationRegister' as const, ...changes };
      return makeOtherPapers(of, recordsFor('certificationRegister', quiet), around)[0]?.fill.tables['rows']?.length;
    };
    expect(rowsOf({})).toBe(1);
    expect(rowsOf({ book: 'SCT' })).toBe(0);
    expect(rowsOf({ from: '2026-03-10' })).toBe(0);
    expect(rowsOf({ to: '2026-03-08' })).toBe(0);
    expect(rowsOf({ from: '2026-04-01' })).toBeUndefined();
  });

  it('takes the case asked for of a procedure', () => {
    const [paper] = makeOtherPapers({ ...start, procedureCode: '2.000815' }, { kind: 'none' }, around);
    expect(paper?.fill.values).toMatchObject({ procedureCode: '2.000815' });
  });
});

describe('findPeriodFault', () => {
  it.each([
    ['2026-03-01', '2026-03-01', undefined],
    ['2026-03-02', '2026-03-01', 'printing.paper.other.badPeriod'],
    ['2024-03-01', '2026-03-01', 'printing.paper.other.periodTooLong'],
  ])('from %s to %s: %s', (from, to, fault) => {
    expect(findPeriodFault({ from, to })).toBe(fault);
  });
});
