import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCounterPc, proposeReception, record } from '../../tests/support/door-kit';
import { makeTempFolder } from '../../tests/support/journal-kit';
import { decideHandshake } from './boot-handshake';
import { openGeneration } from './generation-file';

const journal = { generation: 'g1', lastLine: 10, damagedLines: 0, hasContent: true, used: true };
const verdictOf = (store: Parameters<typeof decideHandshake>[0], changes: Partial<typeof journal> = {}) =>
  decideHandshake(store, { ...journal, ...changes }).verdict;

describe('boot handshake', () => {
  it.each([
    ['firstRun', { generation: null, appliedLine: 0 }, { lastLine: 2, hasContent: false, used: false }],
    ['ready', { generation: 'g1', appliedLine: 2 }, { lastLine: 2, hasContent: false, used: false }],
    ['ready', { generation: 'g1', appliedLine: 7 }, {}],
    ['ready', { generation: 'g1', appliedLine: 10 }, {}],
    ['wiped', { generation: null, appliedLine: 0 }, {}],
    ['wiped', { generation: 'g0', appliedLine: 99 }, {}],
    ['journalBehind', { generation: 'g1', appliedLine: 11 }, {}],
    ['journalBehind', { generation: 'g0', appliedLine: 4 }, { lastLine: 0, hasContent: false, used: false }],
    ['journalBehind', { generation: null, appliedLine: 0 }, { lastLine: 0, hasContent: false, used: true }],
  ] as const)('says %s when the store claims %o and the journal %o', (verdict, store, changes) => {
    expect(verdictOf(store, changes)).toBe(verdict);
  });

  it('tells a wiped store from a first run, and a lost journal from both, on real folders', async () => {
    const pc = await createCounterPc();
    const books = await pc.restart();
    const empty = { generation: null, appliedLine: 0 };
    const first = books.handshake(empty);
    expect(first).toMatchObject({ verdict: 'firstRun', lastLine: 0, damagedLines: 0 });
    await record(books, proposeReception());
    await books.close();

    const again = await pc.restart();
    expect(again.handshake(empty)).toEqual({
      verdict: 'wiped',
      generation: first.generation,
      lastLine: 2,
      damagedLines: 0,
    });
    expect(again.handshake({ generation: first.generation, appliedLine: 1 }).verdict).toBe('ready');
    await again.close();

    await rm(join(pc.folder, 'journal'), { recursive: true });
    const lost = await pc.restart();
    expect(lost.handshake(empty).verdict).toBe('journalBehind');
    expect(lost.handshake({ generation: first.generation, appliedLine: 2 }).verdict).toBe('journalBehind');
  });
});

describe('generation file', () => {
  const newId = (): string => 'generation-2';

  it('stays the same once started and starts anew when damaged', async () => {
    const folder = await makeTempFolder('generation');
    const first = await openGeneration({ folder, newId: () => 'generation-1' });
    const again = await openGeneration({ folder, newId });
    expect([first.ok && first.value.generation, again.ok && again.value.generation]).toEqual([
      'generation-1',
      'generation-1',
    ]);
    await writeFile(join(folder, 'generation.json'), '{"format":1,');
    const fresh = await openGeneration({ folder, newId });
    expect(fresh.ok && fresh.value.generation).toBe('generation-2');
  });

  it('remembers that records were kept', async () => {
    const folder = await makeTempFolder('generation');
    const opened = await openGeneration({ folder, newId });
    if (!opened.ok) throw new Error(opened.error.kind);
    expect(opened.value.used()).toBe(false);
    await Promise.all([opened.value.markUsed(), opened.value.markUsed()]);
    const again = await openGeneration({ folder, newId });
    expect(again.ok && again.value.used()).toBe(true);
  });

  it('refuses a folder of a newer version', async () => {
    const folder = await makeTempFolder('generation');
    await openGeneration({ folder, newId });
    const text = await readFile(join(folder, 'generation.json'), 'utf8');
    await writeFile(join(folder, 'generation.json'), text.replace('"format":1', '"format":2'));
    expect(await openGeneration({ folder, newId })).toEqual({ ok: false, error: { kind: 'newer', format: 2 } });
  });
});
