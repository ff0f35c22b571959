import type { Locator, Page } from '@playwright/test';
import { practicePassword } from '../support/app-folders';
import { cardPayload, mainJobCitizen, numberedCitizen } from '../support/citizen-cards';
import { expect, test } from '../support/e2e-test';
import { openFrame } from '../support/pages/frame';
import { openIntake } from '../support/pages/intake-page';
import { officerPlaces, openUnlockPage } from '../support/pages/unlock-page';
import { scanBurst } from '../support/scanner-burst';

const junk = '04001234567890ABC';

async function openCounter(page: Page): Promise<void> {
  await openUnlockPage(page).enter(officerPlaces.counter, practicePassword);
  await openFrame(page).rail.waitFor();
}

const readField = (field: Locator): Promise<unknown> =>
  field.evaluate((box) => {
    if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) return box.textContent;
    return [box.value, box.selectionStart, box.selectionEnd, box === document.activeElement];
  });

async function select(field: Locator, from: number, to: number): Promise<void> {
  await field.focus();
  await field.evaluate(
    (box, [start, end]) => {
      if (box instanceof HTMLInputElement) box.setSelectionRange(start, end);
    },
    [from, to] as const,
  );
}

/** The hand needs its time from the keys to the scanner. */
const reachForScanner = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => setTimeout(done, 320)));

/** Scans something nobody knows, and finds the field and the screen as they were. */
async function expectUntouched(page: Page, field: Locator, gap?: number): Promise<void> {
  const before = await readField(field);
  await reachForScanner(page);
  await scanBurst(page, junk, gap === undefined ? {} : { gap });
  const notice = page.getByText('Không nhận ra nội dung quét');
  await expect(notice).toBeVisible();
  await expect(page.getByText(`Đã quét: ${junk}.`, { exact: false })).toBeVisible();
  expect(await readField(field)).toEqual(before);
  await page.locator('.ui-over').getByRole('button', { name: 'Ẩn' }).click();
  await expect(notice).toHaveCount(0);
  await field.focus();
}

test('a scan nobody knows leaves every kind of field as it was', async ({ folders, start }) => {
  const { page } = await start({ folders: await folders(null) });
  await openCounter(page);
  const intake = openIntake(page);
  const box = (name: string | RegExp): Locator => page.getByRole('textbox', { name });
  await test.step('empty field', () => expectUntouched(page, box('Họ và tên')));
  await test.step('typed text, caret in its middle', async () => {
    await page.keyboard.type('Trần Văn Bảy', { delay: 45 });
    await select(box('Họ và tên'), 5, 5);
    await expectUntouched(page, box('Họ và tên'));
    await select(box('Họ và tên'), 5, 5);
    await expectUntouched(page, box('Họ và tên'), 25);
  });
  await test.step('selected text', async () => {
    await select(box('Họ và tên'), 0, 12);
    await expectUntouched(page, box('Họ và tên'));
  });
  await test.step('search', async () => {
    const search = page.getByRole('searchbox');
    await search.focus();
    await expectUntouched(page, search);
    await expect(page.getByRole('heading', { level: 1, name: 'Tiếp nhận' })).toBeVisible();
  });
  await page.keyboard.press('Alt+n');
  await expect(box('Họ và tên')).toHaveValue('');
  await intake.scanCard(mainJobCitizen);
  await test.step('a card’s person stays the card’s', async () => {
    await page.keyboard.press('F2');
    await expect(box('Họ và tên')).toBeFocused();
    await expectUntouched(page, box('Họ và tên'));
    await expect(intake.person).toContainText('quét thẻ');
  });
  await intake.chooseProcedure('tinh trang hon nhan', 'Xác nhận tình trạng hôn nhân');
  await test.step('combo box with a choice', async () => {
    await select(intake.procedure, 0, 3);
    await expectUntouched(page, intake.procedure);
    await expect(page.getByText(/1\.004873 · /u).first()).toBeVisible();
  });
  await test.step('list of fixed choices', async () => {
    await page.keyboard.press('F2');
    const kind = page.locator('[data-field="submitter.identityKind"] button');
    await kind.focus();
    const before = await kind.innerText();
    // One letter of “Hộ chiếu”: what the first key of a scanned code would be.
    await page.keyboard.press('h');
    expect(await kind.innerText()).toBe(before);
  });
  await test.step('number', async () => {
    const count = page.getByRole('row').nth(1).getByRole('textbox').first();
    await count.focus();
    await expectUntouched(page, count);
  });
});

test('a card is read whole whenever it is scanned, and leaves no key behind', async ({ folders, start }) => {
  const { page } = await start({ folders: await folders(null) });
  await openCounter(page);
  const intake = openIntake(page);
  const hangs = [
    undefined,
    { before: 4, ms: 120 },
    { before: 4, ms: 280 },
    { before: 4, ms: 700 },
    { before: 1, ms: 200 },
  ];
  for (const [index, hang] of hangs.entries()) {
    const citizen = numberedCitizen(index + 1);
    await openFrame(page).go('settings');
    await page.keyboard.press('Control+1');
    // While the screen is being drawn and its first field takes the focus.
    await scanBurst(page, cardPayload(citizen), { gap: 6, ...(hang && { hang }) });
    await expect(intake.person).toContainText(citizen.name);
    await expect(page.getByRole('button', { name: /^Đổi người/u }).first()).toBeVisible();
    await page.keyboard.press('Alt+n');
    await expect(page.getByRole('textbox', { name: 'Họ và tên' })).toHaveValue('');
  }
  await expect(page.getByRole('button', { name: /^Làm tiếp|^Mở/u }).filter({ hasText: /0400|^\d/u })).toHaveCount(0);
});

test('the focus moving in mid-scan leaves no key in any field', async ({ folders, start }) => {
  const { page } = await start({ folders: await folders(null) });
  await openCounter(page);
  const name = page.getByRole('textbox', { name: 'Họ và tên' });
  const number = page.getByRole('textbox', { name: 'Số giấy tờ' });
  await expect(name).toBeFocused();
  await number.evaluate((box) => {
    let keys = 0;
    addEventListener('keyup', () => {
      keys += 1;
      if (keys === 3) box.focus();
    });
  });
  await scanBurst(page, junk, { gap: 10 });
  await expect(page.getByText('Không nhận ra nội dung quét')).toBeVisible();
  await expect(name).toHaveValue('');
  await expect(number).toHaveValue('');
});

test('a quick person is no scanner, and a scanner of 25 ms a key is none the less', async ({ folders, start }) => {
  const { page } = await start({ folders: await folders(null) });
  await openCounter(page);
  const name = page.getByRole('textbox', { name: 'Họ và tên' });
  await expect(name).toBeFocused();
  await scanBurst(page, 'Tran Van Bay', { gap: 60, isOpen: true });
  await expect(name).toHaveValue('Tran Van Bay');
  await name.fill('');
  await scanBurst(page, cardPayload(mainJobCitizen), { gap: 25 });
  await expect(openIntake(page).person).toContainText(mainJobCitizen.name);
});

test('a card that an input method wrote into the field is taken out of it again', async ({ folders, start }) => {
  const { page } = await start({ folders: await folders(null) });
  await openCounter(page);
  const phone = page.getByRole('textbox', { name: 'Điện thoại' });
  await phone.fill('0912');
  await phone.focus();
  await phone.evaluate((box) => box instanceof HTMLInputElement && box.setSelectionRange(2, 2));
  await reachForScanner(page);
  const session = await page.context().newCDPSession(page);
  const payload = cardPayload(mainJobCitizen);
  for (let end = 6; end < payload.length + 6; end += 6) {
    const text = payload.slice(0, end);
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  // The method commits what it composed; then comes the scanner's Enter.
  await phone.evaluate((box) => {
    box.blur();
    box.focus();
  });
  await expect(phone).toHaveValue(`09${payload}12`);
  await page.keyboard.press('Enter');
  await expect(openIntake(page).person).toContainText(mainJobCitizen.name);
  await page.keyboard.press('F2');
  await expect(phone).toHaveValue('0912');
});
