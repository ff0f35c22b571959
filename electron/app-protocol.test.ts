import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildUuidV7 } from '../shared/base/ids';
import { createProtocolHandler, type ProtocolPorts } from './app-protocol';
import { commitFile, flushFolder, isDiskFull } from './durable-file';
import { createEnvelope } from './keys/envelope';
import { openPageFiles, type PageFiles } from './pages/page-files';
import { createPreviews } from './previews';
import { SECURITY_HEADERS } from './security-policy';

const pageId = buildUuidV7(1, Buffer.alloc(10, 1));
const draftId = buildUuidV7(2, Buffer.alloc(10, 2));
const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(300_000, 9)]);
const putAddress = `app://bundle/pages/${pageId}?draft=${draftId}&paper=to-khai&order=2`;

let root: string;
let pages: PageFiles | null;
let events: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'protocol-'));
  await writeFile(join(root, 'index.html'), '<!doctype html>');
  const seal = createEnvelope({ id: 1, bytes: Buffer.alloc(32, 5) });
  pages = await openPageFiles({
    folder: await mkdtemp(join(tmpdir(), 'pages-')),
    seal,
    commit: commitFile,
    flushFolder,
    isDiskFull,
  });
  events = [];
});

function createHandler(changes: Partial<ProtocolPorts> = {}): (request: Request) => Promise<Response> {
  return createProtocolHandler({
    root,
    pages: () => pages,
    previews: createPreviews(3),
    hasRoom: () => true,
    now: () => 5,
    log: (event) => events.push(event),
    newRef: () => 'ABCD',
    ...changes,
  });
}

const put = (address: string, body: Buffer, headers: Record<string, string> = {}): Request =>
  new Request(address, { method: 'PUT', body: new Uint8Array(body), headers });

describe('protocol handler', () => {
  it('serves the page with every security header', async () => {
    const response = await createHandler()(new Request('app://bundle/'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(response.headers.get(name)).toBe(value);
  });

  it.each([
    ['app://bundle/missing.js', 404],
    ['app://bundle/..%2fsecret.json', 403],
    ['app://other/', 403],
    ['https://bundle/', 403],
    [`app://bundle/pages/${pageId}`, 404],
    ['app://bundle/pages/..%2f..%2fetc', 404],
    ['app://bundle/previews/1', 404],
  ])('answers %s with %i and the security headers all the same', async (address, status) => {
    const response = await createHandler()(new Request(address));
    expect(response.status).toBe(status);
    expect(response.headers.get('content-security-policy')).toBe(SECURITY_HEADERS['Content-Security-Policy']);
  });

  it.each(['POST', 'DELETE', 'PATCH', 'OPTIONS'])('refuses the method %s', async (method) => {
    expect((await createHandler()(new Request('app://bundle/', { method }))).status).toBe(405);
    expect((await createHandler()(new Request(putAddress, { method }))).status).toBe(405);
  });

  it('keeps a page that was put and gives it back', async () => {
    const handle = createHandler();
    const response = await handle(put(putAddress, picture));
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ pageId, bytes: picture.length, mime: 'image/jpeg' });
    const got = await handle(new Request(`app://bundle/pages/${pageId}`));
    expect(got.headers.get('content-type')).toBe('image/jpeg');
    expect(got.headers.get('cache-control')).toBe('no-store');
    expect(Buffer.from(await got.arrayBuffer()).equals(picture)).toBe(true);
    expect((await handle(put(putAddress, picture))).status).toBe(409);
  });

  it.each([
    ['script as a picture', putAddress, Buffer.from('<script>alert(1)</script>'), {}, 415],
    ['nothing', putAddress, Buffer.alloc(0), {}, 400],
    ['no draft', `app://bundle/pages/${pageId}?paper=a`, picture, {}, 400],
    ['a bad order', `${putAddress}e9`, picture, {}, 400],
    ['a bad id', `app://bundle/pages/x?draft=${draftId}&paper=a`, picture, {}, 400],
    ['a foreign origin', putAddress, picture, { origin: 'https://example.org' }, 403],
    ['a huge declared size', putAddress, picture, { 'content-length': '99999999999' }, 413],
  ])('refuses %s', async (_what, address, body, headers, status) => {
    const handle = createHandler();
    expect((await handle(put(address, body, headers))).status).toBe(status);
    expect((await pages?.list())?.pages).toEqual([]);
  });

  it('refuses pages both ways when locked and new ones when the disk is nearly full', async () => {
    expect((await createHandler({ hasRoom: () => false })(put(putAddress, picture))).status).toBe(507);
    pages = null;
    expect((await createHandler()(put(putAddress, picture))).status).toBe(423);
    expect((await createHandler()(new Request(putAddress))).status).toBe(423);
  });

  it('gives a preview once', async () => {
    const previews = createPreviews(2);
    for (const id of ['a', 'b', 'c']) previews.keep(id, Buffer.from(`%PDF-${id}`));
    const handle = createHandler({ previews });
    const statuses = [];
    for (const id of ['a', 'b', 'b', 'c']) {
      statuses.push((await handle(new Request(`app://bundle/previews/${id}`))).status);
    }
    expect(statuses).toEqual([404, 200, 404, 200]);
  });

  it('answers a fault with its id and logs it', async () => {
    const response = await createHandler({
      pages: () => {
        throw new Error('Nguyễn Thị Hoa');
      },
    })(new Request(putAddress));
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('ABCD');
    expect(events).toEqual(['protocolFault']);
  });
});
