import fc from 'fast-check';
import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { buildDossierRow, buildProjectionRow } from '../../renderer/records/dossier-row';
import { watchDossierList } from '../../renderer/records/dossier-queries';
import { newFactTable, putFact, selectFacts } from '../../renderer/records/fact-table';
import { selectDossierIds } from '../../renderer/records/projection-queries';
import { filterOf, findQuery, keepRows, processingStatuses } from '../../renderer/features/dossiers/worklists';
import { buildDueFilters } from '../../renderer/features/supervision/due-board';
import { makeRegister } from '../../renderer/features/supervision/day-register';
import { readDay } from '../../renderer/features/supervision/read-day';
import { toLocalDay } from '../../shared/base/time';
import type { Action, KnownKind } from '../../shared/domain/actions/action';
import { decideDossierDates } from '../../shared/domain/dossier-dates';
import { foldDossier, type DossierState } from '../../shared/domain/dossier-state';
import { buildIndexFields } from '../../shared/domain/index-fields';
import { transitionTable } from '../../shared/domain/transition-table';
import type { Receipt } from '../../shared/domain/verdict';
import { buildUnitCalendar } from '../../shared/domain/working-calendar';
import { buildRegister } from '../../shared/reports/dossier-register';
import { createBuilders } from '../support/builders';
import { buildLease, loadReference } from '../support/door-kit';
import { createPlace } from '../support/open-store';
import { createOfficeClock } from './kit/office-clock';
import { createOfficePc, noProvince } from './kit/office-pc';
import { openBridge, openPage } from './kit/page-bridge';
import { verdicts, workAtRandom } from './kit/random-desk-work';

const DAY = '2026-11-20';
const reference = loadReference(DAY);
const unit = reference.units.get('H41.26');
if (unit === undefined) throw new Error('the installer units have no H41.26');
const calendar = buildUnitCalendar(reference.calendar, unit);
const running: readonly number[] = processingStatuses;

const kinds = Object.keys(transitionTable) as (keyof typeof transitionTable)[];
const writers = [
  { deviceId: 'M01', incarnation: 'inc-1' },
  { deviceId: 'M02', incarnation: 'inc-1' },
] as const;

/** Silence, or any word on an act. */
const wordArbitrary = fc.option(fc.constantFrom(...verdicts), { nil: undefined });
const stepArbitrary = fc.record({
  kind: fc.constantFrom(...kinds),
  writer: fc.constantFrom(...writers),
  word: wordArbitrary,
});
type Step = typeof stepArbitrary extends fc.Arbitrary<infer S> ? S : never;

/** A dossier whose slip is out: received at the counter or accepted online, printed, then anything, with any words on all of it. */
function buildHistory(seed: number, opening: readonly KnownKind[], steps: readonly Step[]) {
  const make = createBuilders(seed);
  const dossierId = make.id();
  const subject = { type: 'dossier', id: dossierId } as const;
  const receipts = new Map<string, Receipt>();
  let pos = 0;
  const actions: Action[] = [];
  for (const [index, { kind, writer, word }] of steps.entries()) {
    const action = make.action(opening[index] ?? kind, { subject, ...(index < opening.length ? writers[0] : writer) });
    actions.push(action);
    if (word === undefined) continue;
    if (word.type !== 'quarantined') pos += 1;
    receipts.set(action.id, make.receipt(action, { pos, verdict: word }));
  }
  return { dossierId, actions, receipts };
}

const historyArbitrary = fc
  .tuple(
    fc.integer({ min: 0, max: 2 ** 31 }),
    fc.constantFrom<KnownKind[]>(
      ['DossierReceived', 'FormPrinted'],
      ['OnlineSubmissionArrived', 'OnlineSubmissionAccepted', 'FormPrinted'],
    ),
    fc.array(stepArbitrary, { minLength: 3, maxLength: 14 }),
  )
  .map(([seed, opening, steps]) => buildHistory(seed, opening, steps));

/** Facts after which nothing runs any more; no verdict makes them unhappened. */
const endings: ReadonlySet<string> = new Set([
  ...['OutcomeReady', 'OutcomeReturned', 'Withdrawn', 'ProcessingStopped'],
  // Accepted before the reception was: of the two legal acts the first accepted stands, and the slip stays on the review list.
  'IntakeRefused',
]);

function registerRowsOf(states: readonly DossierState[]): readonly string[] {
  const register = buildRegister({
    ...{ day: DAY, states, counters: [], closing: null, masked: true, practice: true, madeAt: 0, madeBy: '' },
    unit: unit ?? fail(),
    procedureOf: () => undefined,
    officerName: (officerId) => officerId,
  });
  return register.rows.map((row) => row.dossierId);
}

function fail(): never {
  throw new Error('no unit');
}

describe('a printed slip', () => {
  it('keeps its dossier in lists, due board and register whatever the province says of anything', () => {
    fc.assert(
      fc.property(historyArbitrary, fc.integer({ min: -30, max: 30 }), (history, daysFromNow) => {
        const { dossierId, actions } = history;
        const state = foldDossier(history);
        expect(state.slip).not.toBeNull();
        expect(state.receivedAt).not.toBeNull();
        expect(state.prints.length).toBeGreaterThan(0);

        const dates = decideDossierDates(state, { now: reference, onDay: () => reference });
        const { fact } = buildProjectionRow(state, dates, 1);
        const table = newFactTable();
        putFact(table, fact);
        const find = (filter: Parameters<typeof selectFacts>[1]) =>
          selectFacts(table, filter, { order: 'dueAt', limit: 10 });
        expect(toLocalDay(state.receivedAt ?? 0)).toBe(DAY);
        expect(registerRowsOf([state])).toEqual([dossierId]);
        expect(find(filterOf('today', DAY))).toEqual([dossierId]);
        expect(buildIndexFields(state, dates)).toMatchObject({
          receivedDay: DAY,
          receivedAtNeg: -(state.receivedAt ?? 0),
        });

        const ended = actions.some((action) => endings.has(action.kind));
        if (!ended) expect(running).toContain(state.status);
        const runs = running.includes(state.status);
        const now = (dates.legalDue ?? 0) + daysFromNow * 86_400_000;
        const due = buildDueFilters(calendar, now);
        expect(find(due.all)).toEqual(runs ? [dossierId] : []);
        expect(find(filterOf('processing', DAY))).toEqual(runs ? [dossierId] : []);
        expect(keepRows('processing', [buildDossierRow(state, dates)])).toHaveLength(runs ? 1 : 0);
        const isLate = runs && dates.pausedSince === null && (dates.legalDue ?? now) < now;
        expect(find(due.overdue)).toEqual(isLate ? [dossierId] : []);
        if (state.status === 9) expect(find(filterOf('ready', DAY))).toEqual([dossierId]);
        if (state.issues.some((issue) => !issue.resolved)) expect(find(filterOf('review', DAY))).toEqual([dossierId]);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps its dossier on every screen of the real store after random work and random words', async () => {
    const pc = await createOfficePc({ ...noProvince, wall: createOfficeClock().now });
    pc.online = false;
    await pc.open();
    await pc.desk().books.door.appendLeases([buildLease(1, 60)]);
    const received = await workAtRandom(pc, createBuilders(77), { dossiers: 60, rounds: 6 });
    const ids = received.flatMap(({ subject }) => (subject.type === 'dossier' ? [subject.id] : [])).sort();
    await openPage(pc, createPlace('slips'));

    const today = findQuery('today', DAY);
    const processing = findQuery('processing', DAY);
    if (today === undefined || processing === undefined) throw new Error('a worklist has no query');
    const rows = await firstValueFrom(watchDossierList(today));
    expect(rows.map((row) => row.dossierId).sort()).toEqual(ids);
    expect(rows.filter((row) => row.openIssues > 0).length).toBeGreaterThan(10);
    const open = rows.filter((row) => running.includes(row.status)).map((row) => row.dossierId);
    expect(open.length).toBeGreaterThan(5);
    expect(open.length).toBeLessThan(60);
    const shown = keepRows('processing', await firstValueFrom(watchDossierList(processing)));
    expect(shown.map((row) => row.dossierId).sort()).toEqual(open.sort());
    const board = await selectDossierIds(buildDueFilters(calendar, pc.wall()).all, 'dueAt', 500);
    expect(board.ok && [...board.value].sort()).toEqual(open);

    const question = { unit: pc.session.unit, day: DAY, practice: false, knownIds: [], desktop: openBridge(pc) };
    const day = await readDay(question);
    if (!day.ok) throw new Error(`the day was not read: ${day.error.kind}`);
    const register = makeRegister(day.value.now, {
      ...{ ownCounterId: pc.session.counter.id, madeAt: pc.wall(), madeBy: 'giám sát', masked: true, closing: null },
      officerName: (officerId) => officerId,
    });
    expect(register.rows.map((row) => row.dossierId).sort()).toEqual(ids);
    expect(register.rows.map((row) => row.no)).toEqual(ids.map((_id, index) => index + 1));
    expect(register.totals.received).toBe(60);
  });
});
