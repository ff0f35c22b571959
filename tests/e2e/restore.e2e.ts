import { rm } from 'node:fs/promises';
import { indexedDbFolder, practicePassword } from '../support/app-folders';
import { numberedCitizen } from '../support/citizen-cards';
import { countDossiers, readJournal, readSyncStatus } from '../support/desktop-bridge';
import { expect, test } from '../support/e2e-test';
import { openDossiers } from '../support/pages/dossiers-page';
import { openFrame } from '../support/pages/frame';
import { openIntake } from '../support/pages/intake-page';
import { officerPlaces, openUnlockPage } from '../support/pages/unlock-page';

test('everything comes back from the journal when the store is gone and there is no line', async ({
  province,
  folders,
  start,
}) => {
  const place = await province();
  const installation = await folders(place.line);
  const first = await start({ folders: installation });
  await openUnlockPage(first.page).enter(officerPlaces.counter, practicePassword);
  await expect
    .poll(async () => (await readSyncStatus(first.page)).codesLeft.today, { timeout: 30_000 })
    .toBeGreaterThan(0);
  await place.stop();
  const intake = openIntake(first.page);
  const received: { code: string; name: string }[] = [];
  for (let n = 0; n < 3; n += 1) {
    await intake.scanCard(numberedCitizen(n));
    await intake.chooseProcedure('tinh trang hon nhan', 'Xác nhận tình trạng hôn nhân');
    await intake.receive();
    received.push({ code: await intake.readSavedCode(), name: numberedCitizen(n).name });
    await intake.next();
  }
  // The day's online submissions of the province come back too, counted apart.
  const known = countDossiers(await readJournal(first.page));
  expect(known.online).toBeGreaterThan(0);
  await first.kill();
  await rm(indexedDbFolder(installation), { recursive: true });

  const second = await start({ folders: installation });
  const { page } = second;
  const unlock = openUnlockPage(page);
  await expect(page.getByText('Máy này chưa được thiết lập')).toHaveCount(0);
  await unlock.signIn(officerPlaces.counter, practicePassword);
  await expect(
    page.getByText(
      `Đã khôi phục ${String(known.all - known.online)} hồ sơ, ${String(known.online)} hồ sơ trực tuyến chờ từ nhật ký của máy này.`,
    ),
  ).toBeVisible();
  await expect(page.getByText('3 hồ sơ chưa gửi được về tỉnh')).toBeVisible();
  await unlock.begin();
  await openFrame(page).go('dossiers');
  const dossiers = openDossiers(page);
  for (const { code, name } of received) {
    await expect(dossiers.rows.filter({ hasText: code })).toContainText(name);
  }
  await openFrame(page).go('intake');
  const again = openIntake(page);
  await again.scanCard(numberedCitizen(3));
  await again.chooseProcedure('tinh trang hon nhan', 'Xác nhận tình trạng hôn nhân');
  await again.receive();
  const next = await again.readSavedCode();
  expect(received.map(({ code }) => code)).not.toContain(next);
  expect((await readSyncStatus(page)).waiting).toBe(4);
});
