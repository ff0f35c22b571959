import { test as base } from '@playwright/test';
import { createAppFolders, practicePassword, removeAppFolders } from '../../support/app-folders';
import { launchApp, type RunningApp } from '../../support/launch-app';
import { officerPlaces, openUnlockPage } from '../../support/pages/unlock-page';
import { openFrame } from '../../support/pages/frame';
import { provinceLine } from '../../support/province';

interface Desk {
  /** The app, unlocked, with the line to the province open; one for the whole suite. */
  readonly desk: RunningApp;
  /** `http://host:port` of the listener that nothing may reach. */
  readonly canary: string;
}

/** Completed requests of the page's session, kept inside the app's main process. */
interface RequestLog {
  qmcCompleted?: string[];
}

/** Tests that turn the page against its own app. Refusals are what they want, so faults are no failure here. */
export const test = base.extend<object, Desk>({
  desk: [
    async ({}, use) => {
      const port = Number(process.env['QMC_SERVER_PORT']);
      const folders = await createAppFolders({ province: provinceLine(port) });
      const running = await launchApp({ folders });
      await running.app.evaluate(({ session }) => {
        const completed: string[] = [];
        (globalThis as RequestLog).qmcCompleted = completed;
        session.defaultSession.webRequest.onCompleted((details) => {
          completed.push(details.url);
        });
      });
      await openUnlockPage(running.page).enter(officerPlaces.counter, practicePassword);
      await openFrame(running.page).rail.waitFor();
      await use(running);
      await running.kill();
      await removeAppFolders(folders);
    },
    { scope: 'worker' },
  ],
  canary: [
    async ({}, use) => {
      await use(`http://${process.env['QMC_CANARY'] ?? ''}`);
    },
    { scope: 'worker' },
  ],
});

/** Every address the page got an answer from. */
export async function readCompletedRequests(desk: RunningApp): Promise<readonly string[]> {
  return desk.app.evaluate(() => (globalThis as RequestLog).qmcCompleted ?? []);
}

export { expect } from '@playwright/test';
