import { createHash, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolAnswerSchema, helloSchema, NONCE_HEADER } from '../shared/sync/protocol';
import { createServerDevice, type Forgery, type ServerDevice } from '../tests/support/server-device';
import { findEngines, openTestServer, type TestServer } from '../tests/support/server-engines';
import { AFTERNOON } from '../tests/support/server-writer';
import { NONCE_LIFE_MS } from './security/nonces';

interface Refusal {
  readonly error?: string;
  readonly detail?: string;
}

const pullBody = JSON.stringify({ since: null, limit: 1 });
const anHour = 3_600_000;

describe.each(await findEngines())('device proofs on $name', (engine) => {
  const clock = { now: AFTERNOON };
  let place: TestServer;
  let device: ServerDevice;

  beforeAll(async () => {
    place = await openTestServer(engine, { now: () => clock.now });
    device = await place.addDevice();
  }, 60_000);
  afterAll(() => place.close());

  const pull = async (forgery: Forgery): Promise<[number, string | undefined, string | undefined]> => {
    const answer = await device.call<Refusal>({ method: 'POST', path: '/v1/pull', body: pullBody, forgery });
    return [answer.status, answer.body.error, answer.body.detail];
  };

  it('lets an honest proof through', async () => {
    expect((await pull({}))[0]).toBe(200);
  });

  const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwkOf = other.publicKey.export({ format: 'jwk' });
  it.each<[string, Forgery, string]>([
    ['the method is another', { claims: { htm: 'GET' } }, 'proof'],
    ['the path is another', { claims: { htu: '/v1/push' } }, 'proof'],
    ['the body was changed on the way', { bodySent: JSON.stringify({ since: null, limit: 2 }) }, 'proof'],
    ['the body hash is another', { claims: { bh: hashOf('x') } }, 'proof'],
    ['another key signed', { signWith: other.privateKey }, 'proof'],
    ['the nonce is made up', { claims: { nonce: 'abc.def' } }, 'nonce'],
    ['the nonce is empty', { claims: { nonce: '' } }, 'nonce'],
    ['a claim is missing', { claims: { jti: undefined } }, 'proof'],
    ['the proof is of another type', { header: { typ: 'JWT' } }, 'proof'],
    ['no signature is asked for', { header: { alg: 'none' } }, 'proof'],
    ['the device is unknown', { header: { kid: 'NOBODY' } }, 'unknownDevice'],
    [
      'the key comes with the proof',
      { header: { kid: undefined, jwk: jwkOf }, signWith: other.privateKey },
      'unknownDevice',
    ],
    ['both key id and key are named', { header: { jwk: jwkOf } }, 'proof'],
    ['the proof is no JWS', { token: 'abc' }, 'proof'],
    ['the proof is enormous', { token: 'a'.repeat(6_000) }, 'proof'],
  ])('refuses a request when %s', async (_case, forgery, error) => {
    expect((await pull(forgery)).slice(0, 2)).toEqual([401, error]);
  });

  it('refuses a proof that was used before', async () => {
    const token = await device.buildToken({ method: 'POST', path: '/v1/pull', body: pullBody });
    expect((await pull({ token }))[0]).toBe(200);
    expect((await pull({ token })).slice(0, 2)).toEqual([401, 'replay']);
  });

  it('takes a nonce for ten minutes and refuses it after its life', async () => {
    const nonce = (await fetch(`${place.server.url}/v1/hello`)).headers.get(NONCE_HEADER);
    clock.now += 10 * 60_000;
    expect((await pull({ claims: { nonce } }))[0]).toBe(200);
    clock.now += NONCE_LIFE_MS;
    expect((await pull({ claims: { nonce } })).slice(0, 2)).toEqual([401, 'nonce']);
  });

  it('brings a fresh nonce with every answer, refusals too', async () => {
    for (const path of ['/v1/hello', '/v1/nothing', '/v1/packages/calendar', '/']) {
      const answer = await fetch(place.server.url + path);
      await answer.arrayBuffer();
      expect(answer.headers.get(NONCE_HEADER)).toMatch(/^[0-9a-z]+\.[A-Za-z0-9_-]{22}$/);
    }
  });

  it('tells anybody the public part of hello and a device the rest', async () => {
    const open = helloSchema.parse(await (await fetch(`${place.server.url}/v1/hello`)).json());
    expect(open).toEqual({
      product: 'quay-mot-cua',
      protocol: { min: 1, max: 1 },
      serverTime: clock.now,
      serverEpoch: place.server.serverEpoch,
      durable: engine.durable,
    });
    const known = helloSchema.parse((await device.hello()).body);
    const kinds = known.device?.packages.map((pack) => pack.kind);
    expect(kinds).toEqual(['procedures', 'calendar', 'units', 'rules', 'addresses']);
    expect(known.device?.revoked).toBe(false);
  });

  const grant = { unitId: 'H41.26', counterId: 'quay-1', receivesFor: [], roles: ['intakeOfficer'] as const };
  const counter = { unitId: 'H41.26', counterId: 'quay-1' };

  it('enrols a device once per code and again for the same key only', async () => {
    const code = await place.server.issueEnrolCode({ ...grant, expiresAt: clock.now + anHour });
    const first = createServerDevice(place.server.url);
    const answer = await first.enrol(code.toLowerCase().replaceAll('-', ' '), counter);
    expect(enrolAnswerSchema.parse(answer.body).deviceId).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    const repeat = await first.enrol(code, counter);
    expect([repeat.status, repeat.body.deviceId]).toEqual([200, answer.body.deviceId]);
    const thief = createServerDevice(place.server.url);
    expect((await thief.enrol(code, counter)).status).toBe(403);
  });

  it('refuses a code when it is late, unknown or of another place', async () => {
    const late = await place.server.issueEnrolCode({ ...grant, expiresAt: clock.now - 1 });
    const good = await place.server.issueEnrolCode({ ...grant, expiresAt: clock.now + anHour });
    const tries = [
      [late, counter],
      ['ABCD-EFGH-JKLM', counter],
      [good, { ...counter, unitId: 'H41.26.1' }],
      [good, { ...counter, counterId: 'quay-2' }],
    ] as const;
    for (const [code, at] of tries) {
      const answer = await createServerDevice(place.server.url).enrol(code, at);
      expect([answer.status, answer.body]).toEqual([403, { error: 'enrolCode' }]);
    }
  });

  it('refuses to enrol a key that the proof does not hold', async () => {
    const code = await place.server.issueEnrolCode({ ...grant, expiresAt: clock.now + anHour });
    const fresh = createServerDevice(place.server.url);
    const body = JSON.stringify({ code, deviceName: 'x', ...counter, jwk: device.jwk });
    const answer = await fresh.call<Refusal>({ method: 'POST', path: '/v1/enrol', body });
    expect([answer.status, answer.body.error]).toEqual([401, 'proof']);
  });

  it('stops listening to an address that tries many codes', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      statuses.push((await createServerDevice(place.server.url).enrol(`WRONG-${String(attempt)}`, counter)).status);
    }
    expect(statuses.at(-1)).toBe(429);
    clock.now += anHour;
    expect((await createServerDevice(place.server.url).enrol('WRONG-AGAIN', counter)).status).toBe(403);
  });
});
