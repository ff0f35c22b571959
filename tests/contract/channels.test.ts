import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnswerCall, type AnswerCall, type Frame } from '../../electron/ipc/answer-call';
import { ok } from '../../shared/base/result';
import { channelName, channelNames } from '../../shared/ipc/channels';
import { contract, type Handlers } from '../../shared/ipc/contract';
import { buildDailyReport } from '../../shared/reports/daily-report';
import { buildAuthorisation } from '../../shared/forms/citizen-papers';
import { createBuilders } from '../support/builders';
import { proposeReception } from '../support/door-kit';
import { aroundOf } from '../support/form-fills';
import { buildSampleAddendum, buildSampleRegister, buildSampleSlip } from '../support/papers';
import { frame } from '../support/report-kit';

interface Schema {
  readonly safeParse: (value: unknown) => { readonly success: boolean };
}
const schemas = contract as unknown as Record<string, Record<string, { readonly input: Schema }>>;
const channels = Object.entries(channelNames).flatMap(([area, methods]) =>
  methods.map((method) => ({ area, method, name: channelName(area, method) })),
);
const own: Frame = { origin: 'app://bundle' };
const make = createBuilders(5);
const slip = buildSampleSlip();
const register = buildSampleRegister(2);
/** The smallest paper there is; the breaker tries every member of it. */
const fill = buildAuthorisation(aroundOf({ formSet: 'TT03-2025' }));

/** One input that each channel with an input takes. */
const inputs: Readonly<Record<string, unknown>> = {
  'app.noteScreenFault': { ref: 'ABCD', errorName: 'TypeError', frames: 'render CasePage' },
  'session.unlock': { officerId: 'a', password: 'b' },
  'session.unlockWithPin': { officerId: 'a', pin: '123456' },
  'session.setPin': { pin: '123456' },
  'records.handshake': { generation: null, appliedLine: 0 },
  'records.tail': { afterLine: 0, limit: 10 },
  'records.propose': { proposals: [proposeReception()] },
  'records.noteAccess': { what: 'viewed', subjectKey: 'dossier:1' },
  'scan.start': { sourceId: 'folder', draftId: make.id(), paperId: 'form' },
  'scan.cancel': { draftId: make.id() },
  'print.previewReceipt': { slip, layout: 'twoOnOne' },
  'print.printReceipt': { slip, printer: null, copies: 1 },
  'exports.table': { report: buildDailyReport([], [], { frame, day: '2026-03-09' }), formats: ['csv'] },
  'print.previewForm': { fill, dossierId: null },
  'print.printForm': { fill, dossierId: make.id(), about: 'a', layout: 'onePerPage', printer: null, copies: 1 },
  'exports.register': { register, addenda: [buildSampleAddendum()] },
};

/** Main's dispatcher with handlers that note what reached them. */
function createDispatcher(): { readonly answer: AnswerCall; readonly reached: string[] } {
  const reached: string[] = [];
  const areas = Object.entries(channelNames).map(([area, methods]) => [
    area,
    Object.fromEntries(
      methods.map((method) => [
        method,
        () => {
          reached.push(channelName(area, method));
          return Promise.resolve(ok(null));
        },
      ]),
    ),
  ]);
  let monotonic = 0;
  const answer = createAnswerCall({
    handlers: Object.fromEntries(areas) as Handlers,
    mainFrame: () => own,
    ownOrigin: own.origin,
    isUnlocked: () => true,
    monotonic: () => (monotonic += 1_000),
    log: () => undefined,
    newRef: () => 'ABCD',
  });
  return { answer, reached };
}

/** Breaks one member of an input, at any depth: left out, of another type, or far too large. */
function breakOnce(value: unknown, path: readonly string[], by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return by;
  const items: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined;
  if (items !== undefined) {
    return items.map((item, index) => (String(index) === step ? breakOnce(item, rest, by) : item));
  }
  return { ...(value as object), [step]: breakOnce((value as Record<string, unknown>)[step], rest, by) };
}

function listPaths(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, member]) => listPaths(member).map((path) => [key, ...path]))];
}

describe('the contract between page and main', () => {
  it('has an entry for every channel, and a channel for every entry', () => {
    const entries = Object.entries(schemas).flatMap(([area, methods]) =>
      Object.keys(methods).map((method) => channelName(area, method)),
    );
    expect(entries.sort()).toEqual(channels.map(({ name }) => name).sort());
    expect(new Set(entries).size).toBe(entries.length);
  });

  it.each(channels)('$name reaches its handler with a right input', async ({ name }) => {
    const { answer, reached } = createDispatcher();
    expect(await answer(own, name, structuredClone(inputs[name]))).toEqual(ok(null));
    expect(reached).toEqual([name]);
  });

  it.each(channels)('$name answers badRequest to anything else', async ({ area, method, name }) => {
    const { answer, reached } = createDispatcher();
    const refusal = { ok: false, error: { kind: 'badRequest', channel: name } };
    const { input } = schemas[area]?.[method] ?? expect.fail(`${name} has no schema`);
    const anything = fc
      .anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withSet: true,
        withTypedArray: true,
        withNullPrototype: true,
      })
      .filter((value) => !input.safeParse(value).success);
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        expect(await answer(own, name, value)).toEqual(refusal);
      }),
      { numRuns: 150 },
    );
    expect(reached).toEqual([]);
  });

  it.each(channels.filter(({ name }) => inputs[name] !== undefined))(
    '$name answers badRequest to a right input with one member broken',
    async ({ area, method, name }) => {
      const { answer, reached } = createDispatcher();
      const right = inputs[name];
      const { input } = schemas[area]?.[method] ?? expect.fail(`${name} has no schema`);
      const broken = fc
        .tuple(
          fc.constantFrom(...listPaths(right)),
          fc.constantFrom<unknown>(
            undefined,
            null,
            -1,
            1.5,
            Number.NaN,
            true,
            [],
            {},
            'x'.repeat(20_000),
            { v: 99 },
            [[]],
            2 ** 60,
          ),
        )
        .map(([path, by]) => breakOnce(right, path, by))
        .filter((value) => !input.safeParse(value).success);
      let tried = 0;
      await fc.assert(
        fc.asyncProperty(broken, async (value) => {
          tried += 1;
          expect(await answer(own, name, value)).toEqual({ ok: false, error: { kind: 'badRequest', channel: name } });
        }),
        { numRuns: 150 },
      );
      expect(tried).toBeGreaterThanOrEqual(150);
      expect(reached).toEqual([]);
    },
  );

  it('lets no text of a password, pin or id be longer than the contract says', () => {
    for (const [name, bad] of [
      ['session.unlock', { officerId: 'a', password: '' }],
      ['session.unlock', { officerId: 'a', password: 'x'.repeat(257) }],
      ['session.unlock', { officerId: 'a'.repeat(61), password: 'b' }],
      ['session.setPin', { pin: '12345٦' }],
      ['records.tail', { afterLine: 0, limit: 2001 }],
      ['records.propose', { proposals: Array.from({ length: 201 }, () => proposeReception()) }],
      ['scan.start', { sourceId: 'folder', draftId: '../../etc/passwd', paperId: 'form' }],
    ] as const) {
      const [area = '', method = ''] = name.split('.');
      expect([name, schemas[area]?.[method]?.input.safeParse(bad).success]).toEqual([name, false]);
    }
  });
});
