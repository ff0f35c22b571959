import { describe, expect, it } from 'vitest';
import { at } from '../../tests/support/deadline-kit';
import { buildReceived, frame, judgeRules, procedureOf } from '../../tests/support/report-kit';
import type { FormCell, FormNode } from '../forms/form-layout';
import { listCsvFiles } from './csv';
import { plainCell, rowOf } from './figure';
import { buildLateReport } from './late-report';
import { buildReportDocument, buildReportWorkbook } from './report';
import { column } from './report-columns';
import { dropDrillDown, tableReportSchema, type TableReport } from './report-data';
import { frameReport } from './report-frame';
import { periodOfDays } from './report-period';
import { buildResultsReport } from './results-report';

const period = periodOfDays('2026-02-15', '2026-03-14');
const facts = [buildReceived('d1', { received: '2026-03-04T09:00', due: '2026-03-11T09:00' })];
const results = buildResultsReport(facts, { frame, period, rules: judgeRules, procedureOf });
const lateInput = { detailOf: () => undefined, unitName: (id: string) => id, causeOf: () => null };
const late = buildLateReport(facts, 'lateToProcess', { frame, period, rules: judgeRules, ...lateInput });

function tablesIn(nodes: readonly FormNode[]): readonly Extract<FormNode, { table: unknown }>[] {
  return nodes.flatMap((node) => ('table' in node ? [node] : []));
}

const textsOf = (row: readonly FormCell[] | undefined) => row?.map((cell) => ('text' in cell ? cell.text : null));

const small = (changes: Partial<TableReport> = {}): TableReport => ({
  ...frameReport(frame, {
    id: 'fees',
    subtitles: ['(Ngày 09/03/2026)'],
    tables: [
      {
        name: 'Một',
        columns: [column.text('Tên'), column.percent('Tỷ lệ', 10, 'Nhóm'), column.instant('Lúc', 10, 'Nhóm')],
        rows: [
          rowOf([plainCell('An'), plainCell(0.5), plainCell(at('2026-03-09T09:10'))], 'total'),
          rowOf([plainCell('Bình')]),
        ],
        empty: 'Không có.',
        notes: ['Ghi chú.'],
      },
    ],
    fileMark: '2026-03-09',
  }),
  ...changes,
});

describe('a report as data', () => {
  it('fits its schema, with and without the dossiers behind its figures', () => {
    for (const report of [results, late]) {
      expect(tableReportSchema.parse(report)).toEqual(report);
      const bare = dropDrillDown(report);
      expect(tableReportSchema.parse(bare)).toEqual(bare);
      expect(JSON.stringify(bare)).not.toContain('dossierIds');
      expect(listCsvFiles(bare)).toEqual(listCsvFiles(report));
    }
  });
});

describe('buildReportWorkbook', () => {
  it('makes a sheet of each table, signed on the last', () => {
    const { sheets, author, createdAt } = buildReportWorkbook({ kind: 'table', table: late });
    expect(sheets.map(({ name, signatures }) => [name, signatures.length])).toEqual([
      ['Theo kênh', 0],
      ['Trong kỳ', 0],
      ['Lũy kế', 2],
    ]);
    expect({ author, createdAt }).toEqual({ author: frame.madeBy, createdAt: frame.madeAt });
    expect(sheets[0]?.title).toBe('Danh sách hồ sơ chậm giải quyết - Theo kênh');
    expect(sheets[0]?.letterhead?.split).toBe(2);
  });

  it('turns instants to wall time, fills short rows and keeps the form named', () => {
    const [sheet] = buildReportWorkbook({ kind: 'table', table: small() }).sheets;
    expect(sheet?.rows).toEqual([
      ['An', 0.5, at('2026-03-09T09:10') + 7 * 3_600_000],
      ['Bình', null, null],
    ]);
    expect(sheet?.title).toBe('Báo cáo thu phí, lệ phí và cước bưu chính');
    expect(sheet?.letterhead).toBeNull();
    expect(sheet?.foot).toEqual(['Ghi chú.']);
    const [form] = buildReportWorkbook({ kind: 'table', table: results }).sheets;
    expect(form?.subtitles[0]).toContain('Biểu số II.06a/VPCP/KSTT');
  });

  it('says when there are no rows, and that it is practice', () => {
    const [table] = small().tables;
    if (!table) throw new Error('no table');
    const empty = small({ tables: [{ ...table, rows: [] }], practice: true });
    const [sheet] = buildReportWorkbook({ kind: 'table', table: empty }).sheets;
    expect(sheet?.foot).toEqual(['Không có.', 'Ghi chú.']);
    expect(sheet?.subtitles).toContain('BẢN THỰC HÀNH - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ');
  });
});

describe('buildReportDocument', () => {
  it('puts groups over their columns and the rows below', () => {
    const document = buildReportDocument({ kind: 'table', table: small() });
    const [table] = tablesIn(document.content);
    expect(table?.table.headerRows).toBe(2);
    expect(table?.table.body[0]).toMatchObject([
      { text: 'Tên', rowSpan: 2 },
      { text: 'Nhóm', colSpan: 2 },
      { text: '' },
    ]);
    expect(textsOf(table?.table.body[1])).toEqual(['', 'Tỷ lệ', 'Lúc']);
    expect(table?.table.body[2]).toMatchObject([
      { text: 'An', alignment: 'left', bold: true },
      { text: '50,00%', alignment: 'right' },
      { text: '09:10 09/03/2026', alignment: 'center' },
    ]);
    expect(table?.table.body[3]?.[0]).not.toHaveProperty('bold');
    expect(document).toMatchObject({
      title: 'Báo cáo thu phí, lệ phí và cước bưu chính (Ngày 09/03/2026)',
      orientation: 'landscape',
      watermark: null,
      createdAt: frame.madeAt,
    });
  });

  it('fits the page: columns, padding and rules together are no wider', () => {
    for (const report of [results, late, small()]) {
      for (const { table } of tablesIn(buildReportDocument({ kind: 'table', table: report }).content)) {
        const widths = table.widths.map(Number);
        const sum = widths.reduce((total, width) => total + width, 0) + widths.length * 5;
        expect(sum).toBeLessThanOrEqual(769);
        expect(sum).toBeGreaterThan(760);
      }
    }
  });

  it('names its tables where there are several, and says where one is empty', () => {
    const document = buildReportDocument({ kind: 'table', table: { ...late, practice: true } });
    const texts = document.content.flatMap((node) => ('text' in node ? [node.text] : []));
    expect(texts).toEqual(expect.arrayContaining(['Theo kênh', 'Trong kỳ', 'Lũy kế']));
    expect(document.watermark).toBe('THỰC HÀNH');
    const [table] = small().tables;
    if (!table) throw new Error('no table');
    const empty = buildReportDocument({ kind: 'table', table: small({ tables: [{ ...table, rows: [] }] }) });
    const [node] = tablesIn(empty.content);
    expect(node?.table.body[2]).toMatchObject([{ text: 'Không có.', colSpan: 3 }, { text: '' }, { text: '' }]);
  });

  it('has one row of heads where no column has a group', () => {
    const [table] = tablesIn(buildReportDocument({ kind: 'table', table: late }).content);
    expect(table?.table.headerRows).toBe(1);
  });
});
