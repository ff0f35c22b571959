import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { NONCE_HEADER } from '../../../shared/sync/protocol';
import { emptyListLie, loginPageLie, type Lie } from '../../support/lying-server';

/**
 * What becomes of a push on its way. `loseRequest`: never arrives. `loseAnswer`: taken, the answer is lost. `cutAnswer`: half
 * of its bytes come. `repeat`: the same bytes reach the province twice. The others put something else in the answer's place.
 */
export type Trick =
  | 'pass'
  | 'loseRequest'
  | 'loseAnswer'
  | 'cutAnswer'
  | 'repeat'
  | 'emptyList'
  | 'emptyObject'
  | 'loginPage'
  | 'redirect'
  | 'halfTheReceipts'
  | 'noReceipts'
  | 'reversedReceipts'
  | 'forgedPositions'
  | 'earlierAnswer';

/** A line whose pushes go wrong as told; everything else passes. */
export interface FaultyLine {
  readonly url: string;
  trick: Trick;
  /** Called before a push goes on, with the number of pushes so far. */
  beforePush: (count: number) => void;
  readonly pushes: () => number;
  /** Method and path of everything that was asked. */
  readonly asked: readonly string[];
}

interface Carried {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

interface Line {
  readonly upstream: string;
  /** A connection for each request: nothing of the province's is left open behind a test. */
  readonly agent: Agent;
  earlier: Carried | undefined;
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Sends a request on and waits for the whole answer. Ends with the asker. */
async function carry(line: Line, asked: IncomingMessage, call: { body: Buffer; gone: AbortSignal }): Promise<Carried> {
  const { host: _host, connection: _connection, ...headers } = asked.headers;
  const sent = request(new URL(asked.url ?? '/', line.upstream), {
    ...{ method: asked.method, headers, agent: line.agent, signal: call.gone },
  });
  sent.end(call.body);
  const [answer] = (await once(sent, 'response', { signal: call.gone })) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await readAll(answer) };
}

function send(reply: ServerResponse, { status, headers, body }: Carried): void {
  const kept = Object.entries(headers).filter(([name]) => !['connection', 'transfer-encoding'].includes(name));
  reply.writeHead(status, { ...Object.fromEntries(kept), 'content-length': body.length });
  reply.end(body);
}

function lie(reply: ServerResponse, { status, type, body }: Lie): void {
  reply.writeHead(status, { 'content-type': type });
  reply.end(body);
}

/** The answer with its list of receipts changed; refusals pass as they are. */
function withReceipts(carried: Carried, change: (receipts: readonly object[]) => readonly object[]): Carried {
  if (carried.status !== 200) return carried;
  const { receipts } = JSON.parse(carried.body.toString('utf8')) as { receipts: object[] };
  return { ...carried, body: Buffer.from(JSON.stringify({ receipts: change(receipts) })) };
}

async function playTrick(
  line: Line,
  reply: ServerResponse,
  { trick, deliver }: { readonly trick: Trick; readonly deliver: () => Promise<Carried> },
): Promise<void> {
  switch (trick) {
    case 'loseRequest':
      reply.destroy();
      return;
    case 'emptyList':
      lie(reply, emptyListLie);
      return;
    case 'emptyObject':
      lie(reply, { ...emptyListLie, body: '{}' });
      return;
    case 'loginPage':
      lie(reply, loginPageLie);
      return;
    case 'redirect':
      reply.writeHead(302, { location: 'http://127.0.0.1:9/login' });
      reply.end();
      return;
    case 'earlierAnswer':
      if (line.earlier === undefined) lie(reply, emptyListLie);
      else send(reply, line.earlier);
      return;
    case 'repeat': {
      const first = await deliver();
      await deliver();
      send(reply, first);
      return;
    }
    default:
      sendChanged(trick, await deliver(), reply);
  }
}

function sendChanged(
  trick:
    'pass' | 'loseAnswer' | 'cutAnswer' | 'halfTheReceipts' | 'noReceipts' | 'reversedReceipts' | 'forgedPositions',
  carried: Carried,
  reply: ServerResponse,
): void {
  switch (trick) {
    case 'pass':
      send(reply, carried);
      return;
    case 'loseAnswer':
      reply.destroy();
      return;
    case 'cutAnswer':
      reply.writeHead(carried.status, { 'content-type': 'application/json', 'content-length': carried.body.length });
      reply.write(carried.body.subarray(0, carried.body.length >> 1), () => reply.destroy());
      return;
    case 'halfTheReceipts':
      send(
        reply,
        withReceipts(carried, (receipts) => receipts.slice(0, receipts.length >> 1)),
      );
      return;
    case 'noReceipts':
      send(
        reply,
        withReceipts(carried, () => []),
      );
      return;
    case 'reversedReceipts':
      send(
        reply,
        withReceipts(carried, (receipts) => receipts.toReversed()),
      );
      return;
    case 'forgedPositions':
      send(
        reply,
        withReceipts(carried, (receipts) => receipts.map((receipt) => ({ ...receipt, pos: 77 }))),
      );
      return;
  }
}

/** Puts a line in front of a province. */
export async function startFaultyLine(upstream: string): Promise<FaultyLine> {
  const asked: string[] = [];
  const line: Line = { upstream, agent: new Agent({ keepAlive: false }), earlier: undefined };
  let pushes = 0;
  const answer = async (incoming: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const gone = new AbortController();
    reply.once('close', () => {
      gone.abort();
    });
    const body = await readAll(incoming);
    asked.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`);
    const deliver = (): Promise<Carried> => carry(line, incoming, { body, gone: gone.signal });
    if (incoming.url !== '/v1/push') {
      send(reply, await deliver());
      return;
    }
    pushes += 1;
    faulty.beforePush(pushes);
    await playTrick(line, reply, { trick: faulty.trick, deliver: deliverAndKeep(line, deliver) });
  };
  const server = createServer((incoming, reply) => {
    // A province that is gone looks like a line that is gone.
    answer(incoming, reply).catch(() => reply.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    line.agent.destroy();
    await once(server, 'close');
  });
  const { port } = server.address() as AddressInfo;
  const faulty: FaultyLine = {
    url: `http://127.0.0.1:${String(port)}`,
    trick: 'pass',
    beforePush: () => undefined,
    pushes: () => pushes,
    asked,
  };
  return faulty;
}

/** Remembers the last genuine answer, so that it can be given again at the wrong time. */
function deliverAndKeep(line: Line, deliver: () => Promise<Carried>): () => Promise<Carried> {
  return async () => {
    const carried = await deliver();
    const { [NONCE_HEADER]: _nonce, ...headers } = carried.headers;
    if (carried.status === 200) line.earlier = { ...carried, headers };
    return carried;
  };
}
