import { describe, expect, it } from 'vitest';
import { createBuilders } from '../../tests/support/builders';
import type { Action, KnownKind } from './actions/action';
import { foldDossier } from './dossier-state';
import { buildIndexFields } from './index-fields';
import type { Receipt } from './verdict';

function setUp(seed = 17) {
  const make = createBuilders(seed);
  const subject = { type: 'dossier', id: make.id() } as const;
  const fold = (actions: readonly Action[], receipts: ReadonlyMap<string, Receipt> = make.acceptAll(actions)) =>
    foldDossier({ dossierId: subject.id, actions, receipts });
  const walk = (...kinds: readonly KnownKind[]) => kinds.map((kind) => make.action(kind, { subject }));
  return { make, subject, fold, walk };
}

describe('before reception', () => {
  it('keeps guidance as a closed talk in status 1 with its slip, without a code', () => {
    const { fold, walk } = setUp();
    const [guided] = walk('GuidanceIssued');
    const state = fold(guided ? [guided] : []);
    expect(state).toMatchObject({
      ...{ status: 1, stub: false, isOpen: false, code: null, codes: [], reception: null, endedAt: null, issues: [] },
      ...{ procedureCode: '1.001193', receivingUnitId: 'H41.26', caseId: null, summary: 'Đăng ký khai sinh' },
      guidances: [{ actionId: guided?.id, items: ['Bản chính giấy chứng sinh'], officerId: 'demo-intakeOfficer' }],
    });
    expect(buildIndexFields(state, { legalDue: null })).toMatchObject({
      counterId: 'Q1',
      receivedDay: '',
      isOpen: false,
    });
  });

  it('keeps a refusal in status 3; it ends nothing that was never received', () => {
    const { fold, walk } = setUp();
    const refused = fold(walk('IntakeRefused'));
    expect(refused).toMatchObject({ status: 3, isOpen: false, endedAt: null, codes: [], originalsGivenBack: 2 });
    expect(refused.refusals).toHaveLength(1);
    expect(buildIndexFields(refused, { legalDue: null }).counterId).toBe('Q1');
    expect(fold(walk('GuidanceIssued', 'IntakeRefused'))).toMatchObject({ status: 3, issues: [] });
    expect(fold(walk('OnlineSubmissionArrived', 'IntakeRefused'))).toMatchObject({ status: 3, issues: [] });
  });

  it('waits for an official when a refusal was only proposed', () => {
    const { fold, walk } = setUp();
    expect(fold(walk('RefusalProposed'))).toMatchObject({ status: 1, isOpen: true, stub: false });
    expect(fold(walk('GuidanceIssued', 'RefusalProposed')).isOpen).toBe(true);
    expect(fold(walk('RefusalProposed', 'IntakeRefused'))).toMatchObject({ status: 3, issues: [] });
    expect(fold(walk('RefusalProposed', 'DossierReceived'))).toMatchObject({ status: 2, issues: [] });
  });

  it('receives a dossier after guidance under the slip of the reception', () => {
    const { fold, walk } = setUp();
    const state = fold(walk('GuidanceIssued', 'GuidanceIssued', 'DossierReceived'));
    expect(state).toMatchObject({ status: 2, isOpen: true, caseId: 'default', issues: [] });
    expect(state.guidances).toHaveLength(2);
    expect(buildIndexFields(state, { legalDue: null }).counterId).toBe(state.slip?.book);
  });

  it('starts no clock while the post carries the papers, and counts them once when they are received', () => {
    const { make, subject, fold } = setUp();
    const onBehalfOf = { unitId: 'H41.26', delegationId: 'UQ-01', decisionNo: '15/QĐ-UBND' };
    const collected = make.action('CollectedByPost', { subject, onBehalfOf }, { consignmentNo: 'PG-12' });
    const waiting = fold([collected]);
    expect(waiting).toMatchObject({
      ...{ status: 1, isOpen: true, receivedAt: null, firstDue: null, code: null, codes: ['PG-12'], channel: 'post' },
      ...{ originalsInCustody: 2, feesDue: 8_000 },
      consignment: { consignmentNo: 'PG-12', place: 'Bưu cục Hoa Sơn', at: collected.happenedAt, onBehalfOf },
    });
    const received = make.action('DossierReceived', { subject, deviceId: 'M02' }, { consignmentNo: 'PG-12' });
    const whole = fold([received, collected], make.acceptAll([received, collected]));
    expect(whole).toMatchObject({ status: 2, originalsInCustody: 2, issues: [], receivedAt: received.happenedAt });
    expect(whole.codes).toContain('PG-12');
    expect(whole.timeline.map((entry) => entry.statusAfter)).toEqual([1, 2]);
  });

  it('keeps the intake of a submission when it is accepted, without originals', () => {
    const { fold, walk } = setUp();
    expect(fold(walk('OnlineSubmissionArrived', 'OnlineSubmissionAccepted'))).toMatchObject({
      ...{ status: 2, originalsTaken: 0, land: null, feeWaiver: null, answers: {} },
    });
  });
});

describe('contradicting legal acts', () => {
  const contradictions: readonly (readonly [KnownKind, KnownKind, number])[] = [
    ['Withdrawn', 'OutcomeReady', 7],
    ['OutcomeReady', 'Withdrawn', 9],
    ['ProcessingStopped', 'OutcomeReturned', 8],
    ['OutcomeReturned', 'ProcessingStopped', 10],
    ['OutcomeReturned', 'OutcomeReturned', 10],
    ['ProcessingStopped', 'Withdrawn', 8],
  ];

  it.each(contradictions)('lets %s stand when it was accepted before %s', (first, second, status) => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject });
    const mine = make.action(second, { subject, base: 1 });
    const theirs = make.action(first, { subject, deviceId: 'M02', base: 1 });
    const state = fold([received, theirs, mine]);
    expect(state.status).toBe(status);
    expect(state.issues).toEqual([
      { actionId: mine.id, verdict: 'recheck', cause: 'conflict', whoActs: 'supervisor', resolved: false },
    ]);
    expect(state.timeline.at(-1)?.effect).toBe('applied');
  });

  it('lets the first accepted of refusal and reception stand, and keeps the slip that is out', () => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject });
    const refused = make.action('IntakeRefused', { subject, deviceId: 'M02' });
    const lost = fold([refused, received]);
    expect(lost).toMatchObject({ status: 3, isOpen: false, issues: [{ actionId: received.id, cause: 'conflict' }] });
    expect(lost.slip).not.toBeNull();
    expect(lost.firstDue).not.toBeNull();
    expect(lost.endedAt).toBe(refused.happenedAt);
    const won = fold([received, refused]);
    expect(won).toMatchObject({ status: 2, issues: [{ actionId: refused.id, cause: 'conflict' }] });
    expect(won.refusals).toHaveLength(1);
  });

  it('is a step out of turn, not a contradiction, when the writer had seen what stands', () => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject });
    const withdrawn = make.action('Withdrawn', { subject, deviceId: 'M02', base: 1 });
    const ready = make.action('OutcomeReady', { subject, base: 2 });
    expect(fold([received, withdrawn, ready]).issues).toEqual([]);
    expect(fold([received, withdrawn, ready], make.acceptAll([received, withdrawn])).issues).toMatchObject([
      { actionId: ready.id, cause: 'transition', whoActs: 'officer' },
    ]);
  });

  it('ends handling at the act that stands', () => {
    const { make, subject, fold } = setUp();
    const ends = (...kinds: KnownKind[]) => {
      const actions = ['DossierReceived' as const, ...kinds].map((kind) => make.action(kind, { subject }));
      return [fold(actions).endedAt, actions] as const;
    };
    const at = ([endedAt, actions]: ReturnType<typeof ends>) =>
      actions.findIndex((action) => action.happenedAt === endedAt);
    expect(at(ends('HandedOver'))).toBe(-1);
    expect(at(ends('Withdrawn', 'OutcomeReady'))).toBe(1);
    expect(at(ends('ProcessingStopped', 'OutcomeReady'))).toBe(1);
    expect(at(ends('OutcomeReady', 'OutcomeReturned'))).toBe(1);
    expect(at(ends('OutcomeReturned'))).toBe(1);
  });
});

describe('pauses', () => {
  it('waits in status 6 until every notice is paid, then goes on where it stood', () => {
    const { make, subject, fold } = setUp();
    const start = ['DossierReceived', 'HandedOver'] as const;
    const actions = start.map((kind) => make.action(kind, { subject }));
    const first = make.action('ObligationNotified', { subject });
    const second = make.action('ObligationNotified', { subject });
    const paidOne = make.action('ObligationFulfilled', { subject }, { notificationId: first.id });
    const paidAll = make.action('ObligationFulfilled', { subject });
    const all = [...actions, first, second, paidOne, paidAll];
    const at = (count: number) => fold(all.slice(0, count));
    expect(at(3)).toMatchObject({ status: 6, pausedSince: first.happenedAt });
    expect(at(5)).toMatchObject({ status: 6, pausedSince: second.happenedAt });
    const done = at(6);
    expect(done).toMatchObject({ status: 4, pausedSince: null, issues: [] });
    expect(done.obligations.map((notice) => notice.fulfilled?.actionId)).toEqual([paidOne.id, paidAll.id]);
    expect(done.obligationPayments).toHaveLength(2);
  });

  it('finds a payment that was told before its notice', () => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject });
    const notice = make.action('ObligationNotified', { subject });
    const paid = make.action('ObligationFulfilled', { subject }, { notificationId: notice.id });
    expect(fold([received, paid, notice]).obligations).toMatchObject([{ fulfilled: { actionId: paid.id } }]);
  });

  it('stays with the supplement when a notice comes in between', () => {
    const { fold, walk } = setUp();
    const kinds = ['DossierReceived', 'SupplementRequested', 'ObligationNotified'] as const;
    expect(fold(walk(...kinds)).status).toBe(5);
    expect(fold(walk(...kinds, 'SupplementReceived')).status).toBe(6);
    expect(fold(walk(...kinds, 'SupplementReceived', 'ObligationFulfilled')).status).toBe(2);
  });

  it('keeps ground, writer and answer of a supplement request', () => {
    const { make, subject, fold } = setUp();
    const asked = make.action('SupplementRequested', { subject }, { legalGround: 'Điều 9', answerBy: '2026-12-01' });
    const brought = make.action('SupplementReceived', { subject });
    const state = fold([make.action('DossierReceived', { subject }), asked, brought]);
    expect(state.supplements).toEqual([
      {
        ...{ actionId: asked.id, requestedAt: asked.happenedAt, officerId: 'demo-intakeOfficer' },
        ...{ items: ['Bản chính giấy chứng sinh'], reason: 'thiếu giấy tờ', legalGround: 'Điều 9' },
        ...{ answerBy: '2026-12-01', receivedAt: brought.happenedAt, answerId: brought.id },
      },
    ]);
  });
});

describe('hand-overs, letters and dispatches', () => {
  it('joins a hand-over with the signature under it, and keeps the last one in sight', () => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject });
    const first = make.action('HandedOver', { subject }, { originals: 1 });
    const last = make.action('HandedOver', { subject }, { originals: 5 });
    const signed = make.action('HandoverConfirmed', { subject }, { handoverId: first.id });
    const state = fold([received, first, last, signed]);
    expect(state.handovers.map((one) => one.confirmed?.actionId)).toEqual([signed.id, undefined]);
    expect(state.handover?.actionId).toBe(last.id);
    expect(state).toMatchObject({ originalsInCustody: 2, originalsWithHandler: 2 });
    expect(fold([received, first])).toMatchObject({ originalsWithHandler: 1, originalsInCustody: 2 });
    const files = make.action('HandedOver', { subject }, { medium: 'electronic', originals: 5 });
    expect(fold([received, files]).originalsWithHandler).toBe(0);
  });

  it('counts an apology only when it was delivered', () => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject });
    const letter = make.action('ApologyIssued', { subject });
    const sent = make.action('ApologyDelivered', { subject }, { apologyId: letter.id });
    const stray = make.action('ApologyDelivered', { subject });
    expect(fold([received, letter, stray]).apologies).toMatchObject([{ delivered: null }]);
    expect(fold([received, letter, sent]).apologies).toMatchObject([{ delivered: { actionId: sent.id } }]);
  });

  it('knows which dispatch came back', () => {
    const { make, subject, fold } = setUp();
    const start = (['DossierReceived', 'OutcomeReady'] as const).map((kind) => make.action(kind, { subject }));
    const lost = make.action('OutcomeDispatched', { subject }, { waybill: 'EB1' });
    const back = make.action('DeliveryFailed', { subject }, { waybill: 'EB1' });
    const again = make.action('OutcomeDispatched', { subject }, { waybill: 'EB2' });
    const state = fold([...start, lost, back, again]);
    expect(state.status).toBe(9);
    expect(state.dispatches.map((one) => one.failed?.actionId)).toEqual([back.id, undefined]);
  });

  it('keeps forwardings, and survey answers without the officer', () => {
    const { fold, walk } = setUp();
    const state = fold(walk('DossierReceived', 'Forwarded', 'OutcomeReady', 'OutcomeReturned', 'SurveyAnswered'));
    expect(state.forwardings).toMatchObject([{ purpose: 'taxDetermination' }]);
    expect(state.surveys).toEqual([
      { v: 1, score: 5, topics: ['attitude'], actionId: state.timeline.at(-1)?.action.id, at: state.surveys[0]?.at },
    ]);
  });

  it('puts an act with a deferred approval on the leader’s list', () => {
    const { make, subject, fold } = setUp();
    const approval = { kind: 'deferred', reason: 'chỉ có một người' } as const;
    const asked = make.action('SupplementRequested', { subject }, { approval });
    const extended = make.action(
      'DeadlineExtended',
      { subject },
      { approval: { kind: 'immediate', approverId: 'lãnh đạo' } },
    );
    expect(fold([make.action('DossierReceived', { subject }), asked, extended]).deferredApprovals).toEqual([
      {
        ...{ actionId: asked.id, kind: 'SupplementRequested', at: asked.happenedAt, reason: 'chỉ có một người' },
        ...{ officerId: 'demo-intakeOfficer', deviceId: 'M01' },
      },
    ]);
  });
});

describe('decisions about one field', () => {
  it('keeps both of two extensions that had not seen each other; the first counts until a later one saw both', () => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject });
    const theirs = make.action('DeadlineExtended', { subject, deviceId: 'M02', base: 1 }, { newPromise: 5_000 });
    const mine = make.action('DeadlineExtended', { subject, base: 1 }, { newPromise: 6_000 });
    const both = fold([received, theirs, mine]);
    expect(both).toMatchObject({
      extendedTo: 5_000,
      issues: [{ actionId: mine.id, cause: 'conflict', whoActs: 'officer', resolved: false }],
      fieldConflicts: [{ field: 'promise', otherValue: 6_000, resolved: false }],
    });
    expect(both.extensions.map((one) => one.newPromise)).toEqual([5_000, 6_000]);
    const decided = make.action('DeadlineExtended', { subject, base: 3 }, { newPromise: 7_000 });
    expect(fold([received, theirs, mine, decided])).toMatchObject({ extendedTo: 7_000, issues: [{ resolved: true }] });
  });

  it('keeps both page orders of one paper, and merges those of different papers', () => {
    const { make, subject, fold } = setUp();
    const [p1, p2, p3] = [make.page(), make.page(), make.page()];
    const pages = [
      { paperId: 'form', pages: [p1, p2, p1] },
      { paperId: 'proof', pages: [p3] },
    ];
    const received = make.action('DossierReceived', { subject }, { pages });
    const edit = (deviceId: string, paperId: string, order: (typeof p1)[]) =>
      make.action('PageSetEdited', { subject, deviceId, base: 1 }, { paperId, pages: order });
    const theirs = edit('M02', 'form', [p2, p1]);
    const mine = edit('M01', 'form', [p1]);
    const proof = edit('M03', 'proof', []);
    const state = fold([received, theirs, mine, proof]);
    expect(state.papers.map((paper) => [paper.paperId, paper.pages, paper.leftOut])).toEqual([
      ['form', [p2, p1], []],
      ['proof', [], [p3]],
    ]);
    expect(state.fieldConflicts).toMatchObject([{ field: 'pages:form', otherValue: [p1] }]);
    expect(state.issues.map((issue) => issue.actionId)).toEqual([mine.id]);
  });

  it('puts the last code of a system in force, and keeps every code searchable', () => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject });
    const link = (deviceId: string, base: number, code: string, system = 'civilStatus') =>
      make.action('ExternalCodeLinked', { subject, deviceId, base }, { code, system });
    const actions = [received, link('M01', 1, 'TAM-1'), link('M01', 2, 'HT-1'), link('M02', 1, 'HT-2')];
    const state = fold([...actions, link('M02', 1, 'DC-9', 'land')]);
    expect(state.externalCodes.map(({ code, inForce }) => [code, inForce])).toEqual([
      ['TAM-1', false],
      ['HT-1', true],
      ['HT-2', false],
      ['DC-9', true],
    ]);
    expect(state.codes.slice(1)).toEqual(['TAM-1', 'HT-1', 'HT-2', 'DC-9']);
    expect(state.fieldConflicts).toMatchObject([{ field: 'externalCode:civilStatus', otherValue: 'HT-2' }]);
  });
});
