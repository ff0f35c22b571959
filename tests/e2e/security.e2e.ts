import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from '../support/e2e-test';
import { startCanary } from '../support/canary';
import { checkoutRoot, findElectronPath } from '../support/electron-path';
import { makeLoneNetwork, type LoneNetwork } from '../support/lone-network';
import { startUnixRelay } from '../support/unix-relay';

/**
 * The suite itself is `security/*.suite.ts`. It runs as an ordinary user with the sandbox on, in a network that leads to
 * the province and to a canary that nothing may ever reach, and nowhere else.
 */
test('the page has no way out when it turns hostile', async ({ province }) => {
  test.setTimeout(300_000);
  const { network } = await makeLoneNetwork();
  const isCabled = network?.way === 'cable';
  const outside = isCabled ? network.gateway : '127.0.0.1';
  const canary = await startCanary(outside);
  try {
    const { port } = (await province({ host: outside })).server();
    const relays = network?.way === 'sockets' ? await Promise.all([port, canary.port].map(startUnixRelay)) : [];
    const code = await runSuite(network, {
      QMC_SERVER_HOST: network?.gateway ?? outside,
      QMC_SERVER_PORT: String(port),
      QMC_CANARY: `${network?.gateway ?? outside}:${String(canary.port)}`,
      QMC_RELAYS: JSON.stringify(relays.map((relay) => ({ port: relay.port, path: relay.path }))),
    });
    expect(code, 'the security suite passes').toBe(0);
    // The suite itself knocks once, to show that the canary can be heard from in there.
    expect(canary.heard().filter((sound) => !sound.includes('GET /control'))).toEqual(['tcp']);
    await Promise.all(relays.map((relay) => relay.stop()));
  } finally {
    await canary.stop();
    await network?.remove();
  }
});

test('the network of that proof leads nowhere else', async () => {
  const made = await makeLoneNetwork();
  // Only as root can it always be made; a missing one must be read in the count of skipped tests, never pass unseen.
  if (made.network === undefined && process.getuid?.() === 0) throw new Error(made.why);
  // eslint-disable-next-line no-restricted-syntax -- not by choice: the machine cannot, and the reason is reported
  test.skip(made.network === undefined, made.network === undefined ? `no network of its own here: ${made.why}` : '');
  if (made.network === undefined) return;
  try {
    const { way, gateway } = made.network;
    expect(await made.network.routes()).toMatch(way === 'cable' ? /^10\.213\.\d+\.1 dev \S+ [^\n]*$/u : /^$/u);
    expect(gateway).toMatch(/^10\.213\./u);
  } finally {
    await made.network.remove();
  }
});

async function runSuite(network: LoneNetwork | undefined, env: Readonly<Record<string, string>>): Promise<number> {
  const runner = join(checkoutRoot, 'tests/e2e/security/as-ordinary-user.mjs');
  const [program = process.execPath, ...args]: readonly string[] = [
    ...(network?.enter ?? []),
    process.execPath,
    runner,
  ];
  const suite = spawn(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, QMC_ELECTRON: findElectronPath(), ...env },
  });
  const [code] = (await once(suite, 'exit')) as [number | null];
  return code ?? 1;
}
