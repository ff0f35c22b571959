import { describe, expect, it } from 'vitest';
import { aroundOf, buildFormFills } from '../../tests/support/form-fills';
import { listLines, textOf } from '../../tests/support/form-text';
import { buildForm } from './build-form';
import { startFill } from './fill-parts';
import { sayOnPaper } from './fill-words';
import { noChanges } from './form-changes';
import { formCatalogue } from './form-catalogue';
import type { FormBlock, FormDefinition } from './form-definition';
import type { FormFill } from './form-fill';

const wish = { formSet: 'TT03-2025' } as const;
const { receipt, refusal } = buildFormFills(wish);
const blank: FormFill = { ...startFill('refusal', 'TT03-2025', aroundOf(wish)), values: {} };

function made(blocks: readonly FormBlock[], fill: Partial<FormFill> = {}): readonly string[] {
  const definition: FormDefinition = {
    ...{ form: 'refusal', title: 'TITLE', head: 'none', headLines: [], barcode: false, page: 'paper', parts: [] },
    ...{ blocks, source: 'test' },
  };
  const [title, ...rest] = listLines(buildForm(definition, { ...blank, ...fill }));
  expect(title).toBe('TITLE');
  return rest;
}

describe('buildForm, block by block', () => {
  it('leaves out a line without a value, or dots it where somebody is to write', () => {
    const line = { kind: 'line', label: 'Địa chỉ', value: 'address' } as const;
    expect(made([line])).toEqual([]);
    expect(made([line], { values: { address: 'Xóm 1' } })).toEqual(['Địa chỉ: Xóm 1']);
    expect(made([{ ...line, bold: true }], { values: { address: 'Xóm 1' } })).toEqual(['Địa chỉ: Xóm 1']);
    expect(made([{ ...line, dots: true }])[0]).toMatch(/^Địa chỉ: \.{100,170}$/);
  });

  it('says no sentence of which every value is missing, and every other', () => {
    const text = { kind: 'text', text: '{{a}} và {{b}}' } as const;
    expect(made([text])).toEqual([]);
    expect(made([text], { values: { a: '1' } })).toEqual(['1 và ']);
    expect(made([{ kind: 'text', text: 'Luôn có' }])).toEqual(['Luôn có']);
    expect(made([{ kind: 'text', text: 'Khi có', when: 'a' }])).toEqual([]);
    expect(made([{ kind: 'text', text: 'Khi có', when: 'a' }], { values: { a: 'X' } })).toEqual(['Khi có']);
  });

  it('never reads a value off the prototype', () => {
    expect(sayOnPaper('{{toString}}', {})).toBeUndefined();
  });

  it('numbers, dashes or only lists, and says when a list is empty', () => {
    const lists = { things: ['một', 'hai'] };
    const list = { kind: 'list', items: 'things' } as const;
    expect(made([{ ...list, mark: 'number' }], { lists })).toEqual(['1. một', '2. hai']);
    expect(made([{ ...list, mark: 'dash', small: true }], { lists })).toEqual(['- một', '- hai']);
    expect(made([{ ...list, mark: 'none' }], { lists })).toEqual(['một', 'hai']);
    expect(made([{ ...list, mark: 'dash' }])).toEqual([]);
    expect(made([{ ...list, mark: 'dash', empty: 'Không có.' }])).toEqual(['Không có.']);
  });

  it('puts heads of columns once and above their group', () => {
    const columns = [
      { head: 'TT', width: 20 },
      { head: { 'TT01-2018': 'cũ', 'TT03-2025': 'mới' }, width: '*', group: 'Nhóm' },
      { head: 'b', width: '*', group: 'Nhóm' },
    ] as const;
    const table = { kind: 'table', rows: 'rows', columns } as const;
    expect(made([table])).toEqual([]);
    expect(made([{ ...table, empty: 'Không có.' }])).toEqual(['TT', 'Nhóm', 'mới', 'b', 'Không có.']);
    expect(made([table], { tables: { rows: [['1', { text: 'x', strong: true, align: 'right' }]] } })).toEqual([
      ...['TT', 'Nhóm', 'mới', 'b'],
      ...['1', 'x'],
    ]);
  });

  it('shows small print with its symbol, signatures, codes and new pages', () => {
    const notes = { kind: 'notes', lines: ['Lưu ý', '{{none}}'], caption: 'Quét' } as const;
    expect(made([notes])).toEqual(['Lưu ý']);
    expect(made([notes], { qr: 'Q' })).toEqual(['Lưu ý', '[qr Q]', 'Quét']);
    expect(made([{ kind: 'notes', lines: ['{{none}}'] }])).toEqual([]);
    expect(made([{ kind: 'codes', size: 60 }], { code: 'C', qr: 'Q' })).toEqual(['[bar code C]', '[qr Q]']);
    expect(made([{ kind: 'codes', size: 60 }])).toEqual([]);
    expect(made([{ kind: 'newPage' }])).toEqual(['[page]']);
    expect(made([{ kind: 'blank', lines: 2 }])).toHaveLength(2);
    const signers = [
      { title: 'A', name: 'a' },
      { title: 'B', name: 'b', hint: '(Đóng dấu)' },
    ];
    expect(made([{ kind: 'signatures', signers }], { values: { a: 'An' } })).toEqual([
      ...['A', '(Ký và ghi rõ họ tên)', 'An'],
      ...['B', '(Đóng dấu)'],
    ]);
  });
});

describe('buildForm, marks and pages', () => {
  it('marks practice papers, reprints and what the dossier warns of', () => {
    const marked = buildForm(formCatalogue.refusal, { ...refusal, practice: true, copyNo: 3, marks: ['Cẩn thận'] });
    expect(marked.watermark).toBe('THỰC HÀNH');
    const lines = listLines(marked);
    expect(lines).toContain('BẢN THỰC HÀNH - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ');
    expect(lines).toContain('In lại lần 2');
    expect(lines).toContain('Cẩn thận');
    const plain = buildForm(formCatalogue.refusal, refusal);
    expect(plain.watermark).toBeNull();
    expect(textOf(plain)).not.toContain('In lại');
  });

  it('prints a page for each copy, or both on one sheet where that was chosen and fits', () => {
    const pages = (fill: FormFill, layout?: 'twoOnOne' | 'onePerPage') => {
      const document = buildForm(formCatalogue.receipt, fill, layout === undefined ? {} : { layout });
      const breaks = listLines(document).filter((line) => line === '[page]').length;
      return [document.pageSize, document.orientation, breaks + 1];
    };
    expect(pages(receipt)).toEqual(['A4', 'portrait', 2]);
    expect(pages(receipt, 'onePerPage')).toEqual(['A4', 'portrait', 2]);
    expect(pages(receipt, 'twoOnOne')).toEqual(['A4', 'landscape', 1]);
    const six = Array.from({ length: 6 }, () => ['1', 'Tờ khai', '1', '', '']);
    expect(pages({ ...receipt, tables: { papers: six.slice(1) } }, 'twoOnOne')).toEqual(['A4', 'landscape', 1]);
    expect(pages({ ...receipt, tables: { papers: six } }, 'twoOnOne')).toEqual(['A4', 'portrait', 2]);
    const long = { ...receipt, values: { ...receipt.values, request: 'Ừ'.repeat(1500) } };
    expect(pages(long, 'twoOnOne')).toEqual(['A4', 'portrait', 2]);
  });

  it('never shares a sheet where the form has no two short copies', () => {
    const { apology } = buildFormFills(wish);
    expect(buildForm(formCatalogue.apology, apology, { layout: 'twoOnOne' }).orientation).toBe('portrait');
  });

  it('refuses a fill of another form', () => {
    expect(() => buildForm(formCatalogue.apology, refusal)).toThrow('buildForm: apology filled as refusal');
  });

  it('names the file by title and code, without line breaks, and says when it was made', () => {
    const { apology } = buildFormFills(wish);
    const document = buildForm(formCatalogue.apology, apology);
    expect(document.title).toBe('VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT H41.26-260309-0007');
    expect(document.createdAt).toBe(apology.at);
  });
});

describe('buildForm, as a province prints it', () => {
  it('takes title, names, head lines, fields, notes and copies from the province', () => {
    const document = buildForm(formCatalogue.refusal, refusal, {
      changes: {
        title: 'PHIẾU TỪ CHỐI CỦA TỈNH',
        parentName: 'Ủy ban nhân dân tỉnh',
        unitName: 'Trung tâm hành chính công tỉnh',
        parts: ['(Bản 1)', '(Bản 2)', '(Bản 3)'],
        headLines: ['Đường dây nóng: 0000 111 111', 'Chủ hồ sơ: {{applicant}}'],
        extraFields: [{ label: 'Mã tra cứu', value: '{{applicant}}' }, { label: 'Người giới thiệu' }],
        notes: ['Ghi chú của tỉnh.'],
      },
    });
    const lines = listLines(document);
    expect(document.title).toBe('PHIẾU TỪ CHỐI CỦA TỈNH');
    expect(lines.filter((line) => line === '[page]')).toHaveLength(2);
    expect(lines).toContain('(Bản 3)');
    expect(lines.slice(0, 2)).toEqual(['ỦY BAN NHÂN DÂN TỈNH', 'TRUNG TÂM HÀNH CHÍNH CÔNG TỈNH']);
    expect(lines).toContain('Đường dây nóng: 0000 111 111');
    expect(lines).toContain('Chủ hồ sơ: Nguyễn Thị Hồng Phượng và 1 người khác');
    expect(lines).toContain('Mã tra cứu: Nguyễn Thị Hồng Phượng và 1 người khác');
    expect(lines.find((line) => line.startsWith('Người giới thiệu: .'))).toBeDefined();
    expect(lines.indexOf('Mã tra cứu: Nguyễn Thị Hồng Phượng và 1 người khác')).toBeLessThan(
      lines.indexOf('Người yêu cầu không thuộc đối tượng được giải quyết thủ tục này tại xã.'),
    );
    expect(lines.indexOf('Ghi chú của tỉnh.')).toBeLessThan(lines.indexOf('NGƯỜI NỘP HỒ SƠ'));
  });

  it('puts notes above the signatures of a form without small print', () => {
    const { apology } = buildFormFills(wish);
    const lines = listLines(
      buildForm(formCatalogue.apology, apology, { changes: { ...noChanges, notes: ['Ghi chú của tỉnh.'] } }),
    );
    expect(lines.indexOf('Ghi chú của tỉnh.')).toBe(lines.indexOf('THỦ TRƯỞNG CƠ QUAN\nGIẢI QUYẾT HỒ SƠ') - 1);
  });

  it('shares the sheet when the province does, unless a whole page was asked for', () => {
    const changes = { ...noChanges, layout: 'twoOnOne' } as const;
    expect(buildForm(formCatalogue.receipt, receipt, { changes }).orientation).toBe('landscape');
    expect(buildForm(formCatalogue.receipt, receipt, { changes, layout: 'onePerPage' }).orientation).toBe('portrait');
  });
});
