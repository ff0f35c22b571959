import { describe, expect, it } from 'vitest';
import { createBuilders } from '../../tests/support/builders';
import { at } from '../../tests/support/deadline-kit';
import {
  buildDetail,
  buildFact,
  buildMoneyAct,
  buildReceived,
  frame,
  march,
  procedureOf,
} from '../../tests/support/report-kit';
import type { AskRecord } from '../domain/ask-report';
import type { CashSheet } from '../domain/cash-sheet';
import { accountForLease } from '../domain/code-accounting';
import { accountForSlips } from '../domain/slip-accounting';
import { buildAskedReport } from './asked-report';
import { buildCashReport } from './cash-report';
import { buildCodeGapReport } from './code-gap-report';
import { buildPostalLists, listPostalPickUp } from './postal-lists';
import { buildPickUpReport, buildPostalReport } from './postal-report';
import type { ReportTable } from './report-data';
import { periodOfDays } from './report-period';
import { buildSurveyReport } from './survey-report';

const period = periodOfDays('2026-02-15', '2026-03-14');
const valuesOf = (table: ReportTable | undefined) => table?.rows.map(({ cells }) => cells.map(({ value }) => value));
const detailOf = () => buildDetail();
const officerName = (id: string) => `Cán bộ ${id}`;

const received = { received: '2026-03-02T09:00', due: '2026-03-09T09:00' };
const done = { ...received, ended: '2026-03-05T09:00' };
const byPost = { returnMethod: 'post' } as const;
const sent = (time: string, failed: string | null) => ({ at: at(time), failedAt: failed === null ? null : at(failed) });

const postal = [
  buildReceived('taken', received, { channel: 'post', consignedAt: at('2026-03-01T15:00') }),
  buildReceived('channelOnly', received, { channel: 'post', procedureCode: '2.000815' }),
  buildReceived('wanted', received, byPost),
  buildReceived('ready', done, byPost),
  buildReceived('underWay', done, { ...byPost, dispatches: [sent('2026-03-06T09:00', null)] }),
  buildReceived('cameBack', done, { ...byPost, dispatches: [sent('2026-03-06T09:00', '2026-03-08T09:00')] }),
  buildReceived('delivered', done, {
    ...byPost,
    returnedAt: at('2026-03-07T09:00'),
    dispatches: [sent('2026-03-06T09:00', null)],
  }),
  buildReceived('atCounter', done),
  buildReceived('withdrawn', { ...done, how: 'withdrawn' }, byPost),
  buildReceived('stopped', { ...done, how: 'stopped' }, byPost),
  buildFact({ dossierId: 'notReceived', ...byPost }),
];

describe('the post', () => {
  const lists = buildPostalLists(postal, march);
  const idsOf = (lines: typeof lists.taken) => lines.map(({ fact }) => fact.dossierId);

  it('is listed by what it took in, what it is to return, what left and what came back', () => {
    expect(idsOf(lists.taken)).toEqual(['taken', 'channelOnly']);
    expect(idsOf(lists.toReturn)).toEqual(['wanted', 'ready', 'cameBack']);
    expect(idsOf(lists.dispatched)).toEqual(['underWay', 'cameBack', 'delivered']);
    expect(idsOf(lists.failed)).toEqual(['cameBack']);
    expect(lists.taken.map(({ takenAt }) => takenAt)).toEqual([at('2026-03-01T15:00'), at('2026-03-02T09:00')]);
  });

  it('is counted by procedure', () => {
    expect(lists.counts.map((one) => [one.procedureCode, one.taken, one.failed])).toEqual([
      ['1.001193', ['taken'], ['cameBack']],
      ['2.000815', ['channelOnly'], []],
    ]);
  });

  it('is asked to fetch what is ready now, longest waiting first', () => {
    const early = buildReceived('earlier', { ...done, ended: '2026-03-04T09:00' }, byPost);
    const ids = listPostalPickUp([...postal, early], march.end).map(({ fact }) => fact.dossierId);
    expect(ids).toEqual(['earlier', 'cameBack', 'ready']);
    expect(listPostalPickUp(postal, at('2026-03-05T08:59'))).toEqual([]);
    expect(listPostalPickUp(postal, at('2026-03-06T08:00'))).toHaveLength(4);
  });

  it('has a report of five tables and an order to fetch', () => {
    const report = buildPostalReport(postal, { frame, period, detailOf, procedureOf });
    expect(report.tables.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Theo thủ tục', 3],
      ['Nhận qua bưu chính', 2],
      ['Đăng ký trả qua bưu chính', 3],
      ['Đã giao bưu điện', 3],
      ['Phát không thành', 1],
    ]);
    expect(valuesOf(report.tables[0])).toEqual([
      ['Đăng ký khai sinh', 1, 3, 3, 1],
      ['Chứng thực bản sao', 1, 0, 0, 0],
      ['Tổng số', 2, 3, 3, 1],
    ]);
    const detail = buildDetail({ postalChargeOpen: 30_000, originalsInCustody: 2, returnAddress: 'Xóm 9' });
    const order = buildPickUpReport(postal, { frame, detailOf: () => detail, asOf: march.end });
    expect(valuesOf(order.tables[0])?.[0]).toEqual([
      1,
      'H41.26-260309-0007',
      frame.unit.name,
      frame.unit.address,
      frame.unit.phone,
      'Nguyễn Thị Hồng Phượng',
      'Xóm 9',
      '0912345678',
      30_000,
      '',
      'Đang giữ 2 bản chính',
      '',
    ]);
    const without = buildPickUpReport(postal, { frame, detailOf, asOf: march.end });
    expect(valuesOf(without.tables[0])?.[0]?.[10]).toBe('');
  });
});

describe('buildSurveyReport', () => {
  const answer = (score: number, topics: readonly string[] = []) => ({ at: at('2026-03-05T09:00'), score, topics });
  const facts = [
    buildFact({ dossierId: 'a', surveys: [answer(5, ['time', 'attitude']), answer(2, ['time'])] }),
    buildFact({ dossierId: 'b', procedureCode: '2.000815', surveys: [answer(4)] }),
    buildFact({ dossierId: 'c', surveys: [{ ...answer(1), at: at('2026-03-15T00:00') }] }),
  ];
  const report = buildSurveyReport(facts, { frame, period, procedureOf });

  it('counts scores and topics by procedure', () => {
    expect(valuesOf(report.tables[0])).toEqual([
      ['Đăng ký khai sinh', 2, 0, 1, 0, 0, 1, 3.5, 0.5, 2, 1, 0, 0, 0],
      ['Chứng thực bản sao', 1, 0, 0, 0, 1, 0, 4, 1, 0, 0, 0, 0, 0],
      ['Tổng số', 3, 0, 1, 0, 1, 1, 11 / 3, 2 / 3, 2, 1, 0, 0, 0],
    ]);
  });

  it('leads to no dossier', () => {
    expect(JSON.stringify(report)).not.toContain('dossierIds');
  });

  it('is empty without answers', () => {
    expect(buildSurveyReport([], { frame, period, procedureOf }).tables[0]?.rows).toEqual([]);
  });
});

describe('buildAskedReport', () => {
  const ask = (kind: AskRecord['kind'], time: string, ground: string | null): AskRecord => ({
    kind,
    dossierId: 'd1',
    actionId: time,
    procedureCode: '1.001193',
    at: at(time),
    officerId: 'o1',
    paperId: 'x',
    name: 'Sổ hộ khẩu',
    ground,
    reason: kind === 'repeated' ? 'bản quét mờ' : null,
  });
  const asks = [
    ask('repeated', '2026-03-06T09:00', null),
    ask('outsideList', '2026-03-05T09:00', null),
    ask('outsideList', '2026-03-05T10:00', 'Điều 5'),
    ask('volunteered', '2026-03-15T10:00', null),
  ];

  it('lists the week with its counts', () => {
    const report = buildAskedReport(asks, { frame, period, detailOf: () => undefined, officerName });
    expect(valuesOf(report.tables[0])).toEqual([
      [1, at('2026-03-05T09:00'), 'Ngoài danh mục', 'Sổ hộ khẩu', '1.001193', 'd1', '', '', 'Cán bộ o1'],
      [2, at('2026-03-05T10:00'), 'Ngoài danh mục', 'Sổ hộ khẩu', '1.001193', 'd1', 'Điều 5', '', 'Cán bộ o1'],
      [
        3,
        at('2026-03-06T09:00'),
        'Yêu cầu lại giấy tờ đã có',
        'Sổ hộ khẩu',
        '1.001193',
        'd1',
        '',
        'bản quét mờ',
        'Cán bộ o1',
      ],
    ]);
    expect(report.tables[0]?.notes).toEqual([
      'Ngoài danh mục không có căn cứ: 1; có căn cứ: 1. Yêu cầu lại giấy tờ đã có: 1. Công dân tự nộp: 0.',
    ]);
  });
});

describe('buildCashReport', () => {
  const acts = [
    buildMoneyAct({ actionId: 'a', dossierId: 'd1', amount: 20_000 }),
    buildMoneyAct({ actionId: 'b', dossierId: 'd2', amount: 8_000, kind: 'refunded' }),
    buildMoneyAct({ actionId: 'c', dossierId: 'd3', amount: 9_000, method: 'transfer' }),
    buildMoneyAct({
      actionId: 'd',
      dossierId: 'd4',
      amount: 7_000,
      method: 'transfer',
      kind: 'announced',
      waiting: true,
    }),
  ];
  const sheet: CashSheet = {
    officerId: 'o1',
    ledger: 'stateFee',
    opening: 100_000,
    cashIn: 20_000,
    cashOut: 8_000,
    handedIn: 0,
    expected: 112_000,
    counted: 111_000,
    denominations: { '1000': 11, '100000': 1, '500': 0 },
    difference: -1_000,
    byMethod: { cash: 12_000, transfer: 9_000, gateway: 0 },
    announced: 7_000,
    acts,
  };
  const loose = buildMoneyAct({ actionId: 'e', dossierId: 'd5', amount: 5_000, kind: 'cancelled' });
  const input = { frame, day: '2026-03-09', officerName };
  const report = buildCashReport([{ sheets: [sheet], unassigned: [loose] }], input);

  it('shows each sheet with the dossiers of its movements', () => {
    expect(valuesOf(report.tables[0])).toEqual([
      ['Cán bộ o1', 'Phí, lệ phí', 100_000, 20_000, 8_000, 0, 112_000, 111_000, -1_000, 9_000, 0, 7_000],
    ]);
    const cells = report.tables[0]?.rows[0]?.cells;
    expect([3, 4, 6, 9, 11].map((index) => cells?.[index]?.dossierIds)).toEqual([
      ['d1'],
      ['d2'],
      ['d1', 'd2'],
      ['d3'],
      ['d4'],
    ]);
  });

  it('lists the notes, largest first, and what belongs to no shift', () => {
    expect(valuesOf(report.tables[1])).toEqual([
      ['Cán bộ o1', 'Phí, lệ phí', 100_000, 1, 100_000],
      ['Cán bộ o1', 'Phí, lệ phí', 1_000, 11, 11_000],
      ['Cán bộ o1', 'Phí, lệ phí', null, null, 111_000],
    ]);
    expect(valuesOf(report.tables[2])?.[0]?.slice(3)).toEqual(['Hủy', -5_000, 'Cán bộ o1']);
    expect(report.tables[2]?.notes).toHaveLength(1);
    expect(buildCashReport([{ sheets: [], unassigned: [] }], input).tables[2]?.notes).toEqual([]);
  });
});

describe('buildCodeGapReport', () => {
  const make = createBuilders(9);
  const ids = [make.id(), make.id(), make.id()] as const;
  const lease = { leaseId: 'L1', agencyId: 'H41.26', day: '2026-03-09', from: 1, to: 6 };
  const account = accountForLease(
    lease,
    {
      used: [
        { code: 'H41.26-260309-0001', dossierId: ids[0] },
        { code: 'H41.26-260309-0002', dossierId: ids[1] },
        { code: 'H41.26-260309-0002', dossierId: ids[2] },
      ],
      voided: [{ code: 'H41.26-260309-0003', reason: 'in hỏng' }],
      kits: [],
      returned: [],
    },
    { today: '2026-03-10', deviceLost: false },
  );
  const slips = accountForSlips(
    { book: 'Q1', year: 2026 },
    {
      used: [
        { slip: { book: 'Q1', year: 2026, number: 1 }, subjectId: 's1' },
        { slip: { book: 'Q1', year: 2026, number: 4 }, subjectId: 's4' },
      ],
      voided: [],
      kits: [],
    },
    4,
  );
  const report = buildCodeGapReport({ leases: [account], slips: [{ book: 'Q1/2026', account: slips }] }, frame);

  it('accounts for every number of a lease', () => {
    expect(valuesOf(report.tables[0])).toEqual([['H41.26 L1', '09/03/2026', 1, 6, 6, 2, 1, 0, 3, 0, 0, 0]]);
    expect(valuesOf(report.tables[1])?.map((row) => row.slice(2))).toEqual([
      [1, 2, 2, 'Đã dùng'],
      [3, 3, 1, 'Hủy'],
      [4, 6, 3, 'Hết hạn'],
    ]);
  });

  it('marks the gap of a book and names double uses with their dossiers', () => {
    expect(report.tables[2]?.rows.map(({ look, cells }) => [look, ...cells.map(({ value }) => value)])).toEqual([
      ['plain', 'Q1/2026', 1, 1, 1, 'Đã dùng'],
      ['group', 'Q1/2026', 2, 3, 2, 'Thiếu'],
      ['plain', 'Q1/2026', 4, 4, 1, 'Đã dùng'],
    ]);
    const pair = [ids[1], ids[2]].sort();
    expect(report.tables[3]?.rows[0]?.cells).toEqual([
      { value: 'H41.26-260309-0002' },
      { value: pair.join('; ') },
      { value: 2, dossierIds: pair },
    ]);
  });
});
