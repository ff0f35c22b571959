import { describe, expect, it } from 'vitest';
import { at, buildDeadlineRules, days, eightHours, pauseRules } from '../../tests/support/deadline-kit';
import { doubted, fiveDays, oldSlip, overdueInput, received, type TypedAct } from '../../tests/support/overdue-kit';
import { decideOverdueCause } from './overdue-cause';
import type { OverdueInput } from './overdue-case';
import type { OverdueCause } from './overdue-causes';
import { buildWorkingCalendar } from './working-calendar';

const COUNTER = 'demo-intakeOfficer';
const noPosting = (mode: Parameters<typeof pauseRules>[0]) =>
  pauseRules(mode).filter((rule) => rule.kind !== 'publicPosting');
const onlySupplement = buildDeadlineRules({
  pauses: noPosting('restart').filter((rule) => rule.kind === 'supplement'),
});

const done = (time: string, more: Partial<TypedAct> = {}): TypedAct => ({ kind: 'OutcomeReady', at: time, ...more });
const toDesk = (time: string): TypedAct => ({ kind: 'HandedOver', at: time, payload: { to: 'Bộ phận hộ tịch' } });
const consult = (time: string): TypedAct => ({
  kind: 'Forwarded',
  at: time,
  payload: { to: 'Công an xã', purpose: 'consultation' },
});
const toLandOffice = (time: string): TypedAct => ({
  kind: 'HandedOver',
  at: time,
  payload: { to: 'Chi nhánh đất đai' },
});
const landDossier: TypedAct = {
  ...received,
  payload: { appointment: fiveDays, handlingUnit: 'Chi nhánh đất đai' },
};

function find(acts: readonly TypedAct[], changes: Partial<OverdueInput> = {}) {
  const { handling, main, acceptance } = decideOverdueCause(overdueInput(acts, changes));
  expect(acceptance).toBeNull();
  expect(handling?.lateness).toBe('legal');
  expect(main).toBe(handling?.main);
  return handling;
}

type Row = readonly [cause: OverdueCause, minutes: number, officerId: string | null];
const rowsOf = (finding: ReturnType<typeof find>): Row[] =>
  (finding?.causes ?? []).map(({ cause, workingMinutes, officerId }) => [cause, workingMinutes, officerId]);

/** Received Monday 9/3/2026 09:00, five working days, due 16/3 09:00; a working day is 480 minutes. Counted by hand. */
const cases: readonly [
  what: string,
  acts: readonly TypedAct[],
  rows: readonly Row[],
  changes?: Partial<OverdueInput>,
][] = [
  ['desk slow', [received, toDesk('2026-03-09T10:00'), done('2026-03-18T09:00')], [['staff', 960, null]]],
  ['never left the counter', [received, done('2026-03-18T09:00')], [['staff', 960, COUNTER]]],
  [
    'left the counter when it was late',
    [received, toDesk('2026-03-16T14:00'), done('2026-03-18T09:00')],
    [['staff', 960, COUNTER]],
  ],
  [
    'two desks that together had it longest stay apart',
    [received, toDesk('2026-03-12T09:00'), { ...toDesk('2026-03-16T09:00'), name: 'again' }, done('2026-03-18T09:00')],
    [['staff', 960, COUNTER]],
  ],
  [
    'consultation took the whole limit',
    [received, consult('2026-03-10T09:00'), toDesk('2026-03-17T09:00'), done('2026-03-18T09:00')],
    [['waitingOtherUnit', 960, null]],
  ],
  [
    'both beyond their part: 4 and 12 hours',
    [received, consult('2026-03-10T09:00'), toDesk('2026-03-11T15:00'), done('2026-03-18T09:00')],
    [
      ['waitingOtherUnit', 720, null],
      ['staff', 240, null],
    ],
  ],
  [
    'handling unit and counter each a day over: the counter had one day to hand it over',
    [landDossier, toLandOffice('2026-03-11T09:00'), done('2026-03-18T09:00')],
    [
      ['waitingOtherUnit', 480, null],
      ['staff', 480, COUNTER],
    ],
  ],
  [
    'handed over within the day',
    [landDossier, toLandOffice('2026-03-10T09:00'), done('2026-03-18T09:00')],
    [['waitingOtherUnit', 960, null]],
  ],
  [
    'tax authority without a pause for it',
    [
      received,
      { kind: 'Forwarded', at: '2026-03-10T09:00', payload: { to: 'Thuế cơ sở 3' } },
      { kind: 'ObligationNotified', at: '2026-03-17T09:00', name: 'notice' },
      { kind: 'ObligationFulfilled', at: '2026-03-17T13:30', names: ['notificationId', 'notice'] },
      done('2026-03-18T09:00'),
    ],
    [
      ['waitingTax', 903, null],
      ['waitingCitizen', 56, null],
    ],
    { rules: onlySupplement },
  ],
  [
    'late after a pause that moved the date',
    [
      received,
      { kind: 'SupplementRequested', at: '2026-03-10T09:00' },
      { kind: 'SupplementReceived', at: '2026-03-12T09:00' },
      done('2026-03-19T09:00'),
    ],
    [['staff', 480, COUNTER]],
  ],
  [
    'papers asked for when it was late already: 8 hours own, 16 the citizen’s',
    [received, { kind: 'SupplementRequested', at: '2026-03-17T09:00' }],
    [
      ['waitingCitizen', 960, null],
      ['staff', 480, COUNTER],
    ],
    { asOf: at('2026-03-19T09:00') },
  ],
  ['not ended', [received], [['staff', 480, COUNTER]], { asOf: at('2026-03-17T09:00') }],
  [
    'half a minute',
    [
      received,
      done('2026-03-16T09:00', {
        parts: { at: at('2026-03-16T09:00') + 30_000, happenedAt: at('2026-03-16T09:00') + 30_000 },
        arrival: '2026-03-16T09:01',
      }),
    ],
    [['staff', 0, COUNTER]],
  ],
  [
    'acts of others are not here',
    [received, toDesk('2026-03-09T10:00'), done('2026-03-18T09:00', { pos: 4 })],
    [['unknown', 960, null]],
  ],
  [
    'acts are missing, yet the other unit had it',
    [received, consult('2026-03-10T09:00'), done('2026-03-18T09:00', { pos: 4 })],
    [['waitingOtherUnit', 960, null]],
  ],
  [
    'ready time not recorded',
    [received, { kind: 'OutcomeReturned', at: '2026-03-18T09:00' }],
    [['unknown', 960, null]],
  ],
  [
    'year not loaded',
    [received, done('2026-03-18T09:00')],
    [['unknown', 960, null]],
    {
      rules: buildDeadlineRules({
        calendar: buildWorkingCalendar({ years: [2025], entries: [] }, eightHours, eightHours),
      }),
    },
  ],
  [
    'catalogue gives two days more',
    [oldSlip, done('2026-03-17T09:00')],
    [['catalogue', 480, null]],
    { rules: buildDeadlineRules({ limit: days(7) }) },
  ],
  [
    'catalogue gives exactly so much',
    [oldSlip, done('2026-03-18T09:00')],
    [['catalogue', 960, null]],
    { rules: buildDeadlineRules({ limit: days(7) }) },
  ],
  [
    'late under the catalogue too',
    [oldSlip, done('2026-03-18T11:00')],
    [
      ['catalogue', 960, null],
      ['staff', 120, COUNTER],
    ],
    { rules: buildDeadlineRules({ limit: days(7) }) },
  ],
  [
    'same versions: the slip counts',
    [received, done('2026-03-17T09:00')],
    [['staff', 480, COUNTER]],
    { rules: buildDeadlineRules({ limit: days(7) }) },
  ],
  [
    'versions not known',
    [oldSlip, done('2026-03-17T09:00')],
    [['staff', 480, COUNTER]],
    { rules: buildDeadlineRules({ limit: days(7) }), versions: null },
  ],
  [
    'catalogue gives less',
    [oldSlip, done('2026-03-17T09:00')],
    [['staff', 480, COUNTER]],
    { rules: buildDeadlineRules({ limit: days(4) }) },
  ],
  [
    'catalogue gives no date',
    [oldSlip, done('2026-03-17T09:00')],
    [['staff', 480, COUNTER]],
    { rules: buildDeadlineRules({ limit: { unit: 'none' } }) },
  ],
  [
    'end doubted, seen only the reception',
    [received, doubted({ parts: { base: 1 } }, done('2026-03-18T09:00'))],
    [['clock', 960, null]],
  ],
  [
    'end doubted, but its author had seen an act of the day after the due',
    [
      received,
      { ...toDesk('2026-03-09T10:00'), arrival: '2026-03-16T09:01' },
      doubted({ parts: { base: 2 } }, done('2026-03-18T09:00')),
    ],
    [['staff', 960, null]],
  ],
  [
    'end doubted, its author had seen an act of the due time itself',
    [
      received,
      { ...toDesk('2026-03-09T10:00'), arrival: '2026-03-16T09:00' },
      doubted({ parts: { base: 2 } }, done('2026-03-18T09:00')),
    ],
    [['clock', 960, null]],
  ],
  [
    'clock ahead: the province had it in time',
    [received, done('2026-03-18T09:00', { arrival: '2026-03-16T09:00' })],
    [['clock', 960, null]],
  ],
  [
    'clock ahead, late all the same',
    [received, done('2026-03-18T09:00', { arrival: '2026-03-17T09:00' })],
    [['staff', 960, COUNTER]],
  ],
  [
    'reception doubted, could be two days later',
    [doubted({ arrival: '2026-03-11T09:00' }, received), done('2026-03-18T09:00')],
    [['clock', 960, null]],
  ],
  [
    'reception doubted, late all the same',
    [doubted({ arrival: '2026-03-11T09:00' }, received), done('2026-03-18T09:01')],
    [['staff', 961, COUNTER]],
  ],
  [
    'reception doubted and not sent',
    [doubted({ arrival: null }, received), done('2026-03-18T09:00')],
    [['clock', 960, null]],
  ],
];

describe('lateness by law', () => {
  it.each(cases)('%s', (_what, acts, rows, changes) => {
    expect(rowsOf(find(acts, changes))).toEqual(rows);
  });

  it('follows the internal steps where the catalogue has them, whatever they sum to', () => {
    const acts = [received, consult('2026-03-10T09:00'), toDesk('2026-03-17T09:00'), done('2026-03-18T09:00')];
    for (const factor of [1, 2]) {
      const step = { id: 's', name: 'Bước', role: 'chuyên viên' };
      const steps = [
        { ...step, unit: 'Bộ phận hộ tịch', hours: 10 * factor },
        { ...step, unit: 'Công an xã', hours: 30 * factor },
      ];
      expect(rowsOf(find(acts, { rules: buildDeadlineRules({ steps, pauses: noPosting('restart') }) }))).toEqual([
        ['waitingOtherUnit', 600, null],
        ['staff', 360, null],
      ]);
    }
  });

  it('names the one who had it last when no working time has passed', () => {
    const evening = { ...fiveDays, legalDue: at('2026-03-16T17:00'), promisedAt: at('2026-03-16T17:00') };
    const first: TypedAct = { ...received, payload: { ...received.payload, appointment: evening } };
    expect(rowsOf(find([first, done('2026-03-16T18:00')]))).toEqual([['staff', 0, COUNTER]]);
    expect(rowsOf(find([first, consult('2026-03-16T10:00'), done('2026-03-16T18:00')]))).toEqual([
      ['waitingOtherUnit', 0, null],
    ]);
  });

  it('keeps a limit shorter than a day for the counter when another unit handles', () => {
    const hours = { unit: 'workingHours', amount: 4 } as const;
    const short = { ...fiveDays, limit: hours, legalDue: at('2026-03-09T15:00'), promisedAt: at('2026-03-09T15:00') };
    const first: TypedAct = { ...landDossier, payload: { ...landDossier.payload, appointment: short } };
    const acts = [first, toLandOffice('2026-03-09T15:00'), done('2026-03-09T17:00')];
    expect(rowsOf(find(acts, { rules: buildDeadlineRules({ limit: hours, pauses: noPosting('restart') }) }))).toEqual([
      ['waitingOtherUnit', 120, null],
    ]);
  });

  it('tells due, end and the whole', () => {
    expect(find([received, done('2026-03-18T09:00')])).toMatchObject({
      stage: 'handling',
      due: at('2026-03-16T09:00'),
      doneAt: at('2026-03-18T09:00'),
      workingMinutes: 960,
    });
    expect(find([received], { asOf: at('2026-03-17T09:00') })).toMatchObject({ doneAt: null, workingMinutes: 480 });
  });
});
