import { describe, expect, it } from 'vitest';
import { at, buildDeadlineRules, days, eightHours, officialDays, pauseRules } from '../../tests/support/deadline-kit';
import { fiveDays, overdueInput, received, type TypedAct } from '../../tests/support/overdue-kit';
import { formatInstant } from '../base/time';
import { decideOverdueCause } from './overdue-cause';
import type { OverdueInput } from './overdue-case';
import type { EvidenceFact, OverdueCause } from './overdue-causes';
import { buildWorkingCalendar } from './working-calendar';

const quarantined = { type: 'quarantined', cause: 'malformed', whoActs: 'unitAdmin' } as const;
const unknownProcedure = { type: 'acceptedWithIssue', cause: 'unknownProcedure', whoActs: 'province' } as const;
const done = (time: string, more: Partial<TypedAct> = {}): TypedAct => ({ kind: 'OutcomeReady', at: time, ...more });
const ask = (time: string, more: Partial<TypedAct> = {}): TypedAct => ({
  kind: 'SupplementRequested',
  at: time,
  ...more,
});
const bring = (time: string): TypedAct => ({ kind: 'SupplementReceived', at: time });
const oldVersions = { procedures: '2025.07.01', calendar: '2026.01.01', units: '2026.01.01', formSet: 'TT03-2025' };
const oldSlip: TypedAct = { ...received, payload: { ...received.payload, versions: oldVersions } };

function read(acts: readonly TypedAct[], changes: Partial<OverdueInput> = {}) {
  const { handling, main } = decideOverdueCause(overdueInput(acts, changes));
  expect(main).toBe(handling?.main ?? null);
  if (!handling) return null;
  expect(handling.lateness).toBe('recordOnly');
  return handling.causes.map(({ cause, workingMinutes, officerId, evidence: [row] }) => {
    expect(officerId).toBeNull();
    return [cause, workingMinutes, row?.fact, row && `${formatInstant(row.from)} – ${formatInstant(row.to)}`];
  });
}

type Row = readonly [cause: OverdueCause, minutes: number, fact: EvidenceFact, span: string];
type Case = [what: string, acts: readonly TypedAct[], rows: readonly Row[] | null, changes?: Partial<OverdueInput>];

const tax = (time: string, more: Partial<TypedAct> = {}): TypedAct => ({
  kind: 'Forwarded',
  at: time,
  payload: { to: 'Thuế cơ sở 3', purpose: 'taxDetermination' },
  ...more,
});
const owe = (time: string, more: Partial<TypedAct> = {}): TypedAct => ({
  kind: 'ObligationNotified',
  at: time,
  name: 'notice',
  ...more,
});
const pay = (time: string): TypedAct => ({
  kind: 'ObligationFulfilled',
  at: time,
  names: ['notificationId', 'notice'],
});
const receiptLate = (actKind: string): EvidenceFact => ({ kind: 'receiptLate', actKind });
const listed = { listed: true } as const;
const seventeenth = { asOf: at('2026-03-17T09:00') } as const;

/** Received Monday 9/3/2026 09:00, due 16/3 09:00; pauses add working time; looked at on 1/4 09:00. Counted by hand. */
const cases: readonly Case[] = [
  ['in time and known', [received, done('2026-03-13T09:00')], null],
  ['running', [received], null, { asOf: at('2026-03-16T09:00') }],
  ['before reception', [{ kind: 'GuidanceIssued', at: '2026-03-09T09:00' }], null, listed],
  [
    'end known late',
    [received, done('2026-03-13T09:00', { arrival: '2026-03-17T09:00' })],
    [['syncLate', 480, receiptLate('OutcomeReady'), '09:00 13/03/2026 – 09:00 17/03/2026']],
  ],
  [
    'end not sent',
    [received, done('2026-03-13T09:00', { arrival: null })],
    [['syncLate', 480, { kind: 'receiptMissing', actKind: 'OutcomeReady' }, '09:00 13/03/2026 – 09:00 17/03/2026']],
    seventeenth,
  ],
  [
    'end not sent, date not passed',
    [received, done('2026-03-13T09:00', { arrival: null })],
    null,
    { asOf: at('2026-03-16T09:00') },
  ],
  [
    'withdrawal known late',
    [received, { kind: 'Withdrawn', at: '2026-03-13T09:00', arrival: '2026-03-17T09:00' }],
    [['syncLate', 480, receiptLate('Withdrawn'), '09:00 13/03/2026 – 09:00 17/03/2026']],
  ],
  [
    'stop known late',
    [received, { kind: 'ProcessingStopped', at: '2026-03-13T09:00', arrival: '2026-03-17T09:00' }],
    [['syncLate', 480, receiptLate('ProcessingStopped'), '09:00 13/03/2026 – 09:00 17/03/2026']],
  ],
  [
    'return known late, nothing else recorded',
    [received, { kind: 'OutcomeReturned', at: '2026-03-13T09:00', arrival: '2026-03-17T09:00' }],
    [['syncLate', 480, receiptLate('OutcomeReturned'), '09:00 13/03/2026 – 09:00 17/03/2026']],
  ],
  [
    'end set aside',
    [received, done('2026-03-13T09:00', { verdict: quarantined })],
    [
      [
        'syncRefused',
        480,
        { kind: 'refused', actKind: 'OutcomeReady', verdict: 'malformed' },
        '09:00 13/03/2026 – 09:00 13/03/2026',
      ],
    ],
    seventeenth,
  ],
  [
    'request for papers known late',
    [
      received,
      ask('2026-03-13T09:00', { arrival: '2026-03-17T09:00' }),
      bring('2026-03-18T09:00'),
      done('2026-03-18T16:00'),
    ],
    [['syncLate', 480, receiptLate('SupplementRequested'), '09:00 13/03/2026 – 09:00 17/03/2026']],
  ],
  [
    'request for papers known just in time',
    [
      received,
      ask('2026-03-13T09:00', { arrival: '2026-03-16T09:00' }),
      bring('2026-03-18T09:00'),
      done('2026-03-18T16:00'),
    ],
    null,
  ],
  [
    'request for papers set aside: the books run on to the end',
    [received, ask('2026-03-13T09:00', { verdict: quarantined }), bring('2026-03-18T09:00'), done('2026-03-18T16:00')],
    [
      [
        'syncRefused',
        1260,
        { kind: 'refused', actKind: 'SupplementRequested', verdict: 'malformed' },
        '09:00 13/03/2026 – 09:00 13/03/2026',
      ],
    ],
  ],
  [
    'notice known late',
    [
      received,
      owe('2026-03-13T09:00', { arrival: '2026-03-17T09:00' }),
      pay('2026-03-18T09:00'),
      done('2026-03-18T16:00'),
    ],
    [['syncLate', 480, receiptLate('ObligationNotified'), '09:00 13/03/2026 – 09:00 17/03/2026']],
  ],
  [
    'way to the tax authority known late',
    [
      received,
      tax('2026-03-13T09:00', { arrival: '2026-03-17T09:00' }),
      owe('2026-03-18T09:00', { payload: { amount: 0 } }),
      done('2026-03-18T16:00'),
    ],
    [['syncLate', 480, receiptLate('Forwarded'), '09:00 13/03/2026 – 09:00 17/03/2026']],
  ],
  [
    'payment awaited',
    [received, owe('2026-03-10T09:00')],
    [['waitingCitizen', 480, { kind: 'waitedForCitizen', what: 'payment' }, '09:00 16/03/2026 – 09:00 17/03/2026']],
    seventeenth,
  ],
  ['payment awaited, date not passed', [received, owe('2026-03-10T09:00')], null, { asOf: at('2026-03-16T09:00') }],
  [
    'tax authority awaited',
    [received, tax('2026-03-10T09:00')],
    [['waitingTax', 480, { kind: 'waitedForTax', who: 'Thuế cơ sở 3' }, '09:00 16/03/2026 – 09:00 17/03/2026']],
    seventeenth,
  ],
  ['papers awaited: the national count does not mind', [received, ask('2026-03-10T09:00')], null, seventeenth],
  [
    'papers awaited, portal complains',
    [received, ask('2026-03-10T09:00')],
    [['waitingCitizen', 480, { kind: 'waitedForCitizen', what: 'supplement' }, '09:00 16/03/2026 – 09:00 17/03/2026']],
    { ...seventeenth, ...listed },
  ],
  [
    'asked twice',
    [
      received,
      ask('2026-03-10T09:00'),
      bring('2026-03-11T09:00'),
      ask('2026-03-12T09:00'),
      bring('2026-03-13T09:00'),
      done('2026-03-17T09:00'),
    ],
    [['secondSupplement', 1440, { kind: 'secondRequest' }, '09:00 12/03/2026 – 09:00 17/03/2026']],
  ],
  [
    'catalogue in force gives less',
    [oldSlip, done('2026-03-13T09:00')],
    [
      [
        'catalogue',
        480,
        { kind: 'versionsDiffer', frozen: '2025.07.01', inForce: '2026.01.01' },
        '09:00 12/03/2026 – 09:00 13/03/2026',
      ],
    ],
    { rules: buildDeadlineRules({ limit: days(3) }) },
  ],
  [
    'catalogue gives less, and done by then',
    [oldSlip, done('2026-03-12T09:00')],
    null,
    { rules: buildDeadlineRules({ limit: days(3) }) },
  ],
  [
    'province does not know the procedure and counts less',
    [{ ...received, verdict: unknownProcedure }, done('2026-03-13T09:00')],
    [['catalogue', 480, { kind: 'unknownProcedure' }, '09:00 12/03/2026 – 09:00 13/03/2026']],
    { rules: buildDeadlineRules({ limit: days(3) }) },
  ],
  [
    'province does not know the procedure',
    [{ ...received, verdict: unknownProcedure }, done('2026-03-13T09:00')],
    null,
  ],
  [
    'province does not know the procedure, portal complains',
    [{ ...received, verdict: unknownProcedure }, done('2026-03-13T09:00')],
    [['catalogue', 0, { kind: 'unknownProcedure' }, '09:00 13/03/2026 – 09:00 13/03/2026']],
    listed,
  ],
  [
    'clock in doubt at reception, portal complains',
    [{ ...received, parts: { clockDoubt: true } }, done('2026-03-13T09:00')],
    [['clock', 0, { kind: 'clockDoubt', actKind: 'DossierReceived' }, '09:00 13/03/2026 – 09:00 13/03/2026']],
    listed,
  ],
  [
    'clock in doubt at the end, portal complains',
    [received, done('2026-03-13T09:00', { parts: { clockDoubt: true } })],
    [['clock', 0, { kind: 'clockDoubt', actKind: 'OutcomeReady' }, '09:00 13/03/2026 – 09:00 13/03/2026']],
    listed,
  ],
  [
    'only the portal complains',
    [received, done('2026-03-13T09:00')],
    [['unknown', 0, { kind: 'onlyListed' }, '09:00 13/03/2026 – 09:00 13/03/2026']],
    listed,
  ],
  [
    'slip without a date',
    [
      {
        ...received,
        payload: {
          ...received.payload,
          appointment: { ...fiveDays, limit: { unit: 'none' }, legalDue: null, promisedAt: null },
        },
      },
      done('2026-03-18T09:00'),
    ],
    [['catalogue', 3360, { kind: 'noDateGiven' }, '09:00 09/03/2026 – 09:00 18/03/2026']],
  ],
];

describe('lateness in the books only', () => {
  it.each(cases)('%s', (_what, acts, rows, changes) => {
    expect(read(acts, changes)).toEqual(rows);
  });

  const storm = {
    ...officialDays,
    entries: [
      ...officialDays.entries,
      ...['2026-03-10', '2026-03-11'].map((day) => ({ day, type: 'off' as const, name: 'Bão', provisional: false })),
    ],
  };
  const rules = buildDeadlineRules({
    calendar: buildWorkingCalendar(storm, eightHours, eightHours),
    pauses: pauseRules('addWorkingTime'),
  });

  it('knows a calendar that changed after the slip', () => {
    expect(read([received, done('2026-03-17T09:00')], { rules })).toEqual([
      ['catalogue', 480, { kind: 'calendarChanged' }, '09:00 16/03/2026 – 09:00 17/03/2026'],
    ]);
    expect(read([received, done('2026-03-16T09:00')], { rules })).toBeNull();
  });

  it('does not call it the calendar when a pause moved the date as well', () => {
    const acts = [received, ask('2026-03-12T09:00'), bring('2026-03-13T09:00'), done('2026-03-18T09:00')];
    expect(read(acts, { rules })).toBeNull();
  });

  it('sums causes that come together', () => {
    const acts = [
      received,
      ask('2026-03-13T09:00', { arrival: '2026-03-17T09:00' }),
      bring('2026-03-18T09:00'),
      done('2026-03-18T16:00', { arrival: '2026-03-20T09:00' }),
    ];
    // Due 19/3 09:00: eight hours for the request and eight for the end.
    expect(read(acts)?.map(([cause, minutes]) => [cause, minutes])).toEqual([['syncLate', 960]]);
  });

  it('names the act behind each row', () => {
    const input = overdueInput([received, tax('2026-03-10T09:00')], seventeenth);
    const forwarded = input.state.timeline[1]?.action.id;
    expect(decideOverdueCause(input).handling?.causes[0]?.evidence[0]?.actionId).toBe(forwarded);
    const payment = overdueInput([received, owe('2026-03-10T09:00')], seventeenth);
    expect(decideOverdueCause(payment).handling?.causes[0]?.evidence[0]?.actionId).toBe(
      payment.state.timeline[1]?.action.id,
    );
    const papers = overdueInput([received, ask('2026-03-10T09:00')], { ...seventeenth, listed: true });
    expect(decideOverdueCause(papers).handling?.causes[0]?.evidence[0]?.actionId).toBe(
      papers.state.timeline[1]?.action.id,
    );
  });
});
