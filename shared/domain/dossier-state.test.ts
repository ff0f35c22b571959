import { describe, expect, it } from 'vitest';
import { createBuilders, MORNING } from '../../tests/support/builders';
import type { Action } from './actions/action';
import { foldDossier } from './dossier-state';
import type { Receipt, Verdict } from './verdict';

function setUp(seed = 7) {
  const make = createBuilders(seed);
  const subject = { type: 'dossier', id: make.id() } as const;
  const fold = (actions: readonly Action[], receipts: ReadonlyMap<string, Receipt> = new Map()) =>
    foldDossier({ dossierId: subject.id, actions, receipts });
  return { make, subject, fold };
}

const refused: Verdict = { type: 'refused', cause: 'permission', whoActs: 'supervisor' };
const quarantined: Verdict = { type: 'quarantined', cause: 'deviceRevoked', whoActs: 'unitAdmin' };

describe('foldDossier', () => {
  it('tells reception, people, papers and due times when a dossier was received', () => {
    const { make, subject, fold } = setUp();
    const submitter = make.person();
    const parties = [
      { role: 'applicant' as const, person: make.person({ name: 'Đặng Thu Ước' }) },
      { role: 'submitter' as const, person: submitter, ground: 'cha' },
    ];
    const received = make.action('DossierReceived', { subject }, { parties });
    const state = fold([received]);
    expect(state).toMatchObject({
      status: 2,
      stub: false,
      isOpen: true,
      receivedAt: received.happenedAt,
      receivedBy: 'demo-intakeOfficer',
      pos: 0,
    });
    expect(state.applicant?.name).toBe('Đặng Thu Ước');
    expect(state.submitter).toEqual(submitter);
    expect(state.papers.map((paper) => [paper.paperId, paper.pages.length])).toEqual([
      ['form', 1],
      ['proof', 0],
    ]);
    expect(state.firstDue).toBe(state.appointment?.legalDue);
    expect(state.code).toMatch(/^H41\.26-/);
    expect(state.waitingActionIds).toEqual([received.id]);
    expect(state.feesDue).toBe(8_000);
  });

  it('walks the national codes when a dossier takes the usual way', () => {
    const { make, subject, fold } = setUp();
    const kinds = [
      'DossierReceived',
      'HandedOver',
      'SupplementRequested',
      'SupplementReceived',
      'OutcomeReady',
      'OutcomeReturned',
    ] as const;
    const actions = kinds.map((kind) => make.action(kind, { subject }));
    const receipts = make.acceptAll(actions);
    const walked = actions.map((_, i) => fold(actions.slice(0, i + 1), receipts).status);
    expect(walked).toEqual([2, 4, 5, 4, 9, 10]);
    const end = fold(actions, receipts);
    expect(end.isOpen).toBe(false);
    expect(end.endedAt).toBe(actions[4]?.happenedAt);
    expect(end.issues).toEqual([]);
  });

  it('shows the pause and keeps the first due time when a supplement is asked and answered', () => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject });
    const asked = make.action('SupplementRequested', { subject });
    const brought = make.action('SupplementReceived', { subject });
    const paused = fold([received, asked]);
    expect(paused).toMatchObject({ status: 5, pausedSince: asked.happenedAt });
    const resumed = fold([received, asked, brought]);
    expect(resumed).toMatchObject({ status: 2, pausedSince: null, firstDue: paused.firstDue });
    expect(resumed.supplements[0]?.receivedAt).toBe(brought.happenedAt);
  });

  it('uses the legal time when the reception is a back entry', () => {
    const { make, subject, fold } = setUp();
    const backEntry = { reason: 'power', paperSlipNo: 'G-17' } as const;
    const received = make.action('DossierReceived', {
      subject,
      at: MORNING + 3_600_000,
      happenedAt: MORNING,
      backEntry,
    });
    expect(fold([received])).toMatchObject({ receivedAt: MORNING, at: MORNING + 3_600_000, backEntry });
  });
});

describe('foldDossier order and verdicts', () => {
  it('puts accepted acts before waiting ones when the waiting one was typed first', () => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject });
    const waiting = make.action('HandedOver', { subject }, { to: 'waiting' });
    const accepted = make.action('HandedOver', { subject, deviceId: 'M02' }, { to: 'accepted' });
    const receipts = new Map(
      [received, accepted].map((action, i) => [action.id, make.receipt(action, { pos: i + 1 })]),
    );
    const state = fold([waiting, accepted, received], receipts);
    expect(state.timeline.map((entry) => entry.action.id)).toEqual([received.id, accepted.id, waiting.id]);
    expect(state.handover?.to).toBe('waiting');
    expect(state.pos).toBe(2);
  });

  it('keeps a stub with its return and looks at it again when the reception arrives later', () => {
    const { make, subject, fold } = setUp();
    const returned = make.action('OutcomeReturned', { subject, deviceId: 'M03' });
    const stub = fold([returned]);
    expect(stub).toMatchObject({ stub: true, reception: null, status: 10, firstDue: null, issues: [] });
    expect(stub.timeline[0]?.effect).toBe('waitingForReception');

    const received = make.action('DossierReceived', { subject });
    const ready = make.action('OutcomeReady', { subject });
    const receipts = make.acceptAll([returned, received, ready]);
    const whole = fold([returned, received, ready], receipts);
    expect(whole).toMatchObject({ stub: false, status: 10, issues: [] });
    expect(whole.outcome?.name).toBe('Giấy khai sinh');
    expect(whole.timeline.map((entry) => entry.effect)).toEqual(['applied', 'applied', 'applied']);
  });

  it('drops a refused correction from the data and still lists it', () => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject }, { summary: 'cũ' });
    const corrected = make.action('DetailsCorrected', { subject }, { changes: { summary: 'mới' } });
    expect(fold([received, corrected]).summary).toBe('mới');
    const state = fold(
      [received, corrected],
      new Map([[corrected.id, make.receipt(corrected, { pos: 2, verdict: refused })]]),
    );
    expect(state.summary).toBe('cũ');
    expect(state.refusedActionIds).toEqual([corrected.id]);
    expect(state.timeline.at(-1)?.effect).toBe('refused');
    expect(state.issues).toEqual([
      { actionId: corrected.id, verdict: 'refused', cause: 'permission', whoActs: 'supervisor', resolved: false },
    ]);
  });

  it('keeps a quarantined reception in the data, behind nothing the citizen can see', () => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject });
    const asked = make.action('SupplementRequested', { subject });
    const brought = make.action('SupplementReceived', { subject });
    const receipts = new Map([
      [received.id, make.receipt(received, { verdict: quarantined })],
      [asked.id, make.receipt(asked, { verdict: quarantined })],
      [brought.id, make.receipt(brought, { pos: 1 })],
    ]);
    const state = fold([brought, asked, received], receipts);
    expect(state.slip).not.toBeNull();
    expect(state.firstDue).not.toBeNull();
    expect(state.timeline.map((entry) => entry.effect)).toEqual(['quarantined', 'quarantined', 'applied']);
    expect(state.status).toBe(2);
  });

  it('keeps actions of a newer version whole and unheeded', () => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject });
    const future: Action = {
      ...make.action('FeeCollected', { subject }),
      kind: 'ApologyIssued',
      payload: { v: 3, letter: 'x' },
    };
    const state = fold([received, future]);
    expect(state.timeline.at(-1)).toEqual({
      action: future,
      receipt: undefined,
      effect: 'unknownKind',
      statusAfter: 2,
    });
    expect(state.waitingActionIds).toContain(future.id);
    expect(state.status).toBe(2);
  });

  it('passes over actions of another subject', () => {
    const { make, subject, fold } = setUp();
    const other = make.action('DossierReceived', { subject: { type: 'dossier', id: make.id() } });
    const shift = make.action('ShiftOpened', {
      subject: { type: 'unitDay', unitId: 'H41.26', day: '2026-11-20', counterId: 'c1' },
    });
    const state = fold([other, shift, make.action('DossierReceived', { subject })]);
    expect(state.timeline).toHaveLength(1);
  });

  it('lets the first accepted of two contradicting acts win and flags the waiting one', () => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject });
    const withdrawn = make.action('Withdrawn', { subject, deviceId: 'M02' });
    const handed = make.action('HandedOver', { subject });
    const receipts = make.acceptAll([received, withdrawn]);
    const state = fold([received, handed, withdrawn], receipts);
    expect(state.status).toBe(7);
    expect(state.handover).not.toBeNull();
    expect(state.issues).toEqual([
      { actionId: handed.id, verdict: 'recheck', cause: 'transition', whoActs: 'officer', resolved: false },
    ]);
  });

  it('closes an issue when somebody resolved it', () => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject });
    const resolved = make.action('IssueResolved', { subject }, { actionId: received.id });
    const verdict: Verdict = { type: 'acceptedWithIssue', cause: 'dateDoubt', whoActs: 'supervisor' };
    const receipts = new Map([[received.id, make.receipt(received, { verdict })]]);
    expect(fold([received], receipts).issues[0]?.resolved).toBe(false);
    expect(fold([received, resolved], receipts).issues[0]?.resolved).toBe(true);
  });

  it('keeps the slip of a second reception and flags it', () => {
    const { make, subject, fold } = setUp();
    const first = make.action('DossierReceived', { subject });
    const second = make.action('DossierReceived', { subject, deviceId: 'M02' });
    const state = fold([first, second], make.acceptAll([first, second]));
    expect(state.reception?.actionId).toBe(first.id);
    expect(state.otherReceptions.map((reception) => reception.actionId)).toEqual([second.id]);
    expect(state.codes).toHaveLength(2);
    expect(state.issues[0]).toMatchObject({ actionId: second.id, cause: 'conflict', whoActs: 'supervisor' });
  });
});

describe('foldDossier money and papers', () => {
  it('keeps money by ledger and adds it up', () => {
    const { make, subject, fold } = setUp();
    const post = { lines: [{ ledger: 'postalCharge' as const, name: 'Cước', amount: 30_000 }] };
    const actions = [
      make.action('DossierReceived', { subject }),
      make.action('FeeCollected', { subject }),
      make.action('FeeCollected', { subject }, post),
    ];
    expect(fold(actions)).toMatchObject({
      collected: { stateFee: 8_000, postalCharge: 30_000 },
      feesCollected: 38_000,
    });
  });

  it('adds counts and pages to a paper on file and takes a page once', () => {
    const { make, subject, fold } = setUp();
    const page = make.page();
    const counts = { original: 1, certifiedCopy: 0, photocopy: 2 };
    const attach = () =>
      make.action(
        'PaperAttached',
        { subject },
        { paper: { paperId: 'proof', name: 'Giấy chứng sinh', mode: 'submit', counts }, pages: [page] },
      );
    const state = fold([make.action('DossierReceived', { subject }), attach(), attach()]);
    const proof = state.papers.find((paper) => paper.paperId === 'proof');
    expect(proof?.counts).toEqual({ original: 3, certifiedCopy: 0, photocopy: 5 });
    expect(proof?.pages).toEqual([page]);
  });

  it('keeps pages filed under a paper that is not on the list', () => {
    const { make, subject, fold } = setUp();
    const page = make.page();
    const state = fold([
      make.action('DossierReceived', { subject }, { papers: [], pages: [{ paperId: 'lost', pages: [page] }] }),
    ]);
    expect(state.papers).toMatchObject([{ paperId: 'lost', pages: [page] }]);
  });
});

describe('foldDossier codes', () => {
  it('pairs the official code with the temporary number and keeps both searchable', () => {
    const { make, subject, fold } = setUp();
    const code = { kind: 'temporary', value: 'TAM-M01-261120-001', reason: 'noLease' } as const;
    const received = make.action('DossierReceived', { subject }, { code });
    expect(fold([received])).toMatchObject({ code: null, temporaryCode: code.value });
    const paired = fold([
      received,
      make.action('OfficialCodeAssigned', { subject }, { code: 'H41.26-261120-0900', replaces: code.value }),
    ]);
    expect(paired).toMatchObject({
      code: 'H41.26-261120-0900',
      temporaryCode: code.value,
      codes: ['H41.26-261120-0900', code.value],
    });
  });

  it('keeps the code of the portal when an online submission is accepted', () => {
    const { make, subject, fold } = setUp();
    const arrived = make.action(
      'OnlineSubmissionArrived',
      { subject, deviceId: 'server' },
      { portalCode: 'G22.99-261120-000123' },
    );
    expect(fold([arrived])).toMatchObject({
      status: 1,
      stub: false,
      reception: null,
      channel: 'online',
      code: 'G22.99-261120-000123',
    });
    const accepted = make.action('OnlineSubmissionAccepted', { subject });
    const state = fold([accepted, arrived], make.acceptAll([arrived]));
    expect(state).toMatchObject({
      status: 2,
      code: 'G22.99-261120-000123',
      portalCode: 'G22.99-261120-000123',
      issues: [],
    });
    expect(state.slip).not.toBeNull();
  });
});

describe('foldDossier corrections', () => {
  it('merges corrections of different fields when neither saw the other', () => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject });
    const mine = make.action('DetailsCorrected', { subject, base: 1 }, { changes: { summary: 'tóm tắt' } });
    const theirs = make.action(
      'DetailsCorrected',
      { subject, deviceId: 'M02', base: 1 },
      { changes: { returnMethod: 'post' } },
    );
    const state = fold([received, mine, theirs], make.acceptAll([received, theirs]));
    expect(state).toMatchObject({ summary: 'tóm tắt', returnMethod: 'post', fieldConflicts: [], issues: [] });
  });

  it('keeps both and opens a review item when two corrections of one field had not seen each other', () => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject });
    const theirs = make.action(
      'DetailsCorrected',
      { subject, deviceId: 'M02', base: 1 },
      { changes: { summary: 'của họ' } },
    );
    const mine = make.action('DetailsCorrected', { subject, base: 1 }, { changes: { summary: 'của tôi' } });
    const receipts = make.acceptAll([received, theirs, mine]);
    const state = fold([received, mine, theirs], receipts);
    expect(state.summary).toBe('của họ');
    expect(state.fieldConflicts).toMatchObject([{ field: 'summary', otherValue: 'của tôi', resolved: false }]);
    expect(state.issues).toMatchObject([{ actionId: mine.id, verdict: 'recheck', cause: 'conflict', resolved: false }]);

    const decided = make.action('DetailsCorrected', { subject, base: 3 }, { changes: { summary: 'đã thống nhất' } });
    const after = fold([received, mine, theirs, decided], receipts);
    expect(after).toMatchObject({
      summary: 'đã thống nhất',
      fieldConflicts: [{ resolved: true }],
      issues: [{ resolved: true }],
    });
  });

  it('takes the later correction when its writer had seen the earlier one', () => {
    const { make, subject, fold } = setUp();
    const received = make.action('DossierReceived', { subject });
    const theirs = make.action(
      'DetailsCorrected',
      { subject, deviceId: 'M02', base: 1 },
      { changes: { summary: 'của họ' } },
    );
    const mine = make.action('DetailsCorrected', { subject, base: 2 }, { changes: { summary: 'của tôi' } });
    const again = make.action('DetailsCorrected', { subject, base: 2 }, { changes: { summary: 'sửa lại' } });
    const state = fold([received, theirs, mine, again], make.acceptAll([received, theirs]));
    expect(state).toMatchObject({ summary: 'sửa lại', fieldConflicts: [] });
  });
});
