import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { startServer } from '../../server/http';
import { makeTempFolder } from '../support/journal-kit';

it('stops at once although somebody is connected who never asked anything', { timeout: 20_000 }, async () => {
  const dataDir = await makeTempFolder('stop');
  const server = await startServer({
    ...{ host: '127.0.0.1', port: 0, databaseUrl: 'memory:', dataDir, sampleData: false, now: Date.now },
  });
  const silent = connect(Number(new URL(server.url).port), '127.0.0.1');
  await once(silent, 'connect');
  const began = performance.now();
  await server.stop();
  expect(performance.now() - began).toBeLessThan(5_000);
});
