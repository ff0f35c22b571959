import { describe, expect, it } from 'vitest';
import { fromLocal } from '../../shared/base/time';
import { subjectKey, type Action } from '../../shared/domain/actions/action';
import { codeSchema, slipNumberSchema } from '../../shared/domain/actions/intake-payload';
import { decideIntake } from '../../shared/domain/intake';
import { MORNING } from '../../tests/support/builders';
import {
  builders,
  buildLease,
  createCounterPc,
  loadReference,
  proposePlain,
  proposeReception,
  record,
} from '../../tests/support/door-kit';
import { openFaultyFiles, type DiskFaults } from '../../tests/support/journal-kit';

const codeOf = (action: Action | undefined) => codeSchema.parse(action?.payload['code']);
const slipOf = (action: Action | undefined) => slipNumberSchema.parse(action?.payload['slip']);
const unitDay = { type: 'unitDay', unitId: 'H41.26', day: '2026-11-20', counterId: 'quay-1' } as const;

describe('append door reception', () => {
  it('stamps code, slip, promise and officer when a dossier is received', async () => {
    const pc = await createCounterPc();
    const books = await pc.restart();
    await books.door.appendLeases([buildLease(7, 9)]);
    const proposal = proposeReception();
    const [action] = await record(books, proposal);
    expect(action).toMatchObject({
      subject: proposal.subject,
      kind: 'DossierReceived',
      at: MORNING,
      happenedAt: MORNING,
      seq: 1,
      deviceId: 'M01',
      officerId: 'demo-intakeOfficer',
    });
    expect(codeOf(action)).toEqual({ kind: 'official', value: 'H41.26-261120-0007', leaseId: 'lease-7' });
    expect(slipOf(action)).toEqual({ book: 'Q1', year: 2026, number: 1 });
    if (proposal.act.kind !== 'DossierReceived') throw new Error('not a reception');
    const decided = decideIntake({
      intake: proposal.act.intake,
      at: MORNING,
      reference: loadReference('2026-11-20'),
      unitId: 'H41.26',
    });
    expect(action?.payload).toMatchObject(
      decided.ok ? { appointment: decided.value.appointment, versions: decided.value.versions } : {},
    );
    expect(action).not.toHaveProperty('clockDoubt');
    expect(action).not.toHaveProperty('onBehalfOf');
  });

  it('refuses the second reception of the same dossier, in one command, later and after a restart', async () => {
    const pc = await createCounterPc();
    const books = await pc.restart();
    const proposal = proposeReception();
    const refused = { ok: false, error: { kind: 'notAllowed', index: 1, reason: { kind: 'alreadyDone' } } };
    expect(await books.door.propose([proposal, proposal])).toEqual(refused);
    await record(books, proposal);
    expect(await books.door.propose([proposal])).toMatchObject({
      ok: false,
      error: { index: 0, reason: { kind: 'alreadyDone' } },
    });
    await books.close();
    expect(await (await pc.restart()).door.propose([proposal])).toMatchObject({
      ok: false,
      error: { reason: { kind: 'alreadyDone' } },
    });
  });

  it('gives temporary numbers when the lease is dry, of another day or of another agency', async () => {
    const pc = await createCounterPc();
    const books = await pc.restart();
    await books.door.appendLeases([
      buildLease(1, 1),
      buildLease(2, 9, { day: '2026-11-21' }),
      buildLease(3, 9, { agencyId: 'H41.27' }),
    ]);
    const actions = await record(books, proposeReception(), proposeReception(), proposeReception());
    expect(actions.map((action) => codeOf(action))).toEqual([
      { kind: 'official', value: 'H41.26-261120-0001', leaseId: 'lease-1' },
      { kind: 'temporary', value: 'TAM-M01-261120-001', reason: 'noLease' },
      { kind: 'temporary', value: 'TAM-M01-261120-002', reason: 'noLease' },
    ]);
  });

  it('marks acts and takes no official code when the clock is in doubt', async () => {
    const pc = await createCounterPc();
    const books = await pc.restart();
    await books.door.appendLeases([buildLease(1, 50)]);
    pc.wall += 86_400_000;
    const [doubtful] = await record(books, proposeReception());
    expect(doubtful?.clockDoubt).toBe(true);
    expect(codeOf(doubtful)).toEqual({ kind: 'temporary', value: 'TAM-M01-261120-001', reason: 'clockDoubt' });
    books.clock.noteServerTime(pc.wall);
    await books.door.appendLeases([buildLease(51, 60, { day: '2026-11-21' })]);
    const [sure] = await record(books, proposeReception());
    expect(sure).not.toHaveProperty('clockDoubt');
    expect(codeOf(sure).value).toBe('H41.26-261121-0051');
  });

  it('never gives a voided code', async () => {
    const books = await (await createCounterPc()).restart();
    await books.door.appendLeases([buildLease(1, 3)]);
    await record(books, proposePlain(unitDay, 'CodeVoided', { code: 'H41.26-261120-0001' }));
    const [action] = await record(books, proposeReception());
    expect(codeOf(action).value).toBe('H41.26-261120-0002');
  });

  it('names what is wrong when procedure, case or unit do not exist here', async () => {
    const books = await (await createCounterPc()).restart();
    const errorOf = async (intake: Record<string, string>) => {
      const done = await books.door.propose([proposeReception({ intake })]);
      return done.ok ? null : done.error;
    };
    expect(await errorOf({ procedureCode: '9.999999' })).toEqual({ kind: 'unknownProcedure', code: '9.999999' });
    expect(await errorOf({ caseId: 'khong-co' })).toEqual({ kind: 'invalid', index: 0, fields: ['intake.caseId'] });
    expect(await errorOf({ receivingUnitId: 'H99.1' })).toEqual({
      kind: 'invalid',
      index: 0,
      fields: ['intake.receivingUnitId'],
    });
    expect(books.index.hasContent()).toBe(false);
  });

  it('keeps the portal code and takes no lease when an online submission is accepted', async () => {
    const books = await (await createCounterPc()).restart();
    const subject = { type: 'dossier', id: builders.id() } as const;
    const intake = builders.intake({ procedureCode: '1.004873', caseId: 'thuong', channel: 'online' });
    const arrived = builders.action('OnlineSubmissionArrived', { subject, deviceId: 'province' }, { intake });
    await books.door.appendPulled([{ action: arrived, receipt: builders.receipt(arrived) }], {
      serverEpoch: 'e1',
      n: 1,
    });
    await books.door.appendLeases([buildLease(1, 5)]);
    const [action] = await record(books, { subject, base: 1, act: { kind: 'OnlineSubmissionAccepted' } });
    expect(action?.payload).not.toHaveProperty('code');
    expect(slipOf(action).number).toBe(1);
    expect(await books.door.propose([{ subject, base: 1, act: { kind: 'OnlineSubmissionAccepted' } }])).toMatchObject({
      error: { reason: { kind: 'alreadyDone' } },
    });
    const [counter] = await record(books, proposeReception());
    expect(codeOf(counter).value).toBe('H41.26-261120-0001');
  });
});

describe('append door order and restart', () => {
  it('gives no seq, code, slip or line twice when proposals come at the same moment', async () => {
    const books = await (await createCounterPc()).restart();
    await books.door.appendLeases([buildLease(1, 25)]);
    const answers = await Promise.all(Array.from({ length: 40 }, () => books.door.propose([proposeReception()])));
    const actions = answers.flatMap((answer) => (answer.ok ? answer.value.actions : []));
    expect(actions.map((action) => action.seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(new Set(actions.map((action) => codeOf(action).value)).size).toBe(40);
    expect(actions.filter((action) => codeOf(action).kind === 'official')).toHaveLength(25);
    expect(actions.map((action) => slipOf(action).number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(new Set(actions.map((action) => action.id)).size).toBe(40);
  });

  it('continues seq, codes, slips and temporary numbers without repeat when restarted after each save', async () => {
    const pc = await createCounterPc();
    const seen: Action[] = [];
    for (let round = 0; round < 6; round += 1) {
      const books = await pc.restart();
      if (round === 0) await books.door.appendLeases([buildLease(1, 4)]);
      seen.push(...(await record(books, proposeReception(), proposeReception())));
      await books.close();
    }
    expect(seen.map((action) => action.seq)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(new Set(seen.map((action) => action.incarnation)).size).toBe(1);
    expect(seen.map((action) => slipOf(action).number)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(seen.map((action) => codeOf(action).value)).toEqual([
      ...[1, 2, 3, 4].map((n) => `H41.26-261120-000${String(n)}`),
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `TAM-M01-261120-00${String(n)}`),
    ]);
  });

  it('starts slips anew with the year and keeps each counter its own series', async () => {
    const pc = await createCounterPc();
    const books = await pc.restart();
    const reference = loadReference('2026-11-20');
    await record(books, proposeReception(), proposeReception());
    const second = reference.units.get('H41.26')?.counters[1];
    if (second === undefined || pc.session === null) throw new Error('no second counter');
    const first = pc.session;
    pc.session = { ...first, counter: second };
    expect(slipOf((await record(books, proposeReception()))[0])).toEqual({ book: 'Q2', year: 2026, number: 1 });
    pc.session = first;
    pc.wall = fromLocal('2027-01-04', '08:00');
    books.clock.noteServerTime(pc.wall);
    expect(slipOf((await record(books, proposeReception()))[0])).toEqual({ book: 'Q1', year: 2027, number: 1 });
  });

  it('goes on under a new incarnation with seq 1 when told that the province knows more', async () => {
    const books = await (await createCounterPc()).restart();
    const [before] = await record(books, proposeReception());
    await books.door.renewIncarnation();
    const [after] = await record(books, proposeReception());
    expect(after?.seq).toBe(1);
    expect(after?.incarnation).not.toBe(before?.incarnation);
    expect(books.index.waiting().map((act) => act.seq)).toEqual([1, 1]);
  });
});

describe('append door on a failing disk', () => {
  it('changes nothing and tells nobody when the disk is full or fails, and repeats no number afterwards', async () => {
    const pc = await createCounterPc();
    const faults: DiskFaults = { write: [], datasync: [], create: [] };
    const books = await pc.restart({ files: await openFaultyFiles(`${pc.folder}/journal`, faults) });
    await books.door.appendLeases([buildLease(1, 9)]);
    await record(books, proposeReception());
    const told: number[] = [];
    const stop = books.door.onGrow((line) => told.push(line));
    const lost = proposeReception();
    faults.write.push('ENOSPC', 'ENOSPC');
    expect(await books.door.propose([lost])).toEqual({ ok: false, error: { kind: 'diskFull' } });
    faults.write.push('EIO', 'EIO');
    expect(await books.door.propose([lost])).toEqual({ ok: false, error: { kind: 'diskFailed', ref: 'REF-EIO' } });
    expect(told).toEqual([]);
    expect(books.index.linesOf(subjectKey(lost.subject))).toEqual([]);
    const [action] = await record(books, lost);
    expect([action?.seq, codeOf(action).value, slipOf(action).number]).toEqual([2, 'H41.26-261120-0002', 2]);
    expect(told).toEqual([books.journal.head().line]);
    stop();
    await record(books, proposeReception());
    expect(told).toHaveLength(1);
  });

  it('tells listeners and index only after the line is on the disk', async () => {
    const pc = await createCounterPc();
    const order: string[] = [];
    const real = await openFaultyFiles(`${pc.folder}/journal`, { write: [], datasync: [], create: [] });
    const books = await pc.restart({
      files: {
        ...real,
        create: async (name) => {
          const file = await real.create(name);
          const datasync = async (): Promise<void> => {
            await file.datasync();
            order.push(`disk ${String(books.index.waiting().length)}`);
          };
          return { ...file, datasync };
        },
      },
    });
    books.door.onGrow(() => order.push(`grown ${String(books.index.waiting().length)}`));
    await record(books, proposeReception());
    expect(order).toEqual(['disk 0', 'grown 0', 'disk 0', 'grown 1']);
  });
});
