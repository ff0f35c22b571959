import type { FastifyInstance, FastifyRequest } from 'fastify';
import { err, ok, type Result } from '../../shared/base/result';
import { enrolRequestSchema, type EnrolAnswer } from '../../shared/sync/protocol';
import { enrolDevice } from '../enrolment';
import { problem, type Problem } from '../problem';
import { createAttemptLimit, type AttemptLimit } from '../security/attempt-limit';
import type { ServerContext } from '../server-context';
import { parseBody, sendProblem } from './answer';
import { proveRequest } from './authenticate';

/** Wrong codes one address may try in a while; a code has 60 bits, so this only quiets noise. */
const attemptRule = { most: 10, windowMs: 10 * 60_000 };

async function answerEnrol(
  context: ServerContext,
  request: FastifyRequest,
  limit: AttemptLimit,
): Promise<Result<EnrolAnswer, Problem>> {
  if (limit.isBlocked(request.ip)) return err(problem(429, 'tooManyAttempts'));
  const holder = await proveRequest(context, request);
  if (!holder.ok) return holder;
  if (holder.value.kind !== 'newKey') return err(problem(401, 'proof', 'jwk'));
  const body = parseBody(request, enrolRequestSchema);
  if (!body.ok) return body;
  const { jwk, thumbprint } = holder.value;
  if (body.value.jwk.x !== jwk.x || body.value.jwk.y !== jwk.y) return err(problem(401, 'proof', 'jwk'));
  const { now, randomBytes, key } = context;
  const deviceId = await enrolDevice(context.db, { request: body.value, jwk, thumbprint, now: now(), randomBytes });
  if (!deviceId.ok) {
    limit.noteFailure(request.ip);
    return deviceId;
  }
  return ok({ deviceId: deviceId.value, serverKeys: [{ keyId: key.keyId, jwk: { ...key.publicJwk } }] });
}

/** `POST /v1/enrol`: one-time code and proof of a new key → registered device and the server's keys. */
export function addEnrolRoute(app: FastifyInstance, context: ServerContext): void {
  const limit = createAttemptLimit(attemptRule, context.now);
  app.post('/v1/enrol', async (request, reply) => {
    const answer = await answerEnrol(context, request, limit);
    return answer.ok ? reply.send(answer.value) : sendProblem(reply, answer.error);
  });
}
