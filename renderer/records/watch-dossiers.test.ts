import { filter, firstValueFrom } from 'rxjs';
import { afterEach, describe, expect, test } from 'vitest';
import { at, eightHours } from '../../tests/support/deadline-kit';
import { createFakeDesktop, type FakeDesktop } from '../../tests/support/fake-desktop';
import { createPlace, openTestRecords } from '../../tests/support/open-store';
import { buildCase, buildProcedure } from '../../tests/support/procedures';
import type { Reference } from '../../shared/domain/reference-package';
import { embeddedRules } from '../../shared/domain/rule-set';
import type { Unit } from '../../shared/domain/unit';
import { catchUp, closeRecords, findRecords } from './open-records';
import { simulateDaysOff, watchDossiers, type Watched, type WatchInput } from './watch-dossiers';

afterEach(closeRecords);

const unit: Unit = {
  ...{ id: 'H41.26', name: 'Trung tâm', parentName: 'UBND xã Hoa Sơn', place: '', address: '', phone: '' },
  ...{ kind: 'communeCentre', workingTime: eightHours, openingHours: eightHours, validFrom: '2020-01-01' },
  counters: [{ id: 'quay-1', name: 'Quầy 1', book: 'Q1' }],
};
const limit = { unit: 'workingDays', amount: 5 } as const;
const procedureCase = buildCase('thuong', { limits: { counter: limit, online: limit, post: limit } });
const procedure = buildProcedure({ code: '1.004873', cases: [procedureCase] });
const reference: Reference = {
  procedures: new Map([[procedure.code, procedure]]),
  units: new Map([[unit.id, unit]]),
  calendar: { years: [2026], entries: [] },
  rules: embeddedRules,
  versions: { procedures: '2026.01.01', calendar: '2026.01.01', units: '2026.01.01', rules: 'embedded' },
  provisional: false,
};
const due = at('2026-03-16T09:00');

function input(now: string): WatchInput {
  const period = { from: '2026-03-15', to: '2026-04-14' };
  return { key: 'rules 1', reference, packages: [], ownUnits: ['UBND xã Hoa Sơn'], period, now: () => at(now) };
}

/** Received on Monday 9 March 2026 at 09:00, due on the 16th at 09:00. */
function receive(fake: FakeDesktop): string {
  const id = fake.builders.id();
  const time = at('2026-03-09T09:00');
  const appointment = { limit, startsAt: time, legalDue: due, promisedAt: due, trace: [], provisional: false };
  const action = fake.builders.action(
    'DossierReceived',
    { subject: { type: 'dossier', id }, at: time, happenedAt: time },
    {
      ...{ procedureCode: procedure.code, caseId: 'thuong', channel: 'counter', receivingUnitId: unit.id },
      ...{ handlingUnit: 'UBND xã Hoa Sơn', appointment },
    },
  );
  fake.append({ kind: 'actions', actions: [action] });
  return id;
}

async function readReport(given: WatchInput) {
  const ready = await firstValueFrom(watchDossiers(given).pipe(filter((one: Watched) => one.phase !== 'reading')));
  if (ready.phase !== 'ready') throw new Error(ready.phase);
  return ready;
}

describe('watchDossiers', () => {
  test('finds what is late, its cause and its apology among all dossiers', async () => {
    const fake = createFakeDesktop();
    const late = [receive(fake), receive(fake)];
    await openTestRecords(fake, createPlace('watch'));
    const { report, madeAt } = await readReport(input('2026-03-16T10:00'));
    expect(madeAt).toBe(at('2026-03-16T10:00'));
    expect(report).toMatchObject({ dossiers: 2, unjudged: 0, waiting: [] });
    expect(report.late.toProcess.inPeriod).toEqual({ late: 2, open: 2, recordOnly: 0, of: 2 });
    expect(report.late.toProcess.rows.map((row) => row.dossierId).sort()).toEqual([...late].sort());
    expect(report.apologies.lateWithout.map((row) => row.dossierId).sort()).toEqual([...late].sort());
  });

  test('reads anew only what changed, and what time has moved', async () => {
    const fake = createFakeDesktop();
    const first = receive(fake);
    await openTestRecords(fake, createPlace('watch'));
    expect((await readReport(input('2026-03-10T09:00'))).report.late.toProcess.rows).toEqual([]);
    const second = receive(fake);
    await catchUp();
    const { report } = await readReport(input('2026-03-16T09:01'));
    expect(report.late.toProcess.rows.map((row) => row.dossierId).sort()).toEqual([first, second].sort());
  });

  test('looks at everything anew under other rules, and names what no rule covers', async () => {
    const fake = createFakeDesktop();
    receive(fake);
    await openTestRecords(fake, createPlace('watch'));
    const none = { ...reference, procedures: new Map() };
    const { report } = await readReport({ ...input('2026-03-16T10:00'), key: 'rules 2', reference: none });
    expect(report).toMatchObject({ dossiers: 1, unjudged: 1 });
    expect(report.late.toProcess.rows).toEqual([]);
    const again = await readReport(input('2026-03-16T10:00'));
    expect(again.report.unjudged).toBe(0);
  });

  test('tells what a day off would move, and writes nothing', async () => {
    const fake = createFakeDesktop();
    const id = receive(fake);
    await openTestRecords(fake, createPlace('watch'));
    await readReport(input('2026-03-10T09:00'));
    const before = findRecords()?.applier.state().appliedLine;
    const answer = await simulateDaysOff([{ day: '2026-03-12', type: 'off', name: 'bão', provisional: true }]);
    expect(answer).toMatchObject({ ok: true, value: { checked: 1 } });
    expect(answer.ok && answer.value.moved).toEqual([
      expect.objectContaining({ id, from: due, to: at('2026-03-17T09:00'), waitingFor: null }),
    ]);
    expect(findRecords()?.applier.state().appliedLine).toBe(before);
    expect((await readReport(input('2026-03-10T09:00'))).report.late.toProcess.rows).toEqual([]);
  });

  test('answers nothing without an open store', async () => {
    expect(await simulateDaysOff([])).toEqual({ ok: false, error: { kind: 'recordsClosed' } });
  });
});
