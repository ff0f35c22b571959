import { expect, type Locator, type Page } from '@playwright/test';

/** The due board and the daily register. */
export interface SupervisionModel {
  readonly dueRows: Locator;
  readonly openRegister: () => Promise<void>;
  readonly registerRows: Locator;
  /** Exports the register of the day on the screen and waits for the sentence that says where it lies. */
  readonly exportRegister: () => Promise<void>;
}

/** Drives the supervision screen, which must be open. */
export function openSupervision(page: Page): SupervisionModel {
  return {
    openRegister: async () => {
      const tab = page.getByRole('tab', { name: 'Sổ theo dõi ngày' });
      await tab.click();
      await expect(tab).toHaveAttribute('aria-selected', 'true');
    },
    dueRows: page.getByRole('grid', { name: /^Hồ sơ theo hạn/u }).getByRole('row'),
    registerRows: page.getByRole('grid', { name: /^Sổ theo dõi hồ sơ ngày/u }).getByRole('row'),
    exportRegister: async () => {
      const button = page.getByRole('button', { name: /^Kết xuất xlsx và pdf/u });
      await expect(button).toBeEnabled();
      await page.keyboard.press('Alt+e');
      await expect(page.getByText(/^Đã kết xuất vào/u)).toBeVisible({ timeout: 30_000 });
    },
  };
}
