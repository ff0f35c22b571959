import { describe, expect, it } from 'vitest';
import { deferred, done, immediate, missing, noon, notFound, setUp } from '../../tests/support/act-content-kit';
import { buildDelegation, buildOfficer } from '../../tests/support/builders';
import type { Action, PayloadOf } from './actions/action';

describe('canApply on signatures and letters', () => {
  it('signs a hand-over it knows, once, and names what differs', () => {
    const { received, act, ask } = setUp();
    const list = act('HandedOver', { originals: 2 });
    const sign = (actions: Action[], told: Partial<PayloadOf<'HandoverConfirmed'>>) =>
      ask(actions, 'HandoverConfirmed', { handoverId: list.id, ...told });
    expect(sign([received, list], {})).toBe('ok');
    expect(sign([received, list], { originals: 1 })).toEqual(missing('mismatch'));
    expect(sign([received, list], { originals: 1, mismatch: 'thiếu một bản' })).toBe('ok');
    expect(sign([received, list], { handoverId: received.id })).toEqual(notFound('handover'));
    const signed = [received, list, act('HandoverConfirmed', { handoverId: list.id })];
    expect(sign(signed, {})).toEqual(done);
    expect(ask(signed, 'HandoverConfirmed', undefined)).toEqual(done);
    expect(sign([], {})).toBe('ok');
    expect(ask([], 'HandoverConfirmed', undefined)).toBe('ok');
  });

  it('takes one letter for one delay: another only when the citizen has it and its promise has passed', () => {
    const { received, act, ask } = setUp();
    const letter = act('ApologyIssued', { newPromise: noon - 1 });
    const sent = [received, letter, act('ApologyDelivered', { apologyId: letter.id })];
    const next = { newPromise: noon + 1 };
    expect(ask([received], 'ApologyIssued', next)).toBe('ok');
    expect(ask([received, letter], 'ApologyIssued', undefined)).toEqual(done);
    expect(ask([received, letter], 'ApologyIssued', { ...next, approval: immediate })).toEqual(done);
    expect(ask(sent, 'ApologyIssued', undefined)).toBe('ok');
    expect(ask(sent, 'ApologyIssued', undefined, { happenedAt: noon - 1, backEntry: { reason: 'line' } })).toEqual(
      done,
    );
  });

  it('promises a second time only with an approver who is there', () => {
    const { received, act, ask } = setUp();
    const letter = act('ApologyIssued', { newPromise: noon - 1 });
    const sent = [received, letter, act('ApologyDelivered', { apologyId: letter.id })];
    const next = { newPromise: noon + 1 };
    expect(ask(sent, 'ApologyIssued', next)).toEqual(missing('immediateApproval'));
    expect(ask(sent, 'ApologyIssued', { ...next, approval: deferred })).toEqual(missing('immediateApproval'));
    expect(ask(sent, 'ApologyIssued', { ...next, approval: immediate })).toBe('ok');
  });

  it('promises nothing that has passed already', () => {
    const { received, ask } = setUp();
    const passed = { kind: 'promiseNotLater', than: noon };
    expect(ask([received], 'ApologyIssued', { newPromise: noon })).toEqual(passed);
    expect(ask([received], 'ApologyIssued', { newPromise: noon + 1 })).toBe('ok');
  });

  it('delivers a letter it knows, once', () => {
    const { received, act, ask } = setUp();
    const letter = act('ApologyIssued');
    const deliver = (actions: Action[], apologyId?: string) =>
      ask(actions, 'ApologyDelivered', apologyId === undefined ? undefined : { apologyId });
    expect(deliver([received])).toEqual(notFound('apology'));
    expect(deliver([received, letter])).toBe('ok');
    expect(deliver([received, letter], letter.id)).toBe('ok');
    expect(deliver([received, letter], received.id)).toEqual(notFound('apology'));
    const sent = [received, letter, act('ApologyDelivered', { apologyId: letter.id })];
    expect(deliver(sent, letter.id)).toEqual(done);
    expect(deliver(sent)).toEqual(done);
  });
});

describe('canApply before reception', () => {
  it('lets guidance, refusal and consignment begin a dossier, each once but guidance', () => {
    const { act, ask } = setUp();
    for (const kind of ['GuidanceIssued', 'RefusalProposed', 'IntakeRefused', 'CollectedByPost'] as const) {
      expect(ask([], kind, {})).toBe('ok');
    }
    expect(ask([act('GuidanceIssued')], 'GuidanceIssued', {})).toBe('ok');
    expect(ask([act('RefusalProposed')], 'RefusalProposed', {})).toEqual(done);
    expect(ask([act('IntakeRefused')], 'IntakeRefused', {})).toEqual(done);
    expect(ask([act('IntakeRefused')], 'DossierReceived', {})).toEqual({ kind: 'closed' });
    expect(ask([act('CollectedByPost')], 'CollectedByPost', {})).toEqual(done);
    expect(ask([act('OnlineSubmissionArrived')], 'CollectedByPost', {})).toEqual({ kind: 'status', status: 1 });
    expect(ask([act('OnlineSubmissionArrived')], 'GuidanceIssued', {})).toBe('ok');
    expect(ask([act('GuidanceIssued')], 'DossierReceived', {})).toBe('ok');
    expect(ask([act('GuidanceIssued')], 'OnlineSubmissionAccepted', {})).toEqual(notFound('submission'));
  });

  it('does none of them after a reception, but takes what preceded it and is told late', () => {
    const { received, ask } = setUp();
    const times = (happenedAt: number) => ({ happenedAt, backEntry: { reason: 'line' as const } });
    for (const kind of ['GuidanceIssued', 'CollectedByPost'] as const) {
      expect(ask([received], kind, {})).toEqual(done);
      expect(ask([received], kind, {}, times(received.happenedAt + 1))).toEqual(done);
      expect(ask([received], kind, {}, times(received.happenedAt))).toBe('ok');
    }
    for (const kind of ['IntakeRefused', 'RefusalProposed', 'DossierReceived'] as const) {
      expect(ask([received], kind, {}, times(received.happenedAt - 1))).toEqual(done);
    }
  });

  it('receives papers of the post only under their own consignment slip', () => {
    const { act, ask } = setUp();
    const collected = [act('CollectedByPost', { consignmentNo: 'PG-1' })];
    expect(ask(collected, 'DossierReceived', { consignmentNo: 'PG-1' })).toBe('ok');
    expect(ask(collected, 'DossierReceived', {})).toBe('ok');
    expect(ask(collected, 'DossierReceived', { consignmentNo: 'PG-2' })).toEqual(notFound('consignment'));
    expect(ask([], 'DossierReceived', { consignmentNo: 'PG-2' })).toBe('ok');
    expect(ask([act('GuidanceIssued')], 'DossierReceived', { consignmentNo: 'PG-2' })).toBe('ok');
  });

  it('takes one submission of the portal', () => {
    const { act, ask } = setUp();
    const system = { kind: 'permission', role: 'intakeOfficer' };
    expect(ask([], 'OnlineSubmissionArrived', {})).toEqual(system);
    expect(ask([act('OnlineSubmissionArrived')], 'OnlineSubmissionArrived', {})).toEqual(system);
  });

  it('holds what begins a dossier against the delegation, by what it says itself', () => {
    const { make, ask } = setUp();
    const only = (procedures: string[]) =>
      buildOfficer('postalOfficer', { delegation: buildDelegation({ procedures }) });
    const other = { kind: 'delegation', why: 'procedure' };
    expect(ask([], 'GuidanceIssued', {}, { actor: only(['1.001193']) })).toBe('ok');
    expect(ask([], 'GuidanceIssued', {}, { actor: only(['2.000815']) })).toEqual(other);
    expect(ask([], 'CollectedByPost', {}, { actor: only(['1.001193']) })).toBe('ok');
    expect(ask([], 'CollectedByPost', {}, { actor: only(['2.000815']) })).toEqual(other);
    const elsewhere = { intake: make.intake({ receivingUnitId: 'H41.99' }) };
    expect(ask([], 'CollectedByPost', elsewhere, { actor: only([]) })).toEqual({ kind: 'delegation', why: 'missing' });
    expect(ask([], 'IntakeRefused', {}, { actor: only([]) })).toEqual({ kind: 'permission', role: 'postalOfficer' });
    expect(ask([], 'RefusalProposed', {}, { actor: only([]) })).toBe('ok');
  });
});
