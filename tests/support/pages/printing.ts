import { expect, type Locator, type Page } from '@playwright/test';

/** What the intake screen says of the printer beside "Tiếp nhận và in". */
export function findPrinterButton(page: Page): Locator {
  return page.locator('.page-actions [aria-keyshortcuts="Alt+I"]');
}

/** The form that prints papers of the open dossier. */
export interface PrintFormsModel {
  readonly panel: Locator;
  /** The paper that is chosen now. */
  readonly chosen: Locator;
  readonly choose: (name: string) => Promise<void>;
  /** Chooses in any list of the form. */
  readonly pick: (label: string, option: string) => Promise<void>;
  readonly print: () => Promise<void>;
}

/** Opens it with its key. */
export async function openPrintForms(page: Page): Promise<PrintFormsModel> {
  await page.keyboard.press('Alt+i');
  const panel = page.getByRole('group', { name: /^In (giấy hẹn, )?biểu mẫu$/u });
  const field = (label: string): Locator => panel.getByRole('button', { name: new RegExp(`${label}$`, 'u') });
  await expect(field('Biểu mẫu')).toBeVisible();
  const pick = async (label: string, option: string): Promise<void> => {
    await field(label).click();
    await page.getByRole('option', { name: option }).click();
    await expect(field(label)).toContainText(option);
  };
  return {
    panel,
    chosen: field('Biểu mẫu'),
    choose: (name) => pick('Biểu mẫu', name),
    pick,
    print: () => page.keyboard.press('Control+Enter'),
  };
}
