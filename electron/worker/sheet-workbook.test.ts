import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { buildRegisterSheet } from '../../shared/reports/register-sheet';
import { buildSampleRegister } from '../../tests/support/papers';
import { buildWorkbook } from './sheet-workbook';

async function readBack(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const [page] = workbook.worksheets;
  if (page === undefined) throw new Error('no sheet');
  return page;
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
    const page = await readBack(await buildWorkbook(buildRegisterSheet(register), 'Người lập'));
    const { column, row } = columnOf(page, 'Mã hồ sơ');
    const codes = register.rows.map((_, index) => page.getRow(row + 1 + index).getCell(column).value);
    expect(codes).toEqual(register.rows.map((item) => item.code));
  });

  it('keeps text as text when a name begins like a formula', async () => {
    const register = buildSampleRegister(1);
    const names = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1'];
    const rows = names.map((applicant, index) => ({ ...register.rows[0], no: index + 1, applicant }));
    const page = await readBack(
      await buildWorkbook(buildRegisterSheet({ ...register, rows: rows as typeof register.rows }), 'x'),
    );
    const { column, row } = columnOf(page, 'Chủ hồ sơ');
    names.forEach((name, index) => {
      const cell = page.getRow(row + 1 + index).getCell(column);
      expect(cell.type).toBe(ExcelJS.ValueType.String);
      expect(cell.value).toBe(name);
    });
  });

  it('writes Vietnamese wall time as a date when a dossier was received', async () => {
    const register = buildSampleRegister(1);
    const page = await readBack(await buildWorkbook(buildRegisterSheet(register), 'x'));
    const { column, row } = columnOf(page, 'Thời điểm tiếp nhận');
    const value = page.getRow(row + 1).getCell(column).value;
    expect(value instanceof Date ? value.toISOString() : value).toBe('2026-03-09T09:10:00.000Z');
  });
});
