import { describe, expect, it } from 'vitest';
import type { Action, PayloadOf, Subject } from '../../shared/domain/actions/action';
import type { Proposal, TalkKind } from '../../shared/domain/proposal';
import {
  buildLease,
  builders,
  buildSession,
  createCounterPc,
  loadReference,
  proposePlain,
  proposeReception,
  record,
} from '../../tests/support/door-kit';
import { buildOfficer } from '../../tests/support/builders';
import type { Books } from './open-books';

const unitDay: Subject = { type: 'unitDay', unitId: 'H41.26', day: '2026-11-20', counterId: 'quay-1' };
const HOUR = 3_600_000;

function newDossier(): Subject & { readonly type: 'dossier' } {
  return { type: 'dossier', id: builders.id() };
}

/** A talk as the page proposes it: without a number. */
function proposeTalk(kind: TalkKind, subject: Subject = newDossier()): Proposal {
  const { slip: _slip, ...talk } = builders.payload(kind);
  return { subject, base: 0, act: { kind, talk } as Proposal['act'] };
}

function proposeKit(
  count: number,
  changes: Partial<Extract<Proposal['act'], { kind: 'PaperKitIssued' }>> = {},
): Proposal {
  const act = { kind: 'PaperKitIssued', kitId: builders.id(), receivingUnitId: 'H41.26', count, ...changes } as const;
  return { subject: unitDay, base: 0, act };
}

function slipOf(action: Action | undefined): number {
  return (action?.payload as PayloadOf<'GuidanceIssued'>).slip.number;
}

function kitOf(action: Action | undefined): PayloadOf<'PaperKitIssued'> {
  return action?.payload as PayloadOf<'PaperKitIssued'>;
}

async function refusalOf(books: Books, ...proposals: Proposal[]): Promise<unknown> {
  const done = await books.door.propose(proposals);
  return done.ok ? null : done.error;
}

describe('talks before reception', () => {
  it('are numbered by the door in the series of the receptions, and go on after a restart', async () => {
    const pc = await createCounterPc();
    const books = await pc.restart();
    const subject = newDossier();
    const acts = await record(
      books,
      proposeTalk('GuidanceIssued', subject),
      proposeReception(),
      proposeTalk('IntakeRefused', subject),
    );
    expect(acts.map(slipOf)).toEqual([1, 2, 3]);
    expect((acts[0]?.payload as PayloadOf<'GuidanceIssued'>).slip).toEqual({ book: 'Q1', year: 2026, number: 1 });
    await books.close();
    const again = await pc.restart();
    expect(slipOf((await record(again, proposeReception()))[0])).toBe(4);
  });

  it('takes no number a page brings', async () => {
    const books = await (await createCounterPc()).restart();
    const subject = newDossier();
    expect(await refusalOf(books, proposePlain(subject, 'GuidanceIssued'))).toEqual({
      kind: 'invalid',
      index: 0,
      fields: ['plainKind'],
    });
    expect(books.index.lastSlip({ book: 'Q1', year: 2026 })).toBe(0);
  });

  it('are those of the units this counter works for, and of officers who may', async () => {
    const pc = await createCounterPc();
    const books = await pc.restart();
    const foreign = proposeTalk('GuidanceIssued');
    if (foreign.act.kind !== 'GuidanceIssued') throw new Error('not a guidance');
    const act = { ...foreign.act, talk: { ...foreign.act.talk, receivingUnitId: 'H99.1' } };
    expect(await refusalOf(books, { ...foreign, act })).toEqual({
      kind: 'invalid',
      index: 0,
      fields: ['talk.receivingUnitId'],
    });
    pc.session = buildSession(loadReference('2026-11-20'), { officer: buildOfficer('unitAdmin') });
    expect(await refusalOf(books, proposeTalk('RefusalProposed'))).toMatchObject({ kind: 'notAllowed' });
    expect(books.index.lastSlip({ book: 'Q1', year: 2026 })).toBe(0);
  });
});

describe('paper kits', () => {
  it('take codes of the lease and slip numbers that nobody else gets, in the same command and after a restart', async () => {
    const pc = await createCounterPc();
    const books = await pc.restart();
    await books.door.appendLeases([buildLease(1, 5)]);
    const [kit, received] = await record(books, proposeKit(2), proposeReception());
    expect(kitOf(kit).codes).toEqual(['H41.26-261120-0001', 'H41.26-261120-0002']);
    expect(kitOf(kit).slipNumbers).toEqual(['Q1/2026/1', 'Q1/2026/2']);
    expect((received?.payload as PayloadOf<'DossierReceived'>).code.value).toBe('H41.26-261120-0003');
    expect(slipOf(received)).toBe(3);
    await books.close();
    const again = await pc.restart();
    const [next] = await record(again, proposeReception());
    expect((next?.payload as PayloadOf<'DossierReceived'>).code.value).toBe('H41.26-261120-0004');
    expect(slipOf(next)).toBe(4);
  });

  it('are as large as the lease allows, and are not issued without a free code or with a clock in doubt', async () => {
    const pc = await createCounterPc();
    const books = await pc.restart();
    await books.door.appendLeases([buildLease(1, 3)]);
    const none = { kind: 'notAllowed', index: 0, reason: { kind: 'notFound', what: 'freeCode' } };
    pc.wall += 86_400_000;
    expect(await refusalOf(books, proposeKit(1))).toEqual(none);
    pc.wall -= 86_400_000;
    const [kit] = await record(books, proposeKit(9));
    expect([kitOf(kit).codes.length, kitOf(kit).slipNumbers.length]).toEqual([3, 3]);
    expect(await refusalOf(books, proposeKit(1))).toEqual(none);
  });

  it('belong to the day of this unit, and to a unit received for', async () => {
    const books = await (await createCounterPc()).restart();
    await books.door.appendLeases([buildLease(1, 3)]);
    const fields = async (proposal: Proposal) => refusalOf(books, proposal);
    expect(await fields({ ...proposeKit(1), subject: newDossier() })).toMatchObject({ fields: ['subject'] });
    expect(await fields(proposeKit(1, { receivingUnitId: 'H99.1' }))).toMatchObject({ fields: ['receivingUnitId'] });
    expect(await fields({ ...proposeKit(1), subject: { ...unitDay, unitId: 'H99.1' } })).toMatchObject({
      fields: ['subject.unitId'],
    });
  });

  it('keep their kit id to themselves', async () => {
    const books = await (await createCounterPc()).restart();
    await books.door.appendLeases([buildLease(1, 9)]);
    const kit = proposeKit(1);
    await record(books, kit);
    expect(await refusalOf(books, kit)).toMatchObject({ reason: { kind: 'alreadyDone' } });
    expect(books.index.lastSlip({ book: 'Q1', year: 2026 })).toBe(1);
  });
});

describe('codes that a past day left over', () => {
  const past = buildLease(1, 6, { leaseId: 'past', day: '2026-11-19' });

  it('are what nobody has, until they were given back, also after a restart', async () => {
    const pc = await createCounterPc();
    const books = await pc.restart();
    await books.door.appendLeases([past, buildLease(1, 9)]);
    await record(
      books,
      proposePlain(unitDay, 'CodeVoided', { code: 'H41.26-261119-0001' }),
      proposePlain(unitDay, 'CodeVoided', { code: 'H41.26-261119-0004' }),
    );
    const left = [
      { leaseId: 'past', from: 2, to: 3 },
      { leaseId: 'past', from: 5, to: 6 },
    ];
    expect(books.index.unusedRanges('H41.26', '2026-11-20')).toEqual(left);
    expect(books.index.unusedRanges('H41.27', '2026-11-20')).toEqual([]);
    expect(books.index.unusedRanges('H41.26', '2026-11-19')).toEqual([]);
    expect(books.index.unusedRanges('H41.26', '2026-12-20')).toContainEqual(left[0]);
    expect(books.index.unusedRanges('H41.26', '2026-12-21')).not.toContainEqual(left[0]);
    const before = books.journal.head().line;
    await books.door.appendReturns(left.slice(0, 1));
    await books.door.appendReturns([]);
    expect(books.journal.head().line).toBe(before + 1);
    expect(books.index.unusedRanges('H41.26', '2026-11-20')).toEqual(left.slice(1));
    await books.close();
    expect((await pc.restart()).index.unusedRanges('H41.26', '2026-11-20')).toEqual(left.slice(1));
  });

  it('are never given out once they are back', async () => {
    const books = await (await createCounterPc()).restart();
    await books.door.appendLeases([buildLease(1, 3)]);
    await books.door.appendReturns([{ leaseId: 'lease-1', from: 1, to: 2 }]);
    const [received] = await record(books, proposeReception());
    expect((received?.payload as PayloadOf<'DossierReceived'>).code.value).toBe('H41.26-261120-0003');
  });

  it('are kept when lines are lost behind their grant: one of them may have used a number', async () => {
    const books = await (await createCounterPc()).restart();
    await books.door.appendLeases([past]);
    books.index.noteGaps([{ afterLine: books.journal.head().line, beforeLine: null, lines: 1, bytes: 0 }]);
    expect(books.index.unusedRanges('H41.26', '2026-11-20')).toEqual([]);
  });
});

describe('spoilt slips', () => {
  it('are never given, whatever number was voided', async () => {
    const books = await (await createCounterPc()).restart();
    await record(books, proposePlain(unitDay, 'SlipNumberVoided', { slipNo: 'Q1/2026/0007' }));
    expect(slipOf((await record(books, proposeReception()))[0])).toBe(8);
    await record(books, proposePlain(unitDay, 'SlipNumberVoided', { slipNo: 'bẩn' }));
    expect(slipOf((await record(books, proposeReception()))[0])).toBe(9);
  });
});

describe('receipts of a registered series', () => {
  const receiptOf = (action: Action | undefined) => (action?.payload as PayloadOf<'FeeCollected'>).receipt;
  const own = (number: number) => ({ kind: 'series', formNo: '01BLP0-001', symbol: 'TH-26P', number });
  const collect = (changes: Record<string, unknown> = {}) => {
    const payload = { ...builders.payload('FeeCollected'), ...changes };
    const { receipt: _receipt, ...bare } = payload;
    return { kind: 'plain' as const, plainKind: 'FeeCollected', payload: 'receipt' in changes ? payload : bare };
  };
  async function openCounter() {
    const pc = await createCounterPc();
    const books = await pc.restart();
    const [received] = await record(books, proposeReception());
    if (received === undefined) throw new Error('nothing received');
    const propose = (changes?: Record<string, unknown>) => ({
      ...{ subject: received.subject, base: 0, act: collect(changes) },
    });
    return { pc, books, propose };
  }

  it('are numbered by the door without a gap, within one command and after a restart', async () => {
    const { pc, books, propose } = await openCounter();
    expect((await record(books, propose(), propose())).map(receiptOf)).toEqual([own(1), own(2)]);
    await books.close();
    const again = await pc.restart();
    expect((await record(again, propose())).map(receiptOf)).toEqual([own(3)]);
  });

  it('are given for money that is there, of the ledger the series is registered for', async () => {
    const { books, propose } = await openCounter();
    const postal = { lines: [{ ledger: 'postalCharge', name: 'Cước', amount: 26_000 }] };
    const waiver = { ground: 'Điều 10' };
    const approval = { kind: 'deferred', reason: 'một người trực' };
    const none = await record(
      books,
      propose(postal),
      propose({ method: 'transfer', confirmed: false, reference: 'QR1' }),
      propose({ method: 'waived', waiver, approval }),
    );
    expect(none.map(receiptOf)).toEqual([undefined, undefined, undefined]);
    expect((await record(books, propose())).map(receiptOf)).toEqual([own(1)]);
  });

  it('take a number read off a sheet once, and go on behind it and behind a spoilt one', async () => {
    const { books, propose } = await openCounter();
    expect((await record(books, propose({ receipt: own(7) }))).map(receiptOf)).toEqual([own(7)]);
    expect(await refusalOf(books, propose({ receipt: own(7) }))).toMatchObject({
      reason: { kind: 'receiptTaken', number: 7 },
    });
    expect(await refusalOf(books, propose({ receipt: own(8) }), propose({ receipt: own(8) }))).toMatchObject({
      reason: { kind: 'receiptTaken', number: 8 },
    });
    const spoilt = { formNo: '01BLP0-001', symbol: 'TH-26P', number: 8 };
    await record(books, proposePlain(unitDay, 'ReceiptNumberVoided', spoilt));
    expect((await record(books, propose())).map(receiptOf)).toEqual([own(9)]);
  });

  it('are skipped rather than given twice when lines are lost, and end with the series', async () => {
    const { books, propose } = await openCounter();
    await record(books, propose());
    books.index.noteGaps([{ afterLine: books.journal.head().line, beforeLine: null, lines: 0, bytes: 900 }]);
    expect((await record(books, propose())).map(receiptOf)).toEqual([own(5)]);
    await record(books, propose({ receipt: own(5000) }));
    expect((await record(books, propose())).map(receiptOf)).toEqual([undefined]);
  });
});

describe('a cancelled collection', () => {
  async function setUp() {
    const pc = await createCounterPc();
    const books = await pc.restart();
    const [received] = await record(books, proposeReception());
    const { subject } = received ?? {};
    if (subject === undefined) throw new Error('nothing received');
    const [collected] = await record(books, proposePlain(subject, 'FeeCollected', { method: 'cash' }));
    return { pc, books, subject, collectionId: collected?.id ?? '' };
  }
  const needsApproval = { reason: { kind: 'missing', what: 'immediateApproval' } };
  const handIn = (day: Subject = unitDay, ledger = 'stateFee') => proposePlain(day, 'CashHandedIn', { ledger });

  it('needs somebody who approves on the spot once its cash was handed in, also on a later day', async () => {
    for (const days of [0, 3]) {
      const { pc, books, subject, collectionId } = await setUp();
      const cancel = proposePlain(subject, 'FeeCancelled', { collectionId, approval: undefined });
      pc.wall += days * 86_400_000;
      books.clock.noteServerTime(pc.wall);
      await record(books, handIn({ ...unitDay, day: days === 0 ? '2026-11-20' : '2026-11-23' }));
      expect(await refusalOf(books, cancel)).toMatchObject(needsApproval);
      const approval = { kind: 'immediate', approverId: 'lãnh đạo' };
      await record(books, proposePlain(subject, 'FeeCancelled', { collectionId, approval }));
    }
  });

  it('needs nobody while the cash lies in its box, or another counter or ledger handed in', async () => {
    const { books, subject, collectionId } = await setUp();
    await record(books, handIn({ ...unitDay, counterId: 'quay-2' }), handIn(unitDay, 'postalCharge'));
    await record(books, proposePlain(subject, 'FeeCancelled', { collectionId, approval: undefined }));
  });

  it('sees a hand-in of the same command', async () => {
    const { books, subject, collectionId } = await setUp();
    const cancel = proposePlain(subject, 'FeeCancelled', { collectionId, approval: undefined });
    expect(await refusalOf(books, handIn(), cancel)).toMatchObject({ ...needsApproval, index: 1 });
  });
});

describe('papers the post collected', () => {
  async function collect() {
    const pc = await createCounterPc();
    const books = await pc.restart();
    const subject = newDossier();
    const intake = builders.intake({ procedureCode: '1.004873', caseId: 'thuong', channel: 'post' });
    pc.session = buildSession(loadReference('2026-11-20'), { officer: postman });
    const [collected] = await record(books, proposePlain(subject, 'CollectedByPost', { intake }));
    pc.session = buildSession(loadReference('2026-11-20'));
    const reception = proposeReception({ id: subject.id, intake: { channel: 'post' } });
    const bag = proposePlain(unitDay, 'BagReceived', { dossierIds: [subject.id] });
    return { pc, books, reception, bag, collectedAt: collected?.happenedAt ?? 0 };
  }
  const postman = { ...buildOfficer('postalOfficer'), unitId: 'H41.26' };

  it('are received when their bag came, not when somebody typed them, and the date counts from there', async () => {
    const { pc, books, reception, bag } = await collect();
    pc.wall += HOUR;
    const [arrived] = await record(books, bag);
    pc.wall += 3 * HOUR;
    const [received] = await record(books, reception);
    expect(received?.happenedAt).toBe(arrived?.happenedAt);
    expect(received?.at).toBe((arrived?.at ?? 0) + 3 * HOUR);
    expect(received).not.toHaveProperty('backEntry');
    const { appointment } = received?.payload as PayloadOf<'DossierReceived'>;
    expect(appointment.trace[0]).toEqual({ kind: 'received', at: arrived?.happenedAt });
  });

  it('are received now when no bag is told, or the officer names a time', async () => {
    const first = await collect();
    first.pc.wall += HOUR;
    const [now] = await record(first.books, first.reception);
    expect(now?.happenedAt).toBe(now?.at);
    const second = await collect();
    second.pc.wall += HOUR;
    await record(second.books, second.bag);
    const happenedAt = second.collectedAt + 60_000;
    const [told] = await record(second.books, { ...second.reception, happenedAt, backEntry: { reason: 'line' } });
    expect(told?.happenedAt).toBe(happenedAt);
  });

  it('do not change when other dossiers are received', async () => {
    const { pc, books, bag } = await collect();
    await record(books, bag);
    pc.wall += HOUR;
    const [other] = await record(books, proposeReception());
    expect(other?.happenedAt).toBe(other?.at);
  });
});
