import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { assertNever } from '../shared/base/result';
import type { NewRef } from './fault-ref';
import { describeError, type Log } from './log';
import { MAX_PAGE_BYTES } from './pages/page-content';
import type { PageFiles, PageReadError, PageWriteError } from './pages/page-files';
import { pageHeadSchema } from './pages/page-format';
import type { Previews } from './previews';
import { APP_ORIGIN, isOwnPage, SECURITY_HEADERS } from './security-policy';
import { readStaticFile } from './static-files';

/** What the protocol serves from. */
export interface ProtocolPorts {
  /** Folder of the built page. */
  readonly root: string;
  /** The page files while somebody is signed in, else null. */
  readonly pages: () => PageFiles | null;
  readonly previews: Pick<Previews, 'take'>;
  /** Whether there is room for another scanned page. */
  readonly hasRoom: () => boolean;
  readonly now: () => number;
  readonly log: Log;
  readonly newRef: NewRef;
}

/** Answers every request of the page: its own files, page pictures in both directions, rendered previews. Never the network. */
export function createProtocolHandler(ports: ProtocolPorts): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      return await route(ports, request);
    } catch (error) {
      const ref = ports.newRef();
      ports.log('protocolFault', { ref, ...describeError(error) });
      return answer(500, ref);
    }
  };
}

function route(ports: ProtocolPorts, request: Request): Promise<Response> | Response {
  if (!isOwnPage(request.url)) return answer(403);
  const url = new URL(request.url);
  const [, area = '', id = '', ...rest] = url.pathname.split('/');
  const isItem = id !== '' && rest.length === 0;
  if (area === 'pages' && isItem) {
    if (request.method === 'GET') return sendPage(ports, id);
    if (request.method === 'PUT') return takePage(ports, { request, id, query: url.searchParams });
    return answer(405);
  }
  if (request.method !== 'GET') return answer(405);
  if (area === 'previews' && isItem) return sendPreview(ports, id);
  return sendFile(ports, url.pathname);
}

async function sendFile(ports: ProtocolPorts, pathname: string): Promise<Response> {
  const file = await readStaticFile(ports.root, pathname);
  if (!file.ok) return answer(file.error.kind === 'forbidden' ? 403 : 404);
  return answer(200, file.value.bytes, { 'Content-Type': file.value.mime, 'Cache-Control': 'no-cache' });
}

async function sendPage(ports: ProtocolPorts, id: string): Promise<Response> {
  const pages = ports.pages();
  if (pages === null) return answer(423);
  const opened = await pages.open(id);
  if (!opened.ok) return answer(readStatus(opened.error));
  const { page, content } = opened.value;
  return answer(200, Readable.toWeb(Readable.from(content, { objectMode: false })), {
    'Content-Type': page.mime,
    'Content-Length': String(page.bytes),
    'Cache-Control': 'no-store',
    'X-Content-Sha256': page.sha256,
  });
}

async function takePage(
  ports: ProtocolPorts,
  put: { readonly request: Request; readonly id: string; readonly query: URLSearchParams },
): Promise<Response> {
  const { request, id, query } = put;
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== APP_ORIGIN) return answer(403);
  const pages = ports.pages();
  if (pages === null) return answer(423);
  if (!ports.hasRoom()) return answer(507);
  if (Number(request.headers.get('content-length') ?? 0) > MAX_PAGE_BYTES) return answer(413);
  const order = query.get('order') ?? '0';
  const head = pageHeadSchema.safeParse({
    draftId: query.get('draft'),
    paperId: query.get('paper'),
    order: /^\d{1,6}$/u.test(order) ? Number(order) : -1,
    at: ports.now(),
  });
  if (!head.success || request.body === null) return answer(400);
  const written = await pages.write(id, head.data, Readable.fromWeb(request.body as ReadableStream));
  if (!written.ok) return answer(writeStatus(written.error));
  return answer(201, JSON.stringify(written.value), { 'Content-Type': 'application/json; charset=utf-8' });
}

function sendPreview(ports: ProtocolPorts, id: string): Response {
  const bytes = ports.previews.take(id);
  if (bytes === undefined) return answer(404);
  return answer(200, Buffer.from(bytes), { 'Content-Type': 'application/pdf', 'Cache-Control': 'no-store' });
}

function readStatus(error: PageReadError): number {
  return error.kind === 'notFound' ? 404 : 422;
}

function writeStatus(error: PageWriteError): number {
  switch (error.kind) {
    case 'empty':
    case 'badPage':
      return 400;
    case 'exists':
      return 409;
    case 'tooLarge':
      return 413;
    case 'unsupported':
      return 415;
    case 'diskFull':
      return 507;
    default:
      return assertNever(error, 'writeStatus');
  }
}

function answer(
  status: number,
  body: string | Buffer | ReadableStream | null = null,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body as BodyInit | null, { status, headers: { ...SECURITY_HEADERS, ...headers } });
}
