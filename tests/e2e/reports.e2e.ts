import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from '@playwright/test';
import { toLocalDay } from '../../shared/base/time';
import { listAllowedReports } from '../../shared/reports/report-catalogue';
import { permissionSets } from '../../shared/domain/permissions';
import { sayVi } from '../../shared/text/message';
import { practicePassword } from '../support/app-folders';
import { checkoutRoot } from '../support/electron-path';
import { expect, test } from '../support/e2e-test';
import { openFrame } from '../support/pages/frame';
import { openReports } from '../support/pages/reports-page';
import { officerPlaces, openUnlockPage } from '../support/pages/unlock-page';
import { checkScreen, fitWindow } from '../support/screen-check';
import { seedCashCount, seedDossiers, seedShift } from '../support/seed-dossiers';

const pictures = join(checkoutRoot, 'out/screenshots/reports');

async function seedOffice(page: Page, dossiers: number): Promise<void> {
  const place = { unitId: 'H41.26', counterId: 'quay-1', day: toLocalDay(Date.now()) };
  await seedShift(page, place);
  await seedDossiers(page, dossiers);
  await seedCashCount(page, place);
}

/** Numbers of the data rows of a sheet of II.06a, by the column numbers of the form. */
async function readResultRows(file: string): Promise<readonly (readonly number[])[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await readFile(file)) as unknown as ExcelJS.Buffer);
  const rows: number[][] = [];
  book.worksheets[0]?.eachRow((row) => {
    const values = Array.from({ length: 13 }, (_, index) => row.getCell(index + 1).value);
    const figures = values.slice(2).filter((value) => typeof value === 'number');
    if (figures.length === 11) rows.push(figures);
  });
  return rows;
}

test('a supervisor makes every report of the list, looks behind a figure and takes files away', async ({
  folders,
  start,
}) => {
  test.setTimeout(600_000);
  await mkdir(pictures, { recursive: true });
  const running = await start({ folders: await folders(null) });
  const { page } = running;
  await fitWindow(running);
  await openUnlockPage(page).enter(officerPlaces.counter, practicePassword);
  await openFrame(page).rail.waitFor();
  await seedOffice(page, 60);
  await running.lock();
  await openUnlockPage(page).signIn(officerPlaces.supervisor, practicePassword);
  await openFrame(page).go('supervision');
  const reports = openReports(page);
  await reports.openTab();
  await checkScreen(running, 'reports-list');
  const entries = listAllowedReports(permissionSets.supervisor);
  await expect(reports.entries).toHaveCount(entries.length);
  const files = new Map<string, readonly string[]>();
  for (const entry of entries) {
    if (entry.id === 'register' || entry.id === 'addendum') continue;
    await reports.take(sayVi(entry.title));
    if (entry.id === 'serviceIndex') {
      await page.keyboard.press('Alt+g');
      await page.getByRole('textbox', { name: /^Tỷ lệ giả định của 1\.1/u }).fill('95');
      await page.getByRole('textbox', { name: /^Tỷ lệ nếu đạt của 3\.3/u }).fill('50');
      await checkScreen(running, 'reports-assumptions');
      await page.getByRole('dialog').getByRole('button', { name: /^Xong/u }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await reports.make();
    await page.screenshot({ path: join(pictures, `${entry.id}.png`) });
    const tables = page.getByRole('radio');
    for (let no = 1; no < (await tables.count()); no += 1) {
      await tables.nth(no).click();
      await expect(reports.grid).toBeVisible();
      await page.screenshot({ path: join(pictures, `${entry.id}-${String(no)}.png`) });
    }
    files.set(entry.id, await reports.exportAll());
    await reports.back();
  }
  const exportsFolder = running.folders.exports;
  // To be looked at afterwards: the folders of a test are removed with it.
  await cp(exportsFolder, join(checkoutRoot, 'out/exports-reports'), { recursive: true });
  const resultFile = files.get('procedureResults')?.find((name) => name.endsWith('.xlsx')) ?? '';
  const rows = await readResultRows(join(exportsFolder, resultFile));
  expect(rows.length).toBeGreaterThan(2);
  for (const [c3 = 0, c4 = 0, c5 = 0, c6 = 0, c7 = 0, c8 = 0, c9 = 0, c10 = 0, c11 = 0, c12 = 0, c13 = 0] of rows) {
    expect([c3, c7, c11, c3]).toEqual([c4 + c5 + c6, c8 + c9 + c10, c12 + c13, c7 + c11]);
  }
  expect(rows.at(-1)?.[0]).toBe(60);
  for (const names of files.values()) {
    expect(names.map((name) => name.split('.').at(-1))).toEqual(expect.arrayContaining(['xlsx', 'pdf', 'csv']));
    for (const name of names.filter((one) => one.endsWith('.csv'))) {
      expect([...(await readFile(join(exportsFolder, name))).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    }
  }
  await reports.take('Tình hình, kết quả giải quyết thủ tục hành chính');
  await reports.make();
  await checkScreen(running, 'reports-results');
  const figure = reports.figures.first();
  const count = Number(await figure.textContent());
  await figure.click();
  const behind = page.getByRole('grid', { name: /^Hồ sơ của/u });
  await expect(behind).toHaveAttribute('aria-rowcount', String(count + 1));
  await checkScreen(running, 'reports-behind');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Hồ sơ' })).toBeVisible();
  await openFrame(page).go('supervision');
  await expect(behind).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(reports.grid).toBeFocused();
  await reports.back();
  await openFrame(page).go('settings');
  await page.getByText('English', { exact: true }).click();
  await page.keyboard.press('Control+3');
  await page.getByRole('tab', { name: 'Reports' }).click();
  await page.getByRole('option').filter({ hasText: 'Estimate of the service index' }).click();
  await page.keyboard.press('Control+Enter');
  const english = page.getByRole('grid', { name: 'Table Index 766' });
  await expect(english.getByText('2.1 Dossiers on time')).toBeVisible({ timeout: 60_000 });
  await checkScreen(running, 'reports-english');
});

test('a counter officer makes the cash sheet of the own counter and no report of the unit', async ({
  folders,
  start,
}) => {
  const running = await start({ folders: await folders(null) });
  const { page } = running;
  await fitWindow(running);
  await openUnlockPage(page).enter(officerPlaces.counter, practicePassword);
  await openFrame(page).rail.waitFor();
  await seedOffice(page, 9);
  await openFrame(page).go('supervision');
  const reports = openReports(page);
  await expect(reports.entries).toHaveCount(2);
  await reports.take('Bảng kê nộp tiền');
  await reports.make();
  await expect(reports.grid.getByText('Lê Thị Thu Hà').first()).toBeVisible();
  await checkScreen(running, 'reports-cash');
  await expect(page.getByRole('button', { name: /^Quầy/u })).not.toContainText('Tất cả');
});
