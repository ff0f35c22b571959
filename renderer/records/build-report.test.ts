import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { err } from '../../shared/base/result';
import { fromLocal, toLocalDay } from '../../shared/base/time';
import { referencePackageSchema, type ReferencePackage } from '../../shared/domain/reference-package';
import { foldUnitDay } from '../../shared/domain/unit-day';
import { tableReportIdSchema, tableReportSchema, type TableReportId } from '../../shared/reports/report-data';
import type { ReportOrder } from '../../shared/reports/report-order';
import { periodOfDays } from '../../shared/reports/report-period';
import { createFakeDesktop, type FakeDesktop } from '../../tests/support/fake-desktop';
import { createPlace, openTestRecords } from '../../tests/support/open-store';
import { buildReport, type OpenReport, type ReportMaking } from './build-report';
import { catchUp, closeRecords } from './open-records';
import type { PortHost } from './port-client';
import { loadReference } from './reference';
import { setReference } from './reference.store';
import { serveReport } from './serve-report';

const DAY = '2026-11-20';
/** Long after everything the builders date. */
const MADE_AT = Date.UTC(2026, 11, 20);

function readPackage(kind: string): ReferencePackage {
  const url = new URL(`../../build/packages/${kind}.json`, import.meta.url);
  return referencePackageSchema.parse(JSON.parse(readFileSync(url, 'utf8')));
}

const packages = ['procedures', 'calendar', 'units'].map(readPackage);

/** The real report worker on a port of this process. */
function hostReport(stopped: string[] = []): PortHost {
  const { port1, port2 } = new MessageChannel();
  serveReport(port2);
  return {
    port: port1,
    stop: () => {
      port2.close();
      stopped.push('stopped');
    },
    onDeath: () => undefined,
  };
}

const making: ReportMaking = {
  countersOf: (heard) => heard.map(({ book, at }) => ({ counterId: book, name: `Quầy ${book}`, dataUntil: at })),
  start: () => hostReport(),
};

function orderOf(fake: FakeDesktop, id: TableReportId, changes: Partial<ReportOrder> = {}): ReportOrder {
  return {
    id,
    unit: fake.rig.unit,
    practice: false,
    madeAt: MADE_AT,
    madeBy: 'Phạm Đức Bình',
    officers: [['demo-intakeOfficer', 'Lê Thị Hoa']],
    day: DAY,
    period: periodOfDays('2026-01-01', '2026-12-31'),
    counterId: null,
    masked: true,
    assumptions: {},
    changes: [],
    moves: [],
    counterDays: [{ counterId: 'q1', state: foldUnitDay([], new Map()) }],
    leases: [],
    returned: [],
    ...changes,
  };
}

async function openOffice(dossiers: number): Promise<{ fake: FakeDesktop; ids: readonly string[] }> {
  const fake = createFakeDesktop();
  fake.rig.packages = packages;
  await openTestRecords(fake, createPlace('reports'));
  await loadReference(fake.bridge, DAY);
  const ids = Array.from({ length: dossiers }, () => {
    const id = fake.builders.id();
    const subject = { type: 'dossier', id } as const;
    const about = { procedureCode: '1.004873', caseId: 'thuong', receivingUnitId: fake.rig.unit.id };
    fake.append({
      kind: 'actions',
      actions: [
        fake.builders.action('DossierReceived', { subject }, about),
        fake.builders.action('FeeCollected', { subject }),
      ],
    });
    return id;
  });
  await catchUp();
  return { fake, ids };
}

async function make(order: ReportOrder): Promise<OpenReport> {
  const made = await buildReport(order, making);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

describe('buildReport', () => {
  beforeEach(() => {
    setReference({ reference: null, packages: [], day: null, problem: null });
  });
  afterEach(closeRecords);

  test.each(tableReportIdSchema.options)('makes %s from the store, fit to be exported', async (id) => {
    const { fake } = await openOffice(4);
    const { report, close, unreadable } = await make(orderOf(fake, id));
    expect(tableReportSchema.safeParse(report).error).toBeUndefined();
    expect([report.id, unreadable]).toEqual([id, 0]);
    expect(report.lines.join()).toContain('Quầy Q1');
    close();
  });

  test('tells the dossiers behind a figure and sends none of them along', async () => {
    const { fake, ids } = await openOffice(4);
    const { report, behind, listBehind, close } = await make(orderOf(fake, 'procedureResults'));
    expect(JSON.stringify(report)).not.toContain('dossierIds');
    const total = (report.tables[0]?.rows.length ?? 0) - 1;
    expect(report.tables[0]?.rows[total]?.cells[2]?.value).toBe(4);
    expect(behind[0]?.[total * (report.tables[0]?.columns.length ?? 0) + 2]).toBe(4);
    const listed = await listBehind({ table: 0, row: total, column: 2 });
    expect(listed.ok && [...listed.value].sort()).toEqual([...ids].sort());
    close();
    expect((await listBehind({ table: 0, row: total, column: 2 })).ok).toBe(false);
  });

  test('names the people of a list only, and the officers', async () => {
    const { fake } = await openOffice(2);
    const fees = await make(orderOf(fake, 'fees'));
    const [, lines] = fees.report.tables;
    expect(lines?.rows).toHaveLength(2);
    expect(lines?.rows.every(({ cells }) => cells[3]?.value !== '' && cells[9]?.value === 'Lê Thị Hoa')).toBe(true);
    const results = await make(orderOf(fake, 'procedureResults'));
    expect(JSON.stringify(results.report)).not.toContain(String(lines?.rows[0]?.cells[3]?.value));
  });

  test('leaves dossiers of another unit out of what this unit answers for', async () => {
    const { fake } = await openOffice(1);
    const subject = { type: 'dossier', id: fake.builders.id() } as const;
    const about = { procedureCode: '1.004873', caseId: 'thuong', receivingUnitId: 'H99.01' };
    fake.append({ kind: 'actions', actions: [fake.builders.action('DossierReceived', { subject }, about)] });
    await catchUp();
    const { report } = await make(orderOf(fake, 'procedureResults'));
    expect(report.tables[0]?.rows.at(-1)?.cells[2]?.value).toBe(1);
  });

  test('accounts for every number of a lease and of the slip book', async () => {
    const { fake, ids } = await openOffice(3);
    const lease = { leaseId: 'l1', agencyId: 'H41.26', day: '2026-11-21', from: 1, to: 9999 };
    const { report, listBehind } = await make(orderOf(fake, 'codeGaps', { leases: [lease] }));
    const [leases, , slips] = report.tables;
    const row = leases?.rows[0]?.cells.map(({ value }) => value) ?? [];
    expect(row.slice(4, 6)).toEqual([9999, 3]);
    expect(row.slice(5).reduce((sum: number, value) => sum + Number(value), 0)).toBe(9999);
    const users = await listBehind({ table: 0, row: 0, column: 5 });
    expect(users.ok && [...users.value].sort()).toEqual([...ids].sort());
    const usedSlips = slips?.rows.filter(({ cells }) => cells[4]?.value === 'Đã dùng') ?? [];
    expect(usedSlips.reduce((sum, { cells }) => sum + Number(cells[3]?.value), 0)).toBe(3);
  });

  test('puts the cash of a shift into its sheet, and what no shift answers for beside it', async () => {
    const { fake } = await openOffice(2);
    const subject = { type: 'unitDay', unitId: fake.rig.unit.id, day: DAY, counterId: 'q1' } as const;
    const day = toLocalDay(fake.builders.action('ShiftOpened', { subject }).at);
    const opened = { ...fake.builders.action('ShiftOpened', { subject }), at: 0, happenedAt: fromLocal(day, '00:00') };
    const state = foldUnitDay([opened], new Map());
    const open = await make(orderOf(fake, 'cashSheets', { day, counterDays: [{ counterId: 'q1', state }] }));
    expect(open.report.tables[0]?.rows[0]?.cells[3]?.value).toBe(16_000);
    expect(open.report.tables[2]?.rows).toEqual([]);
    const none = await make(orderOf(fake, 'cashSheets', { day, counterDays: [] }));
    expect(none.report.tables[2]?.rows).toHaveLength(2);
  });

  test('reads slice by slice with progress and ends its worker when it was cancelled', async () => {
    const { fake } = await openOffice(3);
    const stopped: string[] = [];
    const abort = new AbortController();
    const seen: number[] = [];
    const made = await buildReport(orderOf(fake, 'survey'), {
      ...making,
      start: () => hostReport(stopped),
      signal: abort.signal,
      onProgress: ({ read }) => {
        seen.push(read);
        if (read === 3) abort.abort();
      },
    });
    expect(made).toEqual(err({ kind: 'cancelled' }));
    expect(seen).toEqual([0, 3]);
    expect(stopped.length).toBeGreaterThan(0);
  });

  test('makes nothing while no rules are known or the store is closed', async () => {
    const { fake } = await openOffice(1);
    setReference({ reference: null, packages: [], day: null, problem: null });
    expect(await buildReport(orderOf(fake, 'survey'), making)).toEqual(err({ kind: 'noRules' }));
    await closeRecords();
    expect(await buildReport(orderOf(fake, 'survey'), making)).toEqual(err({ kind: 'recordsClosed' }));
  });
});
