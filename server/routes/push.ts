import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { pushRequestSchema } from '../../shared/sync/protocol';
import { acceptPush } from '../push/accept-push';
import { readPushItem } from '../push/push-item';
import type { ServerContext } from '../server-context';
import { bodyBytes, parseBody, sendProblem } from './answer';
import { authenticate } from './authenticate';

/** `POST /v1/push`: a batch of own actions → one signed receipt each. Open to revoked devices, into quarantine. */
export function addPushRoute(app: FastifyInstance, context: ServerContext): void {
  app.post('/v1/push', async (request, reply) => {
    const device = await authenticate(context, request, { revoked: 'allowed' });
    if (!device.ok) return sendProblem(reply, device.error);
    const body = parseBody(request, pushRequestSchema);
    if (!body.ok) return sendProblem(reply, body.error);
    const bodyHash = createHash('sha256').update(bodyBytes(request)).digest('hex');
    const items = body.value.actions.map((raw, index) =>
      readPushItem(raw, device.value.deviceId, `${bodyHash}:${String(index)}`),
    );
    return reply.send({ receipts: await acceptPush(context, device.value, items) });
  });
}
