import { expect, readCompletedRequests, test } from './secured-desk';
import { readSyncStatus } from '../../support/desktop-bridge';

/** Ways out of the page. Each ends in an error, and the canary at the address given hears nothing. */
const attempts = {
  fetch: (canary: string) => fetch(`${canary}/fetch`, { mode: 'no-cors' }).then(() => 'out'),
  keepalive: (canary: string) =>
    fetch(`${canary}/keepalive`, { method: 'POST', keepalive: true, mode: 'no-cors', body: 'x' }).then(() => 'out'),
  file: () => fetch('file:///etc/passwd').then(() => 'out'),
  otherHost: () => fetch('app://other/index.html').then(() => 'out'),
  xhr: (canary: string) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.onload = () => resolve('out');
      request.onerror = () => reject(new Error('refused'));
      request.open('GET', `${canary}/xhr`);
      request.send();
    }),
  webSocket: (canary: string) =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`${canary.replace('http', 'ws')}/socket`);
      socket.onopen = () => resolve('out');
      socket.onerror = () => reject(new Error('refused'));
    }),
  eventSource: (canary: string) =>
    new Promise((resolve, reject) => {
      const source = new EventSource(`${canary}/events`);
      source.onopen = () => resolve('out');
      source.onerror = () => {
        source.close();
        reject(new Error('refused'));
      };
    }),
  picture: (canary: string) =>
    new Promise((resolve, reject) => {
      const picture = new Image();
      picture.onload = () => resolve('out');
      picture.onerror = () => reject(new Error('refused'));
      picture.src = `${canary}/picture.png`;
    }),
  style: (canary: string) =>
    new Promise((resolve, reject) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = `${canary}/style.css`;
      link.onload = () => resolve('out');
      link.onerror = () => reject(new Error('refused'));
      document.head.append(link);
    }),
  font: (canary: string) => new FontFace('Lạ', `url(${canary}/font.woff2)`).load().then(() => 'out'),
  sound: (canary: string) =>
    new Promise((resolve, reject) => {
      const sound = new Audio();
      sound.onloadeddata = () => resolve('out');
      sound.onerror = () => reject(new Error('refused'));
      sound.src = `${canary}/sound.mp3`;
    }),
  serviceWorker: () => navigator.serviceWorker.register('/index.html').then(() => 'out'),
  worker: (canary: string) => {
    new Worker(`${canary}/worker.js`);
    return Promise.resolve('made');
  },
  script: (canary: string) => {
    const script = document.createElement('script');
    script.src = `${canary}/script.js`;
    document.head.append(script);
    return Promise.resolve('planted');
  },
  inlineScript: () => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.planted = true';
    document.head.append(script);
    return Promise.resolve('planted');
  },
  innerHtml: () => {
    document.createElement('div').innerHTML = '<img src=x onerror="globalThis.planted = true">';
    return Promise.resolve('set');
  },
  evaluated: () =>
    new Promise((resolve, reject) => {
      // In a task of the page's own: what a driver runs directly is exempt from the policy.
      setTimeout(() => {
        try {
          resolve(typeof Reflect.construct(Function, ['return 1']));
        } catch {
          reject(new Error('refused'));
        }
      });
    }),
} as const;

for (const [name, attempt] of Object.entries(attempts)) {
  test(`planted ${name} fails`, async ({ desk, canary }) => {
    const outcome = await desk.page
      .evaluate(`(${attempt.toString()})(${JSON.stringify(canary)})`)
      .then(String, (error: unknown) => (error instanceof Error ? 'refused' : 'thrown'));
    expect(outcome).toBe('refused');
    expect(await desk.page.evaluate(() => (globalThis as { planted?: boolean }).planted)).toBeUndefined();
  });
}

test('beacons, hints and background pictures leave no trace outside', async ({ desk, canary }) => {
  await desk.page.evaluate((target) => {
    navigator.sendBeacon(`${target}/beacon`, 'x');
    for (const rel of [
      'prefetch',
      'preload',
      'preconnect',
      'dns-prefetch',
      'modulepreload',
      'prerender',
      'icon',
      'manifest',
    ]) {
      const link = document.createElement('link');
      link.rel = rel;
      link.href = `${target}/${rel}`;
      if (rel === 'preload') link.as = 'image';
      document.head.append(link);
    }
    const box = document.createElement('div');
    box.style.backgroundImage = `url(${target}/background.png)`;
    box.textContent = 'x';
    document.body.append(box);
    const anchor = document.createElement('a');
    anchor.href = '#';
    anchor.ping = `${target}/ping`;
    document.body.append(anchor);
    anchor.click();
    box.remove();
    anchor.remove();
  }, canary);
  expect(await readCompletedRequests(desk)).not.toContainEqual(expect.stringContaining(canary));
});

test('WebRTC finds no way out', async ({ desk, canary }) => {
  const host = canary.replace('http://', '');
  const candidates = await desk.page.evaluate(async (target) => {
    const connection = new RTCPeerConnection({
      iceServers: [
        { urls: `stun:${target}` },
        { urls: `turn:${target}?transport=tcp`, username: 'a', credential: 'b' },
      ],
    });
    const found: string[] = [];
    connection.createDataChannel('x');
    const complete = new Promise<void>((done) => {
      connection.onicecandidate = (event) => {
        if (event.candidate === null) done();
        else found.push(event.candidate.candidate);
      };
    });
    await connection.setLocalDescription(await connection.createOffer());
    // Where the only interface is the loop, Chromium has nothing to gather from and never says that it is done.
    const longEnough = new Promise<void>((done) => setTimeout(done, 12_000));
    await Promise.race([complete, longEnough]);
    connection.close();
    return found;
  }, host);
  expect(candidates.filter((candidate) => /typ (srflx|relay|prflx)/u.test(candidate))).toEqual([]);
});

test('a foreign frame and a web view stay empty', async ({ desk, canary }) => {
  const attached = await desk.page.evaluate(async (target) => {
    const frame = document.createElement('iframe');
    frame.src = `${target}/frame`;
    const view = document.createElement('webview');
    view.setAttribute('src', `${target}/webview`);
    // A frame that was stopped tells its end like one that was loaded.
    const ended = new Promise((done) => frame.addEventListener('load', done));
    document.body.append(frame, view);
    await ended;
    const isElement = view instanceof HTMLUnknownElement || view.constructor === HTMLElement;
    let frameText: string | null = null;
    try {
      frameText = frame.contentDocument?.body.textContent ?? null;
    } catch {
      frameText = null;
    }
    frame.remove();
    view.remove();
    return { isElement, frameText };
  }, canary);
  expect(attached.isElement).toBe(true);
  expect(attached.frameText === null || attached.frameText === '').toBe(true);
  const views = await desk.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getType()),
  );
  expect(views).toEqual(['window']);
});

test('after all of that the page has talked to the app alone, and main to the province', async ({ desk, canary }) => {
  const completed = await readCompletedRequests(desk);
  expect(completed.length).toBeGreaterThan(0);
  expect(completed.filter((url) => !url.startsWith('app://bundle/') && !url.startsWith('blob:app://bundle/'))).toEqual(
    [],
  );
  await expect.poll(async () => (await readSyncStatus(desk.page)).line, { timeout: 30_000 }).toBe('up');
  // The canary is really within reach of this user: the silence above means something.
  expect(await (await fetch(`${canary}/control`)).text()).toBe('ok');
});

test('the page cannot be led away nor open another one', async ({ desk, canary }) => {
  const opened = await desk.page.evaluate((target) => {
    const blank = window.open(`${target}/window`);
    const own = window.open('app://bundle/');
    const link = document.createElement('a');
    link.href = `${target}/link`;
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.remove();
    return [blank, own].map((each) => each === null);
  }, canary);
  expect(opened).toEqual([true, true]);
  await desk.page.evaluate((target) => {
    const form = document.createElement('form');
    form.action = `${target}/form`;
    form.method = 'post';
    document.body.append(form);
    form.submit();
    form.remove();
    const refresh = document.createElement('meta');
    refresh.httpEquiv = 'refresh';
    refresh.content = `0;url=${target}/refresh`;
    document.head.append(refresh);
    location.assign(`${target}/assign`);
  }, canary);
  // Asked from main's side: the driver waits for navigations that never come about.
  const after = await desk.app.evaluate(async ({ BrowserWindow }) => {
    const windows = BrowserWindow.getAllWindows();
    const rail: unknown = await windows[0]?.webContents.executeJavaScript(
      `document.querySelector('nav[aria-label]')?.checkVisibility()`,
    );
    // The hash is the page's own: one planted link led to it.
    return { windows: windows.map((window) => window.webContents.getURL().replace(/#$/u, '')), rail };
  });
  expect(after).toEqual({ windows: ['app://bundle/'], rail: true });
});
