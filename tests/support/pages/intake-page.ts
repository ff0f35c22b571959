import { expect, type Locator, type Page } from '@playwright/test';
import { cardPayload, type CardText } from '../citizen-cards';
import { scanBurst } from '../scanner-burst';

/** Gap between two keys of a person. Faster typing is taken for a scanner. */
const HUMAN_GAP_MS = 45;

/** The intake screen, driven by keyboard and scanner alone. */
export interface IntakeModel {
  /** Name, sex, birth and masked number of whoever stands at the counter. */
  readonly person: Locator;
  readonly procedure: Locator;
  readonly warnings: Locator;
  readonly promised: Locator;
  readonly scanCard: (card: CardText) => Promise<void>;
  /** Types part of a procedure's name and takes the first hit with Enter. */
  readonly chooseProcedure: (typed: string, found: string) => Promise<void>;
  /** F4 twice: opens the scan panel and takes what lies in the folder; waits for so many pictures. */
  readonly scanPages: (count: number) => Promise<void>;
  /** Ctrl+Enter, without waiting. */
  readonly receive: () => Promise<void>;
  /** "Đã lưu …" of the dossier just received. */
  readonly savedSentence: Locator;
  /** What became of the slip. */
  readonly printState: Locator;
  /** Waits for "Đã lưu" and reads the code out of it. */
  readonly readSavedCode: () => Promise<string>;
  /** F7: the next citizen. */
  readonly next: () => Promise<void>;
}

/** Drives the intake screen, which must be open. */
export function openIntake(page: Page): IntakeModel {
  const person = page.getByRole('region', { name: 'Người nộp hồ sơ' });
  const procedure = page.getByRole('combobox', { name: 'Thủ tục' });
  const saved = page.getByRole('region', { name: 'Hồ sơ vừa tiếp nhận' });
  const savedSentence = saved.getByRole('heading', { name: /^Đã lưu/u });
  return {
    person,
    procedure,
    warnings: page.getByRole('list', { name: 'Điều cần xem lại' }),
    promised: page.getByText('Hẹn trả', { exact: true }).locator('xpath=following-sibling::*[1]'),
    scanCard: async (card) => {
      await scanBurst(page, cardPayload(card));
      await expect(person).toContainText(card.name);
    },
    chooseProcedure: async (typed, found) => {
      await procedure.focus();
      await page.keyboard.type(typed, { delay: HUMAN_GAP_MS });
      await expect(page.getByRole('option').first()).toContainText(found);
      await page.keyboard.press('Enter');
      await expect(procedure).toHaveValue(found);
    },
    scanPages: async (count) => {
      await page.keyboard.press('F4');
      const panel = page.getByRole('complementary', { name: 'Quét giấy tờ' });
      await expect(panel.getByText(/tệp đang chờ/u)).toBeVisible();
      await page.keyboard.press('F4');
      await expect(panel.getByRole('img')).toHaveCount(count);
      await expect(panel.getByRole('button', { name: 'Dừng quét' })).toHaveCount(0);
    },
    receive: () => page.keyboard.press('Control+Enter'),
    savedSentence,
    printState: saved.getByRole('status').last(),
    readSavedCode: async () => {
      await expect(savedSentence).toBeVisible();
      const sentence = await savedSentence.innerText();
      const code = /(?:mã|số tạm) (\S+)/u.exec(sentence)?.[1];
      if (code === undefined) throw new Error(`no code in “${sentence}”`);
      return code;
    },
    next: async () => {
      await page.keyboard.press('F7');
      await expect(page.getByRole('textbox', { name: 'Họ và tên' })).toHaveValue('');
      await expect(procedure).toHaveValue('');
    },
  };
}
