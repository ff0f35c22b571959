import { describe, expect, it } from 'vitest';
import { createBuilders, MORNING } from '../../tests/support/builders';
import { foldDossier } from './dossier-state';
import { listWaivedFees } from './waiver-list';

describe('listWaivedFees', () => {
  it('lists ground, proof and amount of each waived dossier, in order', () => {
    const of = (dossierId: string, feeWaiver: Parameters<typeof listWaivedFees>[0][number]['feeWaiver']) => ({
      ...{ dossierId, code: `C-${dossierId}`, receivedAt: 7, feeWaiver, collections: [] },
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

  it('lists what was waived after the reception with the time of that act, unless it was entered by mistake', () => {
    const make = createBuilders();
    const subject = { type: 'dossier', id: make.id() } as const;
    const lines = [{ ledger: 'stateFee' as const, name: 'Phí', amount: 8000 }];
    const waived = make.action(
      'FeeCollected',
      { subject, happenedAt: MORNING + 60_000, at: MORNING + 60_000 },
      { lines, method: 'waived', waiver: { ground: 'NQ 12', proof: 'Sổ hộ nghèo 5' } },
    );
    const received = make.action('DossierReceived', { subject });
    const fold = (...actions: (typeof waived)[]) =>
      foldDossier({ dossierId: subject.id, actions: [received, ...actions], receipts: new Map() });
    expect(listWaivedFees([fold(waived)])).toMatchObject([
      { ground: 'NQ 12', proof: 'Sổ hộ nghèo 5', amount: 8000, receivedAt: MORNING + 60_000 },
    ]);
    const cancelled = make.action('FeeCancelled', { subject }, { collectionId: waived.id });
    expect(listWaivedFees([fold(waived, cancelled)])).toEqual([]);
  });
});
