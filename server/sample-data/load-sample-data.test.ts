import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findKnownAction, subjectKey } from '../../shared/domain/actions/action';
import type { AcceptedAction } from '../../shared/domain/journal-entry';
import { foldDossier } from '../../shared/domain/dossier-state';
import { checkPerson } from '../../shared/domain/person-checks';
import { toLocalDay } from '../../shared/base/time';
import { createServerDevice, type ServerDevice } from '../../tests/support/server-device';
import { findEngines, openTestServer, type TestServer } from '../../tests/support/server-engines';
import { AFTERNOON, createServerWriter } from '../../tests/support/server-writer';
import { samplePortalPrefix } from './sample-submissions';

const dayMs = 86_400_000;

/** Submissions of a day, without the dossiers that have a past. */
function isOfDay({ action }: AcceptedAction, now: number): boolean {
  return JSON.stringify(action.payload).includes(`"portalCode":"${samplePortalPrefix(now)}`);
}

describe.each(await findEngines())('sample data on $name', (engine) => {
  let place: TestServer;
  let counter: ServerDevice;

  beforeAll(async () => {
    place = await openTestServer(engine, { now: () => AFTERNOON, sampleData: true });
    counter = createServerDevice(place.server.url);
    await counter.enrol('DEMO-QUAY-1', { unitId: 'H41.26', counterId: 'quay-1' });
  }, 60_000);
  afterAll(() => place.close());

  it('holds recent online submissions of different procedures waiting for acceptance', async () => {
    const items = (await counter.pull(null, 100)).body.items.filter((item) => isOfDay(item, AFTERNOON));
    const states = items.map(({ action, receipt }) => {
      const dossierId = action.subject.type === 'dossier' ? action.subject.id : '';
      return foldDossier({ dossierId, actions: [action], receipts: new Map([[action.id, receipt]]) });
    });
    expect(states.length).toBeGreaterThanOrEqual(5);
    expect(states.map((state) => state.status)).toEqual(states.map(() => 1));
    expect(new Set(states.map((state) => state.procedureCode)).size).toBe(states.length);
    expect(new Set(states.map((state) => state.portalCode)).size).toBe(states.length);
    for (const state of states) {
      const age = AFTERNOON - (state.submission?.submittedAt ?? 0);
      expect(age > 0 && age < dayMs).toBe(true);
      expect(state.papers.length).toBeGreaterThan(0);
      for (const party of state.parties) expect(checkPerson(party.person, toLocalDay(AFTERNOON))).toEqual([]);
    }
    expect(items.map((item) => item.action.seq)).toEqual(items.map((_, index) => index + 1));
  });

  it('holds dossiers with a past, so that a supervisor has something to look into', async () => {
    const items = (await counter.pull(null, 100)).body.items.filter((item) => !isOfDay(item, AFTERNOON));
    const ids = [...new Set(items.map(({ action }) => subjectKey(action.subject)))];
    const states = ids.map((key) => {
      const own = items.filter(({ action }) => subjectKey(action.subject) === key);
      const receipts = new Map(own.map(({ action, receipt }) => [action.id, receipt]));
      return foldDossier({
        dossierId: key.slice('dossier:'.length),
        actions: own.map(({ action }) => action),
        receipts,
      });
    });
    expect(states.map((state) => state.status).sort()).toEqual([1, 2, 2, 4, 9]);
    const late = states.filter(({ firstDue, endedAt }) => firstDue !== null && (endedAt ?? AFTERNOON) > firstDue);
    expect(late.length).toBeGreaterThanOrEqual(3);
    expect(states.flatMap((state) => state.issues)).toEqual([]);
    for (const { action, receipt } of items) expect(receipt.at).toBe(action.at);
  });

  it('lets a counter accept a submission', async () => {
    const [item] = (await counter.pull(null, 100)).body.items.filter((one) => isOfDay(one, AFTERNOON));
    if (!item) throw new Error('no submission');
    expect(findKnownAction(item.action)?.kind).toBe('OnlineSubmissionArrived');
    const writer = await createServerWriter(counter, { seed: 1, size: 1 });
    const answer = await counter.push([
      writer.write('OnlineSubmissionAccepted', item.action.subject, { parts: { base: 1 } }),
    ]);
    expect(answer.body.receipts.map((receipt) => [receipt.pos, receipt.verdict])).toEqual([[2, { type: 'accepted' }]]);
  });

  it('enrols the post office with the delegation to receive for the commune', async () => {
    const post = createServerDevice(place.server.url);
    const answer = await post.enrol('DEMO-BUU-DIEN-1', { unitId: 'H41.26.1', counterId: 'buu-dien-1' });
    expect(answer.status).toBe(200);
    const writer = await createServerWriter(post, { seed: 2, size: 3 });
    const act = (delegationId: string) =>
      writer.builders.action(
        'DossierReceived',
        {
          ...{ subject: writer.newDossier(), deviceId: post.deviceId(), incarnation: 'run-2', officerId: 'post-1' },
          onBehalfOf: { unitId: 'H41.26', delegationId, decisionNo: '15/QĐ-UBND' },
        },
        { receivingUnitId: 'H41.26', code: { kind: 'temporary', value: 'TAM-X-261120-001', reason: 'noLease' } },
      );
    const pushed = await post.push([act('th-uy-quyen-1'), act('UQ-99')]);
    const causes = pushed.body.receipts.map(({ verdict }) =>
      verdict.type === 'accepted' ? 'accepted' : verdict.cause,
    );
    expect(causes).toEqual(['accepted', 'delegation']);
    const seen = (await post.pull(null, 10)).body.items.map((item) => item.action.kind);
    expect(seen).toContain('OfficialCodeAssigned');
  });
});

describe.each((await findEngines()).filter((engine) => engine.durable))(
  'sample data after a restart on $name',
  (engine) => {
    it('shows the same citizens once a day and gives its codes out again', { timeout: 60_000 }, async () => {
      const clock = { now: AFTERNOON };
      const place = await openTestServer(engine, { now: () => clock.now, sampleData: true });
      try {
        const enrol = async (): Promise<ServerDevice> => {
          const device = createServerDevice(place.server.url);
          expect((await device.enrol('DEMO-QUAY-2', { unitId: 'H41.26', counterId: 'quay-2' })).status).toBe(200);
          return device;
        };
        const read = async (): Promise<readonly AcceptedAction[]> => (await (await enrol()).pull(null, 100)).body.items;
        const before = await read();
        const daily = before.filter((item) => isOfDay(item, AFTERNOON)).length;
        await place.restart();
        expect((await read()).length).toBe(before.length);
        clock.now += dayMs;
        await place.restart();
        expect((await read()).length).toBe(before.length + daily);
      } finally {
        await place.close();
      }
    });
  },
);
