import type { FastifyRequest } from 'fastify';
import { err, ok, type Result } from '../../shared/base/result';
import { PROOF_HEADER } from '../../shared/sync/protocol';
import { findDevice, type Device } from '../devices';
import { problem, type Problem } from '../problem';
import { checkProof, type ProofHolder } from '../security/device-proof';
import type { ServerContext } from '../server-context';
import { bodyBytes } from './answer';

/** Checks the proof of a request, whoever made it. 401 when there is none or it does not fit. */
export async function proveRequest(
  context: ServerContext,
  request: FastifyRequest,
): Promise<Result<ProofHolder, Problem>> {
  const token = request.headers[PROOF_HEADER];
  if (typeof token !== 'string') return err(problem(401, 'proof', 'missing'));
  const proven = { token, method: request.method, url: request.raw.url ?? '', body: bodyBytes(request) };
  const findKey = async (deviceId: string) => (await findDevice(context.db, deviceId))?.jwk;
  return checkProof(proven, { nonces: context.nonces, replay: context.replay, findKey });
}

/** The enrolled device behind a request. A revoked one gets 403 `revoked` unless the call is still open to it. */
export async function authenticate(
  context: ServerContext,
  request: FastifyRequest,
  rule: { readonly revoked: 'allowed' | 'refused' },
): Promise<Result<Device, Problem>> {
  const holder = await proveRequest(context, request);
  if (!holder.ok) return holder;
  const device = holder.value.kind === 'device' ? await findDevice(context.db, holder.value.deviceId) : undefined;
  if (!device) return err(problem(401, 'unknownDevice'));
  if (device.revoked && rule.revoked === 'refused') return err(problem(403, 'revoked'));
  // Only for the log: who asked.
  request.deviceId = device.deviceId;
  return ok(device);
}
