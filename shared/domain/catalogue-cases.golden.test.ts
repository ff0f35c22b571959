import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chooseCase, findOpenQuestions } from './case-choice';
import type { Answers } from './case-question';
import { listPapers } from './paper-checklist';
import { referencePackageSchema } from './reference-package';

const url = new URL('../../build/packages/procedures.json', import.meta.url);
const pack = referencePackageSchema.parse(JSON.parse(readFileSync(url, 'utf8')));
const byCode = new Map(pack.kind === 'procedures' ? pack.rows.map((row) => [row.code, row]) : []);

/** `+a -b`: a answered yes, b no. */
function answers(text: string): Answers {
  const parts = text.split(' ').filter((part) => part !== '');
  return Object.fromEntries(parts.map((part) => [part.slice(1), part.startsWith('+')]));
}

function ask(code: string, text: string): { caseId: string; papers: string; open: string } {
  const procedure = byCode.get(code);
  if (!procedure) throw new Error(code);
  const given = answers(text);
  const choice = chooseCase(procedure, given);
  const chosen = choice.kind === 'chosen' ? choice.procedureCase : null;
  const rows = chosen ? listPapers(chosen, { day: '2026-03-09', answers: given }) : [];
  return {
    caseId: chosen?.id ?? choice.kind,
    papers: rows.map(({ paper, need }) => (need === 'required' ? paper.id : `(${paper.id})`)).join(' '),
    open: findOpenQuestions(procedure, given)
      .map((question) => question.id)
      .join(' '),
  };
}

// Typed by hand from domain notes §3.4 and counter notes §1.15; the questions themselves are provisional.
describe('“Hỏi dân” card of the catalogue', () => {
  it.each([
    ['2.000815', '-khong-kip', 'thuong', 'ban-chinh ban-sao'],
    ['2.000815', '+khong-kip', 'nhieu-trang', 'ban-chinh ban-sao'],
    ['2.000908', '-chinh-chu', 'nguoi-khac', 'cccd quan-he'],
    ['1.001193', '-qua-60-ngay +cha-me-ket-hon -nguoi-khac-di', 'dung-han', 'to-khai chung-sinh cccd-cha-me ket-hon'],
    ['1.001193', '+qua-60-ngay -cha-me-ket-hon +nguoi-khac-di', 'qua-han', 'to-khai chung-sinh cccd-cha-me uy-quyen'],
    [
      '1.000894',
      '-can-xac-minh -co-du-lieu +ly-hon-nuoc-ngoai',
      'trong-ngay',
      'to-khai cccd-hai-ben tinh-trang xac-nhan-ttnh ghi-chu-ly-hon',
    ],
    ['1.000894', '+can-xac-minh +co-du-lieu -ly-hon-nuoc-ngoai', 'xac-minh', 'to-khai cccd-hai-ben tinh-trang'],
    ['1.004873', '+da-ly-hon -vo-chong-chet -nop-thay', 'thuong', 'to-khai cccd ly-hon'],
    ['1.004873', '-da-ly-hon +vo-chong-chet +nop-thay', 'thuong', 'to-khai cccd khai-tu uy-quyen'],
    ['1.012783', '-do-dac', 'khong-do-dac', 'mau-18 gcn'],
    ['1.012783', '+do-dac', 'do-dac', 'mau-18 gcn trich-do'],
    ['1.012790', '+loi-co-quan', 'co-quan', 'mau-18 gcn sai-sot'],
    ['1.012785', '-co-hop-dong', 'giay-tay', 'mau-18 gcn giay-tay'],
    [
      '1.013831',
      '+thua-ke -cho-thue -da-khai-tu -mien-giam -nop-thay',
      'thua-ke',
      'mau-18 thua-ke khai-tu gcn thue-tncn',
    ],
    ['1.013831', '-thua-ke +cho-thue +mien-giam -nop-thay', 'cho-thue', 'mau-18 hop-dong gcn thue-tncn mien-giam'],
    ['1.013980', '-co-ban-an -xu-ly-the-chap +cong-trinh -mien-giam', 'cong-trinh', 'mau-18 gcn cho-phep'],
    [
      '1.013978',
      '+cap-giay +vung-kho-khan +co-giay-to -co-trich-do -thua-ke',
      'cap-giay-kk',
      'mau-15 dieu-137 (nghia-vu)',
    ],
    [
      '1.013978',
      '-cap-giay -vung-kho-khan -co-giay-to +co-trich-do +thua-ke',
      'dang-ky',
      'mau-15 trich-do thua-ke (nghia-vu)',
    ],
  ])('of %s leads by "%s" to the case %s and its papers', (code, given, caseId, papers) => {
    expect(ask(code, given)).toEqual({ caseId, papers, open: '' });
  });

  it.each([
    ['1.001193', '', 'open', 'qua-60-ngay'],
    ['1.001193', '-qua-60-ngay', 'dung-han', 'cha-me-ket-hon nguoi-khac-di'],
    ['1.013831', '+thua-ke', 'thua-ke', 'da-khai-tu mien-giam nop-thay'],
    ['1.013978', '+cap-giay', 'open', 'vung-kho-khan'],
  ])('of %s after "%s" stands at %s and still asks %s', (code, given, caseId, open) => {
    const found = ask(code, given);
    expect([found.caseId, found.open]).toEqual([caseId, open]);
  });

  it.each([...byCode.values()])('of $code lets every case be reached', ({ code, cases, questions = [] }) => {
    const reached = new Set<string>();
    for (let bits = 0; bits < 2 ** questions.length; bits += 1) {
      const text = questions.map(({ id }, at) => `${(bits >> at) & 1 ? '+' : '-'}${id}`).join(' ');
      reached.add(ask(code, text).caseId);
    }
    expect([...reached].sort()).toEqual(cases.map((one) => one.id).sort());
  });
});
