import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { limitHours } from './procedure-check';
import type { Procedure } from './procedure';
import type { TimeLimit } from './procedure-limit';
import { searchProcedures } from './procedure-search';
import { referencePackageSchema } from './reference-package';

const url = new URL('../../build/packages/procedures.json', import.meta.url);
const pack = referencePackageSchema.parse(JSON.parse(readFileSync(url, 'utf8')));
const rows = pack.kind === 'procedures' ? pack.rows : [];
const byCode: ReadonlyMap<string, Procedure> = new Map(rows.map((row) => [row.code, row]));

const sign: Record<TimeLimit['unit'], string> = {
  workingDays: 'd',
  workingHours: 'h',
  calendarDays: 'cd',
  months: 'm',
  sameDay: '0',
  none: '-',
};

function short(limit: TimeLimit): string {
  return 'amount' in limit ? `${limit.amount}${sign[limit.unit]}` : sign[limit.unit];
}

/**
 * Typed from domain notes §3.4: row, code, limits of the cases in their order (`0` same day, `3d` three working days). `K`: a
 * limit the notes themselves mark as not verified.
 */
const table: readonly [row: number, code: string, limits: string, sure?: 'K'][] = [
  [1, '2.000815', '0 2d'],
  [2, '2.000884', '0'],
  [3, '2.000908', '0 0'],
  [4, '2.001035', '2d', 'K'],
  [5, '1.001193', '0 0', 'K'],
  [6, '2.000986', '4d', 'K'],
  [7, '1.004884', '5d 25d', 'K'],
  [8, '1.000894', '0 5d', 'K'],
  [9, '1.004746', '5d 25d', 'K'],
  [10, '1.004873', '3d'],
  [11, '1.000656', '0 0', 'K'],
  [12, '1.005461', '5d 10d', 'K'],
  [13, '1.001022', '3d 8d', 'K'],
  [14, '1.004837', '3d', 'K'],
  [15, '1.004859', '3d 0', 'K'],
  [16, '2.000635', '0'],
  [17, '1.004222', '7d'],
  [18, '1.004194', '3d'],
  [19, '1.001612', '3d 3d'],
  [20, '2.000720', '3d', 'K'],
  [21, '1.001731', '3d', 'K'],
  [22, '1.001776', '10d 10d', 'K'],
  [23, '1.001699', '15d 15d', 'K'],
  [24, '1.011607', '15d', 'K'],
  [25, '1.012783', '5d 10d', 'K'],
  [26, '1.012784', '12d'],
  [27, '1.012786', '10d'],
  [28, '1.012790', '8d 8d'],
  [28, '1.012796', '8d 8d', 'K'],
  [29, '1.013831', '8d 8d 8d', 'K'],
  [30, '1.013980', '8d 8d 8d 10d'],
  [31, '1.013988', '0'],
  [32, '1.013992', '7d'],
  [33, '1.013949', '15d 25d'],
  [34, '1.013978', '17d 20d 27d 30d', 'K'],
  [34, '1.013979', '10d'],
  [35, '1.012756', '17d'],
  [35, '1.012781', '10d 20d'],
  [35, '1.012782', '20d 15d'],
  [35, '1.012785', '8d 8d'],
  [35, '1.012787', '8d'],
  [35, '1.012791', '25d 20d'],
  [35, '1.012793', '8d'],
  [36, '1.011441', '0 3d', 'K'],
  [36, '1.011442', '0 3d', 'K'],
  [36, '1.011443', '0 3d', 'K'],
  [36, '1.011444', '0 3d', 'K'],
  [36, '1.011445', '0 3d', 'K'],
];

function get(code: string): Procedure {
  const found = byCode.get(code);
  if (!found) throw new Error(code);
  return found;
}

describe('catalogue', () => {
  it('holds every row of domain notes §3.4 and nothing else', () => {
    expect(new Set(table.map(([row]) => row)).size).toBe(36);
    expect([...byCode.keys()].sort()).toEqual(table.map(([, code]) => code).sort());
  });

  it.each(table)('row %i, %s, has the limits of the notes on every channel', (_row, code, limits, sure) => {
    const { cases, provisional } = get(code);
    for (const channel of ['counter', 'online', 'post'] as const) {
      expect(cases.map((one) => short(one.limits[channel])).join(' ')).toBe(limits);
    }
    expect(provisional.includes('cases.limits')).toBe(sure === 'K');
  });

  it.each(rows)('$code has internal steps that fill its limits, within them', ({ cases }) => {
    for (const one of cases) {
      expect(one.steps?.length).toBeGreaterThanOrEqual(4);
      const hours = one.steps?.reduce((sum, step) => sum + step.hours, 0);
      expect(hours).toBe(limitHours(one.limits.counter));
    }
  });

  it('has the steps of 2 + 3 + 2 + 1 hours for a copy from the register (row 3)', () => {
    expect(get('2.000908').cases.map((one) => one.steps?.map((step) => step.hours))).toEqual([
      [2, 3, 2, 1],
      [2, 3, 2, 1],
    ]);
  });

  it('stops the limit for payment and tax in land procedures only, for posting only when a certificate is lost', () => {
    for (const { code, field, pauses = [] } of rows) {
      const kinds = pauses.map((rule) => rule.kind);
      const land = ['supplement', 'payment', 'taxDetermination'];
      const expected = field.code === 'dat-dai' ? land : ['supplement'];
      expect(kinds).toEqual(code === '1.012786' ? [...land, 'publicPosting'] : expected);
      expect(pauses.every((rule) => rule.provisional)).toBe(true);
      expect(pauses[0]?.mode).toBe('restart');
    }
  });

  it('counts a second stage in land procedures alone', () => {
    const staged = rows.filter((row) => row.cases.some((one) => one.secondStage !== undefined));
    expect(staged.length).toBeGreaterThanOrEqual(8);
    for (const { field, provisional } of staged) {
      expect(field.code).toBe('dat-dai');
      expect(provisional).toContain('cases.secondStage');
    }
  });

  it('looks for the same child, the same parcel, or nothing, by procedure', () => {
    const rule = (wanted: Procedure['duplicateRule']) =>
      rows
        .filter((row) => row.duplicateRule === wanted)
        .map((row) => row.code)
        .sort();
    expect(rule('sameChild')).toEqual(['1.001193', '1.004884', '2.000986']);
    expect(rule('none')).toEqual(['2.000635', '2.000815', '2.000884', '2.000908']);
    expect(new Set(rule('sameParcel'))).toEqual(
      new Set(
        rows.filter(({ field }) => ['dat-dai', 'bien-phap-bao-dam'].includes(field.code)).map(({ code }) => code),
      ),
    );
  });

  it('lets nobody else fetch a marriage certificate, and the receiving side a transferred certificate', () => {
    const rule = (wanted: string) =>
      rows
        .filter((row) => row.collectRule === wanted)
        .map((row) => row.code)
        .sort();
    expect(rule('applicantInPerson')).toEqual(['1.000894', '1.004746']);
    expect(rule('transferee')).toEqual(['1.012785', '1.012787', '1.013831', '1.013980']);
    expect(rows.every((row) => row.collectRule !== undefined)).toBe(true);
  });

  it('asks fees that are known, and names no sum where nobody has set one (rows 1, 2, 4, 16)', () => {
    const priced = rows.filter((row) => row.cases.some((one) => one.fees.counter.basis !== 'free'));
    const sums = priced.map(({ code, cases }) => {
      const fee = cases[0]?.fees.counter;
      return [code, fee?.basis === 'free' ? 0 : fee?.amount];
    });
    expect(new Map(sums as [string, number][])).toEqual(
      new Map([
        ['2.000815', 2000],
        ['2.000884', 10_000],
        ['2.001035', 50_000],
        ['2.000635', 8000],
      ]),
    );
  });

  it('gives a result back to later procedures under the same type', () => {
    const asked = new Map<string, Set<string>>();
    for (const { code, cases } of rows) {
      for (const paper of cases.flatMap((one) => one.papers)) {
        if (paper.typeCode) asked.set(paper.typeCode, (asked.get(paper.typeCode) ?? new Set()).add(code));
      }
    }
    for (const type of ['GIAY-KHAI-SINH', 'XN-TTHN', 'TRICH-LUC-KHAI-TU', 'GXN-KHUYET-TAT', 'GCN-HO-NGHEO']) {
      expect([type, (asked.get(type)?.size ?? 0) > 0, rows.some((row) => row.resultTypeCode === type)]).toEqual([
        type,
        true,
        true,
      ]);
    }
    // The original of a land certificate has to be handed in: a picture of it saves nobody the way.
    const land = rows.flatMap((row) => row.cases.flatMap((one) => one.papers)).filter((p) => p.typeCode === 'GCN-QSDD');
    expect(land.every((paper) => paper.validity === undefined)).toBe(true);
  });

  it.each(rows.flatMap((row) => row.abbreviations.map((text) => [text, row.code] as const)))(
    'finds by "%s" first %s',
    (text, code) => {
      expect(searchProcedures(byCode, text, 3)[0]?.code).toBe(code);
    },
  );

  it.each(rows)('finds $code by its code, its name and its name without marks', ({ code, shortName }) => {
    expect(searchProcedures(byCode, code, 3)[0]?.code).toBe(code);
    expect(searchProcedures(byCode, shortName, 3).map((row) => row.code)).toContain(code);
    const bare = shortName.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
    expect(searchProcedures(byCode, bare, 3).map((row) => row.code)).toContain(code);
  });
});
