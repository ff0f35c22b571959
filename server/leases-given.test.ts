import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { AFTERNOON, CODE_DAY } from '../tests/support/server-writer';
import { openGivenNumbers } from './leases-given';

const DAY_MS = 86_400_000;
const leases = { series: 'lease', agencyId: 'H41.26', day: CODE_DAY } as const;
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'given-'));
});

const open = (at = AFTERNOON): ReturnType<typeof openGivenNumbers> => openGivenNumbers(dataDir, () => at);

describe('given numbers', () => {
  it('are remembered by series, agency and day when opened again', async () => {
    const given = await open();
    await Promise.all([given.raise(leases, 61), given.raise({ ...leases, series: 'server' }, 900_003)]);
    await given.raise(leases, 30);
    const again = await open();
    expect(again.firstFree(leases)).toBe(61);
    expect(again.firstFree({ ...leases, series: 'server' })).toBe(900_003);
    expect(again.firstFree({ ...leases, agencyId: 'H41.26.1' })).toBe(1);
  });

  it('start far behind everything known for a while when a backup was restored', async () => {
    const given = await open();
    await given.raise(leases, 700);
    await given.skip({ lease: 300, server: 900_001 });
    const again = await open();
    expect(again.firstFree(leases)).toBe(10_700);
    expect(again.firstFree({ ...leases, day: '2026-11-25' })).toBe(10_700);
    expect(again.firstFree({ ...leases, series: 'server' })).toBe(910_001);
    expect(again.firstFree({ ...leases, day: '2027-03-01' })).toBe(1);
    await again.skip({ lease: 300, server: 900_001 });
    expect((await open()).firstFree(leases)).toBe(20_700);
  });

  it('are forgotten when nobody can ask for their day any more', async () => {
    await (await open()).raise(leases, 61);
    await (await open(AFTERNOON + 30 * DAY_MS)).raise({ ...leases, day: '2026-12-20' }, 2);
    expect(await readFile(join(dataDir, 'given-numbers.json'), 'utf8')).not.toContain(CODE_DAY);
  });

  it('stop the start when the note is damaged, because guessing could give a number twice', async () => {
    await writeFile(join(dataDir, 'given-numbers.json'), '{"next":');
    await expect(open()).rejects.toThrow();
  });
});
