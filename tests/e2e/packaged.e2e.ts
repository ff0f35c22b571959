import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { practicePassword } from '../support/app-folders';
import { numberedCitizen } from '../support/citizen-cards';
import { checkoutRoot } from '../support/electron-path';
import { expect, test } from '../support/e2e-test';
import { startPackagedApp } from '../support/packaged-app';
import { openDossiers } from '../support/pages/dossiers-page';
import { openFrame } from '../support/pages/frame';
import { openIntake } from '../support/pages/intake-page';
import { officerPlaces, openUnlockPage } from '../support/pages/unlock-page';

test('the packaged, fused app starts, unlocks and shows a received dossier', async ({ folders }) => {
  await promisify(execFile)(process.execPath, [join(checkoutRoot, 'build/package.mjs')], { cwd: checkoutRoot });
  const { page, stop } = await startPackagedApp(await folders(null));
  try {
    await openUnlockPage(page).enter(officerPlaces.counter, practicePassword);
    const intake = openIntake(page);
    await intake.scanCard(numberedCitizen(1));
    await intake.chooseProcedure('tinh trang hon nhan', 'Xác nhận tình trạng hôn nhân');
    await intake.receive();
    const code = await intake.readSavedCode();
    await openFrame(page).go('dossiers');
    await expect(openDossiers(page).rows.filter({ hasText: code })).toContainText(numberedCitizen(1).name);
  } finally {
    await stop();
  }
});
