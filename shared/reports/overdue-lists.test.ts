import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyFacts,
  buildDetail,
  buildFact,
  buildReceived,
  frame,
  judgeRules,
  march,
} from '../../tests/support/report-kit';
import { at } from '../../tests/support/deadline-kit';
import { buildLateReport } from './late-report';
import { listLateToAccept, listLateToProcess, type LateReading } from './overdue-lists';
import { boundsOf, periodOfDays } from './report-period';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

const idsOf = ({ lines }: LateReading) => lines.map(({ fact }) => fact.dossierId);

/** Submitted at 08:00, to be accepted by 16:00 of that day. */
const submitted = (dossierId: string, day: string, answered: string | null) =>
  buildFact({
    dossierId,
    channel: 'online',
    submittedAt: at(`${day}T08:00`),
    acceptanceDue: at(`${day}T16:00`),
    answeredAt: answered === null ? null : at(answered),
  });

const late = [
  buildReceived('finishedLate', { received: '2026-03-03T09:00', due: '2026-03-10T09:00', ended: '2026-03-10T15:30' }),
  buildReceived('stillLate', { received: '2026-03-04T09:00', due: '2026-03-11T09:00' }, { channel: 'online' }),
  buildReceived('longAgo', { received: '2026-01-05T09:00', due: '2026-01-12T09:00', ended: '2026-01-20T09:00' }),
  buildReceived('oldAndOpen', { received: '2026-01-05T10:00', due: '2026-01-12T10:00' }, { channel: 'post' }),
  buildReceived('inTime', { received: '2026-03-03T09:00', due: '2026-03-10T09:00', ended: '2026-03-10T09:00' }),
  buildReceived('tomorrow', { received: '2026-03-15T09:00', due: '2026-03-16T09:00' }),
];

describe('listLateToProcess', () => {
  const { inPeriod, cumulative } = listLateToProcess(late, march, judgeRules);

  it('lists by due date what was late in the period, and beside it what ever was', () => {
    expect(idsOf(inPeriod)).toEqual(['oldAndOpen', 'finishedLate', 'stillLate']);
    expect(idsOf(cumulative)).toEqual(['longAgo', 'oldAndOpen', 'finishedLate', 'stillLate']);
  });

  it('counts by channel with all that could have been late', () => {
    expect(inPeriod.channels.map((one) => [one.channel, one.late, one.all])).toEqual([
      ['counter', ['finishedLate'], ['finishedLate', 'inTime']],
      ['online', ['stillLate'], ['stillLate']],
      ['post', ['oldAndOpen'], ['oldAndOpen']],
    ]);
    expect(cumulative.channels[0]?.all).toEqual(['finishedLate', 'longAgo', 'inTime']);
  });

  it('tells due, end and working hours of the lateness', () => {
    // 10 March 09:00 to 15:30: 2.5 hours before noon, 2 after.
    expect(inPeriod.lines[1]).toMatchObject({
      startedAt: at('2026-03-03T09:00'),
      due: at('2026-03-10T09:00'),
      finishedAt: at('2026-03-10T15:30'),
      hoursLate: 4.5,
    });
    expect(inPeriod.lines[2]).toMatchObject({ finishedAt: null, due: at('2026-03-11T09:00') });
  });

  it('knows no hours without the rules of the dossier', () => {
    const fact = buildReceived('a', { received: '2026-03-03T09:00', due: '2026-03-10T09:00' }, { rules: null });
    expect(listLateToProcess([fact], march, judgeRules).inPeriod.lines[0]?.hoursLate).toBeNull();
  });

  it('never lists what is paused', () => {
    const life = { received: '2026-03-02T09:00', due: '2026-03-09T09:00' };
    const supplements = [{ requestedAt: at('2026-03-04T09:00'), receivedAt: null }];
    const paused = buildReceived('paused', { ...life, supplements });
    expect(listLateToProcess([paused], march, judgeRules).cumulative.lines).toEqual([]);
  });
});

describe('listLateToAccept', () => {
  const facts = [
    submitted('answeredLate', '2026-03-04', '2026-03-04T16:01'),
    submitted('sharp', '2026-03-04', '2026-03-04T16:00'),
    submitted('neverAnswered', '2026-03-05', null),
    submitted('oldLate', '2026-01-05', '2026-01-09T09:00'),
    submitted('answeredAfter', '2026-03-13', '2026-03-20T09:00'),
    submitted('later', '2026-03-16', null),
    buildFact({ dossierId: 'counter' }),
    buildFact({ dossierId: 'noClock', submittedAt: at('2026-03-04T08:00') }),
  ];
  const { inPeriod, cumulative } = listLateToAccept(facts, march);

  it('is a list of its own, in both readings', () => {
    expect(idsOf(inPeriod)).toEqual(['answeredLate', 'neverAnswered', 'answeredAfter']);
    expect(idsOf(cumulative)).toEqual(['oldLate', 'answeredLate', 'neverAnswered', 'answeredAfter']);
    expect(inPeriod.lines.map(({ finishedAt }) => finishedAt)).toEqual([at('2026-03-04T16:01'), null, null]);
  });

  it('holds the late ones against all submissions of the period', () => {
    const online = inPeriod.channels.find(({ channel }) => channel === 'online');
    expect(online?.all).toEqual(['answeredLate', 'sharp', 'neverAnswered', 'answeredAfter']);
  });

  it('is not late at the due instant and late a millisecond after it', () => {
    const fact = submitted('a', '2026-03-04', null);
    const asOf = (end: number) => idsOf(listLateToAccept([fact], { start: march.start, end }).inPeriod);
    expect(asOf(at('2026-03-04T16:00'))).toEqual([]);
    expect(asOf(at('2026-03-04T16:00') + 1)).toEqual(['a']);
  });

  it('holds in the cumulative list all of the period, whatever the histories', () => {
    fc.assert(
      fc.property(anyFacts, (drawn) => {
        const lists = listLateToAccept(drawn, march);
        expect(idsOf(lists.cumulative)).toEqual(expect.arrayContaining(idsOf(lists.inPeriod)));
        for (const { late: ids, all } of [...lists.inPeriod.channels, ...lists.cumulative.channels]) {
          expect(all).toEqual(expect.arrayContaining([...ids]));
        }
      }),
      PROPERTY_RUNS,
    );
  });
});

describe('buildLateReport', () => {
  const input = {
    frame,
    period: periodOfDays('2026-02-15', '2026-03-14'),
    rules: judgeRules,
    detailOf: (dossierId: string) => (dossierId === 'finishedLate' ? buildDetail() : undefined),
    unitName: (unitId: string) => `Đơn vị ${unitId}`,
    causeOf: (dossierId: string) => (dossierId === 'stillLate' ? 'Chờ cơ quan thuế' : null),
  };
  const report = buildLateReport(late, 'lateToProcess', input);

  it('shows figures by channel in both readings with their totals', () => {
    const values = report.tables[0]?.rows.map(({ cells }) => cells.map(({ value }) => value));
    expect(values).toEqual([
      ['Trong kỳ', 'Trực tiếp', 1, 2, 0.5],
      ['Trong kỳ', 'Trực tuyến', 1, 1, 1],
      ['Trong kỳ', 'Bưu chính công ích', 1, 1, 1],
      ['Trong kỳ', 'Tổng số', 3, 4, 0.75],
      ['Lũy kế', 'Trực tiếp', 2, 3, 2 / 3],
      ['Lũy kế', 'Trực tuyến', 1, 1, 1],
      ['Lũy kế', 'Bưu chính công ích', 1, 1, 1],
      ['Lũy kế', 'Tổng số', 4, 5, 0.8],
    ]);
  });

  it('names each dossier, by its id where no detail is held here', () => {
    const [, inPeriod] = report.tables;
    expect(inPeriod?.rows.map(({ cells }) => cells[4])).toEqual([
      { value: 'oldAndOpen', dossierIds: ['oldAndOpen'] },
      { value: 'H41.26-260309-0007', dossierIds: ['finishedLate'] },
      { value: 'stillLate', dossierIds: ['stillLate'] },
    ]);
    expect(inPeriod?.rows[2]?.cells[13]?.value).toBe('Chờ cơ quan thuế');
    expect(inPeriod?.rows[1]?.cells[1]?.value).toBe('Đơn vị H41.26');
    expect(inPeriod?.notes[0]).toBe('Trực tiếp: 1/2 hồ sơ (50,00%).');
  });

  it('has its own heads for submissions', () => {
    const accept = buildLateReport([], 'lateToAccept', { ...input, period: boundsPeriod });
    expect(accept.tables[1]?.columns.map(({ header }) => header)).toContain('Hạn tiếp nhận');
    expect(accept.tables[1]?.empty).toBe('Không có hồ sơ quá hạn.');
    expect(accept.tables[1]?.notes[0]).toBe('Trực tiếp: 0/0 hồ sơ (không có tỷ lệ).');
  });
});

const boundsPeriod = periodOfDays('2026-03-04', '2026-03-04');

it('ends a running period with the making of the report', () => {
  const now = at('2026-03-04T10:00');
  expect(boundsOf(boundsPeriod, now)).toEqual({ start: at('2026-03-04T00:00'), end: now });
});
