import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { practiceOfficers, practicePassword } from '../support/app-folders';
import { mainJobCitizen, type CardText } from '../support/citizen-cards';
import { readSyncStatus } from '../support/desktop-bridge';
import type { RunningApp } from '../support/launch-app';
import { dropPage } from '../support/page-image';
import { openDossiers } from '../support/pages/dossiers-page';
import { openFrame } from '../support/pages/frame';
import { openIntake } from '../support/pages/intake-page';
import { openSupervision } from '../support/pages/supervision-page';
import { openSyncDesk } from '../support/pages/sync-desk-page';
import { officerPlaces, openUnlockPage } from '../support/pages/unlock-page';
import { waitForOpening, waitForScreen } from './wait-for-screen';

/** A step of the job with the time a person would have waited for it. */
export interface JobStep {
  readonly name: string;
  readonly ms: number;
}

/** What the job was done with and what came of it. */
export interface JobRecord {
  readonly citizen: CardText;
  readonly dossierCode: string;
  /** What the screen said after saving. */
  readonly savedSentence: string;
  /** What the screen said of the slip. */
  readonly printSentence: string;
  readonly steps: readonly JobStep[];
}

/** Tells what is being done. */
export type Tell = (line: string) => void;

/** The procedure of the job: three working days, so that receiving and returning are different days. */
export const mainJobProcedure = { typed: 'tinh trang hon nhan', name: 'Xác nhận tình trạng hôn nhân' } as const;

/** The print queue of the job, where there is one. */
export const mainJobPrinter = { name: 'QUAY_1_A4', description: 'Quầy 1 - Máy in A4' } as const;

/**
 * The main job through the real user interface, by keyboard and scanner: unlock, card, procedure, one page from the
 * folder, receive, print, the province accepts, open the dossier, export the day's register.
 */
export async function performMainJob(
  running: RunningApp,
  options: { readonly screenshots: string; readonly tell: Tell },
): Promise<JobRecord> {
  const { page, folders } = running;
  const steps: JobStep[] = [];
  await mkdir(options.screenshots, { recursive: true });
  const step = async (name: string, screen: string, work: () => Promise<void>): Promise<void> => {
    const start = performance.now();
    await work();
    const ms = Math.round(performance.now() - start);
    steps.push({ name, ms });
    const file = `${String(steps.length).padStart(2, '0')}-${screen}.png`;
    await page.screenshot({ path: join(options.screenshots, file) });
    options.tell(`${name}: ${String(ms)} ms`);
  };
  const frame = openFrame(page);
  const intake = openIntake(page);
  const dossiers = openDossiers(page);
  const found = { code: '', saved: '', printed: '' };

  const unlock = openUnlockPage(page);
  await step('lock screen', 'lock', () => unlock.password.waitFor());
  await step('unlock', 'opening', async () => {
    await unlock.signIn(officerPlaces.counter, practicePassword);
    await waitForOpening(page, unlock.openingGreeting);
  });
  await step('begin', 'intake', async () => {
    await unlock.begin();
    await waitForIntake(page);
  });
  await step('codes from the province', 'intake-ready', async () => {
    await waitForCodes(running);
    await waitForIntake(page);
  });
  await step('card', 'card', () => intake.scanCard(mainJobCitizen));
  await step('procedure', 'procedure', () => intake.chooseProcedure(mainJobProcedure.typed, mainJobProcedure.name));
  await dropPage(folders.scan, 'to-khai.png', 1);
  await step('scan one page', 'scan', () => intake.scanPages(1));
  await step('receive', 'saved', async () => {
    await intake.receive();
    found.code = await intake.readSavedCode();
    found.saved = await intake.savedSentence.innerText();
  });
  await step('print', 'printed', async () => {
    await expect(intake.printState).toContainText(/^(Đã gửi tới máy in|Máy này chưa có máy in)/u, { timeout: 30_000 });
    found.printed = await intake.printState.innerText();
  });
  await step('province accepts', 'accepted', async () => {
    await expect(intake.savedSentence).toContainText('tỉnh đã nhận', { timeout: 30_000 });
    await expect.poll(async () => (await readSyncStatus(page)).waiting, { timeout: 30_000 }).toBe(0);
  });
  await step('dossier', 'dossier', async () => {
    await page.keyboard.press('Alt+o');
    await expect(dossiers.heading).toHaveText(mainJobCitizen.name);
    await expect(dossiers.syncSentence).toContainText('Tỉnh đã nhận đủ');
  });
  await step('list of dossiers', 'dossiers', async () => {
    await page.keyboard.press('Escape');
    await expect(dossiers.rows.filter({ hasText: found.code })).toHaveCount(1);
  });
  await step('sync desk', 'sync', async () => {
    await frame.go('sync');
    await waitForScreen(page, 'sync', page.getByRole('main').getByRole('tablist'));
    await openSyncDesk(page).expectFigures({ saved: 1, accepted: 1, waiting: 0, issues: 0 });
  });
  await exportAsSupervisor(running, { code: found.code, step });
  const { code: dossierCode, saved: savedSentence, printed: printSentence } = found;
  return { citizen: mainJobCitizen, dossierCode, savedSentence, printSentence, steps };
}

/** An empty intake, ready for a citizen. */
async function waitForIntake(page: RunningApp['page']): Promise<void> {
  const intake = openIntake(page);
  await waitForScreen(page, 'intake', intake.person.getByRole('textbox', { name: 'Họ và tên' }));
  await expect(intake.procedure).toBeVisible();
}

/** Without a code the dossier would get a temporary number, which is another story. */
async function waitForCodes(running: RunningApp): Promise<void> {
  await expect
    .poll(async () => (await readSyncStatus(running.page)).codesLeft.today, { timeout: 30_000 })
    .toBeGreaterThan(0);
}

async function exportAsSupervisor(
  running: RunningApp,
  {
    code,
    step,
  }: {
    readonly code: string;
    readonly step: (name: string, screen: string, work: () => Promise<void>) => Promise<void>;
  },
): Promise<void> {
  const { page } = running;
  const supervision = openSupervision(page);
  await step('lock', 'locked', () => running.lock());
  await step('supervisor unlocks', 'supervisor', async () => {
    await openUnlockPage(page).signIn(officerPlaces.supervisor, practicePassword);
    await expect(page.getByText(practiceOfficers.supervisor.name)).toBeVisible();
    // Another officer begins at the first screen, not where the counter stood.
    await waitForIntake(page);
  });
  await step('supervision', 'supervision', async () => {
    await openFrame(page).go('supervision');
    await waitForScreen(page, 'supervision', supervision.dueRows.first());
    await expect(supervision.dueRows.filter({ hasText: code })).toHaveCount(1);
  });
  await step('register of the day', 'register', async () => {
    await supervision.openRegister();
    await expect(supervision.registerRows.filter({ hasText: code })).toHaveCount(1);
  });
  await step('export', 'exported', () => supervision.exportRegister());
}
