import type { z } from 'zod';
import { err, ok, type Result } from '../../shared/base/result';
import type { SyncFailure } from '../../shared/ipc/messages';
import type { Action } from '../../shared/domain/actions/action';
import type { Checkpoint } from '../../shared/domain/journal-entry';
import {
  enrolAnswerSchema,
  enrolRequestSchema,
  helloSchema,
  leaseAnswerSchema,
  NONCE_HEADER,
  PROOF_HEADER,
  pullAnswerSchema,
  pushAnswerSchema,
  signedPackageSchema,
  type LeaseRequest,
} from '../../shared/sync/protocol';
import { buildDeviceProof, type DeviceSigner } from './device-proof';
import { exchange, type Fetch, type RawAnswer } from './request';

/** What the client needs from its surroundings. `deviceId` is null until enrolment. */
export interface ClientPorts {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly signer: DeviceSigner;
  readonly deviceId: () => string | null;
  readonly newJti: () => string;
  readonly timeoutMs: number;
}

type Call = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: string;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
};

/** Sends one call with its proof and checks the answer's shape. */
function createAsker(ports: ClientPorts) {
  let nonce = '';

  async function send(call: Call, keyId: string | null): Promise<Result<RawAnswer, SyncFailure>> {
    const proof = await buildDeviceProof(
      { method: call.method, target: call.path, nonce, jti: ports.newJti(), body: call.body, keyId },
      ports.signer,
    );
    const answer = await exchange(ports.fetch, {
      method: call.method,
      url: ports.baseUrl + call.path,
      headers: {
        accept: 'application/json',
        [PROOF_HEADER]: proof,
        ...(call.method === 'POST' ? { 'content-type': 'application/json' } : {}),
      },
      body: call.body,
      timeoutMs: call.timeoutMs ?? ports.timeoutMs,
      ...(call.signal === undefined ? {} : { signal: call.signal }),
    });
    if (answer.ok) nonce = answer.value.header(NONCE_HEADER) ?? nonce;
    return answer;
  }

  /** A refused nonce is renewed by the refusal itself: one second try is enough, a third would hide a real fault. */
  async function ask<S extends z.ZodType>(
    call: Call,
    schema: S,
    keyId = ports.deviceId(),
  ): Promise<Result<z.infer<S>, SyncFailure>> {
    const used = nonce;
    let answer = await send(call, keyId);
    if (answer.ok && answer.value.status === 401 && nonce !== used) answer = await send(call, keyId);
    if (!answer.ok) return answer;
    const { status, body } = answer.value;
    if (status === 401 || status === 403) return err({ kind: 'auth' });
    if (status >= 400) return err({ kind: 'server', status });
    const parsed = schema.safeParse(body);
    return parsed.success ? ok(parsed.data) : err({ kind: 'protocol' });
  }

  return ask;
}

/**
 * The province's calls (protocol version 1). Every answer is checked against its schema: an empty list, a login page or
 * another service's JSON is a failure, never a success.
 */
export function createProvincialClient(ports: ClientPorts) {
  const ask = createAsker(ports);
  const post = (path: string, body: unknown): Call => ({ method: 'POST', path, body: JSON.stringify(body) });

  return {
    /** Reachability probe and wake-up: answers at once, or after the feed moved beyond `since` (at most `wait` seconds). */
    hello: (wake?: { readonly since: number; readonly wait: number; readonly signal: AbortSignal }) =>
      ask(
        wake === undefined
          ? { method: 'GET', path: '/v1/hello', body: '' }
          : {
              method: 'GET',
              path: `/v1/hello?since=${String(wake.since)}&wait=${String(wake.wait)}`,
              body: '',
              timeoutMs: ports.timeoutMs + wake.wait * 1000,
              signal: wake.signal,
            },
        helloSchema,
      ),
    enrol: (request: Omit<z.infer<typeof enrolRequestSchema>, 'jwk'>) =>
      ask(
        post('/v1/enrol', enrolRequestSchema.parse({ ...request, jwk: ports.signer.publicJwk })),
        enrolAnswerSchema,
        null,
      ),
    push: (actions: readonly Action[]) => ask(post('/v1/push', { actions }), pushAnswerSchema),
    pull: (since: Checkpoint | null, limit: number) => ask(post('/v1/pull', { since, limit }), pullAnswerSchema),
    leases: (request: LeaseRequest) => ask(post('/v1/leases', request), leaseAnswerSchema),
    package: (kind: string) =>
      ask({ method: 'GET', path: `/v1/packages/${encodeURIComponent(kind)}`, body: '' }, signedPackageSchema),
  };
}

/** See {@link createProvincialClient}. */
export type ProvincialClient = ReturnType<typeof createProvincialClient>;
