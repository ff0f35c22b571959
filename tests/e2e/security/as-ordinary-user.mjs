// Runs the security suite as an ordinary user, so that Chromium's sandbox is on. Started by
// security.e2e.ts, as root where the tests run as root, inside the network it is to live in.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createSocket } from 'node:dgram';
import { createServer, connect } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAsOrdinaryUser } from '../../../build/ordinary-user.mjs';
import { runCommand } from '../../../build/run-command.mjs';

const ROOT = join(import.meta.dirname, '../../..');
const SUITE_MS = 4 * 60_000;

/**
 * Listens here and hands everything on.
 *
 * @param {{ host: string, port: number }} near @param {import('node:net').NetConnectOpts} far
 */
async function openLine(near, far) {
  const line = createServer((socket) => {
    const onward = connect(far);
    socket.pipe(onward).pipe(socket);
    for (const end of [socket, onward]) end.on('error', () => [socket, onward].forEach((each) => each.destroy()));
  });
  line.listen(near.port, near.host);
  await once(line, 'listening');
  return line;
}

/**
 * The other end of a unix socket as a port of the gateway, in a network without a cable. A datagram is no stream: it
 * knocks at the other end, so that it is heard there too.
 *
 * @param {string} gateway @param {{ port: number, path: string }} relay
 */
async function openRelay(gateway, { port, path }) {
  const datagrams = createSocket('udp4', () =>
    connect({ path })
      .on('error', () => undefined)
      .end('datagram'),
  );
  datagrams.bind(port, gateway);
  const line = await openLine({ host: gateway, port }, { path });
  return { close: () => [line, datagrams].forEach((end) => end.close()) };
}

/**
 * The checkout and the runtimes as others may see them, whatever the rights of the folders above them: mounted below a
 * folder of its own. The mounts belong to this program's namespace and end with it.
 *
 * @param {string} place
 */
async function showToOthers(place) {
  const checkout = join(place, 'checkout');
  const node = join(place, 'node');
  await mkdir(checkout);
  await writeFile(node, '');
  for (const [from, to] of [
    [ROOT, checkout],
    [process.execPath, node],
  ]) {
    const { code, stderr } = await runCommand('mount', ['--bind', from, to]);
    if (code !== 0) throw new Error(`the checkout cannot be shown to others: ${stderr}`);
  }
  return { checkout, node };
}

const isRoot = process.getuid?.() === 0;
const place = await mkdtemp(join(tmpdir(), 'security-'));
const { checkout, node } = isRoot ? await showToOthers(place) : { checkout: ROOT, node: process.execPath };
if (isRoot) await runCommand('chmod', ['755', place]);
const { QMC_ELECTRON = '', QMC_SERVER_HOST = '', QMC_SERVER_PORT = '', QMC_RELAYS = '[]' } = process.env;
/** @type {{ close: () => void }[]} */
const lines = [];
/** @type {{ port: number, path: string }[]} */
const relays = JSON.parse(QMC_RELAYS);
for (const relay of relays) lines.push(await openRelay(QMC_SERVER_HOST, relay));
// The app speaks plain HTTP with its own machine only: inside the lone network this is the end of a line that leads to the
// server outside.
const port = Number(QMC_SERVER_PORT);
if (QMC_SERVER_HOST !== '127.0.0.1') {
  lines.push(await openLine({ host: '127.0.0.1', port }, { host: QMC_SERVER_HOST, port }));
}
try {
  const cli = join(checkout, 'node_modules/@playwright/test/cli.js');
  const config = join(checkout, 'tests/e2e/security/playwright.config.ts');
  const { code } = await runAsOrdinaryUser(node, [cli, 'test', '--config', config], {
    cwd: checkout,
    show: true,
    timeoutMs: SUITE_MS,
    env: {
      ...process.env,
      QMC_ELECTRON: QMC_ELECTRON.startsWith(ROOT) ? checkout + QMC_ELECTRON.slice(ROOT.length) : QMC_ELECTRON,
    },
  });
  process.exitCode = code;
} finally {
  lines.forEach((line) => line.close());
  if (isRoot) for (const mounted of [checkout, node]) await runCommand('umount', ['--lazy', mounted]);
  await rm(place, { recursive: true, force: true });
}
