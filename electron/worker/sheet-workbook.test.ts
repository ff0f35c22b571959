import ExcelJS from 'exceljs';
import { describe, expect, it, vi } from 'vitest';
import { buildAddendumWorkbook } from '../../shared/reports/addendum-sheet';
import { buildRegisterWorkbook } from '../../shared/reports/register-sheet';
import type { Register } from '../../shared/reports/register-data';
import { buildClosedRegister, buildSampleAddendum, buildSampleRegister } from '../../tests/support/papers';
import { buildWorkbook } from './sheet-workbook';

const BOOK = 'Sổ theo dõi';
const DETAILS = 'Số liệu chi tiết';

async function readBack(bytes: Uint8Array, sheet: string): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const page = workbook.getWorksheet(sheet);
  if (page === undefined) throw new Error('no sheet');
  return page;
}

async function writeRegister(register: Register, sheet: string): Promise<ExcelJS.Worksheet> {
  return readBack(await buildWorkbook(buildRegisterWorkbook(register)), sheet);
}

function listTexts(page: ExcelJS.Worksheet): readonly string[] {
  const texts = new Set<string>();
  page.eachRow((row) => {
    row.eachCell((cell) => texts.add(cell.text));
  });
  return [...texts];
}

function columnOf(page: ExcelJS.Worksheet, header: string): { column: number; row: number } {
  let found = { column: 0, row: 0 };
  page.eachRow((row, rowNumber) => {
    row.eachCell((cell, column) => {
      if (cell.value === header) found = { column, row: rowNumber };
    });
  });
  return found;
}

describe('buildWorkbook', () => {
  it('gives back every row when it is read again', async () => {
    const register = buildSampleRegister(7);
    for (const sheet of [BOOK, DETAILS]) {
      const page = await writeRegister(register, sheet);
      const { column, row } = columnOf(page, 'Mã hồ sơ');
      const codes = register.rows.map((_, index) => page.getRow(row + 1 + index).getCell(column).value);
      expect(codes).toEqual(register.rows.map((item) => item.code));
    }
  });

  it('keeps text as text when a name begins like a formula', async () => {
    const register = buildSampleRegister(1);
    const names = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1'];
    const rows = names.map((applicant, index) => ({ ...register.rows[0], no: index + 1, applicant }));
    const page = await writeRegister({ ...register, rows: rows as typeof register.rows }, DETAILS);
    const { column, row } = columnOf(page, 'Chủ hồ sơ');
    names.forEach((name, index) => {
      const cell = page.getRow(row + 1 + index).getCell(column);
      expect(cell.type).toBe(ExcelJS.ValueType.String);
      expect(cell.value).toBe(name);
    });
  });

  it('writes Vietnamese wall time as a date when a dossier was received', async () => {
    const register = buildSampleRegister(1);
    const page = await writeRegister(register, DETAILS);
    const { column, row } = columnOf(page, 'Thời điểm tiếp nhận');
    const value = page.getRow(row + 1).getCell(column).value;
    expect(value instanceof Date ? value.toISOString() : value).toBe('2026-03-09T09:10:00.000Z');
  });

  it('is set up as a book on landscape A4 with its heads on every page', async () => {
    const page = await writeRegister(buildClosedRegister(30), BOOK);
    const heads = columnOf(page, 'Ký nhận').row;
    expect(page.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1 });
    expect(page.pageSetup.printTitlesRow).toBe(`${String(heads - 1)}:${String(heads)}`);
    expect(page.views[0]).toMatchObject({ state: 'frozen', ySplit: heads });
    expect(page.headerFooter.oddFooter).toContain(`Đã chốt 17:10 09/03/2026 · Đầu chuỗi nhật ký ${'cd'.repeat(32)}`);
    expect(page.headerFooter.oddFooter).toContain('Trang &P/&N');
  });

  it('cuts no word: every column is as wide as the longest word in it', async () => {
    const page = await writeRegister(buildSampleRegister(2), BOOK);
    const { row } = columnOf(page, 'Ký nhận');
    for (let column = 1; column <= page.columnCount; column += 1) {
      const texts = [row, row + 1].map((line) => page.getRow(line).getCell(column).text);
      const longest = Math.max(...texts.flatMap((text) => text.split(/\s/u)).map((word) => word.length));
      expect(page.getColumn(column).width).toBeGreaterThanOrEqual(longest);
    }
  });

  it('names the counter that was not heard of and the reason, beside those that were', async () => {
    const texts = listTexts(await writeRegister(buildClosedRegister(1), BOOK));
    expect(texts).toContain('Quầy 1: dữ liệu đến 09:10 09/03/2026');
    expect(texts).toContain('Quầy 2: chưa có dữ liệu khi chốt sổ. Lý do vẫn chốt: mất điện từ 14:00.');
  });

  it('numbers an addendum and says why each row is late', async () => {
    const bytes = await buildWorkbook(buildAddendumWorkbook(buildSampleAddendum({ number: 2 })));
    const texts = listTexts(await readBack(bytes, 'Phụ lục bổ sung'));
    expect(texts).toEqual(
      expect.arrayContaining([
        'PHỤ LỤC BỔ SUNG SỐ 2',
        'Trần Văn Muộn',
        'Dữ liệu của Quầy 2 về sau khi chốt',
        'Nhập bù: mất điện',
        'Lý do lập phụ lục: Quầy 2 có điện lại sau giờ chốt',
      ]),
    );
  });

  it('gives the same bytes when the same closed register is made again at another time', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-09T10:10:00Z') });
    try {
      const data = buildRegisterWorkbook(buildClosedRegister(3));
      const first = await buildWorkbook(data);
      vi.setSystemTime(Date.parse('2026-05-01T00:00:00Z'));
      expect(Buffer.compare(first, await buildWorkbook(data))).toBe(0);
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(first.buffer as ArrayBuffer);
      expect(workbook.created.toISOString()).toBe('2026-03-09T10:10:00.000Z');
    } finally {
      vi.useRealTimers();
    }
  });
});
