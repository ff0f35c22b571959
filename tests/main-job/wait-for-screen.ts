import { expect, type Locator, type Page } from '@playwright/test';
import { screens, type ScreenName } from '../support/pages/frame';

/**
 * Waits until a screen itself stands there: its heading, the first thing a person works with, and nothing that still
 * loads. A picture or a time taken before that would show the frame alone.
 */
export async function waitForScreen(page: Page, screen: ScreenName, firstThing: Locator): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: screens[screen].title, exact: true })).toBeVisible();
  await expect(firstThing).toBeVisible();
  await waitForQuiet(page);
}

/** The opening step: greeting, and its counts counted. */
export async function waitForOpening(page: Page, greeting: Locator): Promise<void> {
  await expect(greeting).toBeVisible();
  await expect(page.getByText('Đang đếm', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Bắt đầu tiếp nhận' })).toBeVisible();
  await waitForQuiet(page);
}

async function waitForQuiet(page: Page): Promise<void> {
  await expect(page.locator('.ui-skeleton')).toHaveCount(0);
  await expect(page.locator('main [aria-busy=true]')).toHaveCount(0);
}
