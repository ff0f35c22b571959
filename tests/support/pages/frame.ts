import { expect, type Locator, type Page } from '@playwright/test';

/** Screens of the rail, with the keys that open them. */
export const screens = {
  intake: { keys: 'Control+1', title: 'Tiếp nhận' },
  dossiers: { keys: 'Control+2', title: 'Hồ sơ' },
  supervision: { keys: 'Control+3', title: 'Theo dõi, đôn đốc' },
  sync: { keys: 'Control+4', title: 'Đồng bộ' },
  settings: { keys: 'Control+5', title: 'Cài đặt' },
  help: { keys: 'Control+6', title: 'Trợ giúp' },
} as const;

/** Name of a screen. */
export type ScreenName = keyof typeof screens;

/** What is the same on every screen. */
export interface FrameModel {
  readonly rail: Locator;
  readonly go: (screen: ScreenName) => Promise<void>;
  /** The one sentence at the bottom: "Đã lưu 1 · Tỉnh đã nhận 0 · Chờ 1". */
  readonly statusSentence: Locator;
  /** Types into the search slot like a person. */
  readonly search: (text: string) => Promise<void>;
}

/** Drives the frame by keyboard. */
export function openFrame(page: Page): FrameModel {
  const rail = page.getByRole('navigation', { name: 'Các phần việc' });
  return {
    rail,
    go: async (screen) => {
      await rail.waitFor();
      await page.keyboard.press(screens[screen].keys);
      await expect(page.getByRole('heading', { level: 1, name: screens[screen].title })).toBeVisible();
    },
    statusSentence: page.getByTitle('Xem chi tiết đồng bộ'),
    search: async (text) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(text, { delay: 60 });
      await page.keyboard.press('Enter');
    },
  };
}
