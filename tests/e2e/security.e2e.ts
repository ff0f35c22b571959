import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from '../support/e2e-test';
import { startCanary } from '../support/canary';
import { checkoutRoot, findElectronPath } from '../support/electron-path';
import { makeLoneNetwork } from '../support/lone-network';

/**
 * The suite itself is `security/*.suite.ts`. It runs as an ordinary user with the sandbox on, in a network whose only
 * route is this machine's end of the cable: the province is there, and a canary that nothing may ever reach.
 */
test('the page has no way out when it turns hostile', async ({ province }) => {
  test.setTimeout(300_000);
  const network = await makeLoneNetwork();
  // Without root no network can be made; as root a missing one would quietly weaken the proof.
  if (process.getuid?.() === 0) expect(network, 'a network of its own can be made').toBeDefined();
  const host = network?.gateway ?? '127.0.0.1';
  const canary = await startCanary(host);
  try {
    if (network) expect(await network.routes()).toMatch(/^10\.213\.\d+\.1 dev \S+ .*$/u);
    const { port } = (await province({ host })).server();
    const runner = join(checkoutRoot, 'tests/e2e/security/as-ordinary-user.mjs');
    const [program, ...args] = [...(network?.enter ?? []), process.execPath, runner];
    const suite = spawn(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        QMC_ELECTRON: findElectronPath(),
        QMC_SERVER_HOST: host,
        QMC_SERVER_PORT: String(port),
        QMC_CANARY: `${host}:${String(canary.port)}`,
      },
    });
    const [code] = (await once(suite, 'exit')) as [number | null];
    expect(code, 'the security suite passes').toBe(0);
    // The suite itself knocks once, to show that the canary can be heard from in there.
    expect(canary.heard().filter((sound) => !sound.includes('GET /control'))).toEqual(['tcp']);
  } finally {
    await canary.stop();
    await network?.remove();
  }
});
