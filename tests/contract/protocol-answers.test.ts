import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  enrolAnswerSchema,
  errorAnswerSchema,
  helloPublicSchema,
  helloSchema,
  leaseAnswerSchema,
  NONCE_HEADER,
  PUSH_MAX_BYTES,
  pullAnswerSchema,
  pushAnswerSchema,
  signedPackageSchema,
} from '../../shared/sync/protocol';
import { createServerDevice, type Answer, type ServerDevice } from '../support/server-device';
import { findEngines, openTestServer, type TestServer } from '../support/server-engines';
import { AFTERNOON, CODE_DAY, createServerWriter } from '../support/server-writer';

const engines = await findEngines();
const place = { unitId: 'H41.26', counterId: 'quay-1' };

/** Parsing must lose nothing either: what a schema does not name, a reader would silently drop. */
function expectExactly(schema: z.ZodType, { status, body }: Answer<unknown>): void {
  expect(status).toBe(200);
  const parsed = schema.safeParse(body);
  expect(parsed.error?.issues ?? []).toEqual([]);
  expect(parsed.data).toEqual(body);
}

function expectRefusal(answer: Answer<unknown>, status: number, error: string): void {
  expect([answer.status, errorAnswerSchema.parse(answer.body).error]).toEqual([status, error]);
  expect(errorAnswerSchema.parse(answer.body)).toEqual(answer.body);
}

describe.each(engines)('answers of a server on $name', (engine) => {
  let province: TestServer;
  let device: ServerDevice;

  beforeAll(async () => {
    province = await openTestServer(engine, { now: () => AFTERNOON, sampleData: true });
    device = await province.addDevice();
  });
  afterAll(() => province.close());

  it('are what the shared schemas say on every route', async () => {
    const fresh = createServerDevice(province.server.url);
    const grant = { ...place, receivesFor: [], roles: ['intakeOfficer'] as const, expiresAt: AFTERNOON + 60_000 };
    const code = await province.server.issueEnrolCode(grant);
    expectExactly(enrolAnswerSchema, await fresh.enrol(code, place));
    const silent = await fetch(`${province.server.url}/v1/hello`);
    expect(silent.headers.get(NONCE_HEADER)).toBeTruthy();
    expectExactly(helloPublicSchema, { status: silent.status, body: await silent.json() });
    expectExactly(helloSchema, await device.hello());
    expectExactly(helloSchema, await device.hello('?since=0&wait=0'));
    const days = [CODE_DAY, '2026-11-23'];
    expectExactly(leaseAnswerSchema, await device.leases({ agencyId: 'H41.26', days, size: 5 }));
    for (const kind of ['procedures', 'calendar', 'units', 'rules', 'addresses']) {
      expectExactly(signedPackageSchema, await device.call({ method: 'GET', path: `/v1/packages/${kind}` }));
    }
    const writer = await createServerWriter(device, { seed: 1 });
    const subject = writer.newDossier();
    const sound = [writer.receive(subject), writer.write('FeeCollected', subject), writer.write('Withdrawn', subject)];
    const pushed = await device.push([...sound, writer.write('HandedOver', subject), { nothing: true }, 7, null]);
    expectExactly(pushAnswerSchema, pushed);
    expect(pushed.body.receipts.map((receipt) => receipt.verdict.type)).toEqual([
      ...['accepted', 'accepted', 'accepted', 'acceptedWithIssue', 'quarantined', 'quarantined', 'quarantined'],
    ]);
    const pulled = await device.pull(null, 500);
    expectExactly(pullAnswerSchema, pulled);
    expect(new Set(pulled.body.items.map((item) => item.action.kind)).size).toBeGreaterThan(3);
    expectExactly(pullAnswerSchema, await device.pull(pulled.body.checkpoint, 1));
  });

  it('are refusals in the form and words of the protocol when the request is wrong', async () => {
    const bad = (path: string, body: string) => device.call<unknown>({ method: 'POST', path, body });
    expectRefusal(await bad('/v1/push', '{"actions":'), 400, 'json');
    expectRefusal(await bad('/v1/push', '{"actions":[]}'), 400, 'body');
    expectRefusal(await bad('/v1/pull', '{"since":null,"limit":501}'), 400, 'body');
    expectRefusal(await bad('/v1/leases', '{"agencyId":"H41.26","days":["2026-13-01"],"size":1}'), 400, 'body');
    expectRefusal(await device.leases({ agencyId: 'H41.26', days: ['2030-01-01'], size: 1 }), 400, 'dayOutOfReach');
    expectRefusal(await device.leases({ agencyId: 'H99.1', days: [CODE_DAY], size: 1 }), 403, 'foreignUnit');
    expectRefusal(await device.hello('?since=-1'), 400, 'query');
    expectRefusal(await device.call({ method: 'GET', path: '/v1/packages/weather' }), 404, 'unknownPackage');
    expectRefusal(await device.call({ method: 'GET', path: '/v1/nothing' }), 404, 'unknownRoute');
    expectRefusal(await device.call({ method: 'GET', path: '/v1/push' }), 404, 'unknownRoute');
    const large = JSON.stringify({ actions: ['x'.repeat(PUSH_MAX_BYTES)] });
    expectRefusal(await bad('/v1/push', large), 413, 'tooLarge');
    const stranger = createServerDevice(province.server.url);
    expectRefusal(await stranger.pull(null, 1), 401, 'unknownDevice');
    expectRefusal(await stranger.enrol('SAI-SAI-SAI', place), 403, 'enrolCode');
    const forged = await device.call({ method: 'GET', path: '/v1/hello', forgery: { claims: { nonce: 'old' } } });
    expectRefusal(forged, 401, 'nonce');
  });

  it('are refusals to a revoked device, except of a push, which goes to quarantine', async () => {
    const revoked = await province.addDevice();
    const writer = await createServerWriter(revoked, { seed: 2 });
    await province.server.revokeDevice(revoked.deviceId());
    expectRefusal(await revoked.pull(null, 1), 403, 'revoked');
    expectRefusal(await revoked.leases({ agencyId: 'H41.26', days: [CODE_DAY], size: 1 }), 403, 'revoked');
    expectExactly(helloSchema, await revoked.hello());
    const pushed = await revoked.push([writer.receive(writer.newDossier())]);
    expectExactly(pushAnswerSchema, pushed);
    expect(pushed.body.receipts[0]?.verdict).toMatchObject({ type: 'quarantined', cause: 'deviceRevoked' });
  });
});
