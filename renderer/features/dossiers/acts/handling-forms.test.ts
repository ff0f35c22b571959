import { describe, expect, it } from 'vitest';
import { buildOfficer, createBuilders, MORNING } from '../../../../tests/support/builders';
import { fromLocal } from '../../../../shared/base/time';
import { payloadSchemas, type KnownKind, type PayloadOf } from '../../../../shared/domain/actions/action';
import { foldDossier, type DossierState } from '../../../../shared/domain/dossier-state';
import { proposalSchema } from '../../../../shared/domain/proposal';
import { type ApprovalContext, askApproval, listApprovers, readApproval, startApproval } from './approval-draft';
import { buildAsked, listOthers } from './ask-items';
import { readStop, startStop } from './ending-drafts';
import {
  chooseHandover,
  hasMismatch,
  readForward,
  readSignature,
  startForward,
  startSignature,
} from './handover-drafts';
import {
  needsApprover,
  readDelivery,
  readExtension,
  readLetter,
  startDelivery,
  startExtension,
  startLetter,
} from './letter-drafts';
import {
  foreseePayment,
  listFilePages,
  listUnpaid,
  readNotice,
  readPayment,
  startNotice,
  startPayment,
} from './obligation-drafts';
import { readPromise, startPromise } from './promise-draft';
import { readRequest, startRequest } from './supplement-drafts';
import {
  buildTalkBase,
  readGuidance,
  readProposedRefusal,
  readRefusal,
  startGuidance,
  startRefusal,
} from './talk-drafts';

type Step = { readonly [K in KnownKind]: readonly [K, Partial<PayloadOf<K>>?] }[KnownKind];

function stateAfter(...steps: readonly Step[]): DossierState {
  const builders = createBuilders(17);
  const dossierId = builders.id();
  const subject = { type: 'dossier', id: dossierId } as const;
  const actions = steps.map(([kind, payload]) => builders.action(kind, { subject }, payload as never));
  return foldDossier({ dossierId, actions, receipts: new Map() });
}

function expectValid(kind: KnownKind, result: { readonly ok: boolean; readonly value?: unknown }): void {
  expect(result.ok).toBe(true);
  expect(payloadSchemas[kind].safeParse(result.value)).toMatchObject({ success: true });
}

function expectTalk(kind: 'GuidanceIssued' | 'RefusalProposed' | 'IntakeRefused', talk: unknown): void {
  const subject = { type: 'dossier', id: '01960000-0000-7000-8000-000000000001' };
  expect(proposalSchema.safeParse({ subject, base: 1, act: { kind, talk } })).toMatchObject({ success: true });
}

const officer = buildOfficer('intakeOfficer');
const leader = { ...buildOfficer('supervisor'), officerId: 'lanh-dao' };
const alone: ApprovalContext = { act: 'secondSupplement', actor: officer, officers: [officer] };
const withLeader: ApprovalContext = { ...alone, officers: [officer, leader] };
const blocking: ApprovalContext = { ...withLeader, act: 'secondExtension' };

describe('an approval', () => {
  it('is a reason for the leader’s list when one person is present', () => {
    const draft = startApproval(alone);
    expect(draft.approvalWay).toBe('deferred');
    expect(readApproval(alone, draft)).toMatchObject({
      ok: false,
      error: { approvalReason: {} },
    });
    expect(readApproval(alone, { ...draft, approvalReason: ' chỉ có một người ' })).toEqual({
      ok: true,
      value: { kind: 'deferred', reason: 'chỉ có một người' },
    });
  });

  it('names a colleague who may approve, never the officer', () => {
    expect(listApprovers(withLeader)).toEqual([leader]);
    const draft = { ...startApproval(withLeader), approvalWay: 'immediate' as const };
    expect(readApproval(withLeader, draft)).toEqual({ ok: true, value: { kind: 'immediate', approverId: 'lanh-dao' } });
    const wrong = (approverId: string) => readApproval(withLeader, { ...draft, approverId });
    expect(wrong('')).toMatchObject({
      error: { approverId: { key: 'dossiers.handling.approval.fault.approvalMissing' } },
    });
    expect(wrong(officer.officerId)).toMatchObject({
      error: { approverId: { key: 'dossiers.handling.approval.fault.ownApproval' } },
    });
    expect(wrong('ai-do')).toMatchObject({
      error: { approverId: { key: 'dossiers.handling.approval.fault.unknownApprover' } },
    });
  });

  it('blocks a second promise without somebody there, and takes the leader’s own word', () => {
    expect(startApproval(blocking)).toMatchObject({ approvalWay: 'immediate', approverId: 'lanh-dao' });
    const later = { ...startApproval(blocking), approvalWay: 'deferred' as const, approvalReason: 'vắng' };
    expect(readApproval(blocking, later)).toMatchObject({
      error: { approverId: { key: 'dossiers.handling.approval.fault.mustBeImmediate' } },
    });
    const own = { ...blocking, actor: leader };
    expect(askApproval(own)).toBe('own');
    expect(readApproval(own, later)).toEqual({ ok: true, value: { kind: 'immediate', approverId: 'lanh-dao' } });
  });
});

describe('a request for papers', () => {
  const published = [
    { id: 'to-khai', name: 'Tờ khai', onFile: true },
    { id: 'gcs', name: 'Giấy chứng sinh', onFile: false },
  ];
  const draft = { ...startRequest([]), items: 'tờ khai\nGiấy chứng sinh\nĐơn xin xác nhận', reason: 'mờ' };

  it('knows which lines are on the published list, and why a paper on file is asked again', () => {
    expect(listOthers(draft.items, published)).toEqual(['Đơn xin xác nhận']);
    expect(buildAsked(draft, 'mờ', published)).toEqual([
      { paperId: 'to-khai', name: 'Tờ khai', repeatReason: 'mờ' },
      { paperId: 'gcs', name: 'Giấy chứng sinh' },
    ]);
  });

  it('asks for a paper beside the list only with a legal ground', () => {
    const others = { ...draft, othersAre: 'papers' as const };
    expect(readRequest(others, { published, approval: null })).toMatchObject({ ok: false, error: { ground: {} } });
    const grounded = readRequest({ ...others, ground: 'Điều 9' }, { published, approval: null });
    expectValid('SupplementRequested', grounded);
    expect(grounded).toMatchObject({
      value: { askedPapers: [{}, {}, { name: 'Đơn xin xác nhận', ground: 'Điều 9' }] },
    });
  });

  it('needs ground and approval the second time', () => {
    const second = { published, approval: withLeader };
    const asked = { ...draft, ...startRequest([], withLeader), items: 'Tờ khai', reason: 'mờ' };
    expect(readRequest(asked, second)).toMatchObject({ ok: false, error: { legalGround: {}, approvalReason: {} } });
    const whole = readRequest({ ...asked, legalGround: 'Điều 9', approvalReason: 'vắng' }, second);
    expectValid('SupplementRequested', whole);
    expect(whole).toMatchObject({ value: { approval: { kind: 'deferred', reason: 'vắng' }, legalGround: 'Điều 9' } });
  });
});

describe('an obligation', () => {
  const notice: Step = ['ObligationNotified', { noticeNo: '12/TB', amount: 1_500_000 }];

  it('is a notice with number and sender, the tax authority by itself', () => {
    const state = stateAfter(['DossierReceived'], ['Forwarded', { to: 'Thuế cơ sở 3' }]);
    const draft = startNotice(state);
    expect(draft.issuedBy).toBe('Thuế cơ sở 3');
    expect(readNotice(draft)).toMatchObject({ ok: false, error: { noticeNo: {} } });
    expectValid('ObligationNotified', readNotice({ ...draft, noticeNo: '12/TB', amount: 500, dueDay: '2026-12-01' }));
  });

  it('is paid by a voucher that is not of tomorrow', () => {
    const state = stateAfter(['DossierReceived'], notice);
    const draft = { ...startPayment(state, MORNING), voucherNo: 'GNT-7' };
    expect(draft.notificationId).toBe(listUnpaid(state)[0]?.actionId);
    expectValid('ObligationFulfilled', readPayment(draft, MORNING));
    expect(readPayment({ ...draft, paidOn: '2099-01-01' }, MORNING)).toMatchObject({ error: { paidOn: {} } });
    expect(readPayment({ ...draft, voucherNo: ' ' }, MORNING)).toMatchObject({ error: { voucherNo: {} } });
  });

  it('foresees nothing where the rules are not here, and changes nothing by looking', () => {
    const state = stateAfter(['DossierReceived'], notice);
    const seen = foreseePayment(state, startPayment(state, MORNING), { rules: undefined, at: MORNING });
    expect(seen.legal).toBeNull();
    expect(listUnpaid(state)).toHaveLength(1);
  });

  it('is shown by a page on file', () => {
    const pages = stateAfter(['DossierReceived']).papers.flatMap((paper) => paper.pages);
    expect(pages.length).toBeGreaterThan(0);
    expect(listFilePages(stateAfter(['DossierReceived'])).map((page) => page.sha256)).toEqual(
      pages.map((page) => page.sha256),
    );
  });
});

describe('a hand-over', () => {
  const state = stateAfter(['DossierReceived'], ['HandedOver', { originals: 2 }]);

  it('is signed for with what was on its list; a difference is put into words', () => {
    const draft = { ...startSignature(state), receivedBy: 'Bùi Thị Thảo' };
    expect(draft.originals).toBe(2);
    expectValid('HandoverConfirmed', readSignature(state, draft));
    const fewer = { ...draft, originals: 1 };
    expect(hasMismatch(state, fewer)).toBe(true);
    expect(readSignature(state, fewer)).toMatchObject({ ok: false, error: { mismatch: {} } });
    expectValid('HandoverConfirmed', readSignature(state, { ...fewer, mismatch: 'thiếu một bản' }));
    expect(chooseHandover(state, fewer, draft.handoverId).originals).toBe(2);
    expect(readSignature(state, { ...draft, receivedBy: '' })).toMatchObject({ error: { receivedBy: {} } });
  });

  it('goes on to a body that must be named', () => {
    expect([true, false].map((tax) => startForward(state, tax).purpose)).toEqual(['taxDetermination', 'consultation']);
    expect(readForward(startForward(state, false))).toMatchObject({ ok: false, error: { to: {} } });
    expectValid('Forwarded', readForward({ ...startForward(state, true), to: 'Thuế cơ sở 3', documentNo: '7/PC' }));
  });
});

describe('a new promise', () => {
  const typed = { promiseDay: '2026-12-01', promiseTime: '1630' };

  it('is a day and an hour', () => {
    const at = fromLocal('2026-12-01', '16:30');
    expect(readPromise(typed)).toEqual({ ok: true, value: at });
    expect(startPromise(at)).toEqual({ promiseDay: '2026-12-01', promiseTime: '16:30' });
    expect(readPromise(startPromise(null))).toMatchObject({ ok: false, error: { promiseDay: {}, promiseTime: {} } });
  });

  it('of an extension has a reason, and from the second on an approver who is there', () => {
    const state = stateAfter(['DossierReceived']);
    const draft = { ...startExtension(state, undefined, { approval: null }), ...typed };
    expect(readExtension(draft, { approval: null })).toMatchObject({ ok: false, error: { reason: {} } });
    expectValid('DeadlineExtended', readExtension({ ...draft, reason: 'chờ' }, { approval: null }));
    expect([needsApprover([]), needsApprover([1])]).toEqual([false, true]);
    const nobody: ApprovalContext = { ...blocking, officers: [officer] };
    const second = { ...startExtension(state, undefined, { approval: nobody }), ...typed, reason: 'chờ' };
    expect(readExtension(second, { approval: nobody })).toMatchObject({ ok: false, error: { approverId: {} } });
    const approved = readExtension({ ...second, ...startApproval(blocking) }, { approval: blocking });
    expectValid('DeadlineExtended', approved);
    expect(approved).toMatchObject({ value: { approval: { kind: 'immediate', approverId: 'lanh-dao' } } });
  });

  it('of a letter is signed, and the extension goes on with it', () => {
    const draft = { ...startLetter(undefined, { approval: null, now: MORNING }), ...typed, reason: 'chờ xác minh' };
    expect(readLetter(draft, { approval: null })).toMatchObject({ ok: false, error: { signedBy: {} } });
    expectValid('ApologyIssued', readLetter({ ...draft, signedBy: 'Chủ tịch' }, { approval: null }));
    const newPromise = fromLocal('2026-12-01', '16:30');
    const state = stateAfter(['DossierReceived'], ['ApologyIssued', { newPromise }]);
    expect(startExtension(state, undefined, { approval: null })).toMatchObject({
      promiseDay: '2026-12-01',
      promiseTime: '16:30',
    });
  });

  it('reaches the citizen with a proof', () => {
    const state = stateAfter(['DossierReceived'], ['ApologyIssued']);
    const draft = startDelivery(state);
    expect(draft.apologyId).toBe(state.apologies[0]?.actionId);
    expect(readDelivery(draft)).toMatchObject({ ok: false, error: { proof: {} } });
    expectValid('ApologyDelivered', readDelivery({ ...draft, proof: 'ký nhận' }));
  });
});

describe('a stop', () => {
  it('says why, and how many originals went back', () => {
    const draft = startStop(stateAfter(['DossierReceived']));
    expect(readStop(draft)).toMatchObject({ ok: false, error: { reason: {} } });
    expectValid('ProcessingStopped', readStop({ ...draft, reason: 'công dân không bổ sung', decisionNo: '5/TB' }));
  });
});

describe('a talk before reception', () => {
  const state = stateAfter(['OnlineSubmissionArrived']);
  const base = buildTalkBase(state, 'Đăng ký khai sinh');

  it('ends with a refusal of law, or the proposal of one', () => {
    const draft = startRefusal(state);
    expect(readRefusal(draft, base)).toMatchObject({ ok: false, error: { reason: {}, legalGround: {} } });
    const typed = { ...draft, reason: 'không thuộc thẩm quyền', legalGround: 'Điều 5' };
    const [refused, proposed] = [readRefusal(typed, base), readProposedRefusal(typed, base)];
    expectTalk('IntakeRefused', refused.ok && refused.value);
    expectTalk('RefusalProposed', proposed.ok && proposed.value);
    expect(readRefusal(typed, undefined)).toMatchObject({
      error: { reason: { key: 'dossiers.handling.talk.incomplete' } },
    });
  });

  it('goes on with what the post proposed', () => {
    const proposed = stateAfter(['RefusalProposed', { reason: 'sai thẩm quyền', legalGround: 'Điều 5' }]);
    expect(startRefusal(proposed)).toMatchObject({ reason: 'sai thẩm quyền', legalGround: 'Điều 5' });
  });

  it('guides to what is missing', () => {
    const draft = { ...startGuidance(['Giấy chứng sinh']), reason: 'thiếu' };
    const guided = readGuidance(draft, base, []);
    expectTalk('GuidanceIssued', guided.ok && guided.value);
    expect(readGuidance({ ...draft, items: ' ' }, base, [])).toMatchObject({ ok: false, error: { items: {} } });
    expect(buildTalkBase(stateAfter(['HandedOver']), '')).toBeUndefined();
  });
});
