import { describe, expect, it } from 'vitest';
import { decideFormChanges, formOverrideSchema, type FormOverride, type FormQuestion } from './form-override';

const question: FormQuestion = { form: 'receipt', formSet: 'TT03-2025', unitId: 'H41.26', day: '2026-03-09' };
const base: FormOverride = { form: 'receipt', validFrom: '2026-01-01' };
const none = { headLines: [], extraFields: [], notes: [] };

describe('decideFormChanges', () => {
  it('changes nothing when no row is for the paper', () => {
    expect(decideFormChanges([], question)).toEqual(none);
    expect(decideFormChanges([{ ...base, form: 'refusal', title: 'X' }], question)).toEqual(none);
  });

  it.each([
    ['2026-03-09', undefined, true],
    ['2026-03-10', undefined, false],
    ['2026-01-01', '2026-03-09', true],
    ['2026-01-01', '2026-03-08', false],
  ])('counts both ends of the days in force: %s to %s', (validFrom, validTo, applies) => {
    const row = { ...base, validFrom, title: 'X', ...(validTo === undefined ? {} : { validTo }) };
    expect(decideFormChanges([row], question)).toEqual(applies ? { ...none, title: 'X' } : none);
  });

  it('keeps to the set and the units it names', () => {
    expect(decideFormChanges([{ ...base, formSet: 'TT01-2018', title: 'X' }], question)).toEqual(none);
    expect(decideFormChanges([{ ...base, formSet: 'TT03-2025', title: 'X' }], question).title).toBe('X');
    expect(decideFormChanges([{ ...base, unitIds: ['H41.27'], title: 'X' }], question)).toEqual(none);
    expect(decideFormChanges([{ ...base, unitIds: ['H41.27', 'H41.26'], title: 'X' }], question).title).toBe('X');
  });

  it('lets the later row win and adds up lists, in whatever order they come', () => {
    const later: FormOverride = {
      ...base,
      validFrom: '2026-02-01',
      title: 'Later',
      notes: ['b'],
      headLines: ['h2'],
      extraFields: [{ label: 'two' }],
      layout: 'twoOnOne',
    };
    const earlier: FormOverride = {
      ...base,
      title: 'Earlier',
      unitName: 'Bộ phận một cửa',
      parentName: 'UBND',
      parts: ['Liên 1', 'Liên 2', 'Liên 3'],
      notes: ['a'],
      headLines: ['h1'],
      extraFields: [{ label: 'one', value: '1' }],
      layout: 'onePerPage',
    };
    const merged = {
      title: 'Later',
      unitName: 'Bộ phận một cửa',
      parentName: 'UBND',
      parts: ['Liên 1', 'Liên 2', 'Liên 3'],
      layout: 'twoOnOne',
      headLines: ['h1', 'h2'],
      extraFields: [{ label: 'one', value: '1' }, { label: 'two' }],
      notes: ['a', 'b'],
    };
    expect(decideFormChanges([later, earlier], question)).toEqual(merged);
    expect(decideFormChanges([earlier, later], question)).toEqual(merged);
  });

  it('lets the later of two rows of one day win', () => {
    const rows = [
      { ...base, title: 'first' },
      { ...base, title: 'second' },
    ];
    expect(decideFormChanges(rows, question).title).toBe('second');
  });
});

describe('formOverrideSchema', () => {
  it('takes a row of a package and refuses unknown forms and empty words', () => {
    expect(formOverrideSchema.parse({ ...base, title: 'X', layout: 'twoOnOne' })).toEqual({
      ...base,
      title: 'X',
      layout: 'twoOnOne',
    });
    expect(formOverrideSchema.safeParse({ ...base, form: 'invoice' }).success).toBe(false);
    expect(formOverrideSchema.safeParse({ ...base, title: '' }).success).toBe(false);
    expect(formOverrideSchema.safeParse({ ...base, unitIds: [] }).success).toBe(false);
    expect(formOverrideSchema.safeParse({ ...base, validFrom: '1/1/2026' }).success).toBe(false);
  });
});
