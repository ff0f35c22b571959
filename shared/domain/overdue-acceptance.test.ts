import { describe, expect, it } from 'vitest';
import { at } from '../../tests/support/deadline-kit';
import { overdueInput, type TypedAct } from '../../tests/support/overdue-kit';
import { formatInstant } from '../base/time';
import { explainAcceptance, isAnswered } from './overdue-acceptance';
import type { OverdueInput } from './overdue-case';
import type { EvidenceFact, OverdueCause } from './overdue-causes';
import { decideOverdueCause } from './overdue-cause';

const submittedAt = at('2026-03-09T09:00');
/** Submitted Monday 9/3/2026 09:00: to be accepted by Tuesday 09:00 (8 working hours). */
const sent: TypedAct = { kind: 'OnlineSubmissionArrived', at: '2026-03-09T09:00', payload: { submittedAt } };
const sentLate: TypedAct = { ...sent, at: '2026-03-11T09:00' };
const accept = (time: string, more: Partial<TypedAct> = {}): TypedAct => ({
  kind: 'OnlineSubmissionAccepted',
  at: time,
  ...more,
});
const quarantined = { type: 'quarantined', cause: 'deviceRevoked', whoActs: 'unitAdmin' } as const;
const backEntry = { happenedAt: at('2026-03-10T08:00'), backEntry: { reason: 'line' } } as const;

function read(acts: readonly TypedAct[], changes: Partial<OverdueInput> = {}) {
  const finding = explainAcceptance(overdueInput(acts, { asOf: at('2026-03-13T09:00'), ...changes }));
  if (finding === null) return null;
  const rows = finding.causes.map(({ cause, workingMinutes, officerId, evidence: [row] }) => {
    expect(officerId).toBeNull();
    return [cause, workingMinutes, row?.fact, row && `${formatInstant(row.from)} – ${formatInstant(row.to)}`];
  });
  expect(finding).toMatchObject({ stage: 'acceptance', due: at('2026-03-10T09:00') });
  return [finding.lateness, ...rows];
}

type Row = readonly [cause: OverdueCause, minutes: number, fact: EvidenceFact, span: string];
type Read = readonly ['legal' | 'recordOnly', ...Row[]] | null;
const waited: EvidenceFact = { kind: 'submissionWaited' };
const cameLate: EvidenceFact = { kind: 'submissionCameLate' };
const acceptance = { actKind: 'OnlineSubmissionAccepted' } as const;

/** NĐ 45/2020/NĐ-CP, provisional; minutes counted by hand. */
const cases: readonly [what: string, acts: readonly TypedAct[], Read, changes?: Partial<OverdueInput>][] = [
  ['no submission', [{ kind: 'DossierReceived', at: '2026-03-09T09:00' }], null],
  ['in time to the minute', [sent, accept('2026-03-10T09:00')], null],
  ['still time', [sent], null, { asOf: at('2026-03-10T09:00') }],
  [
    'accepted an hour late',
    [sent, accept('2026-03-10T10:00')],
    ['legal', ['acceptedLate', 60, waited, '09:00 09/03/2026 – 10:00 10/03/2026']],
  ],
  [
    'waiting',
    [sent],
    ['legal', ['acceptedLate', 480, waited, '09:00 09/03/2026 – 09:00 11/03/2026']],
    { asOf: at('2026-03-11T09:00') },
  ],
  [
    'accepted after the question',
    [sent, accept('2026-03-12T09:00')],
    ['legal', ['acceptedLate', 480, waited, '09:00 09/03/2026 – 09:00 11/03/2026']],
    { asOf: at('2026-03-11T09:00') },
  ],
  ['guided in time', [sent, { kind: 'GuidanceIssued', at: '2026-03-10T08:00' }, accept('2026-03-12T09:00')], null],
  [
    'refused late',
    [sent, { kind: 'IntakeRefused', at: '2026-03-10T10:00' }],
    ['legal', ['acceptedLate', 60, waited, '09:00 09/03/2026 – 10:00 10/03/2026']],
  ],
  ['taken back by the citizen', [sent, { kind: 'Withdrawn', at: '2026-03-10T08:00' }], null],
  [
    'came after two days, accepted at once',
    [sentLate, accept('2026-03-11T10:00')],
    ['legal', ['syncLate', 540, cameLate, '09:00 09/03/2026 – 09:00 11/03/2026']],
  ],
  [
    'came after two days, then waited',
    [sentLate, accept('2026-03-12T11:00')],
    [
      'legal',
      ['syncLate', 960, cameLate, '09:00 09/03/2026 – 09:00 11/03/2026'],
      ['acceptedLate', 120, waited, '09:00 11/03/2026 – 11:00 12/03/2026'],
    ],
  ],
  [
    'reached the device after two days',
    [sent, accept('2026-03-12T09:00')],
    ['legal', ['syncLate', 960, cameLate, '09:00 09/03/2026 – 09:00 11/03/2026']],
    { submissionSeenAt: at('2026-03-11T09:00') },
  ],
  [
    'when it reached the device is not known',
    [sent, accept('2026-03-10T10:00')],
    ['legal', ['acceptedLate', 60, waited, '09:00 09/03/2026 – 10:00 10/03/2026']],
    { submissionSeenAt: null },
  ],
  [
    'clock doubted at the acceptance',
    [sent, accept('2026-03-12T09:00', { parts: { clockDoubt: true, base: 1 } })],
    ['legal', ['clock', 960, { kind: 'clockDoubt', ...acceptance }, '09:00 10/03/2026 – 09:00 12/03/2026']],
  ],
  [
    'the province had it on the very due time',
    [sent, accept('2026-03-12T09:00', { arrival: '2026-03-10T09:00' })],
    ['legal', ['clock', 960, { kind: 'clockDoubt', ...acceptance }, '09:00 10/03/2026 – 09:00 12/03/2026']],
  ],
  [
    'the province had it after the due time',
    [sent, accept('2026-03-12T09:00', { arrival: '2026-03-11T09:00' })],
    ['legal', ['acceptedLate', 960, waited, '09:00 09/03/2026 – 09:00 12/03/2026']],
  ],
  [
    'accepted in time, known late',
    [sent, accept('2026-03-10T08:00', { arrival: '2026-03-11T09:00' })],
    ['recordOnly', ['syncLate', 480, { kind: 'receiptLate', ...acceptance }, '08:00 10/03/2026 – 09:00 11/03/2026']],
  ],
  [
    'accepted in time, not sent',
    [sent, accept('2026-03-10T08:00', { arrival: null })],
    [
      'recordOnly',
      ['syncLate', 1440, { kind: 'receiptMissing', ...acceptance }, '08:00 10/03/2026 – 09:00 13/03/2026'],
    ],
  ],
  [
    'accepted in time, set aside',
    [sent, accept('2026-03-10T08:00', { verdict: quarantined })],
    [
      'recordOnly',
      [
        'syncRefused',
        1440,
        { kind: 'refused', ...acceptance, verdict: 'deviceRevoked' },
        '08:00 10/03/2026 – 08:00 10/03/2026',
      ],
    ],
  ],
  [
    'accepted by hand in time, typed a day later',
    [sent, accept('2026-03-11T09:00', { parts: backEntry })],
    [
      'recordOnly',
      ['backEntry', 480, { kind: 'typedLate', ...acceptance, reason: 'line' }, '08:00 10/03/2026 – 09:00 11/03/2026'],
    ],
  ],
];

describe('explainAcceptance', () => {
  it.each(cases)('%s', (_what, acts, expected, changes) => {
    expect(read(acts, changes)).toEqual(expected);
  });

  it('names the late act, and the submission while nobody answered', () => {
    const answered = overdueInput([sent, accept('2026-03-10T10:00')]);
    const [submission, acceptanceAct] = answered.state.timeline.map((entry) => entry.action.id);
    expect(explainAcceptance(answered)?.causes[0]?.evidence[0]?.actionId).toBe(acceptanceAct);
    expect(explainAcceptance(answered)?.doneAt).toBe(at('2026-03-10T10:00'));
    const waiting = overdueInput([sent]);
    expect(explainAcceptance(waiting)?.causes[0]?.evidence[0]?.actionId).toBe(submission);
    expect(explainAcceptance(waiting)?.doneAt).toBeNull();
    const late = overdueInput([sentLate, accept('2026-03-11T10:00')]);
    expect(explainAcceptance(late)?.causes[0]?.evidence[0]?.actionId).toBe(submission);
  });
});

describe('isAnswered', () => {
  it('looks at what had happened by then', () => {
    const { state } = overdueInput([sent, accept('2026-03-10T10:00')]);
    expect(isAnswered({ state, asOf: at('2026-03-10T10:00') })).toBe(true);
    expect(isAnswered({ state, asOf: at('2026-03-10T09:59') })).toBe(false);
    expect(isAnswered({ state: overdueInput([sent]).state, asOf: at('2026-03-10T10:00') })).toBe(false);
  });
});

describe('the cause that stands for the dossier', () => {
  const slip = {
    appointment: {
      limit: { unit: 'workingDays', amount: 2 },
      startsAt: at('2026-03-10T10:00'),
      legalDue: at('2026-03-12T10:00'),
      promisedAt: at('2026-03-12T10:00'),
      trace: [],
      provisional: false,
    },
  };
  const mainOf = (acts: readonly TypedAct[]) => decideOverdueCause(overdueInput(acts)).main;
  const ready = (time: string, arrival = time): TypedAct => ({ kind: 'OutcomeReady', at: time, arrival });

  it('is that of the longer lateness, of equal ones the handling', () => {
    const lateAccepted = accept('2026-03-10T10:00', { payload: slip });
    expect(mainOf([sent, lateAccepted, ready('2026-03-12T10:30')])).toBe('acceptedLate');
    expect(mainOf([sent, lateAccepted, ready('2026-03-12T11:00')])).toBe('staff');
    expect(mainOf([sent, lateAccepted, ready('2026-03-12T11:30')])).toBe('staff');
    expect(mainOf([sent, lateAccepted, ready('2026-03-12T09:00', '2026-03-12T10:30')])).toBe('acceptedLate');
    expect(mainOf([sent, lateAccepted, ready('2026-03-12T09:00', '2026-03-13T10:00')])).toBe('syncLate');
    expect(mainOf([sent, lateAccepted, ready('2026-03-12T09:00')])).toBe('acceptedLate');
  });

  it('is late handling by law before late news of an acceptance', () => {
    const inTime = accept('2026-03-10T08:00', { arrival: '2026-03-11T09:00', payload: { ...slip } });
    expect(mainOf([sent, inTime, ready('2026-03-12T10:30')])).toBe('staff');
    expect(mainOf([sent, inTime, ready('2026-03-12T09:00', '2026-03-12T11:00')])).toBe('syncLate');
  });

  it('is none when nothing is late', () => {
    expect(mainOf([sent, accept('2026-03-10T08:00', { payload: slip }), ready('2026-03-12T09:00')])).toBeNull();
  });
});
