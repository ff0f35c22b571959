import type { Locator, Page } from '@playwright/test';
import { practicePassword } from '../support/app-folders';
import { mainJobCitizen } from '../support/citizen-cards';
import { expect, test } from '../support/e2e-test';
import { openDossiers } from '../support/pages/dossiers-page';
import { openFrame } from '../support/pages/frame';
import { openIntake } from '../support/pages/intake-page';
import { officerPlaces, openUnlockPage } from '../support/pages/unlock-page';
import type { RunningApp } from '../support/launch-app';
import { checkScreen, fitWindow } from '../support/screen-check';

/** Receives a dossier of the person who is always in the tests. */
async function receive(page: Page, [typed, found]: readonly [string, string]): Promise<string> {
  const intake = openIntake(page);
  await intake.scanCard(mainJobCitizen);
  await intake.chooseProcedure(typed, found);
  await intake.receive();
  return intake.readSavedCode();
}

/** Opens one dossier of the list by its code. */
async function openCase(page: Page, code: string): Promise<void> {
  await openFrame(page).go('dossiers');
  await openDossiers(page).openBySearch(code);
}

/** What the panel says of text that waits in a form; a form put away is still there, unseen. */
function waitingMarks(page: Page): Locator {
  return page.getByText(/^Đang gõ dở lúc/u).filter({ visible: true });
}

const half = 'Công dân chưa nộp bản gốc';

test('a half-typed request is there again after a lock, a colleague and a kill', async ({ folders, start }) => {
  const place = await folders(null);
  const first = await start({ folders: place });
  await fitWindow(first);
  await openUnlockPage(first.page).enter(officerPlaces.counter, practicePassword);
  const code = await receive(first.page, ['tinh trang hon nhan', 'Xác nhận tình trạng hôn nhân']);
  await openCase(first.page, code);
  await first.page.keyboard.press('Alt+y');
  const reason = first.page.getByRole('textbox', { name: 'Lý do', exact: true });
  await reason.focus();
  await first.page.keyboard.type(half, { delay: 45 });
  for (let step = 0; step < 3; step += 1) await first.page.keyboard.press('ArrowLeft');
  await first.lock();

  // The officer goes on in the middle of the word.
  await openUnlockPage(first.page).signIn(officerPlaces.counter, practicePassword);
  await openCase(first.page, code);
  await expect(reason).toHaveValue(half);
  await expect(reason).toBeFocused();
  await first.page.keyboard.type('X', { delay: 45 });
  await expect(reason).toHaveValue('Công dân chưa nộp bản Xgốc');
  await first.page.keyboard.press('Backspace');
  await checkScreen(first, 'act-draft');
  // Esc puts the form away and loses nothing; the list says that text waits.
  await first.page.keyboard.press('Escape');
  await expect(waitingMarks(first.page)).toBeVisible();
  await checkScreen(first, 'act-list');
  await first.page.keyboard.press('Alt+y');
  await expect(reason).toHaveValue(half);
  await first.kill();

  const second = await start({ folders: place });
  const { page } = second;
  await fitWindow(second);
  await openUnlockPage(page).enter(officerPlaces.supervisor, practicePassword);
  await openCase(page, code);
  // A colleague finds it under its writer's name, and only when asking for it.
  await expect(page.getByText(/^Đang gõ dở lúc .* của Lê Thị Thu Hà$/u)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Lý do', exact: true })).toHaveCount(0);
  await page.keyboard.press('Alt+y');
  const again = page.getByRole('textbox', { name: 'Lý do', exact: true });
  await expect(again).toHaveValue(half);
  await page.getByRole('textbox', { name: /^Giấy tờ cần bổ sung/u }).focus();
  await page.keyboard.type('Giấy chứng sinh', { delay: 45 });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Đã lưu .*: Yêu cầu bổ sung/u)).toBeVisible();
  await expect(waitingMarks(page)).toHaveCount(0);
});

test('thrown away, a half-typed act begins anew', async ({ folders, start }) => {
  const { page } = await start({ folders: await folders(null) });
  await openUnlockPage(page).enter(officerPlaces.counter, practicePassword);
  const code = await receive(page, ['tinh trang hon nhan', 'Xác nhận tình trạng hôn nhân']);
  await openCase(page, code);
  await page.keyboard.press('Alt+u');
  const reason = page.getByRole('textbox', { name: 'Lý do công dân rút hồ sơ' });
  await reason.focus();
  await page.keyboard.type(half, { delay: 45 });
  // Away to the list and back: the form was put away by the first Esc.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await openCase(page, code);
  await expect(waitingMarks(page)).toBeVisible();
  await page.keyboard.press('Alt+u');
  await expect(reason).toHaveValue(half);
  await page.getByRole('button', { name: 'Bỏ', exact: true }).click();
  await expect(reason).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(waitingMarks(page)).toHaveCount(0);
});

/** Types into a field of the open form. */
async function fill(page: Page, name: string | RegExp, text: string): Promise<void> {
  const field = page.getByRole('group').getByRole('textbox', { name }).filter({ visible: true });
  await field.fill(text);
}

/** Records the open form and waits until it says so. */
async function record(page: Page, kind: string): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(new RegExp(`^Đã lưu \\d\\d:\\d\\d: ${kind}`, 'u'))).toBeVisible();
}

/** Opens the form of a key. */
async function openForm(running: RunningApp, [keys, title]: readonly [string, string]): Promise<void> {
  // What was recorded last may open this act only when the screen shows it.
  await expect(running.page.getByRole('button', { name: title }).first()).toBeVisible();
  await running.page.keyboard.press(keys);
  await expect(running.page.getByRole('group', { name: title })).toBeVisible();
}

test('a land dossier goes to the tax authority and back, and gets a new date, a letter and one more promise', async ({
  folders,
  start,
}) => {
  test.setTimeout(300_000);
  const running = await start({ folders: await folders(null) });
  const { page } = running;
  await fitWindow(running);
  await openUnlockPage(page).enter(officerPlaces.counter, practicePassword);
  const code = await receive(page, ['doi giay chung nhan', 'Cấp đổi Giấy chứng nhận (đất đai)']);
  await openCase(page, code);
  await page.keyboard.press('Alt+b');
  await record(page, 'Bàn giao');
  await openForm(running, ['Alt+j', 'Ghi ký nhận bàn giao']);
  await fill(page, 'Người ký nhận', 'Bùi Thị Thảo');
  await fill(page, 'Số bản chính thực nhận', '0');
  await expect(page.getByRole('textbox', { name: 'Chênh lệch' })).toBeVisible();
  await checkScreen(running, 'act-signature');
  await fill(page, 'Chênh lệch', 'Thiếu bản chính giấy chứng nhận');
  await record(page, 'Ký nhận');
  await openForm(running, ['Alt+c', 'Chuyển cơ quan khác']);
  await fill(page, 'Cơ quan nhận', 'Thuế cơ sở 3');
  await checkScreen(running, 'act-forward');
  await record(page, 'Chuyển');

  await openForm(running, ['Alt+v', 'Ghi thông báo nộp tiền']);
  await fill(page, 'Số thông báo', '123/TB-TCS3');
  await fill(page, /^Số tiền phải nộp/u, '1500000');
  await checkScreen(running, 'act-notice');
  await record(page, '');
  await expect(page.getByText(/tính lại sau khi/u).first()).toBeVisible();
  await checkScreen(running, 'case-paused');

  await openForm(running, ['Alt+d', 'Ghi công dân đã nộp tiền']);
  // The new date stands there before anything is recorded.
  await expect(page.locator('.act-foreseen')).toContainText(/\d\d:\d\d \d\d\/\d\d\/\d{4}/u);
  await fill(page, 'Số chứng từ nộp tiền', 'GNT-0077');
  await checkScreen(running, 'act-payment');
  await record(page, '');
  await checkScreen(running, 'case-redated');

  await openForm(running, ['Alt+l', 'Ghi thư xin lỗi']);
  await fill(page, /^Lý do chậm/u, 'Hồ sơ cần đo đạc lại ranh giới thửa đất.');
  await fill(page, 'Hẹn lại ngày', '25/12/2026');
  await fill(page, /^Giờ/u, '16:00');
  await fill(page, /^Người ký/u, 'Phạm Đức Bình');
  await checkScreen(running, 'act-letter');
  await record(page, '');
  // One letter for one delay.
  await expect(page.getByRole('button', { name: 'Ghi thư xin lỗi' })).toHaveCount(0);
  await openForm(running, ['Alt+e', 'Ghi đã gửi thư xin lỗi']);
  await fill(page, 'Minh chứng đã gửi', 'ký nhận ngày hôm nay');
  await checkScreen(running, 'act-delivery');
  await record(page, '');

  await openForm(running, ['Alt+g', 'Gia hạn trả kết quả']);
  await expect(page.getByRole('textbox', { name: 'Hẹn lại ngày' })).toHaveValue('25/12/2026');
  await fill(page, 'Lý do gia hạn', 'Chờ kết quả đo đạc');
  await record(page, '');
  await openForm(running, ['Alt+g', 'Gia hạn trả kết quả']);
  await fill(page, 'Hẹn lại ngày', '30/12/2026');
  await fill(page, 'Lý do gia hạn', 'Chờ kết quả đo đạc lần hai');
  await expect(page.getByText('Hẹn lại lần thứ hai phải có người duyệt ngay tại chỗ.')).toBeVisible();
  await checkScreen(running, 'act-extension-second');
  await record(page, '');
  await page.getByRole('button', { name: 'Vì sao không có việc khác?' }).click();
  await checkScreen(running, 'act-why-not');
  await page.keyboard.press('Escape');
  await openForm(running, ['Alt+q', 'Dừng giải quyết']);
  await checkScreen(running, 'act-stop');
});

/** Opens the first submission that waits, with the keyboard. */
async function openSubmission(page: Page): Promise<void> {
  await openFrame(page).go('dossiers');
  await page
    .getByText(/^Trực tuyến chờ tiếp nhận/u)
    .first()
    .click();
  await expect(openDossiers(page).rows.nth(1)).toBeVisible();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(openDossiers(page).timeline).toBeVisible();
}

test('the post proposes a refusal, an official decides and the slip is numbered', async ({
  province,
  folders,
  start,
}) => {
  test.setTimeout(300_000);
  const { line } = await province();
  const running = await start({ folders: await folders(line) });
  const { page } = running;
  await fitWindow(running);
  await openUnlockPage(page).enter(officerPlaces.postal, practicePassword);
  await openSubmission(page);
  const code = await page.locator('.case-code').innerText();
  await openForm(running, ['Alt+h', 'Đề nghị từ chối tiếp nhận']);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Chưa ghi mục này')).toHaveCount(2);
  await fill(page, 'Lý do từ chối', 'Không thuộc thẩm quyền của xã');
  await fill(page, 'Căn cứ pháp lý', 'Điều 5 quy định về thẩm quyền');
  await checkScreen(running, 'act-refusal-proposed');
  await record(page, '');
  await running.lock();

  await openUnlockPage(page).signIn(officerPlaces.counter, practicePassword);
  await openSubmission(page);
  await expect(page.locator('.case-code')).toHaveText(code);
  await openForm(running, ['Alt+y', 'Hướng dẫn bổ sung (Mẫu 02)']);
  await checkScreen(running, 'act-guidance');
  await page.keyboard.press('Escape');
  await openForm(running, ['Alt+q', 'Từ chối tiếp nhận (Mẫu 03)']);
  await expect(page.getByRole('textbox', { name: 'Lý do từ chối' })).toHaveValue('Không thuộc thẩm quyền của xã');
  await checkScreen(running, 'act-refusal');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Đã lưu .*Quyển Q1\/\d{4}, số 2\.$/u)).toBeVisible();
  await expect(page.getByText('Không được tiếp nhận').first()).toBeVisible();
});
