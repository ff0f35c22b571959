import { Buffer } from 'node:buffer';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { NONCE_HEADER, PUSH_MAX_BYTES } from '../shared/sync/protocol';
import { newErrorId } from './error-id';
import { toFaultFields } from './log';
import { problem, type Problem } from './problem';
import { sendProblem } from './routes/answer';
import { addEnrolRoute } from './routes/enrol';
import { addHelloRoute } from './routes/hello';
import { addLeasesRoute } from './routes/leases';
import { addPackagesRoute } from './routes/packages';
import { addPullRoute } from './routes/pull';
import { addPushRoute } from './routes/push';
import './routes/request-device';
import { addStatusRoute } from './routes/status';
import type { ServerContext } from './server-context';

/** A body that comes slower than this stalls for good; proofs stay valid longer. */
const REQUEST_TIMEOUT_MS = 10 * 60_000;

/** The protocol's word for a refusal of the HTTP layer itself. */
function findHttpProblem(error: FastifyError): Problem | undefined {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return problem(413, 'tooLarge');
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return problem(415, 'mediaType');
  return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
    ? problem(400, 'request')
    : undefined;
}

function sendFault(context: ServerContext, error: FastifyError, reply: FastifyReply): FastifyReply {
  const refusal = findHttpProblem(error);
  if (refusal) return sendProblem(reply, refusal);
  const errorId = newErrorId(context.randomBytes);
  context.log.fault(toFaultFields(error, errorId));
  return sendProblem(reply, problem(500, 'server', errorId));
}

function addHooks(app: FastifyInstance, context: ServerContext): void {
  app.decorateRequest('deviceId', undefined);
  // Every answer, refusals too, brings the nonce of the next proof: a device never has to ask for one.
  app.addHook('onSend', (_request: FastifyRequest, reply: FastifyReply, _payload, done) => {
    reply
      .header(NONCE_HEADER, context.nonces.issue())
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff');
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const fields = {
      route: request.routeOptions.url ?? 'unknown',
      method: request.method,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    context.log.request(request.deviceId === undefined ? fields : { ...fields, deviceId: request.deviceId });
    done();
  });
}

/** Puts the HTTP server together. It listens to nobody yet. */
export function buildServerApp(context: ServerContext): FastifyInstance {
  const app = fastify({
    bodyLimit: PUSH_MAX_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    logger: false,
    frameworkErrors: (error, _request, reply) => {
      void sendFault(context, error, reply);
    },
  });
  // Bytes stay as they came: the proof covers them, and JSON is read only after the proof fits.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, Buffer.isBuffer(body) ? body : Buffer.from(body));
  });
  app.setErrorHandler((error: FastifyError, _request, reply) => sendFault(context, error, reply));
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, problem(404, 'unknownRoute')));
  addHooks(app, context);
  addStatusRoute(app, context);
  addHelloRoute(app, context);
  addEnrolRoute(app, context);
  addPushRoute(app, context);
  addPullRoute(app, context);
  addLeasesRoute(app, context);
  addPackagesRoute(app, context);
  return app;
}
