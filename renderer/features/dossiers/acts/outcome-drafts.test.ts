import { describe, expect, it } from 'vitest';
import { payloadSchemas, type KnownKind, type PayloadOf } from '../../../../shared/domain/actions/action';
import { foldDossier, type DossierState } from '../../../../shared/domain/dossier-state';
import type { Party } from '../../../../shared/domain/person';
import { buildOfficer, createBuilders } from '../../../../tests/support/builders';
import { listOnTheWay, readDispatch, readFailed, startDispatch, startFailed } from './delivery-drafts';
import { chooseSystem, listDoubts, readExternalCode, startExternalCode } from './external-code-draft';
import { readOutcome, startOutcome } from './outcome-drafts';
import {
  askCollector,
  checkReturned,
  chooseParty,
  fillFromCard,
  findChosen,
  findParty,
  readReturn,
  SOMEBODY,
  startReturn,
} from './return-draft';

type Step = { readonly [K in KnownKind]: readonly [K, Partial<PayloadOf<K>>?] }[KnownKind];

const officer = buildOfficer();

function stateAfter(...steps: readonly Step[]): DossierState {
  const builders = createBuilders(11);
  const dossierId = builders.id();
  const subject = { type: 'dossier', id: dossierId } as const;
  const actions = steps.map(([kind, payload]) => builders.action(kind, { subject }, payload as never));
  return foldDossier({ dossierId, actions, receipts: new Map() });
}

function expectValid(kind: KnownKind, result: { readonly ok: boolean; readonly value?: unknown }): void {
  expect(result).toMatchObject({ ok: true });
  expect(payloadSchemas[kind].safeParse(result.value).error).toBeUndefined();
}

const errorsOf = (read: { readonly ok: boolean; readonly error?: object }): string[] =>
  read.ok ? [] : Object.keys(read.error ?? {}).sort();
const received = (...more: readonly Step[]): DossierState => stateAfter(['DossierReceived'], ...more);

describe('outcome', () => {
  const page = { pageId: createBuilders(3).id(), sha256: 'a'.repeat(64), mime: 'image/png' as const, bytes: 10 };

  it('leaves out what was left empty', () => {
    const draft = { ...startOutcome('Giấy khai sinh'), form: 'scanned' as const, pages: [page] };
    const read = readOutcome({ ...draft, number: ' 12 ' });
    expectValid('OutcomeReady', read);
    expect(read.ok && Object.keys(read.value).sort()).toEqual(['form', 'name', 'number', 'pages', 'v']);
    expect(errorsOf(readOutcome({ ...draft, name: '' }))).toEqual(['name']);
    const full = { ...draft, abstract: 'Cấp bản sao', agency: 'UBND xã', shelf: 'A3', originalsWithheld: 'Giấy cũ' };
    expect(readOutcome(full)).toMatchObject({
      value: { agency: 'UBND xã', shelf: 'A3', originalsWithheld: 'Giấy cũ' },
    });
  });

  it('asks why there is no file when the result is on paper only, and for nothing else', () => {
    const draft = startOutcome('Giấy khai sinh');
    expect(errorsOf(readOutcome(draft))).toEqual(['paperOnlyReason']);
    const read = readOutcome({ ...draft, paperOnlyReason: ' hệ thống ngành chỉ in giấy ' });
    expectValid('OutcomeReady', read);
    expect(read.ok && read.value.paperOnlyReason).toBe('hệ thống ngành chỉ in giấy');
    const scanned = readOutcome({ ...draft, form: 'scanned', pages: [page], paperOnlyReason: 'thôi' });
    expect(scanned.ok && scanned.value).not.toHaveProperty('paperOnlyReason');
  });

  it('is no scan without a page, and takes no pages into another form', () => {
    const draft = { ...startOutcome('Giấy khai sinh'), form: 'scanned' as const };
    expect(errorsOf(readOutcome(draft))).toEqual(['pages']);
    const signed = readOutcome({ ...draft, form: 'electronicSigned', pages: [page] });
    expect(signed.ok && signed.value).not.toHaveProperty('pages');
  });
});

describe('return', () => {
  it('needs no number when the slip is the proof, and one when the card is', () => {
    const draft = startReturn(received());
    expect(draft).toMatchObject({ originals: 2, proof: 'slip' });
    expect(draft.name).not.toBe('');
    expectValid('OutcomeReturned', readReturn(draft, officer));
    expect(errorsOf(readReturn({ ...draft, proof: 'card' }, officer))).toEqual(['number']);
    expectValid('OutcomeReturned', readReturn({ ...draft, proof: 'card', number: '0401 8891 2345' }, officer));
    expect(errorsOf(readReturn({ ...draft, number: '04018891234' }, officer))).toEqual(['number']);
  });

  it('names the authority when somebody is sent, and puts a lost slip before the leader', () => {
    const draft = startReturn(received());
    expect(errorsOf(readReturn({ ...draft, proof: 'authorisation' }, officer))).toEqual(['authorisation']);
    const sent = readReturn({ ...draft, proof: 'authorisation', authorisation: 'số 12 ngày 20/11/2026' }, officer);
    expectValid('OutcomeReturned', sent);
    expect(sent).toMatchObject({ value: { authorisation: 'số 12 ngày 20/11/2026', originalsReturned: 2 } });
    const lost = { ...draft, proof: 'card' as const, number: '040188912345', lostSlip: true };
    expect(errorsOf(readReturn(lost, officer))).toEqual(['approvalReason']);
    const told = readReturn({ ...lost, approver: { approverId: '', reason: 'một mình' } }, officer);
    expectValid('OutcomeReturned', told);
    expect(told).toMatchObject({ value: { lostSlip: true, approval: { kind: 'deferred' } } });
    // Who shows the slip has not lost it, whatever was ticked before.
    const shown = readReturn({ ...lost, proof: 'slip' }, officer);
    expect(shown.ok && shown.value).not.toHaveProperty('lostSlip');
  });

  it('is a delivery to the applicant while the result is in the post', () => {
    const state = received(['OutcomeReady'], ['OutcomeDispatched', { waybill: 'EB1VN' }]);
    expect(startReturn(state)).toMatchObject({ proof: 'delivery', name: state.applicant?.name });
    const back = received(
      ['OutcomeReady'],
      ['OutcomeDispatched', { waybill: 'EB1VN' }],
      ['DeliveryFailed', { waybill: 'EB1VN' }],
    );
    expect(startReturn(back).proof).toBe('slip');
  });

  it('says who may fetch the result when the procedure has a rule for it', () => {
    const state = received();
    const [owner] = state.parties;
    const draft = startReturn(state);
    expect(askCollector(draft, state, undefined)).toBeUndefined();
    expect(askCollector({ ...draft, name: ' ' }, state, 'anyApplicant')).toBeUndefined();
    expect(askCollector(draft, state, 'anyApplicant')).toBe('may');
    const number = owner?.person.identity.kind === 'none' ? '' : (owner?.person.identity.number ?? '');
    expect(askCollector({ name: 'Viết sai tên', number }, state, 'applicantInPerson')).toBe('may');
    const stranger = { name: 'Người Lạ', number: '' };
    expect(askCollector(stranger, state, 'anyApplicant')).toBe('withAuthorisation');
    expect(askCollector(stranger, state, 'applicantInPerson')).toBe('mayNot');
    // The number of a card goes before a name that is the same by chance.
    expect(askCollector({ ...draft, number: '040188999999' }, state, 'applicantInPerson')).toBe('mayNot');
  });

  it('is filled by a scanned card or from the people of the dossier', () => {
    const state = received();
    const identity = state.applicant?.identity;
    const number = identity?.kind === 'personalId' ? identity.number : '';
    const filled = fillFromCard(startReturn(state), { name: 'Trần Thị B', identity: { kind: 'personalId', number } });
    expect(filled).toMatchObject({ name: 'Trần Thị B', number, proof: 'card' });
    expect(findParty(state, number)?.name).toBe(state.applicant?.name);
    expect(findParty(state, '')).toBeUndefined();
    const helper: Party = {
      role: 'representative',
      person: { name: 'Lê Văn Giúp', identity: { kind: 'none', reason: 'other' }, source: 'typed' },
    };
    const two = { parties: [...state.parties, helper] };
    const chosen = chooseParty(filled, helper.person);
    expect(chosen).toMatchObject({ name: 'Lê Văn Giúp', number: '' });
    expect(findChosen(chosen, two)).toBe(String(state.parties.length));
    expect(findChosen(filled, two)).toBe('0');
    expect(findChosen(chooseParty(filled, undefined), two)).toBe(SOMEBODY);
  });

  it('compares the sheets given back with those that are held', () => {
    const state = received();
    expect(checkReturned(state, 2)).toEqual({ kind: 'complete' });
    expect(checkReturned(state, 1)).toEqual({ kind: 'fewer', by: 1 });
    expect(checkReturned(state, 5)).toEqual({ kind: 'more', by: 3 });
  });
});

describe('post', () => {
  it('sends to the address given, with what is still owed, under a tidy waybill', () => {
    const state = { ...received(), returnAddress: ' Xóm 1 ', feesDue: 30_000, feesCollected: 10_000 };
    const draft = startDispatch(state);
    expect(draft).toMatchObject({ address: ' Xóm 1 ', codAmount: 20_000 });
    expect(errorsOf(readDispatch(draft))).toEqual(['waybill']);
    const read = readDispatch({ ...draft, waybill: ' eb 123 vn' });
    expectValid('OutcomeDispatched', read);
    expect(read).toMatchObject({ value: { waybill: 'EB123VN', address: 'Xóm 1', codAmount: 20_000 } });
    const free = readDispatch({ ...draft, waybill: 'X', codAmount: 0 });
    expect(free.ok && free.value).not.toHaveProperty('codAmount');
    expect(startDispatch({ ...state, returnAddress: null }).address).toBe(state.applicant?.address ?? '');
  });

  it('tells of the last waybill on its way why it failed', () => {
    const state = received(
      ['OutcomeReady'],
      ['OutcomeDispatched', { waybill: 'A' }],
      ['DeliveryFailed', { waybill: 'A' }],
      ['OutcomeDispatched', { waybill: 'B' }],
    );
    expect(listOnTheWay(state).map((one) => one.waybill)).toEqual(['B']);
    const draft = startFailed(state);
    const read = readFailed(draft);
    expectValid('DeliveryFailed', read);
    expect(read).toMatchObject({ value: { waybill: 'B', reason: 'Không có người nhận', backOnShelf: true } });
    expect(errorsOf(readFailed({ ...draft, reason: 'other' }))).toEqual(['words']);
    expect(readFailed({ ...draft, words: ' lũ lụt ' })).toMatchObject({
      value: { reason: 'Không có người nhận: lũ lụt' },
    });
    expect(errorsOf(readFailed(startFailed(received())))).toEqual(['waybill']);
  });
});

describe('code of another system', () => {
  it('starts with the system that still owes its final code', () => {
    const state = received(['ExternalCodeLinked', { system: 'civilStatus', code: 'TAM-1', provisional: true }]);
    expect(startExternalCode(state)).toEqual({ system: 'civilStatus', code: '', provisional: false });
    expect(chooseSystem(startExternalCode(received()), 'civilStatus').provisional).toBe(true);
  });

  it('is spelt one way, questioned when it looks odd, and never empty', () => {
    const state = received();
    const draft = { system: 'portal', code: ' h41.26 – 261120 - 0042 ', provisional: false };
    const read = readExternalCode(draft);
    expectValid('ExternalCodeLinked', read);
    expect(read).toMatchObject({ value: { code: 'H41.26-261120-0042' } });
    expect(listDoubts(draft, state)).toEqual([]);
    expect(listDoubts({ ...draft, code: '12' }, state).map((doubt) => doubt.kind)).toEqual(['unusualShape']);
    expect(listDoubts({ ...draft, code: '' }, state)).toEqual([]);
    expect(errorsOf(readExternalCode({ ...draft, code: ' ' }))).toEqual(['code']);
  });
});
