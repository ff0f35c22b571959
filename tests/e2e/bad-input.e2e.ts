import type { Page } from '@playwright/test';
import { practicePassword } from '../support/app-folders';
import { cardPayload, cardPayload2024, mainJobCitizen, numberedCitizen } from '../support/citizen-cards';
import { readJournal } from '../support/desktop-bridge';
import { expect, test } from '../support/e2e-test';
import { openFrame } from '../support/pages/frame';
import { openIntake } from '../support/pages/intake-page';
import { officerPlaces, openUnlockPage } from '../support/pages/unlock-page';
import { scanBurst } from '../support/scanner-burst';

/** Payloads a scanner may send, and the words that must answer each. None may change what is being typed. */
const badCards: readonly (readonly [what: string, payload: string, answer: RegExp])[] = [
  ['an id of 11 digits', cardPayload({ ...mainJobCitizen, personalId: '04018891234' }), /có 11 chữ số, phải đủ 12/u],
  ['an id with letters', cardPayload({ ...mainJobCitizen, personalId: '0401889123AB' }), /không phải toàn chữ số/u],
  [
    'an impossible birthday',
    cardPayload({ ...mainJobCitizen, birth: '31021988' }),
    /Ngày sinh trong mã không có thật: 31021988/u,
  ],
  [
    'a day of issue that never was',
    cardPayload(mainJobCitizen).replace('22072021', '31022021'),
    /Ngày cấp trong mã không có thật: 31022021/u,
  ],
  ['a foreign sex', cardPayload(mainJobCitizen).replace('|Nữ|', '|XYZ|'), /Giới tính trong mã không đọc được/u],
  ['too few fields', '040188912345||Nguyễn Thị Hoa|12051988', /Đã quét: 040188912345\|\|Nguyễn Thị Hoa/u],
  [
    'a name of 4,000 characters',
    cardPayload({ ...mainJobCitizen, name: `Nguyễn ${'Văn '.repeat(1000)}` }),
    /Đã quét: 040188912345\|\|Nguyễn Văn Văn Văn/u,
  ],
];

async function openCounter(page: Page): Promise<void> {
  await openUnlockPage(page).enter(officerPlaces.counter, practicePassword);
  await openFrame(page).rail.waitFor();
}

test('cards that cannot be right are answered in words and change nothing', async ({ folders, start }) => {
  const { page } = await start({ folders: await folders(null) });
  await openCounter(page);
  const intake = openIntake(page);
  await intake.scanCard(mainJobCitizen);
  await intake.chooseProcedure('tinh trang hon nhan', 'Xác nhận tình trạng hôn nhân');
  for (const [what, payload, answer] of badCards) {
    await test.step(what, async () => {
      await scanBurst(page, payload);
      const notice = page
        .getByText(/Thẻ vừa quét không dùng được|Thẻ vừa quét không đọc được|Không nhận ra nội dung quét/u)
        .first();
      await expect(notice, what).toBeVisible();
      await expect(page.locator('.ui-over').getByText(answer).first(), what).toBeVisible();
      await expect(intake.person).toContainText(
        new RegExp(`${mainJobCitizen.name}\\s*nữ · 12/05/1988 · ••••••••2345`, 'u'),
      );
      await expect(intake.procedure).toHaveValue('Xác nhận tình trạng hôn nhân');
    });
  }
  const acts = (await readJournal(page)).filter(({ body }) => body.kind === 'actions');
  expect(acts).toEqual([]);
});

test('names in decomposed letters and cards of 2024 are read as one would', async ({ folders, start }) => {
  const { page } = await start({ folders: await folders(null) });
  await openCounter(page);
  const intake = openIntake(page);
  await scanBurst(page, cardPayload(mainJobCitizen).normalize('NFD'));
  await expect(intake.person).toContainText(mainJobCitizen.name.normalize('NFC'));
  await intake.chooseProcedure('tinh trang hon nhan', 'Xác nhận tình trạng hôn nhân');
  await intake.receive();
  await intake.readSavedCode();
  await intake.next();
  const other = numberedCitizen(7);
  await scanBurst(page, cardPayload2024(other));
  await expect(intake.person).toContainText(other.name);
});

test('without a procedure or with an unknown one nothing is received, and the screen says why', async ({
  folders,
  start,
}) => {
  const { page } = await start({ folders: await folders(null) });
  await openCounter(page);
  const intake = openIntake(page);
  await intake.scanCard(mainJobCitizen);
  await intake.receive();
  await expect(page.getByText('Chưa chọn thủ tục.')).toBeVisible();
  await expect(intake.procedure).toBeFocused();
  await intake.procedure.focus();
  await page.keyboard.type('thu tuc bay len mat trang', { delay: 45 });
  await expect(page.getByText('Không có thủ tục nào như vậy. Gõ cách khác hoặc gõ mã thủ tục.')).toBeVisible();
  await page.keyboard.press('Escape');
  await intake.receive();
  await expect(page.getByText(/Chọn một thủ tục trong danh sách|Chưa chọn thủ tục/u).first()).toBeVisible();
  await expect(intake.person).toContainText(mainJobCitizen.name);
  expect((await readJournal(page)).filter(({ body }) => body.kind === 'actions')).toEqual([]);
});

test('a name of 4,000 characters typed by hand stays in the field and is refused in words', async ({
  folders,
  start,
}) => {
  const { page } = await start({ folders: await folders(null) });
  await openCounter(page);
  const intake = openIntake(page);
  await page.keyboard.press('F2');
  const name = page.getByRole('textbox', { name: 'Họ và tên' });
  await name.fill('Nguyễn '.repeat(572));
  await intake.receive();
  await expect(page.getByText(/Dài 4\.?00\d ký tự, tối đa/u).first()).toBeVisible();
  expect((await name.inputValue()).length).toBeGreaterThan(3990);
  expect((await readJournal(page)).filter(({ body }) => body.kind === 'actions')).toEqual([]);
});
