import { describe, expect, it } from 'vitest';
import { createBuilders } from '../../tests/support/builders';
import { at } from '../../tests/support/deadline-kit';
import { frame } from '../../tests/support/report-kit';
import type { PayloadOf } from '../domain/actions/action';
import { foldDossier } from '../domain/dossier-state';
import { buildCertificationReport } from './certification-report';
import { buildCertificationRows } from './certification-rows';
import { boundsOf, periodOfDays } from './report-period';

const make = createBuilders(5);
const year = boundsOf(periodOfDays('2026-01-01', '2026-12-31'), at('2027-06-01T00:00'));
const how = { procedures: new Set(['2.000815']), masked: true };

interface Wish {
  readonly ready?: string;
  readonly outcome?: Partial<PayloadOf<'OutcomeReady'>>;
  readonly intake?: Partial<PayloadOf<'DossierReceived'>>;
  readonly refund?: boolean;
}

function certify({ ready = '2026-03-09T15:00', outcome, intake, refund = false }: Wish) {
  const dossierId = make.id();
  const subject = { type: 'dossier', id: dossierId } as const;
  const stamp = (time: string) => ({ subject, at: at(time), happenedAt: at(time) });
  const received = make.action('DossierReceived', stamp('2026-03-02T09:00'), {
    procedureCode: '2.000815',
    summary: 'Bằng tốt nghiệp',
    quantities: { pages: 2, copies: 3 },
    code: { kind: 'official', value: 'H41.26-260302-0001', leaseId: 'l' },
    parties: [{ role: 'applicant', person: make.person({ name: 'Bùi Văn An' }) }],
    ...intake,
  });
  const taken = make.action('FeeCollected', stamp('2026-03-02T09:01'));
  const back = refund ? [make.action('FeeRefunded', stamp('2026-03-02T09:02'), { collectionId: taken.id })] : [];
  const signed = make.action('OutcomeReady', stamp(ready), { number: '', signedBy: 'Lê Văn Bình', ...outcome });
  return foldDossier({ dossierId, actions: [received, taken, ...back, signed], receipts: new Map() });
}

describe('buildCertificationRows', () => {
  it('numbers from the start of the year in the order of signing', () => {
    const states = [
      certify({ outcome: { signedOn: '2026-03-09', number: '12/SCT-BS' } }),
      certify({ outcome: { signedOn: '2026-01-05' }, ready: '2026-03-10T08:00' }),
      certify({ ready: '2026-03-09T14:00' }),
      certify({ outcome: { signedOn: '2025-12-31' } }),
      certify({ intake: { procedureCode: '1.001193' } }),
    ];
    const rows = buildCertificationRows(states, year, how);
    expect(rows.map(({ order, certifiedOn, dossierId }) => [order, certifiedOn, dossierId])).toEqual([
      [1, '2026-01-05', states[1]?.dossierId],
      [2, '2026-03-09', states[2]?.dossierId],
      [3, '2026-03-09', states[0]?.dossierId],
    ]);
    const march = boundsOf(periodOfDays('2026-03-01', '2026-03-31'), at('2027-06-01T00:00'));
    expect(buildCertificationRows(states, march, how).map(({ order }) => order)).toEqual([2, 3]);
  });

  it('holds what the book asks for', () => {
    const [row] = buildCertificationRows([certify({ outcome: { number: '12/SCT-BS' } })], year, how);
    expect(row).toMatchObject({
      number: '12/SCT-BS',
      requester: 'Bùi Văn An',
      paperName: 'Bằng tốt nghiệp',
      signedBy: 'Lê Văn Bình',
      copies: 3,
      pages: 2,
      fee: 8_000,
      code: 'H41.26-260302-0001',
    });
    expect(row?.identity).toMatch(/^\*{8}\d{4}$/);
    const [open] = buildCertificationRows([certify({})], year, { ...how, masked: false });
    expect(open?.identity).toMatch(/^\d{12}$/);
  });

  it('falls back to the originals, one copy and one page, and shows no fee that was given back', () => {
    const [row] = buildCertificationRows(
      [certify({ intake: { summary: '', quantities: {} }, refund: true })],
      year,
      how,
    );
    expect(row).toMatchObject({ paperName: 'Tờ khai; Giấy chứng sinh', copies: 1, pages: 1, fee: 0 });
  });

  it('leaves the number of a person empty where the law asks none', () => {
    const person = make.person({ identity: { kind: 'none', reason: 'notNeeded' } });
    const [row] = buildCertificationRows(
      [certify({ intake: { parties: [{ role: 'applicant', person }] } })],
      year,
      how,
    );
    expect(row?.identity).toBe('');
  });
});

describe('buildCertificationReport', () => {
  const period = periodOfDays('2026-01-01', '2026-12-31');

  it('sums copies, pages and fees', () => {
    const input = { frame, period, procedures: how.procedures, masked: true };
    const report = buildCertificationReport([certify({}), certify({})], input);
    const values = report.tables[0]?.rows.at(-1)?.cells.map(({ value }) => value);
    expect(values).toEqual([null, 'Tổng số', null, null, null, null, 6, 4, 16_000, null]);
    expect(report.tables[0]?.notes).toContain('Số định danh được che.');
    const open = buildCertificationReport([], { ...input, masked: false });
    expect(open.tables[0]?.rows).toEqual([]);
    expect(open.tables[0]?.notes).toHaveLength(1);
  });
});
