import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../shared/base/result';
import { channelName, channelNames } from '../../shared/ipc/channels';
import type { Handlers } from '../../shared/ipc/contract';
import { CALLS_PER_SECOND, createAnswerCall, type AnswerCall, type Frame } from './answer-call';

const own: Frame = { origin: 'app://bundle' };
let calls: [string, unknown][];
let logged: [string, unknown][];
let unlocked: boolean;
let now: number;
let answer: AnswerCall;

/** Handlers that note their calls and answer with their own name. */
function buildHandlers(): Handlers {
  const areas = Object.entries(channelNames).map(([area, methods]) => [
    area,
    Object.fromEntries(
      methods.map((method) => [
        method,
        (input: unknown) => {
          calls.push([channelName(area, method), input]);
          return Promise.resolve(ok(channelName(area, method)));
        },
      ]),
    ),
  ]);
  return Object.fromEntries(areas) as Handlers;
}

beforeEach(() => {
  [calls, logged, unlocked, now] = [[], [], true, 0];
  answer = createAnswerCall({
    handlers: buildHandlers(),
    mainFrame: () => own,
    ownOrigin: 'app://bundle',
    isUnlocked: () => unlocked,
    monotonic: () => now,
    log: (event, fields) => logged.push([event, fields]),
    newRef: () => 'ABCD',
  });
});

describe('answerCall', () => {
  it('hands checked input to the handler of the channel', async () => {
    expect(await answer(own, 'records.tail', { afterLine: 3, limit: 10, extra: 'dropped' })).toEqual(
      ok('records.tail'),
    );
    expect(calls).toEqual([['records.tail', { afterLine: 3, limit: 10 }]]);
  });

  it.each([
    ['no frame', null],
    ['a frame inside the page', { origin: 'app://bundle' }],
  ])('refuses and logs %s', async (_what, frame) => {
    expect(await answer(frame, 'app.info', undefined)).toEqual({ ok: false, error: { kind: 'foreignSender' } });
    expect(calls).toEqual([]);
    expect(logged[0]?.[0]).toBe('callRefused');
  });

  it.each(['https://example.org', 'app://bundle.evil', 'null', ''])(
    'refuses the main frame when it shows %s',
    async (origin) => {
      const foreign = { origin };
      const judge = createAnswerCall({
        handlers: buildHandlers(),
        mainFrame: () => foreign,
        ownOrigin: 'app://bundle',
        isUnlocked: () => true,
        monotonic: () => 0,
        log: () => undefined,
        newRef: () => 'ABCD',
      });
      expect(await judge(foreign, 'app.info', undefined)).toEqual({ ok: false, error: { kind: 'foreignSender' } });
    },
  );

  it.each([
    'app.quit',
    'app',
    'constructor.name',
    '__proto__.toString',
    'records.tail ',
    '',
    7,
    null,
    undefined,
    ['app.info'],
  ])('rejects and logs the unknown channel %j', async (name) => {
    await expect(answer(own, name, undefined)).rejects.toThrow('unknown channel');
    expect(calls).toEqual([]);
    expect(logged[0]?.[0]).toBe('unknownChannel');
  });

  it.each([
    ['records.tail', { afterLine: -1, limit: 10 }],
    ['records.tail', { afterLine: 0, limit: 2001 }],
    ['records.tail', 'x'],
    ['records.propose', { proposals: [] }],
    ['session.unlockWithPin', { officerId: 'a', pin: '12345' }],
    ['app.info', { anything: true }],
    ['print.printReceipt', { slip: {}, printer: null, copies: 99 }],
  ])('answers badRequest on %s with a malformed input', async (name, input) => {
    expect(await answer(own, name, input)).toEqual({ ok: false, error: { kind: 'badRequest', channel: name } });
    expect(calls).toEqual([]);
  });

  it('opens only what the lock screen needs while locked', async () => {
    unlocked = false;
    const open: string[] = [];
    for (const [area, methods] of Object.entries(channelNames)) {
      for (const method of methods) {
        const name = channelName(area, method);
        const given = await answer(
          own,
          name,
          name === 'session.unlock' ? { officerId: 'a', password: 'b' } : undefined,
        );
        if (given.ok) open.push(name);
      }
    }
    expect(open).toEqual([
      'app.info',
      'session.status',
      'session.unlock',
      'session.lock',
      'session.left',
      'session.startPractice',
    ]);
    expect(await answer(own, 'sync.now', undefined)).toEqual({ ok: false, error: { kind: 'locked' } });
  });

  it('hides the words of a fault from the page and logs it under the same id', async () => {
    const handlers = buildHandlers();
    const faulty = createAnswerCall({
      handlers: { ...handlers, app: { ...handlers.app, info: () => Promise.reject(new TypeError('Nguyễn Thị Hoa')) } },
      mainFrame: () => own,
      ownOrigin: 'app://bundle',
      isUnlocked: () => true,
      monotonic: () => 0,
      log: (event, fields) => logged.push([event, fields]),
      newRef: () => 'HKLM',
    });
    expect(await faulty(own, 'app.info', undefined)).toEqual({ ok: false, error: { kind: 'internal', ref: 'HKLM' } });
    expect(logged).toMatchObject([['handlerFault', { ref: 'HKLM', channel: 'app.info', errorName: 'TypeError' }]]);
    expect(JSON.stringify(logged)).not.toContain('Hoa');
  });

  it('cuts off a loop and lets the next second through', async () => {
    for (let i = 0; i < CALLS_PER_SECOND; i += 1) expect((await answer(own, 'app.info', undefined)).ok).toBe(true);
    expect(await answer(own, 'app.info', undefined)).toEqual({
      ok: false,
      error: { kind: 'badRequest', channel: 'app.info' },
    });
    now = 1000;
    expect((await answer(own, 'app.info', undefined)).ok).toBe(true);
  });
});
