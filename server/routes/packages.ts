import type { FastifyInstance } from 'fastify';
import { problem } from '../problem';
import type { ServerContext } from '../server-context';
import { sendProblem } from './answer';
import { authenticate } from './authenticate';

/** `GET /v1/packages/<kind>`: a reference package with the server's signature. */
export function addPackagesRoute(app: FastifyInstance, context: ServerContext): void {
  app.get<{ Params: { kind: string } }>('/v1/packages/:kind', async (request, reply) => {
    const device = await authenticate(context, request, { revoked: 'refused' });
    if (!device.ok) return sendProblem(reply, device.error);
    const signed = context.shelf.signed.get(request.params.kind);
    return signed ? reply.send(signed) : sendProblem(reply, problem(404, 'unknownPackage'));
  });
}
