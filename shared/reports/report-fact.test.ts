import { describe, expect, it } from 'vitest';
import { createBuilders, type ActionParts } from '../../tests/support/builders';
import { anyFactRules, procedureOf } from '../../tests/support/report-kit';
import { at } from '../../tests/support/deadline-kit';
import type { Action, KnownKind, PayloadOf } from '../domain/actions/action';
import { foldDossier, type DossierState } from '../domain/dossier-state';
import { buildDossierDetail } from './dossier-detail';
import { buildReportFact, type ReportFact } from './report-fact';

function createStory(seed = 3) {
  const make = createBuilders(seed);
  const dossierId = make.id();
  const actions: Action[] = [];
  const receipts = new Map<string, ReturnType<typeof make.receipt>>();
  return {
    make,
    dossierId,
    tell: <K extends KnownKind>(
      kind: K,
      time: string,
      payload: Partial<PayloadOf<K>> = {},
      parts: ActionParts = {},
    ) => {
      const stamp = { at: at(time), happenedAt: at(time), ...parts };
      const action = make.action(kind, { subject: { type: 'dossier', id: dossierId }, ...stamp }, payload);
      actions.push(action);
      return action;
    },
    accept: (action: Action) => receipts.set(action.id, make.receipt(action, { pos: receipts.size + 1 })),
    state: (): DossierState => foldDossier({ dossierId, actions, receipts }),
    fact: (): ReportFact => buildReportFact(foldDossier({ dossierId, actions, receipts }), anyFactRules),
  };
}

describe('buildReportFact', () => {
  it('draws a counter dossier from reception to return', () => {
    const story = createStory();
    const received = story.tell('DossierReceived', '2026-03-02T09:00', { returnMethod: 'post' });
    story.accept(received);
    story.tell('SupplementRequested', '2026-03-03T09:00');
    story.tell('SupplementReceived', '2026-03-04T09:00');
    story.tell('FeeCollected', '2026-03-02T09:05', { method: 'gateway' });
    story.tell('OutcomeReady', '2026-03-05T09:00', { form: 'scanned', fileSha256: 'ab'.repeat(32) });
    story.tell('OutcomeDispatched', '2026-03-05T15:00', { waybill: 'EB1' });
    story.tell('DeliveryFailed', '2026-03-06T15:00', { waybill: 'EB1' });
    story.tell('OutcomeReturned', '2026-03-09T09:00');
    story.tell('SurveyAnswered', '2026-03-09T09:01', { score: 4 });
    expect(story.fact()).toMatchObject({
      procedureCode: '1.001193',
      unitId: 'H41.26',
      channel: 'counter',
      returnMethod: 'post',
      submittedAt: null,
      acceptanceDue: null,
      answeredAt: null,
      receivedAt: at('2026-03-02T09:00'),
      receivedBy: 'demo-intakeOfficer',
      byDelegation: false,
      receptionSynced: true,
      consignedAt: null,
      supplementsAt: [at('2026-03-03T09:00')],
      readyAt: at('2026-03-05T09:00'),
      outcomeForm: 'scanned',
      hasOutcomeFile: true,
      returnedAt: at('2026-03-09T09:00'),
      sentBackAt: null,
      withdrawnAt: null,
      dispatches: [{ at: at('2026-03-05T15:00'), failedAt: at('2026-03-06T15:00') }],
      stateFeeDue: 8_000,
      paidOnline: true,
      surveys: [{ at: at('2026-03-09T09:01'), score: 4, topics: ['attitude'] }],
      history: { end: { at: at('2026-03-05T09:00'), kind: 'done' } },
    });
  });

  it('holds the acceptance clock of a submission and its first answer', () => {
    const story = createStory();
    story.tell('OnlineSubmissionArrived', '2026-03-02T08:00', { submittedAt: at('2026-03-02T07:50') });
    expect(story.fact()).toMatchObject({ channel: 'online', submittedAt: at('2026-03-02T07:50'), answeredAt: null });
    expect(story.fact().acceptanceDue).toBe(at('2026-03-02T15:50'));
    story.tell('OnlineSubmissionAccepted', '2026-03-02T10:00');
    expect(story.fact().answeredAt).toBe(at('2026-03-02T10:00'));
    expect(story.fact().receivedAt).toBe(at('2026-03-02T10:00'));
  });

  it('takes an acceptance without its submission for online', () => {
    const story = createStory();
    story.tell('OnlineSubmissionAccepted', '2026-03-02T10:00');
    expect(story.fact()).toMatchObject({ channel: 'online', procedureCode: '', unitId: '', submittedAt: null });
  });

  it('counts a guidance and a refusal before reception as talks', () => {
    const story = createStory();
    story.tell('GuidanceIssued', '2026-03-02T10:00');
    story.tell('IntakeRefused', '2026-03-03T10:00');
    expect(story.fact()).toMatchObject({
      guidedAt: [at('2026-03-02T10:00')],
      refusedAt: [at('2026-03-03T10:00')],
      sentBackAt: null,
      receivedAt: null,
    });
  });

  it('counts a refusal after reception, a stop and a withdrawal as given back', () => {
    const refused = createStory();
    refused.tell('DossierReceived', '2026-03-02T09:00');
    refused.tell('IntakeRefused', '2026-03-03T10:00');
    expect(refused.fact()).toMatchObject({ refusedAt: [], sentBackAt: at('2026-03-03T10:00') });
    const stopped = createStory();
    stopped.tell('DossierReceived', '2026-03-02T09:00');
    stopped.tell('ProcessingStopped', '2026-03-04T10:00');
    expect(stopped.fact().sentBackAt).toBe(at('2026-03-04T10:00'));
    const withdrawn = createStory();
    withdrawn.tell('DossierReceived', '2026-03-02T09:00');
    withdrawn.tell('Withdrawn', '2026-03-05T10:00');
    expect(withdrawn.fact().withdrawnAt).toBe(at('2026-03-05T10:00'));
  });

  it('knows what a postal employee received for the unit, and what still waits for the province', () => {
    const story = createStory();
    const onBehalfOf = { unitId: 'H41.26', delegationId: 'UQ-01', employer: 'Bưu điện', decisionNo: '15/QĐ-UBND' };
    story.tell('CollectedByPost', '2026-03-01T15:00');
    story.tell('DossierReceived', '2026-03-02T09:00', {}, { onBehalfOf });
    expect(story.fact()).toMatchObject({
      byDelegation: true,
      receptionSynced: false,
      consignedAt: at('2026-03-01T15:00'),
    });
  });

  it('counts papers handed over, digitised and reused, not those only shown', () => {
    const story = createStory();
    const counts = { original: 1, certifiedCopy: 0, photocopy: 0 };
    story.tell('DossierReceived', '2026-03-02T09:00', {
      papers: [
        { paperId: 'form', name: 'Tờ khai', mode: 'submit', counts },
        { paperId: 'proof', name: 'Giấy chứng sinh', mode: 'submit', counts },
        { paperId: 'card', name: 'Căn cước', mode: 'present', counts },
      ],
      pages: [{ paperId: 'form', pages: [story.make.page()] }],
    });
    expect(story.fact().papers).toEqual({ submitted: 2, digitised: 1, reused: 0, fromNationalStore: 0 });
    story.tell('PaperReused', '2026-03-02T09:10', {
      source: { kind: 'nationalStore', code: 'K-1', digitisedOn: '2026-01-05' },
    });
    expect(story.fact().papers).toEqual({ submitted: 3, digitised: 2, reused: 1, fromNationalStore: 1 });
  });

  it('counts no payment online that was cash, cancelled or postal', () => {
    const story = createStory();
    const postal = [{ ledger: 'postalCharge', name: 'Cước', amount: 20_000 }] as const;
    story.tell('DossierReceived', '2026-03-02T09:00', { fees: [...postal] });
    story.tell('FeeCollected', '2026-03-02T09:05', { method: 'cash' });
    story.tell('FeeCollected', '2026-03-02T09:06', { method: 'gateway', lines: [...postal] });
    const wrong = story.tell('FeeCollected', '2026-03-02T09:07', { method: 'gateway' });
    story.tell('FeeCancelled', '2026-03-02T09:08', { collectionId: wrong.id });
    expect(story.fact()).toMatchObject({ paidOnline: false, stateFeeDue: 0 });
  });
});

describe('buildDossierDetail', () => {
  const look = { procedureOf, officerName: (id: string) => `Cán bộ ${id}`, masked: true };

  it('masks the number and keeps what a list needs', () => {
    const story = createStory();
    story.tell('DossierReceived', '2026-03-02T09:00', {
      returnMethod: 'post',
      returnAddress: 'Xóm 9',
      fees: [
        { ledger: 'postalCharge', name: 'Cước', amount: 30_000 },
        { ledger: 'stateFee', name: 'Lệ phí', amount: 8_000 },
      ],
      code: { kind: 'official', value: 'H41.26-260302-0001', leaseId: 'l' },
    });
    story.tell('OutcomeDispatched', '2026-03-05T15:00', { waybill: 'EB9' });
    const masked = buildDossierDetail(story.state(), look);
    expect(masked).toMatchObject({
      code: 'H41.26-260302-0001',
      procedureName: 'Đăng ký khai sinh',
      receivedBy: 'Cán bộ demo-intakeOfficer',
      returnAddress: 'Xóm 9',
      waybill: 'EB9',
      postalChargeOpen: 30_000,
      originalsInCustody: 2,
    });
    expect(masked.identity).toMatch(/^\*{8}\d{4}$/);
    expect(buildDossierDetail(story.state(), { ...look, masked: false }).identity).toMatch(/^\d{12}$/);
  });

  it('says that others apply too, and falls back to the applicant and the code', () => {
    const story = createStory();
    const owner = {
      role: 'applicant' as const,
      person: story.make.person({ name: 'Bùi Văn An', phone: '0912345678' }),
    };
    const other = { role: 'applicant' as const, person: story.make.person() };
    story.tell('DossierReceived', '2026-03-02T09:00', { parties: [owner, other], procedureCode: '9.999999' });
    const detail = buildDossierDetail(story.state(), look);
    expect(detail.applicant).toBe('Bùi Văn An và 1 người khác');
    expect(detail).toMatchObject({ procedureName: '9.999999', phone: '0912345678', waybill: '', postalChargeOpen: 0 });
    expect(detail.returnAddress).toBe(owner.person.address);
  });

  it('is empty of what a stub does not know', () => {
    const story = createStory();
    story.tell('OutcomeReady', '2026-03-02T09:00');
    expect(buildDossierDetail(story.state(), look)).toMatchObject({
      code: '',
      procedureName: '',
      applicant: '',
      identity: '',
      phone: '',
      receivedBy: '',
    });
  });
});
