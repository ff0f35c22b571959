import { request } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorAnswerSchema, signedPackageSchema } from '../shared/sync/protocol';
import { isPackageSigned } from '../tests/support/server-signatures';
import type { ServerDevice } from '../tests/support/server-device';
import { findEngines, openTestServer, type TestServer } from '../tests/support/server-engines';
import { AFTERNOON, createServerWriter } from '../tests/support/server-writer';

interface Refusal {
  readonly error?: string;
}

describe.each(await findEngines())('http server on $name', (engine) => {
  let place: TestServer;
  let device: ServerDevice;

  beforeAll(async () => {
    place = await openTestServer(engine, { now: () => AFTERNOON });
    device = await place.addDevice();
  }, 60_000);
  afterAll(() => place.close());

  const post = async (path: string, body: string): Promise<[number, string | undefined]> => {
    const answer = await device.call<Refusal>({ method: 'POST', path, body });
    errorAnswerSchema.parse(answer.body);
    return [answer.status, answer.body.error];
  };

  it('answers unknown routes and methods in the form of the protocol', async () => {
    expect(await post('/v1/nothing', '{}')).toEqual([404, 'unknownRoute']);
    for (const [path, method] of [
      ['/v1/push', 'GET'],
      ['/v2/hello', 'GET'],
      ['/v1/hello', 'DELETE'],
      ['/%zz', 'GET'],
    ]) {
      const answer = await fetch(`${place.server.url}${String(path)}`, { method: String(method) });
      expect([
        answer.status >= 400 && answer.status < 500,
        errorAnswerSchema.safeParse(await answer.json()).success,
      ]).toEqual([true, true]);
    }
  });

  it('refuses bodies that are no JSON or not of the form', async () => {
    expect(await post('/v1/push', '{')).toEqual([400, 'json']);
    expect(await post('/v1/push', '{"actions":[]}')).toEqual([400, 'body']);
    expect(await post('/v1/pull', '{"since":null,"limit":100000}')).toEqual([400, 'body']);
    expect(await post('/v1/leases', '{"agencyId":"H41.26","days":["2026-13-01"],"size":1}')).toEqual([400, 'body']);
    const many = JSON.stringify({ actions: Array.from({ length: 201 }, () => ({})) });
    expect(await post('/v1/push', many)).toEqual([400, 'body']);
  });

  it('takes JSON only', async () => {
    const answer = await fetch(`${place.server.url}/v1/push`, {
      method: 'POST',
      body: 'a=b',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([answer.status, await answer.json()]).toEqual([415, { error: 'mediaType' }]);
  });

  it('answers 413 when a body of 2 MiB is announced', async () => {
    const size = 2 * 1024 * 1024;
    const { hostname, port } = new URL(place.server.url);
    const call = request({
      hostname,
      port,
      method: 'POST',
      path: '/v1/push',
      headers: { 'content-type': 'application/json', 'content-length': size },
    });
    call.on('error', () => undefined);
    call.write(Buffer.alloc(64 * 1024, 32));
    const [answer] = (await once(call, 'response')) as [{ statusCode?: number } & AsyncIterable<Buffer>];
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk);
    expect([answer.statusCode, JSON.parse(Buffer.concat(chunks).toString())]).toEqual([413, { error: 'tooLarge' }]);
    call.destroy();
  });

  it('answers what is no HTTP with a refusal and lives on', async () => {
    const { hostname, port } = new URL(place.server.url);
    const socket = connect(Number(port), hostname);
    socket.end('\x16\x03\x01 not http\r\n\r\n');
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    expect(text).toContain('400');
    expect((await device.hello()).status).toBe(200);
  });

  it('hands out signed packages', async () => {
    const hello = await device.hello();
    for (const kind of ['procedures', 'calendar', 'units', 'rules', 'addresses']) {
      const answer = await device.call<unknown>({ method: 'GET', path: `/v1/packages/${kind}` });
      const signed = signedPackageSchema.parse(answer.body);
      expect(signed.package.kind).toBe(kind);
      expect(isPackageSigned(signed, hello.body.device?.serverKeys ?? [])).toBe(true);
      expect(
        isPackageSigned({ ...signed, package: { ...signed.package, note: 'x' } }, hello.body.device?.serverKeys ?? []),
      ).toBe(false);
    }
    for (const name of ['unknown', '..%2fpackage', '__proto__']) {
      expect((await device.call({ method: 'GET', path: `/v1/packages/${name}` })).status).toBe(404);
    }
    expect((await fetch(`${place.server.url}/v1/packages/calendar`)).status).toBe(401);
  });

  it('shows counts and no person on the status page', async () => {
    const writer = await createServerWriter(device, { seed: 3, size: 3 });
    const name = 'Nguyễn Thị Không Ai Biết';
    const party = { role: 'applicant' as const, person: writer.builders.person({ name }) };
    await device.push([writer.receive(writer.newDossier(), { parties: [party] })]);
    const answer = await fetch(place.server.url);
    const page = await answer.text();
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain(place.server.serverEpoch);
    expect(page).not.toContain(name);
  });

  it('wakes a long poll when something comes into the feed of its unit', async () => {
    const writer = await createServerWriter(device, { seed: 4, size: 3 });
    const head = (await device.hello()).body.device?.feedHead ?? 0;
    const started = Date.now();
    const sleeping = device.hello(`?since=${String(head)}&wait=25`);
    await device.push([writer.receive(writer.newDossier())]);
    const woken = await sleeping;
    expect(woken.body.device?.feedHead).toBe(head + 1);
    expect(Date.now() - started).toBeLessThan(20_000);
    expect((await device.hello('?since=0&wait=25')).body.device?.feedHead).toBe(head + 1);
    expect((await device.hello('?since=x')).status).toBe(400);
  });

  it('logs neither names nor paths with ids', async () => {
    const text = place.logLines.join('');
    expect(text).toContain('"route":"/v1/push"');
    expect(text).not.toContain('Nguyễn');
    expect(text).not.toContain('%2f');
    expect(text).not.toContain('parties');
    await Promise.resolve();
  });
});
