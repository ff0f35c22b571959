import type { Locator, Page } from '@playwright/test';
import { officerPlaces, openUnlockPage, typeSecret } from '../support/pages/unlock-page';
import { openFrame } from '../support/pages/frame';
import { practicePassword } from '../support/app-folders';
import { scanBurst } from '../support/scanner-burst';
import { cardPayload, mainJobCitizen } from '../support/citizen-cards';
import { expect, test } from '../support/e2e-test';
import type { RunningApp } from '../support/launch-app';

test.describe('lock screen', () => {
  test('wrong passwords make everybody wait, also after a restart', async ({ folders, start }) => {
    const place = await folders(null);
    const first = await start({ folders: place });
    const unlock = openUnlockPage(first.page);
    for (const left of [4, 3, 2, 1]) {
      await unlock.signIn(officerPlaces.counter, 'sai-mat-khau');
      await expect(unlock.complaint).toHaveText(`Mật khẩu không đúng, còn ${String(left)} lần thử.`);
    }
    await unlock.signIn(officerPlaces.counter, 'sai-mat-khau');
    await expect(unlock.complaint).toHaveText(/^Đã nhập sai nhiều lần\. Thử lại sau /u);
    await expect(unlock.password).toBeDisabled();
    await first.kill();

    const second = await start({ folders: place });
    const again = openUnlockPage(second.page);
    await expect(again.complaint).toHaveText(/^Đã nhập sai nhiều lần\. Thử lại sau /u);
    await expect(again.password).toBeDisabled();
  });

  test('a scan in the password box is thrown away and is no wrong try', async ({ folders, start }) => {
    const { page } = await start({ folders: await folders(null) });
    const unlock = openUnlockPage(page);
    await unlock.password.focus();
    for (let n = 0; n < 6; n += 1) {
      await scanBurst(page, cardPayload(mainJobCitizen));
      await expect(
        page.getByText('Đã bỏ nội dung quét trong ô mật khẩu. Lần này không tính là nhập sai.'),
      ).toBeVisible();
      await expect(unlock.password).toHaveValue('');
    }
    await expect(unlock.complaint).toHaveCount(0);
    await unlock.enter(officerPlaces.counter, practicePassword);
    await expect(openFrame(page).rail).toBeVisible();
  });

  test('locking clears the page, and another officer goes on', async ({ folders, start }) => {
    const running = await start({ folders: await folders(null) });
    await openUnlockPage(running.page).enter(officerPlaces.counter, practicePassword);
    await openFrame(running.page).go('settings');
    await running.lock();
    const unlock = openUnlockPage(running.page);
    await expect(unlock.heading).toBeVisible();
    await expect(running.page.getByText('Máy đang khóa. Việc đã lưu vẫn tiếp tục được gửi về tỉnh.')).toBeVisible();
    await unlock.signIn(officerPlaces.supervisor, practicePassword);
    await openFrame(running.page).go('supervision');
    await expect(running.page.getByText('Trần Quốc Bình')).toBeVisible();
  });

  test('the password is never shown and typing it like a person is no scan', async ({ folders, start }) => {
    const { page } = await start({ folders: await folders(null) });
    const unlock = openUnlockPage(page);
    await unlock.password.focus();
    await typeSecret(page, 'mot-hai-ba');
    await expect(unlock.password).toHaveAttribute('type', 'password');
    await expect(unlock.password).toHaveValue('mot-hai-ba');
  });
});

const pin = '135790';

/** Signs in, sets a PIN, and types half a name with the caret inside it. */
async function typeHalfAName(page: Page): Promise<Locator> {
  await openUnlockPage(page).enter(officerPlaces.counter, practicePassword);
  await openFrame(page).go('settings');
  await page.getByRole('textbox', { name: 'Mã PIN mới' }).focus();
  await typeSecret(page, pin);
  await page.getByRole('textbox', { name: 'Gõ lại mã PIN' }).focus();
  await typeSecret(page, pin);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã đặt mã PIN')).toBeVisible();
  await openFrame(page).go('intake');
  const name = page.getByRole('textbox', { name: 'Họ và tên' });
  await expect(name).toBeFocused();
  await page.keyboard.type('Trần Vă Bảy', { delay: 45 });
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft');
  return name;
}

async function openWithPin(page: Page): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Mã PIN (6 số)' });
  await expect(box).toBeFocused();
  await typeSecret(page, pin);
  await page.keyboard.press('Enter');
  await openFrame(page).rail.waitFor();
}

/** The word stands there, and the next letter goes where it would have gone. */
async function expectToGoOn(page: Page, name: Locator): Promise<void> {
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('Trần Vă Bảy');
  await page.keyboard.type('n', { delay: 45 });
  await expect(name).toHaveValue('Trần Văn Bảy');
  await page.keyboard.press('Backspace');
  await expect(name).toHaveValue('Trần Vă Bảy');
}

const waysToLock = {
  'the key': (running: RunningApp) => running.page.keyboard.press('Control+l'),
  'the button': (running: RunningApp) => running.page.getByRole('button', { name: 'Khóa máy' }).click(),
  'the system': (running: RunningApp) => running.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen')),
} as const;

for (const [by, lockApp] of Object.entries(waysToLock)) {
  test(`a half-typed word and the caret are back when ${by} locked in the middle of it`, async ({ folders, start }) => {
    const running = await start({ folders: await folders(null) });
    const { page } = running;
    const name = await typeHalfAName(page);
    let loads = 0;
    page.on('framenavigated', (frame) => (loads += frame.url().startsWith('app:') ? 1 : 0));
    // The last letter is typed at the very moment of the lock.
    await page.keyboard.press('x');
    await page.keyboard.press('Backspace');
    await lockApp(running);
    await openWithPin(page);
    await expectToGoOn(page, name);
    expect(loads).toBe(1);
  });
}

test('a half-typed word waits, under its writer’s name, for the next officer of the counter', async ({
  folders,
  start,
}) => {
  const running = await start({ folders: await folders(null) });
  const { page } = running;
  const name = await typeHalfAName(page);
  await running.lock();
  // Whoever locked has a PIN; the next one has not.
  await page.keyboard.press(`Alt+${String(officerPlaces.postal)}`);
  await expect(openUnlockPage(page).password).toBeFocused();
  await typeSecret(page, practicePassword);
  await page.keyboard.press('Enter');
  await openFrame(page).rail.waitFor();
  // Nobody stands unasked in a colleague's dossier, ready to receive it in the own name.
  await expect(name).toHaveValue('');
  await expect(page.getByText('Trần Vă Bảy').first()).toBeVisible();
  await expect(page.getByText('của Lê Thị Thu Hà').first()).toBeVisible();
});
