import type { FastifyInstance } from 'fastify';
import { pullRequestSchema } from '../../shared/sync/protocol';
import { readFeed } from '../feed';
import type { ServerContext } from '../server-context';
import { parseBody, sendProblem } from './answer';
import { authenticate } from './authenticate';

/** `POST /v1/pull`: the feed of the device's unit after a checkpoint. */
export function addPullRoute(app: FastifyInstance, context: ServerContext): void {
  app.post('/v1/pull', async (request, reply) => {
    const device = await authenticate(context, request, { revoked: 'refused' });
    if (!device.ok) return sendProblem(reply, device.error);
    const body = parseBody(request, pullRequestSchema);
    if (!body.ok) return sendProblem(reply, body.error);
    const { serverEpoch } = context;
    await context.mergedFeeds.join(context, device.value.unitId);
    return reply.send(await readFeed(context.db, { unitId: device.value.unitId, serverEpoch, ...body.value }));
  });
}
