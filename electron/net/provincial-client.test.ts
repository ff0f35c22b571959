import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { NONCE_HEADER, PROOF_HEADER } from '../../shared/sync/protocol';
import { createProvincialClient } from './provincial-client';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(
  answer: (request: IncomingMessage, body: string, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    request.on('end', () => {
      answer(request, body, response);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
let jti = 0;

function clientOf(baseUrl: string, timeoutMs = 2000) {
  return createProvincialClient({
    baseUrl,
    fetch,
    signer: {
      publicJwk: { kty: 'EC', crv: 'P-256', x, y },
      sign: (text) =>
        Promise.resolve(
          sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
        ),
    },
    deviceId: () => 'device-1',
    newJti: () => `jti-${String((jti += 1)).padStart(20, '0')}`,
    timeoutMs,
  });
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.setHeader('content-type', 'application/json');
  response.writeHead(status).end(JSON.stringify(body));
}

describe('createProvincialClient', () => {
  it.each<[string, string, (response: ServerResponse) => void]>([
    [
      'captivePortal',
      'an HTML login page',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>login</html>'),
    ],
    [
      'captivePortal',
      'a redirect to a login',
      (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    ],
    [
      'protocol',
      '200 []',
      (response) => {
        json(response, 200, []);
      },
    ],
    [
      'protocol',
      '200 {}',
      (response) => {
        json(response, 200, {});
      },
    ],
    [
      'captivePortal',
      'JSON that is none',
      (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{oops'),
    ],
    [
      'server',
      'a server fault',
      (response) => {
        json(response, 503, { error: 'busy' });
      },
    ],
    [
      'auth',
      'a refusal',
      (response) => {
        json(response, 403, { error: 'revoked' });
      },
    ],
  ])('reports %s when the answer is %s', async (kind, _name, answer) => {
    const url = await serve((_request, _body, response) => {
      answer(response);
    });
    const result = await clientOf(url).push([]);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.error.kind).toBe(kind);
  });

  it('reports network when nobody listens, and when the answer never comes', async () => {
    const silent = await serve(() => undefined);
    const answers = await Promise.all([clientOf('http://127.0.0.1:1').hello(), clientOf(silent, 150).hello()]);
    expect(answers.map((answer) => !answer.ok && answer.error.kind)).toEqual(['network', 'network']);
  });

  it('binds method, path, body and nonce to the device key when it asks again with the nonce it was given', async () => {
    const seen: { proof: string; body: string; url: string }[] = [];
    const url = await serve((request, body, response) => {
      seen.push({ proof: String(request.headers[PROOF_HEADER]), body, url: request.url ?? '' });
      response.setHeader(NONCE_HEADER, seen.length === 1 ? 'fresh-nonce' : 'next-nonce');
      if (seen.length === 1) json(response, 401, { error: 'nonce' });
      else json(response, 200, { receipts: [] });
    });
    const answer = await clientOf(url).push([]);
    expect(answer.ok).toBe(true);
    const [, second] = seen;
    const [head = '', claims = '', signature = ''] = second?.proof.split('.') ?? [];
    expect(
      verify(
        'sha256',
        Buffer.from(`${head}.${claims}`),
        { key: createPublicKey(publicKey.export({ format: 'pem', type: 'spki' })), dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      ),
    ).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      htm: 'POST',
      htu: '/v1/push',
      nonce: 'fresh-nonce',
      bh: createHash('sha256')
        .update(second?.body ?? '')
        .digest('base64url'),
    });
  });
});
