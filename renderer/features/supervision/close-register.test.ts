import { afterEach, describe, expect, test } from 'vitest';
import type { Action } from '../../../shared/domain/actions/action';
import type { Unit } from '../../../shared/domain/unit';
import { createFakeDesktop, type FakeDesktop } from '../../../tests/support/fake-desktop';
import { createPlace, openTestRecords } from '../../../tests/support/open-store';
import { listCounterLines } from '../../../shared/reports/register-lines';
import { buildReportDocument, buildReportWorkbook } from '../../../shared/reports/report';
import { MORNING } from '../../../tests/support/builders';
import { catchUp, closeRecords } from '../../records/open-records';
import { useRecordsStatus } from '../../records/records-status.store';
import { makeClosedRegister } from './day-register';
import { readDay, type DayQuestion, type ReadDay } from './read-day';
import { issueAddendum } from './addendum.commands';
import { makeAddenda, makeShownRegister } from './shown-register';
import { closeRegister, type ClosingOrder } from './supervision.commands';

afterEach(closeRecords);

const day = '2026-11-20';
const HOUR = 3_600_000;
const look = { masked: false, officerName: (id: string) => id };

interface Desk {
  readonly fake: FakeDesktop;
  readonly question: DayQuestion;
  readonly receive: (counterBook?: string) => Action;
  readonly close: (change?: Partial<ClosingOrder>) => ReturnType<typeof closeRegister>;
  readonly read: () => Promise<ReadDay>;
}

async function openDesk(name: string, counters?: Unit['counters']): Promise<Desk> {
  const fake = createFakeDesktop();
  if (counters) fake.rig.unit = { ...fake.rig.unit, counters };
  await openTestRecords(fake, createPlace(name));
  await new Promise<void>((resolve) => {
    if (useRecordsStatus.getState().searchReady) resolve();
    else {
      useRecordsStatus.subscribe(({ searchReady }) => {
        if (searchReady) resolve();
      });
    }
  });
  const question: DayQuestion = { desktop: fake.bridge, unit: fake.rig.unit, day, practice: false, knownIds: [] };
  const order = {
    counterId: 'q1',
    officerId: 'demo-supervisor',
    now: MORNING + 8 * HOUR,
    reasons: new Map<string, string>(),
  };
  return {
    fake,
    question,
    receive: (book = 'Q1') => {
      const subject = { type: 'dossier', id: fake.builders.id() } as const;
      const slip = { book, year: 2026, number: 1 };
      const action = fake.builders.action(
        'DossierReceived',
        { subject, deviceId: book === 'Q1' ? 'M01' : 'M02' },
        { slip },
      );
      fake.append({ kind: 'actions', actions: [action] });
      return action;
    },
    close: (change) => closeRegister({ ...question, ...order, ...change }),
    read: async () => {
      await catchUp();
      const read = await readDay(question);
      if (!read.ok) throw new Error(read.error.kind);
      return read.value;
    },
  };
}

/** The supervisor's stamp on acts of the stand-in for main. */
function signAs(fake: FakeDesktop, officerId: string): void {
  fake.rig.propose = (proposals) => {
    const actions = proposals.map(({ subject, base, act }) => {
      const stamped = fake.builders.action('CodeVoided', { subject, base, officerId });
      return act.kind === 'plain' ? { ...stamped, kind: act.plainKind, payload: act.payload } : stamped;
    });
    return { ok: true, value: { line: fake.append({ kind: 'actions', actions }), actions } };
  };
}

describe('closeRegister', () => {
  test('freezes rows, hash and chain head when the day is closed', async () => {
    const desk = await openDesk('close');
    signAs(desk.fake, 'demo-supervisor');
    desk.receive();
    desk.receive();
    const closed = await desk.close();
    expect(closed).toMatchObject({ ok: true, value: { rows: 2 } });
    const { closing, closed: facts } = await desk.read();
    expect(closing?.record).toMatchObject({
      day,
      asOfLine: 2,
      rows: 2,
      chainHead: '2'.padStart(64, '0'),
      missingCounters: [],
    });
    expect(facts?.states).toHaveLength(2);
  });

  test('gives the same register byte for byte when receipts, acts and dossiers came later', async () => {
    const desk = await openDesk('later');
    const { fake } = desk;
    signAs(fake, 'demo-supervisor');
    const first = desk.receive();
    await desk.close();
    const before = await desk.read();
    expect(before.closed?.states).toHaveLength(1);
    const text = JSON.stringify(
      before.closed && before.closing && makeClosedRegister(before.closed, before.closing, look),
    );
    fake.append({ kind: 'receipts', receipts: [fake.builders.receipt(first)] });
    fake.append({ kind: 'actions', actions: [fake.builders.action('HandedOver', { subject: first.subject })] });
    desk.receive();
    const after = await desk.read();
    expect(after.now.states).toHaveLength(2);
    expect(JSON.stringify(after.closed && after.closing && makeClosedRegister(after.closed, after.closing, look))).toBe(
      text,
    );
  });

  test('says that the rows cannot be made out here when the closing is of another journal', async () => {
    const desk = await openDesk('foreign');
    signAs(desk.fake, 'demo-supervisor');
    desk.receive();
    const subject = { type: 'unitDay', unitId: desk.question.unit.id, day, counterId: 'q1' } as const;
    desk.fake.append({ kind: 'actions', actions: [desk.fake.builders.action('RegisterClosed', { subject }, { day })] });
    const { closing, closed } = await desk.read();
    expect(closing).not.toBeNull();
    expect(closed).toBeNull();
  });

  test('asks for a reason when nothing was heard of a counter, and keeps it', async () => {
    const counters = [
      { id: 'q1', name: 'Quầy 1', book: 'Q1' },
      { id: 'q2', name: 'Quầy 2', book: 'Q2' },
    ];
    const desk = await openDesk('silent', counters);
    signAs(desk.fake, 'demo-supervisor');
    desk.receive();
    expect(await desk.close()).toEqual({ ok: false, error: { kind: 'reasonNeeded', counterIds: ['q2'] } });
    expect(desk.fake.calls).not.toContain('propose');
    const closed = await desk.close({ reasons: new Map([['q2', ' nghỉ phép ']]) });
    expect(closed.ok).toBe(true);
    const { closing } = await desk.read();
    expect(closing?.record.missingCounters).toEqual([{ counterId: 'q2', reason: 'nghỉ phép' }]);
    const shown = makeShownRegister(await desk.read(), { ...look, counterId: 'q1', viewer: '' }, MORNING);
    expect(listCounterLines(shown)).toEqual([
      'Quầy 1: dữ liệu đến 16:30 20/11/2026',
      'Quầy 2: chưa có dữ liệu khi chốt sổ. Lý do vẫn chốt: nghỉ phép.',
    ]);
  });

  test('needs no reason when the other counter was heard of', async () => {
    const counters = [
      { id: 'q1', name: 'Quầy 1', book: 'Q1' },
      { id: 'q2', name: 'Quầy 2', book: 'Q2' },
    ];
    const desk = await openDesk('heard', counters);
    signAs(desk.fake, 'demo-supervisor');
    desk.receive('Q2');
    expect((await desk.close()).ok).toBe(true);
  });

  test('refuses a day that has not come', async () => {
    const desk = await openDesk('future');
    expect(await desk.close({ now: MORNING - 24 * HOUR })).toEqual({ ok: false, error: { kind: 'future' } });
  });
});

describe('issueAddendum', () => {
  const eyes = { ...look, counterId: 'q1', viewer: 'Người giám sát' };
  const later = MORNING + 30 * HOUR;

  test('puts a dossier that came after the closing into the next numbered addendum, and the register stays', async () => {
    const desk = await openDesk('addendum');
    signAs(desk.fake, 'demo-supervisor');
    desk.receive();
    await desk.close();
    const atClosing = await desk.read();
    const write = (read: ReadDay, now: number): string => {
      const report = { kind: 'register', register: makeShownRegister(read, eyes, now) } as const;
      return JSON.stringify([buildReportWorkbook(report), buildReportDocument(report)]);
    };
    const exported = write(atClosing, MORNING + 9 * HOUR);
    expect(makeAddenda(atClosing, eyes, later)).toEqual([]);
    const late = desk.receive();
    const draft = makeAddenda(await desk.read(), eyes, later);
    expect(draft.map(({ number, rows }) => [number, rows.map((row) => row.actionId)])).toEqual([[null, [late.id]]]);

    expect(await issueAddendum({ ...desk.question, reason: ' ' })).toEqual({
      ok: false,
      error: { kind: 'reasonNeeded' },
    });
    expect(await issueAddendum({ ...desk.question, reason: ' mạng có lại ' })).toEqual({
      ok: true,
      value: { number: 1 },
    });
    const second = desk.receive();
    expect(await issueAddendum({ ...desk.question, reason: 'nhập bù' })).toEqual({ ok: true, value: { number: 2 } });

    const after = await desk.read();
    const addenda = makeAddenda(after, eyes, later);
    expect(addenda.map(({ number, reason, rows }) => [number, reason, rows.map((row) => row.actionId)])).toEqual([
      [1, 'mạng có lại', [late.id]],
      [2, 'nhập bù', [second.id]],
    ]);
    expect(write(after, later)).toBe(exported);
    expect(await issueAddendum({ ...desk.question, reason: 'nhập bù' })).toEqual({
      ok: false,
      error: { kind: 'nothingLate' },
    });
  });

  test('gives the same addendum again when its dossier changed later', async () => {
    const desk = await openDesk('addendum-stays');
    signAs(desk.fake, 'demo-supervisor');
    await desk.close();
    const late = desk.receive();
    await issueAddendum({ ...desk.question, reason: 'nhập bù' });
    const issued = JSON.stringify(makeAddenda(await desk.read(), eyes, later));
    const { builders } = desk.fake;
    const correction = builders.action('DetailsCorrected', { subject: late.subject, at: later, happenedAt: later });
    desk.fake.append({ kind: 'actions', actions: [correction] });
    expect(JSON.stringify(makeAddenda(await desk.read(), eyes, later + HOUR))).toBe(issued);
  });

  test('issues nothing where the closed register cannot be made out again', async () => {
    const desk = await openDesk('addendum-foreign');
    signAs(desk.fake, 'demo-supervisor');
    desk.receive();
    const subject = { type: 'unitDay', unitId: desk.question.unit.id, day, counterId: 'q1' } as const;
    desk.fake.append({ kind: 'actions', actions: [desk.fake.builders.action('RegisterClosed', { subject }, { day })] });
    await desk.read();
    expect(await issueAddendum({ ...desk.question, reason: 'nhập bù' })).toEqual({
      ok: false,
      error: { kind: 'notReproduced' },
    });
  });
});
