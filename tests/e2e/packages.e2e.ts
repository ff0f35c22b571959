import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReferencePackage } from '../../shared/domain/reference-package';
import { practicePassword, type AppFolders } from '../support/app-folders';
import { expect, test } from '../support/e2e-test';
import { openFrame } from '../support/pages/frame';
import { officerPlaces, openUnlockPage } from '../support/pages/unlock-page';
import { readInstallerPackages } from '../support/package-folder';
import { checkScreen, fitWindow } from '../support/screen-check';

/** What the province issued before this start: more free supplements, and another limit for one procedure. */
async function putProvincePackages(folders: AppFolders): Promise<void> {
  const packages = readInstallerPackages().flatMap((pack): ReferencePackage[] => {
    const head = { origin: 'province', version: '2026.11.21', validFrom: '2025-07-01', note: 'QĐ thử' } as const;
    if (pack.kind === 'rules') {
      return [{ ...pack, ...head, rows: pack.rows.map((row) => ({ ...row, supplementsAllowed: 2, provisional: [] })) }];
    }
    if (pack.kind !== 'procedures') return [];
    const rows = pack.rows.map((row) => {
      if (row.code !== '1.004873') return row;
      const limit = { unit: 'workingDays', amount: 5 } as const;
      const cases = row.cases.map((one) => ({ ...one, limits: { counter: limit, online: limit, post: limit } }));
      return { ...row, cases };
    });
    return [{ ...pack, ...head, rows }];
  });
  const folder = join(folders.data, 'packages');
  await mkdir(folder, { recursive: true });
  for (const pack of packages) {
    const signed = { package: pack, keyId: 'k', signature: 'A'.repeat(86) };
    await writeFile(join(folder, `${pack.kind}-${pack.version}.json`), JSON.stringify(signed));
  }
}

test('the settings tell where the rules come from, what changed and what is not sure', async ({ folders, start }) => {
  const own = await folders(null);
  await putProvincePackages(own);
  const running = await start({ folders: own });
  const { page } = running;
  await fitWindow(running);
  await openUnlockPage(page).enter(officerPlaces.counter, practicePassword);
  await openFrame(page).go('settings');
  const line = (text: string) => page.getByRole('listitem').filter({ hasText: text });
  const procedures = line('Thủ tục hành chính').filter({ hasText: 'do tỉnh phát hành' }).first();
  await expect(procedures).toContainText('Đang áp dụng');
  await procedures.getByRole('button', { name: 'Xem thay đổi' }).click();
  await expect(procedures).toContainText('1.004873');
  await expect(procedures).toContainText('→ 5 ngày làm việc');
  await expect(procedures).toContainText('Đã kiểm đúng chữ ký của tỉnh khi nhận về máy');
  await expect(procedures).toContainText('chưa đối chiếu văn bản gốc: ');
  await procedures.scrollIntoViewIfNeeded();
  await checkScreen(running, 'settings-packages');
  const rules = line('Quy tắc thời hạn và quyền').filter({ hasText: 'do tỉnh phát hành' }).first();
  await rules.getByRole('button', { name: 'Xem thay đổi' }).click();
  await expect(rules).toContainText('số lần bổ sung');
  await expect(procedures.getByRole('button', { name: 'Xem thay đổi' })).toBeVisible();
  await rules.scrollIntoViewIfNeeded();
  await checkScreen(running, 'settings-packages-rules');
  await page.getByText('English', { exact: true }).click();
  await expect(page.getByText('Rules in use')).toBeVisible();
  await page.getByText('Rules in use').scrollIntoViewIfNeeded();
  await checkScreen(running, 'settings-packages-english');
});
