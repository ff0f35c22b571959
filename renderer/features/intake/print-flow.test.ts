import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../../shared/base/result';
import { fromLocal } from '../../../shared/base/time';
import { referencePackageSchema } from '../../../shared/domain/reference-package';
import { buildReference } from '../../../shared/domain/reference';
import type { DesktopBridge } from '../../../shared/ipc/contract';
import { sayVi } from '../../../shared/text/message';
import { buildOfficer } from '../../../tests/support/builders';
import { createFakeDesktop, type FakeDesktop } from '../../../tests/support/fake-desktop';
import { createPlace, openTestRecords } from '../../../tests/support/open-store';
import { usePreferences } from '../../preferences.store';
import { FILE_ONLY } from '../../printers.store';
import { closeRecords } from '../../records/open-records';
import { pickProcedure } from './draft-changes';
import { openScreen, startNext, takeCard, type Desk } from './intake-flow';
import { deriveIntake, type IntakeSurroundings } from './intake-form';
import { changeDraft, useIntake } from './intake.store';
import { printSaved } from './print-flow';
import { receiveAndPrint } from './receive-flow';

const CARD = '040090000123||NGUYỄN VĂN A|01021990|Nam|Xóm 1, Xã Ví Dụ, Huyện Cũ, Nghệ An|15042021';
const packages = ['procedures', 'calendar', 'units'].map((name) =>
  referencePackageSchema.parse(JSON.parse(readFileSync(`build/packages/${name}.json`, 'utf8'))),
);
const start = useIntake.getState();

let fake: FakeDesktop;
let desk: Desk;
let around: IntakeSurroundings;
let desktop: DesktopBridge;
let orders: Parameters<DesktopBridge['print']['printReceipt']>[0][];

beforeEach(async () => {
  useIntake.setState(start, true);
  usePreferences.setState({ printer: null });
  const reference = buildReference(packages, '2026-03-09');
  const unit = reference.ok ? reference.value.units.get('H41.26') : undefined;
  if (!reference.ok || !unit) throw new Error('no rules');
  fake = createFakeDesktop();
  orders = [];
  let clock = fromLocal('2026-03-09', '09:10');
  desk = { counterId: 'q1', officer: { officerId: 'cb-ha', name: 'Lê Thị Thu Hà' }, now: () => (clock += 1) };
  around = { reference: reference.value, officer: buildOfficer(), unit, now: clock };
  const ready = { name: 'HP', description: '', isDefault: true, state: 'ready', trouble: null } as const;
  const print: DesktopBridge['print'] = {
    ...fake.bridge.print,
    printers: () => Promise.resolve(ok([ready])),
    printReceipt: (order) => {
      orders.push(order);
      return Promise.resolve(ok({ file: '/x/a.pdf', sha256: 'c'.repeat(64), printer: 'HP', jobId: '1', copies: 1 }));
    },
  };
  desktop = { ...fake.bridge, print };
  await openTestRecords(fake, createPlace('print'));
});
afterEach(closeRecords);

const screen = (): Parameters<typeof printSaved>[1] => ({
  desktop,
  practice: false,
  counter: { name: 'Quầy 1', book: 'Q1' },
  now: desk.now,
});

async function fill(): Promise<void> {
  const marriage = around.reference.procedures.get('1.004873') ?? expect.fail('no procedure');
  await openScreen(desk);
  await takeCard(CARD, desk);
  changeDraft((draft) => pickProcedure(draft, marriage));
}

function receive(): Promise<void> {
  const { draft } = useIntake.getState();
  return receiveAndPrint(deriveIntake(draft ?? expect.fail('no draft'), around), around, screen());
}

describe('printing a slip', () => {
  it('marks the second print a reprint with its reason', async () => {
    await fill();
    await receive();
    await printSaved(around, screen(), { reason: 'Bản in mờ, hỏng', isSameCopy: false });
    expect(useIntake.getState().saved?.state.prints.at(-1)).toMatchObject({ reprint: true, reason: 'Bản in mờ, hỏng' });
  });

  it('prints the same copy again, and the next one as the first reprint, when it had not come out', async () => {
    await fill();
    await receive();
    await printSaved(around, screen(), { reason: 'Chưa in ra được', isSameCopy: true });
    await printSaved(around, screen(), { reason: 'Bản in mờ, hỏng', isSameCopy: false });
    expect(orders.map(({ slip }) => slip.copyNo)).toEqual([1, 1, 2]);
    expect(useIntake.getState().saved?.state.prints.map(({ reprint }) => reprint)).toEqual([false, false, true]);
  });

  it.each([
    ['another printer', 'Canon 2', 'Canon 2'],
    ['the file alone', FILE_ONLY, null],
  ])('goes where the officer of this PC chose: %s', async (_what, chosen, printer) => {
    usePreferences.setState({ printer: chosen });
    await fill();
    await receive();
    expect(orders).toMatchObject([{ printer }]);
  });

  it('tells of a slip that waits in the queue, and takes it back when it came out late', async () => {
    await fill();
    await receive();
    const news = { printer: 'HP', jobId: '1', trouble: 'paperOut' } as const;
    fake.emit('printJobChanged', { ...news, jobId: '2', end: 'stuck' });
    expect(useIntake.getState().print).toMatchObject({ waiting: null });
    fake.emit('printJobChanged', { ...news, end: 'stuck' });
    const { print } = useIntake.getState();
    expect(print.kind === 'printed' && print.waiting && sayVi(print.waiting)).toMatch(/máy in HP hết giấy/);
    await startNext(desk);
    fake.emit('printJobChanged', { ...news, end: 'stuck' });
    expect(useIntake.getState().leftPrints).toHaveLength(1);
    fake.emit('printJobChanged', { ...news, end: 'done' });
    expect(useIntake.getState().leftPrints).toEqual([]);
  });
});
