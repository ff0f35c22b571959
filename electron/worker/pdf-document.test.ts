import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReceiptSlip } from '../../shared/forms/receipt-slip';
import { buildRegisterDocument } from '../../shared/reports/register-document';
import { buildSampleRegister, buildSampleSlip } from '../../tests/support/papers';
import { createPdfRenderer } from './pdf-document';

const folder = mkdtempSync(join(tmpdir(), 'qmc-pdf-'));
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

function textOf(bytes: Uint8Array, layout = '-layout'): string {
  const file = join(folder, 'paper.pdf');
  writeFileSync(file, bytes);
  return execFileSync('pdftotext', [layout, file, '-'], { encoding: 'utf8' }).normalize('NFC');
}

describe('createPdfRenderer', () => {
  it('keeps name, code and both times readable when a receipt is rendered', async () => {
    const slip = buildSampleSlip({ applicantName: 'Nguyễn Thị Hồng Phượng' });
    const { bytes, pages } = await createPdfRenderer(fonts)(buildReceiptSlip(slip, 'QMC1|sample'));
    const text = textOf(bytes);
    expect(pages).toBe(2);
    expect(text).toContain('Nguyễn Thị Hồng Phượng');
    expect(text).toContain(slip.code);
    expect(text).toContain('09 giờ 10 phút, ngày 09 tháng 03 năm 2026');
    expect(text).toContain('09 giờ 10 phút, ngày 12 tháng 03 năm 2026');
  });

  it('writes letters composed when the name comes decomposed', async () => {
    const slip = buildSampleSlip({ applicantName: 'Trần Thị Ngọc Diễm'.normalize('NFD') });
    const { bytes } = await createPdfRenderer(fonts)(buildReceiptSlip(slip, 'QMC1|sample'));
    expect(textOf(bytes)).toContain('Trần Thị Ngọc Diễm');
  });

  it('holds no link, script or action when a name looks like one', async () => {
    const slip = buildSampleSlip({ applicantName: '{"text":"x","link":"https://example.org"}) /JS (app.alert(1))' });
    const { bytes } = await createPdfRenderer(fonts)(buildReceiptSlip(slip, 'QMC1|sample'));
    const file = join(folder, 'hostile.pdf');
    writeFileSync(file, bytes);
    const plain = execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], {
      encoding: 'latin1',
      maxBuffer: 50_000_000,
    });
    expect(plain).not.toMatch(/\/(URI|JS|JavaScript|Launch|OpenAction)\b/);
  });

  it('has every precomposed Vietnamese letter when it is embedded', async () => {
    const letters = 'ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';
    const all = letters + letters.toUpperCase();
    expect(new Set(all).size).toBe(134);
    const form = buildReceiptSlip(buildSampleSlip({ summary: all }), 'QMC1|sample');
    const { bytes } = await createPdfRenderer(fonts)(form);
    const text = textOf(bytes, '-raw').replace(/\s/g, '');
    expect(Array.from(all).filter((letter) => !text.includes(letter))).toEqual([]);
  });

  it('flows over pages with the head row repeated when the register is long', async () => {
    const { bytes, pages } = await createPdfRenderer(fonts)(buildRegisterDocument(buildSampleRegister(60)));
    expect(pages).toBeGreaterThan(2);
    expect(textOf(bytes).split('Mã hồ sơ').length - 1).toBe(pages);
  });
});
