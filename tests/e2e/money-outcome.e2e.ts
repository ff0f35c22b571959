import type { Page } from '@playwright/test';
import { buildIntake } from '../support/payloads';
import { createBuilders } from '../support/builders';
import { practicePassword } from '../support/app-folders';
import type { PageWindow } from '../support/desktop-bridge';
import { expect, test } from '../support/e2e-test';
import { openDossiers } from '../support/pages/dossiers-page';
import { openFrame } from '../support/pages/frame';
import { officerPlaces, openUnlockPage } from '../support/pages/unlock-page';
import { checkScreen, fitWindow } from '../support/screen-check';

const owner = {
  name: 'Nguyễn Thị Hoa',
  identity: { kind: 'personalId', number: '040188912345' },
  birth: '1988-05-12',
  address: 'Thôn 3, xã Thanh Bình, tỉnh Nghệ An',
  source: 'card',
} as const;

/** A dossier with two ledgers, post as the way back and a representative, recorded the way the page does it. */
async function receive(page: Page): Promise<string> {
  const builders = createBuilders(Date.now() % 1_000_000);
  const intake = buildIntake(
    { random: builders.random, id: builders.id, at: Date.now() },
    {
      ...{ procedureCode: '2.000635', caseId: 'thuong', receivingUnitId: 'H41.26', quantities: { copies: 2 } },
      parties: [
        { role: 'applicant', person: owner },
        {
          role: 'representative',
          relation: 'authorised',
          ground: 'Giấy ủy quyền số 12',
          person: { name: 'Lê Văn Giúp', identity: { kind: 'personalId', number: '040090000777' }, source: 'typed' },
        },
      ],
      fees: [
        { ledger: 'stateFee', name: 'Phí bản sao trích lục', amount: 16_000 },
        { ledger: 'postalCharge', name: 'Cước bưu chính', amount: 26_000 },
      ],
      ...{ returnMethod: 'post', returnAddress: 'Thôn 3, xã Thanh Bình', pages: [] },
    },
  );
  const subject = { type: 'dossier', id: builders.id() } as const;
  const answer = await page.evaluate(
    (proposal) => (globalThis as unknown as PageWindow).desktop.records.propose({ proposals: [proposal] }),
    { subject, base: 0, act: { kind: 'DossierReceived' as const, intake } },
  );
  if (!answer.ok) throw new Error(`not received: ${JSON.stringify(answer.error)}`);
  const { code } = answer.value.actions[0]?.payload as unknown as { readonly code: { readonly value: string } };
  return code.value;
}

/** Opens a form of the panel by its key, fills it, and records the act. */
function openActs(page: Page) {
  const panel = page.getByRole('complementary', { name: 'Việc có thể làm' });
  return {
    panel,
    open: async (keys: string, title: string) => {
      await page.keyboard.press(keys);
      await expect(panel.getByRole('group', { name: title })).toBeVisible();
    },
    fill: (label: string, text: string) => panel.getByRole('textbox', { name: label }).fill(text),
    choose: (name: string) => panel.getByRole('radio', { name }).check({ force: true }),
    record: async (kind: string) => {
      await page.keyboard.press('Control+Enter');
      await expect(panel.getByText(new RegExp(`^Đã lưu .*: ${kind}\\.`, 'u'))).toBeVisible();
    },
  };
}

test('money is waived, taken, cancelled and given back, and every act is on the screen', async ({ folders, start }) => {
  test.slow();
  const running = await start({ folders: await folders(null) });
  const { page } = running;
  await fitWindow(running);
  await openUnlockPage(page).enter(officerPlaces.counter, practicePassword);
  const code = await receive(page);
  await openFrame(page).go('dossiers');
  const dossiers = openDossiers(page);
  await dossiers.openBySearch(code);
  const acts = openActs(page);
  const money = page.getByRole('table', { name: 'Tiền' });
  await expect(money.getByRole('row')).toHaveCount(3);
  await checkScreen(running, 'case-view');

  await acts.open('Alt+p', 'Thu phí, lệ phí');
  await expect(acts.panel.getByText('Biên lai mẫu 01BLP0-001, ký hiệu TH-26P')).toBeVisible();
  await acts.choose('Miễn, giảm');
  await page.keyboard.press('Control+Enter');
  await expect(acts.panel.getByText('Chưa ghi mục này').first()).toBeVisible();
  await acts.fill('Căn cứ pháp lý', 'Điều 10 Nghị quyết 12/2025/NQ-HĐND');
  await acts.fill('Giấy tờ chứng minh', 'Sổ hộ nghèo số 5');
  await acts.fill('Lý do chưa có người duyệt', 'Lãnh đạo đi họp');
  await checkScreen(running, 'act-waiver');
  await acts.record('Thu phí, lệ phí');
  await expect(money).toContainText('16.000');

  await acts.open('Alt+p', 'Thu phí, lệ phí');
  await acts.record('Thu phí, lệ phí');
  await expect(page.getByRole('list', { name: 'Từng khoản' })).toContainText('không thu');
  await acts.open('Alt+Shift+p', 'Hủy khoản thu ghi nhầm');
  await acts.fill('Lý do hủy', 'Gõ nhầm cách nộp');
  await checkScreen(running, 'act-cancel-fee');
  await acts.record('Hủy khoản thu ghi nhầm');
  await expect(page.getByRole('list', { name: 'Từng khoản' })).toContainText('đã hủy');

  await acts.open('Alt+p', 'Thu phí, lệ phí');
  await acts.choose('Chuyển khoản');
  await checkScreen(running, 'act-transfer');
  await acts.record('Thu phí, lệ phí');
  await expect(page.getByText('Chờ ngân hàng báo có 26.000')).toBeVisible();
  await acts.open('Alt+p', 'Thu phí, lệ phí');
  await acts.choose('Xác nhận 26.000');
  await acts.record('Thu phí, lệ phí');
  await expect(page.getByRole('list', { name: 'Từng khoản' })).toContainText('đã xác nhận');

  await page.keyboard.press('Alt+u');
  await acts.fill('Lý do công dân rút hồ sơ', 'Không cần nữa');
  await acts.record('Công dân xin rút hồ sơ');
  await acts.open('Alt+Shift+h', 'Hoàn phí, lệ phí');
  await expect(acts.panel.getByText('Công dân rút hồ sơ: cước bưu chính')).toBeVisible();
  await acts.fill('Số phiếu chi', 'PC 7');
  await acts.fill('Lý do chưa có người duyệt', 'Lãnh đạo đi họp');
  await checkScreen(running, 'act-refund');
  await acts.record('Hoàn phí, lệ phí');
  await expect(dossiers.timeline).toContainText('Hoàn phí, lệ phí');
});

test('a result goes by post, comes back, and is fetched by a representative; its other code finds the dossier', async ({
  folders,
  start,
}) => {
  test.slow();
  const running = await start({ folders: await folders(null) });
  const { page } = running;
  await fitWindow(running);
  await openUnlockPage(page).enter(officerPlaces.counter, practicePassword);
  const code = await receive(page);
  await openFrame(page).go('dossiers');
  const dossiers = openDossiers(page);
  await dossiers.openBySearch(code);
  const acts = openActs(page);

  await acts.open('Alt+Shift+m', 'Ghi mã hệ thống khác');
  await acts.fill('Mã hồ sơ ở hệ thống đó', 'h41.99 – 261122 - 7788');
  await checkScreen(running, 'act-external-code');
  await acts.record('Ghi mã ở hệ thống khác');
  await expect(page.getByText('H41.99-261122-7788').first()).toBeVisible();

  await acts.open('Alt+Shift+b', 'Bỏ giấy tờ ghi nhầm');
  await checkScreen(running, 'act-detach');
  await page.keyboard.press('Escape');
  await acts.open('Alt+Shift+d', 'Dùng lại giấy tờ đã có');
  await expect(acts.panel.getByText('Máy này chưa có giấy tờ nào dùng lại được')).toBeVisible();
  await checkScreen(running, 'act-reuse');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+b');
  await acts.record('Bàn giao hồ sơ');
  await acts.open('Alt+k', 'Ghi đã có kết quả');
  await acts.fill('Lý do không có bản điện tử', 'Sổ gốc trên giấy');
  await acts.fill('Nơi để kết quả', 'Tủ A3');
  await acts.fill('Người ký', 'Trần Văn Ký');
  await checkScreen(running, 'act-outcome');
  await acts.record('Đã có kết quả');
  await expect(page.getByText('Kết quả để ở Tủ A3')).toBeVisible();

  await acts.open('Alt+Shift+g', 'Gửi kết quả qua bưu điện');
  await page.keyboard.press('Control+Enter');
  await expect(acts.panel.getByText('Chưa ghi mục này')).toBeVisible();
  await acts.fill('Số hiệu bưu gửi', 'eb 123 vn');
  await checkScreen(running, 'act-dispatch');
  await acts.record('Gửi kết quả qua bưu điện');
  await acts.open('Alt+Shift+k', 'Bưu điện không phát được');
  await checkScreen(running, 'act-delivery-failed');
  await acts.record('Bưu điện không phát được');
  await expect(page.getByText(/EB123VN, không phát được/u)).toBeVisible();

  await acts.open('Alt+r', 'Trả kết quả');
  await expect(acts.panel.getByRole('textbox', { name: 'Người nhận', exact: true })).toHaveValue('Lê Văn Giúp');
  await acts.choose('Giấy ủy quyền');
  await acts.fill('Giấy ủy quyền (số', 'số 12 ngày 20/11/2026, UBND xã');
  await checkScreen(running, 'act-return');
  await acts.record('Trả kết quả');
  await expect(page.getByText('Lê Văn Giúp, Giấy ủy quyền, số 12 ngày 20/11/2026, UBND xã')).toBeVisible();
  await checkScreen(running, 'case-returned');

  await openFrame(page).go('dossiers');
  await openFrame(page).search('261122-7788');
  await expect(dossiers.rows.filter({ hasText: code })).toHaveCount(1);
});
