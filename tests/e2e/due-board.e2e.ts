import { formatDay, toLocalDay } from '../../shared/base/time';
import { nextWorkingDay } from '../../shared/domain/working-calendar';
import type { Proposal } from '../../shared/domain/proposal';
import { officialCalendar } from '../support/deadline-kit';
import { practicePassword } from '../support/app-folders';
import { readJournal } from '../support/desktop-bridge';
import { expect, test } from '../support/e2e-test';
import type { RunningApp } from '../support/launch-app';
import { openFrame } from '../support/pages/frame';
import { officerPlaces, openUnlockPage } from '../support/pages/unlock-page';
import { checkScreen, fitWindow } from '../support/screen-check';
import { proposeReception, record } from '../support/propose-dossiers';

const DAY_MS = 86_400_000;
const longName = 'Công Tằng Tôn Nữ Thị Hoài Phương Thảo Nguyên Khánh Linh Ngọc Bảo Trâm';

/** The counter's own day: a waived fee, and a second request that went on with nobody there to approve. */
async function workAtTheCounter({ page }: RunningApp): Promise<void> {
  await openUnlockPage(page).enter(officerPlaces.counter, practicePassword);
  const waived = proposeReception({
    ...{ procedureCode: '2.001035', name: 'Trần Văn Miễn' },
    changes: { feeWaiver: { ground: 'Hộ nghèo', proof: 'Giấy chứng nhận số 05' } },
  });
  const asked = proposeReception({ procedureCode: '1.001776', name: 'Nguyễn Thị Bổ Sung' });
  await record(page, [waived, asked]);
  const request: Proposal = {
    subject: asked.subject,
    base: 0,
    act: {
      kind: 'plain',
      plainKind: 'SupplementRequested',
      payload: {
        ...{ v: 1, items: ['Giấy xác nhận thu nhập'], reason: 'thiếu giấy tờ', legalGround: 'Điều 9' },
        approval: { kind: 'deferred', reason: 'lãnh đạo đi họp' },
      },
    },
  };
  await record(page, [request]);
}

/** Dossiers of some weeks ago, entered by the supervisor: late by now, all with the own unit. */
async function enterLateOnes(page: RunningApp['page'], names: readonly string[]): Promise<void> {
  const now = Date.now();
  await record(
    page,
    names.map((name, index) =>
      proposeReception({ procedureCode: '1.004873', name, at: now - (20 + index * 3) * DAY_MS }),
    ),
  );
}

test('a supervisor sees what is late and why, signs apologies in one go and gives the word on deferred acts', async ({
  folders,
  start,
}) => {
  const running = await start({ folders: await folders(null) });
  const { page } = running;
  await fitWindow(running);
  await workAtTheCounter(running);
  await running.lock();
  await openUnlockPage(page).signIn(officerPlaces.supervisor, practicePassword);
  await openFrame(page).go('supervision');
  await enterLateOnes(page, ['Lê Thị Quá Hạn', longName, 'Phạm Văn Chậm']);

  const lateTab = page.getByRole('tab', { name: /^Chậm hạn/u });
  await expect(lateTab).toContainText('3', { timeout: 30_000 });
  await checkScreen(running, 'supervision-due');
  await lateTab.click();
  const late = page.getByRole('grid', { name: 'Hồ sơ: Chậm giải quyết' });
  await expect(late.getByRole('row')).toHaveCount(4);
  await expect(late).toContainText(longName);
  await expect(late).toContainText('Xử lý tại đơn vị chậm');
  await checkScreen(running, 'supervision-late');
  // A figure opens its rows: none was late by law at the counter of the post.
  await page
    .getByRole('row', { name: /^Bưu chính/u })
    .getByRole('button')
    .nth(3)
    .click();
  await expect(late.getByRole('row')).toHaveCount(1);
  await page
    .getByRole('row', { name: /^Tất cả/u })
    .getByRole('button')
    .nth(3)
    .click();
  await expect(late.getByRole('row')).toHaveCount(4);
  await page.keyboard.press('F9');
  await expect(page.getByRole('dialog')).toContainText('Hồ sơ ở quầy tiếp nhận');
  await checkScreen(running, 'supervision-evidence');
  await page.keyboard.press('Escape');

  await signAndDeliver(running);
  await approve(running);
  await tryDayOff(running);
});

async function signAndDeliver(running: RunningApp): Promise<void> {
  const { page } = running;
  await page.getByRole('tab', { name: /^Xin lỗi/u }).click();
  const letters = page.getByRole('grid', { name: /^Thư xin lỗi: Quá hạn, chưa xin lỗi/u });
  await expect(letters.getByRole('row')).toHaveCount(4);
  await letters.focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Ghi đã ký 1 thư…' })).toBeEnabled();
  await page.keyboard.press('Alt+a');
  await expect(page.getByRole('button', { name: 'Ghi đã ký 3 thư…' })).toBeEnabled();
  await checkScreen(running, 'supervision-apologies');
  await page.keyboard.press('Alt+k');
  await page.keyboard.press('Control+Enter');
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByText('Chưa ghi')).toHaveCount(2);
  await checkScreen(running, 'supervision-sign');
  await sheet.getByRole('textbox', { name: 'Số văn bản' }).fill('09/PXL');
  await sheet.getByRole('textbox', { name: /^Người ký/u }).fill('Nguyễn Văn Chủ Tịch');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Đã ghi 3 thư xin lỗi đã ký/u)).toBeVisible();
  // Signed is not delivered: all three are still without an apology.
  await expect(letters.getByRole('row')).toHaveCount(4);
  await expect(letters.getByText(/đã ký nhưng chưa gửi/u)).toHaveCount(3);
  await page.keyboard.press('Alt+a');
  await page.keyboard.press('Alt+g');
  await sheet.getByRole('textbox', { name: 'Bằng chứng' }).fill('EG123456789VN');
  await checkScreen(running, 'supervision-deliver');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Đã ghi 3 thư xin lỗi đã đến công dân/u)).toBeVisible();
  await expect(letters.getByRole('row')).toHaveCount(1);
  const journal = await readJournal(page);
  const batches = journal.flatMap(({ body }) =>
    body.kind === 'actions' ? [body.actions.map((action) => action.kind).join(' ')] : [],
  );
  expect(batches).toContain('ApologyIssued ApologyIssued ApologyIssued');
  expect(batches).toContain('ApologyDelivered ApologyDelivered ApologyDelivered');
}

async function approve(running: RunningApp): Promise<void> {
  const { page } = running;
  await page.getByRole('tab', { name: /^Chờ duyệt/u }).click();
  const acts = page.getByRole('grid', { name: /^Việc chờ duyệt/u });
  await expect(acts.getByRole('row')).toHaveCount(3);
  await expect(acts).toContainText('Hộ nghèo · Giấy chứng nhận số 05');
  await checkScreen(running, 'supervision-approvals');
  await acts.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('Alt+t');
  const sheet = page.getByRole('dialog');
  await page.keyboard.press('Control+Enter');
  await expect(sheet.getByText('Chưa ghi')).toBeVisible();
  await sheet.getByRole('textbox', { name: 'Cần sửa gì' }).fill('không được yêu cầu giấy này');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Đã ghi ý kiến về 1 việc/u)).toBeVisible();
  await expect(acts.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Alt+a');
  await page.keyboard.press('Alt+d');
  await page.keyboard.press('Control+Enter');
  await expect(acts.getByRole('row')).toHaveCount(1);
  await page.getByRole('radio', { name: /^Đã trả lại/u }).click();
  await expect(acts).toContainText('không được yêu cầu giấy này');
}

async function tryDayOff(running: RunningApp): Promise<void> {
  const { page } = running;
  await page.getByRole('tab', { name: /^Hạn trả/u }).click();
  await page.keyboard.press('Alt+n');
  const sheet = page.getByRole('dialog');
  const lines = (await readJournal(page)).length;
  const day = formatDay(nextWorkingDay(officialCalendar, toLocalDay(Date.now())));
  await sheet.getByRole('textbox', { name: 'Ngày nghỉ thêm' }).fill(day.replaceAll('/', ''));
  await page.keyboard.press('Enter');
  await expect(sheet.getByText(/^[1-9]\d* hồ sơ đổi hạn trong 5 hồ sơ/u)).toBeVisible();
  await checkScreen(running, 'supervision-simulate');
  await page.keyboard.press('Escape');
  expect((await readJournal(page)).length).toBe(lines);
}

test('the practice data give a supervisor something to look into, in English too', async ({
  province,
  folders,
  start,
}) => {
  const { line } = await province();
  const running = await start({ folders: await folders(line) });
  const { page } = running;
  await fitWindow(running);
  await openUnlockPage(page).enter(officerPlaces.supervisor, practicePassword);
  await openFrame(page).go('settings');
  await page.getByText('English', { exact: true }).click();
  await page.keyboard.press('Control+3');
  const lateTab = page.getByRole('tab', { name: /^Late/u });
  await expect(lateTab).toContainText('2', { timeout: 60_000 });
  await checkScreen(running, 'supervision-due-en');
  await lateTab.click();
  const late = page.getByRole('grid', { name: 'Dossiers: Late to process' });
  await expect(late).toContainText('Waiting for another unit');
  // Two open ones, and one that ended late.
  await expect(late.getByRole('row')).toHaveCount(4);
  await checkScreen(running, 'supervision-late-en');
  await page.keyboard.press('F9');
  await expect(page.getByRole('dialog')).toContainText('Overdue by');
  await checkScreen(running, 'supervision-evidence-en');
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: /^Late to accept/u }).click();
  await expect(page.getByRole('grid', { name: 'Dossiers: Late to accept' })).toContainText('Lê Hoài Thương');
  await page.getByRole('radio', { name: /^Waiting to be accepted/u }).click();
  await expect(page.getByRole('grid', { name: 'Dossiers: Waiting to be accepted' }).getByRole('row')).toHaveCount(8);
  await checkScreen(running, 'supervision-waiting-en');
  await page.getByRole('tab', { name: /^Apologies/u }).click();
  await checkScreen(running, 'supervision-apologies-en');
  await page.getByRole('tab', { name: /^To approve/u }).click();
  await checkScreen(running, 'supervision-approvals-en');
});
