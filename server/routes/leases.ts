import type { FastifyInstance } from 'fastify';
import { leaseRequestSchema } from '../../shared/sync/protocol';
import { grantLeases } from '../leases';
import type { ServerContext } from '../server-context';
import { parseBody, sendProblem } from './answer';
import { authenticate } from './authenticate';

/** `POST /v1/leases`: code ranges of an agency for the days named. */
export function addLeasesRoute(app: FastifyInstance, context: ServerContext): void {
  const newLeaseId = (): string => `L${context.randomBytes(9).toString('base64url')}`;
  app.post('/v1/leases', async (request, reply) => {
    const device = await authenticate(context, request, { revoked: 'refused' });
    if (!device.ok) return sendProblem(reply, device.error);
    const body = parseBody(request, leaseRequestSchema);
    if (!body.ok) return sendProblem(reply, body.error);
    const { db, now, given, shelf } = context;
    const asked = { device: device.value, request: body.value, now: now() };
    const leases = await grantLeases({ ...asked, db, given, unitsOn: shelf.unitsOn, newLeaseId });
    return leases.ok ? reply.send({ leases: leases.value }) : sendProblem(reply, leases.error);
  });
}
