import { expect, type Locator, type Page } from '@playwright/test';
import { openFrame } from './frame';

/** Worklists, search and one dossier. */
export interface DossiersModel {
  /** Rows of the list on the screen. */
  readonly rows: Locator;
  /** Finds a dossier by what is typed into the search slot and opens it. */
  readonly openBySearch: (text: string) => Promise<void>;
  /** Name of the applicant of the open dossier. */
  readonly heading: Locator;
  readonly code: (code: string) => Locator;
  /** What the province has of it. */
  readonly syncSentence: Locator;
  readonly timeline: Locator;
}

/** Drives the dossiers screen. */
export function openDossiers(page: Page): DossiersModel {
  const rows = page.getByRole('grid', { name: /^(Danh sách hồ sơ|Kết quả tìm)/u }).getByRole('row');
  return {
    rows,
    openBySearch: async (text) => {
      await openFrame(page).search(text);
      await expect(rows.filter({ hasText: text })).toHaveCount(1);
      await page.getByRole('grid').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('list', { name: 'Các việc đã ghi' })).toBeVisible();
    },
    heading: page.getByRole('main').getByRole('heading', { level: 2 }).first(),
    code: (code) => page.getByRole('main').getByText(code).first(),
    syncSentence: page.getByRole('main').getByText(/^(Tỉnh đã nhận đủ|Đã lưu trên máy này)/u),
    timeline: page.getByRole('list', { name: 'Các việc đã ghi' }),
  };
}
