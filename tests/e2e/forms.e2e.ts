import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dossierPayloads } from '../../shared/domain/actions/dossier-actions';
import { readPdf } from '../main-job/check-results';
import { mainJobProcedure } from '../main-job/main-job';
import { practicePassword } from '../support/app-folders';
import { mainJobCitizen } from '../support/citizen-cards';
import { readJournal } from '../support/desktop-bridge';
import { checkoutRoot } from '../support/electron-path';
import { expect, test } from '../support/e2e-test';
import { openDossiers } from '../support/pages/dossiers-page';
import { openFrame } from '../support/pages/frame';
import { openIntake } from '../support/pages/intake-page';
import { openPrintForms } from '../support/pages/printing';
import { officerPlaces, openUnlockPage } from '../support/pages/unlock-page';
import { checkScreen, fitWindow } from '../support/screen-check';

const shot = (name: string): string => `${checkoutRoot}/out/screenshots/e2e/forms-${name}.png`;

/** Receives one dossier and opens it; its code. */
async function openOne(page: Page): Promise<string> {
  await openUnlockPage(page).enter(officerPlaces.counter, practicePassword);
  const intake = openIntake(page);
  await intake.scanCard(mainJobCitizen);
  await intake.chooseProcedure(mainJobProcedure.typed, mainJobProcedure.name);
  await intake.receive();
  const code = await intake.readSavedCode();
  await expect(intake.printState).toContainText('Đã lưu thành tệp', { timeout: 60_000 });
  await openFrame(page).go('dossiers');
  await openDossiers(page).openBySearch(code);
  return code;
}

async function findPaper(exports: string, start: string): Promise<string> {
  const found = async (): Promise<string | undefined> =>
    (await readdir(exports)).find((name) => name.startsWith(start) && name.endsWith('.pdf'));
  await expect.poll(found, { timeout: 30_000 }).toBeDefined();
  return readPdf(join(exports, (await found()) ?? ''));
}

async function readPrints(page: Page): Promise<readonly { form: string; reprint: boolean; reason?: string }[]> {
  const actions = (await readJournal(page)).flatMap(({ body }) => (body.kind === 'actions' ? body.actions : []));
  return actions
    .filter(({ kind }) => kind === 'FormPrinted')
    .map(({ payload }) => {
      const { form, reprint, reason } = dossierPayloads.FormPrinted.parse(payload);
      return { form, reprint, ...(reason === undefined ? {} : { reason }) };
    });
}

test('the papers of a dossier are looked at, printed to files and recorded; a second one carries its mark', async ({
  folders,
  start,
}) => {
  const running = await start({ folders: await folders(null) });
  const { page } = running;
  await fitWindow(running);
  const code = await openOne(page);
  let forms = await openPrintForms(page);
  await expect(forms.chosen).toContainText('Giấy tiếp nhận và hẹn trả');
  await checkScreen(running, 'dossier-forms');
  await page.getByRole('button', { name: 'Vì sao thiếu biểu mẫu khác?' }).click();
  await expect(page.getByText('Hồ sơ chưa bị từ chối.')).toBeVisible();
  await page.screenshot({ path: shot('why-absent') });
  await page.keyboard.press('Escape');

  for (const [name, file] of [
    ['Phiếu kiểm soát', 'Phieu kiem soat'],
    ['Bìa hồ sơ', 'Bia ho so'],
    ['Giấy khai mất giấy hẹn', 'Giay cam ket mat giay hen'],
  ] as const) {
    forms = await openPrintForms(page);
    await forms.choose(name);
    await page.keyboard.press('Alt+v');
    const preview = page.getByRole('dialog', { name: `Xem trước: ${name}` });
    await expect(preview).toContainText(mainJobCitizen.name);
    await expect(preview).toContainText(code);
    await page.screenshot({ path: shot(`preview-${file.replaceAll(' ', '-')}`) });
    await page.keyboard.press('Escape');
    await expect(preview).toBeHidden();
    await forms.pick('Máy in', 'Chỉ lưu tệp PDF');
    await forms.print();
    const text = await findPaper(running.folders.exports, `${file} ${code}`);
    expect(text.replaceAll(/\s+/gu, ' ')).toContain(mainJobCitizen.name);
    expect(text).toContain(code);
    expect(text).not.toMatch(/In lại lần/u);
    await expect(page.getByText(`Đã lưu tệp PDF ${file} ${code}`)).toBeVisible();
  }

  forms = await openPrintForms(page);
  await forms.choose('Phiếu kiểm soát');
  await forms.pick('Lý do in lại', 'Bản in mờ, kẹt giấy');
  await page.screenshot({ path: shot('reprint') });
  await forms.print();
  expect(await findPaper(running.folders.exports, `Phieu kiem soat ${code} - ban in 2`)).toMatch(/In lại lần 1/u);
  await expect
    .poll(() => readPrints(page))
    .toEqual([
      { form: 'controlSheet', reprint: false },
      { form: 'folderCover', reprint: false },
      { form: 'lostSlipDeclaration', reprint: false },
      { form: 'controlSheet', reprint: true, reason: 'Bản in mờ, kẹt giấy' },
    ]);
});

test('papers that belong to no dossier are printed by the supervisor, and what is not there says why', async ({
  folders,
  start,
}) => {
  const running = await start({ folders: await folders(null) });
  const { page } = running;
  await fitWindow(running);
  await openUnlockPage(page).enter(officerPlaces.supervisor, practicePassword);
  await openFrame(page).go('supervision');
  await page.getByRole('tab', { name: 'Biểu mẫu khác' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Biểu mẫu khác' });
  const choose = async (label: string, option: string): Promise<void> => {
    await panel.getByRole('button', { name: new RegExp(`${label}$`, 'u') }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await choose('Máy in', 'Chỉ lưu tệp PDF');
  await checkScreen(running, 'supervision-forms');

  await page.keyboard.press('Alt+v');
  const preview = page.getByRole('dialog', { name: 'Xem trước: Tờ thông tin thủ tục' });
  await expect(preview).toContainText('THÔNG TIN THỦ TỤC HÀNH CHÍNH');
  await page.screenshot({ path: shot('preview-procedure') });
  await page.keyboard.press('Escape');

  for (const [name, file, words] of [
    ['Giấy ủy quyền', 'Giay uy quyen', 'GIẤY ỦY QUYỀN'],
    ['Sổ chứng thực', 'So chung thuc', 'SỔ CHỨNG THỰC'],
    ['Trang in thử', 'Trang in thu', 'Nhật ký trên máy này'],
  ] as const) {
    await choose('Biểu mẫu', name);
    await expect(panel.getByRole('button', { name: 'Xem trước' })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(panel.getByText(`Đã lưu tệp PDF ${file}`)).toBeVisible({ timeout: 30_000 });
    expect(await findPaper(running.folders.exports, file)).toMatch(new RegExp(words, 'iu'));
  }
  for (const [name, why] of [
    ['Nhãn túi hồ sơ', 'Ngày này chưa niêm phong túi nào.'],
    ['Phiếu chốt ngày, chốt ca', 'Ngày này chưa mở ca nào.'],
    ['Công văn giải trình quá hạn', 'Cần danh sách quá hạn của tỉnh; máy này chưa có danh sách nào.'],
  ] as const) {
    await choose('Biểu mẫu', name);
    await expect(panel.getByText(why)).toBeVisible();
  }
  await page.screenshot({ path: shot('other-absent') });
});
