import { describe, expect, it } from 'vitest';
import { createBuilders } from '../../tests/support/builders';
import { isDecision } from './action-nature';
import type { Action } from './actions/action';
import { foldDossier } from './dossier-state';
import type { Receipt, Verdict } from './verdict';

function setUp() {
  const make = createBuilders(20);
  const subject = { type: 'dossier', id: make.id() } as const;
  const fold = (actions: readonly Action[], receipts: ReadonlyMap<string, Receipt>) =>
    foldDossier({ dossierId: subject.id, actions, receipts });
  return { make, subject, fold };
}

describe('facts and decisions', () => {
  it('are told apart by kind', () => {
    const { make, subject } = setUp();
    const decisions = [
      'DetailsCorrected',
      'PaperDetached',
      'PageSetEdited',
      'FeeCancelled',
      'DeadlineExtended',
    ] as const;
    for (const kind of [...decisions, 'RefusalProposed', 'ExternalCodeLinked', 'HandoverConfirmed'] as const) {
      expect(isDecision(make.action(kind, { subject }), [])).toBe(true);
    }
    for (const kind of [
      'DossierReceived',
      'GuidanceIssued',
      'FeeRefunded',
      'ApologyIssued',
      'IntakeRefused',
    ] as const) {
      expect(isDecision(make.action(kind, { subject }), [])).toBe(false);
    }
    expect(isDecision({ ...make.action('FeeCancelled', { subject }), kind: 'ParcelWeighed' }, [])).toBe(false);
  });

  it('a refused signature leaves the fold under another’s list and stays under one’s own', () => {
    const { make, subject, fold } = setUp();
    const verdict: Verdict = { type: 'refused', cause: 'permission', whoActs: 'supervisor' };
    const received = make.action('DossierReceived', { subject });
    const list = make.action('HandedOver', { subject, officerId: 'o-1' });
    const sign = (officerId: string) =>
      make.action('HandoverConfirmed', { subject, officerId }, { handoverId: list.id });
    const state = (signed: Action) => {
      const receipts = make.acceptAll([received, list]);
      return fold([received, list, signed], receipts.set(signed.id, make.receipt(signed, { pos: 3, verdict })));
    };
    const theirs = sign('o-2');
    expect(state(theirs)).toMatchObject({ handoverSignatures: [], refusedActionIds: [theirs.id] });
    const own = sign('o-1');
    expect(state(own)).toMatchObject({ handoverSignatures: [{ actionId: own.id }], refusedActionIds: [] });
    expect(isDecision(own, [{ ...list, kind: 'PaperAttached' }])).toBe(true);
  });
});
