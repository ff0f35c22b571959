import type { Locator, Page } from '@playwright/test';

/** What the intake screen says of the printer beside "Tiếp nhận và in". */
export function findPrinterButton(page: Page): Locator {
  return page.locator('.page-actions [aria-keyshortcuts="Alt+I"]');
}
