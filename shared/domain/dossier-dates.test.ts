import { describe, expect, it } from 'vitest';
import { buildAppointment, createBuilders } from '../../tests/support/builders';
import { loadReference } from '../../tests/support/door-kit';
import { formatInstant, fromLocal, type Instant } from '../base/time';
import type { KnownKind, PayloadOf } from './actions/action';
import { decideDossierDates, findDeadlineRules, isDateUncounted, type DateRules } from './dossier-dates';
import { foldDossier, type DossierState } from './dossier-state';
import type { Procedure } from './procedure';
import type { Reference } from './reference-package';

const DAY = '2026-03-09';
const CODE = '1.001193';
const base = loadReference('2026-11-20');
const RECEIVED = at('2026-03-09', '09:00');
const FIRST_DUE = at('2026-03-16', '09:00');

function at(day: string, time: string): Instant {
  return fromLocal(day, time);
}

/** Installer rules with the procedure and rule set changed. */
function referenceWith(change: Partial<Procedure>, rest: Partial<Reference> = {}): Reference {
  const known = base.procedures.get(CODE);
  if (known === undefined) throw new Error('no such procedure');
  return { ...base, procedures: new Map([[CODE, { ...known, ...change }]]), ...rest };
}

const added = referenceWith({
  pauses: base.rules.pauses.map((rule) => ({ ...rule, mode: 'addWorkingTime' as const })),
});
const rules: DateRules = { now: added, onDay: () => added };

interface Told {
  readonly kind: KnownKind;
  readonly at: Instant;
  readonly payload?: object;
}

/** A dossier of five working days received on Monday 9 March 2026 at 09:00, and what came then. */
function fold(told: readonly Told[] = [], intake: Partial<PayloadOf<'DossierReceived'>> = {}): DossierState {
  const make = createBuilders(5);
  const subject = { type: 'dossier', id: make.id() } as const;
  const limit = { unit: 'workingDays', amount: 5 } as const;
  const appointment = buildAppointment(RECEIVED, { limit, legalDue: FIRST_DUE, promisedAt: FIRST_DUE });
  const actions = [
    make.action(
      'DossierReceived',
      { subject, at: RECEIVED, happenedAt: RECEIVED },
      { appointment, caseId: 'dung-han', ...intake },
    ),
    ...told.map((one) => make.action(one.kind, { subject, at: one.at, happenedAt: one.at }, one.payload ?? {})),
  ];
  return foldDossier({ dossierId: subject.id, actions, receipts: new Map() });
}

const asked: Told = { kind: 'SupplementRequested', at: at('2026-03-11', '09:00') };
const brought: Told = { kind: 'SupplementReceived', at: at('2026-03-12', '09:00') };

function text(value: Instant | null): string | null {
  return value === null ? null : formatInstant(value);
}

describe('decideDossierDates', () => {
  it('is the date of the slip while nothing moved it', () => {
    const dates = decideDossierDates(fold(), rules);
    expect([dates.legalDue, dates.promisedAt, dates.pausedSince]).toEqual([FIRST_DUE, FIRST_DUE, null]);
    expect(dates.legal?.moves).toEqual([]);
  });

  it('promises nothing while the citizen is waited for, and says since when', () => {
    const dates = decideDossierDates(fold([asked]), rules);
    expect([dates.promisedAt, dates.pausedSince, dates.legalDue]).toEqual([null, asked.at, FIRST_DUE]);
  });

  it('moves the date and the promise by the pause when it has ended', () => {
    const dates = decideDossierDates(fold([asked, brought]), rules);
    expect([text(dates.legalDue), text(dates.promisedAt), dates.pausedSince]).toEqual([
      '09:00 17/03/2026',
      '09:00 17/03/2026',
      null,
    ]);
    expect(dates.legal?.trace.map((step) => step.kind)).toContain('dueMoved');
  });

  it('keeps the promise to the minute as printed when the slip was never re-dated', () => {
    const appointment = buildAppointment(RECEIVED, { legalDue: FIRST_DUE + 31_000, promisedAt: FIRST_DUE - 60_000 });
    const state = fold([], { appointment: { ...appointment, limit: { unit: 'none' } } });
    expect(decideDossierDates(state, rules).promisedAt).toBe(FIRST_DUE - 60_000);
  });

  it('has no promise where the procedure has no limit', () => {
    const appointment = buildAppointment(RECEIVED, { limit: { unit: 'none' }, legalDue: null, promisedAt: null });
    const dates = decideDossierDates(fold([], { appointment }), rules);
    expect([dates.legalDue, dates.promisedAt, dates.legal?.slip]).toEqual([null, null, { kind: 'noDate' }]);
  });

  it('falls back to what the dossier itself says when no rules are held', () => {
    const paused = decideDossierDates(fold([asked]), undefined);
    expect(paused).toEqual({ legalDue: FIRST_DUE, promisedAt: null, pausedSince: asked.at, legal: null });
    const running = decideDossierDates(fold(), undefined);
    expect(running).toEqual({ legalDue: FIRST_DUE, promisedAt: FIRST_DUE, pausedSince: null, legal: null });
  });
});

describe('findDeadlineRules', () => {
  const restarted = referenceWith({ pauses: base.rules.pauses.map((rule) => ({ ...rule, mode: 'restart' as const })) });

  it('takes procedure and pauses of the day of reception, not those of now', () => {
    const days: string[] = [];
    const onDay = (day: string) => {
      days.push(day);
      return added;
    };
    const found = findDeadlineRules(fold(), { now: restarted, onDay });
    expect(found?.pauses.map((rule) => rule.mode)).toContain('addWorkingTime');
    expect(found?.pauses.map((rule) => rule.mode)).not.toContain('restart');
    expect(days).toEqual([DAY]);
  });

  it('takes the calendar of now, so that a closure decided since moves the date', () => {
    const entries = [
      ...base.calendar.entries,
      { day: '2026-03-12', type: 'off' as const, name: 'bão', provisional: false },
    ];
    const now = { ...added, calendar: { ...base.calendar, entries } };
    const dates = decideDossierDates(fold(), { now, onDay: () => added });
    expect([text(dates.legalDue), dates.legal?.moves.map((move) => move.cause)]).toEqual([
      '09:00 17/03/2026',
      ['calendar'],
    ]);
  });

  it('takes the rules of now when the day of reception is out of reach, or does not know the procedure or case', () => {
    const none = { ...added, procedures: new Map<string, Procedure>() };
    const known = added.procedures.get(CODE);
    const otherCase = referenceWith({ cases: (known?.cases ?? []).map((one) => ({ ...one, id: `x-${one.id}` })) });
    for (const past of [undefined, none, otherCase]) {
      expect(findDeadlineRules(fold(), { now: restarted, onDay: () => past })?.pauses[0]?.mode).toBe('restart');
    }
  });

  it('knows none for a dossier not received, of an unknown procedure, or of an unknown unit', () => {
    expect(findDeadlineRules(fold([], { procedureCode: '9.999999' }), rules)).toBeUndefined();
    expect(findDeadlineRules(fold([], { caseId: 'x' }), rules)).toBeUndefined();
    expect(findDeadlineRules(fold([], { receivingUnitId: 'H99.99' }), rules)).toBeUndefined();
    const make = createBuilders(6);
    const subject = { type: 'dossier', id: make.id() } as const;
    const actions = [make.action('OnlineSubmissionArrived', { subject })];
    expect(findDeadlineRules(foldDossier({ dossierId: subject.id, actions, receipts: new Map() }), rules)).toBe(
      undefined,
    );
  });
});

describe('isDateUncounted', () => {
  const uncounted = (told: readonly Told[], known: DateRules | undefined) => {
    const state = fold(told);
    return isDateUncounted(state, decideDossierDates(state, known));
  };

  it('is true only when a pause has ended and no rules were there to count it', () => {
    expect(uncounted([asked, brought], undefined)).toBe(true);
    expect(uncounted([asked, brought], rules)).toBe(false);
    expect(uncounted([asked], undefined)).toBe(false);
    expect(uncounted([], undefined)).toBe(false);
  });

  it('counts a paid obligation as an ended pause', () => {
    const notified: Told = { kind: 'ObligationNotified', at: at('2026-03-11', '09:00') };
    const paid: Told = { kind: 'ObligationFulfilled', at: at('2026-03-12', '09:00') };
    expect(uncounted([notified], undefined)).toBe(false);
    expect(uncounted([notified, paid], undefined)).toBe(true);
  });
});
