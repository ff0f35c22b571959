import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/base/result';
import { PROOF_HEADER, PROTOCOL_VERSION, type Hello } from '../../shared/sync/protocol';
import type { Device } from '../devices';
import { readFeedHead, readIncarnations } from '../feed';
import { problem, type Problem } from '../problem';
import type { ServerContext } from '../server-context';
import { sendProblem } from './answer';
import { authenticate } from './authenticate';

/** Longest sleep of a long poll; proxies cut idle connections soon after. */
const WAIT_MAX_S = 30;

const querySchema = z.object({
  since: z.coerce.number().pipe(z.int().min(0)).optional(),
  wait: z.coerce.number().pipe(z.number().min(0)).optional(),
});

/** What anybody may know; also shown on the status page. */
export function buildPublicHello(context: Pick<ServerContext, 'now' | 'serverEpoch' | 'durable'>): Hello {
  return {
    product: 'quay-mot-cua',
    // Version 1 is the first: there is no N-1 to speak yet.
    protocol: { min: PROTOCOL_VERSION, max: PROTOCOL_VERSION },
    serverTime: context.now(),
    serverEpoch: context.serverEpoch,
    durable: context.durable,
  };
}

async function buildDeviceHello(context: ServerContext, device: Device): Promise<Hello> {
  if (!device.revoked) await context.mergedFeeds.join(context, device.unitId);
  return {
    ...buildPublicHello(context),
    device: {
      serverKeys: [{ keyId: context.key.keyId, jwk: { ...context.key.publicJwk } }],
      packages: context.shelf.versions.map((pack) => ({ ...pack })),
      feedHead: await readFeedHead(context.db, device.unitId),
      incarnations: [...(await readIncarnations(context.db, device.deviceId))],
      revoked: device.revoked,
    },
  };
}

function abortWith(reply: FastifyReply): AbortController {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    gone.abort();
  });
  return gone;
}

async function sleepUntilNews(
  context: ServerContext,
  place: { unitId: string; since: number; waitMs: number; reply: FastifyReply },
): Promise<void> {
  const done = abortWith(place.reply);
  // Asleep before looking: a commit between look and sleep would go unheard for the whole wait.
  const sleep = context.wakeUp.wait(place.unitId, place.waitMs, done.signal);
  if ((await readFeedHead(context.db, place.unitId)) > place.since) done.abort();
  await sleep;
}

async function answerDevice(
  context: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Result<Hello, Problem>> {
  const device = await authenticate(context, request, { revoked: 'allowed' });
  if (!device.ok) return device;
  const query = querySchema.safeParse(request.query);
  if (!query.success) return err(problem(400, 'query'));
  const { since, wait } = query.data;
  if (since !== undefined && wait !== undefined && !device.value.revoked) {
    const waitMs = Math.min(wait, WAIT_MAX_S) * 1000;
    await sleepUntilNews(context, { unitId: device.value.unitId, since, waitMs, reply });
  }
  return ok(await buildDeviceHello(context, device.value));
}

/** `GET /v1/hello`: reachability probe for anybody, state and wake-up for a device. */
export function addHelloRoute(app: FastifyInstance, context: ServerContext): void {
  app.get('/v1/hello', async (request, reply) => {
    if (request.headers[PROOF_HEADER] === undefined) return reply.send(buildPublicHello(context));
    const hello = await answerDevice(context, request, reply);
    return hello.ok ? reply.send(hello.value) : sendProblem(reply, hello.error);
  });
}
