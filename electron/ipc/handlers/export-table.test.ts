import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../shared/base/result';
import { buildDailyReport } from '../../../shared/reports/daily-report';
import type { Report } from '../../../shared/reports/report';
import type { TableReport } from '../../../shared/reports/report-data';
import { frame } from '../../../tests/support/report-kit';
import { createTableExport } from './export-table';
import type { ExportPorts } from './export-ports';

const report = buildDailyReport([], [], { frame, day: '2026-03-09' });
const [table] = report.tables;

function createExport(changes: Partial<ExportPorts> = {}) {
  const saved: { name: string; text: string }[][] = [];
  const noted: string[] = [];
  const progress: string[] = [];
  const rendered: TableReport[] = [];
  const render = (asked: Report) => {
    if (asked.kind === 'table') rendered.push(asked.table);
    return Promise.resolve(ok(Buffer.from('made')));
  };
  const handlers = createTableExport({
    folder: '/x',
    renderPdf: render,
    renderSheet: render,
    save: (files) => {
      saved.push(
        files.map(({ name, bytes }) => ({ name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) })),
      );
      return Promise.resolve(
        ok(files.map(({ name, bytes }) => ({ name, path: `/x/${name}`, bytes: bytes.length, sha256: 'a' }))),
      );
    },
    noteExported: (detail) => noted.push(detail),
    practice: () => true,
    onProgress: ({ done, of }) => progress.push(`${String(done)}/${String(of)}`),
    ...changes,
  });
  return { handlers, saved, noted, progress, rendered };
}

describe('export of a report', () => {
  it('writes every format in one step, tells how far it is, and records the access', async () => {
    const { handlers, saved, noted, progress } = createExport();
    const answer = await handlers.table({ report, formats: ['xlsx', 'pdf', 'csv', 'csv'] });
    expect(answer.ok && answer.value.files.map(({ name }) => name)).toEqual([
      'Thong ke ngay H41.26 2026-03-09.xlsx',
      'Thong ke ngay H41.26 2026-03-09.pdf',
      'Thong ke ngay H41.26 2026-03-09.csv',
    ]);
    expect(saved).toHaveLength(1);
    expect(saved[0]?.[2]?.text.startsWith('\uFEFF"Tên đơn vị xử lý"')).toBe(true);
    expect(progress).toEqual(['0/3', '1/3', '2/3']);
    expect(noted).toEqual(['report dailyStatistics H41.26 2026-03-09 xlsx+pdf+csv']);
  });

  it('says that names of citizens are in it, and that numbers stand uncovered', async () => {
    const { handlers, noted } = createExport();
    await handlers.table({ report: { ...report, id: 'certificationRegister', masked: false }, formats: ['csv'] });
    await handlers.table({ report: { ...report, id: 'certificationRegister', masked: true }, formats: ['csv'] });
    expect(noted).toEqual([
      'report certificationRegister H41.26 2026-03-09 csv personal unmasked',
      'report certificationRegister H41.26 2026-03-09 csv personal',
    ]);
  });

  it('takes practice from this installation and leaves the dossiers behind the figures out', async () => {
    const { handlers, rendered } = createExport();
    await handlers.table({ report: { ...report, practice: false }, formats: ['pdf'] });
    expect(rendered).toHaveLength(1);
    expect(rendered[0]?.practice).toBe(true);
    expect(JSON.stringify(rendered)).not.toContain('dossierIds');
  });

  it('gives each table of a report a file of its own as csv', async () => {
    if (!table) throw new Error('the sample has a table');
    const { handlers, saved } = createExport();
    const tables = [table, { ...table, name: 'Trong kỳ' }];
    await handlers.table({ report: { ...report, tables }, formats: ['csv'] });
    expect(saved[0]?.map(({ name }) => name)).toEqual([
      'Thong ke ngay H41.26 2026-03-09 - thong ke ngay.csv',
      'Thong ke ngay H41.26 2026-03-09 - trong ky.csv',
    ]);
  });

  it('writes and records nothing once it was cancelled', async () => {
    const { handlers, saved, noted } = createExport({
      renderSheet: async () => {
        await handlers.cancel(undefined);
        return ok(Buffer.from('xlsx'));
      },
    });
    expect(await handlers.table({ report, formats: ['xlsx', 'csv'] })).toEqual(err({ kind: 'cancelled' }));
    expect([saved, noted]).toEqual([[], []]);
    expect((await handlers.table({ report, formats: ['csv'] })).ok).toBe(true);
  });

  it.each([
    [{ renderPdf: () => Promise.resolve(err({ ref: 'ABCD' })) }, { kind: 'renderFailed', ref: 'ABCD' }],
    [{ save: () => Promise.resolve(err({ kind: 'diskFull' as const })) }, { kind: 'diskFull' }],
  ])('records nothing when there is no export: %#', async (changes, error) => {
    const { handlers, noted } = createExport(changes);
    expect(await handlers.table({ report, formats: ['csv', 'pdf'] })).toEqual(err(error));
    expect(noted).toEqual([]);
  });
});
