import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { subjectKey, type Action } from '../../shared/domain/actions/action';
import { foldDossier } from '../../shared/domain/dossier-state';
import { MORNING } from '../../tests/support/builders';
import {
  builders,
  buildLease,
  createCounterPc,
  proposePlain,
  proposeReception,
  record,
} from '../../tests/support/door-kit';
import { alterFile } from '../../tests/support/journal-kit';
import { buildSyncCounts } from './sync-counts';
import type { Books } from './open-books';

const today = '2026-11-20';
const countsOf = (books: Books) => buildSyncCounts({ index: books.index, today, agencyId: 'H41.26', triesOf: () => 2 });
const accepted = (serverEpoch: string, n: number) => ({ serverEpoch, n });

async function receiveOne(books: Books): Promise<Action> {
  const [action] = await record(books, proposeReception());
  if (action === undefined) throw new Error('nothing recorded');
  return action;
}

describe('append door receipts', () => {
  it('keeps an act waiting until its receipt lies in the journal, also over a restart', async () => {
    const pc = await createCounterPc();
    const books = await pc.restart();
    const [first, second] = [await receiveOne(books), await receiveOne(books)];
    expect(books.index.waiting().map((act) => act.action)).toEqual([first, second]);
    expect(countsOf(books)).toMatchObject({ saved: 2, accepted: 0, waiting: 2, lastReceiptAt: null });
    await books.door.appendReceipts([builders.receipt(first, { at: MORNING + 5_000 })]);
    await books.close();

    const again = await pc.restart();
    expect(again.index.waiting().map((act) => act.actionId)).toEqual([second.id]);
    expect(countsOf(again)).toMatchObject({ saved: 2, accepted: 1, waiting: 1, lastReceiptAt: MORNING + 5_000 });
    expect(countsOf(again).queue).toEqual([
      { actionId: second.id, subjectKey: subjectKey(second.subject), kind: 'DossierReceived', at: MORNING, tries: 2 },
    ]);
    const history = await again.index.historyOf(subjectKey(first.subject));
    expect(history.receipts.get(first.id)?.pos).toBe(1);
  });

  it('writes no line when a receipt says nothing new, but keeps a later durable word', async () => {
    const books = await (await createCounterPc()).restart();
    const action = await receiveOne(books);
    const receipt = builders.receipt(action, { durable: false, at: MORNING + 1 });
    await books.door.appendReceipts([receipt]);
    const { line } = books.journal.head();
    await books.door.appendReceipts([receipt]);
    await books.door.appendReceipts([]);
    await books.door.appendReceipts([builders.receipt(builders.action('FeeCollected', { subject: action.subject }))]);
    expect(books.journal.head().line).toBe(line);
    await books.door.appendReceipts([{ ...receipt, durable: true, at: MORNING + 2 }]);
    expect(books.journal.head().line).toBe(line + 1);
    expect((await books.index.historyOf(subjectKey(action.subject))).receipts.get(action.id)?.durable).toBe(true);
  });

  it('lists an issue until somebody resolves it', async () => {
    const books = await (await createCounterPc()).restart();
    const action = await receiveOne(books);
    const verdict = { type: 'acceptedWithIssue', cause: 'dateDoubt', whoActs: 'supervisor' } as const;
    await books.door.appendReceipts([builders.receipt(action, { verdict })]);
    expect(countsOf(books).issues).toEqual([
      {
        actionId: action.id,
        subjectKey: subjectKey(action.subject),
        kind: 'DossierReceived',
        at: MORNING,
        verdict: 'acceptedWithIssue',
        cause: 'dateDoubt',
        whoActs: 'supervisor',
      },
    ]);
    await record(books, proposePlain(action.subject, 'IssueResolved', { actionId: action.id }));
    expect(countsOf(books).issues).toEqual([]);
  });

  it('tells saved and accepted dossiers, not acts, and forgets yesterday once everything is accepted', async () => {
    const pc = await createCounterPc();
    const books = await pc.restart();
    const action = await receiveOne(books);
    const more = await record(
      books,
      proposePlain(action.subject, 'FeeCollected'),
      proposePlain(action.subject, 'FormPrinted'),
    );
    expect(countsOf(books)).toMatchObject({ saved: 1, accepted: 0, waiting: 1 });
    await books.door.appendReceipts([action, ...more].map((act, index) => builders.receipt(act, { pos: index + 1 })));
    expect(countsOf(books)).toMatchObject({ saved: 1, accepted: 1, waiting: 0 });
    const tomorrow = buildSyncCounts({ index: books.index, today: '2026-11-21', agencyId: 'H41.26', triesOf: () => 0 });
    expect(tomorrow).toMatchObject({ saved: 0, accepted: 0, waiting: 0 });
  });
});

describe('append door pull', () => {
  it('keeps others acts and the checkpoint in one line and continues from there after a restart', async () => {
    const pc = await createCounterPc();
    const books = await pc.restart();
    const subject = { type: 'dossier', id: builders.id() } as const;
    const items = [
      builders.action('DossierReceived', { subject, deviceId: 'M02' }),
      builders.action('HandedOver', { subject, deviceId: 'M02' }),
    ].map((action, index) => ({ action, receipt: builders.receipt(action, { pos: index + 1 }) }));
    const { line } = books.journal.head();
    expect(await books.door.appendPulled(items, accepted('e1', 2))).toEqual({
      ok: true,
      value: { lastLine: line + 1 },
    });
    await books.door.appendPulled(items, accepted('e1', 2));
    expect(books.journal.head().line).toBe(line + 1);
    await books.close();
    const again = await pc.restart();
    expect(again.index.checkpoint()).toEqual(accepted('e1', 2));
    expect(again.index.waiting()).toEqual([]);
    const history = await again.index.historyOf(subjectKey(subject));
    expect(foldDossier({ dossierId: subject.id, ...history })).toMatchObject({ status: 4, pos: 2, stub: false });
  });

  it('takes an own act that comes back in the feed as its receipt, and no second time', async () => {
    const books = await (await createCounterPc()).restart();
    const action = await receiveOne(books);
    const item = { action, receipt: builders.receipt(action) };
    await books.door.appendPulled([item], accepted('e1', 1));
    expect(books.index.waiting()).toEqual([]);
    const { line } = books.journal.head();
    await books.door.appendPulled([item], accepted('e1', 1));
    expect(books.journal.head().line).toBe(line);
    await books.door.appendPulled([item], accepted('e2', 1));
    expect(books.journal.head().line).toBe(line + 1);
  });

  it('keeps a known act that comes with another word of the province, and no second time', async () => {
    const books = await (await createCounterPc()).restart();
    const action = await receiveOne(books);
    const first = builders.receipt(action, { pos: 1 });
    const placedAnew = builders.receipt(action, { pos: 4, at: first.at + 1 });
    await books.door.appendPulled([{ action, receipt: first }], accepted('e1', 1));
    await books.door.appendPulled([{ action, receipt: placedAnew }], accepted('e1', 2));
    const { line } = books.journal.head();
    const history = await books.index.historyOf(subjectKey(action.subject));
    expect(history.receipts.get(action.id)?.pos).toBe(4);
    await books.door.appendPulled([{ action, receipt: placedAnew }], accepted('e1', 2));
    expect(books.journal.head().line).toBe(line);
  });

  it('counts codes others put on paper as used when the lease went from hand to hand', async () => {
    const books = await (await createCounterPc()).restart();
    const subject = { type: 'dossier', id: builders.id() } as const;
    const code = { kind: 'official', value: 'H41.26-261120-0001', leaseId: 'lease-1' } as const;
    const action = builders.action('DossierReceived', { subject, deviceId: 'M02' }, { code });
    await books.door.appendPulled([{ action, receipt: builders.receipt(action) }], accepted('e1', 1));
    await books.door.appendLeases([buildLease(1, 2)]);
    expect((await receiveOne(books)).payload['code']).toMatchObject({ value: 'H41.26-261120-0002' });
  });

  it('accounts for every lease once', async () => {
    const books = await (await createCounterPc()).restart();
    await books.door.appendLeases([buildLease(1, 3)]);
    const { line } = books.journal.head();
    await books.door.appendLeases([buildLease(1, 3)]);
    expect(books.journal.head().line).toBe(line);
    await books.door.appendLeases([buildLease(1, 3), buildLease(1, 5, { leaseId: 'later', day: '2026-11-23' })]);
    expect(countsOf(books).codesLeft).toEqual({ agencyId: 'H41.26', today: 3, lastDay: '2026-11-23' });
    expect(books.index.leaseIds()).toEqual(new Set(['lease-1', 'later']));
    await receiveOne(books);
    expect(countsOf(books).codesLeft.today).toBe(2);
  });
});

describe('append door accesses', () => {
  it('writes collected accesses as one line, with officer and time', async () => {
    const books = await (await createCounterPc()).restart();
    books.door.noteAccess({ what: 'viewed', subjectKey: 'dossier:1' });
    books.door.noteAccess({ what: 'unlockFailed', officerId: 'demo-supervisor' });
    expect(books.journal.head().line).toBe(0);
    await books.door.flushAccess();
    expect((await books.journal.read(0, 9)).map((entry) => entry.body)).toEqual([
      {
        kind: 'access',
        entries: [
          { what: 'viewed', subjectKey: 'dossier:1', officerId: 'demo-intakeOfficer', at: MORNING },
          { what: 'unlockFailed', officerId: 'demo-supervisor', at: MORNING },
        ],
      },
    ]);
    await books.door.flushAccess();
    expect(books.journal.head().line).toBe(1);
  });

  it('loses none when the books are closed', async () => {
    const pc = await createCounterPc();
    const books = await pc.restart();
    books.door.noteAccess({ what: 'exported' });
    await books.close();
    expect((await pc.restart()).journal.head().line).toBe(1);
  });
});

describe('append door after damage', () => {
  /** Receives `count` dossiers on a lease, then changes a byte of the line of the given one. */
  async function damageLineOf(which: number, count: number) {
    const pc = await createCounterPc();
    const books = await pc.restart();
    await books.door.appendLeases([buildLease(1, 50)]);
    const actions: Action[] = [];
    for (let n = 0; n < count; n += 1) actions.push(await receiveOne(books));
    const key = subjectKey((actions[which] ?? actions[0])?.subject ?? { type: 'dossier', id: '' });
    const [line = 0] = books.index.linesOf(key);
    await books.close();
    await alterFile(join(pc.folder, 'journal', '00000001.qmj'), (bytes) => {
      // Lines are found by their magic; the byte changed lies inside the sealed body.
      let at = -1;
      for (let n = 0; n < line; n += 1) at = bytes.indexOf('QMJ1', at + 1, 'latin1');
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at + 200) ^ 1, at + 200);
      return changed;
    });
    return { pc, actions };
  }

  it.each([1, 3])('never repeats a code, slip or sequence number when line %i of four is lost', async (which) => {
    const { pc, actions } = await damageLineOf(which, 4);
    const seen = { codes: new Set<string>(), slips: new Set<string>(), seqs: new Set<string>() };
    const note = (action: Action): void => {
      const { code, slip } = action.payload as { code?: { value: string }; slip?: unknown };
      const marks = [code?.value ?? '', JSON.stringify(slip), `${action.incarnation}/${String(action.seq)}`];
      const sets = [seen.codes, seen.slips, seen.seqs];
      marks.forEach((mark, index) => {
        expect(sets[index]?.has(mark)).toBe(false);
        sets[index]?.add(mark);
      });
    };
    actions.forEach(note);
    for (let round = 0; round < 3; round += 1) {
      const books = await pc.restart();
      expect(books.handshake({ generation: null, appliedLine: 0 })).toMatchObject({
        verdict: 'wiped',
        damagedLines: 1,
      });
      if (round === 1) await books.door.appendLeases([buildLease(51, 60)]);
      const [first, second] = [await receiveOne(books), await receiveOne(books)];
      expect((first.payload['code'] as { kind: string }).kind).toBe(round === 0 ? 'temporary' : 'official');
      [first, second].forEach(note);
      await books.close();
    }
  });
});
