import { err, ok, type Result } from '../../shared/base/result';
import type { SyncFailure } from '../../shared/ipc/messages';

/** The part of `fetch` that is used; main passes its own network stack, tests pass Node's. */
export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string; signal: AbortSignal; redirect: 'manual' },
) => Promise<{
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}>;

/** An answer as text, whatever it is; judging it is the caller's business. */
export interface RawAnswer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: unknown;
}

/** One exchange. Redirects are never followed: a portal that wants a login answers with one. */
export async function exchange(
  fetcher: Fetch,
  request: {
    readonly method: 'GET' | 'POST';
    readonly url: string;
    readonly headers: Record<string, string>;
    readonly body: string;
    readonly timeoutMs: number;
    readonly signal?: AbortSignal;
  },
): Promise<Result<RawAnswer, SyncFailure>> {
  const deadline = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal === undefined ? deadline : AbortSignal.any([deadline, request.signal]);
  try {
    const answer = await fetcher(request.url, {
      method: request.method,
      headers: request.headers,
      signal,
      redirect: 'manual',
      ...(request.method === 'POST' ? { body: request.body } : {}),
    });
    const text = await answer.text();
    return judge(answer.status, (name) => answer.headers.get(name), text);
  } catch {
    // Whatever the network stack throws (refused, reset, time-out, no name) means one thing to the officer: no line.
    return err({ kind: 'network' });
  }
}

function judge(status: number, header: RawAnswer['header'], text: string): Result<RawAnswer, SyncFailure> {
  if (status >= 300 && status < 400) return err({ kind: 'captivePortal' });
  const isJson = (header('content-type') ?? '').toLowerCase().includes('application/json');
  const body = isJson ? readJson(text) : undefined;
  if (body === undefined) return err(status >= 500 ? { kind: 'server', status } : { kind: 'captivePortal' });
  return ok({ status, header, body });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not JSON although the header says so: judged by the caller like any other foreign answer.
    return undefined;
  }
}
