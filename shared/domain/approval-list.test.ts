import { describe, expect, it } from 'vitest';
import { buildOfficer } from '../../tests/support/builders';
import { at } from '../../tests/support/deadline-kit';
import { received, typeHistory, type TypedAct } from '../../tests/support/overdue-kit';
import { listApprovals } from './approval-list';
import { canApply } from './transitions';

const paper = {
  paperId: 'p1',
  name: 'Tờ khai',
  mode: 'submit',
  counts: { original: 1, certifiedCopy: 0, photocopy: 0 },
};
const extra = { paperId: 'x1', name: 'Sổ hộ khẩu', ground: 'Điều 5 NĐ 1/2020' };
const deferred = { approval: { kind: 'deferred', reason: 'lãnh đạo đi họp' } };
const asked: TypedAct = {
  kind: 'SupplementRequested',
  at: '2026-03-10T09:00',
  payload: { ...deferred, items: ['Sổ hộ khẩu'], askedPapers: [extra] },
};
const refund: TypedAct = { kind: 'FeeRefunded', at: '2026-03-11T09:00', payload: deferred };
const waived: TypedAct = {
  ...received,
  payload: { ...received.payload, papers: [paper], feeWaiver: { ground: 'Hộ nghèo', proof: 'Giấy số 5' } },
};
const listed = new Set(['p1']);
const leader = { ...buildOfficer('supervisor'), officerId: 'leader' };

function read(acts: readonly TypedAct[], known: ReadonlySet<string> | null = listed) {
  return listApprovals(typeHistory(acts).state, known ?? undefined).map((row) => [row.actKind, row.why, row.detail]);
}

describe('listApprovals', () => {
  it('names deferred acts, waivers and papers outside the list once each, by time', () => {
    expect(read([waived, { ...asked, payload: { ...asked.payload, approval: undefined } }, refund])).toEqual([
      ['DossierReceived', 'waiver', 'Hộ nghèo · Giấy số 5'],
      ['SupplementRequested', 'outsideList', 'Sổ hộ khẩu (Điều 5 NĐ 1/2020)'],
      ['FeeRefunded', 'deferred', 'lãnh đạo đi họp'],
    ]);
    expect(read([received, asked]).filter(([kind]) => kind === 'SupplementRequested')).toEqual([
      ['SupplementRequested', 'deferred', 'lãnh đạo đi họp'],
    ]);
  });

  it('says nothing of the list where it is not known', () => {
    const plain = { ...asked, payload: { ...asked.payload, approval: undefined } };
    expect(read([{ ...waived, payload: { ...waived.payload, feeWaiver: undefined } }, plain], null)).toEqual([]);
  });

  it('keeps the leader’s word beside the act', () => {
    const word: TypedAct = {
      kind: 'ApprovalDecided',
      at: '2026-03-12T09:00',
      payload: { decision: 'returned', note: 'hoàn sai số tiền' },
      names: ['actId', 'FeeRefunded'],
    };
    const { state } = typeHistory([received, refund, word]);
    const row = listApprovals(state, undefined)[0];
    expect(row?.decision).toMatchObject({ decision: 'returned', note: 'hoàn sai số tiền', at: at(word.at) });
  });
});

describe('ApprovalDecided', () => {
  const { state, ids } = typeHistory([received, refund]);
  const ask = (payload: unknown, actor = leader, about = state) => {
    const now = at('2026-03-12T09:00');
    const checked = canApply({ state: about, kind: 'ApprovalDecided', payload, actor, at: now, happenedAt: now });
    return checked.ok ? 'ok' : checked.error.kind;
  };
  const approve = (actId: string | undefined) => ({ v: 1, actId, decision: 'approved' });

  it('is for somebody who may approve, about a stranger’s act that is there', () => {
    expect(ask(approve(ids['FeeRefunded']))).toBe('ok');
    expect(ask(undefined)).toBe('ok');
    expect(ask(approve(ids['FeeRefunded']), buildOfficer('intakeOfficer'))).toBe('permission');
    expect(ask(approve('019b0000-0000-7000-8000-000000000001'))).toBe('notFound');
    const { officerId } = state.deferredApprovals[0] ?? { officerId: '' };
    expect(ask(approve(ids['FeeRefunded']), { ...leader, officerId })).toBe('ownAct');
    expect(ask(undefined, { ...leader, officerId })).toBe('alreadyDone');
  });

  it('is given once', () => {
    const word: TypedAct = {
      kind: 'ApprovalDecided',
      at: '2026-03-12T08:00',
      payload: { decision: 'approved' },
      names: ['actId', 'FeeRefunded'],
    };
    const decided = typeHistory([received, refund, word]);
    expect(ask(approve(decided.ids['FeeRefunded']), leader, decided.state)).toBe('alreadyDone');
    expect(ask(undefined, leader, decided.state)).toBe('alreadyDone');
  });
});
