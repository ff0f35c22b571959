import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feeLineSchema } from './actions/action-parts';
import { findWaivers, quoteFees, type ChosenWaiver } from './fee-waiver';
import { feeRuleSchema, type FeeRule } from './procedure-fee';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

const yes = (question: string) => ({ all: [{ question, is: true }] });
const copy: FeeRule = {
  basis: 'perCopy',
  name: 'Lệ phí hộ tịch',
  amount: 8000,
  further: [
    { name: 'Bản thêm', amount: 3000, per: 'copy' },
    { name: 'Trích lục', amount: 1000, per: 'dossier', notWaived: true },
  ],
  waivers: [
    { id: 'poor', name: 'Hộ nghèo', ground: 'NQ 12/HĐND', percent: 100, needsProof: true, condition: yes('poor') },
    { id: 'half', name: 'Giảm', ground: 'NQ 13/HĐND', percent: 50, needsProof: false },
    { id: 'odd', name: 'Giảm lẻ', ground: 'NQ 14/HĐND', percent: 33, needsProof: false, condition: yes('odd') },
  ],
};

function quote(rule: FeeRule, chosen?: ChosenWaiver, copies = 2) {
  const result = quoteFees(rule, { copies }, chosen);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

describe('quoteFees', () => {
  it('asks all when no waiver was chosen', () => {
    expect(quote(copy)).toEqual({
      lines: [
        { ledger: 'stateFee', name: 'Lệ phí hộ tịch', amount: 16_000 },
        { ledger: 'stateFee', name: 'Bản thêm', amount: 6000 },
        { ledger: 'stateFee', name: 'Trích lục', amount: 1000 },
      ],
      ...{ gross: 23_000, due: 23_000, waived: 0, ground: null, waiver: null },
    });
  });

  it('asks nothing and names the ground when the rule is free', () => {
    const free: FeeRule = { basis: 'free', ground: 'NQ 05/HĐND: trực tuyến 0 đồng' };
    expect(quote(free, { waiverId: 'poor', proof: 'x' })).toEqual({
      ...{ lines: [], gross: 0, due: 0, waived: 0, ground: 'NQ 05/HĐND: trực tuyến 0 đồng', waiver: null },
    });
  });

  it('drops lines that are waived whole and keeps those no waiver reaches', () => {
    expect(quote(copy, { waiverId: 'poor', proof: ' Giấy chứng nhận hộ nghèo 12 ' })).toEqual({
      lines: [{ ledger: 'stateFee', name: 'Trích lục', amount: 1000 }],
      ...{ gross: 23_000, due: 1000, waived: 22_000, ground: 'NQ 12/HĐND' },
      waiver: { ground: 'NQ 12/HĐND', waiverId: 'poor', amount: 22_000, proof: 'Giấy chứng nhận hộ nghèo 12' },
    });
  });

  it('asks the rest of a line that is waived in part, rounding the waived part down', () => {
    expect(quote(copy, { waiverId: 'half' }).lines.map((line) => line.amount)).toEqual([8000, 3000, 1000]);
    const odd = quote({ ...copy, amount: 1001 }, { waiverId: 'odd' }, 1);
    // 33 % of 1.001 = 330,33 and of 3.000 = 990.
    expect(odd.lines.map((line) => line.amount)).toEqual([671, 2010, 1000]);
    expect(odd.waiver).toEqual({ ground: 'NQ 14/HĐND', waiverId: 'odd', amount: 1320 });
  });

  it('refuses an unknown waiver and one without its proof', () => {
    expect(quoteFees(copy, {}, { waiverId: 'ghost' })).toEqual({ ok: false, error: { kind: 'unknownWaiver' } });
    const plain: FeeRule = { basis: 'fixed', name: 'Phí', amount: 10 };
    expect(quoteFees(plain, {}, { waiverId: 'poor' })).toEqual({ ok: false, error: { kind: 'unknownWaiver' } });
    expect(quoteFees(copy, {}, { waiverId: 'poor' })).toEqual({ ok: false, error: { kind: 'proofMissing' } });
    expect(quoteFees(copy, {}, { waiverId: 'poor', proof: '  ' })).toEqual({
      ok: false,
      error: { kind: 'proofMissing' },
    });
  });

  it('always splits the whole fee into what is due and what is waived, in whole đồng', () => {
    const amount = fc.integer({ min: 0, max: 5_000_000 });
    const percent = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(amount, amount, percent, fc.integer({ min: 1, max: 50 }), (main, more, part, copies) => {
        const rule: FeeRule = {
          ...{ basis: 'perCopy', name: 'Phí', amount: main },
          further: [{ name: 'Thêm', amount: more, per: 'dossier' }],
          waivers: [{ id: 'w', name: 'w', ground: 'luật', percent: part, needsProof: false }],
        };
        const { lines, gross, due, waived } = quote(rule, { waiverId: 'w' }, copies);
        expect(due + waived).toBe(gross);
        expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(due);
        expect(lines.every((line) => feeLineSchema.safeParse(line).success)).toBe(true);
        expect(waived * 100).toBeLessThanOrEqual(gross * part);
      }),
      PROPERTY_RUNS,
    );
  });
});

describe('findWaivers', () => {
  const ids = (answers: Record<string, boolean>) => findWaivers(copy, answers).map((waiver) => waiver.id);

  it('offers those the answers fulfil, never those the officer must choose', () => {
    expect(ids({})).toEqual([]);
    expect(ids({ poor: true, odd: true })).toEqual(['poor', 'odd']);
    expect(ids({ poor: false, odd: true })).toEqual(['odd']);
  });

  it('offers none when the rule has none', () => {
    expect(findWaivers({ basis: 'free', ground: 'x' }, { poor: true })).toEqual([]);
    expect(findWaivers({ basis: 'fixed', name: 'x', amount: 1 }, { poor: true })).toEqual([]);
  });
});

describe('feeRuleSchema', () => {
  it('refuses a waiver without ground or beyond 100 percent', () => {
    const waiver = { id: 'a', name: 'a', ground: 'luật', percent: 100, needsProof: false };
    const rule = (changes: object) => ({ basis: 'fixed', name: 'x', amount: 1, waivers: [{ ...waiver, ...changes }] });
    expect(feeRuleSchema.safeParse(rule({})).success).toBe(true);
    expect(feeRuleSchema.safeParse(rule({ ground: '' })).success).toBe(false);
    expect(feeRuleSchema.safeParse(rule({ percent: 101 })).success).toBe(false);
    expect(feeRuleSchema.safeParse(rule({ percent: 0 })).success).toBe(false);
  });
});
