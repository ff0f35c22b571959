import { describe, expect, it } from 'vitest';
import { proposeReception, record } from '../support/door-kit';
import { createOfficePc } from './kit/office-pc';

describe('an act that waits without a line', () => {
  it('counts every exchange that did not reach the province as a try', async () => {
    const pc = await createOfficePc({ serverUrl: 'http://127.0.0.1:9', enrolCode: 'DEMO-QUAY-1', wall: Date.now });
    pc.online = false;
    await pc.open();
    await record(pc.desk().books, proposeReception());
    const tries = async (): Promise<number | undefined> => (await pc.exchange()).queue[0]?.tries;
    const first = await tries();
    const second = await tries();
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first ?? 0);
  });
});
