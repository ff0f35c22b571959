import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildForm } from '../../shared/forms/build-form';
import { formCatalogue, type DefinedForm } from '../../shared/forms/form-catalogue';
import type { FormFill } from '../../shared/forms/form-fill';
import { vietnameseLetters } from '../../shared/forms/self-test';
import { buildFormFills } from '../../tests/support/form-fills';
import { readTrueType } from '../../tests/support/true-type';
import { createPdfRenderer } from './pdf-document';

const styles = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'] as const;
const tinos = join(import.meta.dirname, '../../node_modules/@expo-google-fonts/tinos');
const folder = mkdtempSync(join(tmpdir(), 'qmc-forms-'));
const fonts = join(folder, 'fonts');

beforeAll(() => {
  for (const style of styles) {
    for (const file of readdirSync(join(tinos, style)).filter((name) => name.endsWith('.ttf'))) {
      cpSync(join(tinos, style, file), join(fonts, file));
    }
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function print(fill: FormFill, options: Parameters<typeof buildForm>[2] = {}) {
  const document = buildForm(formCatalogue[fill.form as DefinedForm], fill, options);
  const { bytes, pages } = await createPdfRenderer(fonts)(document);
  const file = join(folder, 'form.pdf');
  writeFileSync(file, bytes);
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).normalize('NFC');
  return { text: text.replace(/\s+/gu, ' '), pages };
}

/** Pages of each paper with the usual sample: one for each copy (liên), the appendix and long lists apart. */
const pageCounts: Readonly<Record<DefinedForm, number>> = {
  receipt: 2,
  supplementRequest: 2,
  refusal: 2,
  apology: 1,
  stopNotice: 1,
  controlSheet: 1,
  redatedSlip: 2,
  consignmentSlip: 2,
  bagLabel: 2,
  discrepancyMinutes: 2,
  handoverList: 2,
  outcomeHandover: 1,
  outcomeReceipt: 2,
  feeReceipt: 3,
  cashSheet: 1,
  dayClose: 1,
  folderCover: 1,
  paperKitSlip: 2,
  paperKitSheet: 2,
  explanationLetter: 2,
  handlingReminder: 1,
  lostSlipDeclaration: 1,
  authorisation: 1,
  postalPickUpList: 1,
  procedureSheet: 1,
  certificationRegister: 1,
  selfTest: 1,
  recoveryLedger: 1,
};

describe.each(['TT01-2018', 'TT03-2025'] as const)('papers of %s as PDF', (formSet) => {
  const fills = buildFormFills({ formSet });
  it.each(Object.keys(pageCounts) as DefinedForm[])('prints %s on as many pages as it has copies', async (form) => {
    const { text, pages } = await print(fills[form]);
    expect(pages).toBe(pageCounts[form]);
    expect(text).toContain('Trang 1/');
    expect(text).not.toMatch(/\{\{|undefined|null|NaN/);
  });
});

describe('papers as PDF', () => {
  it('writes composed letters when names come decomposed', async () => {
    const { refusal } = buildFormFills({ formSet: 'TT03-2025' });
    const name = 'Đặng Thị Ngọc Diễm Hằng';
    const values = { ...refusal.values, applicant: name.normalize('NFD') };
    const { text } = await print({ ...refusal, values });
    expect(text).toContain(name);
  });

  it('puts both copies of Form 01 on one sheet when the province wants it', async () => {
    const { receipt } = buildFormFills({ formSet: 'TT03-2025' });
    const { text, pages } = await print(receipt, { layout: 'twoOnOne' });
    expect(pages).toBe(1);
    expect(text).toContain('(Liên: Giao người nộp hồ sơ)');
    expect(text).toContain('(Liên: Lưu)');
    expect(text.split('NGƯỜI TIẾP NHẬN HỒ SƠ').length - 1).toBe(2);
  });

  it('keeps every word of long names, and flows on when there are sixty papers', async () => {
    const { receipt } = buildFormFills({ formSet: 'TT03-2025', people: 'long', papers: 60 });
    const { text, pages } = await print(receipt, { layout: 'twoOnOne' });
    expect(pages).toBeGreaterThan(4);
    expect(text).toContain('Nguyễn Hoàng Phượng Hằng Quỳnh (người được ủy quyền)');
    expect(text).toContain('Giấy tờ kèm theo số 60');
  });

  it('prints every letter of the alphabet on the self-test page', async () => {
    const { text } = await print(buildFormFills({ formSet: 'TT03-2025' }).selfTest);
    const missing = Array.from(vietnameseLetters + vietnameseLetters.toLocaleUpperCase('vi')).filter(
      (letter) => !text.includes(letter),
    );
    expect(missing).toEqual([]);
  });
});

describe('embedded fonts', () => {
  const letters = Array.from(vietnameseLetters + vietnameseLetters.toLocaleUpperCase('vi'));

  it('are asked for 134 different precomposed letters', () => {
    expect(new Set(letters).size).toBe(134);
    expect(letters.filter((letter) => letter.normalize('NFC') !== letter || letter.length !== 1)).toEqual([]);
  });

  it.each(styles)('have a drawn glyph of its own for each of them in %s', (style) => {
    const [file = ''] = readdirSync(join(tinos, style)).filter((name) => name.endsWith('.ttf'));
    const font = readTrueType(readFileSync(join(tinos, style, file)));
    const glyphs = letters.map((letter) => font.glyphOf(letter.codePointAt(0) ?? 0));
    expect(letters.filter((_, index) => !font.hasOutline(glyphs[index] ?? 0) || glyphs[index] === 0)).toEqual([]);
    expect(new Set(glyphs).size).toBe(134);
  });

  it('tell a letter they lack', () => {
    const [file = ''] = readdirSync(join(tinos, styles[0])).filter((name) => name.endsWith('.ttf'));
    expect(readTrueType(readFileSync(join(tinos, styles[0], file))).glyphOf(0x4e00)).toBe(0);
  });
});
