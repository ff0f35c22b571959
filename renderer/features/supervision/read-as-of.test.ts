import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../shared/domain/journal-entry';
import { createBuilders } from '../../../tests/support/builders';
import { readJournalHead, readStatesAsOf } from './read-as-of';

function buildJournal(small: number) {
  const builders = createBuilders(4);
  const ids = [builders.id(), builders.id()];
  const entries: JournalEntry[] = [];
  const append = (body: JournalEntry['body']): number => entries.push({ line: entries.length + 1, body });
  for (const id of ids) {
    append({ kind: 'actions', actions: [builders.action('DossierReceived', { subject: { type: 'dossier', id } })] });
  }
  append({ kind: 'access', entries: [] });
  append({
    kind: 'actions',
    actions: ids.map((id) => builders.action('HandedOver', { subject: { type: 'dossier', id } })),
  });
  const tail = ({ afterLine, limit }: { afterLine: number; limit: number }) =>
    Promise.resolve({
      ok: true as const,
      value: {
        entries: entries.filter((entry) => entry.line > afterLine).slice(0, Math.min(limit, small)),
        lastLine: entries.length,
        chainHead: 'f'.repeat(64),
      },
    });
  return { ids, tail };
}

describe('readStatesAsOf', () => {
  it.each([1, 2, 100])('shows dossiers as they stood at a line when tails hold %i lines', async (small) => {
    const { ids, tail } = buildJournal(small);
    const then = await readStatesAsOf(tail, ids, 3);
    const now = await readStatesAsOf(tail, ids, 4);
    expect(then.ok && then.value.map((state) => state.status)).toEqual([2, 2]);
    expect(now.ok && now.value.map((state) => state.status)).toEqual([4, 4]);
  });

  it('leaves out what the journal did not hold yet', async () => {
    const { ids, tail } = buildJournal(100);
    const states = await readStatesAsOf(tail, ids, 1);
    expect(states.ok && states.value.map((state) => state.dossierId)).toEqual(ids.slice(0, 1));
  });

  it('hands the failure on when main does not answer', async () => {
    const tail = () => Promise.resolve({ ok: false as const, error: { kind: 'locked' as const } });
    expect(await readStatesAsOf(tail, ['a'], 1)).toEqual({ ok: false, error: { kind: 'locked' } });
    expect((await readJournalHead(tail)).ok).toBe(false);
  });
});

describe('readJournalHead', () => {
  it('tells the last line and its hash', async () => {
    const { tail } = buildJournal(100);
    expect(await readJournalHead(tail)).toEqual({ ok: true, value: { line: 4, chainHead: 'f'.repeat(64) } });
  });
});
