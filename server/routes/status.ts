import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ServerContext } from '../server-context';
import { createCountReader } from '../status-page/read-counts';
import { buildStatusPage, STATUS_STYLE } from '../status-page/status-page';
import { buildPublicHello } from './hello';

/** `GET /`: a plain page for the technician: version, durability, counts. */
export function addStatusRoute(app: FastifyInstance, context: ServerContext): void {
  const readCounts = createCountReader(context.db, context.now);
  const styleHash = createHash('sha256').update(STATUS_STYLE).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;
  app.get('/', async (_request, reply) => {
    const page = buildStatusPage({
      hello: buildPublicHello(context),
      engine: context.engine,
      counts: await readCounts(),
    });
    return reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(page);
  });
}
