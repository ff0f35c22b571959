import { describe, expect, it } from 'vitest';
import { listWaivedFees } from './waiver-list';

describe('listWaivedFees', () => {
  it('lists ground, proof and amount of each waived dossier, in order', () => {
    const of = (dossierId: string, feeWaiver: Parameters<typeof listWaivedFees>[0][number]['feeWaiver']) => ({
      ...{ dossierId, code: `C-${dossierId}`, receivedAt: 7, feeWaiver },
    });
    expect(
      listWaivedFees([
        of('a', { ground: 'NQ 12', proof: 'GCN 3', amount: 8000 }),
        of('b', null),
        of('c', { ground: 'nhập tay' }),
      ]),
    ).toEqual([
      { dossierId: 'a', code: 'C-a', ground: 'NQ 12', proof: 'GCN 3', amount: 8000, receivedAt: 7 },
      { dossierId: 'c', code: 'C-c', ground: 'nhập tay', proof: null, amount: null, receivedAt: 7 },
    ]);
  });
});
