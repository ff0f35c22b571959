import { expect, type Locator, type Page } from '@playwright/test';

/** The reports of the supervision screen. */
export interface ReportsModel {
  readonly openTab: () => Promise<void>;
  /** Entries of the list, by their visible text. */
  readonly entries: Locator;
  /** Takes a report from the list. */
  readonly take: (title: string) => Promise<void>;
  /** Makes it and waits until its first table is there. */
  readonly make: () => Promise<void>;
  readonly grid: Locator;
  /** Figures of the table on the screen with dossiers behind them. */
  readonly figures: Locator;
  readonly back: () => Promise<void>;
  /** Exports what is on the screen and gives the names of the files. */
  readonly exportAll: () => Promise<readonly string[]>;
}

/** Drives the reports; the supervision screen must be open. */
export function openReports(page: Page): ReportsModel {
  const entries = page.getByRole('listbox', { name: 'Các báo cáo' }).getByRole('option');
  const grid = page.getByRole('grid', { name: /^Bảng /u });
  return {
    entries,
    grid,
    figures: grid.locator('button.report-figure'),
    openTab: async () => {
      await page.getByRole('tab', { name: 'Báo cáo' }).click();
      await expect(entries.first()).toBeVisible();
    },
    take: async (title) => {
      await entries.filter({ has: page.getByText(title, { exact: true }) }).click();
      await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
    },
    make: async () => {
      await page.keyboard.press('Control+Enter');
      await expect(grid).toBeVisible({ timeout: 60_000 });
    },
    back: async () => {
      await page.keyboard.press('Escape');
      await expect(entries.first()).toBeVisible();
    },
    exportAll: async () => {
      await page.keyboard.press('Alt+e');
      const notice = page.getByRole('status').filter({ hasText: 'Đã kết xuất vào' });
      await expect(notice).toBeVisible({ timeout: 120_000 });
      const text = (await notice.locator('p.tabular').textContent()) ?? '';
      return text.split(' · ');
    },
  };
}
