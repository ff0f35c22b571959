import { officerPlaces, openUnlockPage, typeSecret } from '../support/pages/unlock-page';
import { openFrame } from '../support/pages/frame';
import { practicePassword } from '../support/app-folders';
import { scanBurst } from '../support/scanner-burst';
import { cardPayload, mainJobCitizen } from '../support/citizen-cards';
import { expect, test } from '../support/e2e-test';

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
