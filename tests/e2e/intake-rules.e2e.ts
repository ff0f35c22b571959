import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { practicePassword } from '../support/app-folders';
import { mainJobCitizen, numberedCitizen } from '../support/citizen-cards';
import { expect, test } from '../support/e2e-test';
import type { RunningApp } from '../support/launch-app';
import { dropPage } from '../support/page-image';
import { openFrame } from '../support/pages/frame';
import { openIntake } from '../support/pages/intake-page';
import { officerPlaces, openUnlockPage } from '../support/pages/unlock-page';
import { checkScreen, fitWindow } from '../support/screen-check';

/** Gap between two keys of a person. Faster typing is taken for a scanner. */
const HUMAN_GAP_MS = 45;

async function enter(running: RunningApp, place: number = officerPlaces.counter): Promise<void> {
  await fitWindow(running);
  await openUnlockPage(running.page).enter(place, practicePassword);
  await openFrame(running.page).rail.waitFor();
}

/** Counts the keys a person presses; names and free text are typed without counting. */
function countKeys(page: Page): {
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly free: (text: string) => Promise<void>;
  readonly count: () => number;
} {
  let count = 0;
  const type = (text: string): Promise<void> => page.keyboard.type(text, { delay: HUMAN_GAP_MS });
  return {
    press: async (...keys) => {
      for (const key of keys) {
        await page.keyboard.press(key);
        count += 1;
      }
    },
    type: async (text) => {
      count += text.length;
      await type(text);
    },
    free: type,
    count: () => count,
  };
}

/** The foot of the screen: it keeps its height, and nothing of the form lies under it. */
async function footHeight(page: Page): Promise<number> {
  const foot = page.locator('.page-actions');
  const column = page.locator('.page-scroll');
  const [below, above] = await Promise.all([foot.boundingBox(), column.boundingBox()]);
  if (!below || !above) throw new Error('no foot');
  expect(above.y + above.height).toBeLessThanOrEqual(below.y + 1);
  return below.height;
}

test('questions choose the papers, within the keys a counter has time for', async ({ folders, start }) => {
  const running = await start({ folders: await folders(null) });
  const { page } = running;
  await enter(running);
  const intake = openIntake(page);
  const table = page.getByRole('table', { name: 'Giấy tờ' });
  const foot = await footHeight(page);
  await intake.scanCard(mainJobCitizen);
  const keys = countKeys(page);
  await keys.type('ks');
  await expect(page.getByRole('option').first()).toContainText('Đăng ký khai sinh');
  await keys.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Họ và tên' }).last()).toBeFocused();
  await keys.free('Nguyễn Minh Anh');
  await keys.press('Enter');
  await keys.type('01112026');
  await keys.press('Enter', 'ArrowRight');
  const rowsBefore = await table.getByRole('row').count();
  const marriageRow = table.getByRole('row', { name: /đăng ký kết hôn/u });
  await expect(marriageRow).toContainText('tùy trả lời');
  const placeBefore = await marriageRow.boundingBox();
  await keys.press('F3');
  await expect(page.getByRole('radiogroup', { name: /quá 60 ngày/u })).toBeVisible();
  await checkScreen(running, 'intake-questions');
  await keys.press('2', '1', '2');
  await expect(page.getByRole('button', { name: 'Xong', exact: true })).toBeFocused();
  await expect(page.getByRole('radio', { name: 'Đúng hạn' })).toBeChecked();
  expect(await table.getByRole('row').count()).toBe(rowsBefore);
  expect(await marriageRow.boundingBox()).toEqual(placeBefore);
  await expect(table.getByRole('row', { name: /ủy quyền/u })).toContainText('không cần');
  await keys.press('Enter');
  expect(await footHeight(page)).toBe(foot);
  await checkScreen(running, 'intake-birth');
  await page.keyboard.press('F8');
  await expect(page.getByText('Quy trình nội bộ')).toBeVisible();
  await checkScreen(running, 'intake-trace');
  await page.keyboard.press('Escape');
  await keys.press('Control+Enter');
  await intake.readSavedCode();
  expect(keys.count()).toBeLessThanOrEqual(45);
  await checkScreen(running, 'intake-rules-saved');
});

test('a paper held already is taken over with one key, together with the reception', async ({ folders, start }) => {
  const running = await start({ folders: await folders(null) });
  const { page } = running;
  await enter(running);
  const intake = openIntake(page);
  await intake.scanCard(mainJobCitizen);
  const keys = countKeys(page);
  await keys.type('tthn');
  await expect(page.getByRole('option').first()).toContainText('Xác nhận tình trạng hôn nhân');
  await keys.press('Enter', 'F3', '1', '2', '2', 'Enter');
  const verdict = page.getByRole('row', { name: /Bản án, quyết định ly hôn/u });
  await expect(verdict).toContainText('chưa quét');
  // Scanned under the verdict itself, from its own row.
  await dropPage(running.folders.scan, 'ban-an.png', 2);
  await verdict.getByRole('button', { name: /Quét/u }).press('Enter');
  const panel = page.getByRole('complementary', { name: 'Quét giấy tờ' });
  await expect(panel.getByText(/tệp đang chờ/u)).toBeVisible();
  await page.keyboard.press('F4');
  await expect(verdict).toContainText('1 trang');
  await keys.press('Control+Enter');
  await intake.readSavedCode();
  expect(keys.count()).toBeLessThanOrEqual(25);
  await page.keyboard.press('F6');
  await expect(intake.procedure).toHaveValue('');
  await page.keyboard.type('tthn', { delay: HUMAN_GAP_MS });
  await expect(page.getByRole('option').first()).toContainText('Xác nhận tình trạng hôn nhân');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F3');
  await page.keyboard.press('1');
  await expect(verdict).toContainText('đã có, dùng lại');
  await page.keyboard.press('Escape');
  await checkScreen(running, 'intake-reuse-offer');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('textbox', { name: 'Lý do nộp lại' })).toBeFocused();
  await checkScreen(running, 'intake-guard');
  await page.keyboard.press('Alt+r');
  await expect(verdict).toContainText('dùng lại bản');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
  const code = await intake.readSavedCode();
  await page.keyboard.press('Alt+o');
  await expect(page.getByText(code).filter({ visible: true }).first()).toBeVisible();
  await expect(
    page.getByText('Bản án, quyết định ly hôn đã có hiệu lực').filter({ visible: true }).first(),
  ).toBeVisible();
  await checkScreen(running, 'intake-reused-dossier');
});

test('fees follow pages, waiver and postage; people and addresses have their panels', async ({ folders, start }) => {
  const running = await start({ folders: await folders(null) });
  const { page } = running;
  await enter(running);
  const intake = openIntake(page);
  await intake.scanCard(numberedCitizen(2));
  const keys = countKeys(page);
  const height = await footHeight(page);
  await keys.type('cts');
  await expect(page.getByRole('option').first()).toContainText('Chứng thực bản sao');
  await keys.press('Enter');
  await keys.type('4');
  await keys.press('Enter');
  await keys.type('3');
  const foot = page.locator('.page-actions');
  await expect(foot).toContainText('18.000 đ');
  expect(await footHeight(page)).toBe(height);
  const counted = keys.count();
  await page.keyboard.press('Alt+p');
  const panel = page.getByRole('complementary', { name: 'Phí, miễn giảm, cước' });
  await expect(panel).toBeVisible();
  await page.getByRole('button', { name: /Miễn, giảm phí/u }).press('Enter');
  await page.getByRole('option', { name: 'Trường hợp khác, ghi căn cứ' }).press('Enter');
  await page.getByRole('textbox', { name: 'Căn cứ miễn, giảm' }).focus();
  await page.keyboard.type('NQ 12/2024/NQ-HĐND', { delay: HUMAN_GAP_MS });
  await page.keyboard.press('Enter');
  await page.keyboard.type('50', { delay: HUMAN_GAP_MS });
  await page.keyboard.press('Enter');
  await page.keyboard.type('Giấy xác nhận hộ nghèo số 7', { delay: HUMAN_GAP_MS });
  await page.keyboard.press('Enter');
  await page.keyboard.type('25000', { delay: HUMAN_GAP_MS });
  await expect(foot).toContainText('34.000 đ');
  await expect(foot).toContainText('NQ 12/2024');
  expect(await footHeight(page)).toBe(height);
  await checkScreen(running, 'intake-money');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+g');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Chủ hồ sơ thứ 2' })).toBeVisible();
  await checkScreen(running, 'intake-people');
  await page.getByRole('button', { name: /Bỏ người này/u }).press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F2');
  await page.keyboard.press('Alt+d');
  await expect(page.getByRole('combobox', { name: /Xã, phường/u })).toBeFocused();
  await page.keyboard.type('thanh', { delay: HUMAN_GAP_MS });
  await expect(page.getByRole('option').first()).toBeVisible();
  // The open list hides the rest from assistive technology, and a change of zoom would close it.
  await page.screenshot({ path: 'out/screenshots/e2e/intake-address.png' });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Địa chỉ' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await intake.readSavedCode();
  expect(counted + 1).toBeLessThanOrEqual(12);
  await expect(page.getByRole('region', { name: 'Hồ sơ vừa tiếp nhận' })).toContainText('34.000 đ, đã thu');
});

test('guidance before reception is numbered, and its draft becomes the dossier', async ({ folders, start }) => {
  const running = await start({ folders: await folders(null) });
  const { page } = running;
  await enter(running);
  const intake = openIntake(page);
  await intake.scanCard(mainJobCitizen);
  await page.keyboard.type('tthn', { delay: HUMAN_GAP_MS });
  await expect(page.getByRole('option').first()).toContainText('Xác nhận tình trạng hôn nhân');
  await page.keyboard.press('Enter');
  const keys = countKeys(page);
  await keys.press('Alt+h', '1');
  await expect(page.getByRole('button', { name: /Ghi hướng dẫn/u })).toBeVisible();
  await checkScreen(running, 'intake-guidance');
  await keys.press('Control+Enter');
  await expect(page.getByRole('heading', { name: /^Đã ghi hướng dẫn/u })).toBeVisible();
  expect(keys.count()).toBeLessThanOrEqual(8);
  await checkScreen(running, 'intake-guided');
  await page.keyboard.press('F7');
  await expect(intake.procedure).toHaveValue('');
  await page.getByRole('button', { name: /Nhập tiếp/u }).press('Enter');
  await expect(intake.procedure).toHaveValue('Xác nhận tình trạng hôn nhân');
  await page.keyboard.press('Control+Enter');
  await intake.readSavedCode();
  await page.keyboard.press('F6');
  await page.keyboard.type('tthn', { delay: HUMAN_GAP_MS });
  await expect(page.getByRole('option').first()).toContainText('Xác nhận tình trạng hôn nhân');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+h');
  await page.getByRole('radio', { name: /mẫu 03/u }).press('Space');
  await page.getByRole('textbox', { name: 'Căn cứ pháp lý của việc từ chối' }).focus();
  await page.keyboard.type('Điều 5 NĐ 118/2025/NĐ-CP', { delay: HUMAN_GAP_MS });
  await checkScreen(running, 'intake-refusal');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: /^Đã ghi từ chối tiếp nhận/u })).toBeVisible();
});

/** What has the focus is in view and nothing lies over it: not the foot, not a notice. */
async function expectFocusInView(page: Page): Promise<void> {
  const isSeen = await page.evaluate(() => {
    const focused = document.activeElement;
    // A radio's own input is hidden; its box is what is seen.
    const shown = focused instanceof HTMLInputElement && focused.type !== 'text' ? focused.closest('label') : focused;
    if (!shown) return false;
    const { left, top, width, height } = shown.getBoundingClientRect();
    const over = document.elementFromPoint(left + Math.min(width / 2, 20), top + height / 2);
    return over !== null && (shown.contains(over) || over.contains(shown));
  });
  expect(isSeen).toBe(true);
}

test('at 200 % every panel comes into view, clear of the foot', async ({ folders, start }) => {
  const running = await start({ folders: await folders(null) });
  const { page } = running;
  await enter(running);
  const intake = openIntake(page);
  await intake.scanCard(mainJobCitizen);
  await running.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2);
  });
  await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(2);
  await page.keyboard.type('ks', { delay: HUMAN_GAP_MS });
  await expect(page.getByRole('option').first()).toContainText('Đăng ký khai sinh');
  await page.keyboard.press('Enter');
  const panels = [
    ['F3', 'Hỏi dân'],
    ['Alt+g', 'Người trong hồ sơ'],
    ['Alt+p', 'Phí, miễn giảm, cước'],
    ['Alt+h', 'Không tiếp nhận lần này'],
  ] as const;
  for (const [key, name] of panels) {
    await page.keyboard.press(key);
    const panel = page.getByRole('complementary', { name });
    await expect(panel).toBeVisible();
    await expect.poll(() => panel.evaluate((node) => node.contains(document.activeElement))).toBe(true);
    await expectFocusInView(page);
    // The window itself never scrolls: rail and status stay where they are.
    expect(await page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0);
    // Until it is painted so.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
    );
    const picture = await running.app.evaluate(async ({ BrowserWindow }) => {
      const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
      return image?.toPNG().toString('base64') ?? '';
    });
    await writeFile(`out/screenshots/e2e/intake-200-${key.replace('+', '')}.png`, Buffer.from(picture, 'base64'));
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
  }
});
