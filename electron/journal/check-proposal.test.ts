import { describe, expect, it } from 'vitest';
import { fromLocal } from '../../shared/base/time';
import { subjectKey } from '../../shared/domain/actions/action';
import { buildDelegation, buildOfficer, MORNING } from '../../tests/support/builders';
import {
  buildSession,
  createCounterPc,
  loadReference,
  proposePlain,
  proposeReception,
  record,
} from '../../tests/support/door-kit';

const unitDay = { type: 'unitDay', unitId: 'H41.26', day: '2026-11-20', counterId: 'quay-1' } as const;

describe('proposal', () => {
  it('lets later acts of a command see the earlier ones and writes all or none', async () => {
    const books = await (await createCounterPc()).restart();
    const reception = proposeReception();
    const { subject } = reception;
    const before = books.journal.head().line;
    const refused = await books.door.propose([
      reception,
      proposePlain(subject, 'FeeCollected'),
      proposePlain(subject, 'OutcomeReturned'),
    ]);
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: 'notAllowed', index: 2, reason: { kind: 'status', status: 2 } },
    });
    expect(books.index.linesOf(subjectKey(subject))).toEqual([]);

    const actions = await record(
      books,
      reception,
      proposePlain(subject, 'OutcomeReady'),
      proposePlain(subject, 'OutcomeReturned'),
    );
    expect(actions.map((action) => action.seq)).toEqual([1, 2, 3]);
    expect(books.index.linesOf(subjectKey(subject))).toEqual([books.journal.head().line]);
    expect(books.journal.head().line).toBe(before + 2);
  });

  it('checks the role and the delegation of the signed-in officer, whatever the page says', async () => {
    const pc = await createCounterPc();
    const books = await pc.restart();
    const reference = loadReference('2026-11-20');
    const receptionBy = async (delegation: ReturnType<typeof buildDelegation> | undefined) => {
      const { delegation: usual, ...officer } = buildOfficer('postalOfficer');
      expect(usual).toBeDefined();
      pc.session = buildSession(reference, {
        officer: delegation === undefined ? officer : { ...officer, delegation },
      });
      return books.door.propose([proposeReception()]);
    };
    const done = await receptionBy(buildDelegation());
    expect(done).toMatchObject({
      ok: true,
      value: { actions: [{ onBehalfOf: { unitId: 'H41.26', delegationId: 'UQ-01', decisionNo: '15/QĐ-UBND' } }] },
    });
    const reasonFor = (why: string) => ({
      ok: false,
      error: { kind: 'notAllowed', index: 0, reason: { kind: 'delegation', why } },
    });
    expect(await receptionBy(undefined)).toEqual(reasonFor('missing'));
    expect(await receptionBy(buildDelegation({ validTo: '2026-11-19' }))).toEqual(reasonFor('ended'));
    expect(await receptionBy(buildDelegation({ validFrom: '2026-11-21' }))).toEqual(reasonFor('notStarted'));
    expect(await receptionBy(buildDelegation({ procedures: ['1.001193'] }))).toEqual(reasonFor('procedure'));
    const reception = proposeReception();
    pc.session = buildSession(reference, {
      officer: buildOfficer('postalOfficer', { delegation: buildDelegation({ mayCollectFees: false }) }),
    });
    await record(books, reception);
    expect(await books.door.propose([proposePlain(reception.subject, 'FeeCollected')])).toEqual(reasonFor('fees'));
    expect(await books.door.propose([proposePlain(reception.subject, 'Withdrawn')])).toMatchObject({
      error: { reason: { kind: 'permission', role: 'postalOfficer' } },
    });
  });

  it('answers locked when nobody is signed in', async () => {
    const pc = await createCounterPc();
    const books = await pc.restart();
    pc.session = null;
    expect(await books.door.propose([proposeReception()])).toEqual({ ok: false, error: { kind: 'locked' } });
  });

  it('takes a legal time in the past only as a marked back entry, and never one in the future', async () => {
    const pc = await createCounterPc();
    const books = await pc.restart();
    const yesterday = fromLocal('2026-11-19', '16:00');
    const backEntry = { reason: 'power', paperSlipNo: 'GT-12' } as const;
    const errorOf = async (times: Parameters<typeof proposeReception>[0]) => {
      const done = await books.door.propose([proposeReception(times)]);
      return done.ok ? null : done.error;
    };
    expect(await errorOf({ happenedAt: yesterday })).toEqual({ kind: 'invalid', index: 0, fields: ['backEntry'] });
    expect(await errorOf({ backEntry })).toEqual({ kind: 'invalid', index: 0, fields: ['happenedAt'] });
    expect(await errorOf({ happenedAt: MORNING + 1, backEntry })).toMatchObject({ reason: { kind: 'future' } });
    expect(await errorOf({ happenedAt: MORNING + 1 })).toMatchObject({ reason: { kind: 'future' } });
    expect(await errorOf({ happenedAt: fromLocal('2026-11-17', '09:00'), backEntry })).toMatchObject({
      reason: { kind: 'backEntryTooOld' },
    });
    const [action] = await record(books, proposeReception({ happenedAt: yesterday, backEntry }));
    expect(action).toMatchObject({ at: MORNING, happenedAt: yesterday, backEntry });
    expect(action?.payload['appointment']).toMatchObject({ startsAt: yesterday });
    pc.session = buildSession(loadReference('2026-11-20'), { officer: buildOfficer('supervisor') });
    expect(await errorOf({ happenedAt: fromLocal('2026-11-17', '09:00'), backEntry })).toBeNull();
  });

  it('reaches back over a public holiday to the working day before it', async () => {
    const pc = await createCounterPc();
    pc.wall = fromLocal('2026-05-04', '09:00');
    const books = await pc.restart();
    const backEntry = { reason: 'line' } as const;
    const times = { happenedAt: fromLocal('2026-04-29', '10:00'), backEntry };
    expect((await books.door.propose([proposeReception(times)])).ok).toBe(true);
    expect(
      await books.door.propose([proposeReception({ ...times, happenedAt: fromLocal('2026-04-28', '10:00') })]),
    ).toMatchObject({
      error: { reason: { kind: 'backEntryTooOld' } },
    });
  });

  it('refuses kinds only the province writes, unknown kinds, broken payloads and a wrong subject', async () => {
    const books = await (await createCounterPc()).restart();
    const reception = proposeReception();
    await record(books, reception);
    const { subject } = reception;
    const fieldsOf = async (proposal: Parameters<typeof books.door.propose>[0][number]) => {
      const done = await books.door.propose([proposal]);
      return done.ok || done.error.kind !== 'invalid' ? done : done.error.fields;
    };
    const plain = (plainKind: string, payload: { v: number }) =>
      ({ subject, base: 1, act: { kind: 'plain', plainKind, payload } }) as const;
    for (const kind of [
      'OfficialCodeAssigned',
      'OnlineSubmissionArrived',
      'DossierReceived',
      'NewerKind',
      'constructor',
      '__proto__',
    ]) {
      expect(await fieldsOf(plain(kind, { v: 1 }))).toEqual(['plainKind']);
    }
    expect(await fieldsOf(plain('FeeCollected', { v: 1 }))).toEqual(['lines', 'method']);
    expect(await fieldsOf(proposePlain(unitDay, 'FeeCollected'))).toEqual(['subject']);
    expect(await fieldsOf(proposePlain(subject, 'ShiftOpened'))).toEqual(['subject']);
    expect(await fieldsOf({ ...reception, subject: unitDay })).toEqual(['subject']);
    expect(await fieldsOf(proposePlain({ ...unitDay, unitId: 'H41.27' }, 'ShiftOpened'))).toEqual(['subject.unitId']);
    expect(await books.door.propose([])).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  });

  it('opens a shift once and closes a register by the supervisor only', async () => {
    const pc = await createCounterPc();
    const books = await pc.restart();
    await record(books, proposePlain(unitDay, 'ShiftOpened'));
    expect(await books.door.propose([proposePlain(unitDay, 'ShiftOpened')])).toMatchObject({
      error: { reason: { kind: 'alreadyDone' } },
    });
    expect(await books.door.propose([proposePlain(unitDay, 'RegisterClosed')])).toMatchObject({
      error: { reason: { kind: 'permission' } },
    });
    pc.session = buildSession(loadReference('2026-11-20'), { officer: buildOfficer('supervisor') });
    await record(books, proposePlain(unitDay, 'RegisterClosed'));
    expect(await books.door.propose([proposePlain(unitDay, 'RegisterClosed')])).toMatchObject({
      error: { reason: { kind: 'alreadyDone' } },
    });
  });
});

describe('checkProposal of an addendum', () => {
  it('takes an addendum with the next number, and only to a closing that is there', async () => {
    const pc = await createCounterPc();
    pc.session = buildSession(loadReference('2026-11-20'), { officer: buildOfficer('supervisor') });
    const books = await pc.restart();
    const addendum = (closingId: string, number: number) =>
      proposePlain(unitDay, 'RegisterAddendumIssued', { closingId, number });
    const [closing] = await record(books, proposePlain(unitDay, 'RegisterClosed'));
    const id = closing?.id ?? '';
    expect(await books.door.propose([proposePlain(unitDay, 'RegisterAddendumIssued')])).toMatchObject({
      error: { reason: { kind: 'registerOpen' } },
    });
    await record(books, addendum(id, 1));
    expect(await books.door.propose([addendum(id, 1)])).toMatchObject({ error: { reason: { kind: 'alreadyDone' } } });
    await record(books, addendum(id, 2));
  });
});
