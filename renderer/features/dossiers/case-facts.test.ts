import { describe, expect, it } from 'vitest';
import type { KnownKind, PayloadOf } from '../../../shared/domain/actions/action';
import { buildAddressIndex } from '../../../shared/domain/address-index';
import { foldDossier, type DossierState } from '../../../shared/domain/dossier-state';
import type { ReferencePackage } from '../../../shared/domain/reference-package';
import { sayVi, type Message } from '../../../shared/text/message';
import { createBuilders } from '../../../tests/support/builders';
import { describeAddressNow, findAddressRows } from './address-now';
import {
  describeCollector,
  describeDispatch,
  describeLand,
  describeOutcome,
  describeRole,
  describeWaivers,
  findPlace,
  listCodes,
  type Parts,
} from './case-facts';
import { listCollections, listLedgers, listMoneyNotes } from './case-money';

type Step = { readonly [K in KnownKind]: readonly [K, Partial<PayloadOf<K>>?] }[KnownKind];

function stateAfter(...steps: readonly Step[]): DossierState {
  const builders = createBuilders(11);
  const dossierId = builders.id();
  const subject = { type: 'dossier', id: dossierId } as const;
  const actions = steps.map(([kind, payload]) => builders.action(kind, { subject }, payload as never));
  return foldDossier({ dossierId, actions, receipts: new Map() });
}

const say = (parts: Parts): string => parts.map((part) => (typeof part === 'string' ? part : sayVi(part))).join(', ');
const sayOne = (what: Message | string): string => (typeof what === 'string' ? what : sayVi(what));
const fee = (amount: number) => [{ ledger: 'stateFee' as const, name: 'Phí', amount }];

describe('codes of a dossier', () => {
  it('say what each is, the temporary number as long as there is no other', () => {
    const temporary = { kind: 'temporary', value: 'TAM-M01-261120-001', reason: 'noLease' } as const;
    const state = stateAfter(['DossierReceived', { code: temporary }]);
    expect(listCodes(state).map(({ what }) => sayOne(what))).toEqual(['Số tạm, chờ tỉnh cấp mã']);
    const paired = stateAfter(
      ['DossierReceived', { code: temporary }],
      ['OfficialCodeAssigned', { code: 'H41.26-261120-0001', replaces: temporary.value }],
    );
    expect(listCodes(paired).map(({ code, what }) => [code, sayOne(what)])).toEqual([
      ['H41.26-261120-0001', 'Mã hồ sơ'],
      ['TAM-M01-261120-001', 'Số tạm'],
    ]);
  });

  it('name the other system, a draft code and one that was replaced', () => {
    const link = (code: string, provisional: boolean): Step => [
      'ExternalCodeLinked',
      { system: 'civilStatus', code, provisional },
    ];
    const notes = (...links: readonly Step[]) =>
      listCodes(stateAfter(['DossierReceived'], ...links))
        .slice(1)
        .map(({ code, note }) => [code, note && sayVi(note)]);
    expect(notes(link('T-1', true))).toEqual([['T-1', 'mã tạm, chờ mã chính thức']]);
    expect(notes(link('T-1', true), link('HT-9', false))).toEqual([
      ['T-1', 'đã thay'],
      ['HT-9', null],
    ]);
  });
});

describe('people, place and parcel', () => {
  it('say role, side and relation', () => {
    const person = { name: 'A', identity: { kind: 'none', reason: 'other' }, source: 'typed' } as const;
    const party = { role: 'applicant', person, side: 'transferor', relation: 'spouse' } as const;
    expect(describeRole(party).map(sayVi)).toEqual(['Chủ hồ sơ', 'bên chuyển', 'vợ, chồng']);
  });

  it('name the place only where it was not the counter itself', () => {
    expect(findPlace(stateAfter(['DossierReceived']))).toBe('');
    expect(findPlace(stateAfter(['DossierReceived', { place: 'Bưu điện văn hóa xã' }]))).toBe('Bưu điện văn hóa xã');
    expect(findPlace(stateAfter(['CollectedByPost', { place: 'Nhà văn hóa' }]))).toBe('Nhà văn hóa');
  });

  it('tell of the parcel what is known', () => {
    expect(describeLand({ land: null })).toEqual([]);
    expect(say(describeLand({ land: { sheetNo: '12', certificateSerial: 'AA 1' } }))).toBe('tờ 12, số phát hành AA 1');
  });

  it('say what a place is called today, by the package that counts', () => {
    const unit = (id: string, level: 'province' | 'commune', name: string, more: object = {}) => ({
      ...{ id, level, name, code: id, validFrom: '2000-01-01' },
      ...more,
    });
    const rows = {
      units: [
        unit('t', 'province', 'Tỉnh Thực Hành'),
        unit('c', 'commune', 'Xã Cũ', { parentId: 't', validTo: '2025-06-30' }),
        unit('m', 'commune', 'Xã Mới', { parentId: 't', validFrom: '2025-07-01' }),
      ],
      changes: [{ from: 'c', to: 'm', day: '2025-07-01', act: 'NQ' }],
      provisional: true,
    };
    const pack = (origin: 'installer' | 'province', validFrom: string) =>
      ({ kind: 'addresses', version: '2026.01.01', origin, validFrom, note: '', rows }) as unknown as ReferencePackage;
    const own = pack('province', '2025-07-01');
    expect(findAddressRows([pack('installer', '2026-01-01'), own], '2026-11-20')).toBe(rows);
    expect(findAddressRows([pack('province', '2027-01-01')], '2026-11-20')).toBeUndefined();
    const index = buildAddressIndex(rows as never);
    const now = describeAddressNow(index, 'Thôn 3, xã Cũ, tỉnh Thực Hành', '2026-11-20');
    expect(now && sayVi(now)).toBe('Nay là Thôn 3, Xã Mới, Tỉnh Thực Hành');
    expect(describeAddressNow(index, 'Thôn 3, xã Mới, tỉnh Thực Hành', '2026-11-20')).toBeUndefined();
    expect(describeAddressNow(index, 'ở đâu đó', '2026-11-20')).toBeUndefined();
  });
});

describe('result', () => {
  it('says who signed it where and when, and who fetched it by which authority', () => {
    const state = stateAfter(
      ['DossierReceived'],
      [
        'OutcomeReady',
        { name: 'Trích lục', number: '12/TL', agency: 'UBND xã', signedBy: 'Trần Ký', form: 'paperOnly' },
      ],
      [
        'OutcomeReturned',
        {
          collector: { name: 'Lê Giúp', identity: { kind: 'none', reason: 'other' } },
          ...{ proof: 'authorisation', authorisation: 'số 12' },
        },
      ],
    );
    expect(say(describeOutcome(state))).toMatch(/^Trích lục, 12\/TL, Trần Ký, UBND xã.*, bản giấy$/u);
    expect(say(describeCollector(state))).toBe('Lê Giúp, Giấy ủy quyền, số 12');
    expect(describeCollector(stateAfter(['DossierReceived']))).toEqual([]);
  });

  it('says where a result in the post is', () => {
    const sent = stateAfter(
      ['DossierReceived'],
      ['OutcomeReady'],
      ['OutcomeDispatched', { waybill: 'E1', codAmount: 5_000 }],
    );
    const back = stateAfter(
      ['DossierReceived'],
      ['OutcomeReady'],
      ['OutcomeDispatched', { waybill: 'E1' }],
      ['DeliveryFailed', { waybill: 'E1', reason: 'vắng nhà' }],
    );
    const [first] = sent.dispatches;
    const [failed] = back.dispatches;
    if (!first || !failed) throw new Error('nothing sent');
    expect(sayVi(describeDispatch(first, false))).toMatch(/^E1, gửi .*, thu hộ 5\.000/u);
    expect(sayVi(describeDispatch(first, true))).toBe('E1, đã phát');
    expect(sayVi(describeDispatch(failed, true))).toMatch(/^E1, không phát được .*: vắng nhà$/u);
  });
});

describe('money', () => {
  const received: Step = ['DossierReceived', { fees: fee(10_000) }];
  const waiver = { ground: 'Điều 10', proof: 'Sổ 5' };

  it('counts each ledger by itself, what is left never below zero', () => {
    const state = stateAfter(
      received,
      ['FeeCollected', { lines: fee(3_000), method: 'waived', waiver }],
      ['FeeCollected', { lines: fee(8_000), method: 'cash' }],
    );
    expect(listLedgers(state)).toEqual([
      { ledger: 'stateFee', due: 10_000, waived: 3_000, collected: 8_000, refunded: 0, left: 0 },
    ]);
    expect(listLedgers({ ...stateAfter(received), feeUndecided: true })[0]?.left).toBeNull();
    expect(listLedgers(stateAfter(['DossierReceived', { fees: [] }]))).toEqual([]);
    expect(say(describeWaivers(state))).toMatch(/^3\.000.*, Điều 10, Sổ 5$/u);
  });

  it('says what waits for the bank and what went back too much', () => {
    const state = stateAfter(
      received,
      ['FeeCollected', { lines: fee(4_000), method: 'transfer', confirmed: false, reference: 'R' }],
      ['FeeRefunded', { lines: fee(1_000) }],
    );
    expect(listMoneyNotes(state).map((note) => note.key)).toEqual([
      'caseFacts.money.announced',
      'caseFacts.money.over',
    ]);
  });

  it('leaves out the list of a single cash payment the sums tell', () => {
    const cash: Step = ['FeeCollected', { lines: fee(10_000), method: 'cash' }];
    const bare = stateAfter(received, cash);
    const collections = bare.collections.map(({ receipt: _receipt, ...one }) => one);
    expect(listCollections({ collections })).toEqual([]);
    expect(listCollections({ collections: [...collections, ...collections] })).toHaveLength(2);
  });
});
