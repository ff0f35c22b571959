import { describe, expect, it } from 'vitest';
import { parsePaperQr } from '../domain/paper-qr';
import { classifyScan } from '../domain/slip-qr';
import { buildBagQrText } from './bag-papers';

const dossierId = '01977777-7777-7777-8777-777777777777';

describe('parsePaperQr', () => {
  it('reads back the label a bag was sealed with', () => {
    const bag = { bagId: 'b1', sealNo: 'NP|1', dossierIds: [dossierId, 'x'], originals: 3 };
    const text = buildBagQrText(bag as unknown as Parameters<typeof buildBagQrText>[0]);
    expect(parsePaperQr(text)).toEqual({ kind: 'bag', bagId: 'b1', sealNo: 'NP/1', dossiers: 2, originals: 3 });
  });
  it('reads folder covers and kit slips', () => {
    expect(parsePaperQr(`QMCF1|${dossierId}|TAM-M01-260309-001`)).toEqual({
      kind: 'folder',
      dossierId,
      code: 'TAM-M01-260309-001',
    });
    expect(parsePaperQr('QMCK1|H41.26-260309-0801|Q1/2026/801')).toEqual({
      kind: 'kitSlip',
      code: 'H41.26-260309-0801',
      slipNo: 'Q1/2026/801',
    });
  });
  it('names the paper when it is of a later version or not whole', () => {
    expect(parsePaperQr('QMCB2|b1|NP/1|2|2')).toEqual({ kind: 'unreadable', paper: 'bag' });
    expect(parsePaperQr('QMCB1|b1|NP/1|hai|2')).toEqual({ kind: 'unreadable', paper: 'bag' });
    expect(parsePaperQr('QMCF1|khong-phai-ma|x')).toEqual({ kind: 'unreadable', paper: 'folder' });
    expect(parsePaperQr('QMCK1|H41.26-260309-0801')).toEqual({ kind: 'unreadable', paper: 'kitSlip' });
  });
  it('leaves slips, cards and other texts alone', () => {
    expect(parsePaperQr('QMC1|a|b')).toBeUndefined();
    expect(parsePaperQr('H41.26-260309-0007')).toBeUndefined();
    expect(classifyScan('QMCK1|H41.26-260309-0801|Q1/2026/801')).toEqual({
      type: 'paper',
      paper: { kind: 'kitSlip', code: 'H41.26-260309-0801', slipNo: 'Q1/2026/801' },
    });
  });
});
