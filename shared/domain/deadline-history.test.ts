import { describe, expect, it } from 'vitest';
import { at, buildDeadlineHistory as drawHistory, days } from '../../tests/support/deadline-kit';
import { createBuilders } from '../../tests/support/builders';
import { buildDeadlineHistory, cutHistory, emptyHistory } from './deadline-history';
import type { DossierFacts } from './dossier-shape';
import { emptyDossier } from './empty-dossier';

const builders = createBuilders(7);

/** Facts as the fold leaves them, with only what the dates depend on filled in. */
function facts(changes: { readonly [K in keyof DossierFacts]?: unknown }): DossierFacts {
  return { ...emptyDossier(builders.id()), ...changes } as DossierFacts;
}

const reception = {
  receivedAt: at('2026-03-09T09:00'),
  appointment: { limit: days(5), legalDue: at('2026-03-16T09:00') },
};
const act = (text: string, payload: object = {}) => ({ actionId: text, at: at(text), ...payload });

describe('buildDeadlineHistory', () => {
  it('is empty before anything happened', () => {
    expect(buildDeadlineHistory(facts({}))).toEqual(emptyHistory);
  });

  it('takes reception, channel, limit and first date from the slip', () => {
    expect(buildDeadlineHistory(facts({ reception, channel: 'online' }))).toEqual({
      ...emptyHistory,
      ...{ receivedAt: at('2026-03-09T09:00'), channel: 'online', limit: days(5), firstDue: at('2026-03-16T09:00') },
    });
  });

  it('takes supplements, payments and the first hand-over with their legal times', () => {
    const paid = act('2026-03-18T09:00');
    const built = buildDeadlineHistory(
      facts({
        supplements: [{ requestedAt: at('2026-03-10T09:00'), receivedAt: null, reason: 'x' }],
        obligations: [
          act('2026-03-12T09:00', { amount: 5, fulfilled: null }),
          act('2026-03-13T09:00', { amount: 5, fulfilled: paid }),
          act('2026-03-14T09:00', { amount: 0, fulfilled: null }),
        ],
        handoversMade: [act('2026-03-11T09:00'), act('2026-03-10T15:00')],
      }),
    );
    expect(built.supplements).toEqual([{ requestedAt: at('2026-03-10T09:00'), receivedAt: null }]);
    expect(built.obligations).toEqual([
      { notifiedAt: at('2026-03-12T09:00'), fulfilledAt: null },
      { notifiedAt: at('2026-03-13T09:00'), fulfilledAt: at('2026-03-18T09:00') },
    ]);
    expect(built.handedOverAt).toBe(at('2026-03-10T15:00'));
  });

  it('ends the tax authority’s time with the first notice after it, also one over nothing', () => {
    const forwardings = [
      act('2026-03-10T09:00', { purpose: 'taxDetermination' }),
      act('2026-03-11T09:00', { purpose: 'consultation' }),
      act('2026-03-15T09:00', { purpose: 'taxDetermination' }),
    ];
    const notices = (...times: string[]) => times.map((time) => act(time, { amount: 0, fulfilled: null }));
    const stretches = (...times: string[]) =>
      buildDeadlineHistory(facts({ forwardings, obligations: notices(...times) })).taxForwardings;
    expect(stretches('2026-03-14T09:00', '2026-03-12T09:00', '2026-03-09T09:00')).toEqual([
      { from: at('2026-03-10T09:00'), to: at('2026-03-12T09:00') },
      { from: at('2026-03-15T09:00'), to: null },
    ]);
    expect(stretches('2026-03-10T09:00')[0]).toEqual({ from: at('2026-03-10T09:00'), to: at('2026-03-10T09:00') });
  });

  it('takes promises that reached the citizen, by their time', () => {
    const built = buildDeadlineHistory(
      facts({
        extensions: [act('2026-03-17T09:00', { newPromise: 30 })],
        apologiesIssued: [act('2026-03-15T09:00', { newPromise: 10 }), act('2026-03-16T09:00', { newPromise: 20 })],
        apologyDeliveries: [act('2026-03-16T10:00', { apologyId: '2026-03-15T09:00' })],
      }),
    );
    expect(built.extensions).toEqual([
      { at: at('2026-03-16T10:00'), newPromise: 10 },
      { at: at('2026-03-17T09:00'), newPromise: 30 },
    ]);
  });

  const outcome = act('2026-03-13T09:00');
  const returned = act('2026-03-14T09:00');
  const stopped = act('2026-03-15T09:00');
  const withdrawn = act('2026-03-16T09:00');
  const refusals = [act('2026-03-17T09:00')];

  it.each([
    [4, {}, null],
    [9, { outcome }, { at: outcome.at, kind: 'done' }],
    [10, { outcome, returned }, { at: outcome.at, kind: 'done' }],
    [10, { returned }, { at: returned.at, kind: 'returned' }],
    [8, { outcome, stopped }, { at: stopped.at, kind: 'stopped' }],
    [7, { outcome, withdrawn }, { at: withdrawn.at, kind: 'withdrawn' }],
    [10, { outcome, stopped, withdrawn, refusals, reception }, { at: outcome.at, kind: 'done' }],
    [8, {}, null],
    [7, {}, null],
    [3, { refusals }, null],
    [3, { refusals, reception }, { at: at('2026-03-17T09:00'), kind: 'refused' }],
    [3, { reception }, null],
    [4, { refusals, reception }, null],
  ])('finds the end of a dossier in status %d (%o)', (status, changes, end) => {
    expect(buildDeadlineHistory(facts({ status, ...changes })).end).toEqual(end);
  });
});

describe('cutHistory', () => {
  const asOf = at('2026-03-12T09:00');
  const before = at('2026-03-11T09:00');
  const after = asOf + 1;

  it('leaves out what happened later', () => {
    const whole = drawHistory({
      supplements: [
        { requestedAt: before, receivedAt: asOf },
        { requestedAt: asOf, receivedAt: after },
        { requestedAt: after, receivedAt: null },
      ],
      obligations: [
        { notifiedAt: before, fulfilledAt: asOf },
        { notifiedAt: asOf, fulfilledAt: after },
        { notifiedAt: after, fulfilledAt: null },
      ],
      taxForwardings: [
        { from: before, to: asOf },
        { from: asOf, to: after },
        { from: after, to: null },
      ],
      handedOverAt: asOf,
      extensions: [
        { at: asOf, newPromise: 1 },
        { at: after, newPromise: 2 },
      ],
      end: { at: asOf, kind: 'done' },
    });
    expect(cutHistory(whole, asOf)).toEqual({
      ...whole,
      supplements: [
        { requestedAt: before, receivedAt: asOf },
        { requestedAt: asOf, receivedAt: null },
      ],
      obligations: [
        { notifiedAt: before, fulfilledAt: asOf },
        { notifiedAt: asOf, fulfilledAt: null },
      ],
      taxForwardings: [
        { from: before, to: asOf },
        { from: asOf, to: null },
      ],
      extensions: [{ at: asOf, newPromise: 1 }],
    });
    const later = cutHistory({ ...whole, handedOverAt: after, end: { at: after, kind: 'done' } }, asOf);
    expect([later.handedOverAt, later.end]).toEqual([null, null]);
    expect(cutHistory(drawHistory(), asOf)).toEqual(drawHistory());
  });

  it('knows no date before the reception', () => {
    expect(cutHistory(drawHistory({ channel: 'post' }), at('2026-03-09T08:59'))).toEqual({
      ...emptyHistory,
      channel: 'post',
    });
    expect(cutHistory(drawHistory(), at('2026-03-09T09:00')).receivedAt).toBe(at('2026-03-09T09:00'));
    expect(cutHistory(emptyHistory, asOf)).toEqual(emptyHistory);
  });
});
