import { expect, type Locator, type Page } from '@playwright/test';

/** Numbers of the sync desk. */
export interface SyncFigures {
  readonly saved: number;
  readonly accepted: number;
  readonly waiting: number;
  readonly issues: number;
}

/** What waits, what the province took, what it said. */
export interface SyncDeskModel {
  readonly queue: Locator;
  readonly sendNow: () => Promise<void>;
  readonly figures: () => Promise<SyncFigures>;
  /** Waits until the figures are these. */
  readonly expectFigures: (expected: Partial<SyncFigures>, timeout?: number) => Promise<void>;
  /** A sentence about the line: what is wrong, what is safe. */
  readonly notice: (words: string | RegExp) => Locator;
}

const labels = {
  saved: 'Đã lưu hôm nay',
  accepted: 'Tỉnh đã nhận',
  waiting: 'Chờ gửi',
  issues: 'Tỉnh báo lại',
} as const;

/** Drives the sync desk, which must be open. */
export function openSyncDesk(page: Page): SyncDeskModel {
  const read = async (label: string): Promise<number> => {
    const term = page.locator('.sync-figure', { has: page.locator('dt', { hasText: new RegExp(`^${label}$`, 'u') }) });
    return Number.parseInt(await term.locator('dd').innerText(), 10);
  };
  const figures = async (): Promise<SyncFigures> => ({
    saved: await read(labels.saved),
    accepted: await read(labels.accepted),
    waiting: await read(labels.waiting),
    issues: await read(labels.issues),
  });
  return {
    queue: page.getByRole('grid', { name: 'Việc chờ gửi' }),
    sendNow: () => page.keyboard.press('Control+Enter'),
    figures,
    expectFigures: async (expected, timeout = 30_000) => {
      await expect.poll(figures, { timeout }).toMatchObject(expected);
    },
    notice: (words) => page.getByRole('main').getByText(words),
  };
}
