import type { Page } from '@playwright/test';
import { practicePassword } from '../support/app-folders';
import { expect, test } from '../support/e2e-test';
import { openFrame } from '../support/pages/frame';
import { openIntake } from '../support/pages/intake-page';
import { officerPlaces, openUnlockPage } from '../support/pages/unlock-page';

/** The focus is somewhere and can be seen. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const ring = await page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    // Some widgets draw the ring on the box around the field.
    const boxes = [element, element.parentElement, element.closest('[data-focus-visible], [data-focus-within], label')];
    return boxes.some((box) => {
      if (box === null) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(box);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    });
  });
  expect(ring).toBe(true);
}

async function type(page: Page, text: string): Promise<void> {
  await expectVisibleFocus(page);
  await page.keyboard.type(text, { delay: 45 });
}

test('a dossier is received with the keyboard alone, typed by hand', async ({ folders, start }) => {
  const { page } = await start({ folders: await folders(null) });
  await page.evaluate(() => {
    const counted = globalThis as { qmcPresses?: number };
    counted.qmcPresses = 0;
    addEventListener('mousedown', () => (counted.qmcPresses = (counted.qmcPresses ?? 0) + 1), true);
  });
  await openUnlockPage(page).enter(officerPlaces.counter, practicePassword);
  await openFrame(page).rail.waitFor();
  const name = page.getByRole('textbox', { name: 'Họ và tên' });
  await name.waitFor();
  await expect(name).toBeFocused();
  await type(page, 'Trần Văn Bảy');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Số giấy tờ' })).toBeFocused();
  await type(page, '040080900123');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: /^Ngày sinh/u })).toBeFocused();
  await type(page, '15061980');
  await page.keyboard.press('Enter');
  const procedure = openIntake(page).procedure;
  for (
    let stops = 0;
    stops < 6 && !(await procedure.evaluate((field) => field === document.activeElement));
    stops += 1
  ) {
    await expectVisibleFocus(page);
    await page.keyboard.press('Enter');
  }
  await expect(procedure).toBeFocused();
  await type(page, '1.004873');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Tiếp nhận và in' })).toBeFocused();
  await expectVisibleFocus(page);
  await page.keyboard.press('Enter');
  await openIntake(page).readSavedCode();
  await expect(page.getByRole('button', { name: 'Người tiếp theo' })).toBeFocused();
  expect(await page.evaluate(() => (globalThis as { qmcPresses?: number }).qmcPresses)).toBe(0);
});

test('Esc never loses what was typed', async ({ folders, start }) => {
  const { page } = await start({ folders: await folders(null) });
  await openUnlockPage(page).enter(officerPlaces.counter, practicePassword);
  const name = page.getByRole('textbox', { name: 'Họ và tên' });
  await expect(name).toBeFocused();
  await type(page, 'Trần Văn Bảy');
  await page.keyboard.press('Enter');
  await type(page, '040080900123');
  await page.keyboard.press('Escape');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('Trần Văn Bảy');
  await expect(page.getByRole('textbox', { name: 'Số giấy tờ' })).toHaveValue('040080900123');
});
