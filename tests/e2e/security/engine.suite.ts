import { readFile, writeFile } from 'node:fs/promises';
import { channelNames, eventNames } from '../../../shared/ipc/channels';
import { practicePassword } from '../../support/app-folders';
import { openFrame } from '../../support/pages/frame';
import { officerPlaces, openUnlockPage } from '../../support/pages/unlock-page';
import { expect, test } from './secured-desk';

test('the page runs in the sandbox of an ordinary user', async ({ desk }) => {
  expect(process.getuid?.()).not.toBe(0);
  const metrics = await desk.app.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, type, sandboxed }) => ({ pid, type, sandboxed })),
  );
  const pages = metrics.filter(({ type }) => type === 'Tab');
  expect(pages).toHaveLength(1);
  for (const { pid } of pages) {
    const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
    expect(status).toMatch(/^Seccomp:\t2$/mu);
    expect(status).toMatch(/^NoNewPrivs:\t1$/mu);
  }
});

/** What a preload script of the tests says of the process it runs in. */
interface ProcessReport {
  readonly type: string;
  readonly sandboxed: boolean;
  readonly contextIsolated: boolean;
  readonly url: string;
}

const reporter = `
  const { type, sandboxed, contextIsolated } = process;
  require('electron').ipcRenderer.send('test:process', { type, sandboxed, contextIsolated, url: location.href });`;

test('the process of the page says itself that it is sandboxed and isolated', async ({ desk }, info) => {
  const script = info.outputPath('report-process.cjs');
  await writeFile(script, reporter);
  const takeBack = await desk.app.evaluateHandle(({ ipcMain, session }, filePath) => {
    const reports: ProcessReport[] = [];
    ipcMain.on('test:process', (_event, report: ProcessReport) => reports.push(report));
    // The second is the only one of the older engines, the first the only one of those to come.
    const place = session.defaultSession as unknown as {
      registerPreloadScript?: (script: { type: 'frame'; filePath: string }) => string;
      unregisterPreloadScript?: (id: string) => void;
      setPreloads?: (paths: string[]) => void;
    };
    const id = place.registerPreloadScript?.({ type: 'frame', filePath });
    if (id === undefined) place.setPreloads?.([filePath]);
    return () => {
      if (id === undefined) place.setPreloads?.([]);
      else place.unregisterPreloadScript?.(id);
      ipcMain.removeAllListeners('test:process');
      return reports;
    };
  }, script);
  // Locking loads the page in a new process, with every preload script of the session.
  await desk.lock();
  const reports = await takeBack.evaluate((task) => task());
  await openUnlockPage(desk.page).signIn(officerPlaces.counter, practicePassword);
  await openFrame(desk.page).rail.waitFor();
  expect(reports.map(({ url }) => url)).toContain('app://bundle/');
  for (const report of reports) {
    expect(report).toMatchObject({ type: 'renderer', sandboxed: true, contextIsolated: true });
  }
});

test('the settings of the page are the closed ones', async ({ desk }) => {
  const preferences = await desk.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const contents = window?.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
    return contents.getLastWebPreferences();
  });
  // Absent where the engine's own default is the closed one.
  expect(preferences['nodeIntegrationInWorker'] ?? false).toBe(false);
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  });
});

test('the page sees the bridge and nothing of Node', async ({ desk }) => {
  const seen = await desk.page.evaluate(() => {
    const bridge = (globalThis as unknown as { desktop: Record<string, unknown> }).desktop;
    const areas = Object.fromEntries(
      Object.entries(bridge).map(([name, area]) => [
        name,
        typeof area === 'function' ? 'function' : Object.keys(area as object),
      ]),
    );
    const node = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'];
    return { areas, node: node.map((name) => typeof (globalThis as Record<string, unknown>)[name]) };
  });
  expect(Object.keys(seen.areas).sort()).toEqual(
    ['app', 'exports', 'on', 'print', 'records', 'reference', 'scan', 'session', 'sync'].sort(),
  );
  expect(seen.areas).toEqual({ ...structuredClone(channelNames), on: 'function' });
  expect(new Set(seen.node)).toEqual(new Set(['undefined']));
});

test('the bridge cannot be changed and takes no unknown event', async ({ desk }) => {
  const outcome = await desk.page.evaluate(() => {
    const bridge = (
      globalThis as unknown as { desktop: { on: (name: string, listener: () => void) => unknown; session: object } }
    ).desktop;
    const tryIt = (task: () => unknown): string => {
      try {
        task();
        return 'taken';
      } catch (error) {
        return String(error);
      }
    };
    return {
      unknownEvent: tryIt(() => bridge.on('anything', () => undefined)),
      newMember: tryIt(() => Object.defineProperty(bridge.session, 'steal', { value: 1 })),
      isFrozen: Object.isFrozen(bridge) && Object.isFrozen(bridge.session),
    };
  });
  expect(outcome.unknownEvent).toContain('unknown event');
  expect(outcome.newMember).not.toBe('taken');
  expect(outcome.isFrozen).toBe(true);
  expect(eventNames.length).toBeGreaterThan(0);
});

test('a channel that is on no list is refused by main', async ({ desk }) => {
  const outcome = await desk.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => Promise<unknown>> })
      ._invokeHandlers;
    const handle = handlers.get('desktop:request');
    const frame = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame;
    const call = async (name: unknown, input: unknown): Promise<unknown> => {
      try {
        return await handle?.({ senderFrame: frame }, name, input);
      } catch (error) {
        return error instanceof Error ? error.message : 'thrown';
      }
    };
    return {
      channels: [...handlers.keys()],
      unknown: await call('records.dropAll', undefined),
      inherited: await call('constructor.constructor', undefined),
      noName: await call({}, undefined),
      badInput: await call('session.unlock', { officerId: 1 }),
    };
  });
  expect(outcome).toEqual({
    channels: ['desktop:request'],
    unknown: 'unknown channel',
    inherited: 'unknown channel',
    noName: 'unknown channel',
    badInput: { ok: false, error: { kind: 'badRequest', channel: 'session.unlock' } },
  });
});

test('another window is foreign to main, and frames inside it get no bridge', async ({ desk }) => {
  const seen = await desk.app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/app/preload/preload.cjs`;
    // The same bridge in a window that is not ours, with frames let in: the nearest thing to a page that took over.
    const intruder = new BrowserWindow({ show: false, webPreferences: { preload, nodeIntegrationInSubFrames: true } });
    try {
      await intruder.loadURL('app://bundle/');
      const answer: unknown = await intruder.webContents.executeJavaScript('desktop.session.status()');
      await intruder.webContents.executeJavaScript(`{
        const page = URL.createObjectURL(new Blob(['<p>x</p>'], { type: 'text/html' }));
        for (const src of ['about:blank', 'app://bundle/index.html', page]) {
          const frame = document.createElement('iframe');
          frame.src = src;
          document.body.append(frame);
        }
      }`);
      const { frames } = intruder.webContents.mainFrame;
      const bridges = await Promise.all(
        frames.map((frame) => frame.executeJavaScript('typeof desktop') as Promise<string>),
      );
      return { answer, frames: bridges.length, bridges: [...new Set(bridges)] };
    } finally {
      intruder.destroy();
    }
  });
  expect(seen).toEqual({ answer: { ok: false, error: { kind: 'foreignSender' } }, frames: 3, bridges: ['undefined'] });
});

test('a frame injected into the page has no bridge', async ({ desk }) => {
  const bridge = await desk.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    await new Promise((done) => setTimeout(done, 0));
    const inner = frame.contentWindow;
    const seen = typeof inner?.desktop;
    frame.remove();
    return seen;
  });
  expect(bridge).toBe('undefined');
});

test('every answer of the app carries the policy', async ({ desk }) => {
  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; " +
    "worker-src 'self'; media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'self' blob:; " +
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types egov dompurify";
  const answers = await desk.page.evaluate(async () => {
    const paths = [
      '/',
      '/index.html',
      '/no-such-file.js',
      '/pages/none',
      '/%2e%2e/%2e%2e/package.json',
      '/..%5cpackage.json',
      '/pages/..%2f..%2fkeys',
    ];
    return Promise.all(
      paths.map(async (path) => {
        const answer = await fetch(path);
        return {
          path,
          status: answer.status,
          policy: answer.headers.get('content-security-policy'),
          sniff: answer.headers.get('x-content-type-options'),
          opener: answer.headers.get('cross-origin-opener-policy'),
        };
      }),
    );
  });
  for (const answer of answers) {
    expect(answer).toMatchObject({ policy, sniff: 'nosniff', opener: 'same-origin' });
  }
  expect(answers.map(({ status }) => status < 400)).toEqual([true, true, false, false, false, false, false]);
});
