import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { practicePassword } from '../support/app-folders';
import { numberedCitizen } from '../support/citizen-cards';
import { checkoutRoot } from '../support/electron-path';
import { expect, test } from '../support/e2e-test';
import { findListeningPorts } from '../support/listening-ports';
import { drivePackage, startPackage } from '../support/packaged-app';
import { openDossiers } from '../support/pages/dossiers-page';
import { openFrame } from '../support/pages/frame';
import { openIntake } from '../support/pages/intake-page';
import { officerPlaces, openUnlockPage } from '../support/pages/unlock-page';

test.beforeAll(async () => {
  await promisify(execFile)(process.execPath, [join(checkoutRoot, 'build/package.mjs')], { cwd: checkoutRoot });
});

test('the packaged, fused app starts, unlocks and shows a received dossier', async ({ folders }) => {
  const { page, group, stop } = await drivePackage(await folders(null));
  try {
    // The driver's own port is seen: so an empty list below means something.
    expect(await findListeningPorts(group)).toHaveLength(1);
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

for (const option of [
  '--remote-debugging-port=0',
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--inspect=0',
  '--inspect-brk=0',
  '--js-flags=--expose-gc',
]) {
  test(`the package does not start with ${option}`, async ({ folders }) => {
    const place = await folders(null);
    const { child, said } = startPackage(place, [option]);
    expect(await once(child, 'exit')).toEqual([2, null]);
    expect(said()).toContain(`Ứng dụng không khởi động với tham số ${option.replace(/=.*/u, '')}`);
    expect(said()).not.toMatch(/listening/iu);
    expect(await readdir(place.data)).toEqual([]);
  });
}

test('the package as it ships listens nowhere, not even when it is asked by signal', async ({ folders }) => {
  const place = await folders(null);
  const { child, said, kill } = startPackage(place);
  const group = child.pid ?? 0;
  try {
    // The engine keeps the page's compiled code once it ran: then everything that might listen has started.
    const compiled = join(place.data, 'profile', 'Code Cache', 'js');
    const isCompiled = async (): Promise<boolean> =>
      (await readdir(compiled).catch(() => [])).some((name) => name.endsWith('_0'));
    await expect.poll(isCompiled, { timeout: 60_000 }).toBe(true);
    expect(await readFile(join(place.data, 'log', 'log.jsonl'), 'utf8')).toContain('"started"');
    expect(await findListeningPorts(group)).toEqual([]);
    // A runtime that was left open starts Node's inspector on this signal.
    process.kill(group, 'SIGUSR1');
    await promisify(execFile)(process.execPath, ['-e', '']);
    expect(await findListeningPorts(group)).toEqual([]);
    expect(said()).not.toMatch(/listening/iu);
  } finally {
    await kill();
  }
});
