import { describe, expect, it } from 'vitest';
import { deferred, done, immediate, missing, noon, notFound, setUp } from '../../tests/support/act-content-kit';
import { buildOfficer } from '../../tests/support/builders';
import { fromLocal } from '../base/time';
import type { Action, PayloadOf } from './actions/action';
import { foldDossier } from './dossier-state';

describe('canApply on supplements and extensions', () => {
  it('lets the first request pass; the second needs legal ground and an approval, now or at the close', () => {
    const { received, act, ask } = setUp();
    expect(ask([received], 'SupplementRequested', {})).toBe('ok');
    const once = [received, act('SupplementRequested'), act('SupplementReceived')];
    const legalGround = 'Điều 9 NĐ 118/2025';
    expect(ask(once, 'SupplementRequested', undefined)).toBe('ok');
    expect(ask(once, 'SupplementRequested', {})).toEqual(missing('legalGround'));
    expect(ask(once, 'SupplementRequested', { approval: immediate })).toEqual(missing('legalGround'));
    expect(ask(once, 'SupplementRequested', { legalGround })).toEqual(missing('approval'));
    expect(ask(once, 'SupplementRequested', { legalGround, approval: deferred })).toBe('ok');
    expect(ask(once, 'SupplementRequested', { legalGround, approval: immediate })).toBe('ok');
  });

  it('does not take one’s own word for an approval, unless one may approve', () => {
    const { received, act, ask } = setUp();
    const once = [received, act('SupplementRequested'), act('SupplementReceived')];
    const own = (approverId: string) => ({
      legalGround: 'Điều 9',
      approval: { kind: 'immediate' as const, approverId },
    });
    expect(ask(once, 'SupplementRequested', own('demo-intakeOfficer'))).toEqual(missing('approval'));
    const actor = buildOfficer('supervisor');
    expect(ask(once, 'SupplementRequested', own('demo-supervisor'), { actor })).toBe('ok');
  });

  it('lets the first extension pass; the second needs somebody who approves on the spot', () => {
    const { received, act, ask } = setUp();
    const newPromise = fromLocal('2026-12-20', '08:00');
    expect(ask([received], 'DeadlineExtended', { newPromise })).toBe('ok');
    const once = [received, act('DeadlineExtended', { newPromise: newPromise - 1 })];
    expect(ask(once, 'DeadlineExtended', undefined)).toBe('ok');
    expect(ask(once, 'DeadlineExtended', { newPromise })).toEqual(missing('immediateApproval'));
    expect(ask(once, 'DeadlineExtended', { newPromise, approval: deferred })).toEqual(missing('immediateApproval'));
    expect(ask(once, 'DeadlineExtended', { newPromise, approval: immediate })).toBe('ok');
  });

  it('wants every promise behind the one before it and behind the act', () => {
    const { received, act, ask } = setUp();
    const promisedAt =
      foldDossier({
        dossierId: received.subject.type === 'dossier' ? received.subject.id : '',
        actions: [received],
        receipts: new Map(),
      }).promisedAt ?? 0;
    expect(promisedAt).toBeGreaterThan(noon);
    const late = { kind: 'promiseNotLater', than: promisedAt };
    expect(ask([received], 'DeadlineExtended', { newPromise: promisedAt })).toEqual(late);
    expect(ask([received], 'DeadlineExtended', { newPromise: promisedAt + 1 })).toBe('ok');
    const later = promisedAt + 500;
    const extended = act('DeadlineExtended', { newPromise: later });
    const approval = immediate;
    expect(ask([received, extended], 'DeadlineExtended', { newPromise: later, approval })).toEqual({
      kind: 'promiseNotLater',
      than: later,
    });
    const at = promisedAt + 9_000;
    const when = { at, happenedAt: at };
    expect(ask([received], 'DeadlineExtended', { newPromise: at }, when)).toEqual({
      kind: 'promiseNotLater',
      than: at,
    });
    expect(ask([received], 'DeadlineExtended', { newPromise: at + 1 }, when)).toBe('ok');
  });
});

describe('canApply on money', () => {
  it('cancels a collection that stands, once', () => {
    const { received, act, ask } = setUp();
    const fee = act('FeeCollected');
    expect(ask([received], 'FeeCancelled', undefined)).toEqual(notFound('collection'));
    expect(ask([received], 'FeeCancelled', { collectionId: fee.id })).toEqual(notFound('collection'));
    expect(ask([received, fee], 'FeeCancelled', undefined)).toBe('ok');
    expect(ask([received, fee], 'FeeCancelled', { collectionId: fee.id })).toBe('ok');
    const cancelled = [received, fee, act('FeeCancelled', { collectionId: fee.id })];
    expect(ask(cancelled, 'FeeCancelled', undefined)).toEqual(done);
    expect(ask(cancelled, 'FeeCancelled', { collectionId: fee.id })).toEqual(done);
    const refunded = [received, fee, act('FeeRefunded', { collectionId: fee.id })];
    expect(ask(refunded, 'FeeCancelled', { collectionId: fee.id })).toEqual(done);
  });

  it('waives a fee by its law and with an approval, at the close at the latest', () => {
    const { received, ask } = setUp();
    const waiver = { ground: 'Điều 10 NQ 12' };
    expect(ask([received], 'FeeCollected', { method: 'waived' })).toEqual(missing('waiverGround'));
    expect(ask([received], 'FeeCollected', { method: 'waived', waiver })).toEqual(missing('approval'));
    expect(ask([received], 'FeeCollected', { method: 'waived', waiver, approval: deferred })).toBe('ok');
    expect(ask([received], 'FeeCollected', { method: 'waived', waiver, approval: immediate })).toBe('ok');
    const leader = { actor: buildOfficer('supervisor') };
    expect(ask([received], 'FeeCollected', { method: 'waived', waiver }, leader)).toBe('ok');
  });

  it('needs somebody who approves on the spot when the cash was handed in', () => {
    const { received, act, ask } = setUp();
    const fee = act('FeeCollected');
    const transfer = act('FeeCollected', { method: 'transfer' });
    const cancel = (one: Action, cashHandedInAt: number, approval?: typeof immediate | typeof deferred) =>
      ask(
        [received, fee, transfer],
        'FeeCancelled',
        { collectionId: one.id, ...(approval ? { approval } : {}) },
        { cashHandedInAt },
      );
    expect(cancel(fee, fee.happenedAt - 1)).toBe('ok');
    expect(cancel(fee, fee.happenedAt)).toEqual(missing('immediateApproval'));
    expect(cancel(fee, fee.happenedAt, deferred)).toEqual(missing('immediateApproval'));
    expect(cancel(fee, fee.happenedAt, immediate)).toBe('ok');
    expect(cancel(transfer, transfer.happenedAt)).toBe('ok');
  });

  it('refunds no more than was taken, by ledger, also after the end', () => {
    const { received, act, ask } = setUp();
    const fee = act('FeeCollected');
    const post = act('FeeCollected', { lines: [{ ledger: 'postalCharge', name: 'Cước', amount: 30_000 }] });
    const lines = (ledger: 'stateFee' | 'postalCharge', amount: number) => ({ lines: [{ ledger, name: 'x', amount }] });
    const ended = [received, fee, post, act('Withdrawn')];
    expect(ask([received], 'FeeRefunded', undefined)).toEqual(notFound('collection'));
    expect(ask([received, post], 'FeeRefunded', undefined)).toBe('ok');
    expect(ask(ended, 'FeeRefunded', lines('stateFee', 8_000))).toBe('ok');
    expect(ask(ended, 'FeeRefunded', lines('stateFee', 8_001))).toEqual({ kind: 'exceedsCollected', left: 8_000 });
    expect(ask(ended, 'FeeRefunded', lines('postalCharge', 30_000))).toBe('ok');
    expect(ask(ended, 'FeeRefunded', lines('postalCharge', 30_001))).toEqual({
      kind: 'exceedsCollected',
      left: 30_000,
    });
    const back = [...ended, act('FeeRefunded')];
    expect(ask(back, 'FeeRefunded', lines('stateFee', 1))).toEqual({ kind: 'exceedsCollected', left: 0 });
    expect(ask(ended, 'FeeRefunded', { collectionId: fee.id })).toBe('ok');
    expect(ask(ended, 'FeeRefunded', { collectionId: received.id })).toEqual(notFound('collection'));
    const cancelled = [received, fee, post, act('FeeCancelled', { collectionId: fee.id })];
    expect(ask(cancelled, 'FeeRefunded', { collectionId: fee.id })).toEqual(done);
  });

  it('takes money before reception only with papers the post carries', () => {
    const { act, ask } = setUp();
    expect(ask([act('CollectedByPost')], 'FeeCollected', {})).toBe('ok');
    expect(ask([act('GuidanceIssued')], 'FeeCollected', {})).toEqual({ kind: 'status', status: 1 });
  });

  it('settles a notice it knows, once', () => {
    const { received, act, ask } = setUp();
    const notice = act('ObligationNotified');
    const pay = (actions: Action[], notificationId: string) => ask(actions, 'ObligationFulfilled', { notificationId });
    expect(ask([received, notice], 'ObligationFulfilled', {})).toBe('ok');
    expect(pay([received, notice], notice.id)).toBe('ok');
    expect(pay([received, notice], received.id)).toEqual(notFound('obligation'));
    const other = act('ObligationNotified');
    const paid = act('ObligationFulfilled', { notificationId: notice.id });
    expect(pay([received, notice, other, paid], notice.id)).toEqual(done);
    expect(pay([], notice.id)).toBe('ok');
  });
});

describe('canApply on papers and results', () => {
  it('detaches and orders only what is on file', () => {
    const { make, received, act, ask } = setUp();
    const none = act('DossierReceived', { papers: [], pages: [] });
    expect(ask([received], 'PaperDetached', { paperId: 'form' })).toBe('ok');
    expect(ask([received], 'PaperDetached', { paperId: 'nowhere' })).toEqual(notFound('paper'));
    expect(ask([received], 'PaperDetached', undefined)).toBe('ok');
    expect(ask([none], 'PaperDetached', undefined)).toEqual(notFound('paper'));
    expect(ask([none], 'PageSetEdited', undefined)).toEqual(notFound('paper'));
    expect(ask([received], 'PageSetEdited', undefined)).toBe('ok');
    expect(ask([received], 'PageSetEdited', { paperId: 'nowhere' })).toEqual(notFound('paper'));
    const page = make.page();
    const scanned = act('DossierReceived', { pages: [{ paperId: 'form', pages: [page] }] });
    const emptied = act('PageSetEdited', { paperId: 'form', pages: [] });
    expect(ask([scanned], 'PageSetEdited', { paperId: 'form', pages: [page] })).toBe('ok');
    expect(ask([scanned, emptied], 'PageSetEdited', { paperId: 'form', pages: [page] })).toBe('ok');
    expect(ask([scanned], 'PageSetEdited', { paperId: 'form', pages: [page, make.page()] })).toEqual(notFound('page'));
  });

  it('never takes an incoming paper for a result, also one taken off the list or left out', () => {
    const { make, act, ask } = setUp();
    const [a, b, c] = [make.page(), make.page(), make.page()];
    const received = act('DossierReceived', {
      pages: [
        { paperId: 'form', pages: [a, b] },
        { paperId: 'proof', pages: [c] },
      ],
    });
    const notice = act('ObligationNotified', { fileSha256: 'cd'.repeat(32) });
    const paid = act('ObligationFulfilled', { fileSha256: 'ef'.repeat(32) });
    const history = [
      ...[received, act('PaperDetached', { paperId: 'proof' })],
      ...[act('PageSetEdited', { paperId: 'form', pages: [a] }), notice, paid],
    ];
    const result = (told: Partial<PayloadOf<'OutcomeReady'>>) =>
      ask(history, 'OutcomeReady', { form: 'scanned', ...told });
    const incoming = [a.sha256, b.sha256, c.sha256, 'cd'.repeat(32), 'ef'.repeat(32)];
    for (const fileSha256 of incoming) expect(result({ fileSha256 })).toEqual({ kind: 'incomingPaper' });
    expect(result({ pages: [make.page(), a] })).toEqual({ kind: 'incomingPaper' });
    expect(result({ pages: [make.page()], fileSha256: '12'.repeat(32) })).toBe('ok');
    expect(result({})).toBe('ok');
  });

  it('asks why a result is on paper only, and takes one result', () => {
    const { make, received, act, ask } = setUp();
    const { paperOnlyReason, ...bare } = make.payload('OutcomeReady');
    const state = foldDossier({
      dossierId: received.subject.type === 'dossier' ? received.subject.id : '',
      actions: [received],
      receipts: new Map(),
    });
    expect(ask([received], 'OutcomeReady', {}, { state, payload: bare })).toEqual(missing('paperOnlyReason'));
    expect(ask([received], 'OutcomeReady', { paperOnlyReason: paperOnlyReason ?? '' })).toBe('ok');
    const returned = [received, act('OutcomeReturned')];
    expect(ask(returned, 'OutcomeReady', {})).toBe('ok');
    expect(ask([...returned, act('OutcomeReady')], 'OutcomeReady', {})).toEqual(done);
  });

  it('sends a result once, and once more when it came back', () => {
    const { received, act, ask } = setUp();
    const ready = [received, act('OutcomeReady')];
    const sent = [...ready, act('OutcomeDispatched', { waybill: 'EB1' })];
    const back = [...sent, act('DeliveryFailed', { waybill: 'EB1' })];
    expect(ask(ready, 'OutcomeDispatched', {})).toBe('ok');
    expect(ask(sent, 'OutcomeDispatched', {})).toEqual(done);
    expect(ask(back, 'OutcomeDispatched', {})).toBe('ok');
    expect(ask(ready, 'DeliveryFailed', undefined)).toEqual(notFound('dispatch'));
    expect(ask(sent, 'DeliveryFailed', undefined)).toBe('ok');
    expect(ask(sent, 'DeliveryFailed', { waybill: 'EB1' })).toBe('ok');
    expect(ask(sent, 'DeliveryFailed', { waybill: 'EB2' })).toEqual(notFound('dispatch'));
    expect(ask(back, 'DeliveryFailed', { waybill: 'EB1' })).toEqual(done);
    expect(ask([], 'DeliveryFailed', {})).toBe('ok');
  });

  it('asks the citizen once, and links a code once', () => {
    const { received, act, ask } = setUp();
    const ended = [received, act('OutcomeReady'), act('OutcomeReturned')];
    expect(ask(ended, 'SurveyAnswered', {})).toBe('ok');
    expect(ask([...ended, act('SurveyAnswered')], 'SurveyAnswered', {})).toEqual(done);
    const linked = [received, act('ExternalCodeLinked', { code: 'HT-1' })];
    expect(ask(linked, 'ExternalCodeLinked', { code: 'HT-1' })).toEqual(done);
    expect(ask(linked, 'ExternalCodeLinked', { code: 'HT-2' })).toBe('ok');
    expect(ask(linked, 'ExternalCodeLinked', { code: 'HT-1', system: 'land' })).toBe('ok');
    const replaced = [...linked, act('ExternalCodeLinked', { code: 'HT-2' })];
    expect(ask(replaced, 'ExternalCodeLinked', { code: 'HT-1' })).toBe('ok');
  });
});
