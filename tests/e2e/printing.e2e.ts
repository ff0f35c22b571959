import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { toLocalDay } from '../../shared/base/time';
import { dossierPayloads } from '../../shared/domain/actions/dossier-actions';
import { foldDossier } from '../../shared/domain/dossier-state';
import { referencePackageSchema } from '../../shared/domain/reference-package';
import { buildReference } from '../../shared/domain/reference';
import { buildReceiptSlipData } from '../../shared/forms/receipt-slip-from-dossier';
import type { ReceiptSlip } from '../../shared/forms/receipt-slip-data';
import { readPdf } from '../main-job/check-results';
import { mainJobProcedure } from '../main-job/main-job';
import { practicePassword } from '../support/app-folders';
import { mainJobCitizen } from '../support/citizen-cards';
import { readJournal, type PageWindow } from '../support/desktop-bridge';
import { checkoutRoot } from '../support/electron-path';
import { expect, test } from '../support/e2e-test';
import { openFrame } from '../support/pages/frame';
import { openIntake } from '../support/pages/intake-page';
import { findPrinterButton } from '../support/pages/printing';
import { officerPlaces, openUnlockPage } from '../support/pages/unlock-page';
import type { PrintSystem } from '../support/print-system';

const FIRST = { name: 'QUAY_1_A4', description: 'Quầy 1 - Máy in A4' };
const SECOND = { name: 'QUAY_2_A4', description: 'Quầy 2 - Máy in A4' };

async function signIn(page: Page): Promise<void> {
  await openUnlockPage(page).enter(officerPlaces.counter, practicePassword);
  await openFrame(page).rail.waitFor();
}

/** Card, procedure, Ctrl+Enter: the code that the screen says. */
async function receiveOne(page: Page): Promise<string> {
  const intake = openIntake(page);
  await intake.scanCard(mainJobCitizen);
  await intake.chooseProcedure(mainJobProcedure.typed, mainJobProcedure.name);
  await intake.receive();
  return intake.readSavedCode();
}

/** Recorded prints, oldest first. */
async function readPrints(page: Page): Promise<readonly { printer: string; copies: number; reprint: boolean }[]> {
  const actions = (await readJournal(page)).flatMap(({ body }) => (body.kind === 'actions' ? body.actions : []));
  return actions
    .filter(({ kind }) => kind === 'FormPrinted')
    .map(({ payload }) => {
      const { printer, copies, reprint } = dossierPayloads.FormPrinted.parse(payload);
      return { printer, copies, reprint };
    });
}

async function readPaper(prints: PrintSystem, no: number): Promise<string> {
  await expect.poll(async () => (await prints.printed()).length, { timeout: 60_000 }).toBe(no);
  return readPdf((await prints.printed())[no - 1] ?? '');
}

test('the slip comes out of the printer this PC chose, and again as the same copy with F9', async ({
  prints,
  folders,
  start,
}) => {
  const system = await prints();
  await system.addPrinter(FIRST.name, FIRST.description);
  await system.addPrinter(SECOND.name, SECOND.description);
  const place = await folders(null);
  const running = await start({ folders: place, env: system.env });
  const { page } = running;
  const intake = openIntake(page);
  await signIn(page);
  await expect(findPrinterButton(page)).toContainText(FIRST.description);
  await page.keyboard.press('Alt+i');
  await expect(findPrinterButton(page)).toContainText(SECOND.description);
  await page.screenshot({ path: `${checkoutRoot}/out/screenshots/e2e/printing-choice.png` });

  const code = await receiveOne(page);
  await expect(intake.printState).toContainText(`Đã gửi tới máy in ${SECOND.description}`);
  const first = await readPaper(system, 1);
  expect(first).toContain(mainJobCitizen.name);
  expect(first).toContain(code);
  await expect.poll(() => readPrints(page)).toEqual([{ printer: SECOND.name, copies: 1, reprint: false }]);

  await page.keyboard.press('F9');
  const again = await readPaper(system, 2);
  expect(again).toContain(code);
  expect(again).not.toMatch(/In lại/iu);
  await expect.poll(async () => (await readPrints(page)).map(({ reprint }) => reprint)).toEqual([false, false]);

  await page.getByRole('button', { name: 'In thêm bản…' }).click();
  await page.screenshot({ path: `${checkoutRoot}/out/screenshots/e2e/printing-reprint.png` });
  await page.getByRole('button', { name: 'In bản này' }).click();
  expect(await readPaper(system, 3)).toMatch(/In lại/iu);
  await expect.poll(async () => (await readPrints(page)).map(({ reprint }) => reprint)).toEqual([false, false, true]);
  await running.close();

  const next = await start({ folders: place, env: system.env });
  await signIn(next.page);
  await expect(findPrinterButton(next.page)).toContainText(SECOND.description);
});

test('a printer that stands, is gone or cannot be reached is told in words, and nothing is recorded', async ({
  prints,
  folders,
  start,
}) => {
  const system = await prints();
  await system.addPrinter(FIRST.name, FIRST.description);
  await system.addPrinter(SECOND.name, SECOND.description);
  await system.command('/usr/sbin/cupsdisable', SECOND.name);
  const { page } = await start({ folders: await folders(null), env: system.env });
  const intake = openIntake(page);
  await signIn(page);
  await expect(findPrinterButton(page)).toContainText(FIRST.description);
  await page.keyboard.press('Alt+i');
  await expect(findPrinterButton(page)).toContainText(`Máy in đang tạm dừng: ${SECOND.description}`);
  await receiveOne(page);
  await expect(intake.printState).toContainText(
    `Máy in ${SECOND.description} đang tạm dừng. Đã lưu tệp Giay tiep nhan`,
  );
  expect(await readPrints(page)).toEqual([]);
  await page.screenshot({ path: `${checkoutRoot}/out/screenshots/e2e/printing-paused.png` });

  await system.command('/usr/sbin/cupsenable', SECOND.name);
  await page.keyboard.press('F9');
  await expect(intake.printState).toContainText(`Đã gửi tới máy in ${SECOND.description}`);
  expect(await readPaper(system, 1)).toContain(mainJobCitizen.name);

  await intake.next();
  await system.command('/usr/sbin/lpadmin', '-x', SECOND.name);
  // Nothing listens there: that queue takes a job and keeps it.
  await system.command('/usr/sbin/lpadmin', '-p', 'XA', '-E', '-v', 'socket://127.0.0.1:9');
  await receiveOne(page);
  await expect(intake.printState).toContainText(`Máy in ${SECOND.name} không còn trên máy này`);
  expect(await readPrints(page)).toHaveLength(1);

  await page.keyboard.press('Alt+i');
  await expect(findPrinterButton(page)).toContainText(FIRST.description);
  await page.keyboard.press('Alt+i');
  await expect(findPrinterButton(page)).toContainText('XA');
  await page.keyboard.press('F9');
  await expect(intake.printState).toContainText('còn chờ: máy in XA đang tắt hoặc mất kết nối', { timeout: 40_000 });
  await page.screenshot({ path: `${checkoutRoot}/out/screenshots/e2e/printing-waiting.png` });
});

async function buildTrueSlip(page: Page): Promise<ReceiptSlip> {
  const actions = (await readJournal(page)).flatMap(({ body }) => (body.kind === 'actions' ? body.actions : []));
  const received = actions.find(({ kind }) => kind === 'DossierReceived');
  if (received?.subject.type !== 'dossier') throw new Error('no reception');
  const dossierId = received.subject.id;
  const own = actions.filter(({ subject }) => subject.type === 'dossier' && subject.id === dossierId);
  const state = foldDossier({ dossierId, actions: own, receipts: new Map() });
  const packages = ['procedures', 'calendar', 'units'].map((name) =>
    referencePackageSchema.parse(JSON.parse(readFileSync(`${checkoutRoot}/build/packages/${name}.json`, 'utf8'))),
  );
  const reference = buildReference(packages, toLocalDay(received.at));
  if (!reference.ok) throw new Error(reference.error.kind);
  const procedure = reference.value.procedures.get(state.procedureCode ?? '');
  const unit = reference.value.units.get(state.receivingUnitId ?? '');
  if (!procedure || !unit) throw new Error('no rules');
  return buildReceiptSlipData(state, { unit, procedure, officerName: 'x', practice: true }) ?? failWithoutSlip();
}

function failWithoutSlip(): never {
  throw new Error('no slip');
}

test('main signs no slip that says something else than its journal, whatever the page asks', async ({
  folders,
  start,
}) => {
  const { page } = await start({ folders: await folders(null) });
  await signIn(page);
  await receiveOne(page);
  const slip = await buildTrueSlip(page);
  const ask = (asked: ReceiptSlip): Promise<unknown> =>
    page.evaluate(
      (order) =>
        (globalThis as unknown as PageWindow).desktop.print.printReceipt({ slip: order, printer: null, copies: 1 }),
      asked,
    );
  expect(await ask(slip)).toMatchObject({ ok: true });
  for (const [field, lie] of [
    ['code', { code: 'H41.26-261122-9999' }],
    ['dossierId', { dossierId: '01890000-0000-7000-8000-000000000001' }],
    ['procedureCode', { procedureCode: '9.999999' }],
    ['applicantName', { applicantName: 'Trần Văn Bảy' }],
    ['promisedAt', { promisedAt: (slip.promisedAt ?? 0) - 86_400_000 }],
    ['feeState', { feeState: slip.feeState === 'paid' ? 'due' : 'paid' }],
  ] as const) {
    expect(await ask({ ...slip, ...lie })).toEqual({ ok: false, error: { kind: 'slipDiffers', fields: [field] } });
  }
});
