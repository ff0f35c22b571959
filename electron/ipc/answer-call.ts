import { err, type Result } from '../../shared/base/result';
import { channelName, channelNames } from '../../shared/ipc/channels';
import { contract, type Handlers } from '../../shared/ipc/contract';
import type { IpcError } from '../../shared/ipc/messages';
import { describeError, type Log } from '../log';

/** The frame a call came from, as far as it is judged. */
export interface Frame {
  readonly origin: string;
}

/** What the dispatcher needs from outside. */
export interface CallPorts {
  readonly handlers: Handlers;
  /** The main frame of our window, or nothing while there is none. */
  readonly mainFrame: () => Frame | undefined;
  readonly ownOrigin: string;
  readonly isUnlocked: () => boolean;
  /** Monotonic milliseconds. */
  readonly monotonic: () => number;
  readonly log: Log;
  readonly newRef: () => string;
}

/** A call whose name is on no list: it is refused as a rejection, because no honest page can make it. */
export class UnknownChannelError extends Error {
  override readonly name = 'UnknownChannelError';
  constructor() {
    super('unknown channel');
  }
}

/** Answers one call of a page: its name, its input, the frame it came from. */
export type AnswerCall = (frame: Frame | null, name: unknown, input: unknown) => Promise<Result<unknown, unknown>>;

type AnyHandler = (input: unknown) => Promise<Result<unknown, unknown>>;
interface Channel {
  readonly parse: (input: unknown) => { readonly success: boolean; readonly data?: unknown };
  readonly handle: AnyHandler;
}

/** Channels that must work before anybody signed in; every other one is answered `locked` until then. */
const openChannels: ReadonlySet<string> = new Set([
  'app.info',
  'session.status',
  'session.unlock',
  'session.unlockWithPin',
  'session.lock',
  'session.left',
  'session.startPractice',
]);

/** Calls a page may make in one second. A person with a scanner makes a dozen; a runaway loop is cut off. */
export const CALLS_PER_SECOND = 200;

/** Makes the one place where calls of the page are checked and answered. Nothing thrown behind it reaches the page. */
export function createAnswerCall(ports: CallPorts): AnswerCall {
  const channels = listChannels(ports.handlers);
  const hasBudget = createBudget(ports.monotonic);
  return async (frame, name, input) => {
    if (!isOwnFrame(frame, ports)) return refuse(ports, { kind: 'foreignSender' }, '');
    const channel = typeof name === 'string' ? channels.get(name) : undefined;
    if (channel === undefined || typeof name !== 'string') {
      ports.log('unknownChannel', { channel: typeof name === 'string' ? name.slice(0, 60) : typeof name });
      throw new UnknownChannelError();
    }
    if (!hasBudget()) return refuse(ports, { kind: 'badRequest', channel: name }, name);
    const parsed = channel.parse(input);
    if (!parsed.success) return refuse(ports, { kind: 'badRequest', channel: name }, name);
    if (!openChannels.has(name) && !ports.isUnlocked()) return err({ kind: 'locked' } satisfies IpcError);
    return runHandler(ports, { name, handle: channel.handle, input: parsed.data });
  };
}

async function runHandler(
  ports: CallPorts,
  call: { readonly name: string; readonly handle: AnyHandler; readonly input: unknown },
): Promise<Result<unknown, unknown>> {
  try {
    return await call.handle(call.input);
  } catch (error) {
    const ref = ports.newRef();
    ports.log('handlerFault', { ref, channel: call.name, ...describeError(error) });
    return err({ kind: 'internal', ref } satisfies IpcError);
  }
}

function listChannels(handlers: Handlers): ReadonlyMap<string, Channel> {
  const all = handlers as unknown as Record<string, Record<string, AnyHandler | undefined> | undefined>;
  const inputs = contract as unknown as Record<
    string,
    Record<string, { input: { safeParse: Channel['parse'] } } | undefined> | undefined
  >;
  const entries = Object.entries(channelNames).flatMap(([area, methods]) =>
    methods.map((method): [string, Channel] => {
      const handle = all[area]?.[method];
      const input = inputs[area]?.[method]?.input;
      if (handle === undefined || input === undefined) throw new Error(`no handler for ${channelName(area, method)}`);
      return [channelName(area, method), { handle, parse: (value) => input.safeParse(value) }];
    }),
  );
  return new Map(entries);
}

/** Only the top frame of our own window, showing our own origin: a frame inside it, or a page that took its place, is foreign. */
function isOwnFrame(frame: Frame | null, ports: CallPorts): boolean {
  return frame !== null && frame === ports.mainFrame() && frame.origin === ports.ownOrigin;
}

function refuse(ports: CallPorts, error: IpcError, channel: string): Result<never, IpcError> {
  ports.log('callRefused', { reason: error.kind, channel });
  return err(error);
}

function createBudget(monotonic: () => number): () => boolean {
  let left = CALLS_PER_SECOND;
  let at = monotonic();
  return () => {
    const now = monotonic();
    left = Math.min(CALLS_PER_SECOND, left + ((now - at) * CALLS_PER_SECOND) / 1000);
    at = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
