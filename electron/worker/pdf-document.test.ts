import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildReceiptSlip } from '../../shared/forms/receipt-slip';
import { buildAddendumDocument } from '../../shared/reports/addendum-document';
import { buildRegisterDocument } from '../../shared/reports/register-document';
import {
  buildClosedRegister,
  buildSampleAddendum,
  buildSampleRegister,
  buildSampleSlip,
} from '../../tests/support/papers';
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

  it('names closing, chain head and page on every page when the register was closed', async () => {
    const register = buildClosedRegister(40);
    const { bytes, pages } = await createPdfRenderer(fonts)(buildRegisterDocument(register));
    const text = textOf(bytes);
    expect(pages).toBeGreaterThan(2);
    const foot = `Đã chốt 17:10 09/03/2026 · Đầu chuỗi nhật ký ${'cd'.repeat(32)}`;
    expect(text.split(foot).length - 1).toBe(pages);
    for (let page = 1; page <= pages; page += 1) expect(text).toContain(`Trang ${String(page)}/${String(pages)}`);
  });

  it('names the counter that was not heard of and the reason, beside those that were', async () => {
    const { bytes } = await createPdfRenderer(fonts)(buildRegisterDocument(buildClosedRegister(1)));
    const text = textOf(bytes);
    expect(text).toContain('Quầy 1: dữ liệu đến 09:10 09/03/2026');
    expect(text).toContain('Quầy 2: chưa có dữ liệu khi chốt sổ. Lý do vẫn chốt: mất điện từ 14:00.');
  });

  it('is the book of the circular in force on its day, and cuts no word of a head', async () => {
    const register = buildSampleRegister(1);
    const inForce = textOf((await createPdfRenderer(fonts)(buildRegisterDocument(register))).bytes, '-raw');
    expect(inForce).toContain('Mẫu số 07, Phụ lục I (Thông tư số 03/2025/TT-VPCP)');
    const older = buildRegisterDocument({ ...register, day: '2025-06-30' });
    expect(textOf((await createPdfRenderer(fonts)(older)).bytes, '-raw')).toContain(
      'Mẫu số 06 (Thông tư số 01/2018/TT-VPCP)',
    );
    const words = inForce.split(/\s+/u);
    for (const word of ['Cơ', 'quan', 'trì', 'Phương', 'thức', 'Ký', 'lượng', '(bộ)', 'Hẹn', 'nhận', 'điện', 'thoại']) {
      expect(words).toContain(word);
    }
  });

  it('numbers an addendum and says why each row is late', async () => {
    const { bytes } = await createPdfRenderer(fonts)(buildAddendumDocument(buildSampleAddendum()));
    const text = textOf(bytes, '-raw').replace(/\s+/gu, ' ');
    expect(text).toContain('PHỤ LỤC BỔ SUNG SỐ 1');
    expect(text).toContain('Kèm theo Sổ theo dõi hồ sơ ngày 09/03/2026, đã chốt 17:10 09/03/2026');
    expect(text).toContain('Lý do lập phụ lục: Quầy 2 có điện lại sau giờ chốt');
    expect(text).toContain('Trần Văn Muộn');
    expect(text).toContain('Dữ liệu của Quầy 2 về sau khi chốt');
    expect(text).toContain('Nhập bù: mất điện');
    expect(text).toContain(`Đầu chuỗi nhật ký ${'ef'.repeat(32)}`);
  });

  it('gives the same bytes when the same closed register is made again at another time', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-09T10:10:00Z') });
    try {
      const form = buildRegisterDocument(buildClosedRegister(3));
      const first = await createPdfRenderer(fonts)(form);
      vi.setSystemTime(Date.parse('2026-05-01T00:00:00Z'));
      const again = await createPdfRenderer(fonts)(form);
      expect(Buffer.compare(first.bytes, again.bytes)).toBe(0);
      const other = await createPdfRenderer(fonts)(buildRegisterDocument(buildSampleRegister(3)));
      expect(Buffer.compare(first.bytes, other.bytes)).not.toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
