import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { err, ok, type Result } from '../../shared/base/result';
import { problem, type Problem } from '../problem';

/** Bytes of the request's body exactly as they came; empty without one. */
export function bodyBytes(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** Sends an expected refusal in the protocol's form. */
export function sendProblem(reply: FastifyReply, refusal: Problem): FastifyReply {
  const { status, error, detail } = refusal;
  return reply.code(status).send(detail === undefined ? { error } : { error, detail });
}

/** Reads the JSON body against a schema: 400 `json` or 400 `body` with the place of the first fault (a path, no values). */
export function parseBody<S extends z.ZodType>(request: FastifyRequest, schema: S): Result<z.infer<S>, Problem> {
  let raw: unknown;
  try {
    raw = JSON.parse(bodyBytes(request).toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return err(problem(400, 'json'));
    throw error;
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return ok(parsed.data);
  const place = parsed.error.issues[0]?.path.filter((step) => typeof step !== 'symbol').join('.');
  return err(problem(400, 'body', place?.slice(0, 100)));
}
