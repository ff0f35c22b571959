import { expect, test as base } from '@playwright/test';
import { createAppFolders, removeAppFolders, type AppFolders, type ProvinceLine } from './app-folders';
import { launchApp, type LaunchRequest, type RunningApp } from './launch-app';
import { startPrintSystem, type PrintSystem } from './print-system';
import { startProvince, type Province } from './province';

/** What every end-to-end test can have; all of it is ended and removed after the test. */
interface Parts {
  /** A province with practice data; `port` to start it where the app already looks for it. */
  readonly province: (options?: { readonly port?: number; readonly host?: string }) => Promise<Province>;
  /** Folders of a fresh installation. */
  readonly folders: (province: ProvinceLine | null) => Promise<AppFolders>;
  /** A print system of its own, still without a printer. */
  readonly prints: () => Promise<PrintSystem>;
  /** The app, started. A fault of its page that the test did not take fails the test. */
  readonly start: (request: LaunchRequest) => Promise<RunningApp>;
}

/** Tests that drive the real app. */
export const test = base.extend<Parts>({
  province: async ({}, use) => {
    const started: Province[] = [];
    await use(async (options) => {
      const province = await startProvince(options);
      started.push(province);
      return province;
    });
    await Promise.all(started.map((province) => province.remove()));
  },
  folders: async ({}, use) => {
    const made: AppFolders[] = [];
    await use(async (province) => {
      const folders = await createAppFolders({ province });
      made.push(folders);
      return folders;
    });
    await Promise.all(made.map(removeAppFolders));
  },
  prints: async ({}, use) => {
    const started: PrintSystem[] = [];
    await use(async () => {
      const prints = await startPrintSystem();
      started.push(prints);
      return prints;
    });
    await Promise.all(started.map((prints) => prints.stop()));
  },
  // Named after the folders so that it ends before they are removed.
  start: async ({ folders: _folders, province: _province, prints: _prints }, use, info) => {
    const running: RunningApp[] = [];
    await use(async (request) => {
      const app = await launchApp(request);
      running.push(app);
      return app;
    });
    const failed = info.status !== info.expectedStatus;
    for (const app of running) {
      if (failed) await attachState(app, (name, body) => info.attach(name, { body }));
      await app.kill();
    }
    expect(running.flatMap((app) => app.faults.take())).toEqual([]);
  },
});

export { expect };

/** What somebody who looks into a failure wants to see. */
async function attachState(
  app: RunningApp,
  attach: (name: string, body: string | Buffer) => Promise<void>,
): Promise<void> {
  const picture = await app.page.screenshot().catch((error: unknown) => Buffer.from(String(error)));
  await attach('screen.png', picture);
  await attach('stderr.txt', app.complaints());
}
