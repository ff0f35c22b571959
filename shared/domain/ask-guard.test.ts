import { describe, expect, it } from 'vitest';
import { buildRequiredPaper } from '../../tests/support/procedures';
import type { ReceivedPaper } from './actions/action-parts';
import { checkAsk, checkAsks, checkReceived, type AskedOrBrought } from './ask-guard';
import type { IndexedPaper } from './paper-index';

const held: IndexedPaper = {
  personId: 'personalId:040090000123',
  typeCode: 'GCN',
  name: 'Sổ đỏ',
  validity: { kind: 'forever' },
  issuedOn: null,
  pages: [],
  fileSha256: 'ab'.repeat(32),
  source: { kind: 'outcome', dossierId: 'd1', code: 'X-1', digitisedOn: '2026-01-20' },
};
const rows = [
  buildRequiredPaper('land', { typeCode: 'GCN' }),
  buildRequiredPaper('form'),
  buildRequiredPaper('marriage', { mode: 'lookup' }),
].map((paper) => ({ paper, need: 'required' as const }));
const surroundings = { rows, reusable: new Map([['land', held]]) };
const asked = (paperId: string, parts: Partial<AskedOrBrought> = {}): AskedOrBrought => ({
  paperId,
  name: paperId,
  ...parts,
});

describe('checkAsk', () => {
  it('lets a paper of the list be asked when nothing of it is at hand', () => {
    expect(checkAsk(asked('form'), surroundings)).toBeNull();
  });

  it.each([
    [{}, false],
    [{ repeatReason: '   ' }, false],
    [{ repeatReason: 'bản quét mờ' }, true],
    [{ volunteered: true as const }, true],
    [{ ground: 'Điều 5' }, false],
  ])('shows the paper at hand and wants a reason or one key when given %o', (parts, settled) => {
    expect(checkAsk(asked('land', parts), surroundings)).toEqual({ kind: 'atHand', paperId: 'land', held, settled });
  });

  it.each([
    [{}, false],
    [{ repeatReason: 'cơ sở dữ liệu lỗi' }, true],
    [{ volunteered: true as const }, true],
  ])('wants the same for what the office looks up when given %o', (parts, settled) => {
    expect(checkAsk(asked('marriage', parts), surroundings)).toEqual({ kind: 'lookup', paperId: 'marriage', settled });
  });

  it.each([
    [{}, false],
    [{ ground: '' }, false],
    [{ ground: 'Điều 16 Luật Hộ tịch' }, true],
    [{ volunteered: true as const }, false],
    [{ repeatReason: 'cần' }, false],
  ])('wants a legal ground outside the list, volunteered or not, when given %o', (parts, settled) => {
    expect(checkAsk(asked('extra', parts), surroundings)).toEqual({ kind: 'outsideList', paperId: 'extra', settled });
  });
});

describe('checkAsks', () => {
  it('keeps the order and leaves out what may be asked', () => {
    const findings = checkAsks([asked('extra'), asked('form'), asked('land')], surroundings);
    expect(findings.map((finding) => finding.paperId)).toEqual(['extra', 'land']);
  });
});

describe('checkReceived', () => {
  const none = { original: 0, certifiedCopy: 0, photocopy: 0 };
  const received = (paperId: string, counts: Partial<ReceivedPaper['counts']> = {}): ReceivedPaper => ({
    ...{ paperId, name: paperId, mode: 'submit' },
    counts: { ...none, ...counts },
  });
  const kinds = (...papers: ReceivedPaper[]) => checkReceived(papers, surroundings).map((finding) => finding.kind);

  it('finds nothing in rows without sheets: they record what was shown, looked up or reused', () => {
    expect(kinds(received('land'), received('marriage'), received('form'))).toEqual([]);
  });

  it.each(['original', 'certifiedCopy', 'photocopy'] as const)('finds what was taken in as %s all the same', (form) => {
    expect(kinds(received('land', { [form]: 1 }), received('marriage', { [form]: 1 }))).toEqual(['atHand', 'lookup']);
  });

  it('finds a paper outside the list even when no sheet of it came', () => {
    expect(kinds(received('extra'))).toEqual(['outsideList']);
  });
});
