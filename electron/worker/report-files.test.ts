import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReportDocument, buildReportWorkbook } from '../../shared/reports/report';
import { buildLevelReport } from '../../shared/reports/level-report';
import { periodOfDays } from '../../shared/reports/report-period';
import { buildResultsReport } from '../../shared/reports/results-report';
import { buildReceived, frame, judgeRules, procedureOf } from '../../tests/support/report-kit';
import { createPdfRenderer } from './pdf-document';
import { buildWorkbook } from './sheet-workbook';

const folder = mkdtempSync(join(tmpdir(), 'qmc-reports-'));
const fonts = join(folder, 'fonts');

beforeAll(() => {
  const source = join(import.meta.dirname, '../../node_modules/@expo-google-fonts/tinos');
  for (const style of ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']) {
    for (const file of readdirSync(join(source, style)).filter((name) => name.endsWith('.ttf'))) {
      cpSync(join(source, style, file), join(fonts, file));
    }
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const period = periodOfDays('2026-02-15', '2026-03-14');
const facts = [
  buildReceived('d1', { received: '2026-03-02T09:00', due: '2026-03-09T09:00', ended: '2026-03-06T10:00' }),
  buildReceived('d2', { received: '2026-03-04T09:00', due: '2026-03-11T09:00' }, { channel: 'online' }),
  buildReceived('d3', { received: '2026-03-04T09:00' }, { procedureCode: '2.000815', rules: null }),
];
const input = { frame, period, rules: judgeRules, procedureOf };
const results = { kind: 'table', table: buildResultsReport(facts, input) } as const;
const levels = {
  kind: 'table',
  table: buildLevelReport(facts, {
    ...input,
    levels: [{ unitId: 'H41.26', level: 'commune', validFrom: '2025-07-01' }],
  }),
} as const;

async function textOf(report: typeof results | typeof levels): Promise<string> {
  const { bytes } = await createPdfRenderer(fonts)(buildReportDocument(report));
  const file = join(folder, 'report.pdf');
  writeFileSync(file, bytes);
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).normalize('NFC');
}

describe('a report of tables as files', () => {
  it('is a paper with its form, period, heads and figures', async () => {
    const text = await textOf(results);
    expect(text).toContain('Biểu số II.06a/VPCP/KSTT');
    expect(text).toContain('(Từ ngày 15/02/2026 đến ngày 14/03/2026)');
    expect(text).toContain('(3)=(4)+(5)+(6)');
    expect(text).toMatch(/1\s+Chứng thực\s+1\s+0\s+1\s+0\s+0\s+0\s+0\s+0\s+1\s+1\s+0/);
    expect(text).toMatch(/Tổng số\s+3\s+1\s+2\s+0\s+1\s+1\s+0\s+0\s+2\s+1\s+1/);
  });

  it('writes shares as per cent on paper and as numbers in the sheet', async () => {
    expect(await textOf(levels)).toMatch(/Cấp xã\s+3\s+3\s+1\s+33,33%\s+1\s+1\s+100,00%/);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await buildWorkbook(buildReportWorkbook(levels))).buffer as ArrayBuffer);
    const page = workbook.getWorksheet('Theo cấp');
    const cells: ExcelJS.Cell[] = [];
    page?.eachRow((row) => {
      if (row.getCell(1).value === 'Cấp xã') cells.push(row.getCell(5), row.getCell(2));
    });
    expect(cells.map(({ value, numFmt }) => [value, numFmt])).toEqual([
      [1 / 3, '0.00%'],
      [3, '0'],
    ]);
  });

  it('gives the same bytes for the same report', async () => {
    const once = await buildWorkbook(buildReportWorkbook(results));
    expect(Buffer.from(await buildWorkbook(buildReportWorkbook(results))).equals(Buffer.from(once))).toBe(true);
  });
});
