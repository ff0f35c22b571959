import { describe, expect, it } from 'vitest';
import { at, buildDeadlineRules, days } from '../../tests/support/deadline-kit';
import { fiveDays, overdueInput, received, type TypedAct } from '../../tests/support/overdue-kit';
import { buildLateLists, lateRate, type LateFigure } from './late-lists';
import type { OverdueInput } from './overdue-case';

const march = { from: '2026-03-10', to: '2026-03-16' };
const NOW = { asOf: at('2026-03-18T09:00') };
const figure = (late: number, open: number, recordOnly: number, of: number): LateFigure => ({
  late,
  open,
  recordOnly,
  of,
});
const none = { inPeriod: figure(0, 0, 0, 0), cumulative: figure(0, 0, 0, 0) };

/** Another dossier of the same shape. */
function named(dossierId: string, acts: readonly TypedAct[], changes: Partial<OverdueInput> = {}): OverdueInput {
  const input = overdueInput(acts, { ...NOW, ...changes });
  return { ...input, state: { ...input.state, dossierId } };
}

const done = (time: string, arrival = time): TypedAct => ({ kind: 'OutcomeReady', at: time, arrival });
/** Received on the 6th, due on the 13th, through the post. */
const friday: TypedAct = {
  ...received,
  at: '2026-03-06T09:00',
  payload: { ...received.payload, channel: 'post', appointment: { ...fiveDays, legalDue: at('2026-03-13T09:00') } },
};
/** Due on 9/3, before the period. */
const old: TypedAct = {
  ...received,
  at: '2026-03-02T09:00',
  payload: { ...received.payload, appointment: { ...fiveDays, legalDue: at('2026-03-09T09:00') } },
};
const submission = (day: string): TypedAct => ({
  kind: 'OnlineSubmissionArrived',
  at: `${day}T09:00`,
  payload: { submittedAt: at(`${day}T09:00`) },
});

describe('late to process', () => {
  const buildLists = () =>
    buildLateLists(
      [
        named('a', [received, done('2026-03-17T09:00')]),
        named('b', [friday]),
        named('c', [received, done('2026-03-13T09:00')]),
        named('d', [received, done('2026-03-13T09:00', '2026-03-17T09:00')]),
        named('e', [old, done('2026-03-12T09:00')]),
        named('f', [received]),
        named(
          'g',
          [
            {
              ...received,
              payload: {
                ...received.payload,
                appointment: { ...fiveDays, limit: days(9), legalDue: at('2026-03-20T09:00') },
              },
            },
          ],
          {
            rules: buildDeadlineRules({ limit: days(9) }),
          },
        ),
        named('h', [{ kind: 'GuidanceIssued', at: '2026-03-09T09:00' }]),
      ],
      march,
    );

  it('counts what was due in the period, and all that ever was', () => {
    const { inPeriod, cumulative, byChannel } = buildLists().toProcess;
    expect(inPeriod).toEqual(figure(3, 2, 1, 5));
    expect(cumulative).toEqual(figure(4, 2, 1, 6));
    expect(byChannel).toEqual({
      counter: { inPeriod: figure(2, 1, 1, 4), cumulative: figure(3, 1, 1, 5) },
      online: none,
      post: { inPeriod: figure(1, 1, 0, 1), cumulative: figure(1, 1, 0, 1) },
    });
  });

  it('lists open ones first, then by due time and id', () => {
    expect(buildLists().toProcess.rows.map((row) => row.dossierId)).toEqual(['b', 'f', 'e', 'a', 'd']);
    const twins = buildLateLists([named('z', [received]), named('y', [received])], march);
    expect(twins.toProcess.rows.map((row) => row.dossierId)).toEqual(['y', 'z']);
  });

  it('tells of each what a leader asks', () => {
    const input = named('a', [received, done('2026-03-17T09:00')]);
    expect(buildLateLists([input], march).toProcess.rows).toEqual([
      {
        dossierId: 'a',
        code: input.state.code,
        procedureCode: '1.001193',
        channel: 'counter',
        receivingUnitId: 'H41.26',
        due: at('2026-03-16T09:00'),
        doneAt: at('2026-03-17T09:00'),
        workingMinutes: 480,
        lateness: 'legal',
        main: 'staff',
        inPeriod: true,
      },
    ]);
    expect(buildLists().toProcess.rows.map((row) => [row.dossierId, row.inPeriod, row.lateness, row.main])).toEqual([
      ['b', true, 'legal', 'staff'],
      ['f', true, 'legal', 'staff'],
      ['e', false, 'legal', 'staff'],
      ['a', true, 'legal', 'staff'],
      ['d', true, 'recordOnly', 'syncLate'],
    ]);
  });

  it('takes both ends of the period in', () => {
    const dossier = named('a', [received, done('2026-03-17T09:00')]);
    const inPeriod = (from: string, to: string) => buildLateLists([dossier], { from, to }).toProcess.inPeriod.late;
    expect(inPeriod('2026-03-16', '2026-03-16')).toBe(1);
    expect(inPeriod('2026-03-17', '2026-03-20')).toBe(0);
    expect(inPeriod('2026-03-10', '2026-03-15')).toBe(0);
  });

  it('counts a date that has not come only when the dossier is done, or late in the books', () => {
    const of = (acts: readonly TypedAct[], asOf: string) =>
      buildLateLists([named('a', acts, { asOf: at(asOf) })], march).toProcess.cumulative;
    expect(of([received], '2026-03-16T08:59')).toEqual(figure(0, 0, 0, 0));
    expect(of([received], '2026-03-16T09:00')).toEqual(figure(0, 0, 0, 1));
    expect(of([received, done('2026-03-13T09:00')], '2026-03-13T09:00')).toEqual(figure(0, 0, 0, 1));
    const twice: TypedAct[] = ['2026-03-10', '2026-03-11'].flatMap((day): TypedAct[] => [
      { kind: 'SupplementRequested', at: `${day}T09:00` },
      { kind: 'SupplementReceived', at: `${day}T10:00` },
    ]);
    expect(of([received, ...twice], '2026-03-13T09:00')).toEqual(figure(0, 0, 1, 1));
  });

  it('keeps a dossier without a date only when the national count blames it', () => {
    const noDate: TypedAct = {
      ...received,
      payload: { ...received.payload, appointment: { ...fiveDays, limit: { unit: 'none' }, legalDue: null } },
    };
    const free = { rules: buildDeadlineRules({ limit: { unit: 'none' } }) };
    expect(buildLateLists([named('a', [noDate], free)], march).toProcess.cumulative.of).toBe(0);
    const told = buildLateLists([named('a', [noDate], { ...free, listed: true })], march).toProcess;
    expect(told.rows.map((row) => [row.due, row.main])).toEqual([[at('2026-03-09T09:00'), 'unknown']]);
  });
});

describe('late to accept', () => {
  const accept = (time: string): TypedAct => ({ kind: 'OnlineSubmissionAccepted', at: time });
  const buildLists = () =>
    buildLateLists(
      [
        named('a', [submission('2026-03-09'), accept('2026-03-10T11:00')]),
        named('b', [submission('2026-03-10')]),
        named('c', [submission('2026-03-11'), accept('2026-03-11T10:00')]),
        named('d', [submission('2026-03-05')]),
        named('e', [submission('2026-03-17')], { asOf: at('2026-03-17T17:00') }),
        named('f', [received]),
        named('g', [submission('2026-03-12'), { kind: 'IntakeRefused', at: '2026-03-12T10:00' }], {
          asOf: at('2026-03-12T11:00'),
        }),
      ],
      march,
    );

  it('has its own list and figures', () => {
    const lists = buildLists();
    expect(lists.toAccept.inPeriod).toEqual(figure(2, 1, 0, 4));
    expect(lists.toAccept.cumulative).toEqual(figure(3, 2, 0, 5));
    expect(lists.toAccept.byChannel.online).toEqual({ inPeriod: figure(2, 1, 0, 4), cumulative: figure(3, 2, 0, 5) });
    expect(lists.toAccept.byChannel.counter).toEqual(none);
    expect(lists.toAccept.rows.map((row) => [row.dossierId, row.main, row.due])).toEqual([
      ['d', 'acceptedLate', at('2026-03-06T09:00')],
      ['b', 'acceptedLate', at('2026-03-11T09:00')],
      ['a', 'acceptedLate', at('2026-03-10T09:00')],
    ]);
  });
});

describe('lateRate', () => {
  it('is no figure where nothing was due', () => {
    expect(lateRate(figure(0, 0, 0, 0))).toBeNull();
    expect(lateRate(figure(0, 0, 0, 4))).toBe(0);
    expect(lateRate(figure(1, 1, 2, 4))).toBe(0.25);
  });
});
