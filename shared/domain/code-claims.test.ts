import { describe, expect, it } from 'vitest';
import { createBuilders } from '../../tests/support/builders';
import type { Action } from './actions/action';
import { accountForLease } from './code-accounting';
import { collectCodeClaims } from './code-claims';

const builders = createBuilders(7);
const dossier = { type: 'dossier', id: builders.id() } as const;
const unitDay = { type: 'unitDay', unitId: 'H41.26', day: '2026-11-20', counterId: 'quay-1' } as const;
const official = { kind: 'official', value: 'H41.26-261120-0001', leaseId: 'a' } as const;
const received = builders.action('DossierReceived', { subject: dossier }, { code: official });
const voided = builders.action(
  'CodeVoided',
  { subject: unitDay },
  { code: 'H41.26-261120-0002', reason: 'in hỏng phiếu' },
);
const kitId = builders.id();
const kit: Action = {
  ...voided,
  id: builders.id(),
  kind: 'PaperKitIssued',
  payload: { v: 1, kitId, codes: ['H41.26-261120-0003', 'H41.26-261120-0004'], slipNumbers: ['Q1/2026/1'] },
};

describe('collectCodeClaims', () => {
  it('reads receptions, voided codes and paper kits', () => {
    expect(collectCodeClaims([received, voided, kit])).toEqual({
      used: [{ code: 'H41.26-261120-0001', dossierId: dossier.id }],
      voided: [{ code: 'H41.26-261120-0002', reason: 'in hỏng phiếu' }],
      kits: [{ kitId, codes: ['H41.26-261120-0003', 'H41.26-261120-0004'] }],
    });
  });

  it('passes over temporary numbers, portal codes, other kinds and what it cannot read', () => {
    const temporary = builders.action(
      'DossierReceived',
      { subject: dossier },
      { code: { kind: 'temporary', value: 'TAM-M01-261120-001', reason: 'noLease' } },
    );
    const portal = builders.action(
      'DossierReceived',
      { subject: dossier },
      { code: { kind: 'portal', value: 'G22-1' } },
    );
    const others: Action[] = [
      temporary,
      portal,
      { ...received, subject: unitDay },
      { ...received, kind: 'DossierReceivedLater' },
      { ...voided, payload: { v: 2 } },
      builders.action('OfficialCodeAssigned', { subject: dossier }),
    ];
    expect(collectCodeClaims(others)).toEqual({ used: [], voided: [], kits: [] });
  });

  it('feeds an account that sums to the block', () => {
    const lease = { leaseId: 'a', agencyId: 'H41.26', day: '2026-11-20', from: 1, to: 60 };
    const claims = { ...collectCodeClaims([received, voided, kit]), returned: [] };
    const { counts } = accountForLease(lease, claims, { today: '2026-11-21', deviceLost: false });
    expect(counts).toEqual({ used: 1, void: 1, kit: 2, expired: 56, returned: 0, lost: 0, free: 0 });
  });
});
