import { dossierPayloads } from '../../shared/domain/actions/dossier-actions';
import { practicePassword } from '../support/app-folders';
import { numberedCitizen } from '../support/citizen-cards';
import { readJournal, readSyncStatus } from '../support/desktop-bridge';
import { expect, test } from '../support/e2e-test';
import { findFreePort } from '../support/free-port';
import type { RunningApp } from '../support/launch-app';
import { emptyListLie, loginPageLie, startLyingServer } from '../support/lying-server';
import { openFrame } from '../support/pages/frame';
import { openIntake } from '../support/pages/intake-page';
import { openSyncDesk } from '../support/pages/sync-desk-page';
import { officerPlaces, openUnlockPage } from '../support/pages/unlock-page';
import { provinceLine, readFeed } from '../support/province';

async function receiveDossiers(running: RunningApp, from: number, count: number): Promise<string[]> {
  const { page } = running;
  await openFrame(page).go('intake');
  const intake = openIntake(page);
  const codes: string[] = [];
  for (let n = from; n < from + count; n += 1) {
    await intake.scanCard(numberedCitizen(n));
    await intake.chooseProcedure('tinh trang hon nhan', 'Xác nhận tình trạng hôn nhân');
    await intake.receive();
    codes.push(await intake.readSavedCode());
    await intake.next();
  }
  return codes;
}

async function countReceipts(running: RunningApp): Promise<number> {
  const lines = await readJournal(running.page);
  return lines.reduce((sum, { body }) => sum + (body.kind === 'receipts' ? body.receipts.length : 0), 0);
}

test('a server that is absent or lies gets nothing believed, and the true one gets everything', async ({
  province,
  folders,
  start,
}) => {
  const port = await findFreePort();
  const running = await start({ folders: await folders(provinceLine(port)) });
  const { page } = running;
  await openUnlockPage(page).enter(officerPlaces.counter, practicePassword);
  const frame = openFrame(page);
  const desk = openSyncDesk(page);

  await test.step('absent', async () => {
    const codes = await receiveDossiers(running, 0, 1);
    expect(codes[0]).toMatch(/^TAM-/u);
    await frame.go('sync');
    await desk.expectFigures({ saved: 1, accepted: 0, waiting: 1 });
    await expect(desk.notice(/Không có mạng đến tỉnh\. Tiếp nhận, in và trả kết quả vẫn làm được/u)).toBeVisible();
  });

  const liar = await startLyingServer(port, emptyListLie);
  for (const [lie, told, sentence] of [
    ['an empty list', emptyListLie, /khác phiên bản|chưa gửi được/u],
    ['the log-in page of a network', loginPageLie, /trang đăng nhập/u],
    ['a fault of the server', { status: 503, type: 'text/plain', body: 'no' }, /Máy chủ của tỉnh đang có lỗi/u],
  ] as const) {
    await test.step(lie, async () => {
      liar.tell(told);
      const before = liar.asked().length;
      await frame.go('sync');
      await desk.sendNow();
      await expect.poll(() => liar.asked().length, { timeout: 30_000 }).toBeGreaterThan(before);
      await expect(desk.notice(sentence)).toBeVisible();
      await desk.expectFigures({ saved: 1, accepted: 0, waiting: 1 });
      expect(await countReceipts(running)).toBe(0);
    });
  }
  await liar.stop();

  await test.step('the true province', async () => {
    await province({ port });
    await frame.go('sync');
    await desk.sendNow();
    await desk.expectFigures({ saved: 1, accepted: 1, waiting: 0 }, 60_000);
    const [code] = await receiveDossiers(running, 1, 1);
    expect(code).toMatch(/^H41\.26-/u);
    await frame.go('sync');
    await desk.expectFigures({ saved: 2, accepted: 2, waiting: 0 }, 60_000);
    const received = (await readFeed(`http://127.0.0.1:${String(port)}`)).filter(
      ({ action }) => action.kind === 'DossierReceived',
    );
    expect(received).toHaveLength(2);
    expect((await readSyncStatus(page)).issues).toEqual([]);
  });
});

test('a province that is killed in the middle of its work gets everything once', async ({
  province,
  folders,
  start,
}) => {
  const place = await province();
  const running = await start({ folders: await folders(place.line) });
  await openUnlockPage(running.page).enter(officerPlaces.counter, practicePassword);
  await expect
    .poll(async () => (await readSyncStatus(running.page)).codesLeft.today, { timeout: 30_000 })
    .toBeGreaterThan(0);
  const first = await receiveDossiers(running, 0, 1);
  await place.server().kill();
  const others = await receiveDossiers(running, 1, 2);
  await place.start();
  await openFrame(running.page).go('sync');
  await openSyncDesk(running.page).sendNow();
  await openSyncDesk(running.page).expectFigures({ saved: 3, accepted: 3, waiting: 0, issues: 0 }, 60_000);
  const feed = await readFeed(place.line.serverUrl);
  const received = feed.filter(({ action }) => action.kind === 'DossierReceived');
  const codes = received.map(({ action }) => dossierPayloads.DossierReceived.parse(action.payload).code.value);
  expect(codes.sort()).toEqual([...first, ...others].sort());
  expect(new Set(feed.map(({ action }) => action.id)).size).toBe(feed.length);
});
