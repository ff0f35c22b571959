import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import type { CodeLease, CodeLeaseReturn } from '../../shared/domain/code-lease';
import type { Checkpoint } from '../../shared/domain/journal-entry';
import type { Receipt } from '../../shared/domain/verdict';
import { NONCE_HEADER, PROOF_HEADER, type EnrolAnswer, type Hello, type PullAnswer } from '../../shared/sync/protocol';

/** Public key in the form enrolment takes. */
export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** Any answer of the server, read as JSON. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** Claims or header members to put in place of the honest ones. */
export interface Forgery {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly signWith?: KeyObject;
  /** Sends this body although the proof covers another. */
  readonly bodySent?: string;
  /** Sends exactly this proof. */
  readonly token?: string;
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  readonly forgery?: Forgery;
}

/** A device as the server sees it: a key, an id and requests with proofs. Speaks the protocol without the app's client. */
export interface ServerDevice {
  readonly jwk: PublicJwk;
  readonly privateKey: KeyObject;
  readonly deviceId: () => string;
  readonly enrol: (code: string, place: { unitId: string; counterId: string }) => Promise<Answer<EnrolAnswer>>;
  readonly buildToken: (call: Call) => Promise<string>;
  readonly call: <T>(call: Call) => Promise<Answer<T>>;
  readonly push: (actions: readonly unknown[]) => Promise<Answer<{ receipts: Receipt[] }>>;
  readonly pull: (since: Checkpoint | null, limit: number) => Promise<Answer<PullAnswer>>;
  readonly hello: (query?: string) => Promise<Answer<Hello>>;
  readonly leases: (request: {
    agencyId: string;
    days: string[];
    size: number;
    held?: readonly CodeLease[];
    returned?: readonly CodeLeaseReturn[];
  }) => Promise<Answer<{ leases: CodeLease[] }>>;
  /** Goes on with the same key and id at another address (a restarted server). */
  readonly moveTo: (url: string) => void;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');
}

export function createServerDevice(url: string): ServerDevice {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const jwk: PublicJwk = { kty: 'EC', crv: 'P-256', x: String(x), y: String(y) };
  const state = { url, deviceId: null as string | null };

  const takeNonce = async (): Promise<string> => (await fetch(`${state.url}/v1/hello`)).headers.get(NONCE_HEADER) ?? '';

  const buildToken: ServerDevice['buildToken'] = async ({ method, path, body, forgery }) => {
    const bh = createHash('sha256')
      .update(body ?? '', 'utf8')
      .digest('base64url');
    const claims = { htm: method, htu: path, nonce: await takeNonce(), jti: randomUUID(), bh, ...forgery?.claims };
    const key = state.deviceId === null ? { jwk } : { kid: state.deviceId };
    const signed = `${encode({ typ: 'dpop+jwt', alg: 'ES256', ...key, ...forgery?.header })}.${encode(claims)}`;
    const signature = sign('sha256', Buffer.from(signed), {
      key: forgery?.signWith ?? privateKey,
      dsaEncoding: 'ieee-p1363',
    });
    return `${signed}.${signature.toString('base64url')}`;
  };

  const call = async <T>(input: Call): Promise<Answer<T>> => {
    const token = input.forgery?.token ?? (await buildToken(input));
    const body = input.forgery?.bodySent ?? input.body;
    const answer = await fetch(state.url + input.path, {
      method: input.method,
      headers: { [PROOF_HEADER]: token, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body }),
    });
    return { status: answer.status, body: (await answer.json()) as T };
  };
  const post = <T>(path: string, value: unknown): Promise<Answer<T>> =>
    call<T>({ method: 'POST', path, body: JSON.stringify(value) });

  return {
    jwk,
    privateKey,
    deviceId: () => state.deviceId ?? '',
    enrol: async (code, place) => {
      state.deviceId = null;
      const answer = await post<EnrolAnswer>('/v1/enrol', { code, deviceName: 'Máy thử', ...place, jwk });
      if (answer.status === 200) state.deviceId = answer.body.deviceId;
      return answer;
    },
    buildToken,
    call,
    push: (actions) => post('/v1/push', { actions }),
    pull: (since, limit) => post('/v1/pull', { since, limit }),
    hello: (query = '') => call({ method: 'GET', path: `/v1/hello${query}` }),
    leases: (request) => post('/v1/leases', request),
    moveTo: (next) => {
      state.url = next;
    },
  };
}
