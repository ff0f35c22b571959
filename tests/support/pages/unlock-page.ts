import type { Locator, Page } from '@playwright/test';

/** The screen before the work: who sits here, and the secret. */
export interface UnlockPageModel {
  readonly heading: Locator;
  readonly password: Locator;
  /** The line below the secret: what was wrong, or how long to wait. */
  readonly complaint: Locator;
  /** Chooses the n-th officer of the list (from 1) and types the password. */
  readonly signIn: (place: number, password: string) => Promise<void>;
  /** The opening step after a cold start. */
  readonly begin: () => Promise<void>;
  readonly openingGreeting: Locator;
  /** Cold start to the first screen of work. */
  readonly enter: (place: number, password: string) => Promise<void>;
}

/** Places of the officers in the list of the lock screen. */
export const officerPlaces = { counter: 1, postal: 2, supervisor: 3 } as const;

/** Drives the lock screen by keyboard alone. */
export function openUnlockPage(page: Page): UnlockPageModel {
  const password = page.getByRole('textbox', { name: 'Mật khẩu' });
  const beginButton = page.getByRole('button', { name: 'Bắt đầu tiếp nhận' });
  const signIn = async (place: number, secret: string): Promise<void> => {
    await password.waitFor();
    await page.keyboard.press(`Alt+${String(place)}`);
    await page.locator('input[type=password]:focus').waitFor();
    await typeSecret(page, secret);
    await page.keyboard.press('Enter');
  };
  const begin = async (): Promise<void> => {
    await beginButton.waitFor();
    await page.keyboard.press('Control+Enter');
    await beginButton.waitFor({ state: 'detached' });
  };
  return {
    heading: page.getByRole('heading', { name: 'Mở khóa', level: 1 }),
    password,
    complaint: page.locator('.field-error'),
    signIn,
    begin,
    openingGreeting: page.getByRole('heading', { name: /^Chào / }),
    enter: async (place, secret) => {
      await signIn(place, secret);
      await begin();
    },
  };
}

/** Between two keys of a person: machine speed would be taken for a scanner and thrown away. */
const HUMAN_GAP_MS = 60;

/** Types like a person. */
export async function typeSecret(page: Page, secret: string): Promise<void> {
  await page.keyboard.type(secret, { delay: HUMAN_GAP_MS });
}
